"""Requests to answers: the recorded one where there is one, else the sensible one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from . import made, rules
from .fixtures import Answer, Fixture, Request
from .keys import REFUSALS, standing
from .matching import Shelf, media_type, value

_ROUTES: dict[tuple[str, str], str] = {
    ("POST", "/v1/chat/completions"): "createChatCompletion",
    ("POST", "/v1/completions"): "createCompletion",
    ("POST", "/v1/embeddings"): "createEmbedding",
    ("POST", "/v1/moderations"): "createModeration",
    ("GET", "/v1/models"): "listModels",
}
_RULES: dict[str, rules.Rule] = {
    "createChatCompletion": rules.chat,
    "createCompletion": rules.completion,
    "createEmbedding": rules.embedding,
    "createModeration": rules.moderation,
}
_MODELS = "/v1/models/"
_WITHOUT_MODEL = "createModeration"  # it has a default model
_LISTS = {"createEmbedding": "data", "createModeration": "results"}  # one item for each input


class Choice(NamedTuple):
    """An answer, and the name of the fixture that it is or was made from."""

    name: str
    answer: Answer


class Chooser:
    """Picks the answer for a request, in the gateway's own order: path, key, model, body."""

    def __init__(self, fixtures: Iterable[Fixture]) -> None:
        self._shelf = Shelf(fixtures)
        self._listed = self._listed_models()
        answered = (f for f in self._shelf.fixtures if f.answer.status == 200 and f.request.method == "POST")
        self._models = set(self._listed) | {model for f in answered if (model := _model(f))}

    def choose(self, request: Request) -> Choice:
        """The recorded answer to exactly this request, else what the gateway would sensibly say."""
        origin = request.header("origin")
        if request.method == "OPTIONS" and origin and request.header("access-control-request-method"):
            return Choice("preflight", made.preflight(request))
        matched = self._shelf.match(request)
        choice = Choice(matched.name, matched.answer) if matched else self._sensible(request)
        if origin and choice.answer.status not in (301, 307):
            return Choice(choice.name, made.to_browsers(choice.answer, origin))
        return choice

    def _sensible(self, request: Request) -> Choice:
        path = made.path(request)
        operation = _operation(request.method, path)
        if operation is None and path.endswith("/") and _operation(request.method, path.rstrip("/")):
            return Choice("redirect", made.redirect(request))
        if operation is None:
            return Choice("not found", made.not_found(request))
        worth = standing(request)
        if worth != "good" and not (worth == "poor" and request.method == "GET"):
            return self._case(operation, *REFUSALS[worth])
        if operation == "retrieveModel":
            return self._retrieve(path.removeprefix(_MODELS))
        return self._case(operation, "all") if operation == "listModels" else self._post(operation, request)

    def _retrieve(self, model: str) -> Choice:
        if model in self._listed:
            name, answer = self._case("retrieveModel", "known")
            return Choice(name, answer.with_body(made.as_go_writes(self._listed[model])))
        name, answer = self._case("retrieveModel", "unknown")
        return Choice(name, answer.replacing(b"no-such-model", _escaped(model)))

    def _post(self, operation: str, request: Request) -> Choice:
        # Of another type no model is read, so no channel is found: the body is not even looked at.
        if not media_type(request).startswith("application/json"):
            return self._case(operation, "no-content-type", *rules.NO_MODEL)
        try:
            body = value(request.body)
        except ValueError:
            return self._case(operation, *rules.NO_JSON)
        if not isinstance(body, dict):
            return self._case(operation, *rules.NO_JSON)
        return self._asked(operation, rules.as_dict(body))

    def _asked(self, operation: str, body: dict[str, Any]) -> Choice:
        model = body.get("model")
        if model is None and operation != _WITHOUT_MODEL:
            return self._case(operation, *rules.NO_MODEL)
        if model is not None and not isinstance(model, str):
            return self._case(operation, *rules.MODEL_IS_NO_TEXT)
        if model is not None and model not in self._models:
            name, answer = self._case(operation, *rules.UNKNOWN_MODEL)
            return Choice(name, answer.replacing(b"no-such-model", _escaped(model)))
        fixture = self._shelf.named(operation, *_RULES[operation](body))
        return Choice(fixture.name, _as_asked(fixture, body)) if fixture else _missing(operation)

    def _case(self, operation: str, *cases: str) -> Choice:
        fixture = self._shelf.named(operation, *cases)
        return Choice(fixture.name, fixture.answer) if fixture else _missing(operation)

    def _listed_models(self) -> dict[str, Any]:
        lists = [f for f in self._shelf.fixtures if f.operation == "listModels" and f.answer.status == 200]
        # The spec's era is the first on the shelf and so the last to be written here.
        return {item["id"]: item for fixture in reversed(lists) for item in value(fixture.answer.body)["data"]}


def _operation(method: str, path: str) -> str | None:
    if method == "GET" and path.startswith(_MODELS) and "/" not in path.removeprefix(_MODELS) and path != _MODELS:
        return "retrieveModel"
    return _ROUTES.get((method, path))


def _model(fixture: Fixture) -> str | None:
    try:
        body = value(fixture.request.body)
    except ValueError:
        return None
    return rules.as_dict(body).get("model")


def _as_asked(fixture: Fixture, body: dict[str, Any]) -> Answer:
    """The recorded answer with the model, the tool and the number of inputs that this request names."""
    answer = fixture.answer
    if (recorded := _model(fixture)) and body.get("model"):
        answer = answer.replacing(_quoted(recorded), _quoted(body["model"]))
    if (tool := rules.first_tool(body)) and (recorded := rules.first_tool(value(fixture.request.body))):
        answer = answer.replacing(_quoted(recorded), _quoted(tool))
    if fixture.operation in _LISTS and answer.status == 200:
        return _with_items(answer, _LISTS[fixture.operation], rules.inputs(body))
    return answer


def _with_items(answer: Answer, key: str, count: int) -> Answer:
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


def _missing(operation: str) -> Choice:
    message = f"no fixture of {operation} fits this request; add one, or start the gateway with more of them"
    return Choice("no fixture", made.failure(message))
