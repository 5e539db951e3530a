"""Replies of a mock transport: results, events, files, errors and broken connections."""

from __future__ import annotations

import base64
import json as standard_json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from ..transport.errors import FailureKind, TransportError


class Reply(NamedTuple):
    """A response: its status, headers, and the pieces in which its body arrives."""

    status: int
    headers: Sequence[tuple[str, str]]
    pieces: tuple[bytes, ...]

    @property
    def body(self) -> bytes:
        """The whole body."""
        return b"".join(self.pieces)


class Failure(NamedTuple):
    """A connection that fails instead of a response."""

    kind: FailureKind
    sent: bool | None
    message: str

    def error(self) -> TransportError:
        """The error that the transport raises."""
        return TransportError(self.message, kind=self.kind, sent=self.sent)


def json(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    """A response of JSON: a model, a TypedDict, or anything that JSON can hold."""
    to_dict = getattr(value, "to_dict", None)
    body = msgspec.json.encode(to_dict() if to_dict else value)
    return Reply(status, [("Content-Type", "application/json"), *(headers or {}).items()], (body,))


def events(*values: Any, end: str | None = "[DONE]") -> Reply:
    """A stream of events: models of chunks, or anything that JSON can hold. With `end=None` it breaks off."""
    pieces = [b"data: " + json(value).body + b"\n\n" for value in values]
    if end is not None:
        pieces.append(f"data: {end}\n\n".encode())
    return Reply(200, [("Content-Type", "text/event-stream")], tuple(pieces))


def file(content: bytes, content_type: str) -> Reply:
    """A response that is a file, such as sound or a picture."""
    return Reply(200, [("Content-Type", content_type)], (content,))


def error(status: int, message: str, code: Any = None, type: str = "invalid_request_error") -> Reply:
    """A response with an error in the form that most APIs share. For other forms use `json(body, status)`."""
    return json({"error": {"message": message, "type": type, "param": None, "code": code}}, status)


def failure(
    kind: FailureKind = "broken", *, sent: bool | None = None, message: str = "the connection broke"
) -> Failure:
    """No response: a "timeout", a "broken" connection, or one that was never opened ("connect", with `sent=False`)."""
    return Failure(kind, sent, message)


def recorded(path: str | Path) -> Reply:
    """The response of a recorded exchange (the JSON files that the generator's recorder writes).

    Raises ValueError for a file that is none.
    """
    try:
        response = standard_json.loads(Path(path).read_bytes())["response"]
        body: Mapping[str, Any] = response.get("body") or {}
        pieces = tuple(map(_bytes, body["chunks"])) if "chunks" in body else (_bytes(body),)
        return Reply(response["status"], [(name, value) for name, value in response["headers"]], pieces)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path} is no recorded exchange: {error}") from error


def _bytes(body: Mapping[str, Any]) -> bytes:
    if "base64" in body:
        return base64.b64decode(body["base64"])
    if "text" in body:
        return str(body["text"]).encode()
    return msgspec.json.encode(body["json"]) if "json" in body else b""


def reply_of(value: Any) -> Reply | Failure:
    """The reply that a value stands for: itself, or a result as JSON."""
    return value if isinstance(value, (Reply, Failure)) else json(value)
