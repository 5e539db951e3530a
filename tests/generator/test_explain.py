"""Explanations: every code that is told has one, its example shows it, and the documentation's pages are current."""

from __future__ import annotations

import ast
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import generator.check as checks
from generator.check import check
from generator.cli import app
from generator.diagnostics import Diagnostic, DiagnosticsError
from generator.explain import Explanation, explanations
from generator.explain.page import page
from generator.normalize import normalize
from generator.plan import plan
from generator.spec import read
from tests.generator.rendered_cases import diagnostics, folders

ROOT = Path(__file__).resolve().parents[2]
# The place of the code among the arguments of functions that keep a diagnostic.
POSITIONS = {"unsupported": 4, "warn": 3, "report": 3, "diagnostic": 3}
EXAMPLES = [one for one in explanations().values() if one.example]


def codes_of(tree: ast.Module) -> Iterator[str]:
    """The codes that a module passes on."""
    constants = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        found: list[ast.expr | None] = []
        if isinstance(node, ast.Call):
            found += [one.value for one in node.keywords if one.arg == "code"]
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            found += node.args[POSITIONS[name] :][:1] if name in POSITIONS else []
        elif isinstance(node, ast.FunctionDef):
            found += [
                value
                for one, value in zip(node.args.args[::-1], node.args.defaults[::-1], strict=False)
                if one.arg == "code"
            ]
        elif isinstance(node, ast.Dict):
            found += [
                value for key, value in zip(node.keys, node.values, strict=True) if getattr(key, "value", "") == "code"
            ]
        for value in found:
            value = constants.get(value.id, value) if isinstance(value, ast.Name) else value
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def told() -> set[str]:
    """Every code that the generator tells."""
    rules = (getattr(checks, name) for name in dir(checks) if name.endswith("_RULES"))
    of_rules = {rule.__name__.replace("_", "-") for group in rules for rule in group}
    places = [
        ROOT / "generator" / name for name in ("spec", "normalize", "plan", "render", "publish", "init", "evidence")
    ]
    modules = [path for place in places for path in place.rglob("*.py")]
    modules += [ROOT / "generator" / "limited.py", ROOT / "generator" / "compare" / "accepted.py"]
    return of_rules.union(*(codes_of(ast.parse(path.read_text("utf-8"))) for path in modules))


def test_every_code_is_explained_and_every_explanation_is_of_a_code() -> None:
    assert told() == explanations().keys()


def found_in(folder: Path, one: Explanation, kept: str) -> list[Diagnostic]:
    """The diagnostics of an example without the lines of one sign."""
    folder.mkdir()
    lines = [line[1:] for line in one.example.splitlines() if line[:1] in (" ", kept)]
    files = re.split(r"^# (\S+)$", "\n".join(lines) + "\n", flags=re.MULTILINE)
    main = files[0]
    main = ("" if "swagger:" in main else "openapi: 3.1.0\n") + main
    main += "" if re.search("^info:", main, re.MULTILINE) else 'info: {title: Acme, version: "1"}\n'
    main += "" if re.search("^paths:", main, re.MULTILINE) else "paths: {}\n"
    for name, text in zip(["openapi.yaml", *files[1::2]], [main, *files[2::2]], strict=True):
        (folder / name).write_text(text, "utf-8")
    if one.kept:
        shutil.copy(ROOT / "spec" / "extensions.yaml", folder)
    try:
        return list(plan(check(normalize(read(folder / "openapi.yaml")))).diagnostics)
    except DiagnosticsError as error:
        return error.diagnostics


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.code)
def test_an_example_shows_its_diagnostic_and_is_mended(one: Explanation, tmp_path: Path) -> None:
    wrong, right = found_in(tmp_path / "wrong", one, "-"), found_in(tmp_path / "right", one, "+")
    shown = {found.severity for found in wrong if found.code == one.code}
    assert shown, wrong
    assert shown <= {*one.severities}
    assert [str(found) for found in right if found.code == one.code] == []


@pytest.mark.parametrize("case", folders("problems"), ids=lambda case: case.name)
def test_a_severity_that_is_told_is_explained(case: Path) -> None:
    for found in diagnostics(case):
        assert found.severity in explanations()[found.code].severities


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_the_documentation_is_current(language: str) -> None:
    path = ROOT / "docs" / language / "diagnostics.md"
    assert path.read_text("utf-8") == page(language), "run `python -m tests.package.quotes`"


def explained(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["explain", *arguments])
    return done.exit_code, done.stdout, done.stderr


def test_a_code_is_explained() -> None:
    code, text, _ = explained("required-properties")
    assert code == 0
    assert text.startswith("required-properties: warning\n\nEach name in `required` is among the properties.\n")
    assert "  -      required: [sise]\n" in text
    assert json.loads(explained("required-properties", "--json")[1])["severities"] == ["warning"]


def test_all_codes_are_listed_by_severity() -> None:
    code, text, _ = explained()
    assert code == 0
    assert [line for line in text.splitlines() if line in ("error", "unsupported", "warning")] == [
        "error",
        "unsupported",
        "warning",
    ]
    assert {line.split()[0] for line in text.splitlines() if re.match("  [a-z]", line)} == explanations().keys()
    assert {one["code"] for one in json.loads(explained("--json")[1])["codes"]} == explanations().keys()


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("requierd-properties", "did you mean required-properties"),
        ("files", "did you mean file-fields"),
        ("xyz", "explain` lists the codes"),
    ],
)
def test_an_unknown_code_has_the_nearest_as_hint(code: str, hint: str) -> None:
    exit_code, text, told = explained(code)
    assert (exit_code, text) == (2, "")
    assert f"{code!r} is no code of a diagnostic" in told
    assert hint in told
