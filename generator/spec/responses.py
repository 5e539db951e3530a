"""What a 2xx answer holds: its status, its media types, and the fields that a JSON pointer names in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .pointer import follow, join, mapping, resolve, sequence, split
from .walk import Node, Operation, content_of, properties_of, required_of

JSON, EVENTS, TEXT, FORM = "application/json", "text/event-stream", "text/plain", "multipart/form-data"
BINARY = ("image/", "audio/", "video/")


class Result(NamedTuple):
    """One media type of one 2xx answer."""

    status: str
    media: str
    content: Node

    @property
    def schema(self) -> Any:
        return self.content.node.get("schema")


def essence(media: str) -> str:
    """A media type without its parameters."""
    return media.partition(";")[0].strip().lower()


def is_binary(media: str) -> bool:
    """Whether it is a picture, a sound or a film."""
    return media.startswith(BINARY)


def results_of(tree: dict[str, Any], operation: Operation) -> Iterator[Result]:
    """Every form that a 2xx answer of the operation may have."""
    for status, response in mapping(operation.node.get("responses")).items():
        if status.startswith("2"):
            pointer, found = follow(tree, response, join(operation.pointer, "responses", status))
            for media, content in content_of(Node(pointer, mapping(found))):
                yield Result(status, essence(media), content)


def body_of(tree: dict[str, Any], operation: Operation) -> tuple[str, Any]:
    """The media type of the body, and its schema; empty if there is no body."""
    body = resolve(tree, operation.node.get("requestBody"))
    for media, content in mapping(body.get("content")).items():
        return essence(media), mapping(content).get("schema")
    return "", None


def branches_of(tree: dict[str, Any], schema: object) -> list[Any]:
    """The schema, or the branches of the union that it is."""
    found: list[Any] = []
    seen: set[int] = set()
    waiting = [schema]
    while waiting:
        one = waiting.pop(0)
        node = resolve(tree, one)
        branches = [*sequence(node.get("anyOf")), *sequence(node.get("oneOf"))]
        if not branches or "properties" in node:
            found.append(one)
        elif id(node) not in seen:
            seen.add(id(node))
            waiting += branches
    return found


def wholes_of(tree: dict[str, Any], schema: object) -> list[Any]:
    """What carries a result's fields: each branch of a union, and of a list its items."""
    return [resolve(tree, one).get("items", one) for one in branches_of(tree, schema)]


def proven_by(tree: dict[str, Any], schema: object) -> set[str]:
    """The fields that all of a result's forms require."""
    required = [required_of(tree, whole) for whole in wholes_of(tree, schema)]
    return set[str].intersection(*required) if required else set()


def described_by(tree: dict[str, Any], schema: object) -> dict[str, Any]:
    """The fields that any of a result's forms has."""
    return {name: field for whole in wholes_of(tree, schema) for name, field in properties_of(tree, whole).items()}


class Missing(NamedTuple):
    """A pointer leads nowhere: the token that is not there, and those that are."""

    token: str
    known: list[str]


def field_at(tree: dict[str, Any], schema: object, pointer: str) -> dict[str, Any] | Missing:
    """The schema of what stands at a JSON pointer into a result."""
    for token in split(pointer):
        branches = branches_of(tree, schema)
        fields = {name: field for one in branches for name, field in properties_of(tree, one).items()}
        items = [node["items"] for one in branches if "items" in (node := resolve(tree, one))]
        others = [more for one in branches if (more := mapping(resolve(tree, one).get("additionalProperties")))]
        if token in fields:
            schema = fields[token]
        elif items and token.isdecimal():
            schema = items[0]
        elif others:
            schema = others[0]
        else:
            return Missing(token, [*fields])
    return resolve(tree, schema)
