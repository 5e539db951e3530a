"""Media types of bodies and answers, and what a form may hold."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.functions import functions_of, is_variant
from ...spec.pointer import follow, join, mapping, resolve
from ...spec.responses import EVENTS, FORM, JSON, TEXT, branches_of, essence, is_binary
from ...spec.walk import Node, Operation, answers_of, content_of, operations_of, properties_of, types_of
from .supported import SUPPORTED_REQUEST_MEDIA, SUPPORTED_RESPONSE_MEDIA, waived, waiver

SCALARS = frozenset({"string", "integer", "number", "boolean"})


def media(document: Document, problems: Collector) -> None:
    """Every body and result has a media type that can be written and read, and where it has several, one is chosen."""
    tree = document.tree
    allowed = waived(tree)
    for operation in operations_of(tree):
        place, body = follow(tree, operation.node.get("requestBody"), join(operation.pointer, "requestBody"))
        _body(tree, problems, Node(place, mapping(body)), allowed)
        for answer in answers_of(tree, operation):
            _answer(tree, problems, answer, allowed)
            _chosen(problems, operation, answer, allowed)
    for function in functions_of(tree):
        _form_of_variant(tree, problems, function)


def _body(tree: dict[str, Any], problems: Collector, body: Node, allowed: Collection[str]) -> None:
    known = [(essence(name), content) for name, content in content_of(body) if name not in allowed]
    for name, content in known:
        if name not in SUPPORTED_REQUEST_MEDIA:
            _unsupported(problems, content, name, ", ".join(sorted(SUPPORTED_REQUEST_MEDIA)))
        elif name == FORM:
            _form(tree, problems, content)
        elif "encoding" in content.node:
            what = f"`encoding` says something of the parts of a form, and {name} has none"
            problems.add(join(content.pointer, "encoding"), what, "remove it")
    if len(known) > 1 and all(name in SUPPORTED_REQUEST_MEDIA for name, _ in known):
        what = f"the body has {len(known)} media types, and nothing says which is sent"
        problems.add(known[1][1].pointer, what, f"keep one, or {waiver(known[1][0])}")


def _answer(tree: dict[str, Any], problems: Collector, answer: Node, allowed: Collection[str]) -> None:
    for name, content in content_of(answer):
        kind = essence(name)
        if name in allowed:
            continue
        if is_binary(kind):
            _bytes(tree, problems, content, name)
        elif kind not in SUPPORTED_RESPONSE_MEDIA:
            _unsupported(
                problems, content, name, ", ".join([*sorted(SUPPORTED_RESPONSE_MEDIA), "a picture, sound or film"])
            )
        elif kind == TEXT and types_of(tree, content.node.get("schema")) not in ([], ["string"]):
            problems.add(join(content.pointer, "schema"), f"an answer of {name} is text", "write {type: string}")


def _unsupported(problems: Collector, content: Node, name: str, supported: str) -> None:
    cure = f"write one of {supported}, or {waiver(name)}"
    problems.add(content.pointer, f"the media type {name!r} cannot be expressed", cure)


def _bytes(tree: dict[str, Any], problems: Collector, content: Node, name: str) -> None:
    """A file is described as one, or not at all."""
    if "schema" in content.node and not _is_file(tree, content.node["schema"]):
        cure = "write {type: string, format: binary}"
        problems.add(join(content.pointer, "schema"), f"an answer of {name} is a file", cure)


def _chosen(problems: Collector, operation: Operation, answer: Node, allowed: Collection[str]) -> None:
    """Where one status has several forms, something says which of them comes."""
    known = [essence(name) for name, _ in content_of(answer) if name not in allowed]
    if not all(is_binary(name) or name in SUPPORTED_RESPONSE_MEDIA for name in known):
        return
    forms = [name for name in known if name != EVENTS or JSON not in known]
    if len(forms) > 1 and "returns" not in operation.client:
        what = f"{operation.id} answers in {len(forms)} media types, and nothing says which comes"
        problems.add(operation.pointer, what, "write `x-client: {returns: {by: …, default: …, cases: {…}}}`")


def _form_of_variant(tree: dict[str, Any], problems: Collector, function: Operation) -> None:
    """A variant's body fits the form that its operation sends."""
    if not is_variant(function):
        return
    for name, content in mapping(mapping(function.node.get("requestBody")).get("content")).items():
        if essence(name) == FORM:
            _parts(tree, problems, join(function.pointer, "body"), mapping(content).get("schema"))


def _form(tree: dict[str, Any], problems: Collector, content: Node) -> None:
    """Every part of a form can be written as text or sent as a file."""
    schema = content.node.get("schema")
    parts = _parts(tree, problems, join(content.pointer, "schema"), schema)
    for name, encoding in mapping(content.node.get("encoding")).items():
        pointer = join(content.pointer, "encoding", name)
        if name not in parts:
            problems.add(pointer, f"the form has no part {name!r}", did_you_mean(name, parts, "remove it"))
        for key in mapping(encoding):
            if key != "contentType":
                what = f"{key!r} of a part cannot be expressed"
                problems.add(join(pointer, key), what, "remove it: a part has its contentType and nothing else")


def _parts(tree: dict[str, Any], problems: Collector, pointer: str, schema: object) -> dict[str, Any]:
    place, _ = follow(tree, schema, pointer)
    parts = properties_of(tree, schema)
    if not parts:
        problems.add(pointer, "a form without parts", "describe its parts as the properties of an object")
    for name, part in parts.items():
        types = {kind for one in _values(tree, part) for kind in types_of(tree, one)}
        pointer = join(place, "properties", name)
        if "null" in types:
            what = f"the part {name!r} may be null, which a form cannot say"
            problems.add(pointer, what, "take null out: a part without a value is left out")
        elif not types <= SCALARS:
            what = f"the part {name!r} is neither text nor a number nor a file, and a form has nothing else"
            problems.add(pointer, what, "describe it as text, and say how it is written")
    return parts


def _values(tree: dict[str, Any], part: object) -> list[Any]:
    """What a part may be: one of several kinds, or of a list each item."""
    found: list[Any] = []
    for one in branches_of(tree, part):
        node = resolve(tree, one)
        found += branches_of(tree, node["items"]) if "items" in node else [one]
    return found


def _is_file(tree: dict[str, Any], schema: object) -> bool:
    node = resolve(tree, schema)
    return not node or (node.get("type") == "string" and node.get("format") == "binary")
