"""The x- keys: each has a schema and an example in EXTENSIONS.md, and the schemas refuse what they should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.contract.document import SPEC

EXPLAINED = SPEC / "EXTENSIONS.md"

SHAPE = {"name": "plain", "about": "All.", "where": {"/error": "string"}, "message": "/error"}
ERRORS: dict[str, Any] = {"request_id": ["X-Id"], "shapes": [SHAPE], "codes": {}}

WRONG: dict[str, list[Any]] = {
    "x-docs": [{}, {"page": "doc-1", "evidence": "template"}, {"evidence": "hearsay"}, {"page": "1", "title": "t"}],
    "x-client": [{}, {"resource": "Chat", "method": "create"}, {"resource": "chat"}, {"accepts": []}, {"vectors": {}}],
    "x-errors": [
        {},
        {"proof": []},
        {"proof": ["choices"], "shapes": []},
        {"request_id": [], "shapes": [], "codes": {}},
        {**ERRORS, "codes": {"busy": {"temporary": True}}},
        {**ERRORS, "codes": {"busy": {"outcome": "unknown", "temporary": True}}},
        {**ERRORS, "shapes": [{**SHAPE, "temporary": True}]},
    ],
    "x-retry": ["always", True],
    "x-stream": [{}, {"when": {"stream": True}}],
    "x-parse": [{}, {"method": "parse", "type": {}, "each": "a", "message": "b", "text": "c", "ended": {"by": "d"}}],
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


def test_the_errors_that_the_wrong_ones_are_made_of_fit(extensions: dict[str, Any]) -> None:
    Draft202012Validator(extensions["x-errors"]).validate(ERRORS)


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in WRONG.items() for value in values])
def test_a_wrong_value_does_not_fit(extensions: dict[str, Any], key: str, value: Any) -> None:
    assert not Draft202012Validator(extensions[key]).is_valid(value)


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
