"""Recorded bodies, and the bytes that they stand for."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..http import multipart as forms

_STYLES: dict[str, tuple[int | None, tuple[str, str]]] = {
    "compact": (None, (",", ":")),
    "spaced": (None, (", ", ": ")),
    "indent-2": (2, (",", ": ")),
}
FORMS = [f"{style}{end}" for style in _STYLES for end in ("", "-newline")]


def written(value: Any, form: str) -> str:
    """A JSON value in one of the forms."""
    indent, separators = _STYLES[form.removesuffix("-newline")]
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    return text + "\n" * form.endswith("-newline")


def bytes_of(recorded: Mapping[str, Any]) -> bytes:
    """The bytes of one `{text}` or `{base64}`."""
    if "base64" in recorded:
        return base64.b64decode(recorded["base64"])
    return str(recorded["text"]).encode()


def rebuild(body: Mapping[str, Any], content_type: str | None, sources: Path) -> bytes:
    """The bytes that were on the wire. ValueError when they do not fit the recorded length and hash.

    `sources` is the directory of the files that forms name.
    """
    if "parts" in body:
        if (separator := forms.boundary(content_type)) is None:
            raise ValueError("it has parts, and a Content-Type that names no boundary")
        data = forms.written(body["parts"], separator, sources)
    else:
        data = _bytes(body)
    if len(data) != body["bytes"]:
        raise ValueError(f"the body has {len(data)} bytes, {body['bytes']} were recorded")
    if "sha256" in body and hashlib.sha256(data).hexdigest() != body["sha256"]:
        raise ValueError("the body does not fit its sha256")
    return data


def _bytes(body: Mapping[str, Any]) -> bytes:
    if "chunks" in body:
        return b"".join(bytes_of(chunk) for chunk in body["chunks"])
    # `text` wins over `json`: both are there only where no way of writing the value yields the bytes.
    if "text" in body or "base64" in body:
        return bytes_of(body)
    if "json" not in body:
        return b""
    form = body.get("json_form")
    if form not in FORMS:
        raise ValueError(f"json_form {form!r} is not known; known are {', '.join(FORMS)}")
    return written(body["json"], form).encode()
