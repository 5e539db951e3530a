"""Buttons of a finished task, async tasks, and how a polling spec finds its operations."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from generator.runtime.errors import TaskFailed, TaskTimeout
from generator.runtime.files.binary_response import AsyncBinaryResponse
from generator.runtime.operation.polling_spec import Progress
from generator.runtime.polling import task as tasks
from generator.runtime.polling.task import AsyncTask
from tests.runtime.fake_media_api import (
    DONE,
    LOOK,
    LOST,
    MP4,
    START_FILM,
    STARTED,
    SUBMIT,
    TEXT,
    Clock,
    async_studio,
    file,
    started,
    work,
)

pytestmark = pytest.mark.usefixtures("clock")


@pytest.mark.parametrize(("button", "custom"), [("U2", "up::2"), ("🔄", "re"), ("up::1", "up::1"), ("b", "b")])
def test_a_button_of_a_finished_task_begins_the_next(button: str, custom: str) -> None:
    task, server = started(DONE, (200, TEXT, b'{"code":1,"about":"ok","result":"t/2"}'), DONE)
    task.wait()
    again = task.run_action(button, state="s")
    assert server.requests[-1].url.endswith("/act")
    assert server.requests[-1].content == f'{{"custom":"{custom}","task":"t/1","state":"s"}}'.encode()
    assert (again.id, again.wait().status) == ("t/2", "DONE")


def test_a_button_itself_is_taken_and_the_mode_is_kept() -> None:
    task, server = started(DONE, STARTED, call=SUBMIT({"mode": "slow"}))
    result = task.wait()
    task.run_action(result.buttons[3])
    assert server.requests[-1].url.endswith("/at-slow/act")
    assert b'"custom":"a"' in server.requests[-1].content
    task.run_action("U1", mode="fast")
    assert server.requests[-1].url.endswith("/at-fast/act")


@pytest.mark.parametrize("button", ["same", "U9", "", None])
def test_a_button_that_is_not_there_or_doubtful_sends_nothing(button: Any) -> None:
    task, server = started(DONE)
    task.wait()
    with pytest.raises(ValueError, match="'U1' 'up::1'; 'U2' 'up::2'; '🔄' 're'; 'same' 'a'"):
        task.run_action(button)
    assert len(server.requests) == 2


def test_a_task_that_is_not_done_has_no_buttons() -> None:
    task, _ = started(work("BUSY"))
    task.poll()
    with pytest.raises(ValueError, match="not done"):
        task.run_action("U1")


def test_the_async_counterpart(clock: Clock) -> None:
    async def run() -> None:
        client, server = async_studio(STARTED, LOST, work("BUSY", percent="35%"), DONE, STARTED)
        task: Any = await client.send(SUBMIT({"text": "x", "mode": "fast"}))
        assert isinstance(task, AsyncTask)
        seen: list[str | None] = []

        async def watch(update: Progress) -> None:
            seen.append(update.status)

        result = await task.wait(on_progress=watch)
        assert (result.status, task.result, seen) == ("DONE", result, ["BUSY", "DONE"])
        assert clock.slept == [3.0, 6.0, 3.0]
        assert isinstance(await task.run_action("U1"), AsyncTask)
        assert server.requests[-1].url.endswith("/at-fast/act")

        client, _ = async_studio(work("BUSY"), work("BAD", reason="no"))
        task = AsyncTask(client, SUBMIT, "t/1")
        updates = aiter(task)
        assert [(await anext(updates)).status, (await anext(updates)).status] == ["BUSY", "BAD"]
        with pytest.raises(TaskFailed, match="no"):
            await anext(updates)

    asyncio.run(run())


def test_the_async_counterpart_ends_and_returns_files() -> None:
    async def run() -> None:
        client, _ = async_studio(STARTED, work("BUSY"))
        task: Any = await client.send(SUBMIT({"text": "x"}))
        with pytest.raises(TaskTimeout) as raised:
            await task.wait(timeout=5, on_progress=lambda update: None)
        assert raised.value.task_id == "t/1"
        client, _ = async_studio((200, TEXT, b'{"id":"f1"}'), (202, TEXT, b'{"status":"x"}'), file(MP4, "video/mp4"))
        media = await (await client.send(START_FILM({}))).wait()
        assert isinstance(media, AsyncBinaryResponse)
        assert await media.bytes() == MP4

    asyncio.run(run())


def test_sleeping_is_for_both_kinds_of_event_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    import trio

    monkeypatch.undo()
    asyncio.run(tasks._sleep(0.001))
    trio.run(tasks._sleep, 0.001)


def test_what_looks_at_a_task_is_found_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    from types import ModuleType

    from generator.runtime.polling.poller import endpoint_function

    module = ModuleType("generator.operations")
    module.look_at_it = LOOK  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "generator.operations", module)
    assert endpoint_function("look_at_it") is LOOK
