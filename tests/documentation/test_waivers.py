"""Differences that an entry of documentation.yaml waives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.documentation.check import check
from generator.documentation.forms import read as read_pages
from generator.evidence.documentation import documentation
from generator.spec import Document, read

from .cases import FOLDER

EXPORT = FOLDER / "changed" / "export.json"


def waiving(folder: Path, *waived: str) -> Document:
    """The spec, whose page `List lamps` has waivers."""
    shutil.copytree(FOLDER / "spec", folder / "spec")
    register = folder / "spec" / "documentation.yaml"
    covers = "    covers: [listLamps, Lamp]\n"
    listed = "".join(f"      - {{{one}}}\n" for one in waived)
    register.write_text(register.read_text("utf-8").replace(covers, f"{covers}    waived:\n{listed}"), "utf-8")
    return read(folder / "spec" / "openapi.yaml")


def told(document: Document, page: Path = EXPORT) -> set[tuple[str, str]]:
    return {(one.kind, one.message) for one in check(read_pages(page, document), document)}


def test_what_is_waived_is_not_told(tmp_path: Path) -> None:
    document = waiving(tmp_path, 'difference: response-narrowed, field: "[].watts", reason: The page rounds.')
    every = told(read(FOLDER / "spec" / "openapi.yaml"))
    assert every - told(document) == {
        ("response-narrowed", "GET /lamps: `[].watts` is integer or null instead of number or null.")
    }
    assert told(document) <= every


@pytest.mark.parametrize("kind", ["page-renamed", "page-removed"])
def test_what_a_list_of_pages_tells_may_be_waived(tmp_path: Path, kind: str) -> None:
    document = waiving(tmp_path, f"difference: {kind}, reason: It comes and goes.")
    removed = ("page-removed", "The page List lamps (api-12) is no longer listed.")
    found = told(document, FOLDER / "changed" / "llms.txt")
    assert (removed in found) is (kind != "page-removed")


def test_a_waiver_that_nothing_needs_is_told_by_a_whole_page(tmp_path: Path) -> None:
    document = waiving(tmp_path, "difference: deprecation-changed, reason: Old.")
    message = "Nothing in the page differs as its waiver of deprecation-changed says: remove the waiver."
    assert ("waiver-unused", message) in told(document)
    assert told(document, FOLDER / "unchanged" / "lamp.txt") == set()


def test_a_waiver_names_a_difference_and_a_reason(tmp_path: Path) -> None:
    document = waiving(tmp_path, "difference: page-rename, reason: Why not", "difference: page-moved")
    found = [one.message for one in documentation(document)]
    assert "there is no difference 'page-rename'" in found
    assert "the waiver has no reason" in found
