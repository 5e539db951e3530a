"""Differences in shape between two responses."""

from __future__ import annotations

from typing import Any

import pytest

from generator.mock_server.replay.fixtures import Chunk, Response
from generator.recorder.diff import changes
from generator.recorder.serialize import describe

EVENTS = b'data: {"a": 1}\n\ndata: [DONE]\n\n'


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (b'{"a": 1, "b": [{"c": "x"}, {"d": 1.5}]}', b'{"a": 2, "b": [{"d": 1, "c": "y"}]}', []),
        (b'{"a": 1}', b'{"a": true}', ["~ /a  number → boolean"]),
        (b'{"a/b": 1}', b"{}", ["- /a~1b  number"]),
        (b'[{"a": null}]', b'[{"a": null}, {"a": "x"}]', ["~ /*/a  null → null or string"]),
        (b"{}", b"<html>", ["~ body  JSON → HTML", "- /  object"]),
        (b"plain", b"", ["~ body  text → empty"]),
        (b"plain", b"\x89PNG\x00", ["~ body  text → bytes"]),
        (EVENTS, b'data: {"b": 1}\n\n', ["- event [DONE]  text", "- /(event)/a  number", "+ /(event)/b  number"]),
    ],
)  # fmt: skip
def test_shapes(was: bytes, now: bytes, said: list[str]) -> None:
    def response(data: bytes) -> dict[str, Any]:
        return describe(Response(200, "OK", (), (Chunk(0, data),) if data else ()), streamed=False)["response"]

    assert [str(change) for change in changes(response(was), response(now))] == said


def test_status_headers_framing_and_end_are_shape() -> None:
    old = Response(200, "OK", (("Content-Type", "text/plain; a=b"), ("Date", "1")), ())
    new = Response(202, "OK", (("content-type", "TEXT/plain"), ("dAte", "2"), ("Via", "x")), (), "close", "cut")
    said = [
        str(change)
        for change in changes(describe(old, streamed=False)["response"], describe(new, streamed=False)["response"])
    ]
    assert said == [
        "~ ended  complete → cut",
        "~ framing  length → close",
        "+ header Via  present",
        "~ status  200 → 202",
    ]
