"""Path parameters: what stands in braces and what is declared are the same."""

from __future__ import annotations

import re
from typing import Any

from ..spec.pointer import at, resolve, sequence, split
from .draft import Draft

BRACES = re.compile(r"\{([^{}/]*)\}")


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
                for owner in (operation.pointer.rpartition("/")[0], operation.pointer):
                    _drop(draft, owner, name)


def _declare(draft: Draft, pointer: str, name: str) -> None:
    node = draft.edit(pointer)
    added: dict[str, Any] = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    node["parameters"] = [*sequence(node.get("parameters")), added]


def _drop(draft: Draft, owner: str, name: str) -> None:
    """Drop a path parameter from a path item or an operation."""
    node = at(draft.tree, split(owner))
    found = [resolve(draft.tree, one) for one in sequence(node.get("parameters"))]
    if any(one.get("name") == name and one.get("in") == "path" for one in found):
        edited = draft.edit(owner)
        pairs = zip(sequence(edited["parameters"]), found, strict=True)
        edited["parameters"] = [one for one, its in pairs if (its.get("in"), its.get("name")) != ("path", name)]
