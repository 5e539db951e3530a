"""An answer that is a file: a picture, sound, a video. It is read when it is asked for, and written as it arrives."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeAlias

from ..http.headers import header
from ..http.media_type import HEAD, MediaKind, check_media, essence, sniff, suffix
from ..transport import TransportError
from . import notebook as showing
from .atomic_write import AtomicWriter, stamp

if TYPE_CHECKING:
    from ..response.metadata import ResponseInfo
    from ..response.parser import ResponseParser
    from ..transport import AsyncResponse, Response

__all__ = ["AsyncBinaryResponse", "BinaryResponse", "open_async_media", "open_media"]

Bytes: TypeAlias = bytes  # inside the classes below, `bytes` is their method

_PIECE = 1 << 18
_TAIL = 2048
_LONGEST_TEXT = 1 << 20


class _Media:
    """What both kinds share: what is known of the file, and all that needs no waiting."""

    def __init__(
        self,
        exchange: ResponseParser,
        response_info: ResponseInfo,
        kind: MediaKind | None,
        head: Bytes,
        limit: int | None,
    ):
        self.response_info = response_info
        self.content_type = sniff(head) or essence(header(response_info.pairs, "content-type"))
        """What the first bytes say that it is, or else the header."""
        self.kind: MediaKind | None = kind
        self._exchange = exchange
        self._head = head
        self._limit = limit
        self._count = 0
        self._tail = b""
        self._begun = False
        self._whole: Bytes | None = None
        self._saved: Path | None = None
        self._stamp: tuple[int, int, int] | None = None

    @property
    def suffix(self) -> str:
        """The usual ending of a name for such a file, such as `.png`; empty for an unknown format."""
        return suffix(self.content_type)

    def __repr__(self) -> str:
        length = self._length()
        size = self._count if self._begun and length is None else length
        said = [self.content_type or "of unknown type", "size not known" if size is None else f"{size} bytes"]
        if self._saved is not None:
            said.append(f"saved as {str(self._saved)!r}")
        return f"<{type(self).__name__} {', '.join(said)}>"

    def _length(self) -> int | None:
        headers = self.response_info.headers
        length = headers.get("content-length", "")
        # Of a compressed body it is the compressed length.
        plain = headers.get("content-encoding", "identity").lower() == "identity"
        return int(length) if length.isdecimal() and plain else None

    def _ready(self) -> Iterator[Bytes] | None:
        """The content where it is here already, else None, and from then on it is being read."""
        if self._whole is not None:
            return iter((self._whole,))
        if self._saved is not None and self._stamp == stamp(self._saved):
            return _pieces_of(self._saved)
        if self._begun:
            where = f": it was saved as {str(self._saved)!r}" if self._saved else "; call bytes() to keep it"
            raise RuntimeError(f"this file was read already, and is not kept{where}")
        self._begun = True
        if self._limit is not None and (self._length() or 0) > self._limit:
            raise self._too_large()
        return None

    def _took(self, piece: Bytes) -> Bytes:
        self._count += len(piece)
        self._tail = piece[-_TAIL:] if len(piece) >= _TAIL else (self._tail + piece)[-_TAIL:]
        if self._limit is not None and self._count > self._limit:
            raise self._too_large()
        return piece

    def _ended(self) -> None:
        """The body has ended without a fault of the connection. Raises where it is not whole all the same."""
        length = self._length()
        if length is not None and self._count != length:
            raise self._exchange.spoiled(self.response_info, self._tail, f"{self._count} of {length} bytes came")
        if self.kind is None:
            return
        # A server that fails in the middle may write its error behind what it has sent, and end the body in order.
        if (told := self._exchange.told_behind(self.response_info, self._tail)) is not None:
            raise told

    def _lost(self, error: TransportError) -> Exception:
        return self._exchange.lost(error, self.response_info.status, self.response_info.pairs)

    def _too_large(self) -> Exception:
        said = f"it is larger than {self._limit} bytes; pass a larger limit, or None for none"
        return self._exchange.spoiled(self.response_info, self._head[:_TAIL], said)

    def _remember(self, path: str | os.PathLike[str]) -> Path:
        self._saved = Path(path)
        self._stamp = stamp(self._saved)
        return self._saved


class BinaryResponse(_Media):
    """A picture, sound or video that a call returned.

    `save(path)` writes it as it arrives, never whole in memory; `bytes()` reads it whole and keeps it; `chunks()`, or
    the object itself, gives the pieces. One of them is the first to read: after `bytes()` or `save()` the others work
    on what was kept, after `chunks()` nothing is. `kind` is "image", "audio" or "video", `content_type` what its first
    bytes say that it is. In a notebook it shows itself. A body that is cut, shorter than announced, or ends in an error
    raises AnswerError when its end is read.
    """

    def __init__(
        self,
        response: Response,
        exchange: ResponseParser,
        *,
        kind: MediaKind | None,
        head: Bytes,
        pieces: Iterator[Bytes],
        limit: int | None = None,
    ) -> None:
        super().__init__(exchange, exchange.response_info(response.status, response.headers, None), kind, head, limit)
        self._response = response
        self._pieces = pieces

    def chunks(self) -> Iterator[Bytes]:
        """The pieces as they arrive. Raises APIError where the file does not come whole."""
        try:
            return self._ready() or self._read()
        except Exception:
            self.close()
            raise

    __iter__ = chunks

    def bytes(self) -> Bytes:
        """The whole file. Raises APIError where it does not come whole."""
        if self._whole is None:
            self._whole = b"".join(self.chunks())
        return self._whole

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the file to a path, and return the path. A file that does not come whole leaves no trace there.

        Raises APIError where it does not come whole, and OSError where it cannot be written.
        """
        with AtomicWriter(path) as file:
            for piece in self.chunks():
                file.write(piece)
        return self._remember(path)

    def close(self) -> None:
        """Give the rest up and close the connection."""
        self._response.close()

    def __enter__(self) -> BinaryResponse:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        try:  # noqa: SIM105 - at the interpreter's end modules have lost their names, `suppress` too
            self.close()
        except Exception:
            pass

    def _read(self) -> Generator[Bytes, None, None]:
        response, finished = self._response, False
        try:
            yield self._took(self._head)
            for piece in self._pieces:
                yield self._took(piece)
            self._ended()
            response.finish()
            finished = True
        except TransportError as error:
            raise self._lost(error) from error
        finally:
            if not finished:
                response.close()

    def _repr_png_(self) -> Bytes | None:
        return showing.png(self._shown())

    def _repr_jpeg_(self) -> Bytes | None:
        return showing.jpeg(self._shown())

    def _repr_html_(self) -> str | None:
        return showing.html(self._shown())

    def _shown(self) -> Bytes | None:
        try:
            return self.bytes()
        except RuntimeError:  # read and not kept
            return None


class AsyncBinaryResponse(_Media):
    """The twin of `BinaryResponse`: `await media.save(path)`, `await media.bytes()`, `async for piece in media`.

    A notebook shows it once its bytes are here.
    """

    def __init__(
        self,
        response: AsyncResponse,
        exchange: ResponseParser,
        *,
        kind: MediaKind | None,
        head: Bytes,
        pieces: AsyncIterator[Bytes],
        limit: int | None = None,
    ) -> None:
        super().__init__(exchange, exchange.response_info(response.status, response.headers, None), kind, head, limit)
        self._response = response
        self._pieces = pieces

    async def chunks(self) -> AsyncIterator[Bytes]:
        """The pieces as they arrive. Raises APIError where the file does not come whole."""
        try:
            if (ready := self._ready()) is not None:
                for piece in ready:
                    yield piece
                return
            yield self._took(self._head)
            async for piece in self._pieces:
                yield self._took(piece)
            self._ended()
            await self._response.finish()
        except TransportError as error:
            await self.close()
            raise self._lost(error) from error
        except BaseException:
            # Also where the wait is cancelled, or the caller leaves early: the rest is not wanted.
            await self.close()
            raise

    def __aiter__(self) -> AsyncIterator[Bytes]:
        return self.chunks()

    async def bytes(self) -> Bytes:
        """The whole file. Raises APIError where it does not come whole."""
        if self._whole is None:
            self._whole = b"".join([piece async for piece in self.chunks()])
        return self._whole

    async def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the file to a path, and return the path. A file that does not come whole leaves no trace there.

        Raises APIError where it does not come whole, and OSError where it cannot be written.
        """
        with AtomicWriter(path) as file:
            async for piece in self.chunks():
                file.write(piece)
        return self._remember(path)

    async def close(self) -> None:
        """Give the rest up and close the connection."""
        await self._response.close()

    aclose = close

    async def __aenter__(self) -> AsyncBinaryResponse:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def _repr_png_(self) -> Bytes | None:
        return showing.png(self._whole)

    def _repr_jpeg_(self) -> Bytes | None:
        return showing.jpeg(self._whole)

    def _repr_html_(self) -> str | None:
        return showing.html(self._whole)


def open_media(
    exchange: ResponseParser, response: Response, kind: MediaKind | None, limit: int | None = None
) -> BinaryResponse:
    """The file that a 2xx answer is, once its first bytes show that it is one. Raises APIError where it is none."""
    pieces, head = response.chunks(), b""
    try:
        for piece in pieces:
            head += piece
            if len(head) >= HEAD:
                break
        fault = check_media(head, header(response.headers, "content-type"), kind)
        if fault is None:
            return BinaryResponse(response, exchange, kind=kind, head=head, pieces=pieces, limit=limit)
        for piece in pieces:
            head += piece
            if len(head) >= _LONGEST_TEXT:
                break
    except TransportError as error:
        raise exchange.lost(error, response.status, response.headers) from error
    except BaseException:
        response.close()
        raise
    response.close()
    raise exchange.spoiled(exchange.response_info(response.status, response.headers, head), head, fault)


async def open_async_media(
    exchange: ResponseParser, response: AsyncResponse, kind: MediaKind | None, limit: int | None = None
) -> AsyncBinaryResponse:
    """The twin of `open_media`."""
    pieces, head = response.chunks(), b""
    try:
        async for piece in pieces:
            head += piece
            if len(head) >= HEAD:
                break
        fault = check_media(head, header(response.headers, "content-type"), kind)
        if fault is None:
            return AsyncBinaryResponse(response, exchange, kind=kind, head=head, pieces=pieces, limit=limit)
        async for piece in pieces:
            head += piece
            if len(head) >= _LONGEST_TEXT:
                break
    except TransportError as error:
        raise exchange.lost(error, response.status, response.headers) from error
    except BaseException:
        await response.close()
        raise
    await response.close()
    raise exchange.spoiled(exchange.response_info(response.status, response.headers, head), head, fault)


def _pieces_of(path: Path) -> Iterator[Bytes]:
    with open(path, "rb") as file:
        while piece := file.read(_PIECE):
            yield piece
