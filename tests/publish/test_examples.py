"""The examples of the published document: every operation has them, and they fit its schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from jsonschema import Draft202012Validator

from generator.spec.operations import Operation, walk_operations
from generator.spec.pointer import resolve

from .test_documents import load

DOCUMENT = load("openapi.json")
OPERATIONS = list(walk_operations(DOCUMENT))


class Example(NamedTuple):
    place: str
    schema: dict[str, Any]
    value: Any


def of_content(place: str, content: dict[str, Any]) -> Iterator[Example]:
    for media, one in content.items():
        for name, example in one.get("examples", {}).items():
            yield Example(f"{place} {media} {name}", one["schema"], example["value"])


def of_requests(operation: Operation) -> list[Example]:
    return [*of_content("request", operation.node.get("requestBody", {}).get("content", {}))]


def of_responses(operation: Operation, success: bool) -> list[Example]:
    found: list[Example] = []
    for status, written in operation.node["responses"].items():
        if status.startswith("2") == success:
            found += of_content(status, resolve(DOCUMENT, written).get("content", {}))
    return found


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_an_operation_shows_a_request_a_success_and_a_failure(operation: Operation) -> None:
    assert of_requests(operation) or "requestBody" not in operation.node
    assert of_responses(operation, success=True)
    assert of_responses(operation, success=False)
    required = [one for one in operation.parameters if one.node.get("required")]
    assert [one.name for one in required if "example" not in one.node] == []


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_every_example_fits_its_schema(operation: Operation) -> None:
    both = of_responses(operation, success=True) + of_responses(operation, success=False)
    for example in of_requests(operation) + both:
        schema = {**example.schema, "components": DOCUMENT["components"]}
        errors = [error.message for error in Draft202012Validator(schema).iter_errors(example.value)]
        assert (example.place, errors) == (example.place, [])
