"""`max_response_bytes`: what is too large for a client, and what its errors say."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest

from generator.runtime.errors import ConfigurationError, UnreadableAnswer
from generator.runtime.streaming.sse import EventDecoder, TooLarge
from generator.runtime.transport import TransportError
from tests.runtime.fake_json_api import (
    CALL,
    EVENTS,
    JSON,
    KEY,
    STREAM,
    AsyncServer,
    AsyncShop,
    Server,
    Shop,
    failure,
    shop,
)
from tests.runtime.fake_media_api import DRAW, PNG, async_studio, file, studio

TOO_LARGE = "larger than 1000 bytes"
HINT = "Raise it with max_response_bytes, of the client or of with_options(); None lifts it."


def event(text: str) -> bytes:
    return b'data: {"id":"o1","lines":[{"index":0,"text":"%s"}]}\n\n' % text.encode()


END = b"data: [END]\n\n"


@pytest.mark.parametrize(
    ("setting", "in_memory", "changed"),
    [({}, 256 << 20, 256 << 20), ({"max_response_bytes": 7}, 7, 7), ({"max_response_bytes": None}, None, None)],
)
def test_the_limit_goes_to_the_transport(setting: Any, in_memory: int | None, changed: int | None) -> None:
    server = Server()
    client = shop(server, **setting)
    client.send(CALL)
    client.with_options(timeout=3).send(CALL)
    client.with_options(max_response_bytes=9).send(CALL)
    assert [request.max_bytes for request in server.requests] == [in_memory, changed, 9]


@pytest.mark.parametrize(("value", "said"), [(0, "over 0"), (-1, "over 0"), (1.5, "not float"), (True, "not bool")])
def test_a_limit_that_is_none_is_refused(value: Any, said: str) -> None:
    with pytest.raises(ConfigurationError, match=f"max_response_bytes must be .*{said}"):
        Shop(KEY, max_response_bytes=value)
    with pytest.raises(ConfigurationError, match="max_response_bytes"):
        Shop(KEY).with_options(max_response_bytes=value)


def test_a_response_that_is_too_large_was_executed_unless_its_status_refuses() -> None:
    fault = TransportError(f"the response is {TOO_LARGE}", kind="too_large", status=200)
    error = failure(Server(fault=fault))
    assert (type(error).__name__, error.outcome, error.retryable) == ("UnreadableAnswer", "executed", False)
    assert str(error) == f"the response is {TOO_LARGE} [status 200, POST /v1/orders, outcome executed] {HINT}"
    error = failure(Server(status=400, fault=fault))
    assert (type(error).__name__, error.outcome, error.hint) == ("BadRequestError", "rejected", HINT)
    assert f"its reason was lost: the response is {TOO_LARGE}" in str(error)


STREAMS = {
    "an event in one piece": (event("a") + event("b" * 1000) + END, 1),
    "an event without end": (event("a") + b"data: " + b"b" * 2000, 1),
    "data in many lines": (event("a") + b"data: b\n" * 400, 1),
}


@pytest.mark.parametrize("name", STREAMS)
@pytest.mark.parametrize("size", [50, 900])
@pytest.mark.parametrize("keep_raw", [True, False])
def test_an_event_that_is_too_large_ends_a_stream(name: str, size: int, keep_raw: bool) -> None:
    raw, before = STREAMS[name]
    settings: dict[str, Any] = {"max_response_bytes": 1000, "keep_raw": keep_raw, "max_retries": 0}

    def pieces(server: Any) -> Any:
        server.responses[-1].pieces = [raw[at : at + size] for at in range(0, len(raw), size)]
        return server.responses[-1]

    server = Server(headers=[EVENTS])
    stream = shop(server, **settings).send(STREAM)
    response, seen = pieces(server), []
    with pytest.raises(UnreadableAnswer, match=f"the event is {TOO_LARGE}") as caught:
        seen.extend(stream)
    error: Any = caught.value
    assert (len(seen), error.outcome, error.hint, error.status) == (before, "executed", HINT, 200)
    assert [one.lines[0].text for one in error.events] == ["a"] * keep_raw
    assert response.closed

    async def play() -> None:
        other = AsyncServer(headers=[EVENTS])
        async_stream = await AsyncShop(KEY, transport=other, **settings).send(STREAM)
        answer = pieces(other)
        with pytest.raises(UnreadableAnswer, match=f"the event is {TOO_LARGE}"):
            [one async for one in async_stream]
        assert answer.closed

    asyncio.run(play())


@pytest.mark.parametrize("keep_raw", [True, False])
def test_a_stream_or_an_event_of_exactly_the_limit_is_read(keep_raw: bool) -> None:
    first, second = event("a"), event("b" * 200)
    size = len(first.strip()) + len(second.strip()) - 2 * len("data: ")
    limit = size if keep_raw else size - len(first.strip()) + len("data: ")
    for pieces in ([first + second + END], [first, second, END]):
        for more, whole in ((0, True), (-1, False)):
            server = Server(headers=[EVENTS])
            stream = shop(server, max_response_bytes=limit + more, keep_raw=keep_raw).send(STREAM)
            server.responses[0].pieces = pieces
            if whole:
                assert len(list(stream)) == 2
            else:
                with pytest.raises(UnreadableAnswer, match=f"larger than {limit - 1} bytes"):
                    list(stream)


def test_kept_events_count_together_and_others_each_by_itself() -> None:
    raw = event("a" * 100) * 50 + END
    kept = shop(Server(raw, headers=[EVENTS]), max_response_bytes=1000).send(STREAM)
    with pytest.raises(UnreadableAnswer, match=f"the stream is {TOO_LARGE}.*With keep_raw=False") as caught:
        list(kept)
    assert caught.value.events
    dropped = shop(Server(raw, headers=[EVENTS]), max_response_bytes=1000, keep_raw=False).send(STREAM)
    assert len(list(dropped)) == 50
    assert len(list(shop(Server(raw, headers=[EVENTS]), max_response_bytes=None).send(STREAM))) == 50


@pytest.mark.parametrize("raw", [b'{"id":"o1","lines":[],"x":"' + b"x" * 2000 + b'"}', b" " * 200_000])
def test_what_is_no_stream_is_limited_too(raw: bytes) -> None:
    server = Server(raw, headers=[JSON])
    with pytest.raises(UnreadableAnswer, match=TOO_LARGE):
        shop(server, max_response_bytes=1000).send(STREAM)
    assert server.responses[0].closed

    async def play() -> None:
        other = AsyncServer(raw, headers=[JSON])
        with pytest.raises(UnreadableAnswer, match=TOO_LARGE):
            await AsyncShop(KEY, transport=other, max_response_bytes=1000).send(STREAM)
        assert other.responses[0].closed

    asyncio.run(play())


def test_comments_and_small_events_without_end_take_no_room() -> None:
    decoder = EventDecoder(100)

    def endless() -> Iterator[bytes]:
        yield from repeat(b": still here\n\ndata: {}\n\n: half", 50)

    assert sum(len(decoder.feed(piece)) for piece in endless()) == 50
    with pytest.raises(TooLarge):
        list(map(decoder.feed, repeat(b"data: x", 50)))


LARGE = PNG + b"x" * 5000


def test_a_file_is_limited_in_memory_and_on_the_disk_only_if_told(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("generator.runtime.config.MAX_RESPONSE_BYTES", 1000)

    def drawn(**settings: Any) -> Any:
        return studio(file(LARGE), **settings)[0].send(DRAW({"text": "x"}))

    assert drawn().save(tmp_path / "x.png").read_bytes() == LARGE
    assert drawn(max_response_bytes=None).bytes() == LARGE
    for read in (lambda: drawn().bytes(), lambda: drawn(max_response_bytes=1000).save(tmp_path / "y.png")):
        with pytest.raises(UnreadableAnswer, match=f"the file is {TOO_LARGE}") as caught:
            read()
        assert (caught.value.outcome, caught.value.hint) == ("executed", HINT)
    assert not (tmp_path / "y.png").exists()

    async def play() -> None:
        client, server = async_studio(file(LARGE))
        media = await client.send(DRAW({"text": "x"}))
        with pytest.raises(UnreadableAnswer, match=TOO_LARGE):
            await media.bytes()
        assert server.responses[0].closed

    asyncio.run(play())


@pytest.mark.parametrize(
    ("setting", "limit", "fits"),
    [
        ({}, {}, False),
        ({}, {"limit": None}, True),
        ({}, {"limit": 9000}, True),
        ({"max_response_bytes": 9000}, {}, True),
        ({"max_response_bytes": None}, {}, True),
        ({"max_response_bytes": 9000}, {"limit": 1000}, False),
    ],
)
def test_a_fetched_file_has_the_limit_of_its_call_or_of_the_client(
    setting: Any, limit: Any, fits: bool, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr("generator.runtime.config.MAX_RESPONSE_BYTES", 1000)
    media = studio(file(LARGE), **setting)[0].fetch("https://files.example/x.png", **limit)
    if fits:
        assert media.save(tmp_path / "x.png").read_bytes() == LARGE
        return
    with pytest.raises(UnreadableAnswer, match=TOO_LARGE):
        media.save(tmp_path / "x.png")
