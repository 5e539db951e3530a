"""The async transport over aiohttp: one session for each event loop."""

from __future__ import annotations

import asyncio
import io
import os
import weakref
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

import aiohttp
from yarl import URL

from .aiohttp_connector import why_not_connected
from .aiohttp_session import Session
from .base import LINGER, Request, Verify
from .body_decoder import BodyDecoder, DecodeError, WholeBody, body_decoder
from .errors import TransportError, closed, not_connected, not_received
from .proxy import Proxy, parse_proxy
from .request_body import async_content, reraise_body_error

if TYPE_CHECKING:
    from ..http.timeout import Timeout

_TRANSFER_ENCODING = aiohttp.hdrs.TRANSFER_ENCODING
_LARGE = 500_000  # bytes; aiohttp warns of larger ones that come as bytes, and not of a file of them

# Errors that prove that the request was not sent: no connection, or none through the proxy.
_UNSENT = (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError, aiohttp.InvalidURL)
_FAILURES = (aiohttp.ClientError, OSError, DecodeError)


@lru_cache(maxsize=256)
def _client_timeout(timeout: Timeout, stream: bool) -> aiohttp.ClientTimeout:
    # The limit of a stream ends with its headers, aiohttp's only with the body.
    return aiohttp.ClientTimeout(total=None if stream else timeout.total, sock_connect=timeout.connect)


def _close_now(sessions: dict[asyncio.AbstractEventLoop, Session], process: int) -> None:
    while sessions:
        session = sessions.popitem()[1]
        with suppress(Exception):
            # A forked child shares the selector with its parent: to close there is to close here too.
            if process == os.getpid():
                session.close_now()
            else:
                session.client.detach()


class AiohttpTransport:
    """Sends over aiohttp. Connections belong to the event loop, and the process, that opened them."""

    def __init__(
        self,
        *,
        proxy: str | None = None,
        verify: Verify = True,
        max_connections: int | None = None,
        public_only: bool = False,
    ) -> None:
        self._proxy = proxy
        self._public_only = public_only
        self._verify = verify
        self._max_connections = max_connections
        self._sessions: dict[asyncio.AbstractEventLoop, Session] = {}
        self._closed = False
        # Not __del__: in a cycle of garbage the session may be finalized first, and it complains loudly.
        self._finalizer = weakref.finalize(self, _close_now, self._sessions, os.getpid())
        if proxy:
            parse_proxy(proxy)

    async def send(self, request: Request) -> AiohttpResponse:
        """Send once; see `Transport`."""
        if self._closed:
            raise closed()
        loop = asyncio.get_running_loop()
        session = self._sessions.get(loop) or self._open()
        total = request.timeout.total
        until = None if total is None else loop.time() + total
        # First of all: a thousand calls that begin together would otherwise prepare all that follows in one step.
        if session.connector.pacing.is_crowded:
            await session.connector.pacing.take_turn()
            if until is not None:
                request = _limited(request, until - loop.time())
        if not request.stream:
            until = None  # aiohttp's own limit is that of a whole call
        url, proxy = session.route(request.url)
        if session.resolver is not None:
            session.resolver.check(url.host or "", proxy)
        content = _content(request)
        try:
            if until is not None:
                async with asyncio.timeout_at(until):
                    response = await _exchange(session, request, content, url, proxy)
            else:
                response = await _exchange(session, request, content, url, proxy)
        except _FAILURES as error:
            reraise_body_error(content)
            raise _failure(error, request, proxy) from None
        if response.status < 200:  # behind those that only announce one
            response.close()
            raise TransportError("the connection broke: the server changed to another protocol", kind="broken")
        coding = response.headers.get(_TRANSFER_ENCODING)
        if coding is not None and coding.lower() != "chunked":  # aiohttp would take the frames for the body
            response.close()
            raise TransportError("the connection broke: its transfer encoding is unknown", kind="broken")
        return AiohttpResponse(response, request, until, self)

    def for_other_hosts(self, public_only: bool) -> AiohttpTransport:
        """Return a transport for files of hosts that a server named; see `Transport`."""
        return AiohttpTransport(
            proxy=self._proxy,
            verify=self._verify,
            max_connections=self._max_connections,
            public_only=public_only,
        )

    async def close(self) -> None:
        """Close the connections of this loop in order, and drop those of others."""
        self._closed = True
        session = self._sessions.pop(asyncio.get_running_loop(), None)
        if session is not None:
            await session.client.close()
        self._finalizer()

    def _open(self) -> Session:
        for loop, session in list(self._sessions.items()):
            if loop.is_closed():
                del self._sessions[loop]
                session.close_now()
        session = Session(self._proxy, self._verify, self._max_connections, self._public_only)
        self._sessions[asyncio.get_running_loop()] = session
        return session


def _limited(request: Request, left: float) -> Request:
    if left <= 0:
        raise not_connected(TimeoutError(), request.url, late=True)
    return request._replace(timeout=request.timeout._replace(total=left))


def _content(request: Request) -> Any:
    content = request.content
    if isinstance(content, bytes) and len(content) > _LARGE:
        return io.BytesIO(content)
    return async_content(request, partial(asyncio.get_running_loop().run_in_executor, None))


async def _exchange(
    session: Session, request: Request, content: Any, url: URL, proxy: Proxy | None
) -> aiohttp.ClientResponse:
    headers = request.all_headers()
    options: dict[str, Any] = {}
    if proxy is not None:
        options["proxy"] = proxy.url
        if proxy.authorization:
            permit = {"Proxy-Authorization": proxy.authorization}
            if url.scheme == "https":
                options["proxy_headers"] = permit
            else:
                headers = [*headers, *permit.items()]
    return await session.client.request(
        request.method,
        url,
        data=content,
        headers=headers,
        allow_redirects=False,
        timeout=_client_timeout(request.timeout, request.stream),
        **options,
    )


def _failure(error: BaseException, request: Request, proxy: Proxy | None) -> TransportError:
    why = why_not_connected(error)
    late = why is not None or isinstance(error, aiohttp.ConnectionTimeoutError)
    if late or isinstance(error, _UNSENT):
        return not_connected(error, request.url, late=late, busy=why == "busy", proxy=proxy and proxy.url)
    return not_received(error, reused=getattr(error, "reused", False))


class AiohttpResponse:
    """A response over aiohttp; see `AsyncResponse`."""

    def __init__(
        self, response: aiohttp.ClientResponse, request: Request, until: float | None, transport: AiohttpTransport
    ) -> None:
        self._transport = transport  # which closes its connections when it is dropped
        self.status = response.status
        # aiohttp's own reading of a header that is not UTF-8 holds lone surrogates, which nothing can print.
        self.headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.raw_headers]
        self._response = response
        self._limit = request.max_bytes
        self._read_idle = request.timeout.read_idle
        self._chunks: weakref.ref[_Chunks] | None = None
        self._until = until  # where aiohttp was given no limit for the body, because it may be a stream
        if request.stream:
            weakref.finalize(self, _close_dropped, response, asyncio.get_running_loop(), os.getpid())

    async def read(self) -> bytes:
        _watch_end(self._response)
        try:
            if self._until is None:
                return await self._read_all()
            async with asyncio.timeout_at(self._until):
                return await self._read_all()
        except BaseException as error:
            self._response.close()
            if isinstance(error, _FAILURES):
                raise not_received(error, self.status) from None
            raise

    def chunks(self) -> AsyncIterator[bytes]:
        _watch_end(self._response)
        chunks, decoder = _Chunks(self, self._response, self._read_idle), body_decoder(self.headers)
        self._chunks = weakref.ref(chunks)  # which refer to this
        return chunks if decoder is None else _DecodedChunks(chunks, decoder, self)

    async def finish(self) -> None:
        content = self._response.content
        with suppress(*_FAILURES):
            if not content.is_eof():
                async with asyncio.timeout(LINGER):
                    while await content.readany():
                        pass
        await self.close()

    async def _read_all(self) -> bytes:
        # Not by aiohttp's own method, which takes all that comes.
        content, decoder, limit = self._response.content, body_decoder(self.headers), self._limit
        # Before the wait: one that is announced to be too large is not waited for.
        body = None if content.is_eof() else self._whole_body(decoder)
        data = await content.readany()
        if decoder is None and content.at_eof() and (limit is None or len(data) <= limit):
            return data  # in one piece, as most come
        body = body or self._whole_body(decoder)
        while data:
            body.feed(data)
            data = await content.readany()
        return body.finish()

    def _whole_body(self, decoder: BodyDecoder | None) -> WholeBody:
        return WholeBody(self._limit, decoder, self._response.headers.get("Content-Length"))

    async def close(self) -> None:
        if self._chunks is not None and (chunks := self._chunks()) is not None:
            chunks.stop()  # else its timer outlives it
        # At the body's end aiohttp has given the connection back already.
        self._response.close()


def _close_dropped(response: aiohttp.ClientResponse, loop: asyncio.AbstractEventLoop, process: int) -> None:
    """Close a response that nobody refers to any more, from whatever thread found that out."""
    if process != os.getpid():
        return  # a forked child shares the selector with its parent: to close there is to close here too
    if loop.is_running() and asyncio._get_running_loop() is not loop:  # pyright: ignore[reportPrivateUsage]
        with suppress(RuntimeError):  # it was closed just now, and its connections with it
            loop.call_soon_threadsafe(response.close)
    else:
        response.close()


def _watch_end(response: aiohttp.ClientResponse) -> None:
    """Have a body that is not whole when its connection goes fail. aiohttp forgets it where a chunk's length is broken,
    and the reader would wait until its time is over.
    """
    content, connection = response.content, response.connection
    if content.is_eof() or connection is None or connection.protocol is None:
        return
    ended = connection.protocol.closed
    if ended is not None:
        ended.add_done_callback(partial(_fail, content))


def _fail(content: aiohttp.StreamReader, done: asyncio.Future[None]) -> None:
    if not done.cancelled():
        done.exception()  # else asyncio remarks that nobody asked for it
    if not content.is_eof() and content.exception() is None:
        content.set_exception(aiohttp.ClientPayloadError("the body is not whole"))


class _Chunks:
    """The body as it arrives. A watch looks at how long a wait has lasted: aiohttp's own limit on silence sets a new
    timer for each packet, which costs as much as reading an event.
    """

    def __init__(self, owner: AiohttpResponse, response: aiohttp.ClientResponse, read_idle: float | None) -> None:
        self._owner = owner  # which closes its connection when it is dropped
        self._response = response
        self._content = response.content
        self._read_idle = read_idle
        self._loop = asyncio.get_running_loop()
        self._now = self._loop.time
        self._since: float | None = None
        self._watch: asyncio.TimerHandle | None = None

    def __aiter__(self) -> _Chunks:
        return self

    async def __anext__(self) -> bytes:
        if self._watch is None and self._read_idle is not None:
            self._watch_for(self._read_idle)
        self._since = self._now()
        try:
            data = await self._content.readany()
        except BaseException as error:
            self.stop()
            self._response.close()
            if isinstance(error, _FAILURES):
                raise not_received(error, self._response.status) from None
            raise
        self._since = None
        if not data:
            self.stop()
            raise StopAsyncIteration
        return data

    def _watch_for(self, seconds: float) -> None:
        # Weakly: the loop must not keep a stream that its user has dropped, and with it the connection.
        self._watch = self._loop.call_later(seconds, _look, weakref.ref(self))

    def look(self) -> None:
        assert self._read_idle is not None
        waited = 0.0 if self._since is None else self._now() - self._since
        if waited < self._read_idle:
            self._watch_for(self._read_idle - waited)
        else:
            self._content.set_exception(TimeoutError())

    def stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None


class _DecodedChunks:
    """The body as it arrives, decoded."""

    def __init__(self, chunks: _Chunks, decoder: BodyDecoder, owner: AiohttpResponse) -> None:
        self._chunks = chunks
        self._decoder = decoder
        self._owner = owner
        self._ready: Iterator[bytes] = iter(())

    def __aiter__(self) -> _DecodedChunks:
        return self

    async def __anext__(self) -> bytes:
        try:
            while True:
                for piece in self._ready:
                    return piece
                data = await anext(self._chunks, b"")
                if not data:
                    self._decoder.finish()
                    raise StopAsyncIteration
                self._ready = self._decoder.feed(data)
        except DecodeError as error:
            await self._owner.close()
            raise not_received(error, self._owner.status) from None


def _look(chunks: weakref.ref[Any]) -> None:
    if (alive := chunks()) is not None:
        alive.look()
