"""The functions that the client gets: one for each operation, and one for each of its variants.

A variant shares path and method with its operation and has a name, a page and a body of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .pointer import follow, join, mapping, sequence
from .walk import Operation, operations_of

# What a variant says itself; the rest is its operation's.
OWN = ("operationId", "summary", "description", "x-docs", "x-client")


def functions_of(tree: dict[str, Any]) -> list[Operation]:
    """Every operation, its variants behind it, in the order of the document."""
    return [one for operation in operations_of(tree) for one in (operation, *variants_of(tree, operation))]


def is_variant(operation: Operation) -> bool:
    """Whether it shares its path and method with the operation that it stands in."""
    return "/x-variants/" in operation.pointer


def answering(tree: dict[str, Any]) -> list[Operation]:
    """Every function with answers of its own: what a variant inherits is told of its operation."""
    own = {join(one.pointer, "x-variants", index) for one in operations_of(tree) for index in _answered(one)}
    return [one for one in functions_of(tree) if not is_variant(one) or one.pointer in own]


def variants_of(tree: dict[str, Any], operation: Operation) -> Iterator[Operation]:
    """The variants of an operation, each as an operation with what it inherits."""
    for index, value in enumerate(sequence(operation.node.get("x-variants"))):
        variant, inherited = mapping(value), {**operation.node}
        for key in (*OWN, "x-variants"):
            inherited.pop(key, None)
        own = {key: variant[key] for key in OWN if key in variant}
        if "body" in variant:
            own["requestBody"] = _with_schema(tree, inherited.get("requestBody"), variant["body"])
        if "answer" in variant:
            answers = mapping(inherited.get("responses"))
            own["responses"] = {
                status: _with_schema(tree, answer, variant["answer"]) if status.startswith("2") else answer
                for status, answer in answers.items()
            }
        pointer = join(operation.pointer, "x-variants", index)
        yield operation._replace(pointer=pointer, node={**inherited, **own})


def _answered(operation: Operation) -> list[int]:
    variants = sequence(operation.node.get("x-variants"))
    return [index for index, variant in enumerate(variants) if "answer" in mapping(variant)]


def _with_schema(tree: dict[str, Any], owner: object, schema: object) -> dict[str, Any]:
    """A body or a response with another schema for each of its media types."""
    node = mapping(follow(tree, owner)[1])
    return {**node, "content": {name: {**mapping(one), "schema": schema} for name, one in _content(node)}}


def _content(node: dict[str, Any]) -> list[tuple[str, Any]]:
    return [*mapping(node.get("content")).items()]
