"""Tasks: starting, polling and ending them; none is lost or paid for twice."""

from __future__ import annotations

import pickle
import re
from typing import Any

import msgspec
import pytest

from generator.runtime.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    BadRequestError,
    EmptyAnswer,
    InternalServerError,
    RateLimitError,
    TaskFailed,
    TaskTimeout,
    TaskWaiting,
    UnreadableAnswer,
)
from generator.runtime.files.binary_response import BinaryResponse
from generator.runtime.http.timeout import Timeout
from generator.runtime.operation.polling_spec import Progress
from generator.runtime.polling.poller import task_id_from
from generator.runtime.polling.task import Task
from generator.runtime.response.decoding import Deviation
from generator.runtime.response.parser import ResponseParser
from tests.runtime.fake_media_api import (
    DONE,
    FILM,
    JSON,
    LOST,
    MP4,
    PICTURES,
    PLAN,
    START_FILM,
    STARTED,
    SUBMIT,
    TEXT,
    Clock,
    file,
    started,
    studio,
    work,
)

pytestmark = pytest.mark.usefixtures("clock")


def wait_error(task: Task[Any], kind: type[APIError], **options: Any) -> Any:
    with pytest.raises(kind) as raised:
        task.wait(**options)
    assert raised.value.task_id == "t/1"
    return raised.value


# Start


def test_a_submit_returns_a_task() -> None:
    task, server = started(DONE)
    assert isinstance(task, Task)
    assert (task.id, task.status, task.state, task.progress) == ("t/1", None, "running", None)
    assert task.submitted.about == "ok"
    assert len(server.requests) == 1
    assert repr(task) == "<Task 't/1', running>"


def test_a_reply_holds_the_task_and_what_it_came_with() -> None:
    client, _ = studio(STARTED)
    reply = client.send_raw(SUBMIT({"text": "x"}))
    assert reply.value.id == "t/1"
    assert reply.raw == STARTED[2]


@pytest.mark.parametrize(
    ("body", "kind", "said", "task_id"),
    [
        ('{"code":1,"about":"ok"}', UnreadableAnswer, "/result", None),
        ('{"code":1,"about":"ok","result":""}', UnreadableAnswer, "/result", None),
        ('{"code":1,"about":"ok","result":null}', UnreadableAnswer, "/result", None),
        *(
            (f'{{"code":{code},"about":"ok","result":"t/9"}}', UnreadableAnswer, "may have been started", "t/9")
            for code in ('"1"', "7", '"submitted"')
        ),
        ('{"code":24,"about":"banned","result":"t/9"}', APIStatusError, "/code is 24", "t/9"),
    ],
)
def test_a_submit_without_an_id_or_an_accepted_word_may_have_started_unless_it_was_refused(
    body: str, kind: type[APIError], said: str, task_id: str | None
) -> None:
    client, server = studio((200, TEXT, body.encode()))
    with pytest.raises(kind, match=said) as raised:
        client.send(SUBMIT({"text": "x"}))
    assert raised.value.outcome == ("rejected" if kind is APIStatusError else "unknown")
    assert (raised.value.status, raised.value.raw, raised.value.task_id) == (200, body.encode(), task_id)
    assert len(server.requests) == 1


def test_a_submit_that_cannot_be_read_keeps_the_id_of_its_task() -> None:
    client, _ = studio((200, TEXT, b'{"code":[1],"about":"ok","result":"t/9"}'))
    with pytest.raises(UnreadableAnswer, match="it is no Job") as raised:
        client.send(SUBMIT({"text": "x"}))
    assert (raised.value.task_id, raised.value.outcome) == ("t/9", "executed")


def test_words_are_compared_without_case() -> None:
    task, _ = started(work("busy"), work("Done"))
    assert [update.state for update in task.updates()] == ["running", "succeeded"]
    wait_error(started(work("bad"))[0], TaskFailed)


def test_a_task_cannot_be_pickled_and_says_what_can_be_kept() -> None:
    task, _ = started(DONE)
    with pytest.raises(TypeError, match="keep its id"):
        pickle.dumps(task)


# Waiting


def test_wait_polls_after_an_interval_and_returns_the_result(clock: Clock) -> None:
    task, server = started(work(""), work("BUSY", percent="35%"), DONE)
    seen: list[Progress] = []
    result = task.wait(on_progress=seen.append)
    assert result.status == "DONE"
    assert task.result is result
    assert clock.slept == [3.0, 3.0, 3.0]
    assert [(update.status, update.state, update.progress, update.elapsed) for update in seen] == [
        ("", "running", None, 3.0),
        ("BUSY", "running", 35.0, 6.0),
        ("DONE", "succeeded", 100.0, 9.0),
    ]
    assert seen[-1].value is result
    assert [update.done for update in seen] == [False, False, True]
    assert [request.url.partition("example")[2] for request in server.requests] == ["/submit"] + ["/jobs/t%2F1"] * 3


def test_a_task_that_is_done_is_not_polled_again() -> None:
    task, server = started(work("BUSY"), DONE)
    assert [update.status for update in task] == ["BUSY", "DONE"]
    assert task.wait() is task.wait()
    assert [update.status for update in task] == ["DONE"]
    assert len(server.requests) == 3


@pytest.mark.parametrize("status", ["BUSY", "BAD", "OPEN"])
def test_no_result_before_the_end(status: str) -> None:
    task, _ = started(work(status))
    with pytest.raises(LookupError):
        _ = task.result
    task.poll()
    with pytest.raises(LookupError, match=status):
        _ = task.result


@pytest.mark.parametrize(
    ("sent", "percent"),
    [("35%", 35.0), (" 35 ", 35.0), (35, 35.0), (0, 0.0), ("0%", 0.0), (100, 100.0)]
    + [(wrong, None) for wrong in (-1, "-1%", 100.5, "half", None, [1], float("nan"))],
)
def test_progress_is_a_number_of_percent(sent: Any, percent: float | None) -> None:
    for status, default in (("BUSY", None), ("DONE", 100.0)):
        update, described = PLAN.read("t/1", 200, {"status": status, "percent": sent}, 1.5)
        assert (update.progress, described) == (default if percent is None else percent, True)
        assert (update.done, update.elapsed) == (status == "DONE", 1.5)


def test_a_result_that_has_no_room_for_its_response_may_lack_the_id_too() -> None:
    parser = ResponseParser(SUBMIT({"text": "x"}), studio()[0]._config, "sk-key")
    assert task_id_from(PLAN, parser, {"result": 7}) == "7"
    for value in ({"code": 1}, {"result": ""}, {"result": True}):
        with pytest.raises(
            UnreadableAnswer, match="holds no task id at /result: a task may have been started"
        ) as raised:
            task_id_from(PLAN, parser, value)
        assert (raised.value.outcome, raised.value.raw) == ("unknown", None)


@pytest.mark.parametrize(
    ("looks", "options", "slept"),
    [
        ([work("BUSY"), DONE], {"interval": 0.01}, [1.0, 1.0]),  # the floor
        ([DONE], {"interval": 30}, [30.0]),
        ([work("BUSY"), work("BUSY"), work("BUSY"), DONE], {"timeout": 10}, [3.0, 3.0, 3.0, 1.0]),  # the deadline
        *(
            ([failed, failed, failed, DONE], {}, [3.0, 6.0, 12.0, 24.0])
            for failed in (LOST, *((status, JSON, b"") for status in (429, 500, 200)))
        ),
        *(([(status, JSON, b"<html>")] * 3 + [DONE], {}, [3.0, 6.0, 12.0, 24.0]) for status in (200, 502)),
        # Failures are counted in a row.
        ([LOST] * 3 + [work("BUSY")] + [LOST] * 3 + [DONE], {}, [3.0, 6.0, 12.0, 24.0, 3.0, 6.0, 12.0, 24.0]),
    ],
)
def test_the_interval_grows_with_failed_polls_which_do_not_end_the_task(
    clock: Clock, looks: list[Any], options: dict[str, Any], slept: list[float]
) -> None:
    task, _ = started(*looks)
    assert task.wait(**options).status == "DONE"
    assert clock.slept == slept


def test_there_is_always_an_end(clock: Clock) -> None:
    task, server = started(work("BUSY"))
    error = wait_error(task, TaskTimeout)
    assert "600 seconds" in str(error)
    assert sum(clock.slept) == pytest.approx(600)
    assert len(server.requests) == 201
    assert (error.task_status, error.outcome, error.value.status) == ("BUSY", "unknown", "BUSY")
    assert "status of a task that failed" in error.message
    assert "resume it" in error.__notes__[0]
    again = pickle.loads(pickle.dumps(error))
    assert (again.task_id, again.task_status) == ("t/1", "BUSY")


@pytest.mark.parametrize("timeout", [0, -1, float("inf"), float("nan")])
def test_a_timeout_is_a_number_of_seconds(timeout: float) -> None:
    task, _ = started(DONE)
    with pytest.raises(ValueError, match="timeout"):
        task.wait(timeout=timeout)
    with pytest.raises(TypeError):
        task.wait(timeout="10")  # type: ignore[arg-type]


def test_a_poll_takes_no_longer_than_is_left() -> None:
    task, server = started(work("BUSY"), DONE)
    task.wait(timeout=60)
    assert [request.timeout.total for request in server.requests[1:]] == [57.0, 54.0]
    task, server = started(DONE, call=SUBMIT({"text": "x", "timeout": Timeout(20, connect=1, read_idle=3)}))
    task.wait(timeout=60)
    assert server.requests[1].timeout == Timeout(20, connect=1, read_idle=3)


# Ends


def test_a_task_that_fails_raises_with_the_servers_reason() -> None:
    task, _ = started(work("BAD", reason="too dark", percent="100%"))
    seen: list[str] = []
    error = wait_error(task, TaskFailed, on_progress=lambda update: seen.append(update.state))
    assert "too dark" in str(error)
    assert (error.reason, error.task_status, error.outcome) == ("too dark", "BAD", "executed")
    assert (error.status, error.value.reason) == (200, "too dark")
    assert error.call is not None
    assert not hasattr(error, "__notes__")  # it does not go on
    assert seen == ["failed"]
    wait_error(task, TaskFailed)
    assert pickle.loads(pickle.dumps(error)).reason == "too dark"


def test_a_failure_without_a_reason_says_so() -> None:
    assert "no reason" in str(wait_error(started(work("BAD"))[0], TaskFailed))


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


def test_an_interrupt_says_how_to_go_on() -> None:
    task, _ = started(work("BUSY"))

    def interrupt(update: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt) as raised:
        task.wait(on_progress=interrupt)
    assert raised.value.__notes__ == ["task 't/1' keeps running on the server: resume it by this id"]


def test_a_bar_is_closed_however_the_wait_ends() -> None:
    class Bar:
        closed: tuple[str, ...] = ()

        def __call__(self, update: Progress) -> None: ...

        def close(self, id: str) -> None:
            self.closed += (id,)

    bar = Bar()
    started(DONE)[0].wait(on_progress=bar)
    wait_error(started(work("BUSY"))[0], TaskTimeout, on_progress=bar, timeout=1)
    assert bar.closed == ("t/1", "t/1")


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


def test_only_what_starts_a_task_can_be_resumed() -> None:
    client, _ = studio(DONE)
    with pytest.raises(TypeError, match=r"pictures\(\) starts no task"):
        Task(client, PICTURES, "1")
    with pytest.raises(ValueError, match="id"):
        Task(client, SUBMIT, "")


def test_calls_of_tasks_compare_and_travel() -> None:
    call = SUBMIT({"text": "x"})
    assert pickle.loads(pickle.dumps(call)) == call


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
