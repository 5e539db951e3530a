"""Quotes of the examples in Markdown: a comment that names a file, or a region of one, and the fenced block below it.

    <!-- examples/errors.py#outcome -->

A region begins at a line `# region NAME` and ends at `# endregion`. `python -m tests.package.quotes` brings every quote
up to date, and renders the pages of diagnostics.
"""

from __future__ import annotations

import re
from pathlib import Path

from bench.comparison.table import table
from generator.explain.page import page

ROOT = Path(__file__).resolve().parents[2]
QUOTE = re.compile(r"(<!-- (examples/\S+) -->\n```python\n)(.*?)(?=```)", re.DOTALL)

# The table of `make comparison` in one language.
TABLE = re.compile(r"(<!-- comparison (en|zh) -->).*?(<!-- /comparison -->)", re.DOTALL)


def documents() -> list[Path]:
    """Every page of prose that readers see."""
    folders = [
        ROOT,
        ROOT / "docs" / "en",
        ROOT / "docs" / "zh",
        ROOT / "examples",
        ROOT / "spec",
        ROOT / "tests" / "fixtures",
    ]
    return [path for folder in folders for path in sorted(folder.glob("*.md"))]


def source(name: str) -> str:
    """The text that a quote of this name must have. LookupError where there is no such file or region."""
    path, _, region = name.partition("#")
    file = ROOT / path
    if not file.is_file():
        raise LookupError(f"{path} does not exist")
    text = file.read_text("utf-8")
    if not region:
        return text
    found = re.search(rf"^# region {re.escape(region)}\n(.*?)^# endregion$", text, re.DOTALL | re.MULTILINE)
    if found is None:
        raise LookupError(f"{path} has no region {region!r}")
    return found[1]


def update(text: str) -> str:
    """The same document with every quote as its example is now, and the table as it was measured."""
    text = QUOTE.sub(lambda found: found[1] + source(found[2]), text)
    return TABLE.sub(lambda found: f"{found[1]}\n\n{table(found[2])}\n{found[3]}", text)


if __name__ == "__main__":
    for document in documents():
        text = document.read_text("utf-8")
        if (new := update(text)) != text:
            document.write_text(new, "utf-8")
            print("updated", document.relative_to(ROOT))
    for language in ("en", "zh"):
        (ROOT / "docs" / language / "diagnostics.md").write_text(page(language), "utf-8")
