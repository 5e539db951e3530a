"""Media types by the first bytes of a file, and by the ending of its name."""

from __future__ import annotations

from typing import Any

import pytest

from generator.runtime.http.media_type import check_media, essence, guess_type, is_text, sniff, suffix
from tests.runtime.fake_media_api import JPEG, MP3, MP4, PNG


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x10\x00\x00\x00WAVEfmt ", "audio/wav"),
        (MP4, "video/mp4"),
        (b"\x00\x00\x00\x18ftypM4A ", "audio/mp4"),
        (b"\x00\x00\x00\x18ftypavif", "image/avif"),
        (b"ID3\x04", "audio/mpeg"),
        (MP3, "audio/mpeg"),
        (b"\xff\xf3\x40\xc0", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", "audio/aac"),
        (b"OggS\x00", "audio/ogg"),
        (b"fLaC\x00", "audio/flac"),
        (b"\x1aE\xdf\xa3", "video/webm"),
        (b"\xff\xfe<\x00h\x00", None),  # UTF-16
        (b"RIFF\x10\x00\x00\x00XXXX", None),
        (b"", None),
        (bytes(64), None),
    ],
)
def test_first_bytes_show_the_format(head: bytes, found: str | None) -> None:
    assert sniff(head) == found


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ('{"文": 1}'.encode(), True),
        (b"\xef\xbb\xbf<html>", True),
        ("字".encode() * 40, True),
        (bytes(10), False),
        (b"\x80\x81" * 30, False),
    ],
)
def test_text(head: bytes, text: bool) -> None:
    assert is_text(head) is text


NOISE = bytes(200)  # sound without a header has no format that can be seen
OGG = b"OggS\x00"


@pytest.mark.parametrize(
    ("content", "content_type", "kind", "fault"),
    [
        (OGG, "", "video", None),  # containers hold sound as well as film
        (MP4, "", "audio", None),
        (PNG, "audio/mpeg", "audio", "it is image/png, not audio"),
        (MP3, "", "video", "it is audio/mpeg, not video"),
        (MP4, "", "image", "it is video/mp4, not image"),
        (NOISE, "audio/pcm", "audio", None),
        (NOISE, "Audio/PCM; rate=24000", "audio", None),
        (NOISE, "application/octet-stream", "audio", None),
        (NOISE, "", "audio", "its format is unknown, and its Content-Type is missing"),
        (NOISE, "image/png", "audio", "its format is unknown, and its Content-Type is image/png"),
        (NOISE, "text/html", "audio", "its format is unknown, and its Content-Type is text/html"),
        (b"plain words", "audio/mpeg", "audio", "it is text, not audio"),
        (b"plain words", "", None, None),
    ],
)
def test_a_file_is_of_the_kind_that_was_asked_for(content: bytes, content_type: str, kind: Any, fault: str) -> None:
    assert check_media(content, content_type, kind) == fault


@pytest.mark.parametrize(
    ("name", "type_", "ending"),
    [
        ("a.JPEG", "image/jpeg", ".jpg"),
        ("b.opus", "audio/ogg", ".ogg"),
        ("c.wav", "audio/wav", ".wav"),
        ("d.pdf", "application/pdf", ""),
        ("e.", None, None),
        ("f", None, None),
    ],
)
def test_names_of_files(name: str, type_: str | None, ending: str | None) -> None:
    assert guess_type(name) == type_
    assert type_ is None or suffix(type_) == ending


def test_a_media_type_without_its_parameters() -> None:
    assert essence(" Text/Event-Stream ; charset=utf-8") == "text/event-stream"
