"""Tasks: one stage a fetch, at any length, many at once, under ids that look like the recorded ones."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.mock_server import load
from generator.mock_server.replay.endpoints import SPEC, endpoints_of
from generator.mock_server.replay.series import Look, Stage, Start
from generator.mock_server.replay.tasks import Task, Tasks, new_id

FIXTURE = load(Path(__file__).parents[1] / "fixtures" / "createVideoGeneration" / "kling-minimal.json")
STAGES = tuple(Stage((Look(FIXTURE, "1", "running", word),)) for word in ("queued", "running", "done"))


def task(id: str, tasks: Tasks) -> Task:
    endpoint = endpoints_of(SPEC).of("createVideoGeneration")
    assert endpoint is not None
    tasks.start(started := Task(id, "getPicture", STAGES, Start(FIXTURE, endpoint, id)))
    return started


@pytest.mark.parametrize(
    ("polls", "seen"),
    [
        (None, [0, 1, 2, 2]),
        (1, [2, 2]),
        (2, [0, 2, 2]),
        (3, [0, 1, 2]),
        (5, [0, 1, 1, 1, 2, 2]),
    ],
)
def test_a_fetch_moves_a_task_on(polls: int | None, seen: list[int]) -> None:
    tasks = Tasks(polls)
    one = task("1", tasks)
    assert tasks.stage(one) is STAGES[0]
    assert [tasks.advance(one) for _ in seen] == [STAGES[index] for index in seen]


def test_tasks_go_on_side_by_side() -> None:
    tasks = Tasks()
    many = [task(str(number), tasks) for number in range(50)]
    tasks.advance(many[0])
    tasks.advance(many[0])
    assert (tasks.stage(many[0]), tasks.stage(many[1])) == (STAGES[1], STAGES[0])
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(tasks.advance, many * 20))
    assert {one.fetched for one in many[1:]} == {20}
    assert tasks.find("7", "getPicture") is many[7]
    assert tasks.find("7", "getFilm") is None


def test_the_oldest_are_forgotten() -> None:
    tasks = Tasks()
    for number in range(10_001):
        task(str(number), tasks)
    assert tasks.find("0") is None
    assert tasks.find("1") is not None


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
