"""`compare` against oasdiff: whatever it calls an error, we call breaking. `make oasdiff` builds it, which needs Go."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.compare import document_changes
from generator.spec import read

ROOT = Path(__file__).parents[2]
OASDIFF = ROOT / "build" / "oasdiff"
CASES = ROOT / "tests" / "cases" / "oasdiff"
VERSION = re.search(r"oasdiff@(v[\d.]+)", (ROOT / "Makefile").read_text("utf-8"))

pytestmark = pytest.mark.skipif(
    not OASDIFF.is_file() or shutil.which("go") is None,
    reason="`make oasdiff` builds the tool that compare is held against; it needs Go",
)


def run(*arguments: str | Path) -> Any:
    done = subprocess.run([OASDIFF, *arguments, "-f", "json"], capture_output=True, text=True, check=False)
    return json.loads(done.stdout or "[]") if done.returncode == 0 else []


def fixtures() -> Iterator[tuple[Path, Path]]:
    """Pairs of the documents that oasdiff's own tests compare, both ways round."""
    assert VERSION is not None
    cache = subprocess.run(["go", "env", "GOMODCACHE"], capture_output=True, text=True, check=True).stdout.strip()
    folder = Path(cache) / "github.com" / "oasdiff" / f"oasdiff@{VERSION[1]}" / "data" / "checker"
    groups: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("*.yaml")):
        if found := re.match(r"(.*?)_(base|revision)", path.stem):
            groups.setdefault(found[1], []).append(path)
    for group in groups.values():
        yield from permutations(group, 2)


def edits(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Pairs of documents that differ in one schema, both ways round."""
    for name, make in (("edits", with_schema), ("documents", with_parts)):
        for index, pair in enumerate(loaded(f"{name}.yaml")):
            old, new = (folder / f"{name}-{index}-{side}.json" for side in (0, 1))
            old.write_text(json.dumps(make(pair[0])))
            new.write_text(json.dumps(make(pair[1])))
            yield from ((old, new), (new, old))


def loaded(name: str) -> Any:
    return yaml.load((CASES / name).read_text("utf-8"), yaml.CSafeLoader)


def with_parts(parts: dict[str, Any]) -> dict[str, Any]:
    """A document with an operation and security schemes of its own."""
    schemes = {
        "k": {"type": "apiKey", "in": "header", "name": "X-K", **parts.get("k", {})},
        "b": {"type": "http", "scheme": "bearer", **parts.get("b", {})},
        "o": {
            "type": "oauth2",
            "flows": {"implicit": {"authorizationUrl": "https://a", "scopes": {"read": "", "write": ""}}},
        },
    }
    post = {"responses": {"200": {"description": "Ok."}}, **parts.get("post", {})}
    return {
        "openapi": parts.get("openapi", "3.1.0"),
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"post": post}, **parts.get("paths", {})},
        "security": parts.get("security", []),
        "components": {"securitySchemes": schemes},
    }


def with_schema(schema: Any) -> dict[str, Any]:
    """A document that has the schema in every place."""
    wrapped = {"type": "object", "properties": {"inner": schema}}
    query = {"name": "q", "in": "query", "schema": schema}
    inner = {"name": "w", "in": "query", "schema": wrapped}

    def operation(name: str, body: Any = None, answer: Any = None, **more: Any) -> dict[str, Any]:
        ok = {
            "description": "Ok.",
            **({"content": {"application/json": {"schema": answer}}} if answer is not None else {}),
        }
        if name == "header":
            ok["headers"] = {"X-A": {"schema": schema}}
        sent = {"requestBody": {"content": {"application/json": {"schema": body}}}} if body is not None else {}
        return {"post": {"operationId": name, **sent, **more, "responses": {"200": ok}}}

    return {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {
            "/body": operation("body", body=schema),
            "/property": operation("property", body=wrapped),
            "/answer": operation("answer", answer=schema),
            "/part": operation("part", answer=wrapped),
            "/query": operation("query", parameters=[query]),
            "/inner": operation("inner", parameters=[inner]),
            "/header": operation("header"),
        },
    }


def test_what_oasdiff_calls_an_error_is_breaking(tmp_path: Path) -> None:
    excepted: dict[str, str] = loaded("exceptions.yaml")
    missed: list[str] = []
    seen: set[str] = set()
    for old, new in [*fixtures(), *edits(tmp_path)]:
        errors = [one for one in run("changelog", old, new) if one["level"] == 3]
        if not errors:
            continue
        found = [one for one in document_changes(read(old).tree, read(new).tree) if one.severity == "breaking"]
        names = {one.name for one in found}
        for one in errors:
            seen.add(one["id"])
            place = f"{one.get('operation', '')} {one.get('path', '').removeprefix('webhook:')}".strip()
            if place not in names and (place or not found):
                missed.append(f"{one['id']} ({one['text']}): {old.name} → {new.name}")
    kept = [one for one in missed if not any(fnmatchcase(one, f"{pattern}*") for pattern in excepted)]
    assert "\n".join(kept) == ""
    known = {one["id"] for one in run("checks", "changelog", "--severity", "error")}
    unseen = {id for id in known - seen if not any(fnmatchcase(id, pattern) for pattern in excepted)}
    assert " ".join(sorted(unseen)) == ""
