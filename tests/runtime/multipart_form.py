"""An operation with a form of text and files, and the parts of its requests."""

from __future__ import annotations

import io
import os
import tempfile
from email import message_from_bytes
from pathlib import Path
from typing import IO, Any

from generator.runtime.encoding.multipart import FormField, Multipart
from generator.runtime.encoding.multipart_body import MultipartBody
from tests.runtime.endpoints import Endpoint

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
DRAW = Endpoint(
    id="drawMap",
    method="POST",
    path="/v1/maps",
    multipart=(
        FormField("sketch", file=True, type="image/png"),
        FormField("title"),
        FormField("layers[]", many=True),
        FormField("photos", file=True, many=True),
        FormField("scale"),
    ),
    wire_names={"layers": "layers[]"},
)


def form(**arguments: Any) -> Multipart:
    content = DRAW(arguments).content
    assert isinstance(content, Multipart)
    return content


def sent(multipart: Multipart) -> bytes:
    body = MultipartBody(multipart)
    whole = b"".join(body)
    assert body.length in (None, len(whole))
    return whole


def parts(multipart: Multipart) -> list[tuple[str, str | None, str | None, bytes]]:
    """Name, filename, content type and content, as an independent parser reads them."""
    body = MultipartBody(multipart)
    raw = b"Content-Type: " + body.content_type.encode() + b"\r\n\r\n" + b"".join(body)
    message = message_from_bytes(raw)
    assert message.is_multipart()
    found = []
    for part in message.get_payload():
        assert not isinstance(part, str)
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        assert isinstance(name, str)
        assert isinstance(content, bytes)
        kind = part.get("Content-Type")
        found.append((name, part.get_filename(), kind, content))
    return found


def content_as(kind: str, path: Path, keep: list[IO[bytes]]) -> Any:
    data = path.read_bytes()
    if kind in ("bytes", "bytearray", "memoryview"):
        return {"bytes": bytes, "bytearray": bytearray, "memoryview": memoryview}[kind](data)
    if kind == "pipe":
        reading, writing = os.pipe()
        os.write(writing, data)
        os.close(writing)
        keep.append(os.fdopen(reading, "rb"))
    elif kind == "spooled":
        spooled: Any = tempfile.SpooledTemporaryFile()  # noqa: SIM115
        spooled.write(data)
        spooled.seek(0)
        keep.append(spooled)
    elif kind in ("open", "unbuffered", "BytesIO"):
        opened = io.BytesIO(data) if kind == "BytesIO" else open(path, "rb", -1 if kind == "open" else 0)  # noqa: SIM115
        keep.append(opened)
    return keep[-1] if keep else str(path) if kind == "text path" else path
