"""The bytes of a form or a file in pieces, read when their turn comes; their number beforehand, where it is known."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from typing import Any

from ..http.media_type import HEAD
from ..transport import TransportError
from .multipart import FilePart, Multipart, OpenFile, TextPart, WholeFile

PIECE = 256 * 1024
_SMALL = 65_536  # bytes that are sent together with what frames them

# What browsers do with a name that would end its quotes or its line; all else goes as UTF-8.
_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


class _Pieces:
    """A body of bytes in memory and of files."""

    def __init__(self, segments: list[bytes | _File]) -> None:
        self._segments = segments
        self.in_memory = all(isinstance(segment, bytes) for segment in segments)
        sizes = [len(segment) if isinstance(segment, bytes) else segment.size for segment in segments]
        self.length = sum(size for size in sizes if size is not None) if None not in sizes else None

    def __iter__(self) -> Iterator[bytes]:
        for segment in self._segments:
            if not isinstance(segment, bytes):
                yield from segment.pieces()
            else:
                for at in range(0, len(segment), PIECE):
                    yield segment[at : at + PIECE]


class FileBody(_Pieces):
    """The body of one sending of a file. The constructor raises OSError as that of `MultipartBody` does."""

    def __init__(self, part: FilePart) -> None:
        found = _identified(part)
        self.content_type = getattr(found, "type", None) or part.usual_type
        super().__init__([_content(part)])


class MultipartBody(_Pieces):
    """The body of one sending of a form, with a boundary of its own.

    `length` is the number of its bytes, or None when the size of a file is unknown. `in_memory` says that no file is
    read, so that an async client needs no thread (one costs 0.1 to 0.2 ms a piece; a slow disk would stop the loop for
    longer). Memory stays constant: files are opened when their turn comes, and read in pieces. One that changes
    meanwhile raises TransportError, because another length was announced; its own errors come through as they are.

    The constructor raises OSError, with the argument and the path in its message, for a file that is missing,
    unreadable or a directory, before anything is sent.
    """

    def __init__(self, form: Multipart) -> None:
        boundary = os.urandom(16).hex()
        self.content_type = f"{form.type}; boundary={boundary}"
        segments: list[bytes | _File] = []
        for part in map(_identified, form.parts):
            _append(segments, _head(boundary, part))
            _append(segments, _content(part))
            _append(segments, b"\r\n")
        _append(segments, f"--{boundary}--\r\n".encode())
        super().__init__(segments)


def body_of(content: Multipart | WholeFile) -> MultipartBody | FileBody:
    """The body of one sending of a form or a file."""
    return MultipartBody(content) if isinstance(content, Multipart) else FileBody(content.part)


def _append(segments: list[bytes | _File], segment: bytes | _File) -> None:
    last = segments[-1] if segments else None
    if isinstance(last, bytes) and isinstance(segment, bytes) and len(last) + len(segment) <= _SMALL:
        segments[-1] = last + segment
    else:
        segments.append(segment)


class _File:
    """A file of a form, and its expected size."""

    def __init__(self, argument: str, source: str | OpenFile) -> None:
        self.argument = argument
        self.source = source
        self.size = _size_of_path(argument, source) if isinstance(source, str) else _size_of_file(argument, source)

    def pieces(self) -> Iterator[bytes]:
        if isinstance(self.source, str):
            with open(self.source, "rb", buffering=0) as file:
                yield from self._counted(file.read)
        else:
            if self.source.start is not None:
                self.source.file.seek(self.source.start)
            self.source.spent = True
            self.source.readers += 1
            try:
                yield from self._counted(self.source.file.read)
            finally:
                self.source.readers -= 1

    def _counted(self, read: Callable[[int], Any]) -> Iterator[bytes]:
        left = self.size
        # One byte more than expected is read, to see that there is none.
        while data := self._checked(read(PIECE if left is None else min(PIECE, left + 1))):
            if left is not None:
                left -= len(data)
                if left < 0:
                    raise self._changed("more")
            yield data
        if left:
            raise self._changed(f"{left} fewer")

    def _checked(self, data: Any) -> bytes:
        if isinstance(data, bytes):
            return data
        found = "text; open it in mode 'rb'" if isinstance(data, str) else type(data).__name__
        raise TypeError(f"{self.argument}: the file did not return bytes but {found}")

    def _changed(self, difference: str) -> TransportError:
        where = f" {self.source!r}" if isinstance(self.source, str) else ""
        reason = f"the file{where} changed while it was sent: it had {self.size} bytes, and now {difference}"
        return TransportError(f"{self.argument}: {reason}", kind="broken")


def _size_of_path(argument: str, path: str) -> int | None:
    try:
        kind = os.stat(path).st_mode
        if stat.S_ISDIR(kind):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        if not stat.S_ISREG(kind):
            return None  # opening a pipe now would take from it what is to be sent
        with open(path, "rb", buffering=0) as file:
            return os.fstat(file.fileno()).st_size
    except OSError as error:
        # OSError(errno, ...) creates the matching subclass, such as FileNotFoundError.
        raise OSError(error.errno, f"{argument}: {error.strerror}", path) from None


def _size_of_file(argument: str, source: OpenFile) -> int | None:
    file = source.file
    if source.start is None:
        if source.spent:
            raise ValueError(f"{argument}: the file was sent before, and cannot be read again because it cannot seek")
        return None
    if getattr(file, "closed", False):
        raise ValueError(f"{argument}: the file is closed")
    try:
        end: int = file.seek(0, os.SEEK_END)
    except (OSError, ValueError):  # some files seek from their beginning only
        return None
    return max(0, end - source.start)


def _identified(part: TextPart | FilePart) -> TextPart | FilePart:
    """Return a part that has a name and a type, for which the first bytes of its file may be read."""
    if isinstance(part, TextPart) or isinstance(part.source, bytes) or None not in (part.filename, part.type):
        return part
    return part.identified(_first_bytes(part.argument, part.source))


def _first_bytes(argument: str, source: str | OpenFile) -> bytes:
    """Return the first bytes of a file, none of one that could not be read from there again."""
    if isinstance(source, str):
        if _size_of_path(argument, source) is None:
            return b""
        with open(source, "rb", buffering=0) as file:
            return file.read(HEAD)
    if source.start is None or getattr(source.file, "closed", False):
        return b""
    source.file.seek(source.start)
    head = source.file.read(HEAD)
    source.file.seek(source.start)
    return head if isinstance(head, bytes) else b""  # what it is else is found when it is sent


def _head(boundary: str, part: TextPart | FilePart) -> bytes:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{part.name.translate(_ESCAPES)}"'
    if isinstance(part, FilePart):
        head += f'; filename="{(part.filename or "").translate(_ESCAPES)}"\r\nContent-Type: {part.type}'
    elif part.type is not None:
        head += f"\r\nContent-Type: {part.type}"
    return f"{head}\r\n\r\n".encode("utf-8", "surrogateescape")


def _content(part: TextPart | FilePart) -> bytes | _File:
    if isinstance(part, TextPart):
        return part.value.encode()
    return part.source if isinstance(part.source, bytes) else _File(part.argument, part.source)
