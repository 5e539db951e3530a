"""Media types of request bodies and responses, and the parts of a form."""

from __future__ import annotations

from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Content, Document, Operation, Response
from ...spec.operations import EVENTS, FORM, JSON, TEXT, is_binary
from ...spec.pointer import follow, join, mapping, resolve
from ...spec.schemas import branches_of, properties_of, types_of
from ..finding import Finding, Findings, unsupported
from .supported import SUPPORTED_REQUEST_MEDIA, SUPPORTED_RESPONSE_MEDIA, waiver

SCALARS = frozenset({"string", "integer", "number", "boolean"})


def request_body(document: Document, operation: Operation) -> Findings:
    """A body has one media type, and it is one that can be written."""
    known = operation.request_body.content if operation.request_body else ()
    for one in known:
        if one.media_type not in SUPPORTED_REQUEST_MEDIA:
            yield _unsupported(one, sorted(SUPPORTED_REQUEST_MEDIA))
        elif one.media_type == FORM:
            yield from _form(document.tree, one)
        elif "encoding" in one.node:
            message = f"`encoding` is for the parts of a form, and {one.media_type} has none"
            yield unsupported(join(one.pointer, "encoding"), message, "remove it")
    if len(known) > 1 and all(one.media_type in SUPPORTED_REQUEST_MEDIA for one in known):
        message = f"the body has {len(known)} media types; it must be clear which one is sent"
        yield unsupported(known[1].pointer, message, f"keep one, or {waiver(known[1].written)}")


def multipart_variant(document: Document, operation: Operation) -> Findings:
    """The body of a variant fits the form that its operation sends."""
    body = operation.request_body.content if operation.base and operation.request_body else ()
    for content in body:
        if content.media_type == FORM:
            yield from _parts(document.tree, content)


def response_media_types(document: Document, operation: Operation) -> Findings:
    """Every success has media types that can be read, and one of several is chosen."""
    for response in operation.responses:
        if response.is_success:
            for content in response.content:
                yield from _result(document.tree, content)
            yield from _choice(operation, response)


def _result(tree: dict[str, Any], content: Content) -> Findings:
    name, media_type = content.written, content.media_type
    pointer = join(content.pointer, "schema")
    if is_binary(media_type):
        if "schema" in content.node and not _is_file(tree, content.schema):
            yield unsupported(pointer, f"a response of {name} is a file", "write {type: string, format: binary}")
    elif media_type not in SUPPORTED_RESPONSE_MEDIA:
        yield _unsupported(content, [*sorted(SUPPORTED_RESPONSE_MEDIA), "an image, audio or video type"])
    elif media_type == TEXT and types_of(tree, content.schema) not in ([], ["string"]):
        yield unsupported(pointer, f"a response of {name} is text", "write {type: string}")


def _choice(operation: Operation, response: Response) -> Findings:
    """`returns` chooses among several media types of one status."""
    known = [content.media_type for content in response.content]
    if not all(is_binary(name) or name in SUPPORTED_RESPONSE_MEDIA for name in known):
        return
    choices = [name for name in known if name != EVENTS or JSON not in known]
    if len(choices) > 1 and "returns" not in operation.client:
        message = f"{operation.label} responds in {len(choices)} media types; it must be clear which one is returned"
        yield unsupported(operation.pointer, message, "add `x-client: {returns: {by: …, default: …, cases: {…}}}`")


def _unsupported(content: Content, supported: list[str]) -> Finding:
    hint = f"use one of {', '.join(supported)}, or {waiver(content.written)}"
    return unsupported(content.pointer, f"the media type {content.written!r} is not supported", hint)


def _form(tree: dict[str, Any], content: Content) -> Findings:
    """Every part can be written as text or sent as a file, and `encoding` names parts."""
    yield from _parts(tree, content)
    parts = properties_of(tree, content.schema)
    for name, encoding in mapping(content.node.get("encoding")).items():
        pointer = join(content.pointer, "encoding", name)
        if name not in parts:
            yield unsupported(pointer, f"the form has no part {name!r}", did_you_mean(name, parts, "remove it"))
        for key in mapping(encoding):
            if key != "contentType":
                message = f"{key!r} of a part is not supported"
                yield unsupported(join(pointer, key), message, "remove it: only contentType is supported")


def _parts(tree: dict[str, Any], content: Content) -> Findings:
    place, _ = follow(tree, content.schema, content.schema_pointer)
    parts = properties_of(tree, content.schema)
    if not parts:
        hint = "describe its parts as properties of an object"
        yield unsupported(content.schema_pointer, "a form without parts", hint)
    for name, part in parts.items():
        types = {kind for one in _values(tree, part) for kind in types_of(tree, one)}
        pointer = join(place, "properties", name)
        if "null" in types:
            message = f"the part {name!r} may be null, which a form cannot express"
            yield unsupported(pointer, message, "remove null: a part without a value is omitted")
        elif not types <= SCALARS:
            message = f"the part {name!r} is neither text nor a number nor a file"
            yield unsupported(pointer, message, "describe it as text, and say how it is written")


def _values(tree: dict[str, Any], part: object) -> list[Any]:
    """The branches of a part; of a list, those of its items."""
    found: list[Any] = []
    for one in branches_of(tree, part):
        node = resolve(tree, one)
        found += branches_of(tree, node["items"]) if "items" in node else [one]
    return found


def _is_file(tree: dict[str, Any], schema: object) -> bool:
    node = resolve(tree, schema)
    return not node or (node.get("type") == "string" and node.get("format") == "binary")
