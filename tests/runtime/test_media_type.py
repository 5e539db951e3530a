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


def frame(second: int, third: int) -> str | None:
    """The format of a frame, by its bits."""
    bits = f"{second:08b}{third:08b}"
    sync, version, layer, rate, samples = bits[:3], bits[3:5], bits[5:7], bits[8:12], bits[12:14]
    if sync != "111" or layer == "00":
        return "audio/aac" if sync + version[0] == "1111" else None
    return "audio/mpeg" if version != "01" and rate != "1111" and samples != "11" else None


def test_every_frame_shows_its_format() -> None:
    for second in range(256):
        for third in range(256):
            if second != 0xD8:  # as pictures begin
                assert sniff(bytes((0xFF, second, third))) == frame(second, third), (second, third)
    assert sniff(b"\xfe\xfb\x90") is sniff(b"\xff\xfb") is None


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ('{"文": 1}'.encode(), True),
        (b"\xef\xbb\xbf<html>", True),
        ("字".encode() * 40, True),
        (b"a" * 61 + "\U0001f600".encode()[:3], True),
        (b"a" * 60 + b"\x80aaa", False),
        (b"a b\tc\r\n", True),
        (b"a\x1fb", False),
        (bytes(10), False),
        (b"\x80\x81" * 30, False),
        (b"a" * 40 + b"\x80" + b"a" * 40, False),
        (b"\xe5\xad" * 2, False),
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
