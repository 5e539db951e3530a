"""Responses over urllib3's connections: read whole, or as they arrive."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

from .base import LINGER, Request
from .body_decoder import PIECE, DecodeError, WholeBody, body_decoder
from .errors import not_received

if TYPE_CHECKING:
    from .urllib3_connection import Connection, HttpResponse

FAILURES = (OSError, HTTPException, ValueError, DecodeError)
"""Raised where a connection fails, and where a response cannot be read."""

_AT_ONCE = 1 << 28  # no longer body is read in one piece
_LONGEST_LINE = 16_384


class Urllib3Response:
    """A response over urllib3's connection; see `Response`."""

    def __init__(
        self, connection: Connection, response: HttpResponse, request: Request, done: Callable[[Connection, bool], None]
    ) -> None:
        self.status = response.status
        self.headers: list[tuple[str, str]] = list(response.headers.raw_items())
        self._connection = connection
        self._done = done
        self._response: Any = response
        self._reader = response.reader
        self._read_idle = request.timeout.read_idle
        self._chunks = ChunkedDecoder() if response.chunked else None
        self._decoder = body_decoder(self.headers)
        self._limit = request.max_bytes
        self._open = True

    def read(self) -> bytes:
        try:
            data = self._read_all()
        except BaseException as error:
            self.close()
            if isinstance(error, FAILURES):
                raise not_received(error, self.status) from None
            raise
        self._release()
        return data

    def chunks(self) -> Iterator[bytes]:
        try:
            self._reader.limit_each_wait(self._read_idle)
            pieces = self._read_plain() if self._chunks is None else self._read_chunked(self._chunks)
            if self._decoder is None:
                yield from pieces
                return
            for piece in pieces:
                yield from self._decoder.feed(piece)
            self._decoder.finish()
        except FAILURES as error:
            raise not_received(error, self.status) from None
        finally:
            self._release()

    def finish(self) -> None:
        if (decoder := self._chunks) is not None:
            # A socket that is closed by now fails too; either way there is nothing to keep.
            with suppress(*FAILURES):
                self._reader.limit_each_wait(LINGER)
                while not decoder.done and (data := self._reader.socket.recv(PIECE)):
                    decoder.feed(data)
        self._release()

    def close(self) -> None:
        if self._open:
            self._open = False
            # Closing alone would leave another thread waiting for bytes.
            with suppress(OSError):
                self._reader.socket.shutdown(socket.SHUT_RDWR)
            self._response.close()
            self._done(self._connection, False)

    def __del__(self) -> None:
        try:  # noqa: SIM105 - at the interpreter's end modules have lost their names, `suppress` too
            self.close()
        except Exception:
            pass

    def _read_all(self) -> bytes:
        length, decoder = self._response.length, self._chunks
        at_once = _AT_ONCE if self._limit is None else min(self._limit, _AT_ONCE)
        if decoder is None and self._decoder is None and length is not None and length <= at_once:
            return self._response.read()  # type: ignore[no-any-return]
        # Not as http.client does it: that does not look where a chunk ends, and takes the memory that is announced.
        body = WholeBody(self._limit, self._decoder, length)
        for piece in self._read_plain() if decoder is None else self._read_chunked(decoder, self._response.fp.read1):
            body.feed(piece)
        return body.finish()

    def _read_chunked(self, decoder: ChunkedDecoder, receive: Callable[[int], bytes] | None = None) -> Iterator[bytes]:
        # The file holds what came with the headers. Once that is taken it is empty, and a stream may read the socket.
        data = self._response.fp.read1(PIECE)
        receive = receive or self._reader.socket.recv
        while data:
            if body := decoder.feed(data):
                yield body
            if decoder.done:
                return
            data = receive(PIECE)
        if not decoder.ended:
            raise HTTPException("the body was cut")

    def _read_plain(self) -> Iterator[bytes]:
        while data := self._response.read1(PIECE):
            yield data
        if self._response.length:
            raise HTTPException("the body was cut")

    def _release(self) -> None:
        """Keep the connection for the next call if the body was read to its end, else close it."""
        if self._open and self._at_end() and self._connection.sock is not None:
            self._response.close()
            if not self._response.excess:
                self._open = False
                self._done(self._connection, True)
        self.close()

    def _at_end(self) -> bool:
        if self._chunks is not None:
            return self._chunks.done and not self._chunks.excess
        # Without a length only the end of the connection ends a body, or its last chunk, which closes the response.
        # With one, Python 3.11 does not close a response that was read in pieces.
        return not self._response.length and (self._response.length == 0 or self._response.isclosed())


class ChunkedDecoder:
    """Takes a chunked body off its framing, sans-IO. Raises ValueError for a broken frame.

    One pass for all the chunks that came together: reading each chunk by itself from a buffered file costs three times
    as much, and a stream of events is nothing but small chunks.
    """

    __slots__ = ("_left", "_rest", "done", "ended", "excess")

    def __init__(self) -> None:
        self.ended = False  # the last chunk came; the trailers behind it may be missing
        self.done = False  # the body is whole, and so is its framing
        self.excess = False  # bytes came behind the end: the connection cannot be used again
        self._rest = b""  # a piece of framing that is not whole yet
        self._left = 0  # bytes of the chunk that have not come; with its line end, hence 2 at its end

    def feed(self, data: bytes) -> bytes:
        """Return the bytes of the body in `data`."""
        if self._rest:
            data, self._rest = self._rest + data, b""
        if self.ended:
            self._end(data)
            return b""
        parts: list[bytes] = []
        at, size = 0, len(data)
        if self._left:
            at = self._continue(data, parts)
        while at < size:
            line = data.find(b"\r\n", at)
            if line < 0:
                self._keep(data[at:])
                break
            length = _length(data[at:line])
            at = line + 2
            if not length:
                self.ended = True
                self._end(data[line:])
                break
            end = at + length
            if end + 2 > size:
                self._left = length + 2
                at += self._continue(data[at:], parts)
                continue
            if data[end : end + 2] != b"\r\n":
                raise ValueError("a chunk is longer than its length")
            parts.append(data[at:end])
            at = end + 2
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def _continue(self, data: bytes, parts: list[bytes]) -> int:
        """Take what belongs to the chunk that has begun, and return how many bytes that is."""
        taken = min(self._left, len(data))
        body = max(0, min(taken, self._left - 2))
        if body:
            parts.append(data[:body])
        if not b"\r\n"[max(0, 2 - self._left) :].startswith(data[body:taken]):
            raise ValueError("a chunk is longer than its length")
        self._left -= taken
        return taken

    def _keep(self, rest: bytes) -> None:
        if len(rest) > _LONGEST_LINE:
            raise ValueError("a chunk's length is longer than any can be")
        self._rest = rest

    def _end(self, data: bytes) -> None:
        # `data` begins with the line end of the last chunk, so that a body without trailers ends in a blank line too.
        end = data.find(b"\r\n\r\n")
        if end < 0:
            self._keep(data)
            return
        self.done = True
        self.excess = end + 4 < len(data)


@lru_cache(maxsize=256)  # the events of a stream have few different lengths
def _length(line: bytes) -> int:
    digits = line.partition(b";")[0].strip(b" \t")
    # int() takes signs, prefixes and underscores too; what two parsers may read differently is refused.
    if not digits or digits.strip(b"0123456789abcdefABCDEF"):
        raise ValueError("a chunk's length is not a number")
    return int(digits, 16)
