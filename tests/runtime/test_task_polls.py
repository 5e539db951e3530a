"""Polls of a task: the call that polls, failed polls, states that end nothing, and results that are files."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from generator.runtime.errors import (
    APIConnectionError,
    APIError,
    BadRequestError,
    EmptyAnswer,
    InternalServerError,
    RateLimitError,
    TaskTimeout,
    TaskWaiting,
    UnreadableAnswer,
)
from generator.runtime.files.binary_response import BinaryResponse
from generator.runtime.operation.polling_spec import Progress
from generator.runtime.polling.task import Task
from generator.runtime.response.decoding import Deviation
from tests.runtime.fake_media_api import (
    DONE,
    FILM,
    JSON,
    LOST,
    MP4,
    PLAN,
    START_FILM,
    SUBMIT,
    TEXT,
    Clock,
    file,
    started,
    studio,
    wait_error,
    work,
)

pytestmark = pytest.mark.usefixtures("clock")


def test_a_task_that_waits_for_the_caller_is_not_waited_for() -> None:
    task, server = started(work("OPEN"))
    assert re.search("OPEN.*: press Open in the window", str(wait_error(task, TaskWaiting)))
    assert len(server.requests) == 2


def graceful(*looks: Any, **settings: Any) -> Task[Any]:
    """A task whose submit answers the wait of another: OPEN means nothing for the first 10 seconds."""
    plan = msgspec.structs.replace(PLAN, grace=10.0)
    operation = msgspec.structs.replace(SUBMIT({"text": "x"}).operation, polling=plan)
    return started(*looks, call=msgspec.structs.replace(SUBMIT({"text": "x"}), operation=operation), **settings)[0]


def test_a_wait_that_was_answered_is_reported_for_a_while() -> None:
    reported: list[Deviation] = []
    task = graceful(work("OPEN"), work("OPEN"), work("BUSY"), DONE, on_deviation=reported.append)
    seen: list[Progress] = []
    assert task.wait(on_progress=seen.append).status == "DONE"
    assert [(update.status, update.state) for update in seen[:3]] == [
        ("OPEN", "running"),
        ("OPEN", "running"),
        ("BUSY", "running"),
    ]
    assert reported == []


def test_the_grace_ends_with_its_time_or_with_another_status(clock: Clock) -> None:
    wait_error(graceful(work("OPEN")), TaskWaiting)
    assert clock.slept == [3.0] * 4
    wait_error(graceful(work("BUSY"), work("OPEN")), TaskWaiting)
    at_once = graceful(work("BUSY"), work("OPEN"))
    assert [at_once.poll().state for _ in range(2)] == ["running", "waiting"]
    assert clock.slept == [3.0] * 6


def test_a_task_that_is_resumed_has_no_grace() -> None:
    operation = graceful(DONE)._operation
    wait_error(Task(studio(work("OPEN"))[0], operation, "t/1"), TaskWaiting)


def test_an_unlisted_status_is_still_running_and_reported_once() -> None:
    reported: list[Deviation] = []
    task, _ = started(work("NEW"), work("NEW"), work("ODD"), DONE, on_deviation=reported.append)
    assert task.wait().status == "DONE"
    assert [(each.pointer, each.found, each.operation) for each in reported] == [
        ("/status", "'NEW'", "look"),
        ("/status", "'ODD'", "look"),
    ]


# Polls that fail


@pytest.mark.parametrize(("status", "kind", "requests"), [(500, InternalServerError, 5), (400, BadRequestError, 2)])
def test_failed_polls_in_a_row_or_a_refusal_end_the_wait_and_keep_the_id(
    status: int, kind: type[APIError], requests: int
) -> None:
    task, server = started((status, JSON, b'{"error":"no such task"}'))
    error = wait_error(task, kind)
    assert "no such task" in str(error)
    assert "'t/1'" in error.__notes__[0] or status == 400
    assert len(server.requests) == requests


def test_a_deadline_while_polls_fail_says_why() -> None:
    error = wait_error(started(work("BUSY"), LOST)[0], TaskTimeout, timeout=10)
    assert "the last poll failed: no response in time" in str(error)
    assert isinstance(error.__cause__, APIConnectionError)


def test_poll_raises_what_it_meets_with_the_id() -> None:
    task, _ = started(LOST, work("BUSY"))
    with pytest.raises(APIError) as raised:
        task.poll()
    assert raised.value.task_id == "t/1"
    assert task.poll().status == task.status == "BUSY"


# The call that polls


def test_polls_go_the_way_of_the_submit() -> None:
    call = SUBMIT({"text": "x", "mode": "a b", "extra_headers": {"X-Team": "t", "Accept": "text/x"}})
    task, server = started(DONE, call=call)
    task.wait()
    assert server.requests[1].url.endswith("/at-a%20b/jobs/t%2F1")
    assert (server.sent(1)["X-Team"], server.sent(1)["Accept"]) == ("t", "application/json")


def test_resuming_polls_at_once(clock: Clock) -> None:
    client, server = studio(DONE)
    task: Task[Any] = Task(client, SUBMIT, "t/1", options={"mode": "slow"})
    assert task.submitted is None
    assert task.wait().status == "DONE"
    assert clock.slept == []
    assert server.requests[0].url.endswith("/at-slow/jobs/t%2F1")


def test_a_poll_of_a_resumed_task_is_sent_once() -> None:
    client, server = studio((429, JSON, b""), DONE)
    with pytest.raises(RateLimitError):
        Task[Any](client, SUBMIT, "t/1", options={"max_retries": 5}).poll()
    assert len(server.requests) == 1


# Results that are files


def test_a_task_by_http_status_whose_result_is_a_file() -> None:
    begun = (200, TEXT, b'{"id":"f1"}')
    client, server = studio(begun, (202, TEXT, b'{"status":"in-progress"}'), file(MP4, "video/mp4"))
    task = client.send(START_FILM({"text": "x"}))
    seen: list[Progress] = []
    media = task.wait(on_progress=seen.append)
    assert isinstance(media, BinaryResponse)
    assert media.bytes() == MP4
    assert [(update.status, update.state, update.progress) for update in seen] == [
        ("202", "running", None),
        ("200", "succeeded", 100.0),
    ]
    assert seen[0].value.status == "in-progress"
    assert server.sent()["Accept"] == "video/*"


def test_only_where_it_is_known_a_late_task_may_have_failed() -> None:
    client, _ = studio((200, TEXT, b'{"id":"f1"}'), (202, TEXT, b'{"status":"in-progress"}'))
    with pytest.raises(TaskTimeout, match=r"status was '202' \[outcome"):
        client.send(START_FILM({})).wait()
    task, _ = started(work("BUSY"))
    assert "'BUSY', which can also be the status of a task that failed" in str(wait_error(task, TaskTimeout))


def test_a_status_has_its_own_proof() -> None:
    client, _ = studio((202, TEXT, b'{"id":"f1"}'))
    with pytest.raises(UnreadableAnswer):
        client.send(FILM({}, id="f1"))
    client, _ = studio((202, TEXT, b'{"id":"f1","status":"in-progress"}'))
    assert client.send(FILM({}, id="f1")).status == "in-progress"


def test_a_file_that_is_none_is_a_look_that_failed() -> None:
    client, _ = studio((200, TEXT, b'{"id":"f1"}'), (200, TEXT, b""), file(MP4, "video/mp4"))
    assert client.send(START_FILM({})).wait().bytes() == MP4
    client, _ = studio((200, TEXT, b'{"id":"f1"}'), (200, TEXT, b""))
    with pytest.raises(EmptyAnswer):
        client.send(START_FILM({})).wait()
