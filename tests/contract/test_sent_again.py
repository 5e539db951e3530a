"""A message goes back into the conversation as it came, also with fields that the spec does not know."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import msgspec
import pytest

from ezlink import EZLink, extras
from generator.mock_server import MockServer

from .callers import Caller
from .expected import succeeds
from .recorded import BY_NAME, is_stream, is_typed, of, response_json
from .test_other_vendors import DATA, STREAM, changed, framed, payloads

ASKED: Any = {"role": "user", "content": "And now?"}
RECORDED = [one for one in of("createChatCompletion") if is_typed(one) and succeeds(one)]
MINIMAL = BY_NAME["createChatCompletion/minimal"]


def sent_again(server: MockServer, caller: Caller, *messages: Any) -> Any:
    """The messages in the body of a call that sends these after the user's."""
    server.play(MINIMAL)
    server.requests.clear()
    caller.call(MINIMAL, {"model": "gpt-4o", "messages": [ASKED, *messages]})
    (request,) = server.requests
    first, *rest = json.loads(request.body)["messages"]
    assert first == ASKED
    return rest


@pytest.mark.parametrize("fixture", [one for one in RECORDED if not is_stream(one)], ids=lambda one: one.name)
def test_every_recorded_message_goes_back_as_it_came(server: MockServer, caller: Caller, fixture: Any) -> None:
    server.play(fixture)
    completion, _ = caller.call(fixture, fixture.arguments or {})
    messages = [choice.message for choice in completion.choices]
    came = [choice["message"] for choice in response_json(fixture)["choices"]]
    assert sent_again(server, caller, *messages) == came
    assert [message.to_dict() for message in messages] == came


@pytest.mark.parametrize("fixture", [one for one in RECORDED if is_stream(one)], ids=lambda one: one.name)
def test_a_collected_message_goes_back_with_all_of_its_pieces(server: MockServer, caller: Caller, fixture: Any) -> None:
    server.play(fixture)
    stream, _ = caller.call(fixture, fixture.arguments or {})
    completion = caller.run(stream.collect())
    messages = completion.to_dict()["choices"]
    again = sent_again(server, caller, *(choice.message for choice in completion.choices))
    assert again == [choice["message"] for choice in messages]
    calls = [call for message in again for call in message.get("tool_calls") or ()]
    assert not any("index" in call for call in calls)  # of the pieces, and refused by some servers


@pytest.mark.parametrize("name", DATA["sent_again"])
def test_what_other_vendors_send_with_a_message_goes_back(server: MockServer, caller: Caller, name: str) -> None:
    message = DATA["sent_again"][name]
    document = changed(response_json(MINIMAL), "/choices/0/message", message)
    server.play(replace(MINIMAL, response=MINIMAL.response.with_body(json.dumps(document).encode())))
    answered = caller.call(MINIMAL, MINIMAL.arguments or {})[0].choices[0].message
    assert sent_again(server, caller, answered, answered.to_dict(), json.loads(answered.to_json())) == [message] * 3
    by_hand = {"role": "assistant", "tool_calls": answered.tool_calls or []}
    assert sent_again(server, caller, by_hand)[0]["tool_calls"] == (message.get("tool_calls") or [])


@pytest.mark.parametrize("name", DATA["sent_again"])
def test_it_goes_back_from_a_stream_too(server: MockServer, caller: Caller, name: str) -> None:
    message, data = DATA["sent_again"][name], payloads(STREAM)
    delta = {**message, "tool_calls": [{"index": n, **call} for n, call in enumerate(message.get("tool_calls") or ())]}
    event = changed(json.loads(data[1]), "/choices/0/delta", delta)
    body = b"".join(map(framed, [json.dumps(event).encode(), *data[-2:]]))
    server.play(replace(STREAM, response=STREAM.response.with_body(body)))
    completion = caller.run(caller.call(STREAM, STREAM.arguments or {})[0].collect())
    (again,) = sent_again(server, caller, completion.choices[0].message)
    assert again == {**message, "tool_calls": message.get("tool_calls") or []}


def test_it_is_kept_without_the_bytes_of_the_response(server: MockServer) -> None:
    fixture = BY_NAME["createChatCompletion/reasoning-content"]
    server.play(fixture)
    with EZLink("sk-KEY", base_url=server.url, keep_raw=False) as client:
        completion = client.chat.completions.create(model="gpt-4o", messages=[ASKED])
        message = completion.choices[0].message
        assert message.to_dict() == response_json(fixture)["choices"][0]["message"]
        assert extras(message) == {"/reasoning_content": "The user greets me. I greet back."}
        with pytest.raises(LookupError, match="keep_raw"):
            extras(completion)
        server.play(MINIMAL)
        server.requests.clear()
        client.request("POST", "/v1/chat/completions", json={"model": "gpt-4o", "messages": [message]})
        assert json.loads(server.requests[0].body)["messages"] == [message.to_dict()]
    assert "reasoning_content" not in msgspec.json.encode(message).decode()  # it is no field of the model
