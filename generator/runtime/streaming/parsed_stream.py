"""Streams whose outputs are parsed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from ..closing import AsyncClosing, Closing
from ..lazy import public
from .output_events import OutputEvents

if TYPE_CHECKING:
    from ..response.metadata import ResponseInfo
    from .parsed_events import ParsedEvent
    from .state import StreamContext
    from .stream import AsyncStream, Stream

E = TypeVar("E")
W = TypeVar("W")
T = TypeVar("T")


class _ParsedStream(Generic[E, W, T]):
    def __init__(self, stream: Any, context: StreamContext[E, W]) -> None:
        self._stream = stream
        self._outputs: OutputEvents[E, W, T] = OutputEvents(context)

    @property
    def response_info(self) -> ResponseInfo:
        """Status, headers and request id of the response."""
        return self._stream.response_info  # type: ignore[no-any-return]

    @property
    def response(self) -> ResponseInfo:
        """`response_info`, under its name in other clients."""
        return self.response_info

    @property
    def current_completion_snapshot(self) -> W:
        """The result so far. Nothing in it is parsed."""
        return self._outputs.snapshot()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} over {self._stream!r}>"


@public
class ParsedStream(Closing, _ParsedStream[E, W, T]):
    """Iterates the events of a stream: chunks, pieces of texts, and each text when it is whole, parsed.

    `get_final_completion()` reads to the end and returns the result. Errors are those of `Stream`, and those of an
    output that cannot be parsed.
    """

    _stream: Stream[E, W]

    def __init__(self, stream: Stream[E, W], context: StreamContext[E, W]) -> None:
        super().__init__(stream, context)
        self._events = _events(stream, self._outputs)

    def __iter__(self) -> Iterator[ParsedEvent[E, W, T]]:
        return self._events

    def __next__(self) -> ParsedEvent[E, W, T]:
        return next(self._events)

    def until_done(self) -> Self:
        """Read to the end."""
        for _ in self._events:
            pass
        return self

    def get_final_completion(self) -> W:
        """Read to the end, and return the result with its outputs parsed."""
        self.until_done()
        return self._outputs.parser.finish(self._stream.collect())  # type: ignore[no-any-return]

    def close(self) -> None:
        """Discard the rest and close the connection."""
        self._stream.close()


def _events(stream: Stream[E, W], outputs: OutputEvents[E, W, T]) -> Iterator[ParsedEvent[E, W, T]]:
    for chunk in stream:
        yield from outputs.of(chunk)
    yield from outputs.rest()


@public
class AsyncParsedStream(AsyncClosing, _ParsedStream[E, W, T]):
    """The async counterpart of `ParsedStream`."""

    _stream: AsyncStream[E, W]

    def __init__(self, stream: AsyncStream[E, W], context: StreamContext[E, W]) -> None:
        super().__init__(stream, context)
        self._ready: Iterator[ParsedEvent[E, W, T]] = iter(())
        self._over = False

    def __aiter__(self) -> AsyncIterator[ParsedEvent[E, W, T]]:
        return self

    # Not an async generator: see `AsyncStream`.
    async def __anext__(self) -> ParsedEvent[E, W, T]:
        while True:
            for event in self._ready:
                return event
            if self._over:
                raise StopAsyncIteration
            try:
                self._ready = self._outputs.of(await anext(self._stream))
            except StopAsyncIteration:
                self._over, self._ready = True, self._outputs.rest()

    async def until_done(self) -> Self:
        """Read to the end."""
        async for _ in self:
            pass
        return self

    async def get_final_completion(self) -> W:
        """Read to the end, and return the result with its outputs parsed."""
        await self.until_done()
        return self._outputs.parser.finish(await self._stream.collect())  # type: ignore[no-any-return]

    async def close(self) -> None:
        """Discard the rest and close the connection."""
        await self._stream.close()
