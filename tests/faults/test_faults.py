"""The fault matrix: every fault, in every mode, over every transport, ends as it is documented."""

from __future__ import annotations

import pytest

from tests.faults.catalog import FAULTS
from tests.faults.columns import Column, ours
from tests.faults.endurance import endurance
from tests.faults.fault import Fault
from tests.faults.run import run
from tests.faults.table import PAGES, page_rows


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_ends_as_documented_in_every_mode_over_every_transport(fault: Fault) -> None:
    assert [str(cell) for cell in run(fault, ours()) if not cell.ok] == []


@pytest.mark.parametrize("column", ours(), ids=lambda column: column.name)
def test_calls_cancellations_forks_and_an_end_with_all_left_open_leave_nothing_behind(column: Column) -> None:
    assert [str(cell) for cell in endurance(column, calls=300, cancellations=80) if not cell.ok] == []


@pytest.mark.parametrize("language", PAGES)
def test_the_documentation_shows_every_fault_with_what_is_expected(language: str) -> None:
    rows = [line for line in PAGES[language].read_text("utf-8").splitlines() if line.startswith("| ")][2:]
    shown = [row[: row.index(" | ", row.index(" | ") + 1) + 2] for row in rows]
    assert shown == page_rows(language), "run `make matrix PEERS=1`, then `python -m tests.faults.table`"
