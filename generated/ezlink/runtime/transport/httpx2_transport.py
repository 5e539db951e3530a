"""The transports over httpx2, sync and async (asyncio and trio), also for a client that you made yourself.

EZ...(transport=Httpx2Transport(client=httpx2.Client(mounts=..., event_hooks=...)))
"""

from __future__ import annotations

import os
import sys
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, suppress
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from threading import Lock
from time import monotonic
from typing import Any, TypeVar, cast

import anyio
import anyio.lowlevel
import anyio.to_thread
import httpx2

from ..http.url import split_origin
from . import httpx2_other_hosts as other_hosts
from .base import LINGER, LONGEST_IDLE, Request, Verify
from .body_decoder import DecodeError, WholeBody, body_decoder
from .connect_pacing import ConnectPacing
from .errors import TransportError, closed, not_connected, not_received, reason
from .httpx2_attempt import Attempt
from .httpx2_connection import Limit, check_excess, keep_watching, watch
from .proxy import NoProxy, missing_for_socks, tls_context
from .request_body import async_content, reraise_body_error, sync_content

# OSError: over asyncio the errors of TLS come through as they are.
_FAILURES = (httpx2.HTTPError, httpx2.StreamError, OSError, DecodeError)
# Raised before the request is written: no connection, or no place for one.
_UNSENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol)

C = TypeVar("C", httpx2.Client, httpx2.AsyncClient)

_MOST_OPENING = 32  # to open a connection takes httpx2 more than twice the time of aiohttp

# A wait that is cancelled ends at once, whatever the disk does.
_in_thread = partial(anyio.to_thread.run_sync, abandon_on_cancel=True)


def _settings(proxy: str | None, verify: Verify, max_connections: int | None) -> dict[str, Any]:
    return {
        "proxy": proxy,
        "verify": tls_context(verify) if isinstance(verify, str) else verify,
        "limits": httpx2.Limits(
            max_connections=max_connections, max_keepalive_connections=100, keepalive_expiry=LONGEST_IDLE
        ),
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
    }


def _make_client(kind: type[C], settings: dict[str, Any]) -> C:
    """Make a client of httpx2's, which reads the environment's proxies on creation, whatever the address."""
    try:
        client = kind(**settings)
    except (ImportError, ValueError, httpx2.InvalidURL) as error:
        # Without the cause: it may quote the password of a proxy.
        why = missing_for_socks(settings["proxy"]) if isinstance(error, ImportError) else error
        raise TransportError(f"no connection: the proxy cannot be used: {why}", kind="proxy", sent=False) from None
    if (direct := NoProxy.of_environment()) and settings["proxy"] is None:
        mounts: Any = vars(client)["_mounts"]
        vars(client)["_mounts"] = {direct: None, **mounts}
    return client


def _build(
    client: httpx2.Client | httpx2.AsyncClient | None, request: Request, content: Any, limit: Limit, trace: Any
) -> httpx2.Request:
    """Return a request as httpx2 takes it, with what a client adds to it."""
    connect, total, _ = request.timeout
    seconds = [given for given in (connect, total) if given is not None]
    waits = {"connect": min(seconds, default=None), "read": limit, "write": limit, "pool": total}
    extensions, headers = {"timeout": waits, "trace": trace}, request.all_headers()
    build: Any = httpx2.Request if client is None else client.build_request
    built: httpx2.Request = build(request.method, request.url, headers=headers, content=content, extensions=extensions)
    return built


def _limit_each_wait(response: httpx2.Response, seconds: float | None) -> None:
    # httpx2 looks the limit up again when it begins to read the body, and has no other way to give it one of its own.
    response.request.extensions["timeout"]["read"] = seconds


def _failure(
    error: BaseException, request: Request, status: int | None = None, limit: Limit | None = None
) -> TransportError:
    late = isinstance(error, (httpx2.TimeoutException, TimeoutError))
    if isinstance(error, httpx2.ProxyError):
        return TransportError(f"no connection through the proxy: {reason(error)}", kind="proxy", sent=False)
    if status is None and isinstance(error, _UNSENT):
        return not_connected(error, request.url, late=late, busy=isinstance(error, httpx2.PoolTimeout))
    if limit is not None and limit.begun and str(error).startswith("Server disconnected"):
        error = httpx2.RemoteProtocolError("it was closed in the middle of the headers")
    return not_received(error, status, late=late, reused=limit is not None and limit.kept and not limit.begun)


def _pairs(response: httpx2.Response) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]


def _whole_body(response: httpx2.Response, request: Request) -> WholeBody:
    headers = response.headers
    return WholeBody(request.max_bytes, None, None if "Content-Encoding" in headers else headers.get("Content-Length"))


def _loop() -> Any:
    token: Any = anyio.lowlevel.current_token()
    # anyio wraps its token anew each time; what is inside lives as long as the loop.
    return getattr(token, "native_token", token)


def _is_asyncio(loop: Any) -> bool:
    return "asyncio" in sys.modules and isinstance(loop, sys.modules["asyncio"].AbstractEventLoop)


class Httpx2Transport:
    """Sends over httpx2, with a client of its own or with `client`.

    Your own client stays yours: its proxies, hooks, cookies and pools count, and `close()` leaves it open. Time limits
    and redirects follow the call.
    """

    def __init__(
        self,
        *,
        proxy: str | None = None,
        verify: Verify = True,
        max_connections: int | None = None,
        client: httpx2.Client | None = None,
    ) -> None:
        self._settings = None if client is not None else _settings(proxy, verify, max_connections)
        self._client = client
        self._opening = Lock()
        self._process = os.getpid()
        self._closed = False
        self._public_only: bool | None = None  # None for requests to the API

    def send(self, request: Request) -> Httpx2Response:
        """Send once; see `Transport`."""
        if self._closed:
            raise closed()
        client = self._own()
        limit = Limit.of_call(request.timeout.total)  # from here on: the certificates are read once only
        content = sync_content(request, limit.until)
        try:
            if self._public_only is None:
                built = _build(client, request, content, limit, watch)
                response = client.send(built, stream=True, follow_redirects=False)
            else:
                built = _build(None, request, content, limit, watch)
                response = other_hosts.send(client, built, self._public_only)
        except _FAILURES as error:
            reraise_body_error(content)
            raise _failure(error, request, limit=limit) from None
        keep_watching(response)
        return Httpx2Response(response, request, self)

    def for_other_hosts(self, public_only: bool) -> Httpx2Transport:
        """Return a transport for files of hosts that a server named; see `Transport`.

        Nothing of your own client but its transports and proxies is used for them.
        """
        other = Httpx2Transport(client=self._client if self._settings is None else None)
        other._settings, other._public_only = self._settings, public_only
        return other

    def close(self) -> None:
        """Close the connections, unless the client is yours."""
        self._closed = True
        if self._client is not None and self._settings is not None:
            self._client.close()

    def _own(self) -> httpx2.Client:
        if self._process != os.getpid():
            # A forked child must not write to its parent's connections, nor wait for a lock that a thread there held.
            self._process, self._opening = os.getpid(), Lock()
            self._client = self._client if self._settings is None else None
        if self._client is None:
            with self._opening:
                if self._client is None and self._settings is not None:
                    self._client = _make_client(httpx2.Client, self._settings)
                    weakref.finalize(self, _close_client, self._client, os.getpid())
        assert self._client is not None
        return self._client


def _close_client(client: httpx2.Client, process: int) -> None:
    # A forked child must not wait for a lock that a thread in its parent held.
    if process == os.getpid():
        with suppress(*_FAILURES):
            client.close()


class Httpx2Response:
    """A response over httpx2; see `Response`."""

    def __init__(self, response: httpx2.Response, request: Request, transport: Httpx2Transport) -> None:
        self._transport = transport  # which closes its connections when it is dropped
        self.status = response.status_code
        self.headers = _pairs(response)
        self._response = response
        self._request = request
        if request.stream:
            # Not __del__: at the interpreter's end httpx2 needs what is gone by then, and Python 3.13 crashes over it.
            weakref.finalize(self, _close, response)

    def read(self) -> bytes:
        try:
            body = _whole_body(self._response, self._request)
            for piece in self._pieces():
                body.feed(piece)
            return body.finish()
        except DecodeError as error:
            raise _failure(error, self._request, self.status) from None
        finally:
            self.close()

    def chunks(self) -> Iterator[bytes]:
        _limit_each_wait(self._response, self._request.timeout.read_idle)
        return self._pieces()

    def finish(self) -> None:
        # There is no waiting for a moment only: httpx2 has taken its limit when the body began.
        self.close()

    def close(self) -> None:
        _close(self._response)

    def _pieces(self) -> Iterator[bytes]:
        stream: Any = self._response.stream
        decoder = body_decoder(self.headers)
        try:
            if self._response.is_stream_consumed:  # by a hook of your client
                yield self._response.content
                return
            for piece in stream:
                yield from filter(None, (piece,) if decoder is None else decoder.feed(piece))
            if decoder is not None:
                decoder.finish()
            check_excess(self._response)
        except _FAILURES as error:
            raise _failure(error, self._request, self.status) from None
        finally:
            self.close()


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
        self._settings = None if client is not None else _settings(proxy, verify, max_connections)
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
        try:
            if pacing.is_crowded:
                await pacing.take_turn()
            with anyio.fail_after(None if limit.until is None else limit.left()):
                if self._public_only is None:
                    built = _build(client, request, content, limit, attempt.trace)
                    response = await client.send(built, stream=True, follow_redirects=False)
                else:
                    built = _build(None, request, content, limit, attempt.trace)
                    response = await other_hosts.send_async(client, built, self._public_only)
        except _FAILURES as error:
            reraise_body_error(content)
            if isinstance(error, httpx2.ConnectTimeout):
                attempt.end(False)
            if isinstance(error, TimeoutError) and (why := attempt.why_not_connected(self._given is None)):
                raise not_connected(error, request.url, late=True, busy=why == "busy") from None
            raise _failure(error, request, limit=limit) from None
        finally:
            attempt.end()
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
            client = self._clients[loop] = _make_client(httpx2.AsyncClient, self._settings)
        return client


def _close(response: httpx2.Response) -> None:
    with suppress(*_FAILURES):
        response.close()


async def _aclose(response: httpx2.Response) -> None:
    # Shielded: a cancelled call has to close its connection too, and closing waits.
    with suppress(*_FAILURES), anyio.CancelScope(shield=True):
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
        self.headers = _pairs(response)
        self._response = response
        self._request = request
        self._until = until
        if request.stream:
            weakref.finalize(self, _close_dropped, response, _loop()).atexit = False

    async def read(self) -> bytes:
        left = None if self._until is None else max(0.0, self._until - monotonic())
        try:
            with anyio.fail_after(left):
                body = _whole_body(self._response, self._request)
                async with aclosing(self._decoded()) as pieces:
                    async for piece in pieces:
                        body.feed(piece)
                return body.finish()
        except _FAILURES as error:
            raise _failure(error, self._request, self.status) from None
        finally:
            await self.close()

    def chunks(self) -> AsyncIterator[bytes]:
        pieces = self._pieces()
        _close_with_loop(pieces)
        return pieces

    async def finish(self) -> None:
        # The limit of the wait belongs to httpx2's reading, which cannot be begun a second time.
        await self.close()

    async def close(self) -> None:
        await _aclose(self._response)

    async def _pieces(self) -> AsyncGenerator[bytes, None]:
        _limit_each_wait(self._response, self._request.timeout.read_idle)
        try:
            async with aclosing(self._decoded()) as pieces:
                async for piece in pieces:
                    yield piece
        except _FAILURES as error:
            raise _failure(error, self._request, self.status) from None
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


def _close_with_loop(pieces: AsyncGenerator[bytes, None]) -> None:
    """Have a generator that is still half read when its asyncio loop ends closed before the loop does it.

    The loop closes all generators at once, httpx2's nested ones too, which then complain about each other on the error
    stream. It cancels its tasks before that.
    """
    loop = _loop()
    if not _is_asyncio(loop):
        return
    watch = weakref.ref(pieces)

    async def wait() -> None:
        try:
            await loop.create_future()
        finally:
            if (left := watch()) is not None:
                with suppress(RuntimeError):  # another task that is cancelled too is reading it just now
                    await left.aclose()

    weakref.finalize(pieces, _cancel, loop.create_task(wait()), loop).atexit = False


def _cancel(task: Any, loop: Any) -> None:
    with suppress(RuntimeError):  # the loop has ended, and its tasks with it
        loop.call_soon_threadsafe(task.cancel)
