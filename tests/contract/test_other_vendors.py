"""What other vendors behind gateways like this one are known to write, and no recording has.

Each form is put into a recorded answer and goes over a real socket. It is read where the spec has room for it, kept
among the extra fields where it has none, and told as a deviation where it breaks what the spec says. None of them
costs the caller the answer.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from ezlink import APIError, extras
from generator.mock_server import MockServer

from .callers import Caller
from .recorded import BY_NAME, payloads, response_json

UNSENT: Any = object()
USAGE = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
CALL = {"id": "call_1", "type": "function", "function": {"name": "look", "arguments": "{}"}}

ResponseVariant = tuple[str, str, Any]  # an operation, a place in its answer, and what stands there

READ: list[ResponseVariant] = [
    *(
        ("createChatCompletion", "/choices/0/finish_reason", word)
        for word in (
            "eos",
            "eos_token",
            "",
            "end_turn",
            "error",
            "model_length",
            "sensitive",
            "network_error",
            "insufficient_system_resource",
        )
    ),
    ("createChatCompletion", "/choices/0/message/content", UNSENT),
    ("createChatCompletion", "/choices/0/message/refusal", UNSENT),
    ("createChatCompletion", "/choices/0/message/tool_calls", None),
    ("createChatCompletion", "/choices/0/message/tool_calls", []),
    ("createChatCompletion", "/choices/0/message/function_call", None),
    ("createChatCompletion", "/choices/0/logprobs", UNSENT),
    ("createChatCompletion", "/choices/0/logprobs", {"content": None, "refusal": None}),
    ("createChatCompletion", "/system_fingerprint", None),
    ("createChatCompletion", "/system_fingerprint", UNSENT),
    ("createChatCompletion", "/service_tier", "on_demand"),
    ("createChatCompletion", "/object", ""),
    ("createChatCompletion", "/created", 1733011200000),
    ("createChatCompletion", "/usage", UNSENT),
    ("createChatCompletion", "/usage", None),
    ("createChatCompletion", "/usage/completion_tokens_details", None),
    ("createCompletion", "/choices/0/finish_reason", "eos"),
    ("createCompletion", "/choices/0/finish_reason", UNSENT),
    ("createCompletion", "/choices/0/logprobs", UNSENT),
    (
        "createCompletion",
        "/choices/0/logprobs",
        {"text_offset": None, "token_logprobs": None, "tokens": None, "top_logprobs": None},
    ),
]

KEPT: list[ResponseVariant] = [
    ("createChatCompletion", "/choices/0/message/reasoning_content", "They greet me."),
    ("createChatCompletion", "/choices/0/message/reasoning_content", None),
    ("createChatCompletion", "/choices/0/message/reasoning", "They greet me."),
    ("createChatCompletion", "/choices/0/finishReason", "STOP"),
    ("createChatCompletion", "/choices/0/native_finish_reason", "stop"),
    ("createChatCompletion", "/choices/0/content_filter_results", {"hate": {"filtered": False, "severity": "safe"}}),
    ("createChatCompletion", "/choices/0/content_filter_offsets", {"check_offset": 0}),
    ("createChatCompletion", "/choices/0/stop_reason", None),
    ("createChatCompletion", "/choices/0/matched_stop", 128009),
    ("createChatCompletion", "/prompt_filter_results", [{"prompt_index": 0}]),
    ("createChatCompletion", "/prompt_logprobs", None),
    ("createChatCompletion", "/x_groq", {"id": "req_1"}),
    ("createChatCompletion", "/provider", "Somebody"),
    ("createChatCompletion", "/citations", ["https://example.com"]),
    ("createChatCompletion", "/timings", {"predicted_ms": 1.5}),
    ("createChatCompletion", "/usage/prompt_tokens_details", {"cached_tokens": 0, "audio_tokens": 0}),
    ("createChatCompletion", "/usage/completion_tokens_details/audio_tokens", 0),
    ("createChatCompletion", "/usage/prompt_cache_hit_tokens", 0),
    ("createChatCompletion", "/usage/queue_time", 0.25),
    ("retrieveModel", "/meta", {"n_vocab": 32000}),
    ("createModeration", "/results/0/categories/illicit", False),
    ("createModeration", "/results/0/categories/illicit~1violent", None),
    ("createModeration", "/results/0/category_applied_input_types", {"hate": ["text"]}),
    ("createImage", "/data/0/content_filter_results", {"hate": {"filtered": False}}),
]

TOLD: list[ResponseVariant] = [
    ("createChatCompletion", "/choices/0/finish_reason", None),
    ("createChatCompletion", "/choices/0/finish_reason", UNSENT),
    ("createChatCompletion", "/choices/0/index", UNSENT),
    ("createChatCompletion", "/created", UNSENT),
    ("createChatCompletion", "/created", 1733011200.5),
    ("createChatCompletion", "/object", UNSENT),
    ("createChatCompletion", "/model", UNSENT),
    ("retrieveModel", "/permission", UNSENT),
]

# The same in an event of a stream.
READ_IN_EVENTS: list[tuple[str, Any]] = [
    ("/choices/0/delta/content", None),
    ("/choices/0/delta/content", UNSENT),
    ("/choices/0/delta/role", None),
    ("/choices/0/delta/role", "assistant"),
    ("/choices/0/delta/tool_calls", None),
    ("/choices/0/delta/tool_calls", []),
    ("/choices/0/finish_reason", ""),
    ("/choices/0/finish_reason", UNSENT),
    ("/choices/0/logprobs", UNSENT),
    ("/choices", []),
    ("/object", ""),
    ("/created", 0),
    ("/usage", USAGE),
    ("/usage", None),
]

KEPT_IN_EVENTS: list[tuple[str, Any]] = [
    ("/choices/0/delta/reasoning_content", "They greet me."),
    ("/choices/0/delta/reasoning_content", None),
    ("/choices/0/delta/reasoning", "They greet me."),
    ("/choices/0/finishReason", "STOP"),
    ("/choices/0/usage", USAGE),
    ("/prompt_filter_results", [{"prompt_index": 0}]),
]

TOLD_IN_EVENTS: list[tuple[str, Any]] = [
    ("/choices/0/delta", UNSENT),
    ("/choices/0/index", UNSENT),
    ("/created", UNSENT),
    ("/object", UNSENT),
]

# Pieces of a message, as deltas, and what they come to.
FOLDED: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
    "the role is null after the first piece": (
        [{"role": "assistant", "content": "a"}, {"role": None, "content": "b"}],
        {"role": "assistant", "content": "ab"},
    ),
    "the role is in every piece": (
        [{"role": "assistant", "content": "a"}, {"role": "assistant", "content": "b"}],
        {"role": "assistant", "content": "ab"},
    ),
    "no call": (
        [{"role": "assistant", "content": "a", "tool_calls": None}, {"content": "b", "tool_calls": []}],
        {"role": "assistant", "content": "ab", "tool_calls": []},
    ),
    "a call whose later pieces say null, nothing, or all again": (
        [
            {"role": "assistant", "tool_calls": [{"index": 0, **CALL, "function": {"name": "look", "arguments": "{"}}]},
            {"tool_calls": [{"index": 0, "id": None, "type": None, "function": {"name": None, "arguments": '"a"'}}]},
            {"tool_calls": [{"index": 0, "id": "", "function": {"name": "", "arguments": ":"}}]},
            {"tool_calls": [{"index": 0, **CALL, "function": {"name": "look", "arguments": "1}"}}]},
        ],
        {"role": "assistant", "tool_calls": [{**CALL, "function": {"name": "look", "arguments": '{"a":1}'}}]},
    ),
    "a call without an index": (
        [{"role": "assistant", "tool_calls": [CALL]}],
        {"role": "assistant", "tool_calls": [CALL]},
    ),
}

FRAMES: dict[str, Callable[[bytes], bytes]] = {
    "comments": lambda data: b": PROCESSING\n\ndata: " + data + b"\n\n",
    "no space": lambda data: b"data:" + data + b"\n\n",
    "an empty line of data first": lambda data: b"data:\ndata: " + data + b"\n\n",
}


@pytest.fixture(scope="module", params=["sync-urllib3", "async-aiohttp"])
def caller(server: MockServer, request: pytest.FixtureRequest) -> Iterator[Caller]:
    """The two default clients: how an answer is read does not depend on the transport."""
    caller = Caller(request.param, server.url)
    yield caller
    caller.close()


def named(forms: Sequence[tuple[Any, ...]]) -> list[Any]:
    return [
        pytest.param(*form, id=" ".join("unsent" if part is UNSENT else str(part) for part in form)) for form in forms
    ]


def answered(server: MockServer, caller: Caller, operation: str, pointer: str, value: Any) -> Any:
    """What a call gives whose recorded answer has another value at one place."""
    case = "known" if operation == "retrieveModel" else "minimal"
    fixture = BY_NAME[f"{operation}/{case}"]
    body = json.dumps(changed(response_json(fixture), pointer, value)).encode()
    server.play(replace(fixture, response=fixture.response.with_body(body)))
    caller.deviations.clear()
    return caller.call(fixture, fixture.arguments or {})[0]


def streamed(server: MockServer, caller: Caller, events: Sequence[bytes]) -> Any:
    """The stream of a call that is answered with these bytes."""
    fixture = BY_NAME["createChatCompletion/stream-minimal"]
    server.play(replace(fixture, response=fixture.response.with_body(b"".join(events))))
    caller.deviations.clear()
    return caller.call(fixture, fixture.arguments or {})[0]


def event_with(server: MockServer, caller: Caller, pointer: str, value: Any) -> Any:
    """An event of a stream that has another value at one place."""
    data = payloads(BY_NAME["createChatCompletion/stream-minimal"])
    data[1] = json.dumps(changed(json.loads(data[1]), pointer, value)).encode()
    came: list[Any] = []
    caller.take(streamed(server, caller, [framed(one) for one in data]), came)
    assert len(came) == len(data) - 1
    return came[1]


def framed(data: bytes) -> bytes:
    return b"data: " + data + b"\n\n"


def changed(document: Any, pointer: str, value: Any) -> Any:
    *above, last = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
    new = inside = deepcopy(document)
    for token in above:
        inside = inside[int(token) if isinstance(inside, list) else token]
    if value is UNSENT:
        inside.pop(last)
    else:
        inside[last] = value
    return new


def given(value: Any) -> Any:
    """What is read where a value was sent: an absent optional field reads None."""
    return None if value is UNSENT else value


def at(value: Any, pointer: str) -> Any:
    """What reading a result at a place gives."""
    for token in pointer.split("/")[1:]:
        value = value[int(token)] if isinstance(value, list) else getattr(value, token)
    return value


@pytest.mark.parametrize(("operation", "pointer", "value"), named(READ))
def test_what_the_spec_has_room_for_is_read(
    server: MockServer, caller: Caller, operation: str, pointer: str, value: Any
) -> None:
    result = answered(server, caller, operation, pointer, value)
    assert (extras(result), caller.deviations) == ({}, [])
    read = at(result, pointer)
    assert {key: getattr(read, key) for key in value} == value if isinstance(value, dict) else read == given(value)


@pytest.mark.parametrize(("operation", "pointer", "value"), named(KEPT))
def test_what_the_spec_does_not_know_is_kept(
    server: MockServer, caller: Caller, operation: str, pointer: str, value: Any
) -> None:
    result = answered(server, caller, operation, pointer, value)
    assert (extras(result), caller.deviations) == ({pointer: value}, [])


@pytest.mark.parametrize(("operation", "pointer", "value"), named(TOLD))
def test_what_breaks_the_spec_is_told(
    server: MockServer, caller: Caller, operation: str, pointer: str, value: Any
) -> None:
    answered(server, caller, operation, pointer, value)
    assert [deviation.pointer for deviation in caller.deviations] == [pointer]


@pytest.mark.parametrize(("pointer", "value"), named(READ_IN_EVENTS))
def test_what_the_spec_has_room_for_is_read_in_events(
    server: MockServer, caller: Caller, pointer: str, value: Any
) -> None:
    event = event_with(server, caller, pointer, value)
    assert (extras(event), caller.deviations) == ({}, [])
    assert at(event, pointer) == given(value) or isinstance(value, dict)


@pytest.mark.parametrize(("pointer", "value"), named(KEPT_IN_EVENTS))
def test_what_the_spec_does_not_know_is_kept_in_events(
    server: MockServer, caller: Caller, pointer: str, value: Any
) -> None:
    event = event_with(server, caller, pointer, value)
    assert (extras(event), caller.deviations) == ({pointer: value}, [])


@pytest.mark.parametrize(("pointer", "value"), named(TOLD_IN_EVENTS))
def test_what_breaks_the_spec_in_events_is_told(server: MockServer, caller: Caller, pointer: str, value: Any) -> None:
    event_with(server, caller, pointer, value)
    assert [deviation.pointer for deviation in caller.deviations] == [pointer]


@pytest.mark.parametrize("name", FOLDED)
def test_pieces_of_every_form_become_one_message(server: MockServer, caller: Caller, name: str) -> None:
    deltas, message = FOLDED[name]
    data = payloads(BY_NAME["createChatCompletion/stream-minimal"])
    pieces = [json.dumps(changed(json.loads(data[1]), "/choices/0/delta", delta)).encode() for delta in deltas]
    stream = streamed(server, caller, [framed(one) for one in [*pieces, *data[-2:]]])
    assert caller.run(stream.collect()).choices[0].message.to_dict() == message


@pytest.mark.parametrize("name", FRAMES)
def test_events_are_read_in_every_frame(server: MockServer, caller: Caller, name: str) -> None:
    data = payloads(BY_NAME["createChatCompletion/stream-minimal"])
    came: list[str] = []
    stream = streamed(server, caller, [FRAMES[name](one) for one in data])
    caller.take(stream, came, lambda stream: stream.text())
    assert "".join(came) == "Hello! How can I help you today?"


@pytest.mark.parametrize(
    "body",
    [
        {"object": "error", "message": "Too long.", "type": "BadRequestError", "param": None, "code": 400},
        {"error": {"message": "Too long.", "type": None, "param": None, "code": None}},
        {"error": {"message": "Too long.", "type": "invalid_request_error"}},
    ],
    ids=["no wrapper", "nulls", "no param and no code"],
)
@pytest.mark.parametrize("status", [200, 400])
def test_an_error_is_one_in_every_form(server: MockServer, caller: Caller, body: Any, status: int) -> None:
    fixture = BY_NAME["createChatCompletion/minimal"]
    answer = replace(fixture.response.with_body(json.dumps(body).encode()), status=status)
    server.play(replace(fixture, response=answer))
    with pytest.raises(APIError, match="Too long"):
        caller.call(fixture, fixture.arguments or {})
