"""Response bodies, sans-IO: decompressed in small pieces, and held to a size where they are read whole."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

from .errors import TransportError, not_received

PIECE = 65_536
"""Bytes taken from a socket, or out of a decompressor, at a time."""

_SLICE = 8_192  # at its end each of several compressed bodies gives back a copy of what follows it
_AUTOMATIC = zlib.MAX_WBITS | 32  # gzip or zlib
_ENCODINGS = frozenset({"gzip", "x-gzip", "deflate"})


class Decompressor:
    """Decompresses gzip and zlib, and deflate without a frame, also where several follow each other.

    However much a few bytes decompress to, one piece is in memory at a time.
    """

    def __init__(self, encoding: str, status: int) -> None:
        self._status = status
        self._may_be_raw = encoding == "deflate"  # some servers leave the frame of zlib out
        self._member: Any = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Iterate what these bytes decompress to. Raises TransportError where they are not compressed."""
        try:
            for at in range(0, len(data), _SLICE):
                yield from self._decompress(data[at : at + _SLICE])
        except zlib.error as error:
            raise not_received(error, self._status) from None

    def finish(self) -> None:
        """Raise TransportError if the body ended in the middle."""
        if self._member is not None and not self._member.eof:
            raise not_received(EOFError("the compressed body was cut"), self._status)

    def _decompress(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._member is None or self._member.eof:
                raw = self._may_be_raw and data[0] & 0x0F != zlib.DEFLATED
                self._member = zlib.decompressobj(-zlib.MAX_WBITS if raw else _AUTOMATIC)
            piece = self._member.decompress(data, PIECE)
            while piece:
                yield piece
                full = len(piece) == PIECE
                piece = self._member.decompress(self._member.unconsumed_tail, PIECE) if full else b""
            data = self._member.unused_data


class DecompressedPieces:
    """The pieces of a body as they arrive, decompressed."""

    def __init__(self, pieces: AsyncIterator[bytes], decompressor: Decompressor) -> None:
        self._pieces = pieces
        self._decompressor = decompressor
        self._ready: Iterator[bytes] = iter(())

    def __aiter__(self) -> DecompressedPieces:
        return self

    # Not an async generator: one that is abandoned is finished by its event loop at some later time, or never.
    async def __anext__(self) -> bytes:
        while True:
            for piece in self._ready:
                return piece
            try:
                self._ready = self._decompressor.feed(await anext(self._pieces))
            except StopAsyncIteration:
                self._decompressor.finish()
                raise


def decompressor(encoding: str | None, status: int) -> Decompressor | None:
    """Return what decompresses a body of this Content-Encoding, None for a plain one.

    Raises TransportError for an encoding that no request here asks for.
    """
    if not encoding or (name := encoding.strip().lower()) in ("", "identity"):
        return None
    if name in _ENCODINGS:
        return Decompressor(name, status)
    raise TransportError(
        f"the response is compressed as {name!r}, which was not asked for", kind="broken", status=status
    )


class WholeBody:
    """Collects a body that is read whole. Raises TransportError where it is larger than `limit`, as announced or not."""

    def __init__(self, status: int, limit: int | None, encoding: str | None = None, length: int | None = None) -> None:
        self._status = status
        self._limit = limit
        self._decompressor = decompressor(encoding, status)
        self._data: bytes | bytearray = b""
        if self._decompressor is None and length is not None:
            self._check(length)

    def feed(self, data: bytes) -> None:
        """Take a piece of the body as it came."""
        if self._decompressor is None:
            self._add(data)
            return
        for piece in self._decompressor.feed(data):
            self._add(piece)

    def finish(self) -> bytes:
        """Return the body at its end. Raises TransportError if its compression is not at its end."""
        if self._decompressor is not None:
            self._decompressor.finish()
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
            message = f"the response is larger than {self._limit} bytes"
            raise TransportError(message, kind="too_large", status=self._status)
