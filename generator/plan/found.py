"""The operations of a document where they are written, and the variants that share a path and method with one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..spec import Document
from ..spec.pointer import follow, join, mapping, resolve, sequence, string

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
JSON = "application/json"
FORM = "multipart/form-data"
EVENTS = "text/event-stream"


class Found(NamedTuple):
    """An operation, or a variant of one."""

    id: str
    method: str
    path: str
    pointer: str
    node: dict[str, Any]
    shared: dict[str, Any]  # the path item, whose parameters and servers every operation of it has
    home: str  # where parameters and responses are written: of a variant, at the operation that it varies


def found(document: Document) -> list[Found]:
    """Every operation, sorted by path and method: moving one within a file changes nothing that is printed."""
    paths = mapping(document.tree.get("paths"))
    return [
        one
        for path, item in sorted((path, resolve(document.tree, item)) for path, item in paths.items())
        for method in METHODS
        if (node := mapping(item.get(method)))
        for one in _with_variants(document, path, method, item, node)
    ]


def _with_variants(
    document: Document, path: str, method: str, item: dict[str, Any], node: dict[str, Any]
) -> Iterator[Found]:
    pointer = join("/paths", path, method)
    yield Found(string(node.get("operationId")) or f"{method} {path}", method, path, pointer, node, item, pointer)
    for index, variant in enumerate(sequence(node.get("x-variants"))):
        own = mapping(variant)
        yield Found(
            string(own.get("operationId")),
            method,
            path,
            join(pointer, "x-variants", index),
            _varied(document.tree, node, own),
            item,
            pointer,
        )


def _varied(tree: dict[str, Any], node: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A variant as an operation: what it says itself, over what it inherits."""
    whole = {**node, **{key: value for key, value in own.items() if key not in ("body", "answer")}}
    del whole["x-variants"]
    if "body" in own:
        whole["requestBody"] = {"content": {JSON: {"schema": named(tree, own["body"])}}}
    if "answer" in own:
        whole.pop("x-task", None)  # it speaks of the answer that this one replaces
        whole["responses"] = {**mapping(node.get("responses")), "200": _content(named(tree, own["answer"]))}
    return whole


def named(tree: dict[str, Any], schema: object) -> dict[str, Any]:
    """A schema within an extension: its `$ref` may still be that of the file in which it was written."""
    ref = string(mapping(schema).get("$ref"))
    if not ref or follow(tree, schema)[1]:
        return mapping(schema)
    return {"$ref": f"#/components/schemas/{ref.rpartition('/')[2]}"}


def _content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"content": {JSON: {"schema": schema}}}


def essence(media: str) -> str:
    """A media type without its parameters."""
    return media.partition(";")[0].strip().lower()
