"""One recorded stream in the other forms that server-sent events may have, with the same events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from generator.mock_server import Fixture
from tests.contract.recorded import events

_LONG = 66 * 1024  # more than the buffer for one line in some languages' libraries
_END = b"data: [DONE]\n\n"


class Variant(NamedTuple):
    """A stream in another form."""

    name: str
    fixture: Fixture
    pieces: list[int]
    expected: dict[str, Any]


def text_of(event: dict[str, Any]) -> str:
    """The text of an event: that of its choice number 0."""
    own = [choice for choice in event.get("choices", ()) if choice["index"] == 0]
    return "".join((choice.get("delta") or {}).get("content") or choice.get("text") or "" for choice in own)


def variants(fixture: Fixture) -> Iterator[Variant]:
    """The forms of a stream whose events are one line each, and which ends with its marker."""
    body, found = fixture.response.body, events(fixture)
    whole = {"events": found, "text": "".join(map(text_of, found)), "end": "complete"}
    forms = {
        "lines end with CRLF": body.replace(b"\n", b"\r\n"),
        "lines end with CR": body.replace(b"\n", b"\r"),
        "byte order mark": b"\xef\xbb\xbf" + body,
        "no blank after the colon": body.replace(b"data: ", b"data:"),
        "comments": b": ping\n\n" + body.replace(b"data: ", b": keep-alive\ndata: "),
        "other fields": body.replace(b"data: ", b"event: message\nid: 7\nretry: 10\ndata: "),
        "data in two lines": body.replace(b',"object"', b'\ndata: ,"object"'),
        "no blank line at the end": body.removesuffix(b"\n\n"),
    }
    for name, form in forms.items():
        assert form != body, name
        yield Variant(name, _with(fixture, form), [len(form)], whole)
    crlf = forms["lines end with CRLF"]
    yield Variant("CRLF, each byte alone", _with(fixture, crlf), [1] * len(crlf), whole)
    long = json.dumps({**found[0], "choices": [{"index": 0, "delta": {"content": "x" * _LONG}}]}).encode()
    added = b"data: " + long + b"\n\n" + body
    text = {"text": "x" * _LONG + whole["text"], "end": "complete"}
    yield Variant("an event of 66 KiB", _with(fixture, added), [4096, len(added) - 4096], text)
    cut = {"class": "StreamTruncated", "outcome": "executed"}
    half = body.removesuffix(_END)[:-40]
    kept = {"events": found[:-1], "text": "".join(map(text_of, found[:-1]))}
    yield Variant("half an event at the end", _with(fixture, half), [len(half)], {**kept, "error": cut})
    broken = replace(_with(fixture, half), response=replace(_with(fixture, half).response, ended="cut"))
    yield Variant("the connection is cut", broken, [len(half)], {**kept, "error": cut})


def _with(fixture: Fixture, body: bytes) -> Fixture:
    return replace(fixture, response=fixture.response.with_body(body))
