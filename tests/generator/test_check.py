"""Checking: a folder of data per case. Wrong specs have diagnostics.txt, accepted ones the bundled document."""

from __future__ import annotations

import copy
import json
import pickle
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.check import check
from generator.check.openapi.fast_path import FastValidator
from generator.diagnostics import Diagnostic, DiagnosticsError, Place
from generator.evidence.coverage import coverage
from generator.evidence.documentation import counts, headings
from generator.plan import plan
from generator.spec import read
from tests.generator.rendered_cases import CASES, faults, folders

ROOT = Path(__file__).parents[2]


def spec_of(case: Path) -> Path:
    return next((case / "spec").glob("openapi.*"))


@pytest.mark.parametrize("case", folders("problems"), ids=lambda case: case.name)
def test_every_fault_is_reported_at_once_with_its_place_and_a_hint(case: Path) -> None:
    found = faults(case)
    assert "".join(f"{one}\n" for one in found) == (case / "diagnostics.txt").read_text(encoding="utf-8")
    assert found
    assert all(one.hint for one in found)


@pytest.mark.parametrize("case", folders("accepted"), ids=lambda case: case.name)
def test_any_makers_document_is_accepted_and_bundled(case: Path) -> None:
    document = read(spec_of(case))
    assert check(document) is document
    assert json.dumps(document.tree, ensure_ascii=False, indent=1) + "\n" == (case / "bundled.json").read_text("utf-8")


def test_our_own_spec_has_no_problem_and_counts_every_page() -> None:
    document = check(read(ROOT / "spec" / "openapi.yaml"))
    counted = counts(document)
    assert counted["pages"] == 55
    assert counted["covered"] + counted["pending"] + counted["empty"] == 55
    assert coverage(document, ROOT / "tests" / "fixtures").diagnostics == []


def test_a_readme_that_is_not_there_has_no_headings(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# One\n```\n# no heading\n```\n## Two\n", encoding="utf-8")
    assert headings(tmp_path / "README.md") == ["One", "Two"]
    assert headings(tmp_path / "none.md") == []


WRONG: list[Any] = [
    None, 5, -1.5, "", "{a}{b}", True, [], [1], ["null"], [[]], {}, {"a": 1}, {"type": "object"},
    {"type": ["string", "null"]}, {"$ref": "#/components/schemas/Pet"}, {"$ref": "#/nope"},
    "#/components/schemas/Cat",
]  # fmt: skip
TANGLED = [
    "streams", "extensions", "proof", "proofs", "parameters", "returns", "tasks", "variants", "servers", "media-types",
    "names-in-schemas",
]  # fmt: skip
KEYS = ["allOf", "$ref", "oneOf", "discriminator", "x-stream", "x-errors", "x-client", "items", "properties", "x-task"]


@pytest.fixture(params=range(90))
def mutilated(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
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


def test_a_mutilated_document_is_planned_or_diagnosed_and_never_a_crash(
    mutilated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _checked(mutilated)
    monkeypatch.setattr(FastValidator, "passes", lambda self, value: False)
    assert found == _checked(mutilated), "the fast validator passes what the slow one does not"


def _checked(spec: Path) -> str:
    try:
        plan(check(read(spec)))
    except DiagnosticsError as problems:
        return str(problems)
    return ""


def _nodes(tree: Any) -> list[tuple[Any, Any]]:
    """Every node as its owner and its key."""
    entries = list(tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ())
    return [(tree, key) for key, _ in entries] + [below for _, value in entries for below in _nodes(value)]


@pytest.fixture
def recorded(tmp_path: Path) -> Callable[..., list[str]]:
    """Record answers of one operation that proves its result by `data`; gives what coverage says."""
    spec = tmp_path / "spec" / "openapi.yaml"
    spec.parent.mkdir()
    spec.write_text("""
openapi: 3.1.0
info: {title: A, version: "1"}
x-errors: {}
paths:
  /a:
    post:
      operationId: getA
      x-errors: {proof: [data]}
      responses: {"200": {description: ok}}
""")

    def record(*responses: dict[str, Any]) -> list[str]:
        folder = tmp_path / "fixtures" / "getA"
        folder.mkdir(parents=True)
        for number, response in enumerate(responses):
            (folder / f"{number}.json").write_text(json.dumps({"response": response}))
        return [one.message for one in coverage(read(spec), tmp_path / "fixtures").diagnostics]

    return record


SUCCESS = {"status": 200, "ended": "complete", "body": {"json": {"data": []}}}
FAILURE = {"status": 400, "ended": "complete", "body": {"json": {"data": []}}}
NO_SUCCESS, NO_FAILURE = "getA has no recorded success", "getA has no recorded failure"


@pytest.mark.parametrize(
    ("responses", "missing"),
    [
        ([SUCCESS, FAILURE], []),
        ([], [NO_SUCCESS, NO_FAILURE]),
        ([SUCCESS], [NO_FAILURE]),
        ([FAILURE], [NO_SUCCESS]),
        ([SUCCESS, {**SUCCESS, "body": {"json": {"error": {"message": "no"}}}}], []),
        ([SUCCESS, {**SUCCESS, "body": {}}], []),
        ([SUCCESS, {**SUCCESS, "body": {"text": "<html>"}}], []),
        ([SUCCESS, {**SUCCESS, "body": {"json": [1]}}], []),
        ([SUCCESS, {**SUCCESS, "ended": "cut"}], []),
    ],
)
def test_every_operation_has_a_recorded_success_and_failure(
    recorded: Callable[..., list[str]], responses: list[dict[str, Any]], missing: list[str]
) -> None:
    assert recorded(*responses) == missing


def test_an_unreadable_recording_is_told(recorded: Callable[..., list[str]], tmp_path: Path) -> None:
    folder = tmp_path / "fixtures" / "getA"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text("{")
    document = read(tmp_path / "spec" / "openapi.yaml")
    assert any("is not JSON" in one.message for one in coverage(document, tmp_path / "fixtures").diagnostics)


def test_an_operation_that_nobody_serves_needs_no_recording(recorded: Callable[..., list[str]], tmp_path: Path) -> None:
    spec = tmp_path / "spec" / "openapi.yaml"
    spec.write_text(spec.read_text().replace("x-errors: {p", "x-not-served: {evidence: tried}\n      x-errors: {p"))
    assert recorded() == []


def test_a_divergence_cites_recordings_that_exist(recorded: Callable[..., list[str]], tmp_path: Path) -> None:
    register = tmp_path / "spec" / "divergences.yaml"
    register.write_text("divergences: [{evidence: {gateway: {fixtures: [getA/0, getA/9]}}}]\n")
    assert recorded(SUCCESS, FAILURE) == ["there is no recording 'getA/9'"]


def test_an_operation_id_cannot_look_for_recordings_elsewhere(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text('paths: {/a: {get: {operationId: "../../../\\0etc"}}}\n')
    assert len(coverage(read(spec), tmp_path / "fixtures").diagnostics) == 2


def test_problems_are_sorted_told_once_and_survive_pickling() -> None:
    first, second = Diagnostic(Place("a.yaml", 2, 1), "x"), Diagnostic(Place("a.yaml", 10, 1), "a")
    problems = DiagnosticsError([second, first, second])
    assert problems.diagnostics == [first, second]
    assert pickle.loads(pickle.dumps(problems)).diagnostics == [first, second]
    assert problems.as_dict()["diagnostics"][0] == {
        "file": "a.yaml", "line": 2, "column": 1, "message": "x", "hint": "", "excerpt": "",
    }  # fmt: skip


def test_a_problem_cannot_steer_a_terminal() -> None:
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
