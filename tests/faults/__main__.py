"""`python -m tests.faults [--peers]`: play every fault to every client, print the table, write build/matrix.json."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from tests.faults.catalog import FAULTS
from tests.faults.columns import Column, ours, peers
from tests.faults.endurance import endurance
from tests.faults.run import Cell, run

CALLS, CANCELLATIONS = 10_000, 5_000


def play(columns: Sequence[Column]) -> list[Cell]:
    """Every cell of these columns."""
    cells = [cell for fault in FAULTS for cell in run(fault, columns)]
    return cells + [cell for column in columns for cell in endurance(column, CALLS, CANCELLATIONS)]


def main(*arguments: str) -> int:
    """Return how many cells of ours failed."""
    if arguments == ("--only-peers",):  # in the environment of the peers
        print(json.dumps([cell._asdict() for cell in play(peers())]))
        return 0
    from rich.console import Console

    from tests.faults.table import RESULT, show

    console = Console(width=None if sys.stdout.isatty() else 200)
    cells = play(ours())
    failed = sum(not cell.ok for cell in cells)
    if "--peers" in arguments:
        from bench.__main__ import environment
        from bench.__main__ import run as run_in_environment

        environment()
        cells += [Cell(**cell) for cell in json.loads(run_in_environment("-m", "tests.faults", "--only-peers"))]
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps([cell._asdict() for cell in cells], indent=0, ensure_ascii=False), "utf-8")
    console.print(show(cells))
    console.print(f"{len(cells)} cells in {RESULT.name}; {failed} of ours differ from what is documented")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
