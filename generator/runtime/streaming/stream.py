"""A response that comes as events: iterate it, take its text, or collect it into one result."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..closing import AsyncClosing, ClosingWhenDropped
from ..errors import APIError
from ..lazy import public
from ..transport import TransportError
from .state import StreamState

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..response.metadata import ResponseInfo
    from ..transport import AsyncResponse, Response
    from .state import StreamContext

E = TypeVar("E", covariant=True)
W = TypeVar("W", covariant=True)


class _Stream(Generic[E, W]):
    """The common part of sync and async streams."""

    def __init__(self, context: StreamContext[E, W]) -> None:
        self._state: StreamState[E, W] = StreamState(context)
        self._closed = False

    @property
    def response_info(self) -> ResponseInfo:
        """Status, headers and request id of the response."""
        return self._state.context.info

    @property
    def response(self) -> ResponseInfo:
        """`response_info`, under its name in other clients."""
        return self.response_info

    def __repr__(self) -> str:
        ended = "complete" if self._state.complete else "failed" if self._state.failed else None
        state = ended or ("closed" if self._closed else "open")
        return f"<{type(self).__name__} {state}, status {self.response_info.status}>"

    def _keep_events(self) -> None:
        state = self._state
        if state.kept is None:
            if state.begun:
                raise RuntimeError("earlier events were not kept: with keep_raw=False, call collect() before iterating")
            state.kept = []

    def _collected(self) -> W:
        state = self._state
        if not state.complete:
            raise state.failed or state.truncated("the stream was closed before its end")
        return state.context.collect(state.payloads)


@public
class Stream(ClosingWhenDropped, _Stream[E, W]):
    """Iterates the events of a response as they arrive.

    `text()` iterates the pieces of text; `collect()` reads to the end and returns what the same call returns
    unstreamed. The connection is closed at the end, when an error ends the stream, by `close()` or `with`, and
    when the stream is garbage-collected. An end without the end marker raises StreamTruncated, an error event
    StreamFailed.
    """

    def __init__(self, response: Response, context: StreamContext[E, W]) -> None:
        super().__init__(context)
        self._response = response
        self._events = self._read()

    def __iter__(self) -> Iterator[E]:
        return self._events

    def __next__(self) -> E:
        return next(self._events)

    def text(self) -> Iterator[str]:
        """Iterate the pieces of text as they arrive, without empty ones."""
        return filter(None, map(self._state.text, self))

    def collect(self) -> W:
        """Read to the end, and return all events, also those seen before, as one object."""
        self._keep_events()
        for _ in self._events:
            pass
        return self._collected()

    def close(self) -> None:
        """Discard the rest and close the connection."""
        self._closed = True
        with suppress(ValueError):  # another thread is reading: closing the response ends its wait
            self._events.close()
        self._response.close()

    def _read(self) -> Generator[E, None, None]:
        state, response, piece = self._state, self._response, b""
        try:
            for piece in response.chunks():
                yield from state.feed(piece)
                if state.complete:
                    response.finish()
                    return
            yield from state.finish()
        except TransportError as error:
            raise state.on_transport_error(error) from None
        except APIError as error:
            state.on_error(error)
            error.__traceback__ = None  # the frames below, and this variable, hold what the server sent
            raise
        finally:
            piece = b""
            response.close()


@public
class AsyncStream(AsyncClosing, _Stream[E, W]):
    """The async counterpart of `Stream`, for `async for`, `async with` and `await stream.collect()`."""

    def __init__(self, response: AsyncResponse, context: StreamContext[E, W]) -> None:
        super().__init__(context)
        self._response = response
        self._pieces = response.chunks()
        self._ready: Iterator[E] = iter(())
        self._over = False

    def __aiter__(self) -> AsyncIterator[E]:
        return self

    # Not an async generator: one that is abandoned is finished by its event loop at some later time, or never.
    async def __anext__(self) -> E:
        try:
            while True:
                for event in self._ready:
                    return event
                if self._over:
                    raise StopAsyncIteration
                await self._read_more()
        except StopAsyncIteration:
            raise
        except BaseException as error:
            # Also after a cancellation: it is unknown how much of the next piece was already read.
            if isinstance(error, APIError):
                self._state.on_error(error)
                error.__traceback__ = None  # the frames below hold what the server sent
            await self.close()
            raise

    def text(self) -> AsyncIterator[str]:
        """Iterate the pieces of text as they arrive, without empty ones."""
        return _AsyncText(self, self._state.text)

    async def collect(self) -> W:
        """Read to the end, and return all events, also those seen before, as one object."""
        self._keep_events()
        async for _ in self:
            pass
        return self._collected()

    async def close(self) -> None:
        """Discard the rest and close the connection."""
        self._over = self._closed = True
        self._ready = iter(())
        await self._response.close()

    async def _read_more(self) -> None:
        state = self._state
        if state.complete:
            self._over = True
            await self._response.finish()
            return
        try:
            piece = await anext(self._pieces)
        except StopAsyncIteration:
            self._over = True
            self._ready = state.finish()
            await self._response.close()
        except TransportError as error:
            raise state.on_transport_error(error) from None
        else:
            self._ready = state.feed(piece)


class _AsyncText:
    # Not an async generator either.
    def __init__(self, events: AsyncIterator[Any], text: Callable[[Any], str]) -> None:
        self._next = events.__anext__
        self._text = text

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        while True:
            if piece := self._text(await self._next()):
                return piece
