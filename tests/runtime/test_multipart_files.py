"""Files in forms: the kinds that are accepted, and the names and types they are sent with."""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path
from typing import IO, Any

import pytest

from generator.runtime.encoding.multipart_body import MultipartBody
from tests.runtime.multipart_form import PNG, content_as, form, parts, sent


def test_text_files_closed_files_and_files_for_writing_are_refused(tmp_path: Path) -> None:
    with tempfile.NamedTemporaryFile("w") as wrapped, open(wrapped.name, "w") as text:
        for opened in (wrapped, text):
            with pytest.raises(TypeError, match="open it in mode 'rb'"):
                form(sketch=opened)
    with open(tmp_path / "a.png", "wb") as writing, pytest.raises(ValueError, match="open for writing only"):
        form(sketch=writing)
    with pytest.raises(ValueError, match="sketch: the file is closed"):
        form(sketch=writing)


def test_an_async_file_is_refused() -> None:
    class Wrapped:
        async def read(self, size: int) -> bytes:
            return b""

    with pytest.raises(TypeError, match="has to be awaited"):
        form(sketch=Wrapped())


def test_a_file_that_gives_text_all_the_same_is_refused_when_it_does() -> None:
    class Textual:
        def read(self, size: int) -> str:
            return "x"

    with pytest.raises(TypeError, match="sketch: the file did not return bytes but text; open it in mode 'rb'"):
        sent(form(sketch=Textual()))


KINDS = ["text path", "path", "bytes", "bytearray", "memoryview", "open", "unbuffered", "BytesIO", "spooled", "pipe"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_comes_in_many_ways(png: Path, kind: str) -> None:
    keep: list[IO[bytes]] = []
    multipart = form(sketch=content_as(kind, png, keep), title="x")
    body = MultipartBody(multipart)
    assert (body.length is None) == (kind == "pipe")
    found = parts(multipart)
    assert found[1] == ("title", None, None, b"x")
    name, filename, content_type, content = found[0]
    assert (name, content_type, content) == ("sketch", "image/png", PNG)
    assert filename == ("a.png" if kind in ("text path", "path", "open", "unbuffered") else "sketch.png")
    for file in keep:
        assert not file.closed  # it is the caller's
        file.close()


class Uploaded:
    """An upload of a web framework: Starlette's is read with `await`, Werkzeug's `name` is that of the form's field."""

    name = "field"

    def __init__(self, filename: str | None, content: bytes, waits: bool) -> None:
        self.filename, self.file = filename, io.BytesIO(content)
        if not waits:
            self.read, self.seek, self.tell, self.seekable = (  # type: ignore[method-assign]
                getattr(self.file, name) for name in ("read", "seek", "tell", "seekable")
            )

    async def read(self, size: int = -1) -> bytes:
        raise AssertionError("the client must read `file`, since this would have to be awaited")

    async def seek(self, offset: int) -> None:
        raise AssertionError("the client must read `file`, since this would have to be awaited")


@pytest.mark.parametrize("waits", [True, False])
@pytest.mark.parametrize(
    ("filename", "wanted"), [("x/y.gif", ("y.gif", "image/gif")), (None, ("sketch.png", "image/png")), ("", None)]
)
def test_what_was_uploaded_to_a_web_framework(filename: str | None, wanted: Any, waits: bool) -> None:
    upload = Uploaded(filename, PNG, waits)
    multipart = form(sketch=upload)
    for _ in range(2):  # it can be sent again
        assert parts(multipart)[0][1:] == (*(wanted or ("sketch.png", "image/png")), PNG)


def test_a_file_without_a_name_is_looked_at_where_it_stands_and_when_it_is_sent(tmp_path: Path) -> None:
    file = io.BytesIO(b"skipped" + b"GIF89a" + b"..." * 40)
    file.seek(7)
    call = form(photos=[file, tmp_path / "later", ("given", io.BytesIO(PNG))])
    assert file.tell() == 7
    (tmp_path / "later").write_bytes(PNG)  # a name without an ending says nothing
    found = [one[1:3] for one in parts(call)]
    assert found == [("photos.gif", "image/gif"), ("later", "image/png"), ("given", "image/png")]
    assert parts(call)[0][3] == file.getvalue()[7:]


def test_a_given_name_and_type_win(png: Path) -> None:
    assert parts(form(sketch=("b.jpg", png)))[0][1:3] == ("b.jpg", "image/jpeg")
    assert parts(form(sketch=("b.jpg", png, "x/y")))[0][1:3] == ("b.jpg", "x/y")


@pytest.mark.parametrize(
    ("name", "escaped"),
    [("会议 录音.wav", "会议 录音.wav"), ('a"b.wav', "a%22b.wav"), ("a\r\nb.wav", "a%0D%0Ab.wav"), ("", "")],
)
def test_names_are_utf8_with_only_quotes_and_line_breaks_escaped(name: str, escaped: str) -> None:
    assert f'filename="{escaped}"\r\n'.encode() in sent(form(sketch=(name, PNG)))


def test_a_path_whose_name_is_not_utf8_keeps_its_bytes(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xe9.wav"
    with open(path, "wb") as file:
        file.write(b"x")
    assert b'filename="\xe9.wav"' in sent(form(sketch=os.fsdecode(path)))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.wav", "audio/wav"),
        ("a.MP3", "audio/mpeg"),
        ("a.flac", "audio/flac"),
        ("a.webp", "image/webp"),
        ("a.txt", "text/plain"),
        ("a.pdf", "application/pdf"),
        ("a.nobody-knows", "image/png"),
        ("a", "image/png"),
    ],
)
def test_the_type_follows_the_name_and_then_the_operation(name: str, kind: str) -> None:
    assert parts(form(sketch=(name, b"x")))[0][2] == kind


def test_bytes_without_a_name_get_one_by_what_they_are() -> None:
    assert parts(form(sketch=b"RIFF\0\0\0\0WAVEfmt "))[0][1:3] == ("sketch.wav", "audio/wav")
    assert parts(form(photos=[b"?"]))[0][1:3] == ("photos", "application/octet-stream")


def test_many_files_are_parts_of_the_same_name(png: Path) -> None:
    found = parts(form(photos=[png, ("b.jpg", b"jpg"), b"GIF89a"]))
    assert [filename for _, filename, _, _ in found] == ["a.png", "b.jpg", "photos.gif"]
    assert parts(form(photos=("c.png", b"one")))[0][1] == "c.png"
