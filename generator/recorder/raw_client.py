"""One request over a socket of its own, and the response as received: order and case, framing, chunks, pace and end.

No HTTP client: each of them hides what a fixture has to keep, where one chunk ended and the next began above all.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

import h11

from ..cli_output.console import Failure
from ..mock_server.replay.fixtures import Chunk, Ended, Framing, Header, Request, Response

_CONNECT = 10.0
_LARGEST = 64 * 1024 * 1024
_LONGEST_HEAD = 1024 * 1024
_PIECE = 64 * 1024


class Service(NamedTuple):
    """The address of a service. `prefix` is the path before each target, without a slash at its end."""

    secure: bool
    host: str
    port: int
    prefix: str

    @property
    def authority(self) -> str:
        """Host and port, as the Host header says them."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == (443 if self.secure else 80) else f"{name}:{self.port}"

    @property
    def url(self) -> str:
        """The address, without a slash at its end."""
        return f"{'https' if self.secure else 'http'}://{self.authority}{self.prefix}"

    @property
    def local(self) -> bool:
        """True if it is on this machine."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


def parse_service(base_url: str) -> Service:
    """The service at a base URL. Failure when it is no URL; it is not repeated then, as it may hold a password."""
    try:
        url = urlsplit(base_url)
        host, port, prefix = url.hostname or "", url.port, url.path.rstrip("/")
        if url.scheme not in ("http", "https") or not host:
            raise ValueError("it has no scheme and host: http:// or https:// comes first")
        if url.username is not None or url.query or url.fragment:
            raise ValueError("it holds a user, a query or a fragment")
        if prefix.endswith("/v1"):
            raise ValueError("it ends in /v1, which the paths of the API begin with")
    except ValueError as error:
        hint = "write it like https://api.example.com, without /v1"
        raise Failure(f"the base URL cannot be used: {error}", hint, code=2) from None
    secure = url.scheme == "https"
    return Service(secure, host, port or (443 if secure else 80), prefix)


def send(service: Service, request: Request, *, read_timeout: float = 120.0) -> Response:
    """The response to one request. Failure when the service cannot be reached or does not speak HTTP.

    A response that ends badly is a response: `ended` says how. After `read_timeout` seconds without a byte it is
    `timeout`.
    """
    lines = [f"{request.method} {service.prefix}{request.target} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in request.headers]
    with _connect(service) as sock:
        sock.settimeout(read_timeout)
        reader = _ResponseReader(sock, request.method)
        with suppress(OSError):  # it may have responded, and left, without reading all
            sock.sendall("\r\n".join([*lines, "", ""]).encode("latin-1") + request.body)
        return reader.read()


def _connect(service: Service) -> socket.socket:
    hint = "is it running, and is the base URL right? (proxies are not used)"
    try:
        sock = socket.create_connection((service.host, service.port), timeout=_CONNECT)
    except OSError as error:
        raise Failure(f"{service.url} cannot be reached: {error.strerror or error}", hint) from None
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if not service.secure:
        return sock
    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=service.host)
    except OSError as error:  # ssl.SSLError is one
        sock.close()
        raise Failure(f"{service.url}: no TLS connection: {_tls(error)}", hint) from None


def _tls(error: OSError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, ssl.SSLError) and error.reason == "WRONG_VERSION_NUMBER":
        return "it does not speak TLS; is it http://?"
    return error.strerror or type(error).__name__


class _ResponseReader:
    """Reads one response with h11, which reports where chunks begin and end."""

    def __init__(self, sock: socket.socket, method: str) -> None:
        self._sock = sock
        self._started = time.monotonic()
        self._received = 0
        self._method = method
        self._framing: Framing = "none"
        self._ended: Ended = "complete"
        self._parser = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)
        # The request itself is written as recorded; the parser needs to know its method only.
        self._parser.send(h11.Request(method=method, target="/", headers=[("Host", "x")]))
        self._parser.send(h11.EndOfMessage())

    def read(self) -> Response:
        """The response, however it ends."""
        head = self._event()
        while isinstance(head, h11.InformationalResponse):
            head = self._event()
        if not isinstance(head, h11.Response):
            ended: Ended = "closed" if self._ended == "cut" and not self._received else self._ended
            return Response(0, "", (), (), "none", ended, head_ms=self._ms(), total_ms=self._ms())
        head_ms = self._ms()
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in head.headers.raw_items())
        self._framing = _framing(self._method, head.status_code, headers)
        chunks = tuple(self._chunks(head_ms))
        version, reason = f"HTTP/{head.http_version.decode()}", head.reason.decode("latin-1")
        return Response(
            head.status_code, reason, headers, chunks, self._framing, self._ended, version, head_ms, self._ms()
        )

    def _chunks(self, head_ms: int) -> Iterator[Chunk]:
        """The body as it was framed: by HTTP chunk, as a whole, or as it was received."""
        waiting = bytearray()
        while isinstance(event := self._event(), h11.Data):
            waiting += event.data
            if self._framing == "close" or event.chunk_end:
                yield Chunk(self._ms(), bytes(waiting))
                waiting.clear()
        if waiting:
            yield Chunk(head_ms if self._framing == "length" else self._ms(), bytes(waiting))

    def _event(self) -> object:
        """The next event; NEED_DATA when the connection ended before the response did."""
        while True:
            try:
                event = self._parser.next_event()
            except h11.RemoteProtocolError:
                raise Failure("the response is not HTTP", "pass the address of an API with --base-url") from None
            if event is not h11.NEED_DATA or not self._receive():
                return event

    def _receive(self) -> bool:
        """Wait for more; False when the connection ended before the response did."""
        try:
            data = self._sock.recv(_PIECE)
        except OSError as error:
            self._ended = "timeout" if isinstance(error, TimeoutError) else "reset"
            return False
        self._received += len(data)
        if self._received > _LARGEST:
            raise Failure(f"a response is larger than {_LARGEST >> 20} MiB", "leave its case out by --only")
        # The end of the connection ends a body that has no other end; for any other body it is premature.
        if not data and self._framing != "close":
            self._ended = "cut"
            return False
        self._parser.receive_data(data)
        return True

    def _ms(self) -> int:
        return int((time.monotonic() - self._started) * 1000)


def _framing(method: str, status: int, headers: Iterable[Header]) -> Framing:
    """The framing of the body, from the headers."""
    by_name = {name.lower(): value.lower() for name, value in headers}
    if method == "HEAD" or status in (204, 304):
        return "none"
    if by_name.get("transfer-encoding", "").endswith("chunked"):
        return "chunked"
    return "length" if "content-length" in by_name else "close"
