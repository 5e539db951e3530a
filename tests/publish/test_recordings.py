"""Recordings fit the published document: Prism as a proxy would find nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.evidence.recordings import Recording, result_kind
from generator.mock_server.replay.fixtures import Fixture
from generator.publish.examples import events
from generator.spec import read
from generator.spec.operations import EVENTS, JSON, TEXT, walk_operations
from generator.spec.pointer import resolve

from .test_documents import ROOT, fixtures, load

DOCUMENT = load("openapi.json")
PUBLISHED = {one.id: one for one in walk_operations(DOCUMENT)}
SPEC = read(ROOT / "spec/openapi.yaml")

# Requests that a client of the document does not send, and that were carried out all the same.
NOT_DECLARED = {
    "createChatCompletion/message-unknown-role",
    "createChatCompletion/message-without-content",
    "createChatCompletion/content-type-text@head",
    "createImage/n-eleven@head",
}


def errors(schema: dict[str, Any], value: Any) -> list[str]:
    validator = Draft202012Validator({**schema, "components": DOCUMENT["components"]})
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def of_response(fixture: Fixture, content: dict[str, Any]) -> list[str]:
    media = fixture.response.media_type
    declared = next((one for one in content if one == media or (one[-2:] == "/*" and media.startswith(one[:-1]))), None)
    if declared is None:
        return [f"{media!r} is not declared"]
    schema = content[declared]["schema"]
    if declared == EVENTS:
        return [
            error for event in events(fixture.response.body) if "error" not in event for error in errors(schema, event)
        ]
    schema = schema.get("contentSchema", schema) if declared == TEXT else schema
    return errors(schema, json.loads(fixture.response.body)) if declared == JSON or "$ref" in schema else []


def of_request(fixture: Fixture, content: dict[str, Any]) -> list[str]:
    media = fixture.request.media_type
    if media and media not in content:
        return [f"{media!r} is not declared"]
    return errors(content[JSON]["schema"], fixture.request.json) if media == JSON else []


def is_result(fixture: Fixture) -> bool:
    operation = SPEC.operations_by_id[fixture.operation]
    name = fixture.name.rpartition("/")[2]
    recorded = json.loads((Path(ROOT) / "tests/fixtures" / fixture.operation / f"{name}.json").read_bytes())
    return bool(result_kind(SPEC.tree, operation, Recording(recorded)))


@pytest.mark.parametrize("operation", sorted({fixture.operation for fixture in fixtures()}))
def test_every_recorded_result_fits_the_document(operation: str) -> None:
    own = SPEC.operations_by_id[operation]
    published = PUBLISHED[(own.base or own).id].node
    for fixture in fixtures():
        if fixture.operation != operation or fixture.response.status >= 300 or not is_result(fixture):
            continue
        response = resolve(DOCUMENT, published["responses"][str(fixture.response.status)])
        found = of_response(fixture, response["content"])
        if "requestBody" in published and fixture.name not in NOT_DECLARED:
            found += of_request(fixture, published["requestBody"]["content"])
        assert (fixture.name, found) == (fixture.name, [])
