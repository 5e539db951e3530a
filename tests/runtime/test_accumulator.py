"""Events accumulated into one object, in every form in which servers were seen to send them."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from generator.runtime.operation.stream_spec import StreamSpec
from generator.runtime.streaming.accumulator import accumulate

CHAT = StreamSpec(
    when=("stream", True),
    event=dict,
    end="[DONE]",
    merge_key="index",
    concat_fields=("content", "refusal", "reasoning_content", "reasoning", "arguments", "text", "thinking"),
    aliases={"delta": "message"},
    constants={"object": "chat.completion"},
)
TEXT = CHAT._replace(aliases={}, constants={})


def choice(**fields: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, **fields}]}


def delta(**fields: Any) -> dict[str, Any]:
    return choice(delta=fields)


def call(*calls: dict[str, Any]) -> dict[str, Any]:
    return delta(tool_calls=list(calls))


def message(*events: dict[str, Any]) -> dict[str, Any]:
    folded: dict[str, Any] = accumulate(events, CHAT)["choices"][0]["message"]
    return folded


def test_an_ordinary_stream() -> None:
    head = {"id": "c1", "object": "chat.completion.chunk", "created": 7, "model": "m", "usage": None}
    events = [
        {**head, **delta(role="assistant", content="", refusal=None)},
        {**head, **delta(content="Hel")},
        {**head, **delta(content="lo")},
        {**head, **choice(delta={}, finish_reason="stop")},
        {**head, "choices": [], "usage": {"total_tokens": 3}},
    ]
    assert accumulate(events, CHAT) == {
        "id": "c1",
        "object": "chat.completion",
        "created": 7,
        "model": "m",
        "usage": {"total_tokens": 3},
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": "Hello", "refusal": None}, "finish_reason": "stop"}
        ],
    }


def test_several_choices_come_in_any_order_and_end_in_theirs() -> None:
    events = [
        {"choices": [{"index": at, "delta": {"content": text}}]}
        for at, text in [(2, "c"), (0, "a"), (2, "C"), (1, "b")]
    ]
    folded = accumulate(events, CHAT)["choices"]
    assert [(item["index"], item["message"]["content"]) for item in folded] == [(0, "a"), (1, "b"), (2, "cC")]


def test_choices_without_an_index_are_told_by_their_place() -> None:
    events = [{"choices": [{"delta": {"content": text}} for text in pair]} for pair in ("ax", "by", "cz")]
    folded = accumulate(events, CHAT)["choices"]
    assert [item["message"]["content"] for item in folded] == ["abc", "xyz"]


def test_a_late_choice_is_put_in_its_place() -> None:
    events = [{"choices": [{"index": at, "delta": {"content": str(at)}}]} for at in (0, 1, 4, 3, 2)]
    assert [item["index"] for item in accumulate(events, CHAT)["choices"]] == [0, 1, 2, 3, 4]


def test_a_piece_without_id_or_index_continues_the_last_tool_call() -> None:
    events = [
        call({"id": "a", "function": {"name": "f", "arguments": "{}"}}),
        call({"id": "b", "function": {"name": "g", "arguments": "["}}),
        call({"function": {"arguments": "]"}}),
    ]
    assert [one["function"]["arguments"] for one in message(*events)["tool_calls"]] == ["{}", "[]"]


FIRST = {"index": 0, "id": "call_1", "type": "function", "function": {"name": "look", "arguments": ""}}
WHOLE = {"index": 0, "id": "call_1", "type": "function", "function": {"name": "look", "arguments": '{"a":1}'}}


@pytest.mark.parametrize(
    "later",
    [
        {"index": 0, "function": {"arguments": '{"a":1}'}},
        {"index": 0, "id": None, "type": None, "function": {"name": None, "arguments": '{"a":1}'}},
        {"index": 0, "id": "", "type": "function", "function": {"name": "", "arguments": '{"a":1}'}},
        {"index": 0, "id": "call_1", "type": "function", "function": {"name": "look", "arguments": '{"a":1}'}},
        {"index": 0, "function": {"arguments": {"a": 1}}},
        {"function": {"arguments": '{"a":1}'}},
        {"index": None, "id": "call_1", "function": {"arguments": '{"a":1}'}},
    ],
    ids=["only arguments", "null id and name", "empty id and name", "all again", "an object", "no index", "null index"],
)
def test_a_later_piece_of_a_tool_call(later: dict[str, Any]) -> None:
    assert message(call(FIRST), call(later))["tool_calls"] == [WHOLE]


def test_tool_calls_side_by_side() -> None:
    events = [
        call({"index": 0, "id": "a", "function": {"name": "f", "arguments": "{"}}),
        call({"index": 1, "id": "b", "function": {"name": "g", "arguments": "["}}),
        call({"index": 0, "function": {"arguments": "}"}}, {"index": 1, "function": {"arguments": "]"}}),
    ]
    calls = message(*events)["tool_calls"]
    assert [(c["id"], c["function"]["name"], c["function"]["arguments"]) for c in calls] == [
        ("a", "f", "{}"),
        ("b", "g", "[]"),
    ]


def test_tool_calls_without_an_index_begin_where_the_name_or_id_changes() -> None:
    events = [
        call({"id": "a", "function": {"name": "f", "arguments": "{"}}),
        call({"function": {"arguments": "}"}}),
        call({"id": "b", "function": {"name": "f", "arguments": "["}}),
        call({"id": "b", "function": {"arguments": "]"}}),
        call({"id": "a", "function": {"arguments": " "}}),
    ]
    calls = message(*events)["tool_calls"]
    assert [(c["id"], c["function"]["arguments"]) for c in calls] == [("a", "{} "), ("b", "[]")]


def test_whole_tool_calls_in_one_event_stay_apart() -> None:
    both = [{"function": {"name": "f", "arguments": "{}"}}, {"function": {"name": "f", "arguments": "{}"}}]
    assert message(call(*both))["tool_calls"] == both


def piece(id: str | None, name: str | None, arguments: str, index: int | None = 0) -> dict[str, Any]:
    return call({"index": index, "id": id, "type": "function", "function": {"name": name, "arguments": arguments}})


@pytest.mark.parametrize(
    ("pieces", "expected"),
    {
        "two whole calls": ([("a", "f", '{"x":1}'), ("b", "f", '{"x":2}')], [("a", '{"x":1}'), ("b", '{"x":2}')]),
        "two whole calls backwards": ([("b", "f", "{}"), ("a", "f", "[]")], [("b", "{}"), ("a", "[]")]),
        "two calls of two functions": ([("a", "f", ""), ("b", "g", "{}")], [("a", ""), ("b", "{}")]),
        "two calls in pieces": (
            [("a", "f", ""), (None, None, "{"), ("a", None, "}"), ("b", "f", ""), (None, None, "{"), ("b", "f", "}")],
            [("a", "{}"), ("b", "{}")],
        ),
        "a call that goes on behind another": (
            [("a", "f", "{"), ("b", "g", "{"), ("a", None, '"x":1}'), ("b", None, "}")],
            [("a", '{"x":1}'), ("b", "{}")],
        ),
        "names without ids": ([(None, "f", "{}"), ("", "g", "{}")], [(None, "{}"), ("", "{}")]),
        "a new id with each piece": (
            [("a", "f", ""), ("b", "f", "{"), ("c", "", '"x":1'), ("d", None, "}")],
            [("a", '{"x":1}')],
        ),
        "a new id with nothing": ([("a", "f", "{}"), ("b", None, ""), ("c", "", "")], [("a", "{}")]),
    }.values(),
)  # fmt: skip
def test_tool_calls_of_one_index(pieces: list[tuple[Any, Any, str]], expected: list[tuple[str, str]]) -> None:
    calls = message(*(piece(*each) for each in pieces))["tool_calls"]
    assert [(call["id"], call["function"]["arguments"]) for call in calls] == expected


def part(text: str, type: str = "text", **more: Any) -> dict[str, Any]:
    return {"type": type, type: text, **more}


@pytest.mark.parametrize(
    ("contents", "expected"),
    {
        "a string, then parts": (["a", "b", [part("c")], [part("d")]], [part("abcd")]),
        "parts, then strings": ([[part("a")], "b", "", None, "c"], [part("abc")]),
        "thoughts, then text": (
            [[part("a", "thinking")], [part("b", "thinking")], "c", "d"],
            [part("ab", "thinking"), part("cd")],
        ),
        "an empty string, then parts": (["", [part("a")]], [part("a")]),
        "a string, then no parts": (["a", [], "b"], "ab"),
        "thoughts in parts": (
            [[{"type": "thinking", "thinking": [part("a")]}], [{"type": "thinking", "thinking": [part("b")]}], "c"],
            [{"type": "thinking", "thinking": [part("ab")]}, part("c")],
        ),
    }.values(),
)  # fmt: skip
def test_content_in_strings_and_in_parts(contents: list[Any], expected: Any) -> None:
    assert message(*(delta(content=content) for content in contents))["content"] == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    {
        "audio": (
            [{"audio": {"id": "x", "data": "AA"}}, {"audio": {"id": "x", "data": "BB"}}, {"audio": {"expires_at": 7}}],
            {"audio": {"id": "x", "data": "AABB", "expires_at": 7}},
        ),
        "a keyed list": (
            [{"notes": [{"index": 0, "note": each, "format": "v1", "lang": "en"}]} for each in ("a", "b", "b")],
            {"notes": [{"index": 0, "note": "abb", "format": "v1", "lang": "en"}]},
        ),
        "two types of one index": (
            [{"notes": [{"index": 0, "type": t, "note": n}]} for t, n in [("x", "a"), ("y", "1"), ("x", "b")]],
            {"notes": [{"index": 0, "type": "x", "note": "ab"}, {"index": 0, "type": "y", "note": "1"}]},
        ),
        "a string and a label": (
            [{"aside": "a"}, {"aside": "b"}, {"role": "r"}, {"role": "s"}],
            {"aside": "ab", "role": "s"},
        ),
        "a value that is repeated": ([{"lang": "en"}, {"lang": "en"}, {"lang": ""}], {"lang": "en"}),
    }.values(),
)  # fmt: skip
def test_pieces_that_the_description_does_not_name(pieces: list[dict[str, Any]], expected: dict[str, Any]) -> None:
    assert message(*(delta(**each) for each in pieces)) == expected


def test_the_old_form_of_a_function_call() -> None:
    events = [delta(function_call={"name": "f", "arguments": ""}), delta(function_call={"arguments": "{}"})]
    assert message(*events)["function_call"] == {"name": "f", "arguments": "{}"}


@pytest.mark.parametrize("nothing", [None, []])
def test_no_tool_calls(nothing: Any) -> None:
    assert message(delta(content="a", tool_calls=nothing), delta(content="b", tool_calls=nothing)) == {
        "content": "ab",
        "tool_calls": nothing,
    }


def test_logprobs_are_continued_even_where_they_repeat() -> None:
    same = {"token": " the", "logprob": -0.1, "bytes": [1], "top_logprobs": [{"token": " the", "logprob": -0.1}]}
    events = [choice(delta={"content": " the"}, logprobs={"content": [same], "refusal": None})] * 3
    assert accumulate(events, CHAT)["choices"][0]["logprobs"] == {"content": [same] * 3, "refusal": None}


def test_completions_join_their_text_and_logprobs() -> None:
    def piece(text: str, at: int) -> dict[str, Any]:
        return choice(text=text, logprobs={"tokens": [text], "token_logprobs": [-0.5], "text_offset": [at]})

    folded = accumulate([piece("a", 0), piece("a", 1), choice(text="", logprobs=None, finish_reason="length")], TEXT)
    assert folded["choices"] == [
        {
            "index": 0,
            "text": "aa",
            "logprobs": {"tokens": ["a", "a"], "token_logprobs": [-0.5, -0.5], "text_offset": [0, 1]},
            "finish_reason": "length",
        }
    ]


@pytest.mark.parametrize("absent", [{}, {"index": None}])
def test_choices_without_an_index_are_one(absent: dict[str, Any]) -> None:
    events = [{"choices": [{**absent, "delta": {"role": "assistant", "content": text}}]} for text in ("a", "b", "")]
    events.append({"choices": [{**absent, "delta": {}, "finish_reason": "stop"}]})
    (only,) = accumulate(events, CHAT)["choices"]
    assert (only["message"], only["finish_reason"]) == ({"role": "assistant", "content": "ab"}, "stop")


def test_the_last_that_says_something_wins() -> None:
    events = [
        {"id": "", "created": 0, "model": "a", "citations": ["x"], "x_extra": {"one": 1}},
        {"id": "c1", "created": 5, "model": "b", "citations": ["x"], "x_extra": {"two": 2}},
        {"id": "", "created": 6, "model": None, "citations": [], **choice(finish_reason="stop")},
        choice(finish_reason=""),
        choice(finish_reason=None),
    ]
    folded = accumulate(events, CHAT)
    assert folded["id"] == "c1"
    assert folded["created"] == 6
    assert folded["model"] == "b"
    assert folded["citations"] == ["x"]
    assert folded["x_extra"] == {"one": 1, "two": 2}
    assert folded["choices"][0]["finish_reason"] == "stop"


def test_thoughts_are_joined_and_content_that_never_came_stays_null() -> None:
    events = [delta(content=None, reasoning_content="a"), delta(content=None, reasoning_content="b")]
    assert message(*events) == {"content": None, "reasoning_content": "ab"}


def test_a_choice_without_a_delta_is_kept() -> None:
    events = [delta(content="a"), choice(content_filter_results={"hate": {"filtered": False}})]
    (only,) = accumulate(events, CHAT)["choices"]
    assert only["message"] == {"content": "a"}
    assert only["content_filter_results"] == {"hate": {"filtered": False}}


def test_events_are_left_as_they_were_and_other_values_are_skipped() -> None:
    events = [delta(content="a"), [1], None, "x", delta(content="b")]
    copies = msgspec.json.decode(b'[{"choices":[{"index":0,"delta":{"content":"a"}}]},[1],null,"x"]')
    assert accumulate(events, CHAT)["choices"][0]["message"]["content"] == "ab"
    assert events[:4] == copies
