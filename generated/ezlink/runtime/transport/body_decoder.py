"""Response bodies, the same for every transport: decoded by their `Content-Encoding`, and held to a size.

HTTP libraries differ in what they decode, and some take a compressed body without its end for whole. None of them has a
limit for what a few compressed bytes become.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..http.headers import Pairs

PIECE = 65_536
"""Bytes taken from a socket, or out of a decoder, at a time."""

_SLICE = 8_192  # at its end each of several compressed bodies returns a copy of what follows it
_KNOWN = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_MAGIC, _ZLIB_METHOD = 0x1F, 8


class DecodeError(Exception):
    """A body cannot be decompressed: it is broken, or lacks its end."""


class UnknownEncoding(DecodeError):
    """A body is encoded in a way that was not asked for."""


class BodyTooLarge(DecodeError):
    """A body that is to be read whole is larger than its limit."""


class BodyDecoder:
    """Decompresses gzip and deflate, also where a body is several of them, one behind the other.

    However much a few bytes decompress to, one piece of it is in memory at a time. Raises DecodeError, for an unknown
    encoding with the first byte: an empty body is one in any encoding.
    """

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._member: Any = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Iterate what more bytes of the body decompress to, in pieces that are not empty."""
        try:
            for at in range(0, len(data), _SLICE):
                yield from self._decompress(data[at : at + _SLICE])
        except zlib.error as error:
            raise DecodeError(f"the compressed body is broken: {error}") from None

    def finish(self) -> None:
        """Check that the body was whole."""
        if self._member is not None and not self._member.eof:
            raise DecodeError("the compressed body was cut")

    def _decompress(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._member is None or self._member.eof:
                self._member = self._begin(data[0])
            piece = self._member.decompress(data, PIECE)
            while piece:
                yield piece
                # After a full piece zlib may hold more, even where it has taken all of its input. At its end it has the
                # rest of the input twice, and would take it once more.
                full = len(piece) == PIECE and not self._member.eof
                piece = self._member.decompress(self._member.unconsumed_tail, PIECE) if full else b""
            data = self._member.unused_data

    def _begin(self, first: int) -> Any:
        if self._encoding not in _KNOWN:
            raise UnknownEncoding(f"the response is encoded as {self._encoding!r}, which was not asked for")
        # Some servers send deflate without the frame of zlib around it.
        bare = self._encoding == "deflate" and first != _GZIP_MAGIC and first & 15 != _ZLIB_METHOD
        return zlib.decompressobj(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS | 32)


def body_decoder(headers: Pairs) -> BodyDecoder | None:
    """Return the decoder for the body of a response with these headers; None where it is sent as it is."""
    values = [value for name, value in headers if len(name) == 16 and name.lower() == "content-encoding"]
    if not values:
        return None
    codings = [coding.strip().lower() for value in values for coding in value.split(",")]
    encoding = ", ".join(coding for coding in codings if coding not in ("", "identity"))
    return BodyDecoder(encoding) if encoding else None


class WholeBody:
    """Collects a body that is read whole. Raises BodyTooLarge where it is larger than `limit`, or announced to be."""

    def __init__(self, limit: int | None, decoder: BodyDecoder | None = None, length: int | str | None = None) -> None:
        """`length` is what was announced."""
        self._limit = limit
        self._decoder = decoder
        self._data: bytes | bytearray = b""
        if decoder is None and length is not None and str(length).isdecimal():
            self._check(int(length))

    def feed(self, data: bytes) -> None:
        """Take a piece of the body as it came."""
        if self._decoder is None:
            self._add(data)
            return
        for piece in self._decoder.feed(data):
            self._add(piece)

    def finish(self) -> bytes:
        """Return the body at its end."""
        if self._decoder is not None:
            self._decoder.finish()
        return bytes(self._data)

    def _add(self, piece: bytes) -> None:
        if not self._data:
            self._data = piece  # most bodies come in one
        else:
            if isinstance(self._data, bytes):
                self._data = bytearray(self._data)
            self._data += piece
        self._check(len(self._data))

    def _check(self, size: int) -> None:
        if self._limit is not None and size > self._limit:
            raise BodyTooLarge(f"the response is larger than {self._limit} bytes")
