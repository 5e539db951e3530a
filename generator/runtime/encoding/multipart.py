"""Multipart forms as plain data: no file is opened or read here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeAlias, TypeGuard

import msgspec

from ..http.headers import invalid_header_value
from ..http.media_type import HEAD, OCTET_STREAM, guess_type, sniff, suffix
from .arguments import each, encode_json, encode_text
from .result_objects import with_result_objects


class Readable(Protocol):
    """A file open for reading, in binary."""

    def read(self, size: int, /) -> bytes: ...


FileContent: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | Readable
"""A path (text is a path), the bytes themselves, or an open file, which is read from its current position."""
FileParam: TypeAlias = FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
"""A file as an argument: its content, (name, content), or (name, content, content type)."""


class FormField(msgspec.Struct, frozen=True):
    """A field of a form, as an operation declares it.

    `file` fields take a `FileParam`, with `many` a list of them. Other fields take text, numbers, booleans, and
    sequences of these, which are sent as parts of the same name; with `json` they take any value, with `many` a list of
    them, and with `text` too a string is sent as it is. `type` is the content type of a file whose name shows none.
    """

    name: str
    file: bool = False
    many: bool = False
    type: str = OCTET_STREAM
    json: bool = False
    text: bool = False


class TextPart(msgspec.Struct, frozen=True):
    """A field that holds text; of a type, if that is not plain text."""

    name: str
    value: str
    type: str | None = None


class OpenFile:
    """A file that the caller has open. It is read from where it stood, at every sending if it can seek."""

    __slots__ = ("argument", "file", "readers", "spent", "start")

    def __init__(self, argument: str, file: Any) -> None:
        self.argument = argument
        self.file = file
        self.start = _position(argument, file)
        self.spent = False  # a file that cannot seek was read
        self.readers = 0  # sendings that have begun to read it and not ended; a thread of one may still be at it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OpenFile) and self.file is other.file and self.start == other.start

    def __hash__(self) -> int:
        return hash((id(self.file), self.start))

    def __reduce__(self) -> Any:
        raise TypeError(f"{self.argument}: a call over an open file cannot be pickled; pass a path or bytes instead")


class FilePart(msgspec.Struct, frozen=True):
    """A file of a form. `source` is its bytes, a path as text, or the caller's open file.

    `filename` and `type` are None where only the content tells them, which is read when the form is sent.
    """

    name: str
    argument: str
    filename: str | None
    type: str | None
    source: bytes | str | OpenFile
    usual_type: str = OCTET_STREAM

    def identified(self, head: bytes) -> FilePart:
        """Return this part with a name and a type, by the first bytes of the file where it has none."""
        found = sniff(head)
        # Some servers go by a name's ending alone.
        name = self.name + suffix(found or self.usual_type) if self.filename is None else self.filename
        return msgspec.structs.replace(self, filename=name, type=self.type or found or self.usual_type)

    def __repr__(self) -> str:
        return f"FilePart({self.name!r}, {self.filename!r}, {self.type!r})"  # its bytes may be many, or secret


class Multipart(msgspec.Struct, frozen=True):
    """The parts of a form in their order. It compares, hashes and pickles; a `MultipartBody` is one sending of it."""

    parts: tuple[TextPart | FilePart, ...]
    type: str = "multipart/form-data"

    @property
    def repeatable(self) -> bool:
        """False if it holds an open file that is still being read, or was read and cannot seek back."""
        return not any(isinstance(part, FilePart) and is_used_up(part.source) for part in self.parts)

    def __repr__(self) -> str:
        return f"Multipart({', '.join(part.name for part in self.parts)})"


class WholeFile(msgspec.Struct, frozen=True):
    """A file that is a whole body. It compares and pickles; a `FileBody` is one sending of it."""

    part: FilePart

    @property
    def repeatable(self) -> bool:
        """False if it is an open file that is still being read, or was read and cannot seek back."""
        return not is_used_up(self.part.source)

    def __repr__(self) -> str:
        return f"WholeFile({self.part!r})"


def build_form(
    fields: Iterable[FormField],
    values: Mapping[str, Any],
    extra: Mapping[str, Any],
    arguments: Mapping[str, str],
    sent_as: Mapping[str, str] = {},
    type: str = "multipart/form-data",
) -> Multipart:
    """Build a form of the values of declared fields, in their order, and of extra ones, which replace declared ones.

    `arguments` maps names of fields to those that the caller knows, where they differ, and `sent_as` to those that are
    sent. A form has no null, so None is a
    TypeError, as is what cannot be text; NaN is a ValueError. In `extra`, where nothing is declared, text is text;
    bytes, path objects, open files and (name, content) are files.
    """
    parts: list[TextPart | FilePart] = []
    for field in fields:
        sent = sent_as.get(field.name, field.name)
        if field.name in values and sent not in extra:
            named = msgspec.structs.replace(field, name=sent)
            parts.extend(_parts(named, arguments.get(field.name, field.name), values[field.name]))
    for name, value in extra.items():
        parts.extend(_parts(FormField(name, file=_is_file(value)), f"extra_body.{name}", value))
    return Multipart(tuple(parts), type)


def _parts(field: FormField, argument: str, value: Any) -> Iterator[TextPart | FilePart]:
    one = field.file and (not field.many or _is_named(value))
    for index, item in enumerate((value,) if one or (field.json and not field.many) else each(value)):
        place = argument if item is value else f"{argument}[{index}]"
        yield _file(field, place, item) if field.file else _text(field, place, item)


def _text(field: FormField, argument: str, value: Any) -> TextPart:
    if not field.json or (field.text and isinstance(value, str)):
        return TextPart(field.name, encode_text(argument, value))
    plain = with_result_objects({argument: value}, [argument])[argument]
    return TextPart(field.name, encode_json(plain).decode(), "application/json")


def _is_named(value: Any) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], str)  # pyright: ignore[reportUnknownArgumentType]


def _is_content(value: Any) -> bool:
    return isinstance(value, (bytes, bytearray, memoryview, os.PathLike)) or hasattr(value, "read")


def _is_file(value: Any) -> bool:
    return _is_content(value) or (_is_named(value) and len(value) in (2, 3) and _is_content(value[1]))


def build_file(argument: str, value: Any, usual_type: str) -> FilePart:
    """Build the file that an argument is, for a body that is nothing else."""
    return _file(FormField(argument, type=usual_type), argument, value)


def _file(field: FormField, argument: str, value: Any) -> FilePart:
    name: Any = None
    kind: Any = None
    if isinstance(value, tuple):
        name, value, kind = _split_named(argument, value)  # pyright: ignore[reportUnknownArgumentType]
    if name is None:
        name = _own_name(value)
    source = _source(argument, value)
    try:
        # The system's names that are not UTF-8 hold their bytes in this way, and are sent as those.
        (name or "").encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise ValueError(f"{argument}: the file's name contains half of a character (a lone surrogate)") from None
    part = FilePart(field.name, argument, name, kind or guess_type(name or ""), source, field.type)
    return part.identified(source[:HEAD]) if isinstance(source, bytes) else part


def _split_named(argument: str, value: tuple[Any, ...]) -> tuple[str, Any, str | None]:
    if len(value) not in (2, 3) or not all(isinstance(word, str) for word in (value[0], *value[2:])):
        raise TypeError(f"{argument}: a tuple must be (name, content) or (name, content, content type)")
    kind: str | None = value[2] if value[2:] else None
    if kind is not None and (fault := invalid_header_value(kind)) is not None:
        raise ValueError(f"{argument}: its content type contains {fault}")
    return value[0], value[1], kind


def _source(argument: str, value: Any) -> bytes | str | OpenFile:
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, (str, os.PathLike)):
        path = os.fsdecode(value)  # pyright: ignore[reportUnknownArgumentType]
        if not path or "\0" in path:
            raise ValueError(f"{argument}: {path!r} is not a path; pass content as bytes")
        return path
    if hasattr(value, "read"):
        return OpenFile(argument, _plain_file(value))
    found = "None (omit an optional argument instead)" if value is None else type(value).__name__
    raise TypeError(f"{argument} must be a path, bytes or a file open in mode 'rb', not {found}")


def is_used_up(source: bytes | str | OpenFile) -> bool:
    """Return whether a source is an open file that cannot be read again now."""
    return isinstance(source, OpenFile) and bool(source.readers or (source.start is None and source.spent))


def _position(argument: str, file: Any) -> int | None:
    """Return the position of an open file, None if it cannot seek. Refuses one that does not return bytes."""
    from inspect import iscoroutinefunction
    from io import TextIOBase

    if isinstance(file, TextIOBase) or isinstance(getattr(file, "encoding", None), str):
        raise TypeError(f"{argument}: the file is open as text; open it in mode 'rb'")
    if iscoroutinefunction(getattr(file, "read", None)):
        raise TypeError(f"{argument}: reading the file has to be awaited; pass its bytes, or the plain file inside it")
    if getattr(file, "closed", False):
        raise ValueError(f"{argument}: the file is closed")
    if hasattr(file, "readable") and not file.readable():
        raise ValueError(f"{argument}: the file is open for writing only; open it in mode 'rb'")
    return file.tell() if hasattr(file, "seekable") and file.seekable() else None


def _plain_file(file: Any) -> Any:
    """Return the file inside an object of a web framework (Starlette, anyio) whose own `read` has to be awaited."""
    from inspect import iscoroutinefunction

    if iscoroutinefunction(file.read):
        for inner in (getattr(file, "file", None), getattr(file, "wrapped", None)):
            if hasattr(inner, "read") and not iscoroutinefunction(getattr(inner, "read")):  # noqa: B009
                return inner
    return file


def _own_name(value: Any) -> str | None:
    """Return the name of a path or an open file, None where it has none of its own."""
    path = value
    if hasattr(value, "read"):
        # What was uploaded to a web framework has a `filename`; its `name` may be that of the form's field.
        path = value.filename if hasattr(value, "filename") else getattr(value, "name", None)
    if not isinstance(path, (str, bytes, os.PathLike)) or isinstance(value, bytes):
        return None
    name = os.path.basename(os.fsdecode(path))  # pyright: ignore[reportUnknownArgumentType]
    # A file without a name of its own says a number, or a word such as <fdopen>.
    return None if not name or name.startswith("<") else name
