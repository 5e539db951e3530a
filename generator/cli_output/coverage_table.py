"""The table of `python -m generator coverage`: drawn in a terminal, plain columns in a pipe."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from ..diagnostics import width
from ..evidence.coverage import KINDS, Row

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

HEAD = ("operation", "page", "spec", "success", "failure", *KINDS, "sync", "async")
COUNTED = ("success", "failure", *KINDS)
# How each column is drawn: its side, its least width and its greatest. The last one gives way in a narrow window.
DRAWN: dict[str, tuple[Literal["left", "right"], int | None, int | None]] = {
    "operation": ("left", 30, 36),
    "page": ("left", 13, 18),
    "line": ("right", 4, None),
    "success": ("right", 10, None),
    "failure": ("right", 7, None),
    "of these": ("left", 23, None),
    "sync, async": ("left", None, None),
}
WRONG = "bold red"


def cells(row: Row) -> dict[str, str]:
    """A row in words: a kind that an operation does not have is '-', one that is missing is 0."""
    kinds = {kind: str(row.kinds[kind]) if kind in row.kinds else "-" for kind in KINDS}
    return {
        "operation": row.id,
        "page": page_of(row),
        "spec": row.spec.rpartition(":")[0],  # file and line
        "success": str(row.successes) if row.served or row.successes else "not served",
        "failure": str(row.failures),
        **kinds,
        "sync": row.sync or "-",
        "async": row.asynchronous or "-",
    }


def page_of(row: Row) -> str:
    """The page's id, or its title where the id is not known."""
    return row.page or row.title or "undocumented"


def plain(rows: list[Row]) -> str:
    """Columns that a terminal of any kind, grep and awk can read; no cell holds two spaces in a row."""
    lines = [HEAD, *(tuple(cells(row).values()) for row in rows)]
    widths = [max(width(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join("  ".join(_pad(*cell) for cell in zip(line, widths, HEAD, strict=True)).rstrip() for line in lines)


def drawn(rows: list[Row]) -> Table:
    """The same with colour, file by file, in as few columns as a window has."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="dim", pad_edge=False, padding=(0, 2, 0, 0))
    for name, (justify, least, most) in DRAWN.items():
        table.add_column(name, justify=justify, min_width=least, max_width=most, no_wrap=True, overflow="ellipsis")
    for file, section in groupby(rows, lambda row: row.spec.partition(":")[0]):
        table.add_row(Text(f"\n{file}", "bold cyan"))
        for row in section:
            table.add_row(*_drawn(row))
    return table


def _drawn(row: Row) -> tuple[Text, ...]:
    from rich.text import Text

    line, missing = cells(row), row.missing()
    kinds = [Text(f"{kind} {count}", "" if count else WRONG) for kind, count in row.kinds.items()]
    clients = [Text("✓ ", "green") if one else Text("✗ ", WRONG) for one in (row.sync, row.asynchronous)]
    return (
        Text(f"  {row.id}", "" if row.served else "dim"),
        Text(line["page"], "dim" if row.documented else "yellow"),
        Text(line["spec"].rpartition(":")[2], "dim"),
        Text(line["success"], WRONG if "success" in missing else "" if row.served else "yellow"),
        Text(line["failure"], WRONG if "failure" in missing else ""),
        Text(", ").join(kinds),
        Text.assemble(*clients, row.sync or row.asynchronous or ""),
    )


def _pad(text: str, size: int, name: str) -> str:
    blank = " " * (size - width(text))
    return blank + text if name in COUNTED else text + blank
