"""Streams as servers send them, through both clients: the text, the result, and the error with what came."""

from __future__ import annotations

import asyncio
from typing import Any, NamedTuple

import pytest

from generator.runtime.errors import APIError
from tests.runtime.fake_json_api import EVENTS, JSON, KEY, STREAM, AsyncServer, AsyncShop, Server, shop


def line(text: str, index: int = 0) -> bytes:
    """An event with a piece of text, escaped as it stands."""
    return b'data: {"id":"o1","lines":[{"index":%d,"text":"%s"}]}\n\n' % (index, text.encode())


HELLO = line("Hel") + line("lo")
END = b"data: [END]\n\n"
PLAIN_ERROR = b'{"error":{"message":"no money","type":"t","code":"order_not_found"}}'


class Seen(NamedTuple):
    """The result of a stream: its text, the text of the collected result, and the error that ended it."""

    text: list[str]
    collected: str | None = None
    error: str | None = None
    outcome: str | None = None
    events: int | None = None
    partial: str | None = None


WHOLE = Seen(["Hel", "lo"], "Hello")


def broken(error: str, outcome: str = "executed") -> Seen:
    return Seen(["Hel", "lo"], None, error, outcome, 2, "Hello")


RESPONSES: dict[str, tuple[bytes, tuple[str, str], Seen]] = {
    "as described": (HELLO + END, EVENTS, WHOLE),
    "labelled JSON": (HELLO + END, JSON, WHOLE),
    "labelled HTML, behind a comment": (b"\xef\xbb\xbf: hi\n\n" + HELLO + END, ("Content-Type", "text/html"), WHOLE),
    "labelled JSON and cut": (HELLO, JSON, broken("StreamTruncated")),
    "a blank behind the end": (HELLO + b"data: [END] \n\n", EVENTS, WHOLE),
    "an event of usage with null": (HELLO + b'data: {"lines":null,"price":1,"cost":2}\n\n' + END, EVENTS, WHOLE),
    "an event of usage with nothing": (HELLO + b'data: {"id":"o1"}\n\n' + END, EVENTS, WHOLE),
    "an event that is something else": (HELLO + b'data: {"what":1}\n\n' + END, EVENTS, broken("UnreadableAnswer")),
    "a message for an event": (HELLO + b'data: {"id":"o1","msg":"x"}\n\n' + END, EVENTS, broken("UnreadableAnswer")),
    "a ping with data": (line("Hel") + b'event: ping\ndata: {"type":"ping"}\n\n' + line("lo") + END, EVENTS, WHOLE),
    "an error event": (HELLO + b"data: " + PLAIN_ERROR + b"\n\n" + END, EVENTS, broken("StreamFailed")),
    "an error before any event": (
        b"data: " + PLAIN_ERROR + b"\n\n" + END, EVENTS, Seen([], None, "NotFoundError", "rejected"),
    ),
    "an unheard error before any event": (
        b'data: {"error":{"what":1}}\n\n' + END, EVENTS, Seen([], None, "StreamFailed", "executed", 0),
    ),
    "an event named error": (
        HELLO + b'event: error\ndata: {"msg":"x"}\n\n' + END, EVENTS, broken("StreamFailed"),
    ),
    "an error without data": (HELLO + PLAIN_ERROR + b"\n\n" + END, EVENTS, broken("StreamFailed")),
    "an error without data at the end": (HELLO + PLAIN_ERROR, EVENTS, broken("StreamFailed")),
    "an error right behind an event": (HELLO[:-1] + PLAIN_ERROR + b"\n" + END, EVENTS, broken("StreamFailed")),
    "an event of several lines": (HELLO.replace(b',"lines', b'\ndata: ,"lines') + END, EVENTS, WHOLE),
    "two halves of an event": (
        HELLO + b'data: {"id":"o1",\n\ndata: "lines":[]}\n\n' + END, EVENTS, broken("UnreadableAnswer"),
    ),
    "an end between events": (line("Hel") + line("lo") + END + line("late"), EVENTS, WHOLE),
    "an error beside a piece": (
        HELLO + line("!").replace(b"}\n", b',"error":"m"}\n') + END, EVENTS, broken("StreamFailed"),
    ),
    "noise without data": (HELLO + b"{half\n\n" + END, EVENTS, WHOLE),
    "a plain error": (PLAIN_ERROR, EVENTS, Seen([], None, "NotFoundError", "rejected")),
    "a plain error behind a comment": (b": hi\n\n" + PLAIN_ERROR, EVENTS, Seen([], None, "NotFoundError", "rejected")),
    "a plain error, indented": (PLAIN_ERROR.replace(b",", b",\n"), EVENTS, Seen([], None, "NotFoundError", "rejected")),
    "a plain result": (b'{"id":"o1","lines":[]}', EVENTS, Seen([], None, "UnreadableAnswer", "executed", 0)),
    "half a character an event": (
        line("a\\ud83d") + line("\\ude00b") + END, EVENTS, Seen(["a", "😀b"], "a😀b"),
    ),
    "halves for two lines": (
        line("\\ud83d") + line("\\uD83C", 1) + line("\\ude00") + line("\\uDF89", 1) + END, EVENTS, Seen(["😀"], "😀"),
    ),
    "half a character in what is no JSON": (
        HELLO + b'data: {"lines":"\\ud83d"\n\n' + END, EVENTS, broken("UnreadableAnswer"),
    ),
    "half a character that stays one": (line("a\\ude00") + END, EVENTS, Seen(["a\ufffd"], "a\ufffd")),
}  # fmt: skip


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("name", RESPONSES)
def test_a_stream(name: str, is_async: bool) -> None:
    body, content_type, expected = RESPONSES[name]
    seen = asyncio.run(read_async(body, content_type)) if is_async else read(body, content_type)
    assert seen == expected


@pytest.mark.parametrize(("status", "is_stream"), [(299, True), (300, False)])
def test_only_a_success_is_a_stream(status: int, is_stream: bool) -> None:
    assert (read(HELLO + END, EVENTS, status) == WHOLE) is is_stream
    assert (asyncio.run(read_async(HELLO + END, EVENTS, status)) == WHOLE) is is_stream


def read(body: bytes, content_type: tuple[str, str], status: int = 200) -> Seen:
    text: list[str] = []
    try:
        stream: Any = shop(Server(body, status, [content_type])).send(STREAM)
        for piece in stream.text():
            text.append(piece)
        return Seen(text, said(stream.collect()))
    except APIError as error:
        return failed(text, error)


async def read_async(body: bytes, content_type: tuple[str, str], status: int = 200) -> Seen:
    text: list[str] = []
    try:
        stream: Any = await AsyncShop(KEY, transport=AsyncServer(body, status, [content_type])).send(STREAM)
        async for piece in stream.text():
            text.append(piece)
        return Seen(text, said(await stream.collect()))
    except APIError as error:
        return failed(text, error)


def said(order: Any) -> str:
    return str(order.lines[0].text)


def failed(text: list[str], error: Any) -> Seen:
    if not hasattr(error, "events"):
        return Seen(text, None, type(error).__name__, error.outcome)
    partial = error.partial and said(error.partial)
    return Seen(text, None, type(error).__name__, error.outcome, len(error.events), partial)
