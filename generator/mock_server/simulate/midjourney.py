"""Midjourney: what a submit starts, and what is refused before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..replay.context import Asked, Choice, Desk
from ..replay.index import media_type, value
from ..replay.tasks import Task, fresh
from . import synthetic as made
from .pictures import KIND, known, known_document, look
from .rules import as_dict, as_list

_ACTIONS = {
    "submitMidjourneyImagine": "IMAGINE",
    "submitMidjourneyBlend": "BLEND",
    "submitMidjourneyDescribe": "DESCRIBE",
    "submitMidjourneyShorten": "SHORTEN",
    "submitMidjourneySwapFace": "SWAP_FACE",
}
_BUTTONS = {
    "upsample": "UPSCALE",
    "variation": "VARIATION",
    "low_variation": "LOW_VARIATION",
    "high_variation": "HIGH_VARIATION",
    "pan_left": "PAN",
    "pan_right": "PAN",
    "pan_up": "PAN",
    "pan_down": "PAN",
    "reroll": "REROLL",
    "Outpaint": "ZOOM",
    "CustomZoom": "CUSTOM_ZOOM",
    "Inpaint": "INPAINT",
}
_WINDOWS = {"INPAINT": "inpaint", "CUSTOM_ZOOM": "custom-zoom"}
_RUNS = ("", "IN_PROGRESS", "SUCCESS")
_WAITS = ("", "MODAL")


def submitted(desk: Desk, asked: Asked) -> Choice:
    """A task of its own, or a refusal in the gateway's own order: body, action, original task, vendor."""
    if media_type(asked.request).startswith("application/json"):
        try:
            value(asked.request.body)
        except ValueError:
            return _refused(5, "无效的请求, unexpected end of JSON input", "api_error")
    body = asked.json
    refused = _CHECKS.get(asked.operation, _unchecked)(desk, asked, body)
    if refused:
        return refused
    cases = [case for word in sorted(asked.triggers) for case in (f"upstream-{word}", f"answer-{word}")]
    if answered := desk.own(asked.operation, *cases):
        return answered
    case = _WINDOWS.get(_action(asked.operation, body), "minimal")
    return began(
        desk,
        asked,
        desk.first((asked.operation, case), (asked.operation, "upscale"), ("submitMidjourneyImagine", "minimal")),
    )


def began(desk: Desk, asked: Asked, choice: Choice) -> Choice:
    """The recorded start, with an id that is new; a window goes on under the id that it has."""
    said, body = as_dict(json.loads(choice.response.body)), asked.json
    old = str(said.get("result"))
    if asked.operation == "submitMidjourneyModal":
        return _went_on(desk, asked, choice, old)
    action = _action(asked.operation, body)
    origin = known_document(desk, str(body.get("taskId"))) if body.get("taskId") else {}
    facts = {
        "action": action,
        "prompt": str(origin.get("prompt") or body.get("prompt") or ""),
        "state": str(body.get("state") or ""),
        "description": said.get("description"),
    }
    task = Task(fresh(old), KIND, _course(asked, action, said), facts)
    desk.tasks.start(task)
    return Choice(choice.name, choice.response.replacing(old.encode(), task.id.encode()))


def _went_on(desk: Desk, asked: Asked, choice: Choice, old: str) -> Choice:
    id = str(asked.json.get("taskId"))
    if task := desk.tasks.find(id, KIND):
        prompt = str(asked.json.get("prompt") or task.facts["prompt"])
        desk.tasks.start(Task(id, KIND, _RUNS, {**task.facts, "english": prompt}))
    return Choice(choice.name, choice.response.replacing(old.encode(), id.encode()))


def _course(asked: Asked, action: str, said: Mapping[str, Any]) -> tuple[str, ...]:
    properties = as_dict(said.get("properties"))
    if properties.get("status") == "SUCCESS":
        return ("EXISTS",)
    if action in _WINDOWS or properties.get("remix") or "modal" in asked.triggers:
        return _WAITS
    if "fail" in asked.triggers:
        return (*_RUNS[:-1], "FAILURE")
    return _RUNS[:-1] if asked.triggers & {"stuck", "pending"} else _RUNS


def _action(operation: str, body: Mapping[str, Any]) -> str:
    if operation == "submitMidjourneyChange":
        return str(body.get("action"))
    return _ACTIONS.get(operation) or _pressed(str(body.get("customId"))) or "IMAGINE"


def _pressed(custom_id: str) -> str | None:
    parts = custom_id.split("::")
    place = 2 if parts[1:2] == ["JOB"] else 1
    return _BUTTONS.get(parts[place]) if len(parts) > place else None


def _unchecked(desk: Desk, asked: Asked, body: Mapping[str, Any]) -> Choice | None:
    # The others read the object that was checked; these read the body again, and find none.
    return None if asked.json or media_type(asked.request) else _refused(5, "read_request_body_failed ")


def _imagine(desk: Desk, asked: Asked, body: Mapping[str, Any]) -> Choice | None:
    return None if body.get("prompt") else _refused(4, "prompt_is_required ")


def _swap(desk: Desk, asked: Asked, body: Mapping[str, Any]) -> Choice | None:
    both = body.get("sourceBase64") and body.get("targetBase64")
    return None if both else _refused(4, "sour_base64_and_target_base64_is_required ")


def _button(desk: Desk, asked: Asked, body: Mapping[str, Any]) -> Choice | None:
    custom_id = body.get("customId")
    if not custom_id:
        return _refused(4, "custom_id_is_required", "api_error")
    if "::" not in str(custom_id):
        return Choice("panic", made.empty(500, "Internal Server Error"))
    action, parts = _pressed(str(custom_id)), str(custom_id).split("::")
    if action is None:
        return _refused(4, f"unknown_action:{custom_id}", "api_error")
    if action in ("UPSCALE", "VARIATION") and not (len(parts) > 3 and parts[3].isdigit()):
        return _refused(4, "index_parse_failed", "api_error")
    return _original(desk, body, finished=True)


def _change(desk: Desk, asked: Asked, body: Mapping[str, Any]) -> Choice | None:
    if not body.get("action"):
        name, answer = desk.case("submitMidjourneyChange", "action-missing")
        return Choice(name, answer)
    return _original(desk, body, finished=True) if body.get("index") else _refused(4, "index_is_required ")


def _window(desk: Desk, asked: Asked, body: Mapping[str, Any]) -> Choice | None:
    if refused := _original(desk, body, finished=False):
        return refused
    task = desk.tasks.find(str(body.get("taskId")), KIND)
    return _refused(4, "关联任务状态错误 ") if task and task.states != _WAITS else None


def _original(desk: Desk, body: Mapping[str, Any], *, finished: bool) -> Choice | None:
    """What is wrong with the task that a submit builds on."""
    id = body.get("taskId")
    if not id:
        return _refused(4, "关联任务不存在或已失效 ")
    if not known(desk, str(id)):
        return _refused(4, "task_not_found ")
    done = known_document(desk, str(id)).get("status") == "SUCCESS"
    return _refused(4, "task_status_not_success ") if finished and not done else None


def _simple(desk: Desk, asked: Asked, body: Mapping[str, Any]) -> Choice | None:
    return desk.case("submitMidjourneySimpleChange", "content-missing", "reroll")


_CHECKS = {
    "submitMidjourneyImagine": _imagine,
    "submitMidjourneySwapFace": _swap,
    "submitMidjourneyAction": _button,
    "submitMidjourneyChange": _change,
    "submitMidjourneyModal": _window,
    "submitMidjourneySimpleChange": _simple,
}


def fetched(desk: Desk, asked: Asked) -> Choice:
    """A look at a task, which moves it on."""
    task = desk.tasks.find(asked.values["id"], KIND)
    if task is None:
        return _refused(4, "Get mj id failed Error")
    document = look(desk, task)
    return Choice(f"{task.facts['action']} {document['status']}", made.told(200, "OK", document))


def seeded(desk: Desk, asked: Asked) -> Choice:
    """The seed of a finished picture."""
    if not known(desk, asked.values["id"]):
        return _refused(4, "task_no_found ")
    document = known_document(desk, asked.values["id"])
    pictured = document.get("status") == "SUCCESS" and document.get("action") not in ("DESCRIBE", "SHORTEN")
    return desk.case("getMidjourneyTaskImageSeed", "success" if pictured else "not-a-picture")


def listed(desk: Desk, asked: Asked) -> Choice:
    """Tasks as they are now; unknown ids are left out."""
    given = asked.json.get("ids", [])
    ids = [id for id in as_list(given) if isinstance(id, str)]
    if ids != given or not asked.request.body:
        return _refused(4, "Bind json failed Error")
    found = [known_document(desk, id) for id in ids if known(desk, id)]
    return Choice("tasks", made.told(200, "OK", found))


def shown(desk: Desk, asked: Asked) -> Choice:
    """The picture of a finished task, without any key."""
    id = asked.values["id"]
    if not known(desk, id):
        return Choice("unknown task", made.told(400, "Bad Request", {"error": "midjourney_task_not_found"}))
    if known_document(desk, id).get("status") != "SUCCESS":
        return Choice("not ready", made.told(500, "Internal Server Error", {"error": "http_get_image_failed"}))
    return desk.case("getMidjourneyImage", "success")


def _refused(code: int, description: str, kind: str = "upstream_error") -> Choice:
    said = {"code": code, "description": description, "type": kind}
    return Choice("refusal", made.told(400, "Bad Request", said))
