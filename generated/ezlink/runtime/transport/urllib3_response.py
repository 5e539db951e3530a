"""Answers that come over a connection of http.client's kind: read whole, or as they arrive."""

from __future__ import annotations

import socket
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

from .base import LINGER, Request, TransportError
from .chunked_decoder import Dechunker
from .urllib3_connection import PIECE

if TYPE_CHECKING:
    from .urllib3_connection import Connection

_AT_ONCE = 1 << 28  # no longer body is read in one piece

FAILURES = (OSError, HTTPException, ValueError, zlib.error)


def failure(error: BaseException, status: int | None = None) -> TransportError:
    """What to raise for a connection that failed after the request was written, or in the middle of it."""
    if isinstance(error, TimeoutError):
        late = "headers" if status is None else "rest of the body"
        return TransportError(f"the {late} did not come in time", kind="timeout", status=status)
    reason = " ".join(str(error).split()) or type(error).__name__
    return TransportError(f"the connection broke: {reason}", kind="broken", status=status)


class Urllib3Response:
    """An answer over urllib3's connection; see `Response`."""

    def __init__(self, connection: Connection, request: Request, keep: Callable[[Connection], None]) -> None:
        message: Any = connection.message
        self.status: int = message.status
        self.headers: list[tuple[str, str]] = list(message.headers.raw_items())
        self._connection = connection
        self._keep = keep
        self._message = message
        self._wire = connection.wire
        self._read_idle = request.timeout.read_idle
        self._dechunker = Dechunker() if message.chunked else None
        self._inflater = _inflater(message.headers.get("Content-Encoding"))
        self._open = True

    def read(self) -> bytes:
        try:
            data = self._all()
            if self._inflater is not None:
                data = self._inflater.feed(data)
                self._inflater.end()
        except BaseException as error:
            self.close()
            if isinstance(error, FAILURES):
                raise failure(error, self.status) from error
            raise
        self._release()
        return data

    def chunks(self) -> Iterator[bytes]:
        try:
            self._wire.wait_for_each(self._read_idle)
            pieces = self._plain() if self._dechunker is None else self._chunked(self._dechunker)
            if self._inflater is None:
                yield from pieces
                return
            for piece in pieces:
                if data := self._inflater.feed(piece):
                    yield data
            self._inflater.end()
        except FAILURES as error:
            raise failure(error, self.status) from error
        finally:
            self._release()

    def finish(self) -> None:
        if (dechunker := self._dechunker) is not None:
            # A socket that is closed by now fails too; either way there is nothing to keep.
            with suppress(*FAILURES):
                self._wire.wait_for_each(LINGER)
                while not dechunker.done and (data := self._wire.socket.recv(PIECE)):
                    dechunker.feed(data)
        self._release()

    def close(self) -> None:
        if self._open:
            self._open = False
            # Closing alone would leave another thread waiting for bytes.
            with suppress(OSError):
                self._wire.socket.shutdown(socket.SHUT_RDWR)
            self._message.close()
            self._connection.close()

    def __del__(self) -> None:
        try:  # noqa: SIM105 - at the interpreter's end modules have lost their names, `suppress` too
            self.close()
        except Exception:
            pass

    def _all(self) -> bytes:
        """A whole body as it came. Every wait for it has to end when the call does."""
        # Not as http.client does it: that does not look where a chunk ends, and takes the memory that is announced.
        if self._dechunker is not None:
            pieces = self._chunked(self._dechunker, self._message.fp.read1)
        elif (self._message.length or 0) > _AT_ONCE:
            pieces = self._plain()
        else:
            data: bytes = self._message.read()
            return data
        return b"".join(pieces)

    def _chunked(self, dechunker: Dechunker, receive: Callable[[int], bytes] | None = None) -> Iterator[bytes]:
        # The file holds what came with the headers. Once that is taken it is empty, and a stream may read the socket.
        data = self._message.fp.read1(PIECE)
        receive = receive or self._wire.socket.recv
        while data:
            if body := dechunker.feed(data):
                yield body
            if dechunker.done:
                return
            data = receive(PIECE)
        if not dechunker.ended:
            raise HTTPException("the body was cut")

    def _plain(self) -> Iterator[bytes]:
        while data := self._message.read1(PIECE):
            yield data
        if self._message.length:
            raise HTTPException("the body was cut")

    def _ended(self) -> bool:
        if self._dechunker is not None:
            return self._dechunker.done and not self._dechunker.excess
        # Without a length only the end of the connection ends a body, or its last chunk, which closes the message.
        return not self._message.length and (self._message.length == 0 or self._message.isclosed())

    def _release(self) -> None:
        """Keep the connection for the next call if the body was read to its end, else close it."""
        if self._open and self._ended() and self._connection.sock is not None:
            self._open = False
            self._message.close()
            self._keep(self._connection)
        self.close()


class _Inflater:
    """Undoes gzip and zlib, also where a body is several of them, one behind the other."""

    def __init__(self) -> None:
        self._member = _member()
        self._begun = False

    def feed(self, data: bytes) -> bytes:
        self._begun = self._begun or bool(data)
        out: list[bytes] = []
        # In slices: at its end each of the compressed bodies gives back a copy of all that follows it.
        for at in range(0, len(data), PIECE):
            out.append(self._member.decompress(data[at : at + PIECE]))
            while rest := self._member.unused_data:
                self._member = _member()
                out.append(self._member.decompress(rest))
        return b"".join(out)

    def end(self) -> None:
        if self._begun and not self._member.eof:
            raise HTTPException("the compressed body was cut")


def _member() -> Any:
    return zlib.decompressobj(zlib.MAX_WBITS | 32)


def _inflater(encoding: str | None) -> _Inflater | None:
    compressed = encoding is not None and encoding.strip().lower() in ("gzip", "x-gzip", "deflate")
    return _Inflater() if compressed else None
