"""Examples: recorded requests and responses, where OpenAPI has them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from ..diagnostics import Diagnostic, DiagnosticsError, Place
from ..mock_server.http.multipart import Form
from ..mock_server.replay.fixtures import NO_JSON, Fixture
from ..spec import Operation
from ..spec.operations import EVENTS, FORM, JSON, TEXT, walk_operations
from ..spec.pointer import mapping, resolve, sequence
from ..spec.schemas import properties_of, types_of
from .settings import FILE

SHORT = 200  # characters of a text in an example
READ: dict[str, Callable[[str], Any]] = {"integer": int, "number": float, "boolean": json.loads, "object": json.loads}


class File(str):
    """The name of a file, in place of its bytes."""

    __slots__ = ()


class Shown(NamedTuple):
    """The recordings that are shown for an operation: the successes, and all whose responses are shown."""

    requests: list[Fixture]
    responses: list[Fixture]


class Examples:
    """Chooses the recordings of each operation."""

    def __init__(self, recorded: list[Fixture], chosen: dict[str, list[str]]) -> None:
        self.recorded = recorded
        self.by_name = {fixture.name: fixture for fixture in recorded}
        self.chosen = chosen

    def of(self, operation: Operation) -> Shown:
        """The recordings that are shown for an operation."""
        name = operation.id
        cases = self.chosen.get(name) or self._usual(name)
        found = [self._named(case if "/" in case else f"{name}/{case}", name) for case in cases]
        path = re.compile(re.sub(r"\\{.*?\\}", "[^/]+", re.escape(operation.path)))
        own = [one for one in found if path.fullmatch(urlsplit(one.request.target).path)]
        return Shown([one for one in own if _succeeded(one)] or own[:1], found)

    def _named(self, name: str, operation: str) -> Fixture:
        if name not in self.by_name:
            hint = f"choose one of tests/fixtures/{operation}"
            what = f"{operation} shows {name!r}, which is not recorded"
            raise DiagnosticsError([Diagnostic(Place(FILE), what, hint, code="published-examples")])
        return self.by_name[name]

    def _usual(self, operation: str) -> list[str]:
        own = [
            fixture for fixture in self.by_name.values() if fixture.operation == operation and "@" not in fixture.name
        ]
        kinds = [one for one in own if _succeeded(one)], [one for one in own if not _succeeded(one)]
        found = [{one.case: one for one in kind} for kind in kinds]
        usual = zip(("minimal", "wrong-key"), found, strict=True)
        return [case if case in kind else next(iter(kind)) for case, kind in usual if kind]


def _succeeded(fixture: Fixture) -> bool:
    return fixture.response.status < 300 and not fixture.response.failed


def say_examples(tree: dict[str, Any], examples: Examples) -> None:
    """Add the examples of every operation: parameters, request body and responses."""
    for operation in walk_operations(tree):
        shown = examples.of(operation)
        for fixture in shown.requests[:1]:
            _parameters(operation, fixture)
        for fixture in shown.requests:
            for content in mapping(operation.node.get("requestBody")).get("content", {}).items():
                _add(content[1], fixture, request_value(tree, fixture, *content))
        for fixture in shown.responses:
            _response(tree, operation, fixture)


def _add(content: dict[str, Any], fixture: Fixture, value: Any) -> None:
    if value is not NO_JSON:
        examples = content.setdefault("examples", {})
        examples.setdefault(fixture.case, {"summary": summary(fixture), "value": value})


def summary(fixture: Fixture) -> str:
    """The case in words."""
    return fixture.about.rstrip(".") or fixture.case.replace("-", " ").capitalize()


def _parameters(operation: Operation, fixture: Fixture) -> None:
    target = urlsplit(fixture.request.target)
    values = {name: texts[0] for name, texts in parse_qs(target.query).items()}
    parts = zip(operation.path.split("/")[::-1], target.path.split("/")[::-1], strict=False)
    values |= {part[1:-1]: unquote(text) for part, text in parts if part.startswith("{")}
    values |= {name: text for name, text in fixture.request.headers if name == "Accept"}
    for parameter in operation.parameters:
        if parameter.name in values:
            parameter.node["example"] = values[parameter.name]


def request_value(tree: dict[str, Any], fixture: Fixture, media: str, content: dict[str, Any]) -> Any:
    """The body of a recorded request as a value of its schema; NO_JSON if it has none of this media type."""
    if media == FORM and fixture.request.form:
        return _form(tree, fixture.request.form, properties_of(tree, content["schema"]))
    if media != JSON:
        return NO_JSON
    fields, sent = properties_of(tree, content["schema"]), fixture.request.json
    # Recorded requests have fields too that the gateway drops, and the document leaves out.
    known = {name: value for name, value in mapping(sent).items() if name in fields} if fields else sent
    return _short(known)


def _form(tree: dict[str, Any], form: Form, fields: dict[str, Any]) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for part in form:
        types = types_of(tree, fields.get(part.name))
        item_types = types_of(tree, resolve(tree, fields.get(part.name)).get("items")) if "array" in types else types
        read = next((READ[name] for name in item_types if name in READ), str)
        one = File(part.filename) if part.text is None else read(part.text)
        value[part.name] = [*sequence(value.get(part.name)), one] if "array" in types else one
    return value


def fields_of(form: Any) -> list[tuple[str, Any]]:
    """The fields of a form, one for each item of a list."""
    return [(name, item) for name, one in mapping(form).items() for item in sequence(one) or [one]]


def _response(tree: dict[str, Any], operation: Operation, fixture: Fixture) -> None:
    """Add a recorded response to the response of its status, or to the default one."""
    responses, response = operation.node["responses"], fixture.response
    declared = resolve(tree, responses.get(str(response.status)) or responses.get("default"))
    content = mapping(declared.get("content"))
    parsed = _parsed(response.body)
    if response.media_type == EVENTS:
        _add(content[EVENTS], fixture, next(events(response.body), NO_JSON))
    elif JSON in content and parsed is not NO_JSON and not (response.media_type == TEXT and _is_text(content)):
        _add(content[JSON], fixture, _short(parsed))
    elif TEXT in content and response.media_type == TEXT:
        _add(content[TEXT], fixture, response.body.decode())
    for media in content:
        if "/*" in media and response.media_type.startswith(media[:-1]):
            _add(content[media], fixture, f"({len(response.body)} bytes of {response.media_type})")


def _is_text(content: dict[str, Any]) -> bool:
    """True if a response of `text/plain` is no JSON."""
    return TEXT in content and "contentSchema" not in content[TEXT]["schema"]


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return NO_JSON


def events(body: bytes) -> Iterator[Any]:
    """The JSON of each event of a stream."""
    for line in body.decode().splitlines():
        if line.startswith("data:") and (value := _parsed(line[5:].encode())) is not NO_JSON:
            yield value


def _short(value: Any) -> Any:
    """A value with long texts cut and long lists of objects shortened."""
    held, items = mapping(value), sequence(value)
    if held:
        return {key: _short(inner) for key, inner in held.items()}
    if items:
        return [_short(item) for item in (items[:3] if isinstance(items[0], dict) else items)]
    return f"{value[:SHORT]}…" if isinstance(value, str) and len(value) > SHORT else value
