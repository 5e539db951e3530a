"""Tasks: one stage a fetch, at any length, many at once, under ids that look like the recorded ones."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.mock_server import load
from generator.mock_server.replay.endpoints import SPEC, endpoints_of
from generator.mock_server.replay.series import Poll, Stage, Start
from generator.mock_server.simulate.tasks import Task, new_id

from .player import ALL, FIXTURES, Player

FIXTURE = load(FIXTURES / "createVideoGeneration" / "kling-minimal.json")
STAGES = [Stage((Poll(FIXTURE, "1", "running", word),)) for word in ("queued", "running", "done")]


@pytest.mark.parametrize(
    ("polls", "seen"),
    [(1, [2, 2]), (2, [0, 2, 2]), (3, [0, 1, 2, 2]), (5, [0, 1, 1, 1, 2, 2])],
)
def test_a_fetch_moves_a_task_on(polls: int, seen: list[int]) -> None:
    endpoint = endpoints_of(SPEC).of("createVideoGeneration")
    assert endpoint is not None
    task = Task("1", STAGES, Start(FIXTURE, endpoint, "1"), {}, {}, polls)
    for fetched, index in enumerate(seen, 1):
        task.fetched = fetched
        assert task.stage is STAGES[index]


def test_tasks_go_on_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    stage_of: property = vars(Task)["stage"]

    def slow(task: Task) -> object:
        time.sleep(0.001)  # other threads fetch the same task meanwhile
        return stage_of.__get__(task)

    monkeypatch.setattr(Task, "stage", property(slow))
    player = Player()
    ids = [player.post("/mj/submit/imagine", {"prompt": "a cat"})["result"] for _ in range(50)]
    targets = sorted(f"/mj/task/{id}/fetch" for id in ids * 3)
    with ThreadPoolExecutor(8) as pool:
        seen = [task["status"] for task in pool.map(player.get, targets)]
    assert all(sorted(seen[start : start + 3]) == ["", "IN_PROGRESS", "SUCCESS"] for start in range(0, 150, 3))
    assert "task_status" in player.get(f"/v1/video/generations/result?taskid={ids[0]}")  # no picture where films are


def test_the_oldest_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.mock_server.simulate.tasks._KEPT", 2)
    player = Player(fixtures=[one for one in ALL if "Midjourney" in one.operation])
    ids = [player.post("/mj/submit/imagine", {"prompt": "a cat"})["result"] for _ in range(3)]
    assert [player.send("GET", f"/mj/task/{id}/fetch").body.count(b"a cat") > 0 for id in ids] == [False, True, True]


@pytest.mark.parametrize(
    ("like", "form"),
    [
        ("1733011200001124", r"1733\d{12}"),
        ("7d51349f-3b8e-4f22-ac3b-5d45bbe7a82a", r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        ("CjM2acb1b22054c528186d6", r"CjM[0-9a-f]{20}"),
        ("8868902201637896192-9bec6a70372a", r"8868\d{15}-[0-9a-f]{12}"),
        ("538fa902" * 8, r"[0-9a-f]{64}"),
        ("job-1234", r"job-1\d{3}"),
    ],
)
def test_new_ids_have_the_form_of_the_recorded_ones(like: str, form: str) -> None:
    ids = {new_id(like) for _ in range(50)}
    assert len(ids) > 40
    assert all(re.fullmatch(form, id) for id in ids)
