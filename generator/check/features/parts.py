"""Parts of OpenAPI other than parameters, bodies and schemas: security, responses, callbacks, webhooks, links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Document, Operation
from ...spec.pointer import join, mapping, resolve, sequence, string
from ..finding import Finding, Findings, unsupported, warning
from .supported import waiver

# Their token is sent as `Authorization: Bearer`, like the client's key.
BEARER_TYPES = ("oauth2", "openIdConnect")


def webhooks(document: Document) -> Findings:
    """There are no webhooks."""
    if document.tree.get("webhooks") and "webhooks" not in document.waived:
        yield _unsupported("/webhooks", "webhooks", "a client receives no requests")


def callbacks(document: Document, operation: Operation) -> Findings:
    """There are no callbacks."""
    if operation.node.get("callbacks") and "callbacks" not in document.waived:
        yield _unsupported(join(operation.pointer, "callbacks"), "callbacks", "a client receives no requests")


def responses(document: Document, operation: Operation) -> Findings:
    """At least one response is a success, and none has links."""
    for response in operation.responses:
        if response.node.get("links") and "links" not in document.waived:
            reason = "no call is made from another one's response"
            yield _unsupported(join(response.pointer, "links"), "links", reason)
    if operation.responses and not any(response.is_success for response in operation.responses):
        message = f"{operation.label} describes no success: every other response is an error"
        hint = "describe a 2xx status, such as 200"
        yield unsupported(join(operation.pointer, "responses"), message, hint, "it returns None")


def declared_security(document: Document) -> Findings:
    """Every security requirement names a declared scheme."""
    declared = _schemes(document)
    for pointer, requirements in _requirements(document):
        for index, requirement in enumerate(requirements):
            for name in mapping(requirement):
                if name not in declared:
                    hint = did_you_mean(name, declared, f"declare {name!r} under components/securitySchemes")
                    yield warning(join(pointer, index, name), f"the security scheme {name!r} is not declared", hint)


def supported_security(document: Document) -> Findings:
    """One of the alternatives is `Authorization: Bearer`, which is how the client sends its key."""
    schemes = _schemes(document)
    if "securitySchemes" in document.waived:
        return
    for pointer, requirements in _requirements(document):
        ways = [[resolve(document.tree, schemes.get(name)) for name in mapping(one)] for one in requirements]
        if ways and not any(all(map(_is_bearer, way)) for way in ways):
            message = "a client sends its key as `Authorization: Bearer`, which is not accepted here"
            hint = f"declare a scheme {{type: http, scheme: bearer}}, or {waiver('securitySchemes')}"
            yield unsupported(pointer, message, hint, "callers add what it needs to the headers")


def _unsupported(pointer: str, name: str, reason: str) -> Finding:
    hint = f"describe it in words, or {waiver(name)}"
    return unsupported(pointer, f"{name!r} is not supported: {reason}", hint, "the client does not have it")


def _schemes(document: Document) -> dict[str, Any]:
    return mapping(mapping(document.tree.get("components")).get("securitySchemes"))


def _requirements(document: Document) -> Iterator[tuple[str, list[Any]]]:
    yield "/security", sequence(document.tree.get("security"))
    for operation in document.operations:
        if not operation.base:
            yield join(operation.pointer, "security"), sequence(operation.node.get("security"))


def _is_bearer(scheme: dict[str, Any]) -> bool:
    """True for the client's own scheme; one that is not declared has its own rule."""
    kind = scheme.get("type")
    is_http_bearer = kind == "http" and string(scheme.get("scheme")).lower() == "bearer"
    return not scheme or kind in BEARER_TYPES or is_http_bearer
