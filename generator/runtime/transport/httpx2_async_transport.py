# Programs without httpx2 are type-checked too: what it exports is any value there.
# mypy: disable-error-code="import-not-found"
# pyright: reportMissingImports=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
"""The async transport over httpx2 (asyncio and trio), also for a client that you made yourself.

AsyncEZ...(transport=AsyncHttpx2Transport(client=httpx2.AsyncClient(mounts=..., event_hooks=...)))
"""

from __future__ import annotations

import os
import sys
import weakref
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress
from functools import partial
from time import monotonic
from typing import Any, cast

import anyio
import anyio.lowlevel
import anyio.to_thread
import httpx2

from ..http.url import split_origin
from .base import LARGE, LINGER, Request, Verify
from .body_decoder import body_decoder
from .connect_pacing import ConnectPacing
from .errors import closed, not_connected
from .httpx2_attempt import Attempt
from .httpx2_connection import Limit, check_excess, keep_watching
from .httpx2_requests import (
    FAILURES,
    any_connected,
    build_request,
    client_settings,
    failure,
    header_pairs,
    limit_each_wait,
    make_client,
    whole_body,
)
from .request_body import async_content, reraise_body_error

_MOST_OPENING = 32  # to open a connection takes httpx2 more than twice the time of aiohttp

# A wait that is cancelled ends at once, whatever the disk does.
_in_thread = partial(anyio.to_thread.run_sync, abandon_on_cancel=True)


def _loop() -> Any:
    token: Any = anyio.lowlevel.current_token()
    # anyio wraps its token anew each time; what is inside lives as long as the loop.
    return getattr(token, "native_token", token)


def _is_asyncio(loop: Any) -> bool:
    return "asyncio" in sys.modules and isinstance(loop, sys.modules["asyncio"].AbstractEventLoop)


class AsyncHttpx2Transport:
    """The async counterpart of `Httpx2Transport`. Each event loop gets a client of its own, unless you bring one."""

    def __init__(
        self,
        *,
        proxy: str | None = None,
        verify: Verify = True,
        max_connections: int | None = None,
        client: httpx2.AsyncClient | None = None,
    ) -> None:
        self._settings = None if client is not None else client_settings(proxy, verify, max_connections)
        self._given = client
        self._clients: weakref.WeakKeyDictionary[Any, httpx2.AsyncClient] = weakref.WeakKeyDictionary()
        self._pacings: weakref.WeakKeyDictionary[Any, ConnectPacing] = weakref.WeakKeyDictionary()
        self._process = os.getpid()
        self._closed = False
        self._public_only: bool | None = None

    async def send(self, request: Request) -> AsyncHttpx2Response:
        """Send once; see `Transport`."""
        if self._closed:
            raise closed()
        client, pacing = self._given or self._own(), self._pacing()
        limit = Limit.of_call(request.timeout.total)
        content, attempt = async_content(request, _in_thread), Attempt(pacing, split_origin(request.url)[0])
        limit.has_body = content is not None and not (isinstance(content, bytes) and len(content) < LARGE)
        try:
            if pacing.is_crowded:
                await pacing.take_turn()
            with anyio.fail_after(None if limit.until is None else limit.left()):
                if self._public_only is None:
                    built = build_request(client, request, content, limit, attempt.trace)
                    response = await client.send(built, stream=True, follow_redirects=False)
                else:
                    from .httpx2_other_hosts import send_async

                    built = build_request(None, request, content, limit, attempt.trace)
                    response = await send_async(client, built, self._public_only)
        except FAILURES as error:
            reraise_body_error(content)
            if isinstance(error, httpx2.ConnectTimeout):
                attempt.end(False)
            busy = any_connected(client, request.url)
            if isinstance(error, TimeoutError) and (why := attempt.why_not_connected(self._given is None)):
                raise not_connected(error, request.url, late=True, busy=busy and why == "busy") from None
            raise failure(error, request, limit=limit, busy=busy) from None
        finally:
            attempt.end()
            if (unused := attempt.unused) is not None:
                with anyio.CancelScope(shield=True):
                    await unused.aclose()
        keep_watching(response)
        return AsyncHttpx2Response(response, request, limit.until)

    def for_other_hosts(self, public_only: bool) -> AsyncHttpx2Transport:
        """Return a transport for files of hosts that a server named; see `Httpx2Transport.for_other_hosts`."""
        other = AsyncHttpx2Transport(client=self._given)
        other._settings, other._public_only = self._settings, public_only
        return other

    async def close(self) -> None:
        """Close the connections of this loop, unless the client is yours, and drop those of others."""
        self._closed = True
        client = self._clients.pop(_loop(), None)
        if client is not None:
            await client.aclose()

    def _pacing(self) -> ConnectPacing:
        loop = _loop()
        pacing = self._pacings.get(loop)
        if pacing is None:
            if _is_asyncio(loop):
                asyncio = sys.modules["asyncio"]  # whose own take a third of the time of anyio's
                pacing = ConnectPacing(_MOST_OPENING, asyncio.Semaphore, partial(asyncio.sleep, 0))
            else:
                semaphore = partial(anyio.Semaphore, fast_acquire=True)
                pacing = ConnectPacing(_MOST_OPENING, semaphore, anyio.lowlevel.checkpoint)
            self._pacings[loop] = pacing
        return pacing

    def _own(self) -> httpx2.AsyncClient:
        if self._process != os.getpid():
            self._process = os.getpid()
            self._clients = weakref.WeakKeyDictionary()
        loop = _loop()
        client = self._clients.get(loop)
        if client is None:
            assert self._settings is not None
            client = self._clients[loop] = make_client(httpx2.AsyncClient, self._settings)
        return client


async def _aclose(response: httpx2.Response) -> None:
    # Shielded: a cancelled call has to close its connection too, and closing waits.
    with suppress(*FAILURES), anyio.CancelScope(shield=True):
        with anyio.move_on_after(LINGER):
            await response.aclose()


def _close_dropped(response: httpx2.Response, loop: Any) -> None:
    """Have a response that nobody refers to any more closed by its loop, if that still runs; from whatever thread."""
    if response.is_closed:
        return
    with suppress(RuntimeError):  # the loop has ended, and its connections with it
        if hasattr(loop, "run_sync_soon"):
            loop.run_sync_soon(sys.modules["trio"].lowlevel.spawn_system_task, _aclose, response)
        elif loop.is_running():
            loop.call_soon_threadsafe(_start_closing, response, loop)


def _start_closing(response: httpx2.Response, loop: Any) -> None:
    task = loop.create_task(_aclose(response))
    task._log_destroy_pending = False  # a program may end before it
    _closing.add(task)
    task.add_done_callback(_closing.discard)


_closing: set[Any] = set()  # asyncio refers to its tasks only weakly


class AsyncHttpx2Response:
    """A response over httpx2; see `AsyncResponse`."""

    def __init__(self, response: httpx2.Response, request: Request, until: float | None) -> None:
        self.status = response.status_code
        self.headers = header_pairs(response)
        self._response = response
        self._request = request
        self._until = until
        if request.stream:
            weakref.finalize(self, _close_dropped, response, _loop()).atexit = False

    async def read(self) -> bytes:
        left = None if self._until is None else max(0.0, self._until - monotonic())
        try:
            with anyio.fail_after(left):
                body = whole_body(self._response, self._request)
                async with aclosing(self._decoded()) as pieces:
                    async for piece in pieces:
                        body.feed(piece)
                return body.finish()
        except FAILURES as error:
            raise failure(error, self._request, self.status) from None
        finally:
            await self.close()

    def chunks(self) -> AsyncIterator[bytes]:
        loop = _loop()
        return _Chunks(self._pieces(), loop) if _is_asyncio(loop) else self._pieces()

    async def finish(self) -> None:
        # The limit of the wait belongs to httpx2's reading, which cannot be begun a second time.
        await self.close()

    async def close(self) -> None:
        await _aclose(self._response)

    async def _pieces(self) -> AsyncGenerator[bytes, None]:
        limit_each_wait(self._response, self._request.timeout.read_idle)
        try:
            async with aclosing(self._decoded()) as pieces:
                async for piece in pieces:
                    yield piece
        except FAILURES as error:
            raise failure(error, self._request, self.status) from None
        finally:
            await self.close()

    async def _decoded(self) -> AsyncGenerator[bytes, None]:
        if self._response.is_stream_consumed:  # by a hook of your client
            yield self._response.content
            return
        decoder, stream = body_decoder(self.headers), aiter(cast("Any", self._response.stream))
        async with aclosing(stream):
            async for piece in stream:
                for data in filter(None, (piece,) if decoder is None else decoder.feed(piece)):
                    yield data
        if decoder is not None:
            decoder.finish()
        check_excess(self._response)


class _Chunks:
    """The chunks of a response; an asyncio task closes what is left of them, once they are dropped or the loop ends.

    httpx2 nests asynchronous generators. Closed by the garbage collector from another thread, or by the ending loop,
    all of them are closed at once and complain about each other on the error stream.
    """

    def __init__(self, pieces: AsyncGenerator[bytes, None], loop: Any) -> None:
        self._next = pieces.__anext__
        task = loop.create_task(_close_when_cancelled(pieces, loop))
        task._log_destroy_pending = False  # a loop may be closed without ending its tasks
        # It refers to the task, and the task to the generators.
        weakref.finalize(self, _cancel, task, loop).atexit = False

    def __aiter__(self) -> _Chunks:
        return self

    def __anext__(self) -> Any:
        return self._next()


async def _close_when_cancelled(pieces: AsyncGenerator[bytes, None], loop: Any) -> None:
    try:
        await loop.create_future()
    except sys.modules["asyncio"].CancelledError:
        with suppress(RuntimeError):  # another task that is cancelled too is reading it just now
            await pieces.aclose()
        raise


def _cancel(task: Any, loop: Any) -> None:
    with suppress(RuntimeError):  # the loop has ended, and its tasks with it
        loop.call_soon_threadsafe(task.cancel)
