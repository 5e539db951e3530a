"""httpx2's connections with what they lack: the deadline of a call, an age, and a look at what was left behind."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib import import_module
from time import monotonic
from typing import Any

from .base import LARGE, LONGEST_AGE
from .body_decoder import PIECE
from .early_refusal import left_in, refuses, same_socket, send_unless_refused, write_unless_refused

_NEVER = 2_000_000.0  # seconds
_OPENED = ("connect_tcp.complete", "connect_unix_socket.complete", "start_tls.complete")


class Limit(float):
    """The limit on each wait of a call, as httpx2 passes it to its connection, and what the connection tells of it."""

    until: float | None = None
    """The moment at which the call ends."""
    kept = False
    """True where the request went over a connection that has brought a response before."""
    has_body = False
    """True where a body is sent that may be refused before it is whole."""
    begun = False
    """True as soon as a byte of the response has come."""

    @classmethod
    def of_call(cls, total: float | None) -> Limit:
        limit = cls(_NEVER if total is None else total)
        limit.until = None if total is None else monotonic() + total
        return limit

    def left(self) -> float:
        """Return what is left of the call. Raises TimeoutError when it is over."""
        if self.until is None:
            return self
        left = self.until - monotonic()
        if left <= 0:
            raise TimeoutError("the call's time is over")
        return left


class _Watched:
    """A connection that counts as closed when it is old."""

    old_from: float
    kept = False  # it has brought a response
    ahead = b""  # the beginning of a response that came while the request was being sent

    def get_extra_info(self, info: str) -> Any:
        """httpx2 drops an idle connection that is readable."""
        if info == "is_readable" and monotonic() > self.old_from:
            return True
        above: Any = super()
        return above.get_extra_info(info)


@lru_cache
def _watched_sync(kind: type) -> Any:
    above: Any = kind

    class Watched(_Watched, above):  # type: ignore[misc]
        def read(self, max_bytes: int, timeout: float | None = None) -> Any:
            data, self.ahead = self.ahead, b""
            if not isinstance(timeout, Limit):
                return data or above.read(self, max_bytes, timeout)
            data = data or above.read(self, max_bytes, timeout.left())
            timeout.begun = timeout.begun or bool(data)
            return data

        def write(self, buffer: bytes, timeout: float | None = None) -> None:
            if not isinstance(timeout, Limit):
                above.write(self, buffer, timeout)
                return
            timeout.kept = self.kept
            if len(buffer) >= LARGE and (connection := _own_socket(self)) is not None:
                with _as_write_error():
                    self.ahead = send_unless_refused(connection, buffer, timeout.left, self.ahead)
                    _raise_if_refused(self.ahead)
                return
            for at in range(0, len(buffer), PIECE):
                above.write(self, buffer[at : at + PIECE], timeout.left())

    return Watched


@lru_cache
def _watched_async(kind: type) -> Any:
    above: Any = kind

    class Watched(_Watched, above):  # type: ignore[misc]
        spare: socket.socket | None = None  # the same connection, while a body is being sent

        async def read(self, max_bytes: int, timeout: float | None = None) -> Any:
            data, self.ahead = self.ahead, b""
            data = data or await self._read(max_bytes, timeout)
            if isinstance(timeout, Limit):
                timeout.begun = timeout.begun or bool(data)
            return data

        async def write(self, buffer: bytes, timeout: float | None = None) -> None:
            if isinstance(timeout, Limit):
                timeout.kept = self.kept
                if timeout.has_body and self.spare is None and above.get_extra_info(self, "ssl_object") is None:
                    with suppress(OSError):
                        self.spare = same_socket(above.get_extra_info(self, "socket"))
            if len(buffer) < LARGE or refuses(self.ahead) is not None:
                await above.write(self, buffer, timeout)
                return
            ahead, self.ahead = self.ahead, b""
            self.ahead = await write_unless_refused(
                lambda: above.write(self, buffer, timeout), lambda: above.read(self, PIECE, None), ahead
            )
            with _as_write_error():
                _raise_if_refused(self.ahead)

        async def _read(self, max_bytes: int, timeout: float | None) -> Any:
            spare, self.spare = self.spare, None
            if spare is None:
                return await above.read(self, max_bytes, timeout)
            with spare:
                try:
                    data = await above.read(self, max_bytes, timeout)
                except Exception:
                    if not (data := left_in(spare)):
                        raise
                return data or left_in(spare)

        async def aclose(self) -> None:
            if self.spare is not None:
                self.spare.close()
            await above.aclose(self)

    return Watched


def _own_socket(stream: Any) -> Any:
    """Return the socket of a stream that writes to it, and not through TLS of another connection, as to a proxy."""
    found, tls = stream.get_extra_info("socket"), stream.get_extra_info("ssl_object")
    known = type(found) in (socket.socket, ssl.SSLSocket)
    return found if known and getattr(found, "_sslobj", None) is tls else None


def _raise_if_refused(ahead: bytes) -> None:
    if refuses(ahead):
        raise BrokenPipeError("refused before all was sent")


@contextmanager
def _as_write_error() -> Generator[None, None, None]:
    """Raise the errors of a socket as httpx2's own; behind a failed write it reads what the server has to say."""
    httpcore2 = import_module("httpcore2")  # type checkers of programs without it do not find it

    try:
        yield
    except TimeoutError as error:
        raise httpcore2.WriteTimeout(str(error)) from error
    except OSError as error:
        raise httpcore2.WriteError(str(error)) from error


def _watch(stream: Any) -> None:
    if not isinstance(stream, _Watched) and hasattr(stream, "get_extra_info"):
        watched = _watched_async if hasattr(stream, "aclose") else _watched_sync
        stream.__class__ = watched(stream.__class__)
        stream.old_from = monotonic() + LONGEST_AGE


def watch(event: str, info: dict[str, Any]) -> None:
    """Watch each connection that is opened, as httpx2's `trace`: so those of a client that you brought are too."""
    if event.endswith(_OPENED):
        _watch(info["return_value"])


def keep_watching(response: Any) -> None:
    """Note that a connection has brought a response. It may have been opened by a request of the client's owner."""
    stream = response.extensions.get("network_stream")
    if stream is not None:
        _watch(stream)
        stream.kept = True


def check_excess(response: Any) -> None:
    """Use no connection again on which bytes came behind a body: httpx2 would take them for its next response."""
    stream = response.extensions.get("network_stream")
    if not isinstance(stream, _Watched):
        return
    state = response.stream
    for name in ("_stream", "_httpcore_stream", "_stream", "_connection", "_h11_state"):
        state = getattr(state, name, state)  # a response to a request without its client has no first stream
    # Over asyncio and trio a record of TLS may have been taken from the socket, and not been read.
    tls = stream.get_extra_info("ssl_object") if hasattr(stream, "aclose") else None
    if getattr(state, "trailing_data", (b"",))[0] or (tls is not None and _read_at_once(tls)):
        stream.old_from = 0.0


def _read_at_once(tls: Any) -> bytes:
    try:
        data: bytes = tls.read(1)
    except OSError:  # nothing there, as it should be
        data = b""
    return data
