"""What sends: a client, as the objects know it that go on asking the server (tasks, media models)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from .files.binary_response import AsyncBinaryResponse, BinaryResponse
    from .http.media_type import MediaKind
    from .operation.call import Call
    from .response.metadata import APIResponse

S = TypeVar("S")
A = TypeVar("A")


class SyncSender(Protocol):
    """A sync client."""

    def send(self, call: Call[S, Any]) -> S: ...

    def send_raw(self, call: Call[S, Any]) -> APIResponse[S]: ...

    def fetch(self, url: str, *, kind: MediaKind | None = ..., limit: int | None = ...) -> BinaryResponse: ...


class AsyncSender(Protocol):
    """The twin of `SyncSender`."""

    async def send(self, call: Call[Any, A]) -> A: ...

    async def send_raw(self, call: Call[Any, A]) -> APIResponse[A]: ...

    async def fetch(
        self, url: str, *, kind: MediaKind | None = ..., limit: int | None = ...
    ) -> AsyncBinaryResponse: ...
