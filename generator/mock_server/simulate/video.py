"""Videos by five vendors, as tasks: each in the words that the gateway uses for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from ..replay.context import Asked, Choice, Desk
from ..replay.tasks import Task, fresh
from . import synthetic as made

KIND = "createVideoGeneration"

# The words of a task, from the first look on. Where no success was recorded they are what the gateway's source says.
_COURSES = {
    "minimax": ("unknown", "processing", "success"),
    "zhipu": ("processing", "succeed"),
    "kling": ("processing", "processing", "succeed"),
    "runway": ("processing", "processing", "succeed"),
    "luma": ("unknown", "processing", "scucceed"),
}
_FAILED = {"runway": "unknown"}  # for ever: its failure cannot be told from work
_PLAIN = ("minimal", "quick", "full", "image-only")
_ENDS = ("success", "succeed", "scucceed")


def vendor(body: Mapping[str, Any]) -> str | None:
    """Who makes the video, by the model."""
    model = str(body.get("model"))
    named = {"video-01": "minimax", "cogvideox": "zhipu", "gen3a_turbo": "runway", "luma": "luma"}
    return "kling" if model.startswith("kling") else named.get(model)


def created(desk: Desk, asked: Asked, body: Mapping[str, Any]) -> Choice:
    """A task, under an id of its own, or the vendor's refusal."""
    who = vendor(body)
    if who is None:
        return desk.case(KIND, "not-a-video-model")
    if case := _odd(who, body):
        return desk.case(KIND, case)
    cases = [f"{who}-upstream-{word}" for word in sorted(asked.triggers)]
    cases += [f"{who}-refused"] if "banned" in asked.triggers else []
    if refused := desk.own(KIND, *cases):
        return refused
    return began(desk, asked, body, desk.case(KIND, *(f"{who}-{case}" for case in _PLAIN)))


def began(desk: Desk, asked: Asked, body: Mapping[str, Any], choice: Choice) -> Choice:
    """The recorded start, with an id that is new."""
    who, old = vendor(body), str(json.loads(choice.response.body).get("task_id"))
    if who is None or choice.response.status != 200:
        return choice
    task = Task(fresh(old), KIND, _COURSES[who], {"vendor": who})
    if "pending" in asked.triggers:
        task.states = task.states[:1]
    if "fail" in asked.triggers:
        task.states = (*task.states[:-1], _FAILED.get(who, "failed"))
    if ends := {word for word in asked.triggers if word.startswith("result")}:
        task.states = (f"{who}-upstream-{ends.pop().removeprefix('result')}",)
    desk.tasks.start(task)
    return Choice(choice.name, choice.response.replacing(old.encode(), task.id.encode()))


def looked(desk: Desk, asked: Asked) -> Choice:
    """A look at a task; the id is in the query."""
    id = parse_qs(asked.request.target.partition("?")[2]).get("taskid", [""])[0]
    task = desk.tasks.find(id, KIND)
    if task is None:
        said = {"error": f"failed to get video: no record found for task_id: {id}"}
        return Choice("unknown task", made.told(500, "Internal Server Error", said))
    state, who = desk.tasks.look(task), task.facts["vendor"]
    if "upstream" in state:
        return desk.case("getVideoGenerationResult", state)
    document = {
        "task_id": task.id,
        "video_result": f"http://cdn.lab.invalid/cdn/{who}/output.mp4" if state in _ENDS else "",
        "task_status": state,
        "message": "success" if who == "minimax" else "",
        "duration": "5.1" if who == "kling" and state in _ENDS else "",
    }
    return Choice(f"{who} {state}", made.told(200, "OK", document))


def _odd(who: str, body: Mapping[str, Any]) -> str | None:
    duration = body.get("duration")
    if who == "kling" and duration is not None and not isinstance(duration, str):
        return "kling-duration-number"
    if who == "runway" and isinstance(duration, str):
        return "runway-duration-string"
    if body.get("prompt") is not None and not isinstance(body.get("prompt"), str):
        return "wrong-type-prompt"
    needs = {"minimax": ("prompt",), "kling": ("prompt", "image"), "luma": (), "zhipu": ("prompt", "image_url")}
    named = needs.get(who, ())
    return f"{who}-missing-prompt" if named and not any(body.get(name) for name in named) else None
