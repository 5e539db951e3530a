"""The published documents: valid, plain, and fitting what was recorded."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from generator.mock_server.replay.fixtures import Fixture, load_all
from generator.publish.tree import mappings
from generator.spec import read
from generator.spec.operations import METHODS

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "spec/published"
DOCUMENTS = ("openapi.yaml", "openapi.json", "openapi-3.0.yaml", "openapi-3.2.yaml")


@cache
def load(name: str) -> Any:
    text = (PUBLISHED / name).read_text(encoding="utf-8")
    return json.loads(text) if name.endswith(".json") else yaml.load(text, yaml.CSafeLoader)


@cache
def fixtures() -> list[Fixture]:
    return load_all(ROOT / "tests/fixtures")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_valid(name: str) -> None:
    validate(load(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_plain_openapi_and_every_schema_of_it_is_used(name: str) -> None:
    document = load(name)
    assert {key for node in mappings(document) for key in node if key.startswith("x-")} == set()
    used = {node["$ref"] for node in mappings(document) if "$ref" in node}
    assert used >= {f"#/components/schemas/{schema}" for schema in document["components"]["schemas"]}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_operation_leaves_the_base_url(name: str) -> None:
    items = load(name)["paths"].values()
    owners = [*items, *(item[method] for item in items for method in METHODS if method in item)]
    assert [owner["servers"] for owner in owners if "servers" in owner] == []


def test_every_recorded_body_of_a_variant_fits_the_body_of_its_operation() -> None:
    document = load("openapi.json")
    bodies = {
        one["operationId"]: one["requestBody"]["content"]["application/json"]["schema"]
        for item in document["paths"].values()
        for one in item.values()
        if "application/json" in one.get("requestBody", {}).get("content", {})
    }
    variants = {one.id: one.base.id for one in read(ROOT / "spec/openapi.yaml").operations if one.base}
    for fixture in fixtures():
        if fixture.operation in variants and fixture.response.status == 200:
            schema = {**bodies[variants[fixture.operation]], "components": document["components"]}
            errors = [error.message for error in Draft202012Validator(schema).iter_errors(fixture.request.json)]
            assert (fixture.name, errors) == (fixture.name, [])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_text_ends_a_comment_of_generated_code(name: str) -> None:
    described = [node["description"] for node in mappings(load(name)) if isinstance(node.get("description"), str)]
    assert [text for text in described if "*/" in text or '"""' in text] == []
