"""README and docs/: Python blocks are quotes of examples, links lead somewhere, both languages have the same pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .quotes import QUOTE, ROOT, documents, source

READERS = [path for path in documents() if path.is_relative_to(ROOT / "docs") or path.name.startswith("README")]
PAGES = {language: sorted((ROOT / "docs" / language).glob("*.md")) for language in ("en", "zh")}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(path: Path) -> set[str]:
    """The anchors of a Markdown file, as the site and repository browsers make them."""
    prose = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    titles = re.findall(r"^#+ (.+?)(?: \{ #([\w-]+) \})?$", prose, re.MULTILINE)
    return {own or re.sub(r"[^\w\- ]", "", title).replace(" ", "-").lower() for title, own in titles}


@pytest.mark.parametrize("document", READERS, ids=name)
def test_python_blocks_quote_the_examples(document: Path) -> None:
    text = document.read_text("utf-8")
    quotes = QUOTE.findall(text)
    assert text.count("```python") == len(quotes)
    for _, quoted, block in quotes:
        assert block == source(quoted), f"{quoted} has changed: run `python -m tests.package.quotes`"


def test_every_example_is_quoted_in_both_languages() -> None:
    examples = {path.stem for path in (ROOT / "examples").glob("*.py")} - {"demo", "workdir"}
    for pages in PAGES.values():
        text = "".join(page.read_text("utf-8") for page in pages)
        assert set(re.findall(r"<!-- examples/(\w+)\.py", text)) | {"chat"} == examples


@pytest.mark.parametrize("document", documents(), ids=name)
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"^```.*?^```", "", document.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        assert target.is_file(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("document", documents(), ids=name)
def test_files_that_are_named_exist(document: Path) -> None:
    named = re.findall(
        r"`((?:docs|examples|generator|requirements|spec|tests)/[a-z_./-]*)`", document.read_text("utf-8")
    )
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_both_languages_have_the_same_pages_headings_and_quotes() -> None:
    english, chinese = PAGES.values()
    assert [page.name for page in english] == [page.name for page in chinese]
    for one, other in zip(english, chinese, strict=True):
        texts = one.read_text("utf-8"), other.read_text("utf-8")
        assert len({tuple(re.findall(r"<!-- (\S+) -->", text)) for text in texts}) == 1, one.name
        assert len({tuple(re.findall(r"^(#+) ", text, re.MULTILINE)) for text in texts}) == 1, one.name


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_a_readme_is_short(readme: str) -> None:
    assert (ROOT / readme).stat().st_size <= 8 * 1024


def test_every_command_of_the_makefile_is_described() -> None:
    commands = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert [command for command in commands if command != "help" and f"`make {command}`" not in text] == []
