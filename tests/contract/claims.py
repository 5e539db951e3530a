"""The claims that the spec makes about responses and requests, and the claims that recordings show.

A claim is one line of text: `File.file_size present`, `File.file_size absent`, `ErrorObject.code null`,
`VideoGeneration.task_status "failed"`, `Embedding.embedding array`, `createImage 403`, `createImage 403 text/html`.
A field that the spec does not know is shown as `File.owner unknown`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from generator.mock_server import Fixture
from generator.spec.operations import EVENTS, JSON
from generator.spec.pointer import at, follow, join, split

from .document import (
    bodies_of,
    body_value,
    calls_operation,
    faults,
    operations,
    response_of,
    response_schema,
    schema_place,
    tree,
)
from .expected import succeeds
from .recorded import FIXTURES, content_type, events, is_json, is_stream, is_typed, response_json

_ANY: Any = object()
_PRESENCE = (("present", True), ("absent", False))
_is_type = Draft202012Validator.TYPE_CHECKER.is_type


@cache
def claimed() -> set[str]:
    """Every claim about responses, and those about requests that a field may be left out."""
    found = {claim for claim in claimed_of_requests() if claim.endswith(" absent")}
    for operation in operations().values():
        for response in operation.responses if not operation.inherits_responses else ():
            name = f"{operation.id} {response.status}"
            found |= {name} - {f"{operation.id} default"}
            for content in response.content:
                found.add(f"{name} {content.media_type}")
                if content.media_type in (JSON, EVENTS):
                    found |= set(claims_of(schema_place(content), name))
    return found


@cache
def claimed_of_requests() -> set[str]:
    """Every claim about request bodies."""
    bodies = [operation.body for operation in operations().values() if operation.body]
    return {claim for body in bodies for claim in claims_of(schema_place(body), "")}


@cache
def shown() -> set[str]:
    """Every claim that a recording shows."""
    return {claim for fixture in FIXTURES for claim in (*_by_response(fixture), *_by_request(fixture))}


@cache
def left_to_default() -> set[str]:
    """The recorded statuses, at the time that the spec follows, that an operation with responses for others leaves to
    its default.
    """
    return {
        f"{fixture.operation} {fixture.response.status}"
        for fixture in FIXTURES
        if fixture.era == "nov" and calls_operation(fixture)
        if len(operations()[fixture.operation].responses) > 2
        if (response := response_of(fixture.operation, fixture.response.status)) is None or response.status == "default"
    }


def _by_response(fixture: Fixture) -> Iterator[str]:
    response = response_of(fixture.operation, fixture.response.status)
    if response is None:
        return
    name = f"{fixture.operation} {response.status}"
    yield name
    if is_stream(fixture):
        yield f"{name} {EVENTS}"
        values, pointer = events(fixture), response_schema(fixture, EVENTS)
    elif is_json(fixture):
        yield f"{name} {JSON}"
        values, pointer = [response_json(fixture)], response_schema(fixture)
    else:
        declared = content_type(fixture)
        yield from (f"{name} {declared}", f"{name} {declared.partition('/')[0]}/*")
        return
    for value in values:
        if pointer and not faults(pointer, value):
            yield from claims_of(pointer, name, value)


def _by_request(fixture: Fixture) -> Iterator[str]:
    if is_typed(fixture) and fixture.request.body and succeeds(fixture):
        value = body_value(fixture)
        for body in bodies_of(fixture.operation, value):
            if not faults(schema_place(body), value):
                yield from claims_of(schema_place(body), "", value)


def claims_of(pointer: str, name: str, value: Any = _ANY, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """The claims of a schema, or those of them that a value shows."""
    pointer, node = follow(tree(), _at(pointer), pointer)
    if value is _ANY and pointer in seen:
        return
    name = _component(pointer) or name
    branches = [*_branches(pointer, node)]
    kinds = {kind for branch in branches for kind in _types(_at(branch))}
    yield from (f"{name} {kind}" for kind in kinds if len(kinds) > 1 and (value is _ANY or _is_type(value, kind)))
    words = {_text(word) for branch in branches for word in _at(branch).get("enum", ())}
    yield from (f"{name} {word}" for word in words - {"null"} if value is _ANY or _text(value) == word)
    for branch in branches:
        if value is _ANY or len(branches) == 1 or not faults(branch, value):
            yield from _within(branch, _component(branch) or name, value, seen | {pointer})


def _within(pointer: str, name: str, value: Any, seen: frozenset[str]) -> Iterator[str]:
    """The claims about what an object or an array holds."""
    node, every = _at(pointer), value is _ANY
    known = node.get("properties", {})
    if every or isinstance(value, dict):
        for key in known.keys() - set(node.get("required", ())):
            yield from (f"{name}.{key} {word}" for word, is_so in _PRESENCE if every or (key in value) == is_so)
        if "properties" in node and "additionalProperties" not in node and not every:
            yield from (f"{name}.{key} unknown" for key in value.keys() - known.keys())
        for key in known if every else known.keys() & value.keys():
            yield from claims_of(join(pointer, "properties", key), f"{name}.{key}", _ANY if every else value[key], seen)
        if isinstance(node.get("additionalProperties"), dict):
            for item in [_ANY] if every else [item for key, item in value.items() if key not in known]:
                yield from claims_of(join(pointer, "additionalProperties"), f"{name}.*", item, seen)
    if "items" in node and (every or isinstance(value, list)):
        for item in [_ANY] if every else value:
            yield from claims_of(join(pointer, "items"), f"{name}[]", item, seen)


def _component(pointer: str) -> str:
    """The name of a schema that stands in the components by itself."""
    tokens = split(pointer)
    return tokens[-1] if tokens[:2] == ["components", "schemas"] and len(tokens) == 3 else ""


def _branches(pointer: str, node: Any) -> Iterator[str]:
    """The pointers of the branches of a union, or the schema itself."""
    unions = [key for key in ("anyOf", "oneOf") if key in node]
    if not unions or "properties" in node:
        yield pointer
    for key in unions:
        for index, branch in enumerate(node[key]):
            yield from _branches(*follow(tree(), branch, join(pointer, key, index)))


def _types(node: Any) -> list[str]:
    kinds = node.get("type", [])
    return [kinds] if isinstance(kinds, str) else kinds


def _at(pointer: str) -> Any:
    return at(tree(), split(pointer))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
