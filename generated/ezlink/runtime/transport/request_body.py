"""Request bodies that are sent in pieces: counted, and within the time limit of the call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from .base import LARGE
from .errors import TransportError

if TYPE_CHECKING:
    from .base import Body, Request

_LONGEST_HELD = 0.05  # seconds

RunInThread: TypeAlias = Callable[..., Awaitable[bytes]]


class RequestBody:
    """A body as an HTTP library takes it.

    `error` is what reading the body raised, kept for the caller: a library takes it for a broken connection, or wraps
    it. A body of another length than announced is such an error too: libraries cut a longer one in silence, and wait
    for ever for the rest of a shorter one.
    """

    def __init__(self, body: Body, until: float | None = None) -> None:
        self.error: Exception | None = None
        self.done = False  # nothing follows the last piece
        self._body = body
        self._until = until

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._counted()
        except Exception as error:
            self.error = error
            raise

    def _counted(self) -> Iterator[bytes]:
        length, count, size, since = self._body.length, 0, 0, monotonic()
        held: list[bytes] = []  # small pieces are sent as one
        for piece in self._body:
            count += len(piece)
            if length is not None and count > length:
                raise TransportError(f"the body is longer than the {length} bytes announced", kind="broken")
            now = monotonic()
            if self._until is not None and now > self._until:
                raise TransportError("the body could not be sent in time", kind="timeout")
            held.append(piece)
            size += len(piece)
            # The last piece is held back until it is known that nothing follows: a server would take it for whole.
            if size and count != length and (size >= LARGE or now > since + _LONGEST_HELD):
                yield b"".join(held)
                held, size, since = [], 0, monotonic()
        if length is not None and count < length:
            raise TransportError(f"the body ended after {count} of the {length} bytes announced", kind="broken")
        self.done = True
        if size:
            yield b"".join(held)


class AsyncRequestBody:
    """The async counterpart of `RequestBody`. Files are read in a thread: a slow disk must not stop the loop."""

    def __init__(self, body: Body, run: RunInThread) -> None:
        self._inner = RequestBody(body)
        self._pieces = iter(self._inner)
        self._run = None if getattr(body, "in_memory", False) else run

    def __aiter__(self) -> AsyncRequestBody:
        return self

    async def __anext__(self) -> bytes:
        if self._inner.done:
            # Without another wait: the response would overtake the end of the body, and cost the connection.
            raise StopAsyncIteration
        pieces: Any = self._pieces
        piece = next(pieces, b"") if self._run is None else await self._run(next, pieces, b"")
        if not piece:
            raise StopAsyncIteration
        return piece

    @property
    def error(self) -> Exception | None:
        """The error that reading the body raised, or None."""
        return self._inner.error


def sync_content(request: Request, until: float | None) -> bytes | RequestBody | None:
    """The content of a request for a sync library; a body in pieces must have left by `until`."""
    content = request.content
    return content if content is None or isinstance(content, bytes) else RequestBody(content, until)


def async_content(request: Request, run: RunInThread) -> bytes | AsyncRequestBody | None:
    """The content of a request for an async library; `run` calls a function in a thread."""
    content = request.content
    return content if content is None or isinstance(content, bytes) else AsyncRequestBody(content, run)


def reraise_body_error(content: Any) -> None:
    """Raise the error that reading the content raised, if it did."""
    if isinstance(content, (RequestBody, AsyncRequestBody)) and content.error is not None:
        raise content.error
