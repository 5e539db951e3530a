"""The event decoder: the same events however the bytes are cut, and work that grows with the bytes only."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.runtime.streaming.sse import BareJSON, ErrorEvent, EventDecoder

TraceFunction = Callable[[FrameType, str, object], object]


def decoded(*pieces: bytes) -> tuple[list[bytes], list[bytes]]:
    decoder = EventDecoder()
    events = [event for piece in pieces for event in decoder.feed(piece)]
    return events, decoder.finish()


CASES: dict[str, tuple[bytes, list[bytes], list[bytes]]] = {
    "plain": (b"data: a\n\ndata: b\n\n", [b"a", b"b"], []),
    "no space": (b'data:{"a":1}\n\n', [b'{"a":1}'], []),
    "only one space is the format's": (b"data:  a\n\n", [b" a"], []),
    "CRLF": (b"data: a\r\n\r\ndata: b\r\n\r\n", [b"a", b"b"], []),
    "CR": (b"data: a\r\rdata: b\r\r", [b"a", b"b"], []),
    "mixed ends": (b"data: a\r\n\ndata: b\n\rdata: c\r\r\n", [b"a", b"b", b"c"], []),
    "byte order mark": (b"\xef\xbb\xbfdata: a\n\n", [b"a"], []),
    "a mark within is data": (b"data: \xef\xbb\xbf\n\n", [b"\xef\xbb\xbf"], []),
    "comments": (b": OPENROUTER PROCESSING\n\n:\n\ndata: a\n: ping\n\n", [b"a"], []),
    "other fields": (b"event: delta\nid: 7\nretry: 10\ndata: a\nwhat\n\n", [b"a"], []),
    "several lines": (b"data: {\ndata: }\n\n", [b"{\n}"], []),
    "several lines, CRLF": (b"data: {\r\ndata: }\r\n\r\n", [b"{\n}"], []),
    "several lines, CR": (b"data: {\rdata: }\r\r", [b"{\n}"], []),
    "empty data keeps alive": (b"data:\n\ndata: \n\ndata\n\ndata: a\n\n", [b"a"], []),
    "empty data among plain": (b"data: a\n\ndata: \n\ndata: b\n\n", [b"a", b"b"], []),
    "many blank lines": (b"\n\ndata: a\n\n\n\n\ndata: b\n\n", [b"a", b"b"], []),
    "the JSON on a line of its own": (b'data:\n{"a":1}\n\n', [b'{"a":1}'], []),
    "JSON without data": (b'data: a\n\n{"error":{}}\n\ndata: b\n\n', [b"a", b'{"error":{}}', b"b"], []),
    "JSON without data or blank lines": (b'data: a\n{"error":{}}\ndata: b\n\n', [b"a", b'{"error":{}}', b"b"], []),
    "JSON without data, indented": (b'data: a\n\n{\n "x": [\n 1]\n}\n: ping\n\n', [b"a", b'{\n "x": [\n 1]\n}'], []),
    "JSON without data at the end": (b'data: a\n\n{"x":\n1}', [b"a"], [b'{"x":\n1}']),
    "JSON without data behind half an event": (b'data: a\n{"x":1}', [], [b"a", b'{"x":1}']),
    "a ping with data": (b'event: ping\ndata: {"x":1}\n\ndata: a\n\nevent:Heartbeat\ndata: b\n\n', [b"a"], []),
    "a separator that is no line end": ("data: a\u2028b\u0085c\n\n".encode(), ["a\u2028b\u0085c".encode()], []),
    "a line feed escape": (b'data: "a\\n\\ndata: b"\n\n', [b'"a\\n\\ndata: b"'], []),
    "no blank line at the end": (b"data: a\n\ndata: [DONE]\n", [b"a"], [b"[DONE]"]),
    "no line end at the end": (b"data: a\n\ndata: {", [b"a"], [b"{"]),
    "half a field": (b"data: a\n\ndat", [b"a"], []),
    "nothing": (b"", [], []),
    "all in one, without an end": (b"\xef\xbb\xbfdata: a", [], [b"a"]),
}


@pytest.mark.parametrize("name", CASES)
def test_events_of_a_body(name: str) -> None:
    body, events, rest = CASES[name]
    assert decoded(body) == (events, rest)


def test_an_event_tells_whether_it_is_json_alone_or_named_an_error() -> None:
    kinds = [
        (b'data:\n{"a":1}\n\n', bytes),
        (b'{"a":1}\n\n', BareJSON),
        (b'data: a\n{"a":1}\n\n', BareJSON),
        (b'event: error\ndata: {"a":1}\n\n', ErrorEvent),
        (b'event: error\n\ndata: {"a":1}\n\n', bytes),
    ]
    for body, kind in kinds:
        assert type(decoded(body)[0][-1]) is kind, body


@pytest.mark.parametrize(
    ("pieces", "events"),
    {
        "one event each": ([b"data: b\n\n", b"data: c\n\n"], [b"b", b"c"]),
        "nothing in it": ([b"data: \n\n", b"data: b\n\n"], [b"b"]),
        "the second line of an event": ([b"data: b\n", b"data: c\n\n"], [b"b\nc"]),
        "the end of a line": ([b"data: b", b"data: c\n\n"], [b"bdata: c"]),
        "a letter of the next line": ([b"data: b\nd", b"ata: c\n\n"], [b"b\nc"]),
        "behind a CR": ([b"data: b\r\n\r", b"data: c\n\n"], [b"b", b"c"]),
        "a CR within": ([b"data: b\rdata: c\n\n"], [b"b\nc"]),
        "an empty line and one more": ([b"data: \ndata: [DONE]\n\n"], [b"[DONE]"]),
        "an empty line and the JSON": ([b"data: \n{}\n\n"], [b"{}"]),
        "two lines": ([b"data: b\ndata: c\n\n"], [b"b\nc"]),
        "behind the name of a ping": ([b"event: ping\n", b"data: b\n\n", b"data: c\n\n"], [b"c"]),
        "behind the name of an error": ([b"event: error\n", b"data: b\n\n", b"data: c\n\n"], [b"b", b"c"]),
        "several behind the name of a ping": ([b"event: ping\n", b"data: b\n\ndata: c\n\n"], [b"c"]),
    }.values(),
)
def test_events_that_begin_with_their_piece(pieces: list[bytes], events: list[bytes]) -> None:
    assert decoded(b"data: a\n\n", *pieces) == ([b"a", *events], [])


@pytest.mark.parametrize("size", [1, 5, 40])
def test_the_data_of_an_event_named_error_is_told_apart(size: int) -> None:
    body = b"data: a\n\nevent: error\ndata: b\n\ndata: c\n\n"
    decoder = EventDecoder()
    events = [one for at in range(0, len(body), size) for one in decoder.feed(body[at : at + size])]
    assert [(bytes(one), isinstance(one, ErrorEvent)) for one in events] == [(b"a", False), (b"b", True), (b"c", False)]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_events_of_a_body_in_small_pieces(name: str, size: int) -> None:
    body, events, rest = CASES[name]
    assert decoded(*[body[at : at + size] for at in range(0, len(body), size)]) == (events, rest)


lines = [
    b"data: ",
    b"data:",
    b"data",
    b": ping",
    b"event: x",
    b"event: ping",
    b"{",
    b"}",
    b" ",
    b'"x"',
    b"[DONE]",
    "好".encode(),
]
ends = [b"\n", b"\n\n", b"\r", b"\r\n", b"\r\n\r\n", b"\xef\xbb\xbf"]
tokens = st.sampled_from(lines + ends)


@given(st.lists(tokens, max_size=30), st.lists(st.integers(0, 120), max_size=12))
@example([b"data: ", b"x", b"\r\n", b"\r\n"], [8, 9, 10])
@example([b"\xef\xbb\xbf", b"data: ", b"x", b"\n\n"], [1, 2])
@example([b"data: ", b"{", b"\n\n", b"data: ", b"}", b"\n\n", b"data: ", b"\n\n"], [9])
def test_where_the_bytes_are_cut_does_not_matter(parts: list[bytes], cuts: list[int]) -> None:
    body = b"".join(parts)
    places = sorted({0, len(body), *(cut for cut in cuts if cut < len(body))})
    pieces = [body[start:end] for start, end in pairwise(places)]
    whole = decoded(b"", body) if body else decoded()
    assert decoded(*pieces) == whole
    assert decoded(*[body[at : at + 1] for at in range(len(body))]) == whole


@given(st.lists(st.binary(min_size=1).filter(lambda data: not set(b"\r\n") & set(data)), max_size=8))
def test_what_is_written_plainly_is_read_back(events: list[bytes]) -> None:
    whole = b"".join(b"data: %s\n\n" % event for event in events)
    assert decoded(whole) == (events, [])
    # With one decoder that has begun, and an event a piece: the quick path.
    decoder = EventDecoder()
    decoder.feed(b": hello\n\n")
    assert [event for event in events for event in decoder.feed(b"data: %s\n\n" % event)] == events


def work_of(decode: Callable[[], object]) -> int:
    """Return the work of the decoder: the lines that it runs and the bytes that it allocates, if only for a moment."""
    work = before = 0

    def count(frame: FrameType, event: str, argument: object) -> TraceFunction | None:
        nonlocal work, before
        if frame.f_globals["__name__"] != EventDecoder.__module__:
            return None
        work += 1 + max(0, tracemalloc.get_traced_memory()[1] - before)
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        return count

    tracing = sys.gettrace()
    tracemalloc.start()
    sys.settrace(count)
    try:
        decode()
    finally:
        sys.settrace(tracing)
        tracemalloc.stop()
    return work


def test_one_long_event_takes_work_in_proportion_to_its_length() -> None:
    def decode(pieces: int) -> None:
        decoder = EventDecoder()
        assert decoder.feed(b'data: "') == []
        for _ in range(pieces):
            assert decoder.feed(b"x" * 4096) == []
        (event,) = decoder.feed(b'"\n\n')
        assert len(event) == pieces * 4096 + 2

    # Four times the bytes: four times the work, and sixteen where each piece would copy what came before.
    assert work_of(lambda: decode(800)) < 5 * work_of(lambda: decode(200))


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_many_events_in_one_piece_take_work_in_proportion_to_their_number(end: bytes) -> None:
    def decode(count: int) -> None:
        assert len(decoded((b"data: %s" % (b"x" * 200) + end * 2) * count)[0]) == count

    assert work_of(lambda: decode(800)) < 5 * work_of(lambda: decode(200))
