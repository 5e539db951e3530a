"""A body on its way out in pieces: counted, within the call's time, and its own errors told from the connection's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Any

from .base import TransportError

if TYPE_CHECKING:
    from .base import Body, Request

Run = Callable[..., Awaitable[bytes]]


class RequestBody:
    """A body as an HTTP library takes it.

    `error` is what giving the next piece raised: a library takes that for a broken connection, or wraps it, and the
    caller is to have it as it was. A body that is longer or shorter than it said is such an error: libraries cut the
    one in silence, and wait for ever behind the other.
    """

    def __init__(self, body: Body, until: float | None = None) -> None:
        self.error: Exception | None = None
        self.done = False  # nothing follows the piece that was given last
        self._body = body
        self._until = until

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._counted()
        except Exception as error:
            self.error = error
            raise

    def _counted(self) -> Iterator[bytes]:
        length, count, last = self._body.length, 0, b""
        for piece in self._body:
            count += len(piece)
            if length is not None and count > length:
                raise TransportError(f"the body is longer than the {length} bytes announced", kind="broken")
            if self._until is not None and monotonic() > self._until:
                raise TransportError("the body could not be sent in time", kind="timeout")
            if count == length:
                last += piece  # held back until it is known that nothing follows: a server would take it for whole
            elif piece:
                yield piece
        if length is not None and count < length:
            raise TransportError(f"the body ended after {count} of the {length} bytes announced", kind="broken")
        self.done = True
        if last:
            yield last


class AsyncOutgoing:
    """The twin of `RequestBody`. Files are read by `run`, in a thread: a slow disk is not to stop the loop."""

    def __init__(self, body: Body, run: Run) -> None:
        self._outgoing = RequestBody(body)
        self._pieces = iter(self._outgoing)
        self._run = None if getattr(body, "in_memory", False) else run

    def __aiter__(self) -> AsyncOutgoing:
        return self

    async def __anext__(self) -> bytes:
        if self._outgoing.done:
            # Without another wait: the answer would overtake the end of the body, and cost the connection.
            raise StopAsyncIteration
        pieces: Any = self._pieces
        piece = next(pieces, b"") if self._run is None else await self._run(next, pieces, b"")
        if not piece:
            raise StopAsyncIteration
        return piece

    @property
    def error(self) -> Exception | None:
        """What reading the body raised."""
        return self._outgoing.error


def outgoing(request: Request, until: float | None) -> bytes | RequestBody | None:
    """The content of a request as a sync library takes it; a body in pieces must be away by `until`."""
    content = request.content
    return content if content is None or isinstance(content, bytes) else RequestBody(content, until)


def async_outgoing(request: Request, run: Run) -> bytes | AsyncOutgoing | None:
    """The twin of `outgoing`."""
    content = request.content
    return content if content is None or isinstance(content, bytes) else AsyncOutgoing(content, run)


def raise_own(content: Any) -> None:
    """Raise what the content itself raised while it was read, if it did."""
    if isinstance(content, (RequestBody, AsyncOutgoing)) and content.error is not None:
        raise content.error
