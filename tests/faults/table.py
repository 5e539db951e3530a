"""The matrix for readers: in a terminal, and in docs/, where `python -m tests.faults.table` puts build/matrix.json."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.table import Table

from tests.faults.catalog import FAULTS
from tests.faults.endurance import CHINESE
from tests.faults.run import Cell

ROOT = Path(__file__).parents[2]
RESULT = ROOT / "build" / "matrix.json"
PAGES = {language: ROOT / "docs" / language / "faults.md" for language in ("en", "zh")}
HEADS = {"en": ("fault", "every client of ezlink"), "zh": ("故障", "ezlink 的所有客户端")}
NAMES = {fault.name: fault.chinese for fault in FAULTS} | CHINESE
EXPECTED = {fault.name: fault.expected for fault in FAULTS} | {name: {"call": "clean - 1"} for name in CHINESE}
PEERS = ("openai", "anthropic")
_CLASS = re.compile(r"[\w.]*[A-Z]\w+")
_ROWS = re.compile(r"(?<=\n\n)\| [^\n]* \| openai \| anthropic \|\n.*?\n(?=\n|\Z)", re.DOTALL)


def show(cells: Sequence[Cell]) -> Table:
    """One row for each fault and mode, one column for each client."""
    columns = list(dict.fromkeys(cell.transport for cell in cells))
    view = Table(title="What clients make of faults", title_justify="left")
    for name in ("fault", "mode", "expected", *columns):
        view.add_column(name)
    rows: dict[tuple[str, str, str], dict[str, Cell]] = {}
    for cell in cells:
        rows.setdefault((cell.fault, cell.mode, cell.expected), {})[cell.transport] = cell
    for row, found in rows.items():
        view.add_row(*row, *[_coloured(found.get(name)) for name in columns])
    return view


def _coloured(cell: Cell | None) -> str:
    if cell is None:
        return "-"
    if cell.ok and cell.expected == f"{cell.got} {cell.outcome} {cell.sent}":
        return "[green]✓"
    return f"[{'yellow' if cell.ok else 'red'}]{cell.got} {cell.outcome} {cell.sent} in {cell.seconds} s"


def page_rows(language: str) -> list[str]:
    """The beginning of each row of the page: the fault, and what our clients make of it."""
    rows: list[str] = []
    for name, chinese in NAMES.items():
        expected = EXPECTED[name]
        ends = _merged(_told(*expected[mode].split()) for mode in _shown(name))
        rows.append(f"| {name if language == 'en' else chinese} | {ends} |")
    return rows


def _shown(name: str) -> list[str]:
    """The modes that the page has room for."""
    return [mode for mode in ("call", "stream") if mode in EXPECTED[name]] or list(EXPECTED[name])[:1]


def _told(got: str, outcome: str, sent: int | str, ok: bool = True) -> str:
    names = [name.removeprefix("builtins.") for name in got.split(", ")]
    told = ", ".join(f"`{name}`" if _CLASS.fullmatch(name) else name for name in names)
    words = ["" if ok else "✗", told, "" if outcome == "-" else outcome, "" if int(sent) == 1 else f"×{sent}"]
    return " ".join(filter(None, words))


def _merged(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(texts))


def page_table(language: str, cells: Sequence[Cell]) -> str:
    """The table of a page."""
    lines = [f"| {' | '.join((*HEADS[language], *PEERS))} |", "| --- | --- | --- | --- |"]
    for name, row in zip(NAMES, page_rows(language), strict=True):
        found = [cell for cell in cells if cell.fault == name and cell.mode in _shown(name)]
        told = [
            _merged(
                _told(cell.got.replace("|", "/"), "-", cell.sent, cell.ok)
                for cell in found
                if cell.transport.startswith(peer)
            )
            for peer in PEERS
        ]
        lines.append(f"{row} {' | '.join(text or '-' for text in told)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    cells = [Cell(**cell) for cell in json.loads(RESULT.read_text("utf-8"))]
    for language, page in PAGES.items():
        table = page_table(language, cells)
        page.write_text(_ROWS.sub(lambda _, table=table: table, page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
