"""Operations: each has a name, no two share one, and every name leads to one Python name."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...diagnostics import Collector
from ...spec import Document
from ...spec.functions import functions_of
from ...spec.pointer import join, string
from ...spec.walk import Operation, operations_of, parameters_of


def operations(document: Document, problems: Collector) -> None:
    """Names of operations and the parameters of their paths."""
    found = functions_of(document.tree)
    named = [operation for operation in found if "operationId" in operation.node]
    for operation in found:
        if "operationId" not in operation.node:
            what = f"{operation.method.upper()} {operation.path} has no operationId"
            problems.add(operation.pointer, what, "give it one: the function of the client is named after it")
        if "x-errors" in document.tree and "x-retry" not in operation.node:
            what = f"{operation.id} does not say whether it may be sent again"
            problems.add(operation.pointer, what, "write `x-retry: unsent`, or `x-retry: safe` if it only reads")
    for operation in operations_of(document.tree):
        _path_parameters(document, problems, operation)
    _twice(document, problems, named, "operationId", lambda one: repr(one.id), "rename one of them")
    _twice(document, problems, _once_each(named), "operationId", _snake, "rename one: both become this Python name")
    methods = [one for one in found if one.client.get("resource")]
    _twice(document, problems, methods, "x-client", _method, "name each method of a resource once")
    _resources(document, problems, methods)


def snake_case(name: str) -> str:
    """The name of the function that an operation becomes."""
    words = re.sub(r"([a-z0-9])([A-Z])|([A-Z]+)(?=[A-Z][a-z])", r"\1\3_\2", name)
    return re.sub(r"[^0-9a-zA-Z]+", "_", words).strip("_").lower()


def _snake(operation: Operation) -> str:
    return repr(snake_case(operation.id))


def _method(operation: Operation) -> str:
    return f"'{operation.client.get('resource')}.{operation.client.get('method')}'"


def _resources(document: Document, problems: Collector, methods: list[Operation]) -> None:
    """Nothing is a resource and a method of the same name."""
    used = {string(one.client.get("resource")): join(one.pointer, "x-client", "resource") for one in reversed(methods)}
    for operation in methods:
        name = f"{operation.client.get('resource')}.{operation.client.get('method')}"
        resource = next((one for one in used if f"{one}.".startswith(f"{name}.")), None)
        if resource is not None:
            what = f"{name!r} is a method here and a resource at {document.place(used[resource])}"
            problems.add(join(operation.pointer, "x-client", "method"), what, "rename one of them")


def _once_each(named: list[Operation]) -> list[Operation]:
    """One operation of each id: equal ids have been told already."""
    return list({one.id: one for one in reversed(named)}.values())[::-1]


def _twice(
    document: Document,
    problems: Collector,
    found: list[Operation],
    key: str,
    name: Callable[[Operation], str],
    cure: str,
) -> None:
    """No two operations share a name."""
    label = {"operationId": "operationId", "x-client": "method"}[key]
    first: dict[str, str] = {}
    for operation in found:
        pointer = join(operation.pointer, key)
        if (known := name(operation)) in first:
            what = f"{label} {known} is used twice (first at {document.place(first[known])})"
            problems.add(pointer, what, cure)
        first.setdefault(known, pointer)


def _path_parameters(document: Document, problems: Collector, operation: Operation) -> None:
    """What stands in braces is declared, and the other way round."""
    wanted = re.findall(r"\{([^{}]*)\}", operation.path)
    declared = {
        string(node.get("name")): pointer
        for pointer, node in parameters_of(document.tree, operation)
        if node.get("in") == "path"
    }
    for name in wanted:
        if name not in declared:
            cure = f"add to parameters: {{name: {name}, in: path, required: true, schema: {{type: string}}}}"
            problems.add(operation.pointer, f"the path parameter {name!r} is not declared", cure)
    for name, pointer in declared.items():
        if name not in wanted:
            what = f"the path {operation.path} has no {{{name}}}"
            problems.add(pointer, what, "remove the parameter, or write it into the path")
