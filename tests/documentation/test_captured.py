"""The captured state of pages: what is recorded, and what has changed since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.documentation.captured import accept
from generator.documentation.check import check
from generator.documentation.forms import read as read_pages
from generator.documentation.text import page
from generator.spec import Document, read

from .cases import FOLDER, checked

PAGE = FOLDER / "unchanged" / "paint.txt"


def captured(folder: Path, *pages: Path) -> tuple[Path, Document]:
    """A copy of the spec with pages recorded, and the document read anew."""
    shutil.copytree(FOLDER / "spec", folder / "spec")
    spec = folder / "spec" / "openapi.yaml"
    for one in pages:
        document = read(spec)
        accept(read_pages(one, document), document, folder / "spec" / "documentation.yaml")
    return spec, read(spec)


def messages(text: str, document: Document) -> list[str]:
    found = page("paint.txt", "text", text, document.tree, {"Colours"})
    assert found
    return [one.message.partition(", unlike")[0] for one in check([found], document)]


def test_what_is_ours_stays_and_a_page_is_recorded_once(tmp_path: Path) -> None:
    captured(tmp_path, PAGE, FOLDER / "unchanged" / "lamp.txt", PAGE)
    ours = (FOLDER / "spec" / "documentation.yaml").read_text("utf-8")
    written = (tmp_path / "spec" / "documentation.yaml").read_text("utf-8")
    assert written.startswith(ours)
    assert written.count("\n- key:") == 2
    assert "Paints one lamp" not in written  # facts, not the text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("mood\nstring\noptional\n", "", "`mood` is gone"),
        ("curve\n", "bend\n", "`fade.curve` is gone"),
        ("X-Room\nstring\noptional\n<= 64 characters\nExample:\nkitchen\n", "", "`X-Room` is gone"),
        ("REDGREENBLUE", "REDBLUE", '`colour` is no longer "GREEN"'),
        ("<= 4 items\n", "", "`tags` has no maxItems any more"),
        ("Default:\n50\n", "", "`brightness` has the default null instead of 50"),
        ("watts\nstring", "watts\nboolean", "`watts` is boolean instead of"),
        ("on\nboolean\nrequired\n", "", "`on` is gone"),
    ],
)
def test_what_a_page_no_longer_states_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    document = captured(tmp_path, PAGE)[1]
    text = PAGE.read_text("utf-8")
    assert messages(text, document) == []
    assert old in text
    found = messages(text.replace(old, new), document)
    assert any(one.startswith(f"POST /lamps/{{id}}/colour: {message}") for one in found), found


def test_what_a_page_cuts_off_is_not_gone(tmp_path: Path) -> None:
    document = captured(tmp_path, PAGE)[1]
    lines = PAGE.read_text("utf-8").splitlines(keepends=True)
    for number, line in enumerate(lines[8:], 8):
        for half in (line, line[: len(line) // 2]):
            assert messages("".join([*lines[:number], half]), document) == [], half


@pytest.mark.parametrize("name", sorted(one.name for one in (FOLDER / "unchanged").iterdir()))
def test_a_recorded_page_is_no_difference_in_any_form(tmp_path: Path, name: str) -> None:
    spec, _ = captured(tmp_path, FOLDER / "unchanged" / name)
    assert checked("unchanged", spec=spec)[1] == 0


def test_a_renamed_page_with_another_path_is_still_the_page(tmp_path: Path) -> None:
    spec, _ = captured(tmp_path, FOLDER / "unchanged" / "paint.md")
    output, _ = checked("changed/paint.md", spec=spec)
    assert '`colour` is no longer "GREEN", "BLUE"' in output
