"""The comparison with other generators: the documentation shows the table of the stored result."""

from __future__ import annotations

import pytest

from tests.package.quotes import ROOT, TABLE, update

PAGES = {"en": ("README.md", "docs/en/any-document.md"), "zh": ("README.zh-CN.md", "docs/zh/any-document.md")}


@pytest.mark.parametrize(("language", "page"), [(key, page) for key, pages in PAGES.items() for page in pages])
def test_the_table_is_that_of_the_stored_result(language: str, page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert [found[2] for found in TABLE.finditer(text)] == [language]
    assert text == update(text), "run `python -m tests.package.quotes`"
