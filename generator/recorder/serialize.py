"""Responses as the files of fixtures describe them: the inverse of `bodies.rebuild` and `fixtures.load`."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any, NoReturn

from ..mock_server.replay.bodies import FORMS, written
from ..mock_server.replay.fixtures import Response
from ..runtime.files.atomic_write import AtomicWriter
from ..spec.operations import EVENTS
from ..spec.pointer import mapping, sequence

_WIDTH = 118
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def describe(response: Response, *, streamed: bool) -> dict[str, Any]:
    """The `response` and the `timing` of a fixture. `streamed`: keep the chunks, whatever the Content-Type is."""
    names = ("version", "status", "reason", "headers", "framing", "ended")
    described = {name: getattr(response, name) for name in names}
    described |= {"headers": [list(header) for header in response.headers], "body": _body(response, streamed)}
    return {
        "response": described,
        "timing": {"head_ms": response.head_ms, "total_ms": response.total_ms},
    }


def body_of(data: bytes) -> dict[str, Any]:
    """A body in one piece, as a fixture holds it."""
    sizes: dict[str, Any] = {"bytes": len(data)}
    return {**sizes, "sha256": hashlib.sha256(data).hexdigest(), **_whole(data, text_of(data))} if data else sizes


def text_of(data: bytes) -> str | None:
    """The bytes as text; None when they are not text."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def json_of(text: str) -> Any:
    """The text as a JSON object or array; None when it is neither, or cannot be written again."""
    try:
        value: Any = json.loads(text, parse_constant=_refuse)
        json.dumps(value, ensure_ascii=False).encode()  # half of a character could not be written
    except (ValueError, RecursionError):
        return None
    return value if text.lstrip()[:1] in ("{", "[") else None


def to_json(value: Any, indent: int = 0) -> str:
    """JSON for people: what fits into a line is in one."""
    flat = json.dumps(value, ensure_ascii=False)
    members, entries = mapping(value), sequence(value)
    if not (members or entries) or indent + len(flat) <= _WIDTH:
        return flat
    pad = " " * (indent + 1)
    if members:
        lines = [
            f"{pad}{json.dumps(key, ensure_ascii=False)}: {to_json(one, indent + 1)}" for key, one in members.items()
        ]
        return "{\n" + ",\n".join(lines) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(pad + to_json(one, indent + 1) for one in entries) + "\n" + " " * indent + "]"


def write(path: Path, recorded: dict[str, Any]) -> None:
    """Write the file of a fixture, whole or not at all."""
    with AtomicWriter(path) as file:
        file.write(f"{to_json(recorded)}\n".encode())


def _body(response: Response, streamed: bool) -> dict[str, Any]:
    data = response.body
    # Events, and sound or films that came in several chunks: for them the pace is part of what is recorded.
    in_chunks = response.framing == "chunked" and len(response.chunks) > 1
    if not data or not (streamed or response.media_type == EVENTS or (in_chunks and text_of(data) is None)):
        return body_of(data)
    digest = hashlib.sha256(data).hexdigest()
    chunks = [{"ms": chunk.ms, **_plain(chunk.data, text_of(chunk.data))} for chunk in response.chunks]
    return {"bytes": len(data), "sha256": digest, "chunks": chunks}


def _whole(data: bytes, text: str | None) -> dict[str, Any]:
    if text is None or (value := json_of(text)) is None:
        return _plain(data, text)
    form = next((form for form in FORMS if written(value, form) == text), None)
    return {"json": value, "json_form": form} | ({} if form else {"text": text})


def _plain(data: bytes, text: str | None) -> dict[str, str]:
    return {"base64": base64.b64encode(data).decode()} if text is None else {"text": text}


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")
