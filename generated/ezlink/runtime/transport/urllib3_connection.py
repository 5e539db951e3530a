"""urllib3's connections with what they lack: one deadline for a whole call, and strict reading of responses."""

from __future__ import annotations

import io
import socket
import ssl
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTPConnection as PlainConnection
from http.client import HTTPException, HTTPResponse
from time import monotonic
from typing import TYPE_CHECKING, Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from .base import LARGE
from .body_decoder import PIECE

if TYPE_CHECKING:
    from .connection_slots import Slot
    from .request_body import RequestBody

_UNREAD_LINES = ("MissingHeaderBodySeparatorDefect", "FirstHeaderLineIsContinuationDefect")


class DeadlineSocketReader(io.RawIOBase):
    """The incoming bytes of a connection, with a limit on the wait.

    `until` is the moment at which the call ends. Without it each wait may last `read_idle`: urllib3 and http.client
    know only limits of this kind, which a server that sends one byte a minute never meets.
    """

    def __init__(self, connection: socket.socket, until: float | None, ahead: bytes) -> None:
        self.socket = connection
        self.until = until
        self.begun = bool(ahead)
        self._ahead = ahead
        self.ended = False
        self.over = False  # nothing more is read: what is buffered came behind the end
        self._source = connection.makefile("rb", buffering=0)  # http.client may close the socket before its file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.over:
            return 0
        if self._ahead:
            count = min(len(buffer), len(self._ahead))
            buffer[:count], self._ahead = self._ahead[:count], self._ahead[count:]
            return count
        if self.until is not None:
            self.socket.settimeout(_time_left(self.until))
        count = self.socket.recv_into(buffer)
        if count:
            self.begun = True
        else:
            self.ended = True
        return count

    def limit_each_wait(self, read_idle: float | None) -> None:
        """From here on, limit each wait and not their sum."""
        self.until = None
        self.socket.settimeout(read_idle)

    # http.client asks a socket for a file; what it gets reads through this object.
    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self, 16_384)

    def close(self) -> None:
        if not self.closed:
            self._source.close()
        super().close()


class HttpResponse(HTTPResponse):
    """A response as http.client reads it, behind everything that only announces it."""

    reader: DeadlineSocketReader
    excess = False  # bytes came behind the end

    def _close_conn(self) -> None:
        self.reader.over = True
        if not self.fp.closed:
            self.excess = bool(self.fp.peek(1))
        above: Any = super()
        above._close_conn()

    def flush(self) -> None:
        # Nothing is written here. http.client would flush its file, which is closed already where both end with the
        # interpreter; from Python 3.13 on that is printed.
        pass

    def _read_status(self) -> tuple[int, int, str]:
        above: Any = super()
        version, status, reason = above._read_status()
        if 100 < status < 200 and status != HTTPStatus.SWITCHING_PROTOCOLS:
            # http.client reads on only behind 100, and takes early hints for the response: the real one would be left
            # in the connection, for the next call.
            status = HTTPStatus.CONTINUE
        return version, status, reason


class Connection(HTTPConnection):
    """urllib3's connection with one deadline over all that is sent and received, and one packet for a small request."""

    until: float | None = None
    public_only = False
    old_from: float
    slot: Slot | None = None  # while it is in use, where there is a limit
    kept_until: float = 0.0  # set when it is kept for another request
    response: HttpResponse | None = None
    _held: bytearray | None = None
    _ahead = b""  # the beginning of a response that came while the request was being sent

    def _new_conn(self) -> socket.socket:
        if not self.public_only:
            return super()._new_conn()
        from .public_hosts import resolve_public

        this: Any = self
        name = this._dns_host
        *others, last = resolve_public(name, self.port)
        try:
            for self._dns_host in others:
                with suppress(HTTPError):
                    return super()._new_conn()
            self._dns_host = last
            return super()._new_conn()
        finally:
            self._dns_host = name

    def send_request(
        self, method: str, target: str, headers: dict[str, str], content: bytes | RequestBody | None
    ) -> None:
        """Write a request. The connection must be open: only so is it known that what fails here may have left."""
        # urllib3 would send under the limit for connecting, which a long body over a slow line outlasts.
        self.timeout = self._left()
        self.response, self._ahead = None, b""
        self._held = bytearray()
        try:
            self.request(method, target, body=content, headers=headers, preload_content=False)
            self._flush(self._held)
        finally:
            self._held = None

    def send(self, data: Any) -> None:
        held = self._held
        if held is None:
            super().send(data)
        elif len(held) + len(data) < PIECE:
            # Head and body arrive here one after the other; in one packet they cost a system call and a wake-up less.
            held += data
        else:
            self._flush(held)
            self._write(data)

    def _flush(self, held: bytearray) -> None:
        if held:
            self._write(bytes(held))
            held.clear()

    def _write(self, data: bytes) -> None:
        if len(data) >= LARGE and type(self.sock) in (socket.socket, ssl.SSLSocket):
            from .early_refusal import refuses, send_unless_refused

            connection: Any = self.sock
            self._ahead = send_unless_refused(connection, data, self._left, self._ahead)
            if refuses(self._ahead):
                raise BrokenPipeError("refused before all was sent")
            return
        if self.until is not None:
            self.sock.settimeout(_time_left(self.until))
        super().send(data)

    def _left(self) -> float | None:
        return None if self.until is None else _time_left(self.until)

    def response_class(self, connection: socket.socket, method: str | None = None) -> HttpResponse:  # type: ignore[override]
        """Create the object into which http.client reads a response; on the class it is an attribute."""
        reader = DeadlineSocketReader(connection, self.until, self._ahead)
        self.response = response = HttpResponse(reader, method=method)  # type: ignore[arg-type]
        response.reader = reader
        return response

    @property
    def dropped(self) -> bool:
        """True of a connection that was kept, and that has failed before the first byte of the next response."""
        return self.kept_until > 0 and (self.response is None or not self.response.reader.begun)

    def read_head(self) -> HttpResponse:
        """Read the status and headers of the response. Raises HTTPException where they do not say where it ends."""
        # Past urllib3's own responses: what they add (reading ahead, retries, more encodings) is not wanted here, and
        # takes a fifth of the time of a call.
        PlainConnection.getresponse(self)
        response = self.response
        assert response is not None
        if (fault := _fault(response)) is not None:
            response.close()
            raise HTTPException(fault)
        if response.length == 0:  # a status that has no body, whatever the headers say
            response.chunked = False
        return response


class SecureConnection(Connection, HTTPSConnection):  # pyright: ignore[reportIncompatibleVariableOverride]
    """The same over TLS."""


def _time_left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError("the call's time is over")
    return left


def _fault(response: HttpResponse) -> str | None:
    """Return what is wrong with the head of a response, in words, or None. http.client guesses."""
    headers: Any = response.headers
    lengths = headers.get_all("Content-Length", ())
    if response.reader.ended:
        return "it was closed in the middle of the headers"
    if response.status < HTTPStatus.OK:
        return "the server changed to another protocol"
    # The lines behind such a one are not read as headers at all, and one of them may be the length.
    if any(type(defect).__name__ in _UNREAD_LINES for defect in headers.defects):
        return "a line among the headers is none"
    if response.chunked:
        return None
    if "Transfer-Encoding" in headers:
        return "its transfer encoding is unknown"
    if lengths and (
        len({each.strip() for each in lengths}) > 1 or response.length is None or not lengths[0].strip().isdecimal()
    ):
        return "its length is not a number"
    return None
