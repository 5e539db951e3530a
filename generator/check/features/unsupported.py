"""Parts of OpenAPI that no client is made of: told where they stand, unless the document waives them by name."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ...diagnostics import Collector
from ...spec import Document
from ...spec.pointer import follow, join, mapping, sequence, string
from ...spec.walk import Operation, operations_of
from .supported import waived, waiver

# Their token goes as `Authorization: Bearer`, which is what the client sends.
BEARERS = ("oauth2", "openIdConnect")


def parts(document: Document, problems: Collector) -> None:
    """Nothing is described that a client cannot do, and every operation has a success."""
    tree = document.tree
    allowed = waived(tree)
    if tree.get("webhooks") and "webhooks" not in allowed:
        _refuse(problems, "/webhooks", "webhooks", "a client is called by nobody")
    for operation in operations_of(tree):
        if operation.node.get("callbacks") and "callbacks" not in allowed:
            _refuse(problems, join(operation.pointer, "callbacks"), "callbacks", "a client is called by nobody")
        _answers(tree, problems, operation, allowed)
    _security(tree, problems, allowed)


def _refuse(problems: Collector, pointer: str, name: str, why: str) -> None:
    problems.add(pointer, f"{name!r} cannot be expressed: {why}", f"describe it in words, or {waiver(name)}")


def _answers(tree: dict[str, Any], problems: Collector, operation: Operation, allowed: Collection[str]) -> None:
    """One of the answers is a success, and none leads on to other operations."""
    responses = mapping(operation.node.get("responses"))
    for status, response in responses.items():
        pointer, found = follow(tree, response, join(operation.pointer, "responses", status))
        if mapping(found).get("links") and "links" not in allowed:
            _refuse(problems, join(pointer, "links"), "links", "no call is made of another one's answer")
    if responses and not any(status.startswith("2") for status in responses):
        what = f"{operation.id} describes no success: the answer to every other status is an error"
        problems.add(join(operation.pointer, "responses"), what, "describe a 2xx status, such as 200")


def _security(tree: dict[str, Any], problems: Collector, allowed: Collection[str]) -> None:
    """The key goes as `Authorization: Bearer`: one of the ways that are offered is that, or none is asked for."""
    schemes = mapping(mapping(tree.get("components")).get("securitySchemes"))
    asked = {"/security": tree.get("security")}
    asked |= {join(one.pointer, "security"): one.node.get("security") for one in operations_of(tree)}
    for pointer, offered in asked.items():
        ways = [[_scheme(tree, schemes.get(name)) for name in mapping(way)] for way in sequence(offered)]
        if ways and "securitySchemes" not in allowed and not any(all(map(_is_bearer, way)) for way in ways):
            what = "the client sends its key as `Authorization: Bearer`, and that is not what is asked for here"
            cure = f"declare a scheme {{type: http, scheme: bearer}}, or {waiver('securitySchemes')}"
            problems.add(pointer, what, cure)


def _scheme(tree: dict[str, Any], scheme: object) -> dict[str, Any]:
    return mapping(follow(tree, scheme)[1])


def _is_bearer(scheme: dict[str, Any]) -> bool:
    """Whether a scheme is the client's; of one that is not declared another rule tells."""
    kind = scheme.get("type")
    return not scheme or kind in BEARERS or (kind == "http" and string(scheme.get("scheme")).lower() == "bearer")
