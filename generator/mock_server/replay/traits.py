"""Traits of requests: they decide which fixture is nearest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from ...spec.operations import FORM, JSON
from ...spec.pointer import mapping, sequence, string
from .endpoints import Endpoint, Route
from .fixtures import NO_JSON, Request

Fault = tuple[str, str]  # a field, "" for the body as a whole, and what is wrong with it

_TRIGGER = re.compile(r"TRIGGER:(\w+)")
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"[\w.+-]{1,40}|\[\]|\{\}")  # a value that names one of several, such as "json_schema"
_TYPE_KEYWORDS = ("anyOf", "oneOf", "type")


class Traits(NamedTuple):
    """The differences that matter between requests to one endpoint, the weightiest first."""

    faults: frozenset[Fault]
    triggers: frozenset[str]  # words that tell a stand-in vendor what to do: `TRIGGER:fail` in a prompt
    choice: tuple[object, ...]  # what chooses the variant of the response: `stream`, a format, Accept
    features: frozenset[str]  # fields that are given, and those of their values that name one of several
    sizes: Mapping[str, int]  # the numbers, and the lengths of long texts
    names: frozenset[str]  # values of fields that list their values, and the words of ids such as `MJ::JOB::upsample`
    words: frozenset[str]
    model: str


def traits_of(route: Route, request: Request) -> Traits:
    """The traits that need nothing but the spec and the request."""
    endpoint, fields = route.endpoint, fields_of(route, request)
    kind = kind_of(request)
    leaves = list(_leaves(_since_last_result(fields)))
    features = {place for place, _ in leaves}
    features.add(f"server={request.target.split('/')[1]}" if request.target.startswith("/") else "server")
    features |= {f"{place}={value}" for place, value in leaves if not isinstance(value, str) or _TOKEN.fullmatch(value)}
    names = frozenset(_names(endpoint, fields))
    texts = [value for _, value in _leaves(fields) if isinstance(value, str)]
    triggers = {word for text in texts for word in _TRIGGER.findall(text)}
    wrong_kind = endpoint.media and kind != {JSON: "object", FORM: "form"}[endpoint.media]
    return Traits(
        frozenset({("", kind)} if wrong_kind else _faults(endpoint, request, fields)),
        frozenset(triggers - {"quick"}),
        _choice(endpoint, request, fields),
        frozenset(features | names),
        {name: size for name, value in fields.items() if (size := _size(value)) is not None},
        names,
        frozenset(word.lower() for text in texts if " " in text[:2000] for word in _WORD.findall(text)),
        string(fields.get("model")),
    )


def fields_of(route: Route, request: Request) -> dict[str, Any]:
    """The arguments of a request by name, from its body, its query and its path; of a file the length."""
    fields: dict[str, Any] = dict(parse_qsl(request.target.partition("?")[2])) | dict(route.values)
    if request.form is not None:
        return fields | {part.name: part.text if part.filename is None else part.size for part in request.form}
    return fields | (mapping(request.json) if kind_of(request) == "object" else {})


def kind_of(request: Request) -> str:
    """Return the kind of the body: `object`, `json` (another value), `form`, `invalid` JSON, `empty`, or `other`."""
    if request.form or request.dropped:
        return "form"
    if request.form is not None or not request.body:
        return "empty"
    if not request.media_type.startswith(JSON):
        return "other"
    if request.json is NO_JSON:
        return "invalid"
    return "object" if isinstance(request.json, dict) else "json"


def _faults(endpoint: Endpoint, request: Request, fields: Mapping[str, Any]) -> Iterator[Fault]:
    given = {name: value for name, value in fields.items() if value not in (None, "", [], {})}
    yield from ((name, "missing") for name in endpoint.required - given.keys())
    if request.form is not None:
        for part in request.form:
            schema = endpoint.properties.get(part.name, {})
            if part.filename is None and schema.get("format") == "binary":
                yield part.name, "missing"
            elif "enum" in schema and part.text not in schema["enum"]:
                yield part.name, "enum"
    elif endpoint.media == JSON:
        for error in endpoint.faults_of({name: given[name] for name in given.keys() & endpoint.properties}):
            if error.path:
                keyword = str(error.validator)
                yield str(error.path[0]), "type" if keyword in _TYPE_KEYWORDS else keyword


def _size(value: Any) -> int | None:
    if isinstance(value, str):
        size = len(value.encode("utf-8", "replace"))
        return size if size > 500 else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _names(endpoint: Endpoint, fields: Mapping[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        if not isinstance(value, str):
            continue
        if "enum" in endpoint.properties.get(name, {}):
            yield f"{name}={value}"
        elif "::" in value:
            yield from (f"{name}::{word}" for word in value.split("::") if not re.search(r"\d", word))


def _choice(endpoint: Endpoint, request: Request, fields: Mapping[str, Any]) -> tuple[object, ...]:
    streamed = mapping(endpoint.node.get("x-stream")).get("when")
    asks = bool(streamed) and all(fields.get(name) == value for name, value in mapping(streamed).items())
    by = string(endpoint.returns.get("by"))
    variant = fields.get(by) or endpoint.returns.get("default") if by != "accept" else None
    accept = request.header("accept") if endpoint.accept_decides else None
    has_result = _role(fields) in ("tool", "function")
    return asks, variant if isinstance(variant, str) else None, accept, has_result


def _since_last_result(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that count: once a tool has returned its result, the tools count no more."""
    if _role(fields) in ("tool", "function"):
        return {name: value for name, value in fields.items() if name not in ("tools", "tool_choice", "functions")}
    return dict(fields)


def _role(fields: Mapping[str, Any]) -> object:
    messages = sequence(fields.get("messages"))
    return mapping(messages[-1]).get("role") if messages else None


def _leaves(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    if members := mapping(value):
        for name, one in members.items():
            yield from _leaves(one, f"{place}/{name}")
    elif items := sequence(value):
        for one in items[:100]:
            yield from _leaves(one, f"{place}/*")
    elif place:
        yield place, json.dumps(value) if value in (None, [], {}) else value
