"""Each recorded exchange through the real client over a real socket: what it sends, what it returns or raises."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest

from ezlink import APIError, EZLinkError, extras, response_info
from generator.mock_server import Fixture, MockServer
from generator.mock_server.replay.fixtures import Request
from generator.spec.pointer import at, split

from .callers import Caller
from .comparing import (
    IGNORED_RECORDED,
    IGNORED_SENT,
    accepts,
    counted,
    differences,
    expected_accept,
    same_body,
    target,
    without_nulls,
)
from .document import operations, recorded_operations
from .exchange import Outcome, begin
from .expected import CUT, EXTRAS, Expected, Said, failure, said, stream_failure, succeeds
from .folded import FOLDED, accumulate
from .recorded import (
    BY_NAME,
    FIXTURES,
    content_type,
    events,
    is_json,
    is_stream,
    is_typed,
    is_untyped,
    of,
    payloads,
    request_id,
    response_json,
)

Outcomes = dict[str, Outcome]


def all_hold(fixtures: Iterable[Fixture], check: Callable[[Fixture], None]) -> None:
    """Check each fixture, and report all that do not hold at once."""
    broken: list[str] = []
    for fixture in fixtures:
        try:
            check(fixture)
        except Exception as error:
            broken.append(f"{fixture.name}: {type(error).__name__}: {str(error)[:600]}")
    assert not broken, f"{len(broken)} exchanges do not hold:\n" + "\n".join(broken)


def test_no_failure_is_a_result_and_no_foreign_exception_escapes(outcomes: Outcomes) -> None:
    def check(fixture: Fixture) -> None:
        error = outcomes[fixture.name].error
        assert error is None or isinstance(error, EZLinkError), f"{type(error).__name__} escaped: {error}"
        assert (error is None) == succeeds(fixture), f"it became {error or outcomes[fixture.name].value!r}"

    assert outcomes.keys() == BY_NAME.keys()
    all_hold(FIXTURES, check)


@pytest.mark.parametrize("operation", recorded_operations())
def test_exchanges(caller: Caller, outcomes: Outcomes, operation: str) -> None:
    def check(fixture: Fixture) -> None:
        outcome = outcomes[fixture.name]
        (sent,) = outcome.requests
        if is_typed(fixture) or is_untyped(fixture):
            check_request(sent, fixture)
        if is_stream(fixture):
            check_stream(outcome, fixture)
        elif outcome.error is not None:
            assert outcome.left_files == []
            check_failure(outcome.error, fixture)
        else:
            check_value(caller, outcome, fixture)
        if outcome.error is None:
            assert outcome.deviations == []
        if outcome.raw is not None:
            check_raw(outcome.raw, fixture)

    all_hold(of(operation), check)


def check_request(sent: Request, fixture: Fixture) -> None:
    recorded = fixture.request
    assert (sent.method, target(sent)) == (recorded.method, target(recorded))
    assert counted(sent.headers, IGNORED_SENT) == counted(recorded.headers, IGNORED_RECORDED)
    assert expected_accept(fixture) in (None, accepts(sent))
    assert len(accepts(sent)) <= 1
    if not same_body(sent, recorded):
        assert (sent.form or sent.body) == (recorded.form or recorded.body)
    assert (sent.header("user-agent") or "").startswith("ezlink-python/")


# Results


def check_value(caller: Caller, outcome: Outcome, fixture: Fixture) -> None:
    value, name = outcome.value, type(outcome.value).__name__
    task = operations()[fixture.operation].node.get("x-task")
    if is_untyped(fixture):
        assert value == (response_json(fixture) if is_json(fixture) else fixture.response.body)
    elif task:
        assert name == ("AsyncTask" if caller.is_async else "Task")
        assert value.id == at(response_json(fixture), split(task["id"]))
        check_object(value.submitted, fixture)
    elif is_json(fixture):
        check_object(value, fixture)
    elif isinstance(value, str):
        assert value == fixture.response.body.decode()
    else:
        assert name == ("AsyncBinaryResponse" if caller.is_async else "BinaryResponse")
        check_file(outcome, fixture)


def check_object(value: Any, fixture: Fixture) -> None:
    document = response_json(fixture)
    if isinstance(value, list):
        assert list(differences(value, document, {})) == []
        return
    check_fields(value, document, fixture)
    info = response_info(value)
    assert (info.status, info.request_id) == (fixture.response.status, request_id(fixture))
    assert info.raw == fixture.response.body
    assert counted(info.headers.pairs(), set()) == counted(fixture.response.headers, set())
    assert json.loads(value.to_json()) == document
    assert json.loads(msgspec.json.encode(value.to_dict())) == document


def check_fields(value: Any, document: Any, fixture: Fixture) -> dict[str, Any]:
    """Check that each field of the JSON is read as it came, and that only known ones are extras; returns those."""
    beside = extras(value)
    assert list(differences(value, document, beside)) == []
    assert {pointer.rpartition("/")[2] for pointer in beside} <= EXTRAS.get(fixture.operation, set())
    return beside


def check_file(outcome: Outcome, fixture: Fixture) -> None:
    value, header = outcome.value, content_type(fixture)
    assert value.kind == header.partition("/")[0]
    # The stand-in spoke WAV whatever it was asked for: what the bytes are counts more than what the header says.
    is_wav = fixture.response.body.startswith(b"RIFF") and value.kind == "audio"
    assert value.content_type == ("audio/wav" if is_wav else header)
    assert value.response_info.request_id == request_id(fixture)
    assert outcome.files == [fixture.response.body] * 2


def check_raw(raw: Any, fixture: Fixture) -> None:
    assert (raw.status, raw.request_id) == (fixture.response.status, request_id(fixture))
    is_open = type(raw.value).__name__.endswith(("BinaryResponse", "Stream"))
    assert raw.raw == (None if is_open else fixture.response.body)
    assert counted(raw.headers.pairs(), set()) == counted(fixture.response.headers, set())


# Failures


def check_failure(error: Any, fixture: Fixture) -> None:
    if fixture.name in CUT:
        check_error(error, CUT[fixture.name], fixture)
        return
    expected = failure(fixture)
    check_error(error, expected, fixture)
    assert error.raw == fixture.response.body
    if expected.kind == "NotServed":
        assert "() is not served here: " in error.message
    elif expected.kind in ("UnreadableAnswer", "EmptyAnswer"):
        empty = operations()[fixture.operation].node.get("x-errors", {}).get("empty", "")
        assert ("response" if expected.kind == "UnreadableAnswer" else "empty body") in error.message
        assert empty in error.message or fixture.response.body
    else:
        check_said(error, said(response_json(fixture)))


def check_error(error: Any, expected: Expected, fixture: Fixture) -> None:
    assert (type(error).__name__, error.outcome) == expected
    assert error.status == fixture.response.status
    assert error.request_id == request_id(fixture)
    assert counted(error.headers.pairs(), set()) == counted(fixture.response.headers, set())
    assert "\n" not in str(error)
    assert "KEY" not in str(error)


def check_said(error: APIError, expected: Said) -> None:
    assert (error.code, error.type, error.param) == (expected.code, expected.type, expected.param)
    if expected.message.strip():
        assert error.message == expected.message
    else:
        assert error.message.startswith("the server ")


@pytest.mark.parametrize("operation", [name for name, one in operations().items() if "x-not-served" in one.node])
def test_each_status_of_an_operation_that_is_not_served_is_recorded(operation: str) -> None:
    seen = {f.response.status for f in of(operation) if f.era == "nov"}
    assert set(operations()[operation].node["x-not-served"]["status"]) <= seen


# Streams


def check_stream(outcome: Outcome, fixture: Fixture) -> None:
    """Check the events, and the error of a stream that breaks, which carries those before it."""
    recorded = events(fixture)
    assert len(outcome.events) == len(recorded)
    for event, document in zip(outcome.events, recorded, strict=True):
        check_fields(event, document, fixture)
    if succeeds(fixture):
        assert outcome.error is None
        return
    expected, error = stream_failure(fixture), outcome.error
    check_error(error, expected, fixture)
    if expected.kind == "StreamFailed":
        assert isinstance(error, APIError)
        check_said(error, said(json.loads(payloads(fixture)[len(recorded)])))
    else:
        assert getattr(error, "events", None) == outcome.events
        check_collected(getattr(error, "partial", None), fixture)


def check_collected(whole: Any, fixture: Fixture) -> None:
    """Check the result that a stream's events add up to: that of the same call without streaming."""
    if not events(fixture):
        assert whole is None
        return
    document = json.loads(response_info(whole).raw or b"")
    assert list(differences(whole, document, extras(whole))) == []
    if fixture.operation in FOLDED:
        assert without_nulls(document) == without_nulls(accumulate(fixture.operation, events(fixture)))
    (schema,) = (one.schema["$ref"].rpartition("/")[2] for one in operations()[fixture.operation].json_results())
    assert type(whole).__name__ == schema


@pytest.mark.parametrize("operation", [name for name, one in operations().items() if "x-stream" in one.node])
def test_streams_are_collected_and_read_as_text(server: MockServer, caller: Caller, operation: str) -> None:
    def check(fixture: Fixture) -> None:
        stream, _ = begin(server, caller, fixture)
        if not succeeds(fixture):
            with pytest.raises(APIError) as raised:
                caller.run(stream.collect())
            assert (type(raised.value).__name__, raised.value.outcome) == stream_failure(fixture)
            return
        whole = caller.run(stream.collect())
        check_collected(whole, fixture)
        assert response_info(whole).request_id == stream.response_info.request_id == request_id(fixture)
        if "text" not in operations()[operation].node["x-stream"]:
            return
        texts: list[str] = []
        caller.take(begin(server, caller, fixture)[0], texts, lambda stream: stream.text())
        assert texts == [text for event in events(fixture) if (text := text_of(operation, event))]
        if operation in FOLDED:
            first = accumulate(operation, events(fixture))["choices"][0]
            assert "".join(texts) == (first["text"] if "text" in first else first["message"].get("content", ""))
        assert caller.deviations == []

    all_hold((f for f in of(operation) if is_stream(f)), check)


def text_of(operation: str, event: Any) -> str:
    """The text of an event, where `x-stream.text` says that it is."""
    text = operations()[operation].node["x-stream"]["text"]
    for item in event[text["each"]]:
        if text.get("where", {}).items() <= item.items():
            for token in split(text["value"]):
                item = item.get(token) or {}
            return item or ""
    return ""


# Values that the client adds to a response


def test_a_vector_is_read_from_numbers_and_from_base64(outcomes: Outcomes) -> None:
    numbers, encoded = (outcomes[f"createEmbedding/{case}"].value.data[0] for case in ("minimal", "base64"))
    assert isinstance(numbers.embedding, list)
    assert [*numbers.vector] == pytest.approx(numbers.embedding)
    assert [*encoded.vector] == pytest.approx([*numbers.vector])


def test_a_list_is_iterated(outcomes: Outcomes) -> None:
    models = outcomes["listModels/all"].value
    assert [*models] == models.data != []
