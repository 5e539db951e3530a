"""Checking: a folder of data per case. Wrong specs have diagnostics.txt, accepted ones the bundled document."""

from __future__ import annotations

import copy
import json
import pickle
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.check import check
from generator.check.openapi.fast_path import FastValidator
from generator.diagnostics import Diagnostic, DiagnosticsError, Place
from generator.normalize import normalize
from generator.plan import plan
from generator.spec import read
from tests.generator.rendered_cases import CASES, diagnostics, folders, text


def spec_of(case: Path) -> Path:
    return next((case / "spec").glob("openapi.*"))


@pytest.mark.parametrize("case", folders("problems"), ids=lambda case: case.name)
def test_every_fault_is_reported_at_once_with_its_place_and_a_hint(case: Path) -> None:
    found = diagnostics(case)
    assert text(found) == (case / "diagnostics.txt").read_text(encoding="utf-8")
    assert found
    assert all(one.hint for one in found)


@pytest.mark.parametrize("case", folders("accepted"), ids=lambda case: case.name)
def test_any_makers_document_is_accepted_and_bundled(case: Path) -> None:
    document = read(spec_of(case))
    assert check(document) is document
    assert json.dumps(document.tree, ensure_ascii=False, indent=1) + "\n" == (case / "bundled.json").read_text("utf-8")


WRONG: list[Any] = [
    None, 5, -1.5, "", "{a}{b}", True, [], [1], ["null"], [[]], {}, {"a": 1}, {"type": "object"},
    {"type": ["string", "null"]}, {"$ref": "#/components/schemas/Pet"}, {"$ref": "#/nope"},
    "#/components/schemas/Cat",
]  # fmt: skip
TANGLED = [
    "streams", "extensions", "proof", "proofs", "parameters", "returns", "tasks", "variants", "media-types",
    "names-in-schemas",
]  # fmt: skip
KEYS = ["allOf", "$ref", "oneOf", "discriminator", "x-stream", "x-errors", "x-client", "items", "properties", "x-task"]


@pytest.fixture(params=range(90))
def mutated(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A document with one to three nodes replaced by chance."""
    chance = random.Random(request.param)
    wrong = [spec_of(CASES / "problems" / name) for name in TANGLED]
    right = [spec_of(case) for kind in ("accepted", "rendered") for case in folders(kind)]
    tree = read(chance.choice([*right, *wrong])).tree
    for _ in range(chance.choice([1, 1, 2, 3])):
        owner, key = chance.choice(_nodes(tree))
        if isinstance(owner, dict) and chance.random() < 0.4:
            key = chance.choice([key, *KEYS])
        owner[key] = copy.deepcopy(chance.choice(WRONG))
    shutil.copy(CASES / "problems" / "extensions" / "spec" / "extensions.yaml", tmp_path)
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(tree))
    return path


@pytest.mark.parametrize("value", [float("nan"), {1, 2}])
def test_the_fast_validator_passes_nothing_that_it_cannot_read(value: object) -> None:
    assert not FastValidator({"type": ["object", "array", "number"]}).passes(value)


def test_a_mutated_document_is_planned_or_diagnosed_and_never_a_crash(
    mutated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _checked(mutated)
    monkeypatch.setattr(FastValidator, "passes", lambda self, value: False)
    assert found == _checked(mutated), "the fast validator passes what the slow one does not"


def _checked(spec: Path) -> str:
    try:
        plan(check(normalize(read(spec))))
    except DiagnosticsError as error:
        return str(error)
    return ""


def _nodes(tree: Any) -> list[tuple[Any, Any]]:
    """Every node as its owner and its key."""
    entries = list(tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ())
    return [(tree, key) for key, _ in entries] + [below for _, value in entries for below in _nodes(value)]


def test_diagnostics_are_sorted_reported_once_and_survive_pickling() -> None:
    first, second = Diagnostic(Place("a.yaml", 2, 1), "x"), Diagnostic(Place("a.yaml", 10, 1), "a")
    error = DiagnosticsError([second, first, second])
    assert error.diagnostics == [first, second]
    assert pickle.loads(pickle.dumps(error)).diagnostics == [first, second]
    assert error.as_dict()["diagnostics"][0] == {
        "file": "a.yaml", "line": 2, "column": 1, "message": "x", "hint": "", "excerpt": "",
        "severity": "error", "instead": "", "code": "",
    }  # fmt: skip


def test_a_document_in_one_line_is_not_written_for_each_diagnostic() -> None:
    told = Diagnostic(Place("a.json", 1, 500_001), "x", excerpt="a" * 500_000 + "b" * 500_000).as_dict()
    assert told["excerpt"] == "a" * 200 + "b" * 200


def test_a_diagnostic_cannot_steer_a_terminal() -> None:
    text = str(Diagnostic(Place("a.yaml", 1, 1), "x \x1b[31m\n\u202e", "y\r", "z: \x1b]0;title\x07"))
    assert all(char.isprintable() or char == "\n" for char in text)
    assert len(text.split("\n")) == 4


def test_the_caret_stands_below_its_column_however_wide_the_text_is() -> None:
    for excerpt, column, blank in (("a: b", 4, "   "), ("中文: b", 5, "      "), ("\ta: b", 5, "\t   ")):
        caret = Diagnostic(Place("a.yaml", 7, column), "x", excerpt=excerpt).lines()[2]
        assert caret == f"      | {blank}^"
    long = Diagnostic(Place("a.yaml", 7, 5_001), "x", excerpt="a" * 5_000 + "b" + "c" * 5_000).lines()
    assert long[1][long[2].index("^")] == "b"
    assert len(long[1]) < 200
