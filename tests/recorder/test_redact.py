"""Redaction: what is kept of a response."""

from __future__ import annotations

import pytest

from generator.mock_server.replay.fixtures import Chunk, Response
from generator.recorder.raw_client import Service
from generator.recorder.redact import Redactor

SECRET = "sk-live-4eC39HqLyjWDarjtT1zdp7dc"
AT = Service(True, "api.ours.net", 443, "")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (f"Incorrect key {SECRET}.", "Incorrect key sk-KEY."),
        (f"token {SECRET[3:]}!", "token KEY!"),
        ("provided: sk-ab12****9xYz", "provided: sk-KEY"),
        ("use sk-WRONG-KEY or sk-KEY", "use sk-WRONG-KEY or sk-KEY"),
        ("AKIAIOSFODNN7EXAMPLE", "REMOVED"),
        ('{"access_token": "abc"}', '{"access_token": "ACCOUNT"}'),
        ('{"user_id":4711,"username":"J \\"x\\""}', '{"user_id":1,"username":"ACCOUNT"}'),
        ("in organization org-9fA8b7C6d5E4 for", "in organization org-lab for"),
        ("write to jane@ours.net or help@ezlinkai.com", "write to ACCOUNT or help@ezlinkai.com"),
        ("from 203.0.113.9 to 127.0.0.1", "from 127.0.0.1 to 127.0.0.1"),
        ("http://10.0.0.7:3000/x", "http://host.lab.invalid/x"),
        ("https://api.ours.net/mj/image/1", "https://gateway.lab.invalid/mj/image/1"),
        ("https://platform.openai.com/docs", "https://platform.openai.com/docs"),
        ("https://u:p@platform.openai.com/docs", "https://platform.openai.com/docs"),
        ("https://x.blob.net/a.png?sig=Zm9v%3D\\u0026n=2", "https://host.lab.invalid/a.png?sig=REMOVED\\u0026n=2"),
        ("seen qQ1wW2eE3rR4tT5yY6uU7iI8", "seen REMOVED"),
        (
            '{"id":"qQ1wW2eE3rR4tT5yY6uU7iI8"} qQ1wW2eE3rR4tT5yY6uU7iI8',
            '{"id":"qQ1wW2eE3rR4tT5yY6uU7iI8"} qQ1wW2eE3rR4tT5yY6uU7iI8',
        ),
        ("chatcmpl-f649596be4782d8fc6a6ec80d4d4e", "chatcmpl-f649596be4782d8fc6a6ec80d4d4e"),
    ],
)
def test_what_is_kept_of_a_text(said: str, kept: str) -> None:
    assert Redactor(SECRET, AT).text(said) == kept


def test_a_secret_over_the_edge_of_two_chunks() -> None:
    pieces = (Chunk(1, f"data: {SECRET[:9]}".encode()), Chunk(2, f"{SECRET[9:]}\n\n".encode()))
    answer = Response(200, "OK", (("Content-Type", "text/event-stream"),), pieces, "chunked")
    assert Redactor(SECRET, AT).redact(answer).response.body == b"data: sk-KEY\n\n"


def test_the_length_fits_what_was_taken_out() -> None:
    data = f"<{SECRET}>".encode()
    answer = Response(200, "OK", (("content-length", str(len(data) + 5)),), (Chunk(0, data),), "length", "cut")
    scrubbed = Redactor(SECRET, AT).redact(answer).response
    assert scrubbed.headers == (("content-length", str(len(b"<sk-KEY>") + 5)),)
