"""Forms with files: built from arguments as plain data, and read in pieces when they are sent."""

from __future__ import annotations

import datetime
import io
import os
import pickle
import tempfile
from contextlib import suppress
from decimal import Decimal
from email import message_from_bytes
from enum import Enum
from pathlib import Path
from typing import IO, Any

import pytest

from generator.runtime.encoding.multipart import FormField, Multipart, build_form
from generator.runtime.encoding.multipart_body import PIECE, MultipartBody
from generator.runtime.operation.call import Call
from generator.runtime.transport import TransportError
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


class Colour(str, Enum):  # noqa: UP042  its str() is not its value
    RED = "red"


@pytest.fixture
def png(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    return path


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


def test_the_body_is_what_a_browser_would_send() -> None:
    body = MultipartBody(form(title="x", sketch=("a.png", PNG)))
    boundary = body.content_type.removeprefix("multipart/form-data; boundary=")
    assert b"".join(body) == (
        b"--%(b)s\r\n"
        b'Content-Disposition: form-data; name="sketch"; filename="a.png"\r\n'
        b"Content-Type: image/png\r\n"
        b"\r\n"
        b"%(png)s\r\n"
        b"--%(b)s\r\n"
        b'Content-Disposition: form-data; name="title"\r\n'
        b"\r\n"
        b"x\r\n"
        b"--%(b)s--\r\n"
    ) % {b"b": boundary.encode(), b"png": PNG}


def test_the_boundary_is_drawn_for_each_sending() -> None:
    multipart = form(title="x")
    assert MultipartBody(multipart).content_type != MultipartBody(multipart).content_type


def test_fields_come_in_the_operations_order() -> None:
    assert [name for name, *_ in parts(form(scale=1, title="x", sketch=PNG))] == ["sketch", "title", "scale"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("naïve 会议\r\n", "naïve 会议\r\n"),
        ("", ""),
        (5, "5"),
        (1.8, "1.8"),
        (True, "true"),
        (False, "false"),
        (Colour.RED, "red"),
        (Decimal("0.10"), "0.10"),
        (datetime.date(2024, 11, 30), "2024-11-30"),
    ],
)
def test_values_are_text(value: Any, text: str) -> None:
    assert parts(form(title=value)) == [("title", None, None, text.encode())]


def test_a_sequence_is_parts_of_the_same_name() -> None:
    found = parts(form(layers=("roads", 2), title=["a", "b"]))
    assert [(name, content) for name, _, _, content in found] == [
        ("title", b"a"),
        ("title", b"b"),
        ("layers[]", b"roads"),
        ("layers[]", b"2"),
    ]


def test_an_empty_sequence_is_no_part() -> None:
    assert sent(form(layers=[])).count(b"Content-Disposition") == 0


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"title": None}, TypeError, "title must be text, .*, not None \\(omit an optional argument instead\\)"),
        ({"title": float("nan")}, ValueError, "title must not be nan"),
        ({"title": {"a": 1}}, TypeError, "title must be text, .*, not dict"),
        ({"title": b"x"}, TypeError, "title must be text, .*, not bytes"),
        ({"title": "\ud800"}, ValueError, "title: .*surrogate"),
        ({"layers": ["a", None]}, TypeError, r"layers\[1\] must be .*None"),
        ({"sketch": None}, TypeError, "sketch must be .*not None \\(omit an optional argument instead\\)"),
        ({"sketch": 7}, TypeError, "sketch must be a path, bytes or a file open in mode 'rb', not int"),
        ({"sketch": ""}, ValueError, "sketch: '' is not a path"),
        ({"sketch": "a\0b"}, ValueError, "sketch: .* is not a path"),
        ({"sketch": (PNG, "a.png")}, TypeError, r"sketch: a tuple must be \(name, content\)"),
        ({"sketch": ("a.png", PNG, "image/png", {})}, TypeError, "sketch: a tuple must be"),
        ({"sketch": ("a.png", PNG, "image/png\r\nX-Evil: 1")}, ValueError, "sketch: its content type contains a line"),
        ({"sketch": ("\ud800.png", PNG)}, ValueError, "sketch: .*surrogate"),
        ({"sketch": io.StringIO("x")}, TypeError, "sketch: the file is open as text; open it in mode 'rb'"),
        ({"photos": [PNG, 7]}, TypeError, r"photos\[1\] must be a path"),
        ({"sktech": PNG}, TypeError, "did you mean 'sketch'"),
    ],
)
def test_what_cannot_be_sent_is_refused_with_its_place(arguments: Any, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        DRAW(arguments)


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
        raise NotImplementedError

    async def seek(self, offset: int) -> None:
        raise NotImplementedError


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


def test_extra_body_adds_text_and_replaces_parameters() -> None:
    found = parts(form(title="x", sketch=PNG, extra_body={"title": "y", "tags": ["a", "b"], "sketch": "just text"}))
    assert [(name, filename, content) for name, filename, _, content in found] == [
        ("title", None, b"y"),
        ("tags", None, b"a"),
        ("tags", None, b"b"),
        ("sketch", None, b"just text"),
    ]


def test_extra_body_adds_files_where_nothing_else_can_be_meant(png: Path) -> None:
    extra = {"bytes": b"x", "path": png, "named": ("n.bin", b"y"), "open": io.BytesIO(b"z")}
    assert [part[1] for part in parts(form(extra_body=extra))] == ["bytes", "a.png", "n.bin", "open"]


def test_a_field_cannot_break_its_line() -> None:
    assert b'name="a%22%0D%0Ab"\r\n\r\nx' in sent(form(extra_body={'a"\r\nb': "x"}))


def test_calls_with_paths_and_bytes_compare_hash_and_pickle(png: Path) -> None:
    one, other = DRAW({"sketch": png, "photos": [PNG]}), DRAW({"sketch": str(png), "photos": [PNG]})
    assert one == other
    assert len({one, other}) == 1
    assert one != DRAW({"sketch": png, "photos": [PNG + b"."]})
    again: Call[Any, Any] = pickle.loads(pickle.dumps(one))
    assert again == one
    assert isinstance(again.content, Multipart)
    assert [part[3] for part in parts(again.content)] == [PNG, PNG]


def test_a_call_over_an_open_file_says_that_it_cannot_be_pickled(png: Path) -> None:
    with open(png, "rb") as file:
        call = DRAW({"sketch": file})
        assert call == DRAW({"sketch": file})
        assert call != DRAW({"sketch": io.BytesIO(PNG)})
        with pytest.raises(TypeError, match="sketch: a call over an open file cannot be pickled; pass a path or bytes"):
            pickle.dumps(call)


def test_repr_shows_no_content() -> None:
    call = DRAW({"title": "secret", "sketch": b"secret"})
    assert repr(call) == "Call(POST /v1/maps, Multipart(sketch, title))"
    assert "secret" not in repr(call.content)
    assert "secret" not in repr(form(sketch=b"secret").parts[0])


def test_a_form_without_a_file_and_an_empty_one_are_forms_still() -> None:
    assert parts(form(title="x")) == [("title", None, None, b"x")]
    body = MultipartBody(form())
    assert b"".join(body) == b"--" + body.content_type.rpartition("=")[2].encode() + b"--\r\n"


def test_building_a_call_touches_no_disk() -> None:
    DRAW({"sketch": "/nowhere/at/all.png"})


@pytest.mark.parametrize(
    ("name", "error"),
    [("missing.png", FileNotFoundError), (".", IsADirectoryError), ("a.png/b.png", NotADirectoryError)],
)
def test_an_unreadable_file_is_reported_before_anything_is_sent(png: Path, name: str, error: type[OSError]) -> None:
    path = str(png.parent / name)
    with pytest.raises(error, match="sketch: ") as caught:
        MultipartBody(form(sketch=path))
    assert caught.value.filename == path
    assert path in str(caught.value)


def test_an_open_file_is_read_from_where_it_stood_each_time() -> None:
    file = io.BytesIO(b"skipped" + PNG)
    file.seek(7)
    multipart = form(sketch=file)
    assert [parts(multipart)[0][3] for _ in range(2)] == [PNG, PNG]


def test_a_file_that_cannot_go_back_is_sent_once(png: Path) -> None:
    keep: list[IO[bytes]] = []
    multipart = form(sketch=content_as("pipe", png, keep))
    assert PNG in sent(multipart)
    with pytest.raises(ValueError, match="sketch: the file was sent before, and cannot be read again"):
        MultipartBody(multipart)
    keep[0].close()


def truncate_while_sending(body: MultipartBody, path: Path, size: int) -> None:
    for number, _ in enumerate(body):
        if number == 1:  # the head is sent, and the file's first piece
            os.truncate(path, size)


@pytest.mark.parametrize(("size", "difference"), [(3 * PIECE + 1, "more"), (3 * PIECE - 1, "1 fewer"), (0, "fewer")])
@pytest.mark.parametrize("opened", [False, True])
def test_a_file_that_changes_while_it_is_sent_is_an_error(png: Path, size: int, difference: str, opened: bool) -> None:
    png.write_bytes(b"x" * (3 * PIECE))
    with open(png, "rb", buffering=0) as file:
        body = MultipartBody(form(sketch=file if opened else png))
        with pytest.raises(TransportError, match=f"sketch: the file .*changed while it was sent: .*{difference}"):
            truncate_while_sending(body, png, size)


def test_a_grown_file_never_completes_the_form(png: Path) -> None:
    body, came = MultipartBody(form(sketch=png)), b""
    png.write_bytes(PNG + b".")
    with suppress(TransportError):
        for piece in body:
            came += piece
    assert PNG[:8] not in came
    assert b"--\r\n" not in came


def test_pieces_are_small_and_files_are_closed(png: Path) -> None:
    png.write_bytes(b"x" * (2 * PIECE + 5))
    body = MultipartBody(form(sketch=png, photos=[b"y" * (2 * PIECE + 5)]))
    assert max(map(len, body)) <= PIECE
    before = len(os.listdir("/proc/self/fd"))
    iterator = iter(body)
    next(iterator)
    next(iterator)
    del iterator
    assert len(os.listdir("/proc/self/fd")) == before


def test_the_callers_own_error_comes_through() -> None:
    failure = OSError("the disk fell out")

    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise failure

    with pytest.raises(OSError, match="the disk fell out") as caught:
        sent(form(sketch=Failing(b"x")))
    assert caught.value is failure


def test_a_small_form_is_one_piece() -> None:
    body = MultipartBody(form(sketch=PNG, title="x", scale=2))
    assert len(list(body)) == 1
    assert body.in_memory


def test_a_form_whose_file_is_still_being_read_is_not_sent_again() -> None:
    file = io.BytesIO(b"x" * 3 * PIECE)
    form = build_form((FormField("file", file=True),), {"file": file}, {}, {})
    sending = iter(MultipartBody(form))
    while form.repeatable:  # until the file itself is begun
        next(sending)
    assert 0 < file.tell() < 3 * PIECE
    sending.close()  # type: ignore[attr-defined]
    assert form.repeatable
