"""Parts of OpenAPI other than schemas: security and links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Document, Operation
from ...spec.pointer import join, mapping, sequence
from ..finding import Findings, unsupported, warning
from .supported import waiver


def links(document: Document, operation: Operation) -> Findings:
    """No response has links."""
    for response in operation.responses:
        if response.node.get("links") and "links" not in document.waived:
            what = "'links' is not supported: no call is made from another one's response"
            hint = f"describe it in words, or {waiver('links')}"
            yield unsupported(join(response.pointer, "links"), what, hint, "the client does not have it")


def parameter_places(document: Document, operation: Operation) -> Findings:
    """Every parameter has a name and a place."""
    for one in operation.parameters:
        if missing := [key for key, value in (("name", one.name), ("in", one.location)) if not value]:
            what = f"a parameter without {' and '.join(map(repr, missing))} cannot be sent"
            yield unsupported(one.pointer, what, f"add {' and '.join(missing)}")


def declared_security(document: Document) -> Findings:
    """Every security requirement names a declared scheme."""
    declared = _schemes(document)
    for pointer, requirements in _requirements(document):
        for index, requirement in enumerate(requirements):
            for name in mapping(requirement):
                if name not in declared:
                    hint = did_you_mean(name, declared, f"declare {name!r} under components/securitySchemes")
                    yield warning(join(pointer, index, name), f"the security scheme {name!r} is not declared", hint)


def _schemes(document: Document) -> dict[str, Any]:
    return mapping(mapping(document.tree.get("components")).get("securitySchemes"))


def _requirements(document: Document) -> Iterator[tuple[str, list[Any]]]:
    yield "/security", sequence(document.tree.get("security"))
    for operation in document.operations:
        if not operation.base:
            yield join(operation.pointer, "security"), sequence(operation.node.get("security"))
