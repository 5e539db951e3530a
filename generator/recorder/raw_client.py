"""One request over a socket of its own, and the answer as it came: order and case, framing, pieces, pace and end.

No HTTP library: each of them hides what a fixture has to keep, where one chunk ended and the next began above all.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from ..cli_output.console import Failure
from ..mock_server.replay.fixtures import Chunk, Ended, Framing, Header, Response

_CONNECT = 10.0
_LARGEST = 64 * 1024 * 1024
_LONGEST_HEAD = 1024 * 1024
_PIECE = 64 * 1024


class Service(NamedTuple):
    """Where to ask. `prefix` is the path before each target, without a slash at its end."""

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
        """Whether it is on this machine."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


class Question(NamedTuple):
    """A request as it goes out."""

    method: str
    target: str
    headers: tuple[Header, ...]
    body: bytes


def service(base_url: str) -> Service:
    """The service at a base URL. Failure when it is none; what it says is not repeated, it may hold a password."""
    cure = "say it like https://api.example.com, without /v1"
    try:
        url = urlsplit(base_url)
        host, port = url.hostname, url.port
    except ValueError as error:
        raise Failure(f"the base URL cannot be read: {error}", cure, code=2) from None
    if url.scheme not in ("http", "https") or not host:
        raise Failure("the base URL has no scheme and host: http:// or https:// comes first", cure, code=2)
    if url.username is not None or url.query or url.fragment:
        raise Failure("the base URL holds a user, a query or a fragment", cure, code=2)
    prefix = url.path.rstrip("/")
    if prefix.endswith("/v1"):
        raise Failure("the base URL ends in /v1, which the paths of the API begin with", cure, code=2)
    secure = url.scheme == "https"
    return Service(secure, host, port or (443 if secure else 80), prefix)


def ask(at: Service, question: Question, *, silence: float = 120.0) -> Response:
    """The answer to one request. Failure when the service cannot be reached or does not speak HTTP.

    An answer that ends badly is an answer: `ended` says how. After `silence` seconds without a byte it is `timeout`.
    """
    with _connected(at) as sock:
        sock.settimeout(silence)
        ears = _Ears(sock)
        with suppress(OSError):  # it may have answered, and left, without reading all
            sock.sendall(_written(at, question))
        return _heard(ears, question.method)


def _connected(at: Service) -> socket.socket:
    cure = "is it running, and is the base URL right? (proxies are not used)"
    try:
        sock = socket.create_connection((at.host, at.port), timeout=_CONNECT)
    except OSError as error:
        raise Failure(f"{at.url} cannot be reached: {error.strerror or error}", cure) from None
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if not at.secure:
        return sock
    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=at.host)
    except OSError as error:  # ssl.SSLError is one
        sock.close()
        raise Failure(f"{at.url}: no TLS connection: {_tls(error)}", cure) from None


def _tls(error: OSError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, ssl.SSLError) and error.reason == "WRONG_VERSION_NUMBER":
        return "it does not speak TLS; is it http://?"
    return error.strerror or type(error).__name__


def _written(at: Service, question: Question) -> bytes:
    lines = [f"{question.method} {at.prefix}{question.target} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in question.headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + question.body


class _Ears:
    """What a connection has said and nobody has taken yet; `end` says how it ended, once it has."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._started = time.monotonic()
        self._taken = 0
        self.rest = b""
        self.end: Ended | None = None

    @property
    def ms(self) -> int:
        """How long ago the request was sent."""
        return int((time.monotonic() - self._started) * 1000)

    def more(self) -> bool:
        """Wait for more; False at the end."""
        try:
            data = self._sock.recv(_PIECE)
        except TimeoutError:
            self.end = "timeout"
        except OSError:
            self.end = "reset"
        else:
            self.rest += data
            self._taken += len(data)
            self.end = None if data else "cut"
        if self._taken > _LARGEST:
            raise Failure(f"an answer is larger than {_LARGEST >> 20} MiB", "take its case out by --only")
        return self.end is None

    def until(self, mark: bytes) -> bytes | None:
        """All before the mark, which is taken too; None when the connection ends first."""
        while mark not in self.rest:
            if len(self.rest) > _LONGEST_HEAD:
                raise _not_http()
            if not self.more():
                return None
        found, _, self.rest = self.rest.partition(mark)
        return found

    def take(self, size: int) -> bytes:
        """So many bytes; fewer when the connection ends first."""
        waiting = [self.rest]
        left = size - len(self.rest)
        self.rest = b""
        while left > 0 and self.more():
            waiting.append(self.rest)
            left -= len(self.rest)
            self.rest = b""
        found = b"".join(waiting)
        self.rest = found[size:]
        return found[:size]


def _heard(ears: _Ears, method: str) -> Response:
    while True:
        head = ears.until(b"\r\n\r\n")
        if head is None:
            ended: Ended = "closed" if ears.end == "cut" and not ears.rest else ears.end or "cut"
            return Response(0, "", (), (), "none", ended, head_ms=ears.ms, total_ms=ears.ms)
        version, status, reason, headers = _parsed(head)
        if not 100 <= status < 200:
            break
    head_ms = ears.ms
    framing, length = _framing(method, status, headers)
    pieces = tuple(_body(ears, framing, length, head_ms))
    ended = _ended(ears, framing)
    return Response(status, reason, headers, pieces, framing, ended, version, head_ms, ears.ms)


def _parsed(head: bytes) -> tuple[str, int, str, tuple[Header, ...]]:
    line, *fields = head.decode("latin-1").split("\r\n")
    version, _, rest = line.partition(" ")
    status, _, reason = rest.partition(" ")
    if not version.startswith("HTTP/1.") or not (status.isascii() and status.isdigit()):
        raise _not_http()
    pairs = (field.partition(":") for field in fields)
    return version, int(status), reason, tuple((name, value.strip(" \t")) for name, _, value in pairs)


def _framing(method: str, status: int, headers: Iterable[Header]) -> tuple[Framing, int]:
    said = {name.lower(): value.strip().lower() for name, value in headers}
    if method == "HEAD" or status in (204, 304):
        return "none", 0
    if said.get("transfer-encoding", "").endswith("chunked"):
        return "chunked", 0
    if "content-length" not in said:
        return "close", 0
    if not (said["content-length"].isascii() and said["content-length"].isdigit()):
        raise _not_http()
    return "length", int(said["content-length"])


def _body(ears: _Ears, framing: Framing, length: int, head_ms: int) -> Iterable[Chunk]:
    if framing == "chunked":
        yield from _chunks(ears)
    elif framing == "length" and length:
        data = ears.take(length)
        yield from [Chunk(head_ms, data)] if data else []
    elif framing == "close":
        while ears.rest or ears.more():
            if ears.rest:
                yield Chunk(ears.ms, ears.rest)
            ears.rest = b""


def _chunks(ears: _Ears) -> Iterable[Chunk]:
    while (line := ears.until(b"\r\n")) is not None:
        size = _size(line)
        if not size:
            while ears.until(b"\r\n"):  # trailers
                pass
            return
        data = ears.take(size)
        if data:
            yield Chunk(ears.ms, data)
        if len(data) < size or ears.until(b"\r\n") is None:
            return


def _size(line: bytes) -> int:
    digits = line.partition(b";")[0].strip()
    if not digits or digits.strip(b"0123456789abcdefABCDEF"):
        raise _not_http()
    return int(digits, 16)


def _ended(ears: _Ears, framing: Framing) -> Ended:
    # The end of the connection is the end of the body where nothing else is; anywhere else it came too early.
    if ears.end is None or (framing == "close" and ears.end == "cut"):
        return "complete"
    return ears.end


def _not_http() -> Failure:
    return Failure("what it answers is not HTTP", "name the address of a gateway by --base-url")
