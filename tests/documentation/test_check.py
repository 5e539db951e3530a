"""Saved pages in every form against a small spec: tests/cases/documentation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.documentation.check import check
from generator.documentation.forms import read as read_pages
from generator.documentation.text import page
from generator.documentation.unused import unused
from generator.spec import read

from .cases import EXPECTED, FOLDER, account, checked


def test_pages_of_every_form_are_told_as_expected() -> None:
    assert account() == EXPECTED.read_text("utf-8")


@pytest.mark.parametrize("name", sorted(one.name for one in (FOLDER / "unchanged").iterdir()))
def test_an_unchanged_page_is_no_difference(name: str) -> None:
    output, code = checked(f"unchanged/{name}")
    assert " pages read, 0 differences, 0 could not be read." in output
    assert code == 0


@pytest.mark.parametrize("name", sorted(one.name for one in (FOLDER / "unreadable").iterdir()))
def test_what_is_no_page_is_no_difference_either(name: str) -> None:
    output, code = checked(f"unreadable/{name}", machine=True)
    found = json.loads(output)
    assert code == 2
    assert found["differences"] == []
    assert found["unread"][0]["hint"]


def test_a_page_may_end_anywhere() -> None:
    """However much of a page is cut off, nothing of it counts as removed or changed."""
    text = (FOLDER / "unchanged" / "paint.txt").read_text("utf-8")
    lines = text.splitlines(keepends=True)
    document = read(FOLDER / "spec" / "openapi.yaml")
    for number, line in enumerate(lines[8:], 8):
        for half in (line, line[: len(line) // 2]):
            found = page("paint.txt", "text", "".join([*lines[:number], half]), document.tree, set())
            assert found
            assert check([found], document) == [], half


def test_the_spec_itself_is_no_difference(tmp_path: Path) -> None:
    """Everything that this project's own document says, unions, references and all, is read back as it stands."""
    document = read(Path("spec/openapi.yaml"))
    export = tmp_path / "export.json"
    export.write_text(json.dumps(document.tree, default=str), "utf-8")
    found = check(read_pages(export, document), document)
    # Summaries are English; waivers and what was captured are of the real pages.
    assert [one for one in found if one.kind not in ("page-renamed", "waiver-unused") and not one.since] == []


def test_a_difference_has_a_place_and_the_words_of_the_page() -> None:
    output, code = checked("changed/paint.txt", machine=True)
    assert code == 1
    found = {one["message"]: one for one in json.loads(output)["differences"]}
    limit = found["POST /lamps/{id}/colour: `X-Room` has the maxLength 32 instead of 64."]
    assert limit["place"] == {"file": "spec/openapi.yaml", "line": 12, "column": 11}
    assert limit["quote"] == "X-Room"


def test_a_file_of_50_mb_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "page.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    output, code = checked(large.as_posix())
    assert code == 2
    assert "too large for a page: 50 MB" in output


def test_pages_and_operations_without_a_counterpart_are_listed() -> None:
    found = {(one["kind"], one["name"]): one["reason"] for one in unused(read(FOLDER / "spec" / "openapi.yaml"))}
    assert found == {("page", "About lamps"): "There is nothing to specify."}
