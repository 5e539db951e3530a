"""Chunked bodies, sans-IO: the bytes of a connection in, the bytes of the body out."""

from __future__ import annotations

from functools import lru_cache

_LONGEST_LINE = 16_384


class Dechunker:
    """Takes a chunked body off its framing. A broken frame is a ValueError.

    One pass for all the chunks that came together: reading each chunk by itself from a buffered file costs three times
    as much, and a stream of events is nothing but small chunks.
    """

    __slots__ = ("_ending", "_left", "_rest", "done", "excess")

    def __init__(self) -> None:
        self.done = False  # the body is whole, and so is its framing
        self.excess = False  # bytes came behind the end: the connection cannot be used again
        self._rest = b""  # a piece of framing that is not whole yet
        self._left = 0  # bytes of the chunk that have not come; with its line end, hence 2 at its end
        self._ending = False  # the last chunk came; what follows are trailers

    def feed(self, data: bytes) -> bytes:
        """The bytes of the body in `data`."""
        if self._rest:
            data, self._rest = self._rest + data, b""
        if self._ending:
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
                self._ending = True
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

    @property
    def ended(self) -> bool:
        """Whether the last chunk has come; the trailers behind it may be missing."""
        return self._ending

    def _continue(self, data: bytes, parts: list[bytes]) -> int:
        """Take what belongs to the chunk that has begun; how many bytes that is."""
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
    digits = line.partition(b";")[0].strip()
    # int() takes signs, prefixes and underscores too; what two parsers may read differently is refused.
    if not digits or digits.strip(b"0123456789abcdefABCDEF"):
        raise ValueError("a chunk's length is not a number")
    return int(digits, 16)
