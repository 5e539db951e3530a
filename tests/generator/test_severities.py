"""Severities: what stops the generator, what is left out of the client, and what is only told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.diagnostics import DiagnosticsError
from generator.pipeline import build

LOOSE: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shelf", "version": 1.0},
    "paths": {
        "/a": {"get": {"operationId": "getA", "responses": {"200": {}}}},
        "/b": {
            "get": {
                "operationId": "getB",
                "requestBody": {"content": {"application/json": {}, "text/plain": {}}},
                "responses": {"204": {"description": "done"}},
            }
        },
    },
    "components": {"schemas": {"Odd": {"type": "string", "not": {"const": "even"}}}},
}


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(LOOSE, indent=1))
    return path


def run(spec: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["generate", "--spec", str(spec), "--out", "shelf", *arguments])


def test_what_is_left_out_is_listed_at_the_end_and_in_the_manifest(spec: Path, tmp_path: Path) -> None:
    result = run(spec)
    assert result.exit_code == 0
    assert "warning: 1.0 is not of type string" in result.stderr
    told = "unsupported: the body has the media type 'text/plain' too; the body is sent as application/json"
    assert told in result.stderr
    assert "unsupported: the keyword 'not' is not supported; it is ignored" in result.stderr
    assert "unsupported    2\nwarning        2\n" in result.stdout
    assert "unsupported    2\nwarning        2\n" in run(spec).stdout, "also where nothing has changed"
    listed = json.loads((tmp_path / "shelf" / "MANIFEST.json").read_text())["unsupported"]
    assert [(one["what"], one["instead"]) for one in listed] == [
        ("the body has the media type 'text/plain' too", "the body is sent as application/json"),
        ("the keyword 'not' is not supported", "it is ignored"),
    ]
    surface = (tmp_path / "shelf" / "api.txt").read_text()
    assert "body: object = omit" in surface


def test_machines_get_the_whole_list(spec: Path) -> None:
    told = json.loads(run(spec, "--json").stdout)
    found = {(one["severity"], one["code"]) for one in told["diagnostics"]}
    assert found == {("warning", "validity"), ("unsupported", "media-type"), ("unsupported", "keywords")}
    assert (told["ok"], told["unsupported"], told["warning"]) == (True, 2, 2)


def test_a_long_list_is_cut_for_people_and_counted(spec: Path) -> None:
    odd = {f"Odd{number}": {"type": "object", f"keyword{number}": 1} for number in range(12)}
    spec.write_text(json.dumps(LOOSE | {"components": {"schemas": odd}}))
    lines = run(spec).stderr.splitlines()
    assert sum("unknown keyword" in line for line in lines) == 10
    assert "keywords: 2 more; --json lists them" in lines
    assert "explain CODE` says more" in lines[-1]


def test_what_is_said_of_several_places_is_one_line_and_what_is_left_out_is_last(spec: Path) -> None:
    odd = {f"Odd{number}": LOOSE["components"]["schemas"]["Odd"] for number in range(12)}
    nullable = {f"Loose{number}": {"type": "string", "nullable": True} for number in range(30)}
    spec.write_text(json.dumps(LOOSE | {"components": {"schemas": odd | nullable}}))
    lines = run(spec).stderr.splitlines()
    (ignored,) = [line for line in lines if "the keyword 'not'" in line]
    (without,) = [line for line in lines if "'nullable' has no meaning" in line]
    assert ignored.endswith("it is ignored [keywords] and at 11 other places")
    assert without.endswith("[nullable] and at 29 other places")
    assert lines.index(without) < lines.index(ignored)


def test_strict_refuses_all_of_it(spec: Path, tmp_path: Path) -> None:
    result = run(spec, "--strict")
    assert result.exit_code == 1
    assert "3 problems found; nothing was written" in result.stderr
    assert not (tmp_path / "shelf").exists()


def test_a_document_with_schemas_of_its_extensions_is_strict(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "extensions.yaml").write_text("{}\n")
    with pytest.raises(DiagnosticsError, match=r"warning: 1\.0 is not of type string"):
        build(spec)


def test_what_has_no_meaning_stops_any_document(spec: Path) -> None:
    spec.write_text(json.dumps(LOOSE | {"paths": {"/a": {"get": ["nothing"]}}}))
    with pytest.raises(DiagnosticsError, match="is not of type object") as error:
        build(spec)
    assert "error" in {one.severity for one in error.value.diagnostics}


@pytest.mark.parametrize("how", ["option", "configuration", ""])
def test_a_reference_that_leads_nowhere_is_refused_only_if_strict(spec: Path, tmp_path: Path, how: str) -> None:
    lost = LOOSE | {"components": {"schemas": {"Lost": {"$ref": "lost.yaml#/Lost"}}}}
    spec.write_text(json.dumps(lost | {"info": {"title": "Shelf", "version": "1"}, "paths": {}}))
    (tmp_path / "generator.yaml").write_text("strict: true" if how == "configuration" else "{}")
    result = run(spec, *(["--strict"] if how == "option" else []))
    assert "lost.yaml cannot be read" in result.stderr
    assert result.exit_code == (1 if how else 0)
    if not how:
        (told,) = json.loads((tmp_path / "shelf" / "MANIFEST.json").read_text())["unsupported"]
        assert told["instead"] == "it may be anything"
