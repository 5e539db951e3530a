"""`batch.run` and the command `batch`: each call once, its result or the reason in the output, a journal."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import pytest

from ezlink import AsyncEZLink, batch, operations
from ezlink.testing import AsyncMockTransport

from .conftest import ANSWER, Counting, client, line, results, started, written


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


def test_a_refused_key_stops_the_batch_and_costs_no_call_its_place(server: Counting, tmp_path: Path) -> None:
    source = written(tmp_path / "in", *(line(str(number)) for number in range(50)))
    options = batch.BatchOptions(concurrency=5)
    with pytest.raises(batch.BatchError, match="the key was refused, so the batch was stopped"):
        batch.run(source, tmp_path / "out", client=client(server, "sk-WRONG"), options=options)
    assert sum(server.seen.values()) < 50
    assert batch.run(source, tmp_path / "out", client=client(server))[:4] == (50, 0, 0, 0)


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
