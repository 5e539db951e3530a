"""The register of divergences: each is told from both sides, with evidence that exists, at a place that exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

ERAS = {"3563e3a2": "Sep", "04a20818": "Nov", "f3e60afa": "head"}
KEYS = {"id", "at", "page_says", "documented", "wire_does", "evidence", "since", "until", "spec"}

# What the register has to hold, whatever else it holds.
KNOWN = {
    "unknown-model-is-200",
    "seed-not-seen",
    "tools-not-required",
    "moderation-model-not-required",
    "models-have-permission-root-parent",
    "model-ids-repeat",
    "usage-rows-are-nested",
    "key-required",
    "answer-has-model",
    "stream-cut-ends-normally",
    "stream-may-be-empty",
    "errors-are-flat",
    "vendor-error-is-200",
}

MISSING = object()


def test_each_entry_is_whole(register: list[dict[str, Any]]) -> None:
    for entry in register:
        assert entry.keys() - {"documented"} == KEYS - {"documented"}, entry["id"]
    ids = [entry["id"] for entry in register]
    assert len(ids) == len(set(ids))
    assert set(ids) >= KNOWN


def test_each_entry_speaks_of_a_place(register: list[dict[str, Any]], tree: dict[str, Any]) -> None:
    lost = [f"{entry['id']}: {place}" for entry in register for place in entry["at"] if _at(tree, place) is MISSING]
    assert lost == []


def test_each_entry_changes_something(register: list[dict[str, Any]], tree: dict[str, Any]) -> None:
    """Where the page's side can be written as a value, the spec has another one."""
    idle = [
        f"{entry['id']}: {place}"
        for entry in register
        for place, page in entry.get("documented", {}).items()
        if (found := _at(tree, place)) == page or (found is MISSING and page is None)
    ]
    assert idle == []


def test_evidence_of_the_wire_exists(register: list[dict[str, Any]], fixtures: Path) -> None:
    for entry in register:
        gateway = entry["evidence"]["gateway"]
        assert gateway["era"] == ERAS[gateway["commit"]]
        assert gateway["mark"] in {"gateway-source", "gateway-source [wire]"}
        for case in gateway.get("fixtures", ()):
            assert (fixtures / f"{case}.json").is_file(), f"{entry['id']}: {case}"
        assert ("[wire]" not in gateway["mark"]) or gateway.get("fixtures"), entry["id"]


def test_evidence_of_the_page_exists(register: list[dict[str, Any]], pages: list[dict[str, Any]]) -> None:
    marks = {page["page"]: page for page in pages}
    for entry in register:
        page = entry["evidence"]["documentation"]["page"]
        assert page is None or page in marks, entry["id"]


@pytest.mark.parametrize("key", ["since", "until"])
def test_dates_are_dates(register: list[dict[str, Any]], key: str) -> None:
    for entry in register:
        assert (key == "until" and entry[key] is None) or re.fullmatch(r"20\d\d-\d\d-\d\d", entry[key]), entry["id"]


def _at(tree: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        if isinstance(tree, list) and key.isdecimal() and int(key) < len(tree):
            tree = tree[int(key)]
        elif isinstance(tree, dict) and key in tree:
            tree = tree[key]
        else:
            return MISSING
    return tree
