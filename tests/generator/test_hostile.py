"""No string of a document becomes code (`make hostile` tries a hundred thousand)."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

import generator.render.docstrings
import generator.render.models
from generator.pipeline import build
from generator.render.constructor import constructor
from tests.hostile.cases import attempt_case
from tests.hostile.documents import CODE, attempt, escaped


@pytest.mark.parametrize(("seed", "names"), [(1, False), (2, False), (3, True)])
def test_no_string_becomes_code(seed: int, names: bool) -> None:
    tried = attempt(seed, names)
    assert tried.strings > 10
    assert tried.faults == []


@pytest.mark.parametrize("seed", range(6))
def test_no_string_of_a_feature_or_a_configuration_becomes_code(seed: int) -> None:
    assert not attempt_case(seed).faults


def test_names_of_headers_and_variables_stay_in_the_docstring_of_the_constructor() -> None:
    made = constructor("str", "Transport", {"trace": f'X"""{CODE}'}, {"key": f'A"""{CODE}', "other": "B\\"})
    assert [*escaped(ast.parse(made))] == []


@pytest.mark.skipif(os.name == "nt", reason="names of files are restricted there")
@pytest.mark.parametrize("end", ["\n", "\r", "\f", "\u2028"])
def test_the_name_of_a_directory_stays_in_a_comment(end: str, tmp_path: Path) -> None:
    folder = tmp_path / f"spec{end}{CODE} #"
    folder.mkdir()
    (folder / "a.yaml").write_text("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n")
    _, client = build(folder / "a.yaml")
    modules = [ast.parse(text) for path, text in client.files.items() if path in ("__init__.py", "client.py")]
    assert [name for module in modules for name in escaped(module)] == []


def test_what_escapes_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def unescaped(paragraphs: list[str], indent: int) -> str:
        return f'"""{" ".join(paragraphs)}"""'

    monkeypatch.setattr(generator.render.models, "docstring", unescaped)
    assert attempt(1, names=False).faults
