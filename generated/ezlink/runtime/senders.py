"""What sends: a client, as the objects know it that go on asking the server (tasks, media models)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from .calls import Call
    from .media import AsyncMedia, Media
    from .replies import Reply
    from .sniffing import Kind

S = TypeVar("S")
A = TypeVar("A")


class Sender(Protocol):
    """A sync client."""

    def send(self, call: Call[S, Any]) -> S: ...

    def exchange(self, call: Call[S, Any]) -> Reply[S]: ...

    def fetch(self, url: str, *, kind: Kind | None = ..., limit: int | None = ...) -> Media: ...


class AsyncSender(Protocol):
    """The twin of `Sender`."""

    async def send(self, call: Call[Any, A]) -> A: ...

    async def exchange(self, call: Call[Any, A]) -> Reply[A]: ...

    async def fetch(self, url: str, *, kind: Kind | None = ..., limit: int | None = ...) -> AsyncMedia: ...
