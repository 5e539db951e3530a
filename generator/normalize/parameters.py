"""Parameters: what stands in braces and what is declared are the same, and no header is set twice."""

from __future__ import annotations

import re
from typing import Any

from ..spec.operations import Operation, Parameter
from ..spec.pointer import at, join, resolve, sequence, split
from .draft import Draft

# OpenAPI: a header parameter of one of the first three names "shall be ignored"; the client sets the others.
IGNORED_HEADERS = {
    "accept": "list the media types under responses",
    "content-type": "list the media types under requestBody",
    "authorization": "declare a security scheme",
    **dict.fromkeys(("content-length", "transfer-encoding"), "remove it: the client sets it"),
}
# An expression of a URI template: an operator, a name, and an asterisk.
EXPRESSION = re.compile(r"\A[.;/?&+#]?(.+?)\*?\Z")
BRACES = re.compile(r"\{([^{}/]*)\}")


def path_templates(draft: Draft) -> dict[str, str]:
    """Reduce an expression of RFC 6570 in a path to the name of its parameter, which has a style of its own.

    Returns the old pointers of the paths, by the new ones.
    """
    moved: dict[str, str] = {}
    for operation in draft.operations():
        declared = {one.name for one in operation.parameters if one.location == "path"}

        def named(found: re.Match[str], declared: set[str] = declared) -> str:
            name = EXPRESSION.sub(r"\1", found[1])
            return f"{{{name}}}" if found[1] not in declared and name in declared else found[0]

        path = BRACES.sub(named, operation.path)
        paths = draft.edit("/paths")
        if path not in paths:
            draft.tree["paths"] = {path if key == operation.path else key: item for key, item in paths.items()}
            moved[join("/paths", path)] = join("/paths", operation.path)
    return moved


def path_parameters(draft: Draft) -> None:
    """Declare what stands in braces, as text, and drop a path parameter that the path does not have."""
    for operation in draft.operations():
        names = BRACES.findall(operation.path)
        declared = {one.name: one for one in operation.parameters if one.location == "path"}
        for name in names:
            if name not in declared:
                hint = f"add to parameters: {{name: {name}, in: path, required: true, schema: {{type: string}}}}"
                message = f"the path parameter {name!r} is not declared: it is taken for text"
                draft.warn(operation.pointer, message, hint, "path-parameters")
                _declare(draft, operation.pointer, name)
        for name, parameter in declared.items():
            if name not in names:
                message = f"the path {operation.path} has no {{{name}}}: the parameter is ignored"
                draft.warn(parameter.pointer, message, "remove it, or add it to the path", "path-parameters")
                _drop(draft, operation, parameter)


def ignored_headers(draft: Draft) -> None:
    """Drop the header parameters that OpenAPI says are ignored: other parts of the document say what they do."""
    for operation in draft.operations():
        for parameter in operation.parameters:
            if parameter.location == "header" and parameter.name.lower() in IGNORED_HEADERS:
                message = f"a header parameter named {parameter.name!r} is ignored"
                draft.warn(parameter.pointer, message, IGNORED_HEADERS[parameter.name.lower()], "ignored-header")
                _drop(draft, operation, parameter)


def _declare(draft: Draft, pointer: str, name: str) -> None:
    node = draft.edit(pointer)
    added: dict[str, Any] = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    node["parameters"] = [*sequence(node.get("parameters")), added]


def _drop(draft: Draft, operation: Operation, parameter: Parameter) -> None:
    """Drop a parameter from an operation and its path item."""
    for owner in (operation.pointer.rpartition("/")[0], operation.pointer):
        listed = sequence(at(draft.tree, split(owner)).get("parameters"))
        kept = [one for one in listed if resolve(draft.tree, one) is not parameter.node]
        if len(kept) < len(listed):
            draft.edit(owner)["parameters"] = kept
