"""Documents of other makers, whatever they hold: names, sizes, depths and files that nobody expects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.check.openapi.certain import certainly_valid
from generator.diagnostics import Collector
from generator.plan.api import PUBLIC, api_of
from generator.spec import Document, read


def document(folder: Path, **parts: Any) -> Document:
    """A document with these parts at its top."""
    path = folder / "openapi.json"
    path.write_text(json.dumps({"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}, **parts}))
    return read(path)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("", "APIClient"),
        ("Client", "APIClient"),
        ("Sync Client", "APIClient"),
        ("API", "APIClient"),
        ("\N{ROCKET}", "APIClient"),
        ("class", "Class"),
        ("None", "NoneClient"),
        ("1Password", "N1Password"),
        ("Timeout", "TimeoutClient"),
        ("Not Found", "NotFoundClient"),
        ("Operation", "OperationClient"),
        ("日本 API", "日本API"),
        ("Museum API", "MuseumAPI"),
    ],
)
def test_any_title_makes_a_client_whose_name_is_its_own(title: str, name: str, tmp_path: Path) -> None:
    made = document(tmp_path, info={"title": title, "version": "1"})
    api = api_of(made, Collector(made))
    assert api.class_name == name
    assert {name, f"Async{name}", f"{name}Error"}.isdisjoint({*PUBLIC, "SyncClient", "AsyncClient"})
    assert api.package.isidentifier()


OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
REF = {"anyOf": [{"$ref": "#/components/schemas/B"}]}
NAMED = {"name": "a", "in": "query", "schema": {}}


@pytest.mark.parametrize(
    ("parts", "certain"),
    [
        ({}, True),
        ({"openapi": "3.0.3"}, True),
        ({"info": {}}, False),
        ({"tags": [{"name": "a"}, {"name": "a"}]}, False),
        ({"paths": {"/a": {"get": {"parameters": [NAMED, NAMED], "responses": {}}}}}, False),
        ({"paths": {"/a": {"parameters": [NAMED, NAMED]}}}, False),
        ({"components": {"schemas": {"A": {"type": "text"}}}}, False),
        ({"components": {"schemas": {"A": {"type": "integer", "default": 1}}}}, True),
        ({"components": {"schemas": {"A": {"type": "integer", "default": "1"}}}}, False),
        ({"components": {"schemas": {"A": {"enum": ["a"], "default": "b"}}}}, False),
        ({"components": {"schemas": {"A": {"type": "string", "format": "date", "default": "b"}}}}, False),
        ({"components": {"schemas": {"A": {**REF, "default": {}}, "B": OBJECT}}}, True),
        ({"components": {"schemas": {"A": {**REF, "default": 1}, "B": OBJECT}}}, False),
        ({"components": {"schemas": {"A": {"allOf": [OBJECT], "required": ["a"]}}}}, True),
        ({"components": {"schemas": {"A": {"allOf": [OBJECT], "required": ["b"]}}}}, False),
        ({"components": {"schemas": {"A": {"$schema": "https://example.com"}}}}, False),
        ({"jsonSchemaDialect": "https://example.com"}, False),
    ],
)  # fmt: skip
def test_only_what_is_certainly_valid_is_spared_the_slow_validator(
    parts: dict[str, Any], certain: bool, tmp_path: Path
) -> None:
    made = document(tmp_path, **parts)
    assert certainly_valid(made.tree, str(made.tree["openapi"])[:3]) is certain
