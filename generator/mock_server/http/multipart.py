"""Multipart forms: parsed part by part as they come in, and written as they were recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from python_multipart.multipart import MultipartParser, parse_options_header

_TEXT_LIMIT = 1024 * 1024


class Part(NamedTuple):
    """One part of a form. Of a file only length and hash are kept, never its bytes."""

    name: str
    filename: str | None  # None: it is a text, not a file
    content_type: str | None
    text: str | None
    size: int
    sha256: str


Form = tuple[Part, ...]


class FormReader:
    """Parses a form as it comes in; keeps no more of a part than a text needs."""

    def __init__(self, boundary: bytes) -> None:
        self._parts: list[Part] = []
        self._header = bytearray()
        self._value = bytearray()
        self._headers: dict[str, bytes] = {}
        self._begin()
        self._ended = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": lambda data, start, end: self._header.extend(data[start:end]),
                "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
                "on_header_end": self._header_ended,
                "on_part_data": self._take,
                "on_part_end": self._part_ended,
                "on_end": self._end,
            },
        )

    def feed(self, data: bytes) -> None:
        """Parse the next bytes of the body. ValueError when they are no form."""
        self._parser.write(data)

    def finish(self) -> Form:
        """All parts, in order. ValueError when the form has no end."""
        if not self._ended:
            raise ValueError("the form ends before its last boundary")
        return tuple(self._parts)

    def _begin(self) -> None:
        self._headers = {}
        self._text = bytearray()
        self._size = 0
        self._hash = hashlib.sha256()

    def _header_ended(self) -> None:
        self._headers[self._header.decode("latin-1").lower()] = bytes(self._value)
        self._header.clear()
        self._value.clear()

    def _take(self, data: bytes, start: int, end: int) -> None:
        chunk = memoryview(data)[start:end]
        self._hash.update(chunk)
        self._size += end - start
        if len(self._text) < _TEXT_LIMIT:
            self._text.extend(chunk)

    def _part_ended(self) -> None:
        _, options = parse_options_header(self._headers.get("content-disposition", b""))
        filename, content_type = options.get(b"filename"), self._headers.get("content-type")
        self._parts.append(
            Part(
                name=_decoded(options.get(b"name", b"")),
                filename=None if filename is None else _decoded(filename),
                content_type=None if content_type is None else content_type.decode("latin-1"),
                text=_decoded(bytes(self._text)) if filename is None else None,
                size=self._size,
                sha256=self._hash.hexdigest(),
            )
        )

    def _end(self) -> None:
        self._ended = True


def boundary(content_type: str | None) -> bytes | None:
    """The boundary of a form; None when the Content-Type is not that of a form, or names none."""
    media_type, options = parse_options_header(content_type)
    return (options.get(b"boundary") or None) if media_type == b"multipart/form-data" else None


def read(content_type: str | None, body: bytes) -> Form | None:
    """The parts of a body; None when it is no form."""
    separator = boundary(content_type)
    if separator is None:
        return None
    try:
        reader = FormReader(separator)
        reader.feed(body)
        return reader.finish()
    except ValueError:
        return None


def written(parts: Iterable[Mapping[str, Any]], separator: bytes, sources: Path) -> bytes:
    """The bytes of a recorded form. OSError when a source file is missing."""
    lines: list[bytes] = []
    for part in parts:
        head = f'Content-Disposition: form-data; name="{part["name"]}"'
        if "filename" in part:
            head += f'; filename="{part["filename"]}"\r\nContent-Type: {part["content_type"]}'
        data = (sources / part["source"]).read_bytes() if "source" in part else str(part["text"]).encode()
        lines += [b"--", separator, b"\r\n", head.encode(), b"\r\n\r\n", data, b"\r\n"]
    return b"".join([*lines, b"--", separator, b"--\r\n"])


def alike(form: Form) -> tuple[tuple[str, str | None, str], ...]:
    """Equal for forms with the same parts. Order counts among parts of one name only, Content-Type never."""
    return tuple(sorted(((part.name, part.filename, part.sha256) for part in form), key=lambda one: one[0]))


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
