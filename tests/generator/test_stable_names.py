"""Public names depend on what they name and on nothing beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.check import check
from generator.normalize import normalize
from generator.plan import plan
from generator.render.api_index import api_index
from generator.spec import read


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _operation(name: str, **more: Any) -> dict[str, Any]:
    spot = {"type": "object", "properties": {"x": {"type": "string"}}}
    inner = {"type": "object", "properties": {"state": {"enum": ["a", "b"]}, "spot": spot}}
    content = {"application/json": {"schema": inner}}
    return {
        "operationId": name,
        "parameters": [{"$ref": "#/components/parameters/Filter"}],
        "requestBody": {"$ref": "#/components/requestBodies/Order"},
        "responses": {"200": {"$ref": "#/components/responses/Page"}, "201": {"description": "A.", "content": content}},
        **more,
    }


def _named(**paths: dict[str, Any]) -> dict[str, Any]:
    spot = {"type": "object", "properties": {"at": {"type": "object", "properties": {"x": {"type": "integer"}}}}}
    item = {"type": "object", "properties": {"id": {"type": "string"}, "spot": ref("Spot")}}
    listed = {"type": "array", "items": item}
    page = {"type": "object", "properties": {"data": listed, "at": ref("Spot/properties/at")}}
    return {
        "paths": {f"/{path}": {"post": operation} for path, operation in paths.items()},
        "components": {
            "schemas": {"Spot": spot, "Thing": {"type": "object", "properties": {"spot": ref("Spot")}}},
            "parameters": {"Filter": {"name": "filter", "in": "query", "schema": {"type": "string", "enum": ["new"]}}},
            "requestBodies": {"Order": {"content": {"application/json": {"schema": page}}}},
            "responses": {"Page": {"description": "A.", "content": {"application/json": {"schema": page}}}},
        },
    }


def surface(folder: Path, parts: dict[str, Any]) -> set[str]:
    path = folder / "openapi.json"
    path.write_text(json.dumps({"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, **parts}))
    return set(api_index(plan(check(normalize(read(path))))).splitlines())


def test_an_unrelated_change_renames_nothing(tmp_path: Path) -> None:
    """Operations and schemas are added before and behind the others, and put in another order."""
    usual = {name: _operation(f"make{name.title()}") for name in ("dogs", "cats", "fish")}
    before = surface(tmp_path, _named(**usual))
    assert len(before) > 30
    for new in ("aaa", "zzz", "dogs2"):
        assert before <= surface(tmp_path, _named(**usual, **{new: _operation(f"do{new}")})), new
    parts = _named(**dict(reversed(usual.items())))
    assert surface(tmp_path, parts) == before
    for new in ("Aardvark", "Zebra", "spot", "thing-1"):
        parts = _named(**usual)
        schemas = parts["components"]["schemas"]
        parts["components"]["schemas"] = {new: {"type": "object", "properties": {"a": {}}}, **schemas}
        assert before <= surface(tmp_path, parts), new
    fewer = surface(tmp_path, _named(dogs=usual["dogs"], fish=usual["fish"]))
    assert {one for one in before if "cats" not in one.lower()} <= fewer
