"""Batches that are stopped: killed, interrupted, cancelled, or ended by the program's own error."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ezlink import batch
from ezlink.runtime.batch.journal import Journal, State
from ezlink.runtime.batch.results import Results

from .conftest import ANSWER, Counting, client, line, results, started, written

# `make test` kills ten times; BATCH_KILLS=100 does it a hundred times.
KILLS = int(os.environ.get("BATCH_KILLS", "10"))


def wait_for(process: subprocess.Popen[str], condition: Callable[[], bool]) -> None:
    """Wait until a process that was `started` brought this about."""
    while not condition():
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)


@pytest.mark.parametrize("kind", ["on_request", "async on_request", "api_key", "async api_key"])
def test_what_a_program_raises_before_a_call_is_sent_leaves_the_call_for_the_next_run(
    server: Counting, tmp_path: Path, kind: str
) -> None:
    def fails(*_: Any) -> Any:
        raise RuntimeError("no")

    async def fails_later(*_: Any) -> Any:
        raise RuntimeError("no")

    source = written(tmp_path / "in", line("a"), line("b"))
    setting = {kind.rpartition(" ")[2]: fails_later if kind.startswith("async") else fails}
    with pytest.raises(RuntimeError, match="no") as raised:
        batch.run(source, tmp_path / "out", client=client(server, **setting))
    assert raised.value.outcome == "not_sent"  # type: ignore[attr-defined]
    assert server.seen == {}
    assert batch.run(source, tmp_path / "out", client=client(server))[:4] == (2, 0, 0, 0)


def test_what_a_program_raises_after_a_call_was_sent_leaves_it_unknown(
    server: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Any) -> None:
        raise RuntimeError("no")

    monkeypatch.setitem(ANSWER, "model", 7)
    source = written(tmp_path / "in", line("a"))
    with pytest.raises(RuntimeError, match="no"):
        batch.run(source, tmp_path / "out", client=client(server, on_deviation=fails))
    assert batch.run(source, tmp_path / "out", client=client(server))[:4] == (0, 0, 1, 0)


def test_killed_at_any_moment_nothing_is_sent_twice(server: Counting, tmp_path: Path) -> None:
    names = [f"call {number}" for number in range(600)]
    source, out = written(tmp_path / "in", *map(line, names)), tmp_path / "out"
    server.delay = 0.005
    chance = random.Random(0)
    for _ in range(KILLS):
        process = started(server, source, out, "--concurrency", 8, "--quiet")
        before = sum(server.seen.values())
        while sum(server.seen.values()) == before and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.9 / KILLS))
        process.send_signal(signal.SIGKILL)
        process.communicate()
    with out.open("a") as torn:
        torn.write('{"id": "batch_req_1", "custom_id": "ca')
    process = started(server, source, out)
    said, _ = process.communicate(timeout=60)
    found = results(out)
    unknown = set(names) - found.keys()
    assert set(server.seen.values()) == {1}
    assert process.returncode == (1 if unknown else 0)
    assert f"600 calls: {len(found)} succeeded, 0 failed, {len(unknown)} unknown, 0 not sent." in said
    assert all(f"  {name} (call " in said for name in [name for name in names if name in unknown][:1])
    assert len(unknown) <= 8 * KILLS + 1
    process = started(server, source, out, "--resend-unknown")
    process.communicate(timeout=60)
    assert (process.returncode, results(out).keys()) == (0, set(names))
    assert {name for name, times in server.seen.items() if times > 1} == {
        name for name in unknown if server.seen[name] > 1
    }


def interrupt(process: subprocess.Popen[str]) -> None:
    """Press Ctrl-C, and wait until it was noticed: two that wait would be one."""
    process.send_signal(signal.SIGINT)
    status, waiting = Path(f"/proc/{process.pid}/status"), True
    while waiting and status.exists():
        time.sleep(0.01)
        pending = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("ShdPnd:")]
        waiting = any(int(mask, 16) >> signal.SIGINT - 1 & 1 for mask in pending)
    if not status.exists():  # not Linux
        time.sleep(0.2)


def test_at_an_interrupt_the_calls_in_flight_end(server: Counting, tmp_path: Path) -> None:
    source, out = written(tmp_path / "in", *(line(str(number)) for number in range(500))), tmp_path / "out"
    server.delay = 0.3
    process = started(server, source, out, "--concurrency", 4)
    wait_for(process, lambda: bool(server.seen))
    interrupt(process)
    said, errors = process.communicate(timeout=120)
    assert process.returncode == 130, errors
    assert "0 unknown" in said
    assert "Traceback" not in errors
    assert len(results(out)) == sum(server.seen.values()) < 500


def test_at_the_second_interrupt_the_calls_in_flight_are_left(server: Counting, tmp_path: Path) -> None:
    source, out = written(tmp_path / "in", *(line(str(number)) for number in range(50))), tmp_path / "out"
    server.delay = 600
    process = started(server, source, out, "--concurrency", 4)
    wait_for(process, lambda: len(server.seen) == 4)
    interrupt(process)
    interrupt(process)
    said, errors = process.communicate(timeout=120)
    assert (process.returncode, "4 unknown, 46 not sent" in said, "Traceback" in errors) == (130, True, False), errors


def test_a_batch_that_is_cancelled_before_it_sends_notes_nothing(server: Counting, tmp_path: Path) -> None:
    """As Ctrl-C does while the input is checked."""
    source, out = written(tmp_path / "in", line("a")), tmp_path / "out"

    async def main() -> None:
        async with client(server) as mine:
            task = asyncio.current_task()
            assert task is not None
            task.cancel()
            await batch.run_async(source, out, client=mine)

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(main())
    assert batch.run(source, out, client=client(server)).succeeded == 1


def test_a_program_keeps_its_own_handler_of_interrupts(server: Counting, tmp_path: Path) -> None:
    source, calls = written(tmp_path / "in", line("a")), []

    async def main() -> None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, calls.append, 1)
        async with client(server) as mine:
            await batch.run_async(source, tmp_path / "out", client=mine)
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(0.01)

    before = signal.getsignal(signal.SIGINT)
    asyncio.run(main())
    assert (calls, signal.getsignal(signal.SIGINT)) == ([1], before)


@pytest.mark.parametrize("moment", ["before the results", "before the journal"])
def test_killed_while_calls_are_made_new_it_goes_on(server: Counting, tmp_path: Path, moment: str) -> None:
    source, out = written(tmp_path / "in", line("a"), line("no", "refuse")), tmp_path / "out"
    batch.run(source, out, client=client(server))
    with closing(Journal(tmp_path / "out.journal")) as journal:
        journal.reset(State.FAILED)
        if moment == "before the journal":
            Results(out, journal).forget()
    failed = int(moment == "before the results")
    server.seen.clear()
    assert batch.run(source, out, client=client(server))[:4] == (1, 1, 0, 0)
    assert server.seen["refuse"] == 1 - failed
