"""The x- keys: each has a schema, an explanation and a value that fits, and the schemas refuse what they should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

EXPLAINED = Path(__file__).parents[2] / "spec" / "EXTENSIONS.md"

WRONG: dict[str, list[Any]] = {
    "x-docs": [{}, {"page": "doc-1", "evidence": "template"}, {"evidence": "hearsay"}, {"page": "1", "title": "t"}],
    "x-client": [{}, {"resource": "Chat", "method": "create"}, {"resource": "chat"}, {"accepts": []}, {"vectors": {}}],
    "x-errors": [
        {},
        {"proof": []},
        {"proof": ["choices"], "shapes": []},
        {"request_id": [], "shapes": [], "codes": {}},
    ],
    "x-retry": ["always", True],
    "x-stream": [{}, {"when": {"stream": True}}],
    "x-not-served": [{}, {"evidence": ""}],
}


def test_each_key_is_explained_with_an_example_that_fits(extensions: dict[str, Any]) -> None:
    shown: dict[str, list[Any]] = {}
    for block in re.findall(r"```yaml\n(.*?)```", EXPLAINED.read_text(encoding="utf-8"), re.DOTALL):
        for key, value in _extensions(yaml.safe_load(block)):
            shown.setdefault(key, []).append(value)
    assert shown.keys() == extensions.keys()
    for key, values in shown.items():
        for value in values:
            Draft202012Validator(extensions[key]).validate(value)


def test_the_schemas_are_schemas(extensions: dict[str, Any]) -> None:
    for schema in extensions.values():
        Draft202012Validator.check_schema(schema)


def test_every_value_in_the_spec_fits(tree: dict[str, Any], extensions: dict[str, Any]) -> None:
    found = list(_extensions(tree))
    assert {key for key, _ in found} <= extensions.keys()
    for key, value in found:
        Draft202012Validator(extensions[key]).validate(value)


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in WRONG.items() for value in values])
def test_a_wrong_value_does_not_fit(extensions: dict[str, Any], key: str, value: Any) -> None:
    assert not Draft202012Validator(extensions[key]).is_valid(value)


def test_names_in_x_client_are_schemas_and_properties(schemas: dict[str, Any]) -> None:
    for schema in schemas.values():
        client = schema.get("x-client", {})
        assert set(client.get("accepts", ())) <= schemas.keys()
        assert set(client.get("vectors", {}).values()) <= set(schema.get("properties", {}))


def _extensions(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key.startswith("x-"):
                yield key, value
            else:
                yield from _extensions(value)
    elif isinstance(node, list):
        for value in node:
            yield from _extensions(value)
