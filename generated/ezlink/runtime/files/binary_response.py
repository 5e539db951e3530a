"""A response that is a file: a picture, sound, a video. It is read on demand, and saved as it arrives."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import UNSET, UnsetType

from ..closing import AsyncClosing, ClosingWhenDropped
from ..errors import APIError
from ..http.headers import header
from ..http.media_type import HEAD, MediaKind, check_media, essence, sniff, suffix
from ..lazy import public
from ..transport import TransportError
from . import notebook
from .atomic_write import AtomicWriter, file_stamp

if TYPE_CHECKING:
    from ..http.headers import Headers
    from ..http.timeout import MaxBytes
    from ..response.parser import ResponseParser
    from ..transport import AsyncResponse, Response

__all__ = ["AsyncBinaryResponse", "BinaryResponse", "open_async_binary_response", "open_binary_response"]

Bytes: TypeAlias = bytes  # inside the classes below, `bytes` is their method

_PIECE = 1 << 18
_TAIL = 2048
_LONGEST_TEXT = 1 << 20


class _BinaryResponse:
    """The common part of sync and async files."""

    def __init__(
        self, parser: ResponseParser, response: Any, kind: MediaKind | None, head: Bytes, pieces: Any, limit: MaxBytes
    ) -> None:
        self.response_info = parser.response_info(response.status, response.headers, None)
        """Status, headers and request id of the response."""
        self.content_type = sniff(head) or essence(header(response.headers, "content-type"))
        """The media type by the first bytes, or else by the header."""
        self.kind: MediaKind | None = kind
        """"image", "audio" or "video"; "file" or None for a file of any kind."""
        self._parser = parser
        self._response = response
        self._head = head
        self._pieces = pieces
        self._limit = parser.max_file_bytes if isinstance(limit, UnsetType) else limit
        self._count = 0
        self._tail = b""
        self._begun = False
        self._content: Bytes | None = None
        self._saved: Path | None = None
        self._stamp: tuple[int, int, int] | None = None

    @property
    def suffix(self) -> str:
        """The usual suffix of such a file's name, such as `.png`; empty for an unknown format."""
        return suffix(self.content_type)

    def __repr__(self) -> str:
        length = self._length()
        size = self._count if self._begun and length is None else length
        parts = [self.content_type or "of unknown type", "of unknown size" if size is None else f"{size} bytes"]
        if self._saved is not None:
            parts.append(f"saved as {str(self._saved)!r}")
        return f"<{type(self).__name__} {', '.join(parts)}>"

    @property
    def status_code(self) -> int:
        """The status of the response."""
        return self.response_info.status

    @property
    def headers(self) -> Headers:
        """The response headers."""
        return self.response_info.headers

    def _length(self) -> int | None:
        headers = self.response_info.headers
        length = headers.get("content-length", "")
        # For a compressed body it is the compressed length.
        plain = headers.get("content-encoding", "identity").lower() == "identity"
        return int(length) if length.isdecimal() and plain else None

    def _begin(self) -> Iterator[Bytes] | None:
        """Return the content if it was kept; else return None and count the body as being read."""
        if self._content is not None:
            return iter((self._content,))
        if self._saved is not None and self._stamp == file_stamp(self._saved):
            return _read_pieces(self._saved)
        if self._begun:
            where = f": it was saved as {str(self._saved)!r}" if self._saved else "; call bytes() to keep it"
            raise RuntimeError(f"this file was read already, and is not kept{where}")
        self._begun = True
        self._check_size(self._length() or 0)
        return None

    def _count_piece(self, piece: Bytes) -> Bytes:
        self._count += len(piece)
        self._tail = piece[-_TAIL:] if len(piece) >= _TAIL else (self._tail + piece)[-_TAIL:]
        self._check_size(self._count)
        return piece

    def _limit_memory(self) -> None:
        """Hold this file to the limit of what is read into memory, unless it has its own."""
        if isinstance(self._limit, UnsetType):
            self._limit = self._parser.max_bytes

    def _check_size(self, size: int) -> None:
        if isinstance(self._limit, int) and size > self._limit:
            raise self._parser.too_large(self.response_info, "file", self._limit)

    def _check_complete(self) -> None:
        """Raise if the body is incomplete although it ended without an error of the connection."""
        length = self._length()
        if length is not None and self._count != length:
            raise self._parser.invalid_file(self.response_info, self._tail, f"{self._count} of {length} bytes arrived")
        if self.kind in (None, "file"):
            return
        # A server that fails midway may append its error to what it has sent, and end the body regularly.
        if (error := self._parser.trailing_error(self.response_info, self._tail)) is not None:
            raise error

    def _from_transport(self, error: TransportError) -> APIError:
        return self._parser.from_transport(error, self.response_info.status, self.response_info.pairs)

    def _keep_saved(self, path: str | os.PathLike[str]) -> Path:
        self._saved = Path(path)
        self._stamp = file_stamp(self._saved)
        return self._saved

    def _shown(self) -> Bytes | None:
        """The content that a notebook may show."""
        return self._content

    def _repr_png_(self) -> Bytes | None:
        return notebook.png(self._shown())

    def _repr_jpeg_(self) -> Bytes | None:
        return notebook.jpeg(self._shown())

    def _repr_html_(self) -> str | None:
        return notebook.html(self._shown())


@public
class BinaryResponse(ClosingWhenDropped, _BinaryResponse):
    """A picture, sound or video that a call returned.

    `save(path)` writes it as it arrives, never holding all of it in memory; `bytes()` reads and keeps it; `chunks()`,
    or iterating the object, yields the pieces. The body can be read once: after `bytes()` or `save()` the others use
    what was kept, after `chunks()` nothing is kept. A body that is cut, shorter than announced, or ends in an error
    raises AnswerError when its end is read. In a notebook it shows itself.
    """

    _response: Response
    _pieces: Iterator[Bytes]

    def chunks(self) -> Iterator[Bytes]:
        """Iterate the pieces as they arrive. Raises APIError if the file is incomplete."""
        try:
            return self._begin() or self._read()
        except Exception:
            self.close()
            raise

    __iter__ = chunks

    def bytes(self) -> Bytes:
        """Return the whole file. Raises APIError if it is incomplete."""
        if self._content is None:
            self._limit_memory()
            self._content = b"".join(self.chunks())
        return self._content

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the file to a path, and return the path. An incomplete file is not written at all.

        Raises APIError if it is incomplete, and OSError if it cannot be written.
        """
        with AtomicWriter(path) as file:
            for piece in self.chunks():
                file.write(piece)
        return self._keep_saved(path)

    def close(self) -> None:
        """Discard the rest and close the connection."""
        self._response.close()

    # -- the same under the names of other clients

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[Bytes]:
        """Iterate `chunks()`, in their own sizes."""
        return self.chunks()

    def read(self) -> Bytes:
        """Return `bytes()`."""
        return self.bytes()

    @property
    def content(self) -> Bytes:
        """`bytes()`."""
        return self.bytes()

    def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Save it; see `save`."""
        self.save(file)

    def stream_to_file(self, file: str | os.PathLike[str]) -> None:
        """Save it; see `save`."""
        self.save(file)

    def _read(self) -> Generator[Bytes, None, None]:
        response, finished, piece = self._response, False, b""
        try:
            yield self._count_piece(self._head)
            for piece in self._pieces:
                yield self._count_piece(piece)
            self._check_complete()
            response.finish()
            finished = True
        except TransportError as error:
            raise self._from_transport(error) from None
        except APIError as error:
            error.__traceback__ = None  # the frames below, and this variable, hold what the server sent
            raise
        finally:
            piece = b""
            if not finished:
                response.close()

    def _shown(self) -> Bytes | None:
        try:
            return self.bytes()
        except RuntimeError:  # read and not kept
            return None


@public
class AsyncBinaryResponse(AsyncClosing, _BinaryResponse):
    """The async counterpart of `BinaryResponse`: `await file.save(path)`, `async for piece in file`.

    A notebook shows it once `bytes()` was awaited.
    """

    _response: AsyncResponse
    _pieces: AsyncIterator[Bytes]

    async def chunks(self) -> AsyncIterator[Bytes]:
        """Iterate the pieces as they arrive. Raises APIError if the file is incomplete."""
        piece = b""
        try:
            if (kept := self._begin()) is not None:
                for piece in kept:
                    yield piece
                return
            yield self._count_piece(self._head)
            async for piece in self._pieces:
                yield self._count_piece(piece)
            self._check_complete()
            await self._response.finish()
        except TransportError as error:
            await self.close()
            raise self._from_transport(error) from None
        except BaseException as error:
            # Also if the task is cancelled, or the caller leaves early.
            await self.close()
            if isinstance(error, APIError):
                error.__traceback__ = None  # the frames below, and this variable, hold what the server sent
            raise
        finally:
            piece = b""

    def __aiter__(self) -> AsyncIterator[Bytes]:
        return self.chunks()

    async def bytes(self) -> Bytes:
        """Return the whole file. Raises APIError if it is incomplete."""
        if self._content is None:
            self._limit_memory()
            self._content = b"".join([piece async for piece in self.chunks()])
        return self._content

    async def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the file to a path, and return the path; see `BinaryResponse.save`."""
        with AtomicWriter(path) as file:
            async for piece in self.chunks():
                file.write(piece)
        return self._keep_saved(path)

    async def close(self) -> None:
        """Discard the rest and close the connection."""
        await self._response.close()

    # -- the same under the names of other clients

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[Bytes]:
        """Iterate `chunks()`, in their own sizes."""
        return self.chunks()

    async def read(self) -> Bytes:
        """Return `bytes()`."""
        return await self.bytes()

    async def aread(self) -> Bytes:
        """Return `bytes()`."""
        return await self.bytes()

    async def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Save it; see `save`."""
        await self.save(file)

    async def stream_to_file(self, file: str | os.PathLike[str]) -> None:
        """Save it; see `save`."""
        await self.save(file)


def open_binary_response(
    parser: ResponseParser, response: Response, kind: MediaKind | None, limit: MaxBytes = UNSET
) -> BinaryResponse:
    """Return the file in a 2xx response once its first bytes show that it is one. Raises APIError if it is none."""
    pieces, head = response.chunks(), b""
    try:
        for piece in pieces:
            head += piece
            if len(head) >= HEAD:
                break
        fault = check_media(head, header(response.headers, "content-type"), kind)
        if fault is None:
            return BinaryResponse(parser, response, kind, head, pieces, limit)
        for piece in pieces:
            head += piece
            if len(head) >= _LONGEST_TEXT:
                break
    except TransportError as error:
        raise parser.from_transport(error, response.status, response.headers) from None
    except BaseException:
        response.close()
        raise
    response.close()
    raise parser.invalid_file(parser.response_info(response.status, response.headers, head), head, fault)


async def open_async_binary_response(
    parser: ResponseParser, response: AsyncResponse, kind: MediaKind | None, limit: MaxBytes = UNSET
) -> AsyncBinaryResponse:
    """The async counterpart of `open_binary_response`."""
    pieces, head = response.chunks(), b""
    try:
        async for piece in pieces:
            head += piece
            if len(head) >= HEAD:
                break
        fault = check_media(head, header(response.headers, "content-type"), kind)
        if fault is None:
            return AsyncBinaryResponse(parser, response, kind, head, pieces, limit)
        async for piece in pieces:
            head += piece
            if len(head) >= _LONGEST_TEXT:
                break
    except TransportError as error:
        raise parser.from_transport(error, response.status, response.headers) from None
    except BaseException:
        await response.close()
        raise
    await response.close()
    raise parser.invalid_file(parser.response_info(response.status, response.headers, head), head, fault)


def _read_pieces(path: Path) -> Iterator[Bytes]:
    with open(path, "rb") as file:
        while piece := file.read(_PIECE):
            yield piece
