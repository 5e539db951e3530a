"""Tasks from their submit to their end against the mock server: the requests, their times, and each way to end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ezlink import APIError, response_info
from ezlink.runtime.polling import poller, task
from generator.mock_server import Fixture, MockServer

from .callers import SOURCES, Caller
from .expected import succeeds
from .recorded import BY_NAME, of

PNG, MP4 = b"\x89PNG", b"\x00\x00\x00\x1cftyp"


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.pauses: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.pauses.append(round(seconds, 3))
        self.now += seconds

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)

    def read(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(task, "sleep", clock.sleep)
    monkeypatch.setattr(task, "_sleep", clock.async_sleep)
    for module in (task, poller):
        monkeypatch.setattr(module, "monotonic", clock.read)
    return clock


@pytest.fixture(autouse=True)
def quiet(server: MockServer, caller: Caller) -> Iterator[None]:
    """Nothing is queued by a test before, and nothing is left."""
    server.forget()
    server.requests.clear()
    caller.deviations.clear()
    yield
    server.forget()


def targets(server: MockServer) -> list[str]:
    return [f"{request.method} {request.target}" for request in server.requests]


def altered(name: str, **changes: Any) -> Fixture:
    """A recorded exchange with some fields of its response changed."""
    fixture = BY_NAME[name]
    body = json.dumps({**json.loads(fixture.response.body), **changes}, ensure_ascii=False).encode()
    return replace(fixture, response=fixture.response.with_body(body))


def test_a_task_runs_to_its_end(server: MockServer, caller: Caller, clock: Clock, tmp_path: Path) -> None:
    seen: list[Any] = []
    task = caller.method("midjourney.imagine")(prompt="a heron", mode="turbo")
    assert (task.submitted.code, task.submitted.result, task.status, task.state) == (1, task.id, None, "running")
    with pytest.raises(LookupError, match="no result"):
        _ = task.result
    value = caller.run(task.wait(on_progress=seen.append))
    assert [(update.status, update.state, update.progress) for update in seen] == [
        ("", "running", 0),
        ("IN_PROGRESS", "running", 35),
        ("SUCCESS", "succeeded", 100),
    ]
    assert [update.elapsed for update in seen] == [5, 10, 15]
    assert clock.pauses == [5, 5, 5]
    assert (value.id, value.status, value.prompt) == (task.id, "SUCCESS", "a heron")
    assert value is task.result
    assert targets(server) == [
        "POST /mj-turbo/mj/submit/imagine",
        *[f"GET /mj-turbo/mj/task/{task.id}/fetch"] * 3,
    ]
    path = caller.run(value.save(tmp_path / "heron.png"))
    assert path.read_bytes().startswith(PNG)
    assert server.requests[-1].target == f"/mj/image/{task.id}"
    assert server.requests[-1].header("authorization") is None
    assert caller.deviations == []


def test_a_button_starts_the_next_task(server: MockServer, caller: Caller, clock: Clock) -> None:
    task = caller.method("midjourney.imagine")(prompt="a heron", mode="fast")
    with pytest.raises(ValueError, match="not done"):
        caller.run(task.run_action("U2"))
    value = caller.run(task.wait())
    server.requests.clear()
    upscaled = caller.run(task.run_action("U2", state="of the caller"))
    button = next(button for button in value.buttons if button.label == "U2")
    (request,) = server.requests
    assert request.target == "/mj-fast/mj/submit/action"
    assert json.loads(request.body) == {"customId": button.customId, "taskId": task.id, "state": "of the caller"}
    assert caller.run(upscaled.wait()).action == "UPSCALE"
    assert caller.run(caller.run(task.run_action(button)).wait()).action == "UPSCALE"
    with pytest.raises(ValueError, match=r"U1.*V4"):
        caller.run(task.run_action("U9"))


def test_a_task_is_iterated(caller: Caller, clock: Clock) -> None:
    seen: list[Any] = []
    caller.take(caller.method("video.create_kling")(model="kling-v1", prompt="waves"), seen)
    assert [update.status for update in seen] == ["processing", "processing", "succeed"]
    assert seen[-1].done
    assert seen[-1].value.video_result.endswith("/output.mp4")
    assert seen[-1].value.url == seen[-1].value.video_result


@pytest.mark.parametrize(
    ("method", "arguments", "words"),
    [
        ("create_minimax", {"model": "video-01", "prompt": "waves"}, ["unknown", "processing", "success"]),
        ("create_zhipu", {"model": "cogvideox", "prompt": "waves"}, ["processing", "succeed"]),
        ("animate_kling", {"model": "kling-v1", "image": "http://cdn.lab.invalid/a.png"}, ["processing"] * 2),
        ("create_runway", {"model": "gen3a_turbo", "promptImage": "http://cdn.lab.invalid/a.png"}, ["processing"] * 2),
        ("create_luma", {"model": "luma", "prompt": "waves"}, ["unknown", "processing", "scucceed"]),
        ("create", {"model": "luma", "prompt": "waves"}, ["unknown", "processing", "scucceed"]),
    ],
)
def test_videos_of_all_vendors(
    caller: Caller, clock: Clock, tmp_path: Path, method: str, arguments: dict[str, Any], words: list[str]
) -> None:
    seen: list[Any] = []
    task = caller.method(f"video.{method}")(**arguments)
    value = caller.run(task.wait(on_progress=seen.append))
    assert [update.status for update in seen][: len(words)] == words
    assert value.task_status == seen[-1].status  # the vendor's own word stays
    assert caller.run(value.save(tmp_path / "waves.mp4")).read_bytes().startswith(MP4)
    assert caller.deviations == []


@pytest.mark.parametrize(
    ("start", "form", "begins"),
    [
        ("video.start", {"image": SOURCES / "wide.png"}, MP4),
        ("upscale.creative", {"image": SOURCES / "wide.png", "prompt": "a heron"}, PNG),
    ],
)
def test_jobs_whose_status_is_that_of_http(
    server: MockServer, caller: Caller, clock: Clock, tmp_path: Path, start: str, form: dict[str, Any], begins: bytes
) -> None:
    seen: list[Any] = []
    task = caller.method(f"stability.{start}")(**form)
    value = caller.run(task.wait(on_progress=seen.append, interval=1))
    assert [update.status for update in seen] == ["202", "202", "200"]
    assert clock.pauses == [10, 10, 10]  # the server's least interval, whatever the caller asks for
    assert caller.run(value.save(tmp_path / "made")).read_bytes().startswith(begins)
    resume = caller.method(f"stability.{start.partition('.')[0]}.resume")
    again = resume(task.id)
    assert caller.run(caller.run(again.wait()).bytes()).startswith(begins)
    assert len({request.target for request in list(server.requests)[1:]}) == 1


def test_a_failed_task_raises_with_the_servers_reason(caller: Caller, clock: Clock) -> None:
    task = caller.method("midjourney.imagine")(prompt="a heron TRIGGER:fail")
    error = ended(caller, task, "TaskFailed")
    assert (error.outcome, error.task_id, error.task_status) == ("executed", task.id, "FAILURE")
    assert error.reason == error.value.failReason != ""
    assert error.reason in str(error)
    assert error.request_id == response_info(error.value).request_id is not None
    assert ended(caller, caller.client.midjourney.resume(task.id), "TaskFailed").reason == error.reason
    video = caller.method("video.create")(model="kling-v1", prompt="waves TRIGGER:fail")
    failed = ended(caller, video, "TaskFailed")
    assert (failed.task_status, failed.reason) == ("failed", failed.value.message)


def ended(caller: Caller, task: Any, kind: str, **options: Any) -> Any:
    with pytest.raises(APIError) as raised:
        caller.run(task.wait(**options))
    assert type(raised.value).__name__ == kind
    return raised.value


def test_a_task_that_never_ends_is_given_up_and_resumed(server: MockServer, caller: Caller, clock: Clock) -> None:
    task = caller.method("midjourney.imagine")(prompt="a heron TRIGGER:stuck")
    error = ended(caller, task, "TaskTimeout", timeout=32, interval=10)
    assert (error.task_id, error.task_status, error.outcome) == (task.id, "IN_PROGRESS", "unknown")
    assert clock.pauses == [10, 10, 10, 2]
    assert any(task.id in note for note in error.__notes__)
    server.requests.clear()
    resumed = caller.client.midjourney.resume(task.id)
    assert (resumed.id, resumed.submitted, targets(server)) == (task.id, None, [])
    assert caller.run(resumed.poll()).status == "IN_PROGRESS"
    assert targets(server) == [f"GET /mj/task/{task.id}/fetch"]
    clock.pauses.clear()
    assert ended(caller, caller.client.midjourney.resume(task.id), "TaskTimeout").task_id == task.id
    assert sum(clock.pauses) == 600  # there is always an end


def test_a_status_that_stays_unknown_is_reported_at_the_deadline(caller: Caller, clock: Clock) -> None:
    task = caller.method("video.create")(model="gen3a_turbo", promptImage="x", promptText="waves TRIGGER:fail")
    error = ended(caller, task, "TaskTimeout")
    assert error.task_status == "unknown"
    assert "failed" in error.message
    assert caller.deviations == []


def test_a_status_that_is_not_described_is_reported_once(server: MockServer, caller: Caller, clock: Clock) -> None:
    task = caller.method("midjourney.imagine")(prompt="a heron")
    odd = altered("getMidjourneyTask/imagine-success", status="PAUSED")
    server.play(odd, odd)
    seen: list[Any] = []
    caller.run(task.wait(on_progress=seen.append))
    assert [(update.status, update.state) for update in seen[:2]] == [("PAUSED", "running")] * 2
    assert [deviation.found for deviation in caller.deviations] == ["'PAUSED'"]


def test_a_modal_window_ends_the_wait(server: MockServer, caller: Caller, clock: Clock) -> None:
    first = caller.method("midjourney.imagine")(prompt="a heron")
    caller.run(first.wait())
    upscaled = caller.run(first.run_action("U1"))
    caller.run(upscaled.wait())
    window = caller.run(upscaled.run_action("Vary (Region)"))
    assert window.submitted.code == 21
    error = ended(caller, window, "TaskWaiting")
    assert (error.task_id, error.task_status, error.value.status) == (window.id, "MODAL", "MODAL")
    assert "answer its window with midjourney.modal(taskId=...)" in str(error)
    going = caller.method("midjourney.modal")(taskId=window.id, prompt="a green heron")
    assert going.id == window.id
    # The gateway refreshes its tasks every 10 seconds: until then it reports the window that was answered.
    still = altered("getMidjourneyTask/window-waiting", id=window.id)
    server.play(still, still)
    seen: list[Any] = []
    assert caller.run(going.wait(on_progress=seen.append)).promptEn == "a green heron"
    assert [(update.status, update.state) for update in seen[:2]] == [("MODAL", "running")] * 2
    assert seen[-1].status == "SUCCESS"


def test_a_window_that_stays_open_after_modal_ends_the_wait(server: MockServer, caller: Caller, clock: Clock) -> None:
    going = caller.method("midjourney.modal")(taskId="1733011200050173", prompt="a green heron")
    clock.pauses.clear()
    server.play(*[BY_NAME["getMidjourneyTask/window-waiting"]] * 5)
    assert ended(caller, going, "TaskWaiting").task_status == "MODAL"
    assert clock.pauses == [5] * 4
    server.forget()
    server.play(BY_NAME["getMidjourneyTask/window-waiting"])
    resumed = ended(caller, caller.client.midjourney.resume(going.id), "TaskWaiting")
    assert resumed.task_id == going.id


def test_a_poll_that_fails_does_not_end_the_task(server: MockServer, caller: Caller, clock: Clock) -> None:
    task = caller.method("video.create")(model="kling-v1", prompt="waves")
    server.play(BY_NAME["getVideoGenerationResult/kling-upstream-429"])
    server.play(BY_NAME["getVideoGenerationResult/minimax-upstream-500"])
    assert caller.run(task.wait()).task_status == "succeed"
    assert clock.pauses == [5, 10, 20, 5, 5]
    assert len(server.requests) == 1 + 5


def test_polls_that_all_fail_end_the_wait_with_the_id(server: MockServer, caller: Caller, clock: Clock) -> None:
    task = caller.method("video.create")(model="kling-v1", prompt="waves TRIGGER:result429")
    error = ended(caller, task, "RateLimitError")
    assert error.task_id == task.id
    assert len(server.requests) < 10
    unknown = caller.client.midjourney.resume("1111111111111111")
    refused = ended(caller, unknown, "BadRequestError")  # a refusal is believed at once
    assert (refused.outcome, refused.task_id) == ("rejected", unknown.id)


@pytest.mark.parametrize(
    ("changes", "kind", "outcome", "id"),
    [
        ({"result": None}, "UnreadableAnswer", "unknown", None),
        ({"result": ""}, "UnreadableAnswer", "unknown", None),
        ({"code": 9, "result": "17330112"}, "APIStatusError", "rejected", "17330112"),
        ({"code": "1", "result": "17330112"}, "UnreadableAnswer", "unknown", "17330112"),
        ({"code": 2, "result": "17330112"}, "UnreadableAnswer", "unknown", "17330112"),
    ],
)
def test_a_submit_that_started_nothing_for_sure(
    server: MockServer, caller: Caller, changes: dict[str, Any], kind: str, outcome: str, id: str | None
) -> None:
    server.play(altered("submitMidjourneyImagine/minimal", **changes))
    with pytest.raises(APIError) as raised:
        caller.method("midjourney.imagine")(prompt="a heron")
    assert (type(raised.value).__name__, raised.value.outcome, raised.value.task_id) == (kind, outcome, id)
    assert len(server.requests) == 1  # never sent again by itself


@pytest.mark.parametrize(
    ("word", "kind", "outcome"),
    [("submitted", "UnreadableAnswer", "unknown"), ("failed", "APIStatusError", "rejected"), ("SUCCEED", None, None)],
)
def test_a_submit_is_judged_by_its_word(
    server: MockServer, caller: Caller, word: str, kind: str | None, outcome: str | None
) -> None:
    fixture = next(one for one in of("createVideoGeneration") if one.era == "nov" and succeeds(one))
    server.play(altered(fixture.name, task_status=word))
    if kind is None:
        assert caller.method("video.create")(model="kling-v1", prompt="waves").submitted.task_status == word
        return
    with pytest.raises(APIError) as raised:
        caller.method("video.create")(model="kling-v1", prompt="waves")
    id = json.loads(fixture.response.body)["task_id"]
    assert (type(raised.value).__name__, raised.value.outcome, raised.value.task_id) == (kind, outcome, id)


def test_a_status_is_read_whatever_its_case(server: MockServer, caller: Caller, clock: Clock) -> None:
    task = caller.method("midjourney.imagine")(prompt="a heron")
    server.play(altered("getMidjourneyTask/imagine-success", status="Success"))
    assert caller.run(task.wait()).status == "Success"
    assert caller.deviations == []
