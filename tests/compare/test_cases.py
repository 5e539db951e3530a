"""Each rule has a case: two documents, and what `compare` says of their difference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.compare.change import rules
from tests.compare.cases import FOLDER, account, loaded, told

CASES = loaded("cases.yaml")
TEXT = (FOLDER / "expected.txt").read_text("utf-8")
EXPECTED = {part.partition(" → ")[0]: f"== {part}" for part in TEXT.split("== ")[1:]}


@pytest.mark.parametrize("name", CASES)
def test_what_a_change_means(name: str, tmp_path: Path) -> None:
    found = account(CASES[name], tmp_path)
    assert told(name, found) == EXPECTED[name]
    id = name.partition(" ")[0]
    assert id in {one.id for one in found.changes} or (id == found.severity == "internal")
    assert all(one.place.line for one in found.changes if one.pointer)


def test_each_rule_has_a_case() -> None:
    # The runtime's part of api.txt is no part of a document; its rules are tested in test_runtime.py.
    runtime = {"name-removed", "name-added", "signature-changed", "signature-extended"}
    assert {name.partition(" ")[0] for name in CASES} == {*rules(), "internal"} - runtime
    assert EXPECTED.keys() == CASES.keys()


def test_the_documentation_lists_each_rule() -> None:
    for language in ("en", "zh"):
        page = (FOLDER.parents[2] / "docs" / language / "compatibility.md").read_text("utf-8")
        rows = dict(re.findall(r"(?m)^\| <a id=\"[\w-]+\"></a>`([\w-]+)` \| (\w+|兼容|不兼容) \|", page))
        words = {"不兼容": "breaking", "兼容": "compatible"}
        assert {id: words.get(word, word) for id, word in rows.items()} == {
            id: rule.severity for id, rule in rules().items()
        }
