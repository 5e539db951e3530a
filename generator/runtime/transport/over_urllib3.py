"""The sync transport over urllib3.

It uses urllib3's connections, not its pools: so a deadline holds over all reads of a call however slowly bytes drip in,
a failure before the request left is told from one behind it by where it happened, and a request costs less.
"""

from __future__ import annotations

import io
import os
import socket
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from http.client import HTTPResponse as Message
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection, ProxyConfig
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, ReadTimeoutError
from urllib3.util import parse_url

from . import LINGER, Request, TransportError, Verify
from .dechunking import Dechunker
from .proxies import Proxy, proxy_for

if TYPE_CHECKING:
    import ssl

    from urllib3.response import BaseHTTPResponse

_IDLE = 100  # connections kept for one origin
_PIECE = 65_536


class _Wire(io.RawIOBase):
    """A connection's incoming bytes, with a limit on the wait.

    `until` is the moment at which the call ends. Without it each wait may last `silence`: urllib3 and http.client know
    only limits of this kind, which a server that sends one byte a minute never meets.
    """

    def __init__(self, connection: socket.socket, until: float | None) -> None:
        self.socket = connection
        self.until = until
        self.silence: float | None = None
        self.ended = False
        self._source = connection.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if self.until is not None:
            self.socket.settimeout(_left(self.until))
        count = self._source.readinto(buffer)
        self.ended = count == 0
        return count

    def wait_for_each(self, silence: float | None) -> None:
        """From here on, limit each wait and not their sum."""
        self.until = None
        self.socket.settimeout(silence)

    # http.client asks a socket for a file; what it gets reads through this object.
    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self, 16_384)

    def close(self) -> None:
        if not self.closed:
            self._source.close()
        super().close()


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError("the call's time is over")
    return left


class _Connection(HTTPConnection):
    """urllib3's connection with one deadline over all that is sent and received, and one packet for a small request."""

    until: float | None = None
    wire: _Wire
    message: Message
    _held: list[Any] | None = None

    def ask(self, request: Request, target: str, headers: dict[str, str]) -> None:
        """Write a request. The connection must be open: only so is it known that what fails here may have left."""
        # urllib3 would send under the limit for connecting, which a long body over a slow line outlasts.
        self.timeout = None if self.until is None else _left(self.until)
        self._held = []
        try:
            self.request(request.method, target, body=request.content, headers=headers, preload_content=False)
        finally:
            held, self._held = self._held, None
        small = len(held) > 1 and sum(map(len, held)) < _PIECE
        for data in [b"".join(held)] if small else held:
            super().send(data)

    def send(self, data: Any) -> None:
        # Head and body arrive here one after the other; in one packet they cost a system call and a wake-up less.
        if self._held is None:
            super().send(data)
        else:
            self._held.append(data)

    def response_class(self, connection: socket.socket, method: str | None = None) -> Message:  # type: ignore[override]
        """What http.client calls to read an answer; in the class it stands as an attribute."""
        self.wire = _Wire(connection, self.until)
        self.message = Message(self.wire, method=method)  # type: ignore[arg-type]
        return self.message


class _SecureConnection(_Connection, HTTPSConnection):  # pyright: ignore[reportIncompatibleVariableOverride]
    """The same over TLS."""


class _Origin:
    """A scheme, host and port: its idle connections, and how a new one is made."""

    def __init__(self, base: str, transport: Urllib3Transport) -> None:
        parts = urlsplit(base)
        self.base = base
        self.secure = parts.scheme == "https"
        self.host = parts.hostname or ""
        self.port = parts.port or (443 if self.secure else 80)
        self.proxy = proxy_for(parts.scheme, self.host, self.port, transport.proxy)
        self.tls = transport.tls if self.secure or (self.proxy and self.proxy.scheme == "https") else None
        self.idle: deque[_Connection] = deque()
        self.closed = False

    @property
    def forwards(self) -> Proxy | None:
        """The proxy that is asked for whole URLs; for https it only opens a tunnel."""
        return None if self.secure else self.proxy

    def take(self) -> _Connection | None:
        """An idle connection that the server has not closed, the one used last."""
        while self.idle:
            try:
                connection = self.idle.pop()
            except IndexError:  # another thread was faster
                return None
            if connection.is_connected:
                return connection
            connection.close()
        return None

    def give_back(self, connection: _Connection) -> None:
        if len(self.idle) < _IDLE and not self.closed:
            self.idle.append(connection)
        else:
            connection.close()

    def connect(self, limit: float | None) -> _Connection:
        connection = self._new(limit)
        try:
            connection.connect()
        except BaseException:
            connection.close()
            raise
        return connection

    def _new(self, limit: float | None) -> _Connection:
        proxy = self.proxy
        options: dict[str, Any] = {"timeout": limit}
        host, port = (proxy.host, proxy.port) if proxy else (self.host, self.port)
        if proxy:
            options.update(proxy=parse_url(proxy.url), proxy_config=ProxyConfig(self.tls, False, None, None))
        if self.tls is None:
            return _Connection(host, port, **options)
        # With a context that does not check names urllib3 would check them itself.
        named: Literal[False] | None = None if self.tls.check_hostname else False
        connection = _SecureConnection(host, port, ssl_context=self.tls, assert_hostname=named, **options)
        if proxy and self.secure:
            headers = {"Proxy-Authorization": proxy.authorization} if proxy.authorization else {}
            connection.set_tunnel(self.host, self.port, headers, scheme=proxy.scheme)
        return connection


class Urllib3Transport:
    """Sends over urllib3. Connections are kept for each origin, and belong to the process that opened them."""

    def __init__(self, *, proxy: str | None = None, verify: Verify = True) -> None:
        self.proxy = proxy
        self._verify = verify
        self._tls: ssl.SSLContext | None = None
        self._origins: dict[str, _Origin] = {}
        self._process = os.getpid()
        self._closed = False
        if proxy:
            proxy_for("http", "", 80, proxy)

    @property
    def tls(self) -> ssl.SSLContext:
        """The TLS context of all connections; made late, because reading the certificates takes a while."""
        if self._tls is None:
            from .tls import context

            self._tls = context(self._verify)
        return self._tls

    def send(self, request: Request) -> Urllib3Response:
        """Send once; see `Transport`."""
        if self._closed:
            raise TransportError("the client is closed", kind="closed", sent=False)
        limits = request.timeout
        until = None if limits.total is None else monotonic() + limits.total
        origin, target = self._route(request.url)
        connection = origin.take() or _connect(origin, limits.connect, limits.total)
        connection.until = until
        try:
            return _exchange(origin, connection, request, target)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close all idle connections; one that is in use is closed when its answer is."""
        self._closed = True
        for origin in self._origins.values():
            origin.closed = True
            while origin.idle:
                origin.idle.pop().close()

    def __del__(self) -> None:
        with suppress(Exception):
            self.close()

    def _route(self, url: str) -> tuple[_Origin, str]:
        if self._process != os.getpid():
            # A forked child holds the parent's sockets: what it wrote there, the parent's answers would be mixed with.
            self._process = os.getpid()
            self._origins = {}
        end = url.find("/", url.find("://") + 3)
        base, target = (url, "/") if end < 0 else (url[:end], url[end:])
        origin = self._origins.get(base)
        if origin is None:
            origin = self._origins.setdefault(base, _Origin(base, self))
        return origin, target


def _connect(origin: _Origin, connect: float | None, total: float | None) -> _Connection:
    limit = min((seconds for seconds in (connect, total) if seconds is not None), default=None)
    try:
        return origin.connect(limit)
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        # Late, refused, no such name, a certificate that does not fit, a proxy that will not: nothing was written yet.
        # urllib3 counts every failure to connect as one to connect in time.
        if isinstance(error, (ConnectTimeoutError, TimeoutError)) and not isinstance(error, NewConnectionError):
            raise TransportError(f"no connection to {origin.base} in {limit} s", kind="timeout", sent=False) from error
        raise TransportError(f"no connection to {origin.base}: {_reason(error)}", kind="connect", sent=False) from error


def _exchange(origin: _Origin, connection: _Connection, request: Request, target: str) -> Urllib3Response:
    headers = dict(request.headers)
    if "Accept-Encoding" not in headers:
        # An intermediary that compresses a stream holds it back until a block is full.
        headers["Accept-Encoding"] = "identity" if request.stream else "gzip"
    if (proxy := origin.forwards) is not None:
        target = origin.base + target
        if proxy.authorization:
            headers["Proxy-Authorization"] = proxy.authorization
    try:
        # A server may refuse a long body before it has read it all: then its answer is there to be read.
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.ask(request, target, headers)
        response = connection.getresponse()
    except (HTTPError, HTTPException, OSError) as error:
        raise _failure(error) from error
    if connection.wire.ended:
        # http.client takes the end of the connection for the end of the headers.
        response.close()
        raise TransportError("the connection was closed in the middle of the headers", kind="broken")
    return Urllib3Response(origin, connection, response, request)


def _failure(error: BaseException, status: int | None = None) -> TransportError:
    if isinstance(error, (ReadTimeoutError, TimeoutError)):
        where = "headers" if status is None else "rest of the body"
        return TransportError(f"the {where} did not come in time", kind="timeout", status=status)
    return TransportError(f"the connection broke: {_reason(error)}", kind="broken", status=status)


def _reason(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__


class Urllib3Response:
    """An answer over urllib3; see `Response`."""

    def __init__(self, origin: _Origin, connection: _Connection, response: BaseHTTPResponse, request: Request) -> None:
        self.status = response.status
        self.headers: list[tuple[str, str]] = list(response.headers.items())
        self._origin = origin
        self._connection = connection
        self._response = response
        self._wire = connection.wire
        self._message = connection.message
        self._silence = request.timeout.silence
        self._dechunker: Dechunker | None = None
        self._open = True

    def read(self) -> bytes:
        try:
            data = self._response.read()
        except (HTTPError, HTTPException, OSError) as error:
            self.close()
            raise _failure(error, self.status) from error
        except BaseException:
            self.close()
            raise
        self._release()
        return data

    def chunks(self) -> Iterator[bytes]:
        try:
            self._wire.wait_for_each(self._silence)
            yield from self._chunked() if self._message.chunked and not self._encoded() else self._plain()
        except (HTTPError, HTTPException, OSError) as error:
            raise _failure(error, self.status) from error
        except ValueError as error:
            raise TransportError(f"the body's chunks are broken: {error}", kind="broken", status=self.status) from error
        finally:
            self._release()

    def finish(self) -> None:
        # A socket that is closed by now fails too; either way there is nothing to keep.
        with suppress(HTTPError, HTTPException, OSError, ValueError):
            self._wire.wait_for_each(LINGER)
            self._drain()
        if self._ended():
            self._release()
        self.close()

    def close(self) -> None:
        if self._open:
            self._open = False
            # Closing alone would leave another thread waiting for bytes.
            with suppress(OSError):
                self._wire.socket.shutdown(socket.SHUT_RDWR)
            self._message.close()
            self._connection.close()

    def __del__(self) -> None:
        with suppress(Exception):
            self.close()

    def _chunked(self) -> Iterator[bytes]:
        dechunker = self._dechunker = Dechunker()
        # The file holds what came with the headers. Once that is taken it is empty, and the socket is read directly.
        data = self._message.fp.read1(_PIECE)
        receive = self._wire.socket.recv
        while data:
            if body := dechunker.feed(data):
                yield body
            if dechunker.done:
                return
            data = receive(_PIECE)
        if not dechunker.ended:
            raise TransportError("the body was cut", kind="broken", status=self.status)

    def _plain(self) -> Iterator[bytes]:
        while data := self._response.read1(_PIECE):
            yield data

    def _encoded(self) -> bool:
        return self._response.headers.get("Content-Encoding", "identity") != "identity"

    def _drain(self) -> None:
        dechunker = self._dechunker
        if dechunker is None:
            self._response.read1(1)
        while dechunker and not dechunker.done and (data := self._wire.socket.recv(_PIECE)):
            dechunker.feed(data)

    def _ended(self) -> bool:
        if self._dechunker is None:
            return self._message.isclosed()
        return self._dechunker.done and not self._dechunker.excess

    def _release(self) -> None:
        """Keep the connection for the next call if the body was read to its end, else close it."""
        if self._open and self._ended() and self._connection.sock is not None:
            self._open = False
            self._message.close()
            self._origin.give_back(self._connection)
        self.close()
