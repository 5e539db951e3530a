"""Tasks: starting, polling and ending them; none is lost or paid for twice."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from generator.runtime.errors import (
    APIError,
    APIStatusError,
    TaskFailed,
    TaskTimeout,
    UnreadableAnswer,
)
from generator.runtime.http.timeout import Timeout
from generator.runtime.operation.polling_spec import Progress
from generator.runtime.polling.poller import task_id_from
from generator.runtime.polling.task import Task
from generator.runtime.response.parser import ResponseParser
from tests.runtime.fake_media_api import (
    DONE,
    JSON,
    LOST,
    PICTURES,
    PLAN,
    STARTED,
    SUBMIT,
    TEXT,
    Clock,
    started,
    studio,
    wait_error,
    work,
)

pytestmark = pytest.mark.usefixtures("clock")


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
    for wrong in ("10", True):
        with pytest.raises(TypeError, match="timeout"):
            task.wait(timeout=wrong)  # type: ignore[arg-type]


def test_a_poll_takes_no_longer_than_is_left() -> None:
    task, server = started(work("BUSY"), DONE)
    task.wait(timeout=60)
    assert [request.timeout.total for request in server.requests[1:]] == [57.0, 54.0]
    task, server = started(DONE, call=SUBMIT({"text": "x", "timeout": Timeout(20, connect=1, read_idle=3)}))
    task.wait(timeout=60)
    assert server.requests[1].timeout == Timeout(20, connect=1, read_idle=3)


# Ends


def test_a_task_that_goes_on_for_ten_minutes_is_given_up(clock: Clock) -> None:
    wait_error(started(work("BUSY"))[0], TaskTimeout)
    assert (clock.now, set(clock.slept)) == (1600.0, {3.0})


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


def test_only_what_starts_a_task_can_be_resumed() -> None:
    client, _ = studio(DONE)
    with pytest.raises(TypeError, match=r"pictures\(\) starts no task"):
        Task(client, PICTURES, "1")
    with pytest.raises(ValueError, match="id"):
        Task(client, SUBMIT, "")


def test_calls_of_tasks_compare_and_travel() -> None:
    call = SUBMIT({"text": "x"})
    assert pickle.loads(pickle.dumps(call)) == call
