"""Names of operations: the operationId, its Python name, the method of the client; and `x-retry`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...spec import Document, Operation
from ...spec.names import FunctionName
from ...spec.pointer import join, string
from ..finding import Finding, Findings
from .placement import SCHEMAS


def operation_ids(document: Document) -> Findings:
    """Every operation has an operationId of its own."""
    for operation in document.operations:
        if "operationId" not in operation.node:
            message = f"{operation.label} has no operationId"
            yield Finding(operation.pointer, message, "add one: the client's function is named after it")
    named = [one for one in document.operations if "operationId" in one.node]
    yield from _used_twice(document, named, "operationId", lambda one: repr(one.id), "rename one of them")


def python_names(document: Document) -> Findings:
    """No two operationIds have the same Python name."""
    named = [one for one in document.operations if "operationId" in one.node]
    distinct = list({one.id: one for one in reversed(named)}.values())[::-1]
    hint = "rename one: both have this Python name"
    yield from _used_twice(document, distinct, "operationId", lambda one: repr(str(FunctionName.of(one.id))), hint)


def client_names(document: Document) -> Findings:
    """Every operation has a method of the client to itself; no method has the name of a resource."""
    if document.sibling(SCHEMAS) is not None:
        for operation in document.operations:
            if "x-client" not in operation.node and not operation.base:
                message = f"{operation.label} has no x-client, so it is not clear which method of the client calls it"
                yield Finding(operation.pointer, message, f"add `x-client: {_suggested(operation)}`")
    methods = [one for one in document.operations if one.client.get("resource")]
    yield from _used_twice(document, methods, "x-client", lambda one: repr(_method(one)), "rename one of them")
    used = {string(one.client.get("resource")): join(one.pointer, "x-client", "resource") for one in reversed(methods)}
    parents = {one[:end]: one for one in reversed(used) for end in _ends(one)}
    for operation in methods:
        name = _method(operation)
        resource = parents.get(name)
        if resource is not None:
            message = f"{name!r} is a method here and a resource at {document.place(used[resource])}"
            yield Finding(join(operation.pointer, "x-client", "method"), message, "rename one of them")


def retry_declared(document: Document, operation: Operation) -> Findings:
    """Every operation declares x-retry, if the document describes errors and is kept for this generator."""
    if document.house and "x-errors" in document.tree and "x-retry" not in operation.node:
        hint = "add `x-retry: unsent`, or `x-retry: safe` if it only reads"
        yield Finding(operation.pointer, f"{operation.label} does not say if it may be sent again", hint)


def _ends(path: str) -> Iterator[int]:
    """The ends of a dotted path and of all above it."""
    return (index for index in range(1, len(path) + 1) if path[index:][:1] in ("", "."))


def _method(operation: Operation) -> str:
    return f"{operation.client.get('resource')}.{operation.client.get('method')}"


def _suggested(operation: Operation) -> str:
    """A resource and a method as the OpenAI SDK would name them."""
    segments = [one for one in operation.path.split("/") if one and not re.fullmatch(r"v[0-9]+|\{.*\}", one)]
    resource = FunctionName.of(segments[-1] if segments else "api")
    reading = "retrieve" if "{" in operation.path else "list"
    method = {"get": reading, "delete": "delete", "put": "update", "patch": "update"}.get(operation.method, "create")
    return f"{{resource: {resource}, method: {method}}}"


def _used_twice(
    document: Document, operations: list[Operation], key: str, name: Callable[[Operation], str], hint: str
) -> Findings:
    label = "method" if key == "x-client" else key
    first: dict[str, str] = {}
    for operation in operations:
        pointer = join(operation.pointer, key)
        if (known := name(operation)) in first:
            yield Finding(pointer, f"{label} {known} is used twice (first at {document.place(first[known])})", hint)
        first.setdefault(known, pointer)
