"""`batch.run` and the command `batch`: each call once, its result or the reason in the output, a journal."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from math import nan
from pathlib import Path
from typing import Any

import pytest

from ezlink import AsyncEZLink, EZLink, batch, operations
from ezlink.runtime.batch.journal import Journal, State
from ezlink.runtime.batch.results import Results
from ezlink.testing import AsyncMockTransport

from .conftest import ANSWER, Counting, line, results, written

ROOT = Path(__file__).resolve().parents[2]
# `make test` kills ten times; BATCH_KILLS=100 does it a hundred times.
KILLS = int(os.environ.get("BATCH_KILLS", "10"))


def client(server: Counting, api_key: Any = "sk-KEY", **settings: Any) -> AsyncEZLink:
    return AsyncEZLink(api_key=api_key, base_url=server.url, max_retries=0, **settings)


def started(server: Counting, *arguments: object) -> subprocess.Popen[str]:
    own = {"EZLINK_API_KEY": "sk-KEY", "EZLINK_BASE_URL": server.url, "PYTHONPATH": str(ROOT / "generated")}
    return subprocess.Popen(
        [sys.executable, "-m", "ezlink", "batch", *map(str, arguments)],
        env={**os.environ, **own, "NO_PROXY": "127.0.0.1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(process: subprocess.Popen[str], condition: Callable[[], bool]) -> None:
    """Wait until a process that was `started` brought this about."""
    while not condition():
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)


def test_every_call_has_a_line_with_its_result_or_the_reason(server: Counting, tmp_path: Path) -> None:
    source = written(tmp_path / "in", line("a"), "\n", line("no", "refuse"), line("lost", "drop"), line("ü\u2028"))
    summary = batch.run(source, tmp_path / "out", client=client(server))
    assert summary[:4] == (2, 1, 1, 0)
    found = results(tmp_path / "out")
    assert found["a"] == {
        "id": "batch_req_1",
        "custom_id": "a",
        "response": {"status_code": 200, "request_id": None, "body": ANSWER},
        "error": None,
    }
    assert found["no"]["response"]["status_code"] == 400
    assert (found["no"]["error"]["code"], found["no"]["error"]["outcome"]) == ("bad", "rejected")
    assert (found["lost"]["response"], found["lost"]["error"]["outcome"]) == (None, "unknown")
    assert server.seen == {"a": 1, "refuse": 1, "drop": 1, "ü\u2028": 1}


def test_what_is_done_is_skipped_and_what_failed_is_sent_again_on_demand(server: Counting, tmp_path: Path) -> None:
    source, out = written(tmp_path / "in", line("a"), line("no", "refuse"), line("lost", "drop")), tmp_path / "out"

    def again(**options: Any) -> tuple[Any, ...]:
        server.seen.clear()
        return (
            *batch.run(source, out, client=client(server), options=batch.BatchOptions(**options))[:4],
            *sorted(server.seen),
        )

    assert again() == (1, 1, 1, 0, "a", "drop", "refuse")
    assert again() == (1, 1, 1, 0)
    assert again(retry_failed=True) == (1, 1, 1, 0, "refuse")
    assert again(resend_unknown=True) == (1, 1, 1, 0, "drop")
    assert len(out.read_text().splitlines()) == 3
    with source.open("a") as more:
        more.write(line("b"))
    assert again() == (2, 1, 1, 0, "b")


def test_calls_are_plain_data_too(server: Counting, tmp_path: Path) -> None:
    calls = {name: operations.create_embedding(model="m", input=name) for name in ("a", "b")}
    assert batch.run(calls, tmp_path / "out", client=client(server)).succeeded == 2
    assert batch.run(list(calls.items()), tmp_path / "out", client=client(server)).succeeded == 2
    assert server.seen == {"a": 1, "b": 1}
    with pytest.raises(TypeError, match="looked at twice: pass a list"):
        batch.run(iter(calls.items()), tmp_path / "out", client=client(server))
    with pytest.raises(TypeError, match="call 1, 'a': a Call, not str"):
        batch.run([("a", "b")], tmp_path / "out", client=client(server))
    with pytest.raises(TypeError, match="call 1: its name is 7: a str is needed"):
        batch.run([(7, calls["a"])], tmp_path / "out", client=client(server))


def test_limits_hold(server: Counting, tmp_path: Path) -> None:
    source = written(tmp_path / "in", *(line(str(number)) for number in range(40)))
    server.delay = 0.01
    options = batch.BatchOptions(concurrency=4, max_cost_calls=25)
    assert batch.run(source, tmp_path / "out", client=client(server), options=options)[:4] == (25, 0, 0, 15)
    assert server.most <= 4
    begun = time.monotonic()
    summary = batch.run(source, tmp_path / "out", client=client(server), options=batch.BatchOptions(rate=100))
    assert summary[:4] == (40, 0, 0, 0)
    assert time.monotonic() - begun >= 0.14
    assert set(server.seen.values()) == {1}


_CHAT = "/v1/chat/completions"
BAD = {
    "no JSON": (["{", ""], "in:2: "),
    "no object": (["[]\n"], "in:2: Expected `object`, got `array`"),
    "no name": (['{"url": "/v1/embeddings"}\n'], "in:2: Object missing required field `custom_id`"),
    "twice": (["\n", line("a")], "in:3: the custom_id 'a' is that of call 1 already"),
    "unknown endpoint": (
        [line("b", url="/v1/embedding")],
        "there is no endpoint POST /v1/embedding: did you mean POST /v1/embeddings?",
    ),
    "a whole address": (
        [line("b", url="https://x.example/v1/embeddings")],
        "url: only the path, such as /v1/embeddings",
    ),
    "an argument is missing": (
        [line("b", body={"model": "m"})],
        "embeddings.create() is missing 1 required argument: 'input'",
    ),
    "a stream": ([line("b", url=_CHAT, body={"model": "m", "messages": [], "stream": True})], "leave out `stream`"),
    "a file comes": (
        [line("b", url="/v1/audio/speech", body={"model": "tts-1", "input": "x", "voice": "alloy"})],
        "a file or bare text",
    ),
    "a file goes": ([line("b", url="/v1/files", body={"file": "x"})], "takes a file: a batch sends JSON only"),
}


@pytest.mark.parametrize(("lines", "said"), BAD.values(), ids=BAD)
def test_bad_input_is_told_with_its_line_and_nothing_is_sent(
    server: Counting, tmp_path: Path, lines: list[str], said: str
) -> None:
    source = written(tmp_path / "in", line("a"), *lines)
    with pytest.raises(batch.BatchError) as told:
        batch.run(source, tmp_path / "out", client=client(server))
    assert said in str(told.value)
    assert not server.seen
    written(source, line("a"))
    assert batch.run(source, tmp_path / "out", client=client(server)).succeeded == 1


def test_what_is_not_of_the_batch_is_told(server: Counting, tmp_path: Path) -> None:
    source, out = written(tmp_path / "in", line("a"), line("b")), tmp_path / "out"
    batch.run(source, out, client=client(server))
    server.seen.clear()

    def told() -> str:
        with pytest.raises(batch.BatchError) as error:
            batch.run(source, out, client=client(server))
        assert not server.seen
        return str(error.value)

    written(source, line("a"), line("c"))
    assert "is the journal of another input: its call 2 is 'b'" in told()
    written(source, line("a"))
    assert "is the journal of a longer input (2 calls, not 1)" in told()
    written(source, line("a"), line("b"))
    kept = out.read_text()
    out.write_text(kept.splitlines(keepends=True)[0])
    assert "has 1 results, and its journal 2" in told()
    out.write_text("x\n" + kept)
    assert "out:1: this is no result of a batch" in told()
    out.unlink()
    assert "is gone, but its journal has results" in told()
    out.write_text(kept)
    batch.run(source, out, client=client(server))
    (tmp_path / "out.journal").unlink()
    assert "exists, and is not of a batch that can go on" in told()
    (tmp_path / "out.journal").write_text("not a database, but longer than one page would be" * 100)
    assert "is no journal of a batch" in told()
    source.unlink()
    out.unlink()
    (tmp_path / "out.journal").unlink()
    assert "in: No such file or directory" in told()


def test_what_cannot_be_is_told_before_anything_is_sent(server: Counting, tmp_path: Path) -> None:
    source, sync_client = written(tmp_path / "in", line("a")), EZLink(api_key="sk-KEY", base_url=server.url)
    with pytest.raises(TypeError, match="client is EZLink: a batch needs the async client"):
        batch.run(source, tmp_path / "out", client=sync_client)  # type: ignore[arg-type]
    for options in (batch.BatchOptions(concurrency=0), batch.BatchOptions(rate=0), batch.BatchOptions(rate=nan)):
        with pytest.raises(ValueError, match=r"(concurrency|rate) is (0|nan): "):
            batch.run(source, tmp_path / "out", client=client(server), options=options)

    async def main() -> None:
        batch.run(source, tmp_path / "out", client=client(server))

    with pytest.raises(TypeError, match=r"await batch\.run_async\(\)"):
        asyncio.run(main())
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(batch.BatchError, match="is no regular file, and it is read twice"):
        batch.run(tmp_path / "pipe", tmp_path / "out", client=client(server))
    with pytest.raises(batch.BatchError, match=r"other/out\.journal: unable to open"):
        batch.run(source, tmp_path / "other" / "out", client=client(server))
    (tmp_path / "results").symlink_to("/dev/full/no")
    with pytest.raises(batch.BatchError, match="results: Not a directory"):
        batch.run(source, tmp_path / "results", client=client(server))
    assert not server.seen


def test_what_cannot_be_written_is_told_and_stays_unknown(server: Counting, tmp_path: Path) -> None:
    source, out = written(tmp_path / "in", line("a")), tmp_path / "out"
    out.symlink_to("/dev/full")
    with pytest.raises(batch.BatchError, match="out: No space left on device"):
        batch.run(source, out, client=client(server))
    out.unlink()
    assert batch.run(source, out, client=client(server))[:4] == (0, 0, 1, 0)
    assert batch.run(source, out, client=client(server), options=batch.BatchOptions(resend_unknown=True)).succeeded


def test_only_one_process_writes_an_output(server: Counting, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "out.journal", isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("CREATE TABLE x(y)")
    with pytest.raises(batch.BatchError, match="another process is writing this batch"):
        batch.run(written(tmp_path / "in", line("a")), tmp_path / "out", client=client(server))
    other.close()


def test_a_refused_key_stops_the_batch_and_costs_no_call_its_place(server: Counting, tmp_path: Path) -> None:
    source = written(tmp_path / "in", *(line(str(number)) for number in range(50)))
    options = batch.BatchOptions(concurrency=5)
    with pytest.raises(batch.BatchError, match="the key was refused, so the batch was stopped"):
        batch.run(source, tmp_path / "out", client=client(server, "sk-WRONG"), options=options)
    assert sum(server.seen.values()) < 50
    assert batch.run(source, tmp_path / "out", client=client(server))[:4] == (50, 0, 0, 0)


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


def test_more_calls_than_one_step_notes_are_in_flight_at_once(tmp_path: Path) -> None:
    calls = {str(number): operations.create_embedding(model="m", input=str(number)) for number in range(600)}
    most = now = 0
    seen: list[batch.Summary] = []
    all_in_flight = asyncio.Event()

    class Slow(AsyncMockTransport):
        async def send(self, request: Any) -> Any:
            nonlocal most, now
            now += 1
            most = max(most, now)
            if now == len(calls):
                all_in_flight.set()
            await asyncio.wait_for(all_in_flight.wait(), 60)
            now -= 1
            return await super().send(request)

    mock = Slow()
    mock.add("embeddings.create", ANSWER)
    own = AsyncEZLink(api_key="sk-KEY", transport=mock)
    options = batch.BatchOptions(concurrency=600)
    assert batch.run(calls, tmp_path / "out", client=own, options=options, on_progress=seen.append).succeeded == 600
    assert most == 600
    assert {one.unknown for one in seen} == {0}
    assert all(one.succeeded + one.left == 600 for one in seen)
    assert (seen[0].succeeded, seen[-1].succeeded) == (0, 600)


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


def test_the_command_says_what_is_wrong(server: Counting, tmp_path: Path) -> None:
    process = started(server, written(tmp_path / "in", "{"), tmp_path / "out")
    said, errors = process.communicate(timeout=30)
    assert (process.returncode, said, "in:1: " in errors, "Traceback" in errors) == (2, "", True, False)
    process = started(server, "--help")
    assert "a line has custom_id, method, url and body" in process.communicate(timeout=30)[0].replace("\n", " ")
    shown = written(tmp_path / "in", line("a"), line("no", "refuse"))
    process = started(server, shown, tmp_path / "out")
    said, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert said.splitlines()[0] == "2 calls: 1 succeeded, 1 failed, 0 unknown, 0 not sent."
    assert errors.splitlines()[-1].startswith("2 of 2  ")


def test_memory_does_not_grow_with_the_file(server: Counting, tmp_path: Path) -> None:
    """The lines are read as they are sent: an input that is long but for its first line is not held."""
    read: list[int] = []

    class Calls:
        def __iter__(self) -> Any:
            for number in range(300):
                read.append(number)
                yield str(number), operations.create_embedding(model="m", input=str(number))

    seen_at: list[int] = []

    def progress(summary: batch.Summary) -> None:
        seen_at.append(len(read) - 300 - summary.succeeded)

    options = batch.BatchOptions(concurrency=10)
    summary = batch.run(Calls(), tmp_path / "out", client=client(server), options=options, on_progress=progress)
    assert summary.succeeded == 300
    assert max(seen_at) <= 2 * 10
    assert json.loads((tmp_path / "out").read_text().splitlines()[0])["custom_id"].isdigit()
