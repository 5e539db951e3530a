"""The sync transport over urllib3.

It uses urllib3's connections, not its pools: so a deadline holds over all reads of a call however slowly bytes drip in,
a failure before the request left is told from one behind it by where it happened, and a request costs less.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress
from http.client import HTTPException
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from urllib3.connection import ProxyConfig
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.util import parse_url

from .base import Request, TransportError, Verify, reason
from .proxy import Proxy, parse, proxy_for
from .request_body import outgoing, raise_own
from .urllib3_connection import Connection, SecureConnection
from .urllib3_response import FAILURES, Urllib3Response, failure

if TYPE_CHECKING:
    import ssl

_IDLE = 100  # connections kept for one origin


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
        self.idle: deque[Connection] = deque()
        self.closed = False

    @property
    def forwards(self) -> Proxy | None:
        """The proxy that is asked for whole URLs; for https it only opens a tunnel."""
        return None if self.secure else self.proxy

    def take(self) -> Connection | None:
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

    def give_back(self, connection: Connection) -> None:
        if len(self.idle) < _IDLE and not self.closed:
            self.idle.append(connection)
        else:
            connection.close()

    def connect(self, limit: float | None) -> Connection:
        connection = self._new(limit)
        try:
            connection.connect()
        except BaseException:
            connection.close()
            raise
        return connection

    def _new(self, limit: float | None) -> Connection:
        proxy = self.proxy
        options: dict[str, Any] = {"timeout": limit}
        host, port = (proxy.host, proxy.port) if proxy else (self.host, self.port)
        if proxy:
            options.update(proxy=parse_url(proxy.url), proxy_config=ProxyConfig(self.tls, False, None, None))
        if self.tls is None:
            return Connection(host, port, **options)
        # With a context that does not check names urllib3 would check them itself.
        named: Literal[False] | None = None if self.tls.check_hostname else False
        connection = SecureConnection(host, port, ssl_context=self.tls, assert_hostname=named, **options)
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
            parse(proxy)

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
        try:  # noqa: SIM105 - at the interpreter's end modules have lost their names, `suppress` too
            self.close()
        except Exception:
            pass

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


def _connect(origin: _Origin, connect: float | None, total: float | None) -> Connection:
    limit = min((seconds for seconds in (connect, total) if seconds is not None), default=None)
    try:
        return origin.connect(limit)
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        # Late, refused, no such name, a certificate that does not fit, a proxy that will not: nothing was written yet.
        # urllib3 counts every failure to connect as one to connect in time.
        if isinstance(error, (ConnectTimeoutError, TimeoutError)) and not isinstance(error, NewConnectionError):
            raise TransportError(f"no connection to {origin.base} in {limit} s", kind="timeout", sent=False) from error
        raise TransportError(f"no connection to {origin.base}: {reason(error)}", kind="connect", sent=False) from error


def _exchange(origin: _Origin, connection: Connection, request: Request, target: str) -> Urllib3Response:
    headers, content = dict(request.all_headers()), outgoing(request, connection.until)
    if (proxy := origin.forwards) is not None:
        target = origin.base + target
        if proxy.authorization:
            headers["Proxy-Authorization"] = proxy.authorization
    try:
        # A server may refuse a long body before it has read it all: then its answer is there to be read.
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.ask(request.method, target, headers, content)
        raise_own(content)
        connection.answer()
    except (HTTPError, *FAILURES) as error:
        raise_own(content)
        raise failure(error) from error
    return Urllib3Response(connection, request, origin.give_back)
