"""The fault matrix: every fault, in every mode, over every transport, ends as it is documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.catalog import FAULTS
from tests.faults.columns import ours
from tests.faults.fault import Fault
from tests.faults.run import run

KNOWN = set(Path(__file__).with_name("known_failures.txt").read_text("utf-8").splitlines())
"""Cells that fail today, each `fault | mode | transport`. One that is mended has to be taken off the list."""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_ends_as_documented_in_every_mode_over_every_transport(fault: Fault) -> None:
    cells = {f"{cell.fault} | {cell.mode} | {cell.transport}": cell for cell in run(fault, ours())}
    failed = {name: str(cell) for name, cell in cells.items() if not cell.ok}
    assert {name: told for name, told in failed.items() if name not in KNOWN} == {}
    assert [name for name in cells if name in KNOWN and name not in failed] == [], "mended: take it off the list"
