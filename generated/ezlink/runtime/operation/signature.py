"""What `help()` and notebooks show of functions that take their parameters as `**params`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .operation import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from .call import Call
    from .operation import Operation

F = TypeVar("F")


def signature(operation: Operation) -> Callable[[F], F]:
    """Show every parameter of an endpoint function: those in the path, the required ones, the rest, the options."""
    optional = [
        f"{name}=None" for name in (*operation.parameters, *Options.__annotations__) if name not in operation.required
    ]

    def show(function: Any) -> Any:
        code = function.__code__
        shown = [*code.co_varnames[: code.co_argcount], "*", *operation.required, *optional]
        function.__text_signature__ = f"({', '.join(shown)})"
        function.operation = operation
        return function

    return show


def operation_of(build: Any) -> Operation:
    """The operation that an endpoint function builds calls of."""
    return build.operation  # type: ignore[no-any-return]


def without_overloads(build: Callable[..., Call[Any, Any]]) -> Callable[..., Call[Any, Any]]:
    """The same function. Its overloads are for callers: checkers cannot choose among them by `**params` of any kind."""
    return build


def same_as(build: Any) -> Callable[[F], F]:
    """Give a method the parameters of the endpoint function that it calls."""

    def dress(function: Any) -> Any:
        function.__text_signature__ = f"($self, {build.__text_signature__[1:]}"
        return function

    return dress
