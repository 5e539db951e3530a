"""Fixtures: files that hold one recorded exchange each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

from ..http import multipart as forms
from .bodies import bytes_of, rebuild

Framing = Literal["chunked", "length", "close", "none"]
Ended = Literal["complete", "cut", "timeout", "reset", "closed"]
Header = tuple[str, str]

# The era that the spec follows comes first: where several recordings fit a request, that one is played.
ERAS = ("nov", "head", "sep")

NO_JSON: Any = object()

_ERROR = re.compile(rb'\s*\{\s*"error"')


class BrokenFixture(ValueError):
    """A fixture that cannot be read; the message names the file and what to do."""


class Chunk(NamedTuple):
    """Bytes that went out together, `ms` milliseconds after the request had come in."""

    ms: float
    data: bytes


class Message:
    """Headers in the order and case in which they were sent."""

    __slots__ = ()
    headers: tuple[Header, ...]

    def header(self, name: str) -> str | None:
        """The first value of a header, or None."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def media_type(self) -> str:
        """The Content-Type without its parameters."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Request(Message):
    """A request. `form` holds the parts of a form; `dropped` counts the bytes of a body that was too large to keep."""

    method: str
    target: str
    headers: tuple[Header, ...]
    body: bytes
    form: forms.Form | None = None
    dropped: int = 0

    @property
    def json(self) -> Any:
        """The JSON value of the body; `NO_JSON` when it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return NO_JSON


@dataclass(frozen=True, slots=True)
class Response(Message):
    """A response, and how it went over the wire."""

    status: int
    reason: str
    headers: tuple[Header, ...]
    chunks: tuple[Chunk, ...]
    framing: Framing = "length"
    ended: Ended = "complete"
    version: str = "HTTP/1.1"
    head_ms: float = 0
    total_ms: float = 0

    @property
    def body(self) -> bytes:
        """The body without its framing."""
        return b"".join(chunk.data for chunk in self.chunks)

    @property
    def failed(self) -> bool:
        """Return True for a refusal or a failure, whatever its status."""
        return self.status >= 400 or not self.chunks or _ERROR.match(self.body) is not None

    def with_body(self, body: bytes) -> Response:
        """The same response with another body in one chunk, and the Content-Length that fits."""
        return self._with_chunks([Chunk(self.head_ms, body)])

    def replacing(self, old: bytes, new: bytes) -> Response:
        """The same response with `new` wherever a chunk says `old`."""
        return self.edited(re.compile(re.escape(old)), new)

    def edited(self, old: re.Pattern[bytes], new: bytes) -> Response:
        """The same response with `new` wherever a chunk fits `old`."""
        return self._with_chunks(Chunk(chunk.ms, old.sub(lambda _: new, chunk.data)) for chunk in self.chunks)

    def _with_chunks(self, chunks: Iterable[Chunk]) -> Response:
        response = replace(self, chunks=tuple(chunks))
        length = str(len(response.body))
        headers = tuple((k, length if k.lower() == "content-length" else v) for k, v in self.headers)
        return replace(response, headers=headers)


@dataclass(frozen=True, slots=True)
class Fixture:
    """One recorded exchange. `arguments` make its request through the typed client; None where nothing typed can."""

    operation: str
    case: str
    era: str
    about: str
    arguments: dict[str, Any] | None
    request: Request
    response: Response

    @property
    def name(self) -> str:
        """`createChatCompletion/minimal`, with `@head` or `@sep` behind it for the other eras."""
        return f"{self.operation}/{self.case}" + ("" if self.era == ERAS[0] else f"@{self.era}")


def load(path: Path) -> Fixture:
    """The fixture in a file. BrokenFixture when it cannot be read or its bytes do not fit their hash."""
    try:
        return _fixture(json.loads(path.read_text(encoding="utf-8")), path.parents[1] / "sources")
    except (KeyError, TypeError, ValueError, OSError) as error:
        hint = "record it again, or remove the file"
        raise BrokenFixture(f"{path}: {type(error).__name__}: {error}; {hint}") from error


def load_all(directory: Path) -> list[Fixture]:
    """All fixtures under a directory, the spec's era first, then by name."""
    fixtures = [load(path) for path in sorted(directory.glob("*/*.json"))]
    if not fixtures:
        raise BrokenFixture(
            f"{directory}: no fixture is in there; name the directory that holds <operation>/<case>.json"
        )
    return by_era(fixtures)


def by_era(fixtures: Iterable[Fixture]) -> list[Fixture]:
    """The spec's era first; within it, by name."""
    return sorted(fixtures, key=lambda fixture: (ERAS.index(fixture.era), fixture.name))


def _fixture(recorded: dict[str, Any], sources: Path) -> Fixture:
    if recorded["era"] not in ERAS:
        raise ValueError(f"era {recorded['era']!r} is none of {', '.join(ERAS)}")
    same = {name: recorded[name] for name in ("operation", "case", "era", "about", "arguments")}
    request = _request(recorded["request"], sources)
    return Fixture(**same, request=request, response=_response(recorded["response"], recorded["timing"]))


def _request(request: dict[str, Any], sources: Path) -> Request:
    headers = _headers(request)
    content_type = next((value for name, value in headers if name.lower() == "content-type"), None)
    body = rebuild(request["body"], content_type, sources)
    return Request(request["method"], request["target"], headers, body, forms.read(content_type, body))


def _response(recorded: dict[str, Any], timing: dict[str, Any]) -> Response:
    data = rebuild(recorded["body"], None, Path())
    chunks = [Chunk(chunk["ms"], bytes_of(chunk)) for chunk in recorded["body"].get("chunks", ())]
    if not chunks and data:
        chunks = [Chunk(timing["head_ms"], data)]
    same = {name: recorded[name] for name in ("status", "reason", "framing", "ended", "version")}
    return Response(headers=_headers(recorded), chunks=tuple(chunks), **same, **timing)


def _headers(recorded: dict[str, Any]) -> tuple[Header, ...]:
    return tuple((name, value) for name, value in recorded["headers"])
