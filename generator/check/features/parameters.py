"""Parameters: where they stand and how their values are written."""

from __future__ import annotations

from typing import Any

from ...diagnostics import Collector
from ...spec import Document
from ...spec.pointer import join, string
from ...spec.walk import Node, operations_of, parameters_of, types_of
from .supported import SUPPORTED_STYLES, waived, waiver

# OpenAPI: a header parameter of one of these names "shall be ignored".
IGNORED_HEADERS = {
    "accept": "list the media types under responses",
    "content-type": "list the media types under requestBody",
    "authorization": "declare a security scheme",
}


def parameters(document: Document, problems: Collector) -> None:
    """Every parameter can be sent as it is described."""
    seen: set[str] = set()
    allowed = waived(document.tree)
    for operation in operations_of(document.tree):
        for parameter in parameters_of(document.tree, operation):
            if parameter.pointer not in seen:
                seen.add(parameter.pointer)
                _sendable(document.tree, problems, parameter, allowed)


def _sendable(tree: dict[str, Any], problems: Collector, parameter: Node, allowed: frozenset[str]) -> None:
    pointer, node = parameter
    name, where = string(node.get("name")), string(node.get("in"))
    if where == "header" and name.lower() in IGNORED_HEADERS:
        what = f"OpenAPI ignores a header parameter named {name!r}"
        problems.add(join(pointer, "name"), what, IGNORED_HEADERS[name.lower()])
        return
    if where == "cookie" and "cookie" not in allowed:
        problems.add(join(pointer, "in"), f"the cookie parameter {name!r} cannot be expressed", "use a header")
        return
    if "content" in node and "schema" not in node:
        problems.add(join(pointer, "content"), f"the parameter {name!r} has content and no schema", "give it a schema")
    style, usual = node.get("style"), SUPPORTED_STYLES.get(where, ())
    if isinstance(style, str) and usual and style not in usual and style not in allowed:
        problems.add(join(pointer, "style"), f"the style {style!r} cannot be expressed", f"use {usual[0]!r}")
    if node.get("allowReserved") is True and "allowReserved" not in allowed:
        what = f"the parameter {name!r} is to be sent with / and ? and & as they are, which cannot be expressed"
        problems.add(join(pointer, "allowReserved"), what, f"remove it, or {waiver('allowReserved')}")
    types = types_of(tree, node.get("schema"))
    if "object" in types:
        what = f"the {where} parameter {name!r} is an object, which has no one way to be written"
        problems.add(pointer, what, "give each of its properties a parameter")
    if node.get("explode") is False and where == "query" and "array" in types:
        what = "lists in a query can only be written as repeated keys"
        problems.add(join(pointer, "explode"), what, "remove `explode: false`")
