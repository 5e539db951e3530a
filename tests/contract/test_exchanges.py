"""Each recorded exchange through the real client over a real socket: what it sends, what it returns or raises."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import msgspec
import pytest

from ezlink import APIError, extras, received
from generator.gateway import Fixture, Gateway
from generator.gateway.fixtures import Header, Request

from .callers import OPERATIONS, Caller
from .expected import BROKEN_STREAMS, Expected, Said, failure, request_id, said
from .folded import fold
from .recorded import BY_NAME, FIXTURES, answer_json, events, is_stream, payloads, request_json, succeeds

# Headers in which the recorder and a client may differ. What is on neither side's list fails.
IGNORED_RECORDED = {"host", "user-agent", "content-length", "accept-encoding"}
IGNORED_SENT = {"host", "user-agent", "content-length", "accept-encoding", "accept", "connection"}


def sayable(fixture: Fixture) -> bool:
    """Whether `client.request` can make a request that no typed call can: an ordinary key, and JSON or nothing."""
    request = fixture.request
    if not (request.header("authorization") or "").startswith("Bearer sk-"):
        return False
    if not request.body:
        return request.header("content-type") is None and request.method != "POST"
    compact = json.dumps(request_json(fixture), ensure_ascii=False, separators=(",", ":")).encode()
    return request.header("content-type") == "application/json" and compact == request.body


TYPED = [f for f in FIXTURES if f.arguments is not None]
UNTYPED = [f for f in FIXTURES if f.arguments is None and sayable(f)]
MADE = TYPED + UNTYPED


def named(*chosen: Fixture) -> list[Any]:
    return [pytest.param(fixture, id=fixture.name) for fixture in chosen]


def exchange(gateway: Gateway, caller: Caller, fixture: Fixture) -> Any:
    """Make the recorded request, or an ordinary one where nothing can say it, and give the recorded answer."""
    gateway.requests.clear()
    caller.deviations.clear()
    gateway.play(fixture)
    if fixture.arguments is not None:
        return caller.call(fixture, fixture.arguments)
    if fixture in UNTYPED:
        return caller.request(fixture, **({"json": request_json(fixture)} if fixture.request.body else {}))
    return caller.call(fixture, BY_NAME[f"{fixture.operation}/{ordinary(fixture)}"].arguments or {})


def ordinary(fixture: Fixture) -> str:
    """The case whose arguments stand in where nothing typed can say a request."""
    document = request_json(fixture)
    if isinstance(document, dict) and document.get("stream"):
        return "stream-minimal"
    return {"listModels": "all", "retrieveModel": "known"}.get(fixture.operation, "minimal")


def counted(headers: tuple[Header, ...], ignored: set[str]) -> list[Header]:
    return sorted((name.lower(), value) for name, value in headers if name.lower() not in ignored)


def same_json(sent: bytes, recorded: bytes) -> bool:
    """Equal as JSON values: 1 is not 1.0 and not true, the order of keys does not count."""
    if not sent or not recorded:
        return sent == recorded
    one, other = (json.dumps(json.loads(body), sort_keys=True) for body in (sent, recorded))
    return one == other


def check_request(sent: Request, fixture: Fixture) -> None:
    assert (sent.method, sent.target) == (fixture.request.method, fixture.request.target)
    assert counted(sent.headers, IGNORED_SENT) == counted(fixture.request.headers, IGNORED_RECORDED)
    assert same_json(sent.body, fixture.request.body)
    assert (sent.header("user-agent") or "").startswith("ezlink-python/")


@pytest.mark.parametrize("fixture", named(*MADE))
def test_the_request_is_the_recorded_one(gateway: Gateway, caller: Caller, fixture: Fixture) -> None:
    with suppress(APIError):  # what an answer becomes is tested below
        result = exchange(gateway, caller, fixture)
        if is_stream(fixture):
            read_all(caller, result)
    (sent,) = gateway.requests
    check_request(sent, fixture)


def read_all(caller: Caller, stream: Any) -> tuple[list[Any], APIError | None]:
    """All events of a stream and the error that ended it."""
    came: list[Any] = []
    try:
        caller.take(stream, came)
    except APIError as error:
        return came, error
    return came, None


# What comes back


def differences(value: Any, document: Any, beside: dict[str, Any], pointer: str = "") -> Iterator[str]:
    """Where a decoded value is not the recorded JSON: every field of the JSON must be in the value or beside it."""
    if isinstance(value, msgspec.Struct) and isinstance(document, dict):
        names = dict(zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True))
        for key, part in document.items():
            place = f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
            if key in names:
                yield from differences(getattr(value, names[key]), part, beside, place)
            elif beside.get(place, msgspec.UNSET) != part:
                yield f"{place} is neither a field nor among the extras"
        for name in names.keys() - document.keys():
            if getattr(value, names[name]) is not None:
                yield f"{pointer}/{name} did not come and reads {getattr(value, names[name])!r}"
    elif isinstance(value, list) and isinstance(document, list) and len(value) == len(document):
        for index, (item, part) in enumerate(zip(value, document, strict=True)):
            yield from differences(item, part, beside, f"{pointer}/{index}")
    elif isinstance(value, dict) and isinstance(document, dict) and value.keys() == document.keys():
        for key, part in document.items():
            yield from differences(value[key], part, beside, f"{pointer}/{key}")
    elif isinstance(value, bytes) and isinstance(document, str):
        if value != base64.b64decode(document):
            yield f"{pointer} are other bytes"
    elif value != document or isinstance(value, bool) != isinstance(document, bool):
        yield f"{pointer} is {value!r}, recorded was {document!r}"


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value


def check_failure(error: APIError | None, expected: Expected, fixture: Fixture) -> APIError:
    assert error is not None
    assert (type(error).__name__, error.outcome) == expected
    assert error.status == fixture.answer.status
    assert error.request_id == request_id(fixture)
    assert error.headers is not None
    assert counted(error.headers.pairs(), set()) == counted(fixture.answer.headers, set())
    assert "\n" not in str(error)
    assert "KEY" not in str(error)
    return error


def check_said(error: APIError, expected: Said) -> None:
    assert (error.code, error.type, error.param) == (expected.code, expected.type, expected.param)
    if expected.message:
        assert error.message == expected.message
    else:
        assert error.message.startswith("the server ")


@pytest.mark.parametrize("fixture", named(*(f for f in FIXTURES if succeeds(f) and not is_stream(f))))
def test_results_hold_all_that_came(gateway: Gateway, caller: Caller, fixture: Fixture) -> None:
    result = exchange(gateway, caller, fixture)
    document = answer_json(fixture)
    beside = extras(result)
    assert list(differences(result, document, beside)) == []
    assert caller.deviations == []
    if not beside:
        assert without_nulls(result.to_dict()) == without_nulls(document)
        assert without_nulls(json.loads(result.to_json())) == without_nulls(document)
    came = received(result)
    assert (came.status, came.request_id, came.raw) == (200, request_id(fixture), fixture.answer.body)
    assert counted(came.headers.pairs(), set()) == counted(fixture.answer.headers, set())


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_reply_holds_what_its_value_came_with(gateway: Gateway, caller: Caller, operation: str) -> None:
    fixture = next(f for f in TYPED if f.operation == operation and succeeds(f) and not is_stream(f))
    gateway.play(fixture, fixture)
    reply = caller.exchange(fixture)
    assert reply.value == caller.call(fixture, fixture.arguments or {})
    assert (reply.status, reply.request_id, reply.raw) == (200, request_id(fixture), fixture.answer.body)
    assert counted(reply.headers.pairs(), set()) == counted(fixture.answer.headers, set())


@pytest.mark.parametrize("fixture", named(*(f for f in FIXTURES if not succeeds(f) and not is_stream(f))))
def test_failures_raise_what_they_are(gateway: Gateway, caller: Caller, fixture: Fixture) -> None:
    with pytest.raises(APIError) as raised:
        exchange(gateway, caller, fixture)
    error = check_failure(raised.value, failure(fixture), fixture)
    check_said(error, said(answer_json(fixture)))
    assert error.raw == fixture.answer.body


@pytest.mark.parametrize("fixture", named(*(f for f in FIXTURES if succeeds(f) and is_stream(f))))
def test_streams_give_events_text_and_the_whole(gateway: Gateway, caller: Caller, fixture: Fixture) -> None:
    stream = exchange(gateway, caller, fixture)
    came, error = read_all(caller, stream)
    recorded = events(fixture)
    assert error is None
    assert len(came) == len(recorded) == len(payloads(fixture)) - 1
    for event, document in zip(came, recorded, strict=True):
        assert list(differences(event, document, extras(event))) == []
    whole = caller.whole(stream)
    assert without_nulls(with_extras(whole)) == without_nulls(fold(fixture.operation, recorded))
    assert received(whole).request_id == stream.received.request_id == request_id(fixture)
    assert type(whole).__name__ == {"createChatCompletion": "ChatCompletion"}.get(fixture.operation, "Completion")
    assert caller.deviations == []
    again: list[str] = []
    caller.take(exchange(gateway, caller, fixture), again, lambda stream: stream.text())
    texts = [text_of(choice) for event in recorded for choice in event["choices"] if choice["index"] == 0]
    assert again == [text for text in texts if text]


def with_extras(whole: Any) -> Any:
    """A folded answer as plain JSON with the fields that it keeps beside it."""
    document = json.loads(received(whole).raw or b"")
    assert list(differences(whole, document, extras(whole))) == []
    return document


def text_of(choice: dict[str, Any]) -> str:
    return choice["text"] if "text" in choice else choice["delta"].get("content") or ""


def test_every_broken_stream_has_its_row() -> None:
    assert set(BROKEN_STREAMS) == {f.name for f in FIXTURES if is_stream(f) and not succeeds(f)}


@pytest.mark.parametrize("name", BROKEN_STREAMS)
def test_broken_streams_raise_with_what_came(gateway: Gateway, caller: Caller, name: str) -> None:
    fixture, (expected, count) = BY_NAME[name], BROKEN_STREAMS[name]
    came, raised = read_all(caller, exchange(gateway, caller, fixture))
    recorded = events(fixture)
    error = check_failure(raised, expected, fixture)
    assert len(came) == len(recorded) == count
    for event, document in zip(came, recorded, strict=True):
        assert list(differences(event, document, extras(event))) == []
    if expected.kind == "StreamFailed":
        check_said(error, said(json.loads(payloads(fixture)[count])))
    else:
        assert getattr(error, "events", None) == came
        partial = getattr(error, "partial", None)
        assert (partial is None) == (count == 0)
        if count:
            assert without_nulls(with_extras(partial)) == without_nulls(fold(fixture.operation, recorded))
    with pytest.raises(APIError) as again:
        caller.whole(exchange(gateway, caller, fixture))
    assert (type(again.value).__name__, again.value.outcome) == expected
