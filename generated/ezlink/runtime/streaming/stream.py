"""An answer that comes as events: iterate it, take its text, or fold it into the whole."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Generic, TypeVar

from ..errors import APIError
from ..transport import TransportError
from .state import StreamState

if TYPE_CHECKING:
    from ..errors import StreamTruncated
    from ..operation.stream_spec import StreamSpec
    from ..response.metadata import ResponseInfo
    from ..transport import AsyncResponse, Response

E = TypeVar("E", covariant=True)
W = TypeVar("W", covariant=True)


class _Stream(Generic[E, W]):
    _arrival: StreamState[E, W]
    _closed = False

    @property
    def response_info(self) -> ResponseInfo:
        """Status, headers and request id of the answer."""
        return self._arrival.response_info

    def __repr__(self) -> str:
        ended = "complete" if self._arrival.complete else "failed" if self._arrival.failed else None
        state = ended or ("closed" if self._closed else "open")
        return f"<{type(self).__name__} {state}, status {self._arrival.response_info.status}>"

    def _keep_all(self) -> list[bytes]:
        arrival = self._arrival
        if arrival.kept is None:
            if arrival.begun:
                raise RuntimeError("the events already seen were not kept: with keep_raw=False, call collect() first")
            arrival.kept = []
        return arrival.kept

    def _fold(self, payloads: list[bytes]) -> W:
        arrival = self._arrival
        if not arrival.complete:
            raise arrival.failed or arrival.truncated("the stream was closed before its end")
        return arrival.whole(payloads)


class Stream(_Stream[E, W]):
    """Iterates the events of an answer as they arrive.

    `text()` iterates the pieces of text; `collect()` reads to the end and returns what the same call returns
    unstreamed. The connection is closed at the end, when an error ends the stream, by `close()` or `with`, and
    when the stream is dropped. An end without the end marker raises StreamTruncated, an error event StreamFailed.
    """

    def __init__(
        self,
        response: Response,
        *,
        events: StreamSpec,
        decode: Callable[[bytes], E],
        whole: Callable[[bytes], W],
        response_info: ResponseInfo,
        make: Callable[..., StreamTruncated] | None = None,
        keep_raw: bool = True,
        strict: Callable[[bytes], E] | None = None,
    ) -> None:
        """Read `response` as `events` says.

        `decode` makes an event of its data; it raises StreamFailed for an error and UnreadableAnswer for what cannot be
        read. `strict` is for the many events that need no second look: what it refuses, `decode` gets. `whole` decodes
        folded JSON to the operation's answer. `make` makes the error of a stream that was cut. With `keep_raw=False`
        events are not kept.
        """
        self._response = response
        self._arrival = StreamState(events, decode, whole, response_info, make, keep_raw, strict)
        self._events = self._read()

    def __iter__(self) -> Iterator[E]:
        return self._events

    def __next__(self) -> E:
        return next(self._events)

    def text(self) -> Iterator[str]:
        """The pieces of text as they arrive, never an empty one."""
        return filter(None, map(self._arrival.text, self))

    def collect(self) -> W:
        """Read to the end, and fold all events, also those already seen, into one object."""
        kept = self._keep_all()
        for _ in self._events:
            pass
        return self._fold(kept)

    def close(self) -> None:
        """Give the rest up and close the connection."""
        self._closed = True
        with suppress(ValueError):  # another thread reads just now: what follows ends its wait
            self._events.close()
        self._response.close()

    def __enter__(self) -> Stream[E, W]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        try:  # noqa: SIM105 - at the interpreter's end modules have lost their names, `suppress` too
            self.close()
        except Exception:
            pass

    def _read(self) -> Generator[E, None, None]:
        arrival, response = self._arrival, self._response
        try:
            for piece in response.chunks():
                yield from arrival.take(piece)
                if arrival.complete:
                    response.finish()
                    return
            yield from arrival.end()
        except TransportError as error:
            raise arrival.cut(error) from error
        except APIError as error:
            arrival.failed = error
            raise
        finally:
            response.close()


class AsyncStream(_Stream[E, W]):
    """The twin of `Stream`, for `async for`, `async with` and `await stream.collect()`."""

    def __init__(
        self,
        response: AsyncResponse,
        *,
        events: StreamSpec,
        decode: Callable[[bytes], E],
        whole: Callable[[bytes], W],
        response_info: ResponseInfo,
        make: Callable[..., StreamTruncated] | None = None,
        keep_raw: bool = True,
        strict: Callable[[bytes], E] | None = None,
    ) -> None:
        """Read `response` as `events` says; see `Stream`."""
        self._response = response
        self._arrival = StreamState(events, decode, whole, response_info, make, keep_raw, strict)
        self._pieces = response.chunks()
        self._ready: Iterator[E] = iter(())
        self._over = False

    def __aiter__(self) -> AsyncIterator[E]:
        return self

    # Not an async generator: one that is left early is finished by its event loop at some later time, or never.
    async def __anext__(self) -> E:
        try:
            while True:
                for event in self._ready:
                    return event
                if self._over:
                    raise StopAsyncIteration
                await self._more()
        except StopAsyncIteration:
            raise
        except BaseException as error:
            # A cancelled wait too: nobody can say how much of the next piece was already taken.
            await self._fail(error)
            raise

    async def text(self) -> AsyncIterator[str]:
        """The pieces of text as they arrive, never an empty one."""
        async for event in self:
            if piece := self._arrival.text(event):
                yield piece

    async def collect(self) -> W:
        """Read to the end, and fold all events, also those already seen, into one object."""
        kept = self._keep_all()
        async for _ in self:
            pass
        return self._fold(kept)

    async def close(self) -> None:
        """Give the rest up and close the connection."""
        self._over = self._closed = True
        self._ready = iter(())
        await self._response.close()

    aclose = close

    async def __aenter__(self) -> AsyncStream[E, W]:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _more(self) -> None:
        arrival = self._arrival
        if arrival.complete:
            self._over = True
            await self._response.finish()
            return
        try:
            piece = await anext(self._pieces)
        except StopAsyncIteration:
            self._over = True
            self._ready = arrival.end()
            await self._response.close()
        except TransportError as error:
            raise arrival.cut(error) from error
        else:
            self._ready = arrival.take(piece)

    async def _fail(self, error: BaseException) -> None:
        if isinstance(error, APIError):
            self._arrival.failed = error
        await self.close()
