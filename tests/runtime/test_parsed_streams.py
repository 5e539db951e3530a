"""Streams whose outputs are parsed: their events, the result at their end, and what cannot be parsed."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from typing import Any

import msgspec
import pytest

import ezlink
from ezlink import AsyncEZLink, EZLink, function_tool, testing
from generator.runtime.streaming.partial_json import parse_partial
from tests.contract.callers import KINDS, Caller
from tests.runtime.transport.raw_server import Peer, serving

ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Who?"}]}


class Person(msgspec.Struct):
    name: str
    age: int | None = None


def chunk(reason: str | None = None, index: int = 0, logprobs: Any = None, **delta: Any) -> dict[str, Any]:
    choice = {"index": index, "delta": delta, "finish_reason": reason, "logprobs": logprobs}
    return {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


def call(index: int, arguments: str, **head: str) -> dict[str, Any]:
    name = {"name": head.pop("name")} if head else {}
    return {"index": index, **head, "function": {**name, "arguments": arguments}}


def token(text: str) -> dict[str, Any]:
    return {"token": text, "logprob": -1.0, "bytes": None, "top_logprobs": []}


ANN = [
    chunk(role="assistant", content=""),
    chunk(content='{"name": "A', logprobs={"content": [token("A")], "refusal": None}),
    chunk(content='nn", "a', logprobs={"content": [token("nn")], "refusal": None}),
    chunk(content='ge": 3}'),
    chunk("stop"),
    {**chunk(), "choices": [], "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}},
]
REFUSAL = [
    chunk(refusal="N"),
    chunk(refusal="o.", logprobs={"content": None, "refusal": [token("o.")]}),
    chunk("stop"),
]
CALLS = [
    chunk(role="assistant", content="Hm."),
    chunk(tool_calls=[call(0, "", name="Person", id="1", type="function")]),
    chunk(tool_calls=[call(0, '{"name": "Ann"')]),
    chunk(tool_calls=[call(0, "}")]),
    chunk(tool_calls=[call(1, "{}", name="other", id="2", type="function")]),
    chunk("tool_calls"),
]
TWO = [
    chunk(content="{", index=1),
    chunk(content='{"name": "A"}'),
    chunk("stop"),
    chunk(content='"name": "B"}', index=1),
]


def play(is_async: bool, chunks: Sequence[Any], seen: list[Any], **given: Any) -> Any:
    """Stream these chunks, append the events to `seen`, and return the result."""
    reply = testing.events(*chunks, end=given.pop("end", "[DONE]"))
    if not is_async:
        mock = testing.MockTransport()
        mock.add("chat.completions.create", reply)
        with EZLink("k", transport=mock, keep_raw=False).chat.completions.stream(**ASK, **given) as stream:
            for event in stream:
                seen.append(event)
            return stream.get_final_completion()
    asynchronous = testing.AsyncMockTransport()
    asynchronous.add("chat.completions.create", reply)

    async def main() -> Any:
        client = AsyncEZLink("k", transport=asynchronous, keep_raw=False)
        async with client.chat.completions.stream(**ASK, **given) as stream:
            async for event in stream:
                seen.append(event)
            return await stream.get_final_completion()

    return asyncio.run(main())


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def is_async(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def told(seen: list[Any], *names: str) -> list[tuple[Any, ...]]:
    """The types of all events but chunks, with these attributes where they have them."""
    shown = [event for event in seen if event.type != "chunk"]
    return [(event.type, *(getattr(event, name) for name in names if hasattr(event, name))) for event in shown]


def test_texts_come_in_pieces_and_then_whole_and_parsed(is_async: bool) -> None:
    seen: list[Any] = []
    result = play(is_async, ANN, seen, response_format=Person)
    assert told([one for one in seen if not one.type.startswith("logprobs")], "delta", "snapshot", "parsed") == [
        ("content.delta", "", "", None),
        ("content.delta", '{"name": "A', '{"name": "A', {}),
        ("content.delta", 'nn", "a', '{"name": "Ann", "a', {"name": "Ann"}),
        ("content.delta", 'ge": 3}', '{"name": "Ann", "age": 3}', {"name": "Ann", "age": 3}),
        ("content.done", Person("Ann", 3)),
    ]
    logprobs = [one for one in seen if one.type.startswith("logprobs")]
    assert [([each.token for each in one.content], one.type.rpartition(".")[2]) for one in logprobs] == [
        (["A"], "delta"),
        (["nn"], "delta"),
        (["A", "nn"], "done"),
    ]
    assert [each.token for each in logprobs[1].snapshot] == ["A", "nn"]
    chunks = [one for one in seen if one.type == "chunk"]
    assert [one.chunk.to_dict() for one in chunks] == ANN
    assert [len(one.snapshot.choices[0].message.content) for one in chunks] == [0, 11, 18, 25, 25, 25]
    assert (result.choices[0].message.parsed, result.usage.total_tokens) == (Person("Ann", 3), 3)
    assert result.choices[0].message.to_dict() == {"role": "assistant", "content": '{"name": "Ann", "age": 3}'}


@pytest.mark.parametrize("chunks", [ANN, REFUSAL, CALLS])
def test_events_cannot_be_changed(chunks: list[Any]) -> None:
    seen: list[Any] = []
    play(False, chunks, seen)
    for one in seen:
        with pytest.raises(AttributeError, match="immutable"):
            one.output_index = 1


def test_refusals_are_told_and_not_parsed(is_async: bool) -> None:
    seen: list[Any] = []
    result = play(is_async, REFUSAL, seen, response_format=Person)
    types = ["refusal.delta", "refusal.delta", "logprobs.refusal.delta", "refusal.done", "logprobs.refusal.done"]
    assert [name for name, *_ in told(seen)] == types
    assert repr(seen[1]) == "RefusalDeltaEvent(output_index=0, type='refusal.delta', delta='N')"
    assert (seen[2].type, seen[-2].refusal, result.choices[0].message.parsed) == ("chunk", "No.", None)


def test_arguments_of_tools_come_in_pieces_and_then_parsed(is_async: bool) -> None:
    seen: list[Any] = []
    result = play(is_async, CALLS, seen, tools=[function_tool(Person)])
    delta, done = "tool_calls.function.arguments.delta", "tool_calls.function.arguments.done"
    assert told(seen, "name", "index", "arguments", "parsed_arguments") == [
        ("content.delta",),
        (delta, "Person", 0, "", None),
        ("content.done",),
        (delta, "Person", 0, '{"name": "Ann"', {"name": "Ann"}),
        (delta, "Person", 0, '{"name": "Ann"}', {"name": "Ann"}),
        (delta, "other", 1, "{}", None),
        (done, "Person", 0, '{"name": "Ann"}', Person("Ann")),
        (done, "other", 1, "{}", None),
    ]
    assert [one.function.parsed_arguments for one in result.choices[0].message.tool_calls] == [Person("Ann"), None]


def test_each_output_is_told_by_its_index_and_ends_with_the_stream_at_the_latest(is_async: bool) -> None:
    seen: list[Any] = []
    result = play(is_async, TWO, seen, response_format=Person, n=2)
    assert [(one.type, one.output_index) for one in seen if one.type.startswith("content")] == [
        ("content.delta", 1),
        ("content.delta", 0),
        ("content.done", 0),
        ("content.delta", 1),
        ("content.done", 1),
    ]
    assert [choice.message.parsed for choice in result.choices] == [Person("A"), Person("B")]


@pytest.mark.parametrize(
    ("chunks", "kind", "given"),
    [
        ([ANN[1], chunk("length")], ezlink.LengthFinishReasonError, {"response_format": Person}),
        ([ANN[1], chunk("content_filter")], ezlink.ContentFilterFinishReasonError, {"response_format": Person}),
        ([ANN[1], chunk("stop")], ezlink.UnreadableAnswer, {"response_format": Person}),
        ([ANN[1], chunk("length")], ezlink.LengthFinishReasonError, {}),
        ([*CALLS[:3], CALLS[-1]], ezlink.UnreadableAnswer, {"tools": [Person]}),
    ],
)
def test_what_cannot_be_parsed_ends_the_stream_with_an_error_that_holds_the_result(
    is_async: bool, chunks: Any, kind: type[ezlink.AnswerError], given: Any
) -> None:
    seen: list[Any] = []
    with pytest.raises(kind) as raised:
        play(is_async, chunks, seen, **given)
    assert seen[1].delta == raised.value.completion.choices[0].message.content
    assert raised.value.outcome == "executed"


def test_a_stream_that_breaks_off_is_no_result(is_async: bool) -> None:
    seen: list[Any] = []
    with pytest.raises(ezlink.StreamTruncated) as raised:
        play(is_async, ANN[:3], seen, end=None, response_format=Person)
    assert len(raised.value.events) == 3
    assert raised.value.partial.choices[0].message.content == '{"name": "Ann", "a'


def test_nothing_is_sent_before_the_block_and_nothing_is_left_open_after_it() -> None:
    mock = testing.MockTransport()
    mock.add("chat.completions.create", testing.events(*ANN))
    client = EZLink("k", transport=mock)
    manager = client.beta.chat.completions.stream(**ASK, response_format=Person)
    assert mock.requests == []
    with manager as stream:
        assert next(stream).type == "chunk"
        assert stream.current_completion_snapshot.choices[0].message.content == ""
        assert (stream.response.status, stream.response_info.status) == (200, 200)
        assert stream.until_done() is stream
        assert stream.get_final_completion().choices[0].message.parsed == Person("Ann", 3)
        assert "complete" in repr(stream)
    with manager as again:  # an early end
        next(again)
    assert "closed" in repr(again)
    with pytest.raises(ezlink.StreamTruncated):
        again.get_final_completion()
    assert [one.json()["stream"] for one in mock.requests] == [True, True]
    with pytest.raises(TypeError, match="is missing 1 required argument: 'model'"):
        client.chat.completions.stream(messages=[])  # type: ignore[call-arg]
    del stream, again, manager
    gc.collect()


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    body = b"".join(testing.events(*ANN).pieces)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: %d\r\n\r\n" % len(body)

    def script(peer: Peer) -> None:
        while peer.request():
            peer.send(head + body)

    with serving(script) as server:
        yield server.url


@pytest.mark.parametrize("kind", KINDS)
def test_every_client_streams(url: str, kind: str) -> None:
    caller = Caller(kind, url)
    stream: Callable[..., Any] = caller.client.chat.completions.stream

    async def main() -> Any:
        async with stream(**ASK, response_format=Person) as opened:
            events: AsyncIterator[Any] = opened
            return [event.type async for event in events], await opened.get_final_completion()

    try:
        if caller.is_async:
            types, result = caller.run(main())
        else:
            with stream(**ASK, response_format=Person) as opened:
                types, result = [event.type for event in opened], opened.get_final_completion()
        assert (types.count("chunk"), types[-3:]) == (6, ["content.done", "logprobs.content.done", "chunk"])
        assert result.choices[0].message.parsed == Person("Ann", 3)
    finally:
        caller.close()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 12', {"a": 12}),
        ('{"a": "hel', {}),
        ('{"a": "x\\', {}),
        ('{"a": tru', {}),
        ('{"a":1,"b', {"a": 1}),
        ('{"a":1,"b":', {"a": 1}),
        ('{"a":1,', {"a": 1}),
        ('[1, {"x":[2', [1, {"x": [2]}]),
        ('{"a": "x", "b": {"c": nul', {"a": "x", "b": {}}),
        ('{"a": "}\\"]", "b": 1', {"a": '}"]', "b": 1}),
        ("{", {}),
        ('{"a":[', {"a": []}),
        ("12", 12),
        ("", None),
        ("tru", None),
        ('"ab', None),
        ("Sure: {", None),
        ("[" * 5000, None),
    ],
)
def test_json_that_is_still_being_written_is_read_as_far_as_it_is_whole(text: str, value: Any) -> None:
    assert parse_partial(text) == value


def test_every_beginning_of_json_can_be_read() -> None:
    text = json.dumps({"a": [{"b": 'x, "y" {'}, None, -1.5e3], "c": {"d": "\\"}, "e": True})
    for end in range(1, len(text)):
        assert isinstance(parse_partial(text[:end]), dict)
    assert parse_partial(text) == json.loads(text)
