"""Operations that take JSON with a model in it: text, vectors, sound and pictures; and the models themselves."""

from __future__ import annotations

import base64
import json
from functools import lru_cache
from typing import Any

from ..replay.context import Asked, Choice, Desk
from ..replay.fixtures import Fixture, Response
from ..replay.index import media_type, value
from . import rules, video
from . import synthetic as made

_RULES: dict[str, rules.Rule] = {
    "createChatCompletion": rules.chat,
    "createCompletion": rules.completion,
    "createEmbedding": rules.embedding,
    "createModeration": rules.moderation,
    "createSpeech": rules.speech,
    "createImage": rules.image,
    "createFluxImage": rules.flux,
}
_WITHOUT_MODEL = ("createModeration", "createImage")  # they have a default model
_LISTS = {  # one item for each input, or as many as asked for
    "createEmbedding": ("data", rules.inputs),
    "createModeration": ("results", rules.inputs),
    "createImage": ("data", rules.pictures),
    "createFluxImage": ("data", rules.pictures),
}


def listed(desk: Desk, asked: Asked) -> Choice:
    """All models."""
    return desk.case("listModels", "all")


def retrieved(desk: Desk, asked: Asked) -> Choice:
    """One model of the list, by its id."""
    model, known = asked.values["id"], _listed(desk)
    if model in known:
        name, answer = desk.case("retrieveModel", "known")
        return Choice(name, answer.with_body(made.as_go_writes(known[model])))
    name, answer = desk.case("retrieveModel", "unknown")
    return Choice(name, answer.replacing(b"no-such-model", _escaped(model)))


def answered(desk: Desk, asked: Asked) -> Choice:
    """The answer to JSON that names a model, or the refusal of what does not."""
    # Of another type no model is read, so no channel is found: the body is not even looked at.
    if not media_type(asked.request).startswith("application/json"):
        return desk.case(asked.operation, "no-content-type", *rules.NO_MODEL)
    try:
        body = value(asked.request.body)
    except ValueError:
        return desk.case(asked.operation, *rules.NO_JSON)
    if not isinstance(body, dict):
        return desk.case(asked.operation, *rules.NO_JSON)
    return _modelled(desk, asked, rules.as_dict(body))


def _modelled(desk: Desk, asked: Asked, body: dict[str, Any]) -> Choice:
    operation, model = asked.operation, body.get("model")
    if model is None and operation not in _WITHOUT_MODEL:
        return desk.case(operation, *rules.NO_MODEL)
    if model is not None and not isinstance(model, str):
        return desk.case(operation, *rules.MODEL_IS_NO_TEXT)
    if model is not None and model not in _served(desk) and not video.vendor(body):
        name, answer = desk.case(operation, *rules.UNKNOWN_MODEL)
        return Choice(name, answer.replacing(b"no-such-model", _escaped(model)))
    if operation == video.KIND:
        return video.created(desk, asked, body)
    if operation == "createImage" and model is not None and model.startswith("flux"):
        operation = "createFluxImage"
    if refused := desk.own(operation, *(f"upstream-{word}" for word in sorted(asked.triggers))):
        return refused
    name, answer = desk.case(operation, *_RULES[operation](body))
    fixture = next((f for f in desk.shelf.fixtures if f.name == name), None)
    answer = _as_asked(fixture, body) if fixture else answer
    if operation == "createImage" and answer.status == 200 and body.get("response_format") == "b64_json":
        answer = _inline(answer, desk.first(("getMidjourneyImage", "success"), ("createStableImageUltra", "minimal")))
    return Choice(name, answer)


@lru_cache(maxsize=16)
def _listed(desk: Desk) -> dict[str, Any]:
    lists = [f for f in desk.shelf.fixtures if f.operation == "listModels" and f.response.status == 200]
    # The spec's era is the first on the shelf and so the last to be written here.
    return {item["id"]: item for fixture in reversed(lists) for item in value(fixture.response.body)["data"]}


@lru_cache(maxsize=16)
def _served(desk: Desk) -> frozenset[str]:
    answered = (f for f in desk.shelf.fixtures if f.response.status == 200 and f.request.method == "POST")
    return frozenset(_listed(desk)) | {model for f in answered if (model := _model(f))}


def _model(fixture: Fixture) -> str | None:
    try:
        body = value(fixture.request.body)
    except ValueError:
        return None
    return rules.as_dict(body).get("model")


def _as_asked(fixture: Fixture, body: dict[str, Any]) -> Response:
    """The recorded answer with the model, the tool and the number of inputs that this request names."""
    answer = fixture.response
    if (recorded := _model(fixture)) and body.get("model"):
        answer = answer.replacing(_quoted(recorded), _quoted(body["model"]))
    if (tool := rules.first_tool(body)) and (recorded := rules.first_tool(value(fixture.request.body))):
        answer = answer.replacing(_quoted(recorded), _quoted(tool))
    if fixture.operation == "createFluxImage" and (prompt := _prompt(fixture)) and body.get("prompt"):
        answer = answer.replacing(_quoted(prompt), _quoted(str(body["prompt"])))
    if fixture.operation in _LISTS and answer.status == 200:
        key, count = _LISTS[fixture.operation]
        return _with_items(answer, key, count(body))
    return answer


def _inline(answer: Response, picture: Choice) -> Response:
    """The pictures in the answer itself instead of their addresses."""
    whole = value(answer.body)
    data = base64.b64encode(picture.response.body).decode()
    whole["data"] = [{"b64_json": data} | {k: v for k, v in item.items() if k != "url"} for item in whole["data"]]
    return answer.with_body(json.dumps(whole, indent=2).encode() + b"\n")


def _with_items(answer: Response, key: str, count: int) -> Response:
    whole = value(answer.body)
    items = whole[key]
    if len(items) == count:
        return answer
    whole[key] = [_numbered(items[index % len(items)], index) for index in range(count)]
    return answer.with_body(json.dumps(whole, indent=2).encode() + b"\n")


def _numbered(item: dict[str, Any], index: int) -> dict[str, Any]:
    return {**item, "index": index} if "index" in item else item


def _quoted(text: str) -> bytes:
    return json.dumps(text, ensure_ascii=False).encode("utf-8", "replace")  # half of a character cannot be sent


def _escaped(text: str) -> bytes:
    return made.as_go_writes(text)[1:-1]


def _prompt(fixture: Fixture) -> str | None:
    prompt = value(fixture.request.body).get("prompt")
    return prompt if isinstance(prompt, str) else None
