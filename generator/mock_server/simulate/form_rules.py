"""Answers to forms that were never recorded: sound to text, files, and pictures by Stability."""

from __future__ import annotations

import json
from dataclasses import replace
from secrets import token_hex
from time import time

from ..http.multipart import Form, Part
from ..replay.context import Asked, Choice, Desk
from ..replay.tasks import Task, fresh
from . import synthetic as made

_FORMATS = ("json", "text", "srt", "verbose_json", "vtt")
_HEARD = ("createTranscription", "createTranslation")
_MEDIA = ("image/*", "video/*")


def heard(desk: Desk, asked: Asked) -> Choice:
    """Sound to text, in the form that `response_format` asks for."""
    operation, form = asked.operation, asked.request.form or ()
    if not any(part.name == "file" and part.filename is not None for part in form):
        return desk.case(operation, "missing-file", "json-body")
    wanted = _text(form, "response_format") or "json"
    if wanted not in _FORMATS:
        return desk.case(operation, "format-unknown")
    case = f"format-{wanted.replace('_', '-')}"
    if wanted == "verbose_json" and any(p.name.startswith("timestamp") and p.text == "word" for p in form):
        case = "verbose-words"
    return desk.first(*((name, case) for name in (operation, *_HEARD)), (operation, "minimal"))


def kept(desk: Desk, asked: Asked) -> Choice:
    """An upload: named and counted, and as lost as any upload to an embedded gateway."""
    if asked.request.form is None:
        return desk.case("createFile", "empty-body" if not asked.request.body else "json-body")
    file = next((part for part in asked.request.form if part.name == "file" and part.filename is not None), None)
    if file is None:
        return desk.case("createFile", "file-as-text")
    choice = desk.case("createFile", "minimal", "full")
    if choice.response.status != 200:
        return choice
    return Choice(
        choice.name, choice.response.with_body(made.as_go_writes(_listed(file, json.loads(choice.response.body))))
    )


def _listed(file: Part, document: dict[str, dict[str, object]]) -> dict[str, object]:
    now, name = int(time()), file.filename or ""
    own = {"id": now % 100_000, "creat_time": now, "finish_time": now, "bytes": file.size, "file_name": name}
    at = str(document["file"]["store_url"]).rpartition("/")[0]
    return {**document, "file": {**document["file"], **own, "store_url": f"{at}/1{name}"}}


def pictured(desk: Desk, asked: Asked) -> Choice:
    """A picture in the form that Accept asks for."""
    if refused := _unreadable(desk, asked) or _incomplete(desk, asked):
        return refused
    accept = asked.request.header("accept") or ""
    if accept.startswith("application/json"):
        return desk.first((asked.operation, "json"), ("createStableImageUltra", "json"))
    if accept != "image/*":
        return desk.case("createStableImageUltra", "accept-any")
    wanted = _text(asked.request.form or (), "output_format") or "png"
    case = f"image-{wanted}"
    pictures = ((name, case) for name in (asked.operation, "createStableImageUltra", "controlImageSketch"))
    return desk.first(*(() if wanted == "png" else pictures), (asked.operation, "minimal"))


def started(desk: Desk, asked: Asked) -> Choice:
    """A job, under an id of its own."""
    if refused := _unreadable(desk, asked) or _incomplete(desk, asked):
        return refused
    return began(desk, asked, desk.case(asked.operation, "minimal"))


def began(desk: Desk, asked: Asked, choice: Choice) -> Choice:
    """The recorded start, with an id that is new."""
    old = str(json.loads(choice.response.body)["id"])
    task = Task(fresh(old), asked.operation, ("running", "running", "done"))
    if "pending" in asked.triggers:
        task.states = ("running",)
    if ends := {word for word in asked.triggers if word.startswith("result")}:
        task.states = (f"upstream-{ends.pop().removeprefix('result')}",)
    # An id is lost when a picture is asked for where only an id can come.
    if asked.request.header("accept") != "image/*":
        desk.tasks.start(task)
    return Choice(choice.name, choice.response.replacing(old.encode(), task.id.encode()))


_BEGAN = {"getCreativeUpscaleResult": "startCreativeUpscale", "getImageToVideoResult": "startImageToVideo"}


def looked(desk: Desk, asked: Asked) -> Choice:
    """A look at a job: 202 while it runs, then what Accept asks for."""
    task = desk.tasks.find(asked.values["id"], _BEGAN[asked.operation])
    if task is None:
        return desk.case(asked.operation, "unknown-id")
    state, accept = desk.tasks.look(task), asked.request.header("accept") or ""
    if state == "running":
        name, answer = desk.case(asked.operation, "first-look")
        return Choice(name, answer.with_body(json.dumps({"id": task.id, "status": "in-progress"}).encode()))
    if state != "done":
        return desk.case(asked.operation, f"{state}-media" if accept in _MEDIA else state, state, f"{state}-media")
    if accept.startswith("application/json"):
        return desk.case(asked.operation, "ready-json")
    return desk.case(asked.operation, "ready" if accept in _MEDIA else "ready-no-accept")


def _unreadable(desk: Desk, asked: Asked) -> Choice | None:
    if asked.request.form is None and not asked.request.dropped:
        return desk.first((asked.operation, "json-body"), ("createStableImageUltra", "json-body"))
    if not asked.request.form:
        return desk.first((asked.operation, "empty-body"), ("createStableImageUltra", "empty-body"))
    return None


def _incomplete(desk: Desk, asked: Asked) -> Choice | None:
    """The vendor's refusal of a form that lacks a part which the smallest recorded one has."""
    smallest = desk.shelf.of(asked.operation, "minimal")
    given = {part.name for part in asked.request.form or ()}
    lacking = [part.name for part in (smallest.request.form if smallest else None) or () if part.name not in given]
    if smallest is None or not lacking:
        return None
    said = {"id": token_hex(16), "name": "bad_request", "errors": [f"{name}: is required" for name in lacking]}
    refused = made.told(400, "Bad Request", said)
    plain = tuple((k, "text/plain; charset=utf-8" if k == "Content-Type" else v) for k, v in refused.headers)
    return Choice("incomplete form", replace(refused, headers=plain))


def _text(form: Form, name: str) -> str | None:
    return next((part.text for part in form if part.name == name), None)
