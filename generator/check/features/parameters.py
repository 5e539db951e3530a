"""Parameters: their location, and how their values are written."""

from __future__ import annotations

import re

from ...spec import Document, Operation, Parameter
from ...spec.pointer import join
from ...spec.schemas import types_of
from ..finding import Findings, unsupported
from .supported import SUPPORTED_STYLES, waiver

# OpenAPI: a header parameter of one of these names "shall be ignored".
IGNORED_HEADERS = {
    "accept": "list the media types under responses",
    "content-type": "list the media types under requestBody",
    "authorization": "declare a security scheme",
}


def path_parameters(document: Document, operation: Operation) -> Findings:
    """Every name in braces is a declared path parameter, and the other way round."""
    names = re.findall(r"\{([^{}]*)\}", operation.path)
    declared = {one.name: one for one in operation.parameters if one.location == "path"}
    for name in names:
        if name not in declared:
            hint = f"add to parameters: {{name: {name}, in: path, required: true, schema: {{type: string}}}}"
            yield unsupported(operation.pointer, f"the path parameter {name!r} is not declared", hint)
    for name, parameter in declared.items():
        if name not in names:
            message = f"the path {operation.path} has no {{{name}}}"
            yield unsupported(parameter.pointer, message, "remove the parameter, or add it to the path")


def parameters(document: Document, operation: Operation) -> Findings:
    """Every parameter can be sent as it is described."""
    for parameter in operation.parameters:
        yield from _parameter(document, parameter, document.waived)


def _parameter(document: Document, parameter: Parameter, allowed: frozenset[str]) -> Findings:
    pointer, node = parameter
    name, location = parameter.name, parameter.location
    if location == "header" and name.lower() in IGNORED_HEADERS:
        message = f"OpenAPI ignores a header parameter named {name!r}"
        yield unsupported(join(pointer, "name"), message, IGNORED_HEADERS[name.lower()])
        return
    if location == "cookie":
        yield unsupported(join(pointer, "in"), f"the {location} parameter {name!r} is not supported", "use a header")
        return
    if "content" in node and "schema" not in node:
        message = f"the parameter {name!r} has content but no schema"
        yield unsupported(join(pointer, "content"), message, "give it a schema")
    style, styles = node.get("style"), SUPPORTED_STYLES.get(location, ())
    if isinstance(style, str) and styles and style not in styles and style not in allowed:
        yield unsupported(join(pointer, "style"), f"the style {style!r} is not supported", f"use {styles[0]!r}")
    if node.get("allowReserved") is True and "allowReserved" not in allowed:
        message = f"the parameter {name!r} is to be sent with / and ? and & unescaped, which is not supported"
        yield unsupported(join(pointer, "allowReserved"), message, f"remove it, or {waiver('allowReserved')}")
    types = types_of(document.tree, parameter.schema)
    if "object" in types:
        message = f"the {location} parameter {name!r} is an object, which is not supported"
        yield unsupported(pointer, message, "make each of its properties a parameter")
    if node.get("explode") is False and location == "query" and "array" in types:
        message = "lists in a query can only be written as repeated keys"
        yield unsupported(join(pointer, "explode"), message, "remove `explode: false`")
