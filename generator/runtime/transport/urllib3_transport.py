"""The sync transport over urllib3.

It uses urllib3's connections, not its pools: so one deadline holds over all reads of a call however slowly bytes drip
in, failures before and after the request left are distinguished by where they happen, and a request costs less.
"""

from __future__ import annotations

import os
import weakref
from collections import deque
from contextlib import suppress
from http.client import HTTPException
from queue import Empty
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from urllib3.connection import ProxyConfig
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.util import parse_url

from ..http.url import PORTS, split_origin
from .base import LONGEST_AGE, LONGEST_IDLE, Request, Verify
from .connection_slots import ConnectionSlots, Slot
from .errors import closed, not_connected, not_received
from .proxy import parse_proxy, proxy_for, tls_context
from .request_body import reraise_body_error, sync_content
from .urllib3_connection import Connection, SecureConnection
from .urllib3_response import FAILURES, Urllib3Response

if TYPE_CHECKING:
    import ssl

_MOST_IDLE = 100  # connections kept for one host


class _HostPool:
    """A scheme, host and port: its idle connections, and how a new one is opened."""

    def __init__(self, origin: str, transport: Urllib3Transport) -> None:
        parts = urlsplit(origin)
        self.origin = origin
        self.secure = parts.scheme == "https"
        self.host = parts.hostname or ""
        self.port = parts.port or PORTS[parts.scheme]
        self.proxy = proxy_for(parts.scheme, self.host, self.port, transport.proxy)
        self.public_only = transport.public_only and self.proxy is None
        self.tls = transport.tls if self.secure or (self.proxy and self.proxy.scheme == "https") else None
        self.idle: deque[Connection] = deque()
        self.slots = transport.slots
        self.closed = False

    def take_slot(self, timeout: float | None) -> Slot | None:
        """Return a slot for a connection, None where there is no limit; raises TransportError if none is free."""
        slots = self.slots
        try:
            return None if slots is None else slots.take(timeout)
        except Empty as error:
            busy = slots is not None and slots.any_connected
            raise not_connected(error, self.origin, late=True, busy=busy) from None

    def take(self) -> Connection | None:
        """Take the idle connection that was used last, is not old, and that the server has not closed."""
        with suppress(IndexError):  # none is left: not to be asked before, since another thread may be faster
            while True:
                connection = self.idle.pop()
                if monotonic() < connection.kept_until and connection.is_connected:
                    return connection
                connection.close()
        return None

    def release(self, connection: Connection | None, reusable: bool = False) -> None:
        """End the use of a connection: keep it for the next call, or close it."""
        if connection is not None:
            connection.slot = None
            if reusable and len(self.idle) < _MOST_IDLE and not self.closed:
                connection.kept_until = min(monotonic() + LONGEST_IDLE, connection.old_from)
                self.idle.append(connection)
            else:
                connection.close()

    def connect(self, limit: float | None) -> Connection:
        """Open a connection. Raises TransportError with `sent=False`: nothing was written yet."""
        connection = self._new(limit)
        connection.public_only = self.public_only
        try:
            connection.connect()
        except BaseException as error:
            connection.close()
            if not isinstance(error, (HTTPError, HTTPException, OSError, ValueError)):
                raise
            # urllib3 counts every failure to connect as one to connect in time.
            late = isinstance(error, (ConnectTimeoutError, TimeoutError)) and not isinstance(error, NewConnectionError)
            raise not_connected(error, self.origin, late=late, proxy=self.proxy and self.proxy.url) from None
        connection.old_from = monotonic() + LONGEST_AGE
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

    def exchange(self, connection: Connection, request: Request, target: str) -> Urllib3Response:
        """Send a request over a connection and read the head of its response."""
        headers, content = dict(request.all_headers()), sync_content(request, connection.until)
        if self.proxy is not None and not self.secure:  # for https the proxy only opens a tunnel
            target = self.origin + target
            if self.proxy.authorization:
                headers["Proxy-Authorization"] = self.proxy.authorization
        try:
            # A server may refuse a long body before it has read it all: then its response is there to be read.
            with suppress(BrokenPipeError, ConnectionResetError):
                connection.send_request(request.method, target, headers, content)
            reraise_body_error(content)
            response = connection.read_head()
        except (HTTPError, *FAILURES) as error:
            reraise_body_error(content)
            raise not_received(error, reused=connection.dropped) from None
        return Urllib3Response(connection, response, request, self.release)


class Urllib3Transport:
    """Sends over urllib3. Connections are kept for each host, and belong to the process that opened them."""

    def __init__(
        self,
        *,
        proxy: str | None = None,
        verify: Verify = True,
        max_connections: int | None = None,
        public_only: bool = False,
    ) -> None:
        self.proxy = proxy
        self.public_only = public_only
        self._max_connections = max_connections
        self.slots = _slots(max_connections)
        """Those of the connections that may be in use; None without a limit."""
        self._verify = verify
        self._tls: ssl.SSLContext | None = None
        self._pools: dict[str, _HostPool] = {}
        self._process = os.getpid()
        self._closed = False
        # Not __del__: at the interpreter's end the sockets may be finalized first, and remark that nobody closed them.
        self._finalizer = weakref.finalize(self, _close_idle, self._pools)
        if proxy:
            parse_proxy(proxy)

    @property
    def tls(self) -> ssl.SSLContext:
        """The TLS context of all connections; made late, because reading the certificates takes a while."""
        if self._tls is None:
            self._tls = tls_context(self._verify)
        return self._tls

    def send(self, request: Request) -> Urllib3Response:
        """Send once; see `Transport`."""
        if self._closed:
            raise closed()
        connect, total, _ = request.timeout
        until = None if total is None else monotonic() + total
        origin, target = split_origin(request.url)
        pool = self._pool(origin)
        slot, connection = pool.take_slot(total), None
        try:
            connection = pool.take()
            if connection is None:
                connection = pool.connect(_least(connect, until))
            if slot is not None:
                slot.connected = True
            connection.slot = slot
            connection.until = until
            return pool.exchange(connection, request, target)
        except BaseException:
            slot = None  # the traceback keeps what this function refers to
            pool.release(connection)
            raise

    def for_other_hosts(self, public_only: bool) -> Urllib3Transport:
        """Return a transport for files of hosts that a server named; see `Transport`."""
        return Urllib3Transport(
            proxy=self.proxy, verify=self._verify, max_connections=self._max_connections, public_only=public_only
        )

    def close(self) -> None:
        """Close all idle connections; one that is in use is closed when its response is."""
        self._closed = True
        self._finalizer()

    def _pool(self, origin: str) -> _HostPool:
        if self._process != os.getpid():
            # A forked child holds the parent's sockets: what it wrote there would mix with the parent's responses.
            self._process = os.getpid()
            self._pools.clear()
            self.slots = _slots(self._max_connections)
        pool = self._pools.get(origin)
        return self._pools.setdefault(origin, _HostPool(origin, self)) if pool is None else pool


def _slots(number: int | None) -> ConnectionSlots | None:
    return None if number is None else ConnectionSlots(number)


def _least(limit: float | None, until: float | None) -> float | None:
    """Return the time limit for connecting, within that of the call."""
    left = None if until is None else max(0.001, until - monotonic())
    return left if limit is None else limit if left is None else min(limit, left)


def _close_idle(pools: dict[str, _HostPool]) -> None:
    # A forked child closes its copies of its parent's sockets by this, which leaves those of the parent open.
    for pool in pools.values():
        pool.closed = True
        while pool.idle:
            pool.idle.pop().close()
