"""Tasks: one state a look, at any length, many at once, under ids that look like the recorded ones."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.mock_server.replay.tasks import Task, Tasks, fresh

STATES = ("", "IN_PROGRESS", "SUCCESS")


@pytest.mark.parametrize(
    ("polls", "seen"),
    [
        (None, ["", "IN_PROGRESS", "SUCCESS", "SUCCESS"]),
        (1, ["SUCCESS", "SUCCESS"]),
        (2, ["", "SUCCESS", "SUCCESS"]),
        (3, ["", "IN_PROGRESS", "SUCCESS"]),
        (5, ["", "IN_PROGRESS", "IN_PROGRESS", "IN_PROGRESS", "SUCCESS", "SUCCESS"]),
    ],
)
def test_a_look_moves_a_task_on(polls: int | None, seen: list[str]) -> None:
    tasks, task = Tasks(polls), Task("1", "picture", STATES)
    tasks.start(task)
    assert tasks.state(task) == ""
    assert [tasks.look(task) for _ in seen] == seen
    assert tasks.share(task) == (None if polls is None else 100)


def test_tasks_go_on_side_by_side() -> None:
    tasks = Tasks()
    many = [Task(str(number), "picture", STATES) for number in range(50)]
    for task in many:
        tasks.start(task)
    tasks.look(many[0])
    tasks.look(many[0])
    assert (tasks.state(many[0]), tasks.state(many[1])) == ("IN_PROGRESS", "")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(tasks.look, many * 20))
    assert {task.looks for task in many[1:]} == {20}
    assert tasks.find("7", "picture") is many[7]
    assert tasks.find("7", "film") is None


def test_the_oldest_are_forgotten() -> None:
    tasks = Tasks()
    for number in range(10_001):
        tasks.start(Task(str(number), "picture", STATES))
    assert tasks.find("0", "picture") is None
    assert tasks.find("1", "picture") is not None


@pytest.mark.parametrize(
    ("like", "form"),
    [
        ("1733011200001124", r"1733\d{12}"),
        ("7d51349f-3b8e-4f22-ac3b-5d45bbe7a82a", r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        ("CjM2acb1b22054c528186d6", r"CjM[0-9a-f]{20}"),
        ("8868902201637896192-9bec6a70372a", r"8868\d{15}-[0-9a-f]{12}"),
        ("538fa902" * 8, r"[0-9a-f]{64}"),
    ],
)
def test_new_ids_have_the_form_of_the_recorded_ones(like: str, form: str) -> None:
    ids = {fresh(like) for _ in range(50)}
    assert len(ids) == 50
    assert all(re.fullmatch(form, id) for id in ids)
