"""Endpoint functions bound to a client: build the call and send it, in one step.

class Models(Resource):
    retrieve = method(retrieve_model)

class AsyncModels(AsyncResource):
    retrieve = async_method(retrieve_model)
"""

from __future__ import annotations

from types import FunctionType
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from ..operation.call import Call
    from .client import AsyncClient, SyncClient

P = ParamSpec("P")
S = TypeVar("S")
A = TypeVar("A")
T = TypeVar("T")


class _Named:
    __slots__ = ()

    def __init_subclass__(cls) -> None:
        # A bound function is known by the name that it is called by, not by that of the function it binds.
        for name, member in vars(cls).items():
            if isinstance(member, FunctionType) and member.__module__ != cls.__module__:
                member.__name__, member.__qualname__ = name, f"{cls.__qualname__}.{name}"
                member.__module__ = cls.__module__


class Resource(_Named):
    """A group of endpoint functions of one client."""

    __slots__ = ("_client",)

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"


class AsyncResource(_Named):
    """A group of endpoint functions of one async client."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"


def method(build: Callable[P, Call[S, Any]]) -> Callable[Concatenate[Any, P], S]:
    """A method that builds the call and sends it through the client of its resource."""

    def send(self: Resource, /, *args: P.args, **kwargs: P.kwargs) -> S:
        return self._client.send(build(*args, **kwargs))  # pyright: ignore[reportPrivateUsage]

    return _dress(send, build)


def async_method(build: Callable[P, Call[Any, A]]) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, A]]:
    """The async twin of `method`."""

    async def send(self: AsyncResource, /, *args: P.args, **kwargs: P.kwargs) -> A:
        return await self._client.send(build(*args, **kwargs))  # pyright: ignore[reportPrivateUsage]

    return _dress(send, build)


def _dress(send: T, build: Any) -> T:
    """Give a method the text and the parameters of the function that it binds, for `help()` and notebooks."""
    dressed: Any = send
    dressed.__doc__ = build.__doc__
    dressed.__text_signature__ = "($self, " + (getattr(build, "__text_signature__", None) or _signature(build))[1:]
    return send


def _signature(build: Any) -> str:
    # Read off the code object: `inspect` costs more to import than all of the rest of a client.
    code = build.__code__
    names = [*code.co_varnames[: code.co_argcount]]
    if code.co_flags & 0x08:  # takes **keywords
        names.append(f"**{code.co_varnames[code.co_argcount + code.co_kwonlyargcount]}")
    return f"({', '.join(names)})"
