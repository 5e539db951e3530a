"""Streams: their events, how they end, and that they close their connection."""

from __future__ import annotations

import asyncio
import gc
import pickle
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import Any

import msgspec
import pytest

from generator.runtime.errors import StreamFailed, StreamTruncated, UnreadableAnswer
from generator.runtime.operation.call import Call
from generator.runtime.operation.operation import Operation
from generator.runtime.operation.stream_spec import StreamSpec
from generator.runtime.response.parser import ResponseParser
from generator.runtime.streaming.state import StreamContext
from generator.runtime.streaming.stream import AsyncStream, Stream
from generator.runtime.transport import TransportError
from tests.runtime.fake_json_api import KEY, Server, shop
from tests.runtime.fake_transport import FakeAsyncResponse, FakeResponse, run_now


class Delta(msgspec.Struct):
    content: str | None = None


class Choice(msgspec.Struct):
    delta: Delta
    index: int | None = None


class Chunk(msgspec.Struct):
    choices: list[Choice]


class Completion(msgspec.Struct):
    object: str
    choices: list[dict[str, Any]]


CHAT = StreamSpec(
    when=("stream", True),
    event=Chunk,
    end="[DONE]",
    proof=("choices",),
    text=("choices", ("index", 0), ("delta", "content")),
    concat_fields=("content",),
    aliases={"delta": "message"},
    constants={"object": "chat.completion"},
)
DONE = b"data: [DONE]\n\n"


def event(text: str | None, index: int | None = 0) -> bytes:
    return b"data: " + msgspec.json.encode({"choices": [{"index": index, "delta": {"content": text}}]}) + b"\n\n"


def context(spec: StreamSpec = CHAT, keep_raw: bool = True) -> StreamContext[Chunk, Completion]:
    operation = Operation(id="chat", method="POST", path="/chat", result=Completion, stream=spec)
    parser = ResponseParser(Call(operation, "/chat"), shop(Server(), keep_raw=keep_raw)._config, KEY)
    return StreamContext(parser, 200, [("X-Request-Id", "r1")])


class Body(FakeResponse):
    """A response of these pieces, and then an error or the end."""

    def __init__(self, pieces: Sequence[bytes], error: BaseException | None = None) -> None:
        super().__init__(200, [], pieces, error)


def sync(body: Body, *spec: StreamSpec, **settings: bool) -> Stream[Chunk, Completion]:
    return Stream(body, context(*spec, **settings))


class Pulled:
    """An async stream with the face of a sync one, so that both are held to the same."""

    def __init__(self, body: Body, *spec: StreamSpec, **settings: bool) -> None:
        self.stream = AsyncStream(FakeAsyncResponse(body), context(*spec, **settings))

    def __iter__(self) -> Iterator[Chunk]:
        return self._pull(self.stream)

    def text(self) -> Iterator[str]:
        return self._pull(self.stream.text())

    def collect(self) -> Completion:
        result: Completion = run_now(self.stream.collect())
        return result

    def close(self) -> None:
        run_now(self.stream.close())

    def _pull(self, source: AsyncIterator[Any]) -> Iterator[Any]:
        async def one() -> Any:
            return await anext(source)

        while True:
            try:
                yield run_now(one())
            except StopAsyncIteration:
                return


Open = Callable[..., Any]


@pytest.fixture(params=[sync, Pulled], ids=["sync", "async"])
def stream(request: pytest.FixtureRequest) -> Open:
    opened: Open = request.param
    return opened


def texts(events: Any) -> list[str | None]:
    return [item.choices[0].delta.content for item in events]


def test_events_come_one_by_one_and_the_connection_is_given_back(stream: Open) -> None:
    body = Body([event("a"), event("b") + event("c"), DONE])
    events = iter(opened := stream(body))
    assert texts([next(events)]) == ["a"]
    assert body.taken == 1
    assert texts(events) == ["b", "c"]
    assert body.finished
    assert list(opened) == []


def test_nothing_is_read_behind_the_end_marker(stream: Open) -> None:
    body = Body([event("a") + DONE + event("late"), event("later")])
    assert texts(stream(body)) == ["a"]
    assert body.taken == 1


@pytest.mark.parametrize("keep_raw", [True, False])
def test_a_large_piece_of_many_events_loses_none_and_ends_at_its_marker(stream: Open, keep_raw: bool) -> None:
    said = [f"{number} " + "x" * 300 for number in range(150)]
    whole = b"".join(map(event, said)) + DONE
    opened = stream(Body([whole + event("late") * 80, event("later")]), keep_raw=keep_raw)
    assert texts(opened) == said
    if keep_raw:
        assert opened.collect().choices[0]["message"]["content"] == "".join(said)


def test_what_is_no_stream_is_kept_up_to_a_size(stream: Open) -> None:
    raw = truncated(stream(Body([b"<html>", *[b"x" * 10_000] * 30])))[1].raw
    assert raw is not None
    assert raw.startswith(b"<html>xxx")
    assert 65_536 <= len(raw) < 80_000


def test_keep_alives_are_no_events(stream: Open) -> None:
    assert texts(stream(Body([b": ping\n\n", b"data:\n\n", event("a"), b"data: \n\n", DONE]))) == ["a"]


def test_an_end_marker_without_its_blank_line_is_one(stream: Open) -> None:
    assert texts(stream(Body([event("a"), b"data: [DONE]"]))) == ["a"]


def test_a_stream_without_a_marker_ends_with_its_body(stream: Open) -> None:
    body = Body([event("a"), event("b")])
    assert texts(stream(body, CHAT._replace(end=None))) == ["a", "b"]
    assert body.closed


def test_the_usual_end_marker_ends_a_stream_for_which_none_is_described(stream: Open) -> None:
    assert texts(stream(Body([event("a"), event("b"), DONE]), CHAT._replace(end=None))) == ["a", "b"]


def test_text_is_what_the_first_choice_says(stream: Open) -> None:
    pieces = [event(None), event("Hel"), event("other", 1), event(""), event("lo"), event("!", None), DONE]
    assert list(stream(Body(pieces)).text()) == ["Hel", "lo", "!"]


def test_text_may_be_that_of_every_item(stream: Open) -> None:
    spec = CHAT._replace(text=("choices", None, ("delta", "content")))
    both = b'data: {"choices":[{"delta":{"content":"b"}},{"delta":{"content":"c"}}]}\n\n'
    assert list(stream(Body([event("a", 7), both, DONE]), spec).text()) == ["a", "bc"]


def test_an_event_that_is_not_as_described_has_no_text() -> None:
    assert list(sync(Body([b'data: {"choices":[5]}\n\n', DONE])).text()) == []


def test_the_whole_is_folded_also_from_what_was_seen(stream: Open) -> None:
    opened = stream(Body([event("Hel"), event("lo"), DONE]))
    next(iter(opened))
    expected = Completion("chat.completion", [{"index": 0, "message": {"content": "Hello"}}])
    assert opened.collect() == expected
    assert opened.collect() == expected


def test_without_kept_bytes_the_whole_comes_first_or_not_at_all(stream: Open) -> None:
    assert stream(Body([event("a"), DONE]), keep_raw=False).collect().choices[0]["message"] == {"content": "a"}
    opened = stream(Body([event("a"), DONE]), keep_raw=False)
    next(iter(opened))
    with pytest.raises(RuntimeError, match="keep_raw"):
        opened.collect()


def collect(opened: Any, seen: list[str | None]) -> None:
    for item in opened:
        seen += texts([item])


def truncated(opened: Any) -> tuple[list[str | None], StreamTruncated]:
    seen: list[str | None] = []
    with pytest.raises(StreamTruncated) as caught:
        collect(opened, seen)
    return seen, caught.value


def test_an_end_without_the_marker_is_an_error_that_holds_what_came(stream: Open) -> None:
    body = Body([event("Hel"), event("lo")])
    seen, error = truncated(stream(body))
    assert seen == texts(error.events) == ["Hel", "lo"]
    assert error.partial.choices[0]["message"] == {"content": "Hello"}
    assert (error.outcome, error.status, error.request_id) == ("executed", 200, "r1")
    assert body.closed
    again = pickle.loads(pickle.dumps(error))
    assert (again.partial, texts(again.events), str(again)) == (error.partial, ["Hel", "lo"], str(error))


def test_the_last_event_may_lack_its_blank_line(stream: Open) -> None:
    seen, error = truncated(stream(Body([event("a"), event("b").rstrip()])))
    assert seen == texts(error.events) == ["a", "b"]


def test_no_event_at_all_is_an_error_that_says_so(stream: Open) -> None:
    for pieces in ([], [b": ping\n\n"], [b"data:\n\n"]):
        seen, error = truncated(stream(Body(pieces)))
        assert seen == error.events == []
        assert error.partial is None
        assert "no event" in str(error)


def test_what_came_instead_of_events_is_shown(stream: Open) -> None:
    assert truncated(stream(Body([b"<html>", b"</html>"])))[1].raw == b"<html></html>"


def test_half_an_event_at_the_end_is_a_cut(stream: Open) -> None:
    # How gateways pass a cut on: the half line as an event of its own, and then an orderly end.
    for pieces in ([event("a"), b'data: {"choices":[{"ind\n\n'], [event("a"), b'data: {"choices":[{"ind']):
        seen, error = truncated(stream(Body(pieces)))
        assert seen == ["a"]
        assert error.raw == b'{"choices":[{"ind'
        assert error.partial.choices[0]["message"] == {"content": "a"}


@pytest.mark.parametrize("choices", ['"x"', "{}", "5"])
def test_an_event_whose_proof_is_of_another_kind_is_unreadable(stream: Open, choices: str) -> None:
    body = Body([event("a"), f'data: {{"choices":{choices}}}\n\n'.encode(), DONE])
    with pytest.raises(UnreadableAnswer):
        truncated(stream(body))


def test_a_broken_event_in_the_middle_is_unreadable(stream: Open) -> None:
    for rest in (event("b"), DONE, event("b").rstrip()):
        body = Body([event("a"), b"data: {half\n\n" + rest])
        with pytest.raises(UnreadableAnswer):
            list(stream(body))
        assert body.closed


def test_a_connection_that_breaks_is_a_cut(stream: Open) -> None:
    cause = TransportError("the body was cut", kind="broken", status=200)
    seen, error = truncated(stream(Body([event("a")], cause)))
    assert (seen, error.outcome, error.__context__) == (["a"], "executed", cause)
    assert "the body was cut" in str(error)


def test_an_error_event_ends_the_stream(stream: Open) -> None:
    body = Body([event("a"), b'data: {"error":{"message":"no"}}\n\n', DONE])
    opened = stream(body)
    seen: list[str | None] = []
    with pytest.raises(StreamFailed):
        collect(opened, seen)
    assert seen == ["a"]
    assert body.closed
    assert list(opened) == []
    with pytest.raises(StreamFailed):
        opened.collect()


def test_an_error_is_raised_by_text_and_whole_too(stream: Open) -> None:
    with pytest.raises(StreamTruncated):
        list(stream(Body([event("a")])).text())
    opened = stream(Body([event("a")]))
    for _ in range(2):
        with pytest.raises(StreamTruncated):
            opened.collect()


def test_a_stream_that_was_closed_has_no_whole(stream: Open) -> None:
    opened = stream(body := Body([event("a"), event("b"), DONE]))
    next(iter(opened))
    opened.close()
    opened.close()
    assert list(opened) == []
    assert body.taken == 1
    with pytest.raises(StreamTruncated, match="closed"):
        opened.collect()


def test_what_a_user_throws_closes_the_connection() -> None:
    body = Body([event("a"), event("b"), DONE])

    def interrupted() -> None:
        with sync(body) as opened:
            for _ in opened:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert body.closed


def test_a_stream_that_is_dropped_closes_its_connection() -> None:
    for begun in (False, True):
        opened = sync(body := Body([event("a"), event("b"), DONE]))
        if begun:
            next(opened)
        del opened
        gc.collect()
        assert body.closed


def test_leaving_an_async_stream_closes_its_connection() -> None:
    async def main() -> None:
        pulled = Pulled(body := Body([event("a"), event("b"), DONE]))
        async with pulled.stream as opened:
            async for _ in opened:
                break
        assert body.closed

    asyncio.run(main())


def test_a_cancelled_wait_closes_the_connection() -> None:
    class Silent(FakeAsyncResponse):
        async def chunks(self) -> AsyncIterator[bytes]:
            yield event("a")
            await asyncio.sleep(60)

    async def main() -> None:
        body = Body([])
        opened = AsyncStream(Silent(body), context())
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                [item async for item in opened]
        assert body.closed
        assert [item async for item in opened] == []

    asyncio.run(main())


def test_a_stream_without_text_says_so(stream: Open) -> None:
    with pytest.raises(TypeError, match="no text"):
        list(stream(Body([event("a"), DONE]), CHAT._replace(text=None)).text())


def test_a_stream_shows_its_state() -> None:
    opened = sync(Body([event("a"), DONE]))
    assert repr(opened) == "<Stream open, status 200>"
    assert opened.response_info.request_id == "r1"
    list(opened)
    opened.close()
    assert repr(opened) == "<Stream complete, status 200>"
    left = sync(Body([event("a"), DONE]))
    left.close()
    assert repr(left) == "<Stream closed, status 200>"
    cut = sync(Body([event("a")]))
    truncated(cut)
    assert repr(cut) == "<Stream failed, status 200>"
    pulled = Pulled(Body([event("a"), DONE]))
    assert repr(pulled.stream) == "<AsyncStream open, status 200>"
    pulled.close()
    assert repr(pulled.stream) == "<AsyncStream closed, status 200>"
