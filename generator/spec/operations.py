"""The operations of a document: one walk, with references followed and variants expanded.

A variant (`x-variants`) shares path and method with an operation and has a name, a page, a request body and perhaps a
response of its own. It is an `Operation` like any other, with `base` set to the operation it varies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from .pointer import follow, fragment, join, mapping, resolve, sequence, string, strings

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
JSON, EVENTS, TEXT, FORM = "application/json", "text/event-stream", "text/plain", "multipart/form-data"
BINARY = ("image/", "audio/", "video/")
RANGES = ("*/*", "*", "application/*")

# Keys that a variant never inherits.
OWN_KEYS = ("operationId", "summary", "description", "x-docs", "x-client")


class Parameter(NamedTuple):
    """A parameter, at the place where it is written."""

    pointer: str
    node: dict[str, Any]

    @property
    def name(self) -> str:
        return string(self.node.get("name"))

    @property
    def location(self) -> str:
        """Its `in`: path, query, header or cookie."""
        return string(self.node.get("in"))

    @property
    def schema(self) -> Any:
        return self.node.get("schema")

    @property
    def schema_pointer(self) -> str:
        return join(self.pointer, "schema")


class Content(NamedTuple):
    """One media type of a request body or a response. `schema_pointer` is where its schema is written."""

    pointer: str
    written: str
    node: dict[str, Any]
    schema: Any
    schema_pointer: str
    status: str = ""  # of the response; empty for a request body
    meant: str = ""  # by a range such as `*/*`, as its schema tells

    @property
    def media_type(self) -> str:
        """The media type without its parameters, in lower case."""
        return self.meant or essence(self.written)


class RequestBody(NamedTuple):
    """The body of a request."""

    pointer: str
    node: dict[str, Any]
    content: tuple[Content, ...]


class Response(NamedTuple):
    """A response; `status` is as written: 200, 4XX or default."""

    pointer: str
    status: str
    node: dict[str, Any]
    content: tuple[Content, ...]

    @property
    def is_success(self) -> bool:
        return self.status.startswith("2")


@dataclass(frozen=True, eq=False)
class Operation:
    """An operation, or a variant of one: its own statements over those that it inherits."""

    pointer: str
    node: dict[str, Any]
    path: str
    method: str
    path_item: dict[str, Any]
    parameters: tuple[Parameter, ...]
    request_body: RequestBody | None
    responses: tuple[Response, ...]
    base: Operation | None = None
    inherits_responses: bool = False

    @property
    def id(self) -> str:
        """Its operationId; without one, its method and path, which names are then made of."""
        return string(self.node.get("operationId")) or f"{self.method} {self.path}"

    @property
    def label(self) -> str:
        """Its name in messages: the operationId, or GET /path."""
        return string(self.node.get("operationId")) or f"{self.method.upper()} {self.path}"

    @property
    def client(self) -> dict[str, Any]:
        """Its `x-client`."""
        return mapping(self.node.get("x-client"))

    @property
    def home(self) -> str:
        """The pointer of the operation, or of the one that a variant varies."""
        return self.base.pointer if self.base else self.pointer

    @property
    def body(self) -> Content | None:
        """The first media type of the request body."""
        return next(iter(self.request_body.content), None) if self.request_body else None

    @cached_property
    def results(self) -> tuple[Content, ...]:
        """Every media type of every 2xx response."""
        return tuple(content for response in self.responses if response.is_success for content in response.content)

    def json_results(self) -> list[Content]:
        """The JSON among the results."""
        return [content for content in self.results if content.media_type == JSON]


def walk_operations(tree: dict[str, Any]) -> Iterator[Operation]:
    """Every operation in the order of the document, its variants behind it."""
    for path, item in path_items(tree).items():
        for method, node in item.items():
            if method in METHODS and isinstance(node, dict):
                operation = _operation(tree, path, method, item, mapping(item[method]))
                yield operation
                yield from _variants(operation)


def path_items(tree: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The path items by path; `paths` may have x- keys as well."""
    return {path: mapping(item) for path, item in mapping(tree.get("paths")).items() if not path.startswith("x-")}


def waived(tree: dict[str, Any]) -> frozenset[str]:
    """The names that the document's `x-client` waives: what is deliberately left out of the client."""
    return frozenset(mapping(mapping(tree.get("x-client")).get("waived")))


def essence(media_type: str) -> str:
    """A media type without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_binary(media_type: str) -> bool:
    """True for the media types of images, audio and video."""
    return media_type.startswith(BINARY)


def _operation(tree: dict[str, Any], path: str, method: str, item: dict[str, Any], node: dict[str, Any]) -> Operation:
    home = join("/paths", path)
    pointer = join(home, method)
    return Operation(
        pointer=pointer,
        node=node,
        path=path,
        method=method,
        path_item=item,
        parameters=_parameters(tree, ((home, item), (pointer, node))),
        request_body=_request_body(tree, pointer, node) if "requestBody" in node else None,
        responses=tuple(_responses(tree, pointer, node)),
    )


def _parameters(tree: dict[str, Any], owners: tuple[tuple[str, dict[str, Any]], ...]) -> tuple[Parameter, ...]:
    """The parameters of a path item, replaced by those that the operation declares under the same name."""
    found: dict[tuple[str, str], Parameter] = {}
    for base, owner in owners:
        for index, written in enumerate(sequence(owner.get("parameters"))):
            pointer, node = follow(tree, written, join(base, "parameters", index))
            parameter = Parameter(pointer, mapping(node))
            if parameter.location not in waived(tree):
                found[parameter.location, parameter.name] = parameter
    return tuple(found.values())


def _request_body(tree: dict[str, Any], pointer: str, node: dict[str, Any]) -> RequestBody:
    place, found = follow(tree, node["requestBody"], join(pointer, "requestBody"))
    return RequestBody(place, mapping(found), tuple(_content(tree, place, mapping(found))))


def _responses(tree: dict[str, Any], pointer: str, node: dict[str, Any]) -> Iterator[Response]:
    for status, written in mapping(node.get("responses")).items():
        if status.startswith("x-"):
            continue
        place, found = follow(tree, written, join(pointer, "responses", status))
        yield Response(place, status, mapping(found), tuple(_content(tree, place, mapping(found), status)))


def _content(tree: dict[str, Any], pointer: str, owner: dict[str, Any], status: str = "") -> Iterator[Content]:
    """The media types of a body or a response that are not waived."""
    left = {name: value for name, value in mapping(owner.get("content")).items() if name not in waived(tree)}
    for name, value in left.items():
        place, node = join(pointer, "content", name), mapping(value)
        meant = _meant(tree, node.get("schema")) if essence(name) in RANGES else ""
        yield Content(place, name, node, node.get("schema"), join(place, "schema"), status, meant)


def _meant(tree: dict[str, Any], schema: object) -> str:
    """The media type that a range stands for: JSON for what only JSON can hold, plain text for text that is no file."""
    node = resolve(tree, schema)
    types = {*(strings(node.get("type")) or [string(node.get("type"))])} - {"null"}
    if types == {"string"}:
        return "" if node.get("format") in ("binary", "byte") or "contentMediaType" in node else TEXT
    return JSON if types - {""} or any(key in node for key in ("properties", "allOf", "oneOf", "anyOf")) else ""


def _variants(operation: Operation) -> Iterator[Operation]:
    inherited = {key: value for key, value in operation.node.items() if key not in (*OWN_KEYS, "x-variants")}
    for index, value in enumerate(sequence(operation.node.get("x-variants"))):
        own, pointer = mapping(value), join(operation.pointer, "x-variants", index)
        node = {**inherited, **{key: own[key] for key in OWN_KEYS if key in own}}
        body = operation.request_body
        if "body" in own:
            node.pop("requestBody", None)
            body = _variant_body(body, _schema(own["body"]), join(pointer, "body"))
        if "answer" in own:
            for key in ("x-task", "x-stream", "x-parse"):  # they describe the response that this one replaces
                node.pop(key, None)
        yield replace(
            operation,
            pointer=pointer,
            node=node,
            request_body=body,
            responses=_variant_responses(operation, own, pointer),
            base=operation,
            inherits_responses="answer" not in own,
        )


def _schema(name: object) -> dict[str, Any]:
    """The schema that a variant names."""
    return {"$ref": fragment(["components", "schemas", string(name)])}


def _variant_body(body: RequestBody | None, schema: Any, pointer: str) -> RequestBody:
    """The body of the operation with another schema; JSON if the operation has none."""
    if body is None or not body.content:
        return RequestBody(pointer, {}, (Content(pointer, JSON, {}, schema, pointer),))
    return body._replace(content=tuple(one._replace(schema=schema, schema_pointer=pointer) for one in body.content))


def _variant_responses(operation: Operation, own: dict[str, Any], pointer: str) -> tuple[Response, ...]:
    """The responses of the operation; an answer of the variant's own replaces the first success."""
    if "answer" not in own:
        return operation.responses
    success = min((one.status for one in operation.responses if one.is_success), default="200")
    place = join(pointer, "answer")
    content = Content(place, JSON, {}, _schema(own["answer"]), place, success)
    others = tuple(one for one in operation.responses if one.status != success)
    return (Response(place, success, {}, (content,)), *others)
