"""Endpoint functions and the operations that they build calls of."""

from __future__ import annotations

from functools import update_wrapper
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable

    from .operation import Operation

F = TypeVar("F")


def endpoint(operation: Operation) -> Callable[[F], F]:
    """Attach the operation to the function that builds its calls."""

    def attach(function: Any) -> Any:
        function.operation = operation
        return optional(function, UNSET) if function.__code__.co_argcount else function

    return attach


def optional(function: Any, default: Any, first: int = 0) -> Any:
    """Return the function with a default for each argument that has none, from the one with the index `first` on.

    `build_call` then names the missing arguments together with those that are misspelt; Python names the missing ones
    alone. What reads signatures sees the function as it was.
    """
    code = function.__code__
    copy = FunctionType(code, function.__globals__, code.co_name, function.__defaults__, function.__closure__)
    names = code.co_varnames[code.co_argcount :][: code.co_kwonlyargcount]
    copy.__kwdefaults__ = {**dict.fromkeys(names, default), **(function.__kwdefaults__ or {})}
    own = copy.__defaults__ or ()
    copy.__defaults__ = (default,) * (code.co_argcount - first - len(own)) + own
    return update_wrapper(copy, function)


def endpoint_functions(operations: Any) -> list[Any]:
    """The endpoint functions of a package's module `operations`."""
    return [one for name in operations.__all__ if hasattr(one := getattr(operations, name), "operation")]


def operation_of(function: Any) -> Operation:
    """The operation that an endpoint function builds calls of."""
    return function.operation  # type: ignore[no-any-return]
