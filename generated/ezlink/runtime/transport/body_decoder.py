"""Decoding of a response body by its `Content-Encoding`, the same for every transport.

HTTP libraries differ in what they decode, and some take a compressed body without its end for whole.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..http.headers import Pairs

PIECE = 65_536
_KNOWN = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_MAGIC, _ZLIB_METHOD = 0x1F, 8


class DecodeError(Exception):
    """A body cannot be decompressed: it is broken, or lacks its end."""


class UnknownEncoding(DecodeError):
    """A body is encoded in a way that was not asked for."""


class BodyDecoder:
    """Decompresses gzip and deflate, also where a body is several of them, one behind the other.

    Raises DecodeError, for an unknown encoding with the first byte: an empty body is one in any encoding.
    """

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._member: Any = None

    def feed(self, data: bytes) -> bytes:
        """Return what more bytes of the body decompress to."""
        out: list[bytes] = []
        try:
            # In slices: at its end each of the compressed bodies returns a copy of all that follows it.
            for at in range(0, len(data), PIECE):
                rest = data[at : at + PIECE]
                while rest:
                    if self._member is None or self._member.eof:
                        self._member = self._begin(rest[0])
                    out.append(self._member.decompress(rest))
                    rest = self._member.unused_data
        except zlib.error as error:
            raise DecodeError(f"the compressed body is broken: {error}") from None
        return b"".join(out)

    def finish(self) -> None:
        """Check that the body was whole."""
        if self._member is not None and not self._member.eof:
            raise DecodeError("the compressed body was cut")

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
