"""The tasks of Midjourney as the gateway keeps them: all keys always there, whatever the state."""

from __future__ import annotations

import json
import re
import time
from functools import lru_cache
from typing import Any
from uuid import uuid4

from ..replay.context import Desk
from ..replay.tasks import Task

KIND = "midjourney"

# A finished task of each kind; every other action ends in a grid of four like imagine's.
_ENDS = {
    "UPSCALE": "upscale-success",
    "DESCRIBE": "describe-success",
    "SHORTEN": "shorten-success",
    "BLEND": "blend-success",
    "SWAP_FACE": "swap-success",
}
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_REASON = "[Banned prompt detected] The request was refused by the picture service"


def known(desk: Desk, id: str) -> bool:
    """Whether a task is under way or was recorded."""
    return desk.tasks.find(id, KIND) is not None or id in _recorded(desk)


def known_document(desk: Desk, id: str) -> dict[str, Any]:
    """A task as it is now, without a look at it; empty when nobody knows it."""
    task = desk.tasks.find(id, KIND)
    return _document(desk, task, desk.tasks.state(task)) if task else _recorded(desk).get(id, {})


def look(desk: Desk, task: Task) -> dict[str, Any]:
    """A task as this look shows it."""
    return _document(desk, task, desk.tasks.look(task))


def _document(desk: Desk, task: Task, state: str) -> dict[str, Any]:
    facts = task.facts
    document = _end(desk, task)
    prompt = facts["prompt"] or document["prompt"]
    document.update(id=task.id, action=facts["action"], description=facts["description"])
    if facts["action"] not in ("DESCRIBE", "SWAP_FACE", "BLEND"):
        english = facts.get("english", prompt)  # a window changes the prompt, but not what was asked for first
        properties = {"finalPrompt": english, "finalZhPrompt": ""}
        document.update(prompt=prompt, promptEn=english, properties=properties)
    document.update(state=facts["state"], imageUrl=f"http://gateway.lab.invalid/mj/image/{task.id}")
    began = facts.setdefault("began", int(time.time() * 1000))
    document.update(submitTime=began, startTime=began + 2000, finishTime=facts.setdefault("ended", began + 41000))
    return document | _ways(task, state, desk.tasks.share(task))


def _ways(task: Task, state: str, share: int | None) -> dict[str, Any]:
    """What differs from the finished task."""
    moving: dict[str, Any] = {
        "imageUrl": f"http://gateway.lab.invalid/mj/image/{task.id}?rand={time.time_ns()}",
        "buttons": [],
    }
    if state == "":
        early = {"startTime": 0, "finishTime": 0, "imageUrl": "", "status": "", "progress": "0%", "promptEn": ""}
        return early | {"state": "", "buttons": None, "properties": None}
    if state == "MODAL":
        return {"startTime": 0, "finishTime": 0, "imageUrl": "", "status": state, "progress": "0%", "buttons": []}
    if state == "IN_PROGRESS":
        progress = f"{35 if share is None else min(share, 99)}%"
        return {**moving, "finishTime": 0, "status": state, "progress": progress}
    if state == "FAILURE":
        return {**moving, "status": state, "progress": "100%", "failReason": _REASON}
    done = {"status": "SUCCESS", "progress": "100%"}
    return done if state == "SUCCESS" else done | {"buttons": None, "properties": None, "promptEn": ""}


def _end(desk: Desk, task: Task) -> dict[str, Any]:
    """The finished task of its kind, its buttons with ids of their own, the same at each look."""
    case = _ENDS.get(task.facts["action"], "imagine-success")
    text = desk.first(("getMidjourneyTask", case), ("getMidjourneyTask", "imagine-success")).response.body.decode()
    document: dict[str, Any] = json.loads(_UUID.sub(task.facts.setdefault("uuid", str(uuid4())), text))
    return document


@lru_cache(maxsize=16)
def _recorded(desk: Desk) -> dict[str, dict[str, Any]]:
    """The recorded tasks, by id, each in the state that was seen last."""
    fetched = (f for f in desk.shelf.fixtures if f.operation == "getMidjourneyTask" and f.response.status == 200)
    documents = (json.loads(fixture.response.body) for fixture in fetched)
    return {document["id"]: document for document in sorted(documents, key=lambda one: str(one["status"]))}
