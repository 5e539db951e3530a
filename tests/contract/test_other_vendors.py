"""Responses that other vendors behind such gateways are known to send and no recording has (other_vendors.yaml).

Each value is put into a recorded response and goes over a real socket. It is read where the spec has room for it, kept
among the extras where it has none, and reported as a deviation where it breaks the spec. None of them costs the caller
the response.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from ezlink import APIError, extras
from generator.mock_server import MockServer
from generator.spec.pointer import child, split

from .callers import Caller
from .recorded import BY_NAME, payloads, response_json

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "other_vendors.yaml").read_text(encoding="utf-8"))
UNSENT = "UNSENT"
STREAM = BY_NAME["createChatCompletion/stream-minimal"]

FRAMES: dict[str, Callable[[bytes], bytes]] = {
    "comments": lambda data: b": PROCESSING\n\ndata: " + data + b"\n\n",
    "no space": lambda data: b"data:" + data + b"\n\n",
    "an empty line of data first": lambda data: b"data:\ndata: " + data + b"\n\n",
}


@pytest.fixture(scope="module", params=["sync-urllib3", "async-aiohttp"])
def caller(server: MockServer, request: pytest.FixtureRequest) -> Iterator[Caller]:
    """The two default clients: how a response is read does not depend on the transport."""
    caller = Caller(request.param, server.url)
    yield caller
    caller.close()


def each(section: str) -> Any:
    """A parameter set for each value of a section: the operation (or `events`), a place and the value."""
    rows = [
        (name, pointer, value)
        for name, places in DATA[section].items()
        for pointer, values in places.items()
        for value in values
    ]
    return pytest.mark.parametrize(("operation", "pointer", "value"), rows, ids=[" ".join(map(str, r)) for r in rows])


def read(server: MockServer, caller: Caller, operation: str, pointer: str, value: Any) -> Any:
    """The result of a call, or an event of a stream, whose recorded JSON has another value at one place."""
    if operation == "events":
        data, found = payloads(STREAM), list[Any]()
        data[1] = json.dumps(changed(json.loads(data[1]), pointer, value)).encode()
        caller.take(stream(server, caller, [framed(one) for one in data]), found)
        assert len(found) == len(data) - 1
        return found[1]
    fixture = BY_NAME[f"{operation}/{'known' if operation == 'retrieveModel' else 'minimal'}"]
    body = json.dumps(changed(response_json(fixture), pointer, value)).encode()
    server.play(replace(fixture, response=fixture.response.with_body(body)))
    caller.deviations.clear()
    return caller.call(fixture, fixture.arguments or {})[0]


def stream(server: MockServer, caller: Caller, events: Sequence[bytes]) -> Any:
    """The stream of a call whose response has these bytes."""
    server.play(replace(STREAM, response=STREAM.response.with_body(b"".join(events))))
    caller.deviations.clear()
    return caller.call(STREAM, STREAM.arguments or {})[0]


def framed(data: bytes) -> bytes:
    return b"data: " + data + b"\n\n"


def changed(document: Any, pointer: str, value: Any) -> Any:
    *above, last = split(pointer)
    new = inside = deepcopy(document)
    for token in above:
        inside = child(inside, token)
    if value == UNSENT:
        inside.pop(last)
    else:
        inside[last] = value
    return new


def at(value: Any, pointer: str) -> Any:
    """The value at a place of a result."""
    for token in split(pointer):
        value = value[int(token)] if isinstance(value, list) else getattr(value, token)
    return value


@each("read")
def test_a_value_that_the_spec_has_room_for_is_read(
    server: MockServer, caller: Caller, operation: str, pointer: str, value: Any
) -> None:
    result = read(server, caller, operation, pointer, value)
    assert (extras(result), caller.deviations) == ({}, [])
    found = at(result, pointer)
    if isinstance(value, dict):
        assert {key: getattr(found, key) for key in value} == value
    else:
        assert found == (None if value == UNSENT else value)  # an absent optional field reads None


@each("kept")
def test_a_field_that_the_spec_does_not_know_is_kept(
    server: MockServer, caller: Caller, operation: str, pointer: str, value: Any
) -> None:
    result = read(server, caller, operation, pointer, value)
    assert (extras(result), caller.deviations) == ({pointer: value}, [])


@each("reported")
def test_a_value_that_breaks_the_spec_is_reported(
    server: MockServer, caller: Caller, operation: str, pointer: str, value: Any
) -> None:
    read(server, caller, operation, pointer, value)
    assert [deviation.pointer for deviation in caller.deviations] == [pointer]


@pytest.mark.parametrize("name", DATA["messages"])
def test_pieces_of_every_form_become_one_message(server: MockServer, caller: Caller, name: str) -> None:
    data = payloads(STREAM)
    deltas = [changed(json.loads(data[1]), "/choices/0/delta", delta) for delta in DATA["messages"][name]["deltas"]]
    events = [*(json.dumps(event).encode() for event in deltas), *data[-2:]]
    whole = caller.run(stream(server, caller, [framed(one) for one in events]).collect())
    assert whole.choices[0].message.to_dict() == DATA["messages"][name]["message"]


@pytest.mark.parametrize("name", FRAMES)
def test_events_are_read_in_every_frame(server: MockServer, caller: Caller, name: str) -> None:
    texts: list[str] = []
    events = stream(server, caller, [FRAMES[name](one) for one in payloads(STREAM)])
    caller.take(events, texts, lambda stream: stream.text())
    assert "".join(texts) == "Hello! How can I help you today?"


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
    response = replace(fixture.response.with_body(json.dumps(body).encode()), status=status)
    server.play(replace(fixture, response=response))
    with pytest.raises(APIError, match="Too long"):
        caller.call(fixture, fixture.arguments or {})
