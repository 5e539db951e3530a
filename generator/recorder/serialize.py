"""Answers as the fixtures' files say them: the way back from what `bodies.rebuild` and `fixtures.load` do."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any, NoReturn

from ..mock_server.replay.bodies import FORMS
from ..mock_server.replay.fixtures import Chunk, Response
from ..spec.pointer import mapping as as_dict
from ..spec.pointer import sequence as as_list

_WIDTH = 118
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def response_of(answer: Response, streamed: bool) -> dict[str, Any]:
    """The `response` of a fixture. `streamed`: keep the pieces, whatever the Content-Type says."""
    return {
        "version": answer.version,
        "status": answer.status,
        "reason": answer.reason,
        "headers": [list(header) for header in answer.headers],
        "framing": answer.framing,
        "ended": answer.ended,
        "body": _body(answer, streamed),
    }


def body_of(data: bytes) -> dict[str, Any]:
    """A body in one piece, as a fixture holds it."""
    sizes: dict[str, Any] = {"bytes": len(data)}
    return {**sizes, "sha256": hashlib.sha256(data).hexdigest(), **_whole(data, text_of(data))} if data else sizes


def timing_of(answer: Response) -> dict[str, Any]:
    """The `timing` of a fixture."""
    return {"head_ms": answer.head_ms, "total_ms": answer.total_ms}


def media_type(answer: Response) -> str:
    """The Content-Type of an answer without its parameters."""
    said = next((value for name, value in answer.headers if name.lower() == "content-type"), "")
    return said.partition(";")[0].strip().lower()


def text_of(data: bytes) -> str | None:
    """The text that bytes are; None when they are none."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def json_of(text: str) -> Any:
    """The object or array that a text is; None when it is none, or one that cannot be written again."""
    try:
        value: Any = json.loads(text, parse_constant=_refuse)
        json.dumps(value, ensure_ascii=False).encode()  # half of a character could not be written
    except (ValueError, RecursionError):
        return None
    return value if text.lstrip()[:1] in ("{", "[") else None


def written(value: Any, indent: int = 0) -> str:
    """JSON for people: what fits into a line stands in one."""
    flat = json.dumps(value, ensure_ascii=False)
    members, entries = as_dict(value), as_list(value)
    if not (members or entries) or indent + len(flat) <= _WIDTH:
        return flat
    pad = " " * (indent + 1)
    if members:
        lines = [
            f"{pad}{json.dumps(key, ensure_ascii=False)}: {written(one, indent + 1)}" for key, one in members.items()
        ]
        return "{\n" + ",\n".join(lines) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(pad + written(one, indent + 1) for one in entries) + "\n" + " " * indent + "]"


def put(path: Path, recorded: dict[str, Any]) -> None:
    """Write a fixture's file: whole or not at all."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}.", suffix=".part")
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(written(recorded) + "\n")
        os.chmod(beside, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _body(answer: Response, streamed: bool) -> dict[str, Any]:
    data = answer.body
    if not data or not (streamed or _is_stream(answer, text_of(data))):
        return body_of(data)
    digest = hashlib.sha256(data).hexdigest()
    return {"bytes": len(data), "sha256": digest, "chunks": [_chunk(piece) for piece in answer.chunks]}


def _is_stream(answer: Response, text: str | None) -> bool:
    """Events, and sound or films that came in several chunks: for them the pace is part of what is recorded."""
    in_chunks = answer.framing == "chunked" and len(answer.chunks) > 1
    return media_type(answer) == "text/event-stream" or (in_chunks and text is None)


def _chunk(piece: Chunk) -> dict[str, Any]:
    text = text_of(piece.data)
    return {"ms": piece.ms, **(_base64(piece.data) if text is None else {"text": text})}


def _whole(data: bytes, text: str | None) -> dict[str, Any]:
    if text is None:
        return _base64(data)
    value = json_of(text)
    if value is None:
        return {"text": text}
    form = next((name for name, write in FORMS.items() if write(value) == text), None)
    return {"json": value, "json_form": form} | ({} if form else {"text": text})


def _base64(data: bytes) -> dict[str, str]:
    return {"base64": base64.b64encode(data).decode()}


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")
