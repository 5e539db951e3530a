"""Multipart forms: parsed part by part as they come in, and written as they were recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from python_multipart.multipart import Field, File, FormParser, parse_options_header


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
    """Parses a form as it comes in. Large files lie on disk until their end, when they are hashed and dropped."""

    def __init__(self, boundary: bytes) -> None:
        self._parts: list[Part] = []
        self._ended = False
        self._parser = FormParser("multipart/form-data", self._field, self._file, self._end, boundary)

    def feed(self, data: bytes | bytearray) -> bool:
        """Parse the next bytes of the body. False when they are no form."""
        try:
            self._parser.write(bytes(data))
        except ValueError:
            return False
        return True

    def finish(self) -> Form | None:
        """All parts, in order; None when the form has no end."""
        return tuple(self._parts) if self._ended else None

    def _field(self, field: Field) -> None:
        value = field.value or b""
        name, digest = _decoded(field.field_name), hashlib.sha256(value).hexdigest()
        self._parts.append(Part(name, None, field.content_type, _decoded(value), len(value), digest))

    def _file(self, file: File) -> None:
        file.file_object.seek(0)
        digest = hashlib.file_digest(file.file_object, "sha256").hexdigest()
        names = _decoded(file.field_name), _decoded(file.file_name)
        self._parts.append(Part(*names, file.content_type, None, file.size, digest))
        file.close()

    def _end(self) -> None:
        self._ended = True


def boundary(content_type: str | None) -> bytes | None:
    """The boundary of a form; None when the Content-Type is not that of a form, or names none."""
    media_type, options = parse_options_header(content_type)
    return (options.get(b"boundary") or None) if media_type == b"multipart/form-data" else None


def read(content_type: str | None, body: bytes) -> Form | None:
    """The parts of a body; None when it is no form."""
    separator = boundary(content_type)
    reader = FormReader(separator) if separator else None
    return reader.finish() if reader and reader.feed(body) else None


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


def _decoded(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "replace")
