"""The programs in examples/from_openai print with ezlink what they print with the OpenAI SDK, but for listed ones."""

from __future__ import annotations

import ast
import re

import pytest

from .snippets import ROOT, SNIPPETS, different, migration, printed, run_all, with_our_imports

# Some leave files and clients open, as programs do.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

NAMES = [path.stem for path in SNIPPETS]


@pytest.fixture(scope="module")
def ours() -> dict[str, str]:
    return run_all(ours=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_snippet_prints_the_same(name: str, ours: dict[str, str]) -> None:
    if name in different():
        assert ours[name] != printed()[name], f"{name} is the same now: take it out of different.yaml"
    else:
        assert ours[name] == printed()[name]


def test_what_was_recorded_and_listed_are_snippets() -> None:
    assert sorted(printed()) == NAMES
    assert different().keys() <= {*NAMES}
    assert len(different()) <= 0.05 * len(NAMES)


def test_only_imports_are_changed() -> None:
    table = migration()
    for path in SNIPPETS:
        source = path.read_text(encoding="utf-8")
        changed = with_our_imports(source, table)
        assert changed != source, path.name
        assert _without_imports(changed) == _without_imports(source), path.name


def _without_imports(source: str) -> list[str]:
    return [ast.dump(node) for node in ast.parse(source).body if not isinstance(node, (ast.Import, ast.ImportFrom))]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_documentation_tells_the_names_and_the_differences(language: str) -> None:
    page = (ROOT / "docs" / language / "migration.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| ")]
    for theirs, ours in migration()["names"].items():
        assert any(f"`{theirs}`" in row[0] and f"`{ours}`" in row[1] for row in rows), theirs
    for name, cure in different().items():
        assert cure in page if language == "en" else set(re.findall("`.+?`", cure)) <= {*re.findall("`.+?`", page)}, (
            name
        )
