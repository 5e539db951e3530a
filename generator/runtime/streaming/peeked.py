"""A response whose beginning was read, to see whether it holds events although its Content-Type says otherwise."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING

from ..transport.body_decoder import DecodeError, WholeBody
from ..transport.errors import not_received
from .sse import is_event_stream

if TYPE_CHECKING:
    from ..transport import AsyncResponse, Response

_ENOUGH = 16  # bytes that tell
_LONGEST_BLANK = 65_536  # no body begins with more blanks than these


class PeekedResponse:
    """A `Response` for a stream: its pieces are those of another, which may be looked at first."""

    def __init__(self, response: Response, limit: int | None) -> None:
        self._limit = limit
        self.status, self.headers = response.status, response.headers
        self._response = response
        self._rest = response.chunks()
        self._head = b""

    def peek(self) -> bool:
        """Return whether the body holds events."""
        while _undecided(self._head) and (piece := next(self._rest, b"")):
            self._head += piece
        return is_event_stream(self._head)

    def chunks(self) -> Iterator[bytes]:
        yield self._head
        yield from self._rest

    def read(self) -> bytes:
        body = WholeBody(self._limit)
        try:
            for piece in self.chunks():
                body.feed(piece)
            return body.finish()
        except DecodeError as error:
            raise not_received(error, self.status) from None
        finally:
            self.close()

    def finish(self) -> None:
        self._response.finish()

    def close(self) -> None:
        self._response.close()


class AsyncPeekedResponse:
    """The async counterpart of `PeekedResponse`."""

    def __init__(self, response: AsyncResponse, limit: int | None) -> None:
        self._limit = limit
        self.status, self.headers = response.status, response.headers
        self._response = response
        self._rest = response.chunks()
        self._head = b""

    async def peek(self) -> bool:
        while _undecided(self._head) and (piece := await anext(self._rest, b"")):
            self._head += piece
        return is_event_stream(self._head)

    async def chunks(self) -> AsyncIterator[bytes]:
        yield self._head
        async for piece in self._rest:
            yield piece

    async def read(self) -> bytes:
        body = WholeBody(self._limit)
        try:
            async for piece in self.chunks():
                body.feed(piece)
            return body.finish()
        except DecodeError as error:
            raise not_received(error, self.status) from None
        finally:
            await self.close()

    async def finish(self) -> None:
        await self._response.finish()

    async def close(self) -> None:
        await self._response.close()


def _undecided(head: bytes) -> bool:
    return len(head) < _LONGEST_BLANK and len(head.strip()) < _ENOUGH
