"""Endpoint functions and the operations that they build calls of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from .operation import Operation

F = TypeVar("F")


def endpoint(operation: Operation) -> Callable[[F], F]:
    """Attach the operation to the function that builds its calls."""

    def attach(function: Any) -> Any:
        function.operation = operation
        return function

    return attach


def endpoint_functions(operations: Any) -> list[Any]:
    """The endpoint functions of a package's module `operations`."""
    return [one for name in operations.__all__ if hasattr(one := getattr(operations, name), "operation")]


def operation_of(function: Any) -> Operation:
    """The operation that an endpoint function builds calls of."""
    return function.operation  # type: ignore[no-any-return]
