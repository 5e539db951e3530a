"""Responses that are files: recognizing, reading and saving them."""

from __future__ import annotations

import asyncio
import errno
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.runtime.errors import AnswerError, APIError, APIStatusError, EmptyAnswer, UnreadableAnswer
from generator.runtime.files import notebook
from generator.runtime.files.binary_response import (
    AsyncBinaryResponse,
    BinaryResponse,
    open_async_binary_response,
    open_binary_response,
)
from generator.runtime.response.parser import ResponseParser
from generator.runtime.transport import TransportError
from tests.runtime.fake_media_api import (
    DRAW,
    JPEG,
    JSON,
    KEY,
    MP3,
    PNG,
    SPEAK,
    TEXT,
    async_studio,
    failure,
    file,
    sent,
    studio,
)
from tests.runtime.fake_transport import FakeAsyncResponse, FakeResponse, run_now

CUT = TransportError("the connection broke", kind="broken", status=200)


def drawn(content: bytes = PNG, kind: str = "image/png", **settings: Any) -> tuple[Any, Any]:
    client, server = studio(file(content, kind), **settings)
    return client.send(DRAW({"text": "x"})), server


# Reading


def test_a_file_is_asked_for_by_its_range_and_streamed() -> None:
    media, server = drawn()
    assert isinstance(media, BinaryResponse)
    assert server.sent()["Accept"] == "image/*"
    assert server.requests[0].stream
    assert (media.kind, media.content_type, media.suffix) == ("image", "image/png", ".png")
    assert media.response_info.status == 200
    assert not server.responses[0].closed
    assert b"".join(media) == PNG
    assert server.responses[0].finished


@pytest.mark.parametrize(("status", "is_file"), [(200, True), (206, True), (299, True), (300, False), (404, False)])
def test_only_a_success_is_a_file(status: int, is_file: bool) -> None:
    client, _ = studio((status, [("Content-Type", "image/png")], PNG))
    if is_file:
        assert client.send(DRAW({"text": "x"})).bytes() == PNG
    else:
        with pytest.raises(APIStatusError):
            client.send(DRAW({"text": "x"}))


def test_bytes_are_kept_and_can_be_saved_and_iterated_afterwards(tmp_path: Path) -> None:
    media, _ = drawn()
    assert media.bytes() == media.bytes() == PNG
    assert media.save(tmp_path / "x.png").read_bytes() == PNG
    assert b"".join(media.chunks()) == PNG


def test_what_was_saved_can_be_read_again_from_its_file(tmp_path: Path) -> None:
    media, _ = drawn()
    assert media.save(str(tmp_path / "x.png")) == tmp_path / "x.png"
    assert media.bytes() == PNG


def test_a_file_that_somebody_changed_is_not_taken_for_it(tmp_path: Path) -> None:
    media, _ = drawn()
    path = media.save(tmp_path / "x.png")
    path.write_bytes(b"something else")
    with pytest.raises(RuntimeError, match=r"saved as '.*x\.png'"):
        media.bytes()


def test_pieces_that_were_taken_are_gone() -> None:
    media, _ = drawn()
    next(media.chunks())
    with pytest.raises(RuntimeError, match="read already"):
        media.bytes()
    assert media._repr_png_() is None


def test_leaving_early_closes_the_connection() -> None:
    media, server = drawn()
    with media:
        for _ in media:
            break
    assert server.responses[0].closed


def test_a_dropped_file_whose_connection_cannot_be_closed_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise RuntimeError("no")

    told = list[Any]()
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    media, server = drawn()
    server.responses[0].close = fails
    del media
    assert told == []


def test_a_reply_holds_the_file_and_its_headers() -> None:
    client, _ = studio(file(PNG))
    reply = client.send_raw(DRAW({"text": "x"}))
    assert reply.headers["content-type"] == "image/png"
    assert reply.value.bytes() == PNG


def test_repr_shows_type_and_size_and_reads_nothing() -> None:
    media, server = drawn()
    assert repr(media) == f"<BinaryResponse image/png, {len(PNG)} bytes>"
    assert not server.responses[0].finished
    client, _ = studio((200, [("Content-Type", "image/png")], PNG))
    media = client.send(DRAW({"text": "x"}))
    assert repr(media) == "<BinaryResponse image/png, of unknown size>"
    media.bytes()
    assert repr(media) == f"<BinaryResponse image/png, {len(PNG)} bytes>"


# Saving


def test_a_saved_file_is_readable_as_any_other(tmp_path: Path) -> None:
    media, _ = drawn()
    saved = media.save(tmp_path / "x.png")
    (tmp_path / "y").touch()
    assert saved.stat().st_mode == (tmp_path / "y").stat().st_mode
    assert sorted(os.listdir(tmp_path)) == ["x.png", "y"]


def test_a_cut_file_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "x.png"
    target.write_bytes(b"the one before")
    media, server = drawn(fault=CUT)
    with pytest.raises(AnswerError) as raised:
        media.save(target)
    assert raised.value.outcome == "executed"
    assert os.listdir(tmp_path) == ["x.png"]
    assert target.read_bytes() == b"the one before"
    assert server.responses[0].closed


def test_saving_goes_through_a_link_and_into_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    media, _ = drawn()
    media.save(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == PNG
    drawn()[0].save("/dev/null")
    assert not Path("/dev/null").is_file()


def test_a_directory_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    media, _ = drawn()
    with pytest.raises(IsADirectoryError):
        media.save(tmp_path)
    assert media.bytes() == PNG


def test_a_file_that_cannot_be_written_says_why_and_names_no_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    media, _ = drawn()
    with pytest.raises(FileNotFoundError) as missing:
        media.save(tmp_path / "nowhere" / "x.png")
    assert missing.value.filename == str(tmp_path / "nowhere" / "x.png")

    def read_only(path: str, mode: str) -> Any:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), path)

    monkeypatch.setattr("builtins.open", read_only)
    with pytest.raises(OSError, match=re.escape(f"{os.strerror(errno.EROFS)}: '{tmp_path / 'x.png'}'")):
        media.save(tmp_path / "x.png")


# What is no file


LABEL = ("Content-Type", "image/png")


@pytest.mark.parametrize(
    ("status", "headers", "body", "kind", "said"),
    [
        (200, JSON, b"", EmptyAnswer, "empty"),
        (200, [LABEL], MP3, UnreadableAnswer, "audio/mpeg"),
        (200, [LABEL, ("Content-Length", "265")], PNG, UnreadableAnswer, "264 of 265 bytes"),
        (200, [LABEL, ("Content-Length", "263")], PNG, UnreadableAnswer, "264 of 263 bytes"),
        (
            200,
            [LABEL],
            f'{{"error":{{"message":"No. {KEY}","code":7}}}}'.encode(),
            APIStatusError,
            "No. *** [status 200, code 7",
        ),
        (402, TEXT, b'{"errors":["no","money"]}', APIStatusError, "no; money [status 402"),
    ],
)
def test_what_is_no_picture_is_an_error_that_says_why(
    status: int, headers: Any, body: bytes, kind: type[APIError], said: str
) -> None:
    error = failure((status, headers, body))
    assert isinstance(error, kind)
    assert said in str(error)
    assert error.outcome == ("rejected" if kind is APIStatusError else "executed")


@pytest.mark.parametrize("content_type", ["image/png", "text/html", "", "application/json"])
@pytest.mark.parametrize("body", [b"<!DOCTYPE html><p>busy", b'{"id":"1"}', b"sorry"])
def test_a_page_or_json_or_text_is_no_picture(content_type: str, body: bytes) -> None:
    error = failure((200, [("Content-Type", content_type)], body))
    assert isinstance(error, UnreadableAnswer)
    assert (error.raw, error.outcome) == (body, "executed")


def test_a_compressed_body_has_another_length() -> None:
    assert sent((200, [("Content-Length", "5"), ("Content-Encoding", "gzip")], PNG)).bytes() == PNG


@pytest.mark.parametrize(
    "reason", [b'{"message":"unexpected EOF","type":"t","code":"c"}', b' {"error":{"message":"unexpected EOF"}}\n']
)
def test_an_error_behind_half_a_file_is_that_error(reason: bytes, tmp_path: Path) -> None:
    media = sent((200, [("Content-Type", "audio/mpeg")], MP3 + reason), SPEAK({"text": "x"}))
    with pytest.raises(UnreadableAnswer, match="unexpected EOF") as raised:
        media.save(tmp_path / "x.mp3")
    assert raised.value.outcome == "executed"
    assert os.listdir(tmp_path) == []


def test_an_error_is_found_right_behind_another_brace_and_as_all_there_is() -> None:
    parser = ResponseParser(SPEAK({"text": "x"}), studio((200, [], b""))[0]._config, "")
    info = parser.response_info(200, [], None)
    reason = b'{"error":{"message":"unexpected EOF"}}'
    for tail in (reason, b"{" + reason, b"x{" + reason):
        error = parser.trailing_error(info, tail)
        assert error is not None
        assert error.raw == reason
    assert parser.trailing_error(info, reason + b"x") is None


def test_json_that_is_no_error_at_the_end_of_a_file_belongs_to_it() -> None:
    content = MP3 + b'{"title":"song"}'
    assert sent(file(content, "audio/mpeg"), SPEAK({"text": "x"})).bytes() == content


# Notebooks


def test_a_picture_shows_itself() -> None:
    media, _ = drawn()
    assert media._repr_png_() == PNG
    assert media._repr_jpeg_() is None
    assert media._repr_html_() is None
    assert drawn(JPEG, "image/jpeg")[0]._repr_jpeg_() == JPEG


@pytest.mark.parametrize(("size", "is_shown"), [(20_000_000, True), (50_000_000, False)])
def test_a_notebook_embeds_no_large_file(size: int, is_shown: bool) -> None:
    assert (notebook.png(PNG.ljust(size)) is not None) is is_shown
    assert (notebook.html(MP3.ljust(size)) is not None) is is_shown


def test_a_sound_plays_and_its_header_is_not_believed() -> None:
    html = sent((200, [("Content-Type", 'audio/x"><script>')], MP3), SPEAK({"text": "x"}))._repr_html_()
    assert html is not None
    assert html.startswith('<audio controls src="data:audio/mpeg;base64,')
    assert "script" not in html


# Async


def test_the_async_client_returns_async_files(tmp_path: Path) -> None:
    async def run() -> None:
        client, server = async_studio(file(PNG))
        media: Any = await client.send(DRAW({"text": "x"}))
        assert isinstance(media, AsyncBinaryResponse)
        assert media._repr_png_() is None  # showing itself may not wait
        assert await media.bytes() == PNG
        assert media._repr_png_() == PNG
        assert (await media.save(tmp_path / "x.png")).read_bytes() == PNG
        assert server.responses[0].finished
        reply: Any = await client.send_raw(DRAW({"text": "x"}))
        assert b"".join([piece async for piece in reply.value]) == PNG
        async with await client.send(DRAW({"text": "x"})):
            pass
        assert server.responses[-1].closed

    asyncio.run(run())


def test_the_async_client_saves_no_half_file(tmp_path: Path) -> None:
    async def run() -> None:
        client, server = async_studio(file(PNG), fault=CUT)
        with pytest.raises(AnswerError):
            await (await client.send(DRAW({"text": "x"}))).save(tmp_path / "x.png")
        assert os.listdir(tmp_path) == []
        assert server.responses[0].closed
        client, _ = async_studio((200, JSON, b'{"error":"no"}'))
        with pytest.raises(APIStatusError, match="no"):
            await client.send(DRAW({"text": "x"}))

    asyncio.run(run())


# Opening


def opened(response: FakeResponse, *, is_async: bool, kind: Any = "image") -> Any:
    parser = ResponseParser(DRAW({"text": "x"}), studio(file(PNG))[0]._config, KEY, is_async)
    if is_async:
        return run_now(open_async_binary_response(parser, FakeAsyncResponse(response), kind))  # type: ignore[arg-type]
    return open_binary_response(parser, response, kind)


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize(
    ("piece", "count", "taken"),
    [(PNG[:10] + bytes(54), 9, 1), (PNG[:10] + bytes(53), 9, 2), (PNG[:32], 9, 2), (PNG[:200], 9, 1), (PNG[:10], 3, 3)],
)
def test_as_much_is_read_as_shows_the_format(piece: bytes, count: int, taken: int, is_async: bool) -> None:
    response = FakeResponse(200, [], [piece] * count)
    media = opened(response, is_async=is_async)
    assert (response.taken, response.closed, media.content_type) == (taken, False, "image/png")


@pytest.mark.parametrize("is_async", [False, True])
def test_of_text_instead_of_a_file_so_much_is_read_as_an_error_may_have(is_async: bool) -> None:
    response = FakeResponse(200, [], [b"text" * 65_537] * 9)
    with pytest.raises(UnreadableAnswer, match="it is text, not image"):
        opened(response, is_async=is_async)
    assert (response.taken, response.closed) == (4, True)


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("beginning", [[], [b"te"], [b"text" * 30]])
def test_what_goes_wrong_on_opening_closes_the_response_or_is_an_error(beginning: list[bytes], is_async: bool) -> None:
    with pytest.raises(UnreadableAnswer, match="cut off: the connection broke") as raised:
        opened(FakeResponse(200, [], beginning, CUT), is_async=is_async)
    assert raised.value.outcome == "executed"
    response = FakeResponse(200, [], beginning, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        opened(response, is_async=is_async)
    assert response.closed


@pytest.mark.parametrize(
    "sizes", [[4000], [2058], [2048], [2047], [30, 3000], [3000, 30], [1500, 1500], [40, 20, 10, 900]]
)
def test_an_error_behind_part_of_a_file_is_found_however_it_came(sizes: list[int]) -> None:
    content = MP3[:4].ljust(sum(sizes) - 20, b"\0") + b'{"error":"no money"}'
    pieces = [content[sum(sizes[:at]) : sum(sizes[: at + 1])] for at in range(len(sizes))]
    media = opened(FakeResponse(200, [], pieces), is_async=False, kind="audio")
    with pytest.raises(UnreadableAnswer, match="the server appended its reason: no money"):
        media.bytes()
