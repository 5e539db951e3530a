"""Internal means that nobody sees a change, and an unrelated change renames nothing: held over random changes."""

from __future__ import annotations

import ast
import copy
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.compare import Version, compare
from generator.compare.client import signatures
from generator.compare.document import published
from generator.diagnostics import DiagnosticsError
from generator.publish.examples import Examples
from generator.publish.openapi import openapi_3_1
from generator.publish.settings import Settings
from generator.render.api_index import surface
from generator.render.render import render
from tests.compare.cases import edited, loaded, version

KEYWORDS: dict[str, list[Any]] = {
    "type": ["string", "integer", "number", "boolean", ["string", "null"]],
    "required": [["prompt"], ["id"], ["text"], []],
    "enum": [["s", "m"], ["new", "sold", "lost"], ["vivid"]],
    "description": ["Other words.", "More words."],
    "x-retry": ["safe", "unsent"],
    "deprecated": [True],
    "default": [1, 2],
    "maximum": [5, 50],
    "items": [{"type": "string"}],
    "operationId": ["anotherName", "retrievePictureAgain"],
    "summary": ["Other words."],
    "version": ["0.5.0"],
    "tags": [["Pictures"]],
    "method": ["make", "list"],
    "resource": ["films.old", "stories"],
}

PAGES: list[dict[str, Any]] = [
    {"page": "doc-4994288", "title": "甲", "evidence": "inferred"},
    {"page": None, "title": None, "evidence": "upstream"},
    {"page": None, "title": None, "evidence": "inferred"},
]


def changed(tree: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The document with a few nodes set, removed, renamed or put in another order."""
    made = copy.deepcopy(tree)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        node = chance.choice([*_mappings(made)])
        key = chance.choice([*node]) if node else ""
        match chance.choice(("set", "set", "set", "remove", "rename", "order", "order", "add", "page", "page", "page")):
            case "set":
                name = chance.choice([*KEYWORDS])
                node[name] = copy.deepcopy(chance.choice(KEYWORDS[name]))
            case "page" if "responses" in node or "properties" in node:
                node["x-docs"] = copy.deepcopy(chance.choice(PAGES))
            case "remove" if key:
                del node[key]
            case "rename" if key:
                node[f"{key}_2"] = node.pop(key)
            case "order" if key:
                node[key] = node.pop(key)
            case "add":
                node.setdefault("properties", {})[chance.choice(("zoom", "id", "text"))] = {"type": "string"}
            case _:
                pass
    return made


def _mappings(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _mappings(value)


@cache
def base() -> dict[str, Any]:
    return loaded("openapi.yaml")


def planned(tree: dict[str, Any], folder: Path) -> Version | None:
    """The version, None if no client can be generated from it."""
    try:
        return version(tree, "new", folder)
    except DiagnosticsError:
        return None


def visible(made: Version) -> tuple[Any, ...]:
    """Return what callers and readers see besides the rendered code: api.txt and the document."""
    return signatures(surface(made.plan), runtime=False), published(made.document.tree)


def document(made: Version) -> dict[str, Any]:
    """The document that is published for other languages."""
    return openapi_3_1(made.document.tree, Settings("https://a.example/{page}", "", {}, {}, {}, {}), Examples([], {}))


def rendered(made: Version) -> set[str]:
    """Every signature and every annotation of the rendered code, whatever its order."""
    found: set[str] = set()
    for path, text in render(made.plan).items():
        if path.endswith(".py") and not path.startswith("runtime/"):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    returns = ast.unparse(node.returns) if node.returns else ""
                    found.add(f"{path}: {node.name}({ast.unparse(node.args)}) -> {returns}")
                elif isinstance(node, ast.ClassDef):
                    fields = (ast.unparse(one) for one in node.body if isinstance(one, ast.AnnAssign))
                    found |= {f"{path}: {node.name}: {field}" for field in fields}
    return found


@pytest.mark.parametrize("seed", range(4))
def test_internal_is_what_nobody_sees(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    old = version(base(), "old", tmp_path)
    counts = {"internal": 0, "compatible": 0, "breaking": 0}
    shown, code = visible(old), None
    while sum(counts.values()) < 15 or not min(counts.values()):
        made = planned(changed(base(), chance), tmp_path)
        if made is None:
            continue
        account = compare(old, made)
        counts[account.severity] += 1
        assert (account.severity == "internal") == (visible(made) == shown), account.changes
        if account.severity == "internal":
            assert document(made) == document(old)
            code = code or rendered(old)
            assert rendered(made) == code


OPERATION: dict[str, Any] = {
    "operationId": "paintFresco",
    "x-client": {"resource": "frescos", "method": "paint"},
    "x-retry": "unsent",
    "x-errors": {"proof": ["answer"]},
    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Wall"}}}},
}
WALLS: list[dict[str, Any]] = [
    {"type": "object", "properties": {"size": {"type": "object", "properties": {"w": {}}}}},
    {"type": "object", "properties": {"on": {"$ref": "#/components/schemas/Picture"}}},
]


@pytest.mark.parametrize("answer", ["Wall", "Picture", "NewPicture", "Mood", "Canvas"])
@pytest.mark.parametrize("wall", WALLS)
def test_an_unrelated_change_renames_nothing(answer: str, wall: dict[str, Any], tmp_path: Path) -> None:
    ref = {"$ref": f"#/components/schemas/{answer}"}
    schema = {"type": "object", "required": ["answer"], "properties": {"answer": ref}}
    ok = {"description": "Ok.", "content": {"application/json": {"schema": schema}}}
    post = {**OPERATION, "responses": {"200": ok}}
    edits = {"/paths/~1frescos": {"post": post}, "/components/schemas/Wall": wall}
    old, new = version(base(), "old", tmp_path), version(edited(base(), edits), "new", tmp_path)
    before, after = (signatures(surface(one.plan), runtime=False) for one in (old, new))
    assert before.keys() - after.keys() == set()
    assert compare(old, new).severity == "compatible"
