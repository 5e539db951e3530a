"""Forms as they are sent: in pieces, again, and with files that change meanwhile."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from pathlib import Path
from typing import IO

import pytest

from generator.runtime.encoding.multipart import FormField, build_form
from generator.runtime.encoding.multipart_body import PIECE, MultipartBody
from generator.runtime.transport import TransportError
from tests.runtime.multipart_form import DRAW, PNG, content_as, form, parts, sent


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


def test_of_an_open_file_that_stands_behind_its_end_nothing_is_sent() -> None:
    file = io.BytesIO(PNG)
    file.seek(len(PNG) + 5)
    assert parts(form(sketch=file, title="x"))[0][3] == b""


def test_a_file_that_seeks_from_its_beginning_only_has_no_length_beforehand() -> None:
    class FromStart(io.BytesIO):
        def seek(self, at: int, whence: int = 0, /) -> int:
            if whence:
                raise io.UnsupportedOperation
            return super().seek(at)

    multipart = form(sketch=FromStart(PNG))
    assert MultipartBody(multipart).length is None
    assert [parts(multipart)[0][3] for _ in range(2)] == [PNG, PNG]


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
