"""Each recorded exchange through the real client over a real socket: what it sends, what it returns or raises."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ezlink import APIError, extras, response_info
from generator.mock_server import Fixture, MockServer
from generator.mock_server.replay.fixtures import Request

from .callers import OPERATIONS, Caller
from .comparing import (
    IGNORED_RECORDED,
    IGNORED_SENT,
    accepts,
    accepts_to_send,
    counted,
    differences,
    same_body,
    target,
    without_nulls,
)
from .expected import BESIDE, BROKEN_STREAMS, CUT, NOT_SERVED, Expected, Said, failure, said, succeeds
from .folded import accumulate
from .recorded import (
    BY_NAME,
    FIXTURES,
    answer_json,
    events,
    is_json,
    is_stream,
    of,
    ordinary,
    payloads,
    request_id,
    request_json,
)

# Where the answer to a submit holds the id of the task.
TASKS = {
    **{
        f"submitMidjourney{name}": "result"
        for name in ("Action", "Blend", "Change", "Describe", "Imagine", "Modal", "Shorten", "SwapFace")
    },
    "createVideoGeneration": "task_id",
    "startCreativeUpscale": "id",
    "startImageToVideo": "id",
}


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
UNTYPED = {f.name for f in FIXTURES if f.arguments is None and sayable(f)}


def exchange(gateway: MockServer, caller: Caller, fixture: Fixture) -> tuple[Any, Any]:
    """Make the recorded request, or an ordinary one where nothing can say it, and give the recorded answer."""
    gateway.requests.clear()
    gateway.forget()
    caller.deviations.clear()
    gateway.play(fixture)
    if fixture.arguments is not None:
        return caller.call(fixture, fixture.arguments)
    if fixture.name not in UNTYPED:
        return caller.call(fixture, ordinary(fixture).arguments or {})
    options: dict[str, Any] = {"json": request_json(fixture)} if fixture.request.body else {}
    options |= {"headers": {"Accept": fixture.request.header("accept")}} if fixture.request.header("accept") else {}
    options |= {} if is_json(fixture) else {"type": bytes}
    return caller.request(fixture, **options), None


def all_hold(fixtures: Iterable[Fixture], check: Callable[[Fixture], None]) -> None:
    """Check each fixture, and tell all that do not hold at once."""
    broken: list[str] = []
    for fixture in fixtures:
        try:
            check(fixture)
        except Exception as error:
            broken.append(f"{fixture.name}: {type(error).__name__}: {str(error)[:600]}")
    assert not broken, f"{len(broken)} exchanges do not hold:\n" + "\n".join(broken)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_exchanges(gateway: MockServer, caller: Caller, operation: str, tmp_path: Path) -> None:
    def check(fixture: Fixture) -> None:
        if fixture.name in CUT:
            check_cut(gateway, caller, fixture, tmp_path)
            return
        try:
            value, reply = exchange(gateway, caller, fixture)
        except APIError as error:
            check_failure(error, fixture)
            check_requests(gateway, fixture)
            return
        if is_stream(fixture):
            came, broken = read_all(caller, value)
            check_requests(gateway, fixture)
            assert (broken is None) == succeeds(fixture)
            assert len(came) == len(events(fixture))
            return
        check_requests(gateway, fixture)
        assert succeeds(fixture), f"a failure became {value!r}"
        check_value(caller, fixture, value, tmp_path)
        if reply is not None:
            check_reply(reply, fixture)
        assert caller.deviations == []

    all_hold(of(operation), check)


# What was sent


def check_requests(gateway: MockServer, fixture: Fixture) -> None:
    (sent,) = gateway.requests
    if fixture.arguments is not None or fixture.name in UNTYPED:
        check_request(sent, fixture)


def check_request(sent: Request, fixture: Fixture) -> None:
    recorded = fixture.request
    assert (sent.method, target(sent)) == (recorded.method, target(recorded))
    assert counted(sent.headers, IGNORED_SENT) == counted(recorded.headers, IGNORED_RECORDED)
    assert accepts_to_send(fixture) in (None, accepts(sent))
    assert len(accepts(sent)) <= 1
    if not same_body(sent, recorded):
        assert (sent.form or sent.body) == (recorded.form or recorded.body)
    assert (sent.header("user-agent") or "").startswith("ezlink-python/")


# What comes back


def check_value(caller: Caller, fixture: Fixture, value: Any, directory: Path) -> None:
    name = type(value).__name__
    if fixture.name in UNTYPED:
        assert value == (answer_json(fixture) if is_json(fixture) else fixture.response.body)
    elif fixture.operation in TASKS:
        assert name == ("AsyncTask" if caller.asynchronous else "Task")
        assert value.id == answer_json(fixture)[TASKS[fixture.operation]]
        check_object(value.submitted, fixture)
    elif is_json(fixture):
        check_object(value, fixture)
    elif isinstance(value, str):
        assert value == fixture.response.body.decode()
    else:
        assert name == ("AsyncBinaryResponse" if caller.asynchronous else "BinaryResponse")
        check_file(caller, fixture, value, directory)


def check_object(value: Any, fixture: Fixture) -> None:
    document = answer_json(fixture)
    if isinstance(value, list):
        assert list(differences(value, document, {})) == []
        return
    beside = check_fields(value, document, fixture)
    came = response_info(value)
    assert (came.status, came.request_id, came.raw) == (
        fixture.response.status,
        request_id(fixture),
        fixture.response.body,
    )
    assert counted(came.headers.pairs(), set()) == counted(fixture.response.headers, set())
    assert without_nulls(json.loads(value.to_json())) == without_nulls(document) or beside
    assert without_nulls(json.loads(msgspec.json.encode(value.to_dict()))) == without_nulls(document) or beside


def check_fields(value: Any, document: Any, fixture: Fixture) -> dict[str, Any]:
    """All of the JSON is in the value, what is documented as a field; what is not is given."""
    beside = extras(value)
    assert list(differences(value, document, beside)) == []
    assert {pointer.rpartition("/")[2] for pointer in beside} <= BESIDE.get(fixture.operation, set())
    return beside


def check_file(caller: Caller, fixture: Fixture, value: Any, directory: Path) -> None:
    path = directory / "saved"
    path.unlink(missing_ok=True)
    header = dict(fixture.response.headers)["Content-Type"].partition(";")[0]
    assert value.kind == header.partition("/")[0]
    # The stand-in spoke WAV whatever it was asked for: what the bytes are counts more than what the header says.
    assert value.content_type == (
        "audio/wav" if fixture.response.body.startswith(b"RIFF") and value.kind == "audio" else header
    )
    assert value.response_info.request_id == request_id(fixture)
    assert caller.run(value.save(path)) == path
    assert path.read_bytes() == fixture.response.body
    assert caller.run(value.bytes()) == fixture.response.body


def check_cut(gateway: MockServer, caller: Caller, fixture: Fixture, directory: Path) -> None:
    """The error may come at once, or when the end is read: it depends on how the bytes arrive."""
    with pytest.raises(APIError) as raised:
        caller.run(exchange(gateway, caller, fixture)[0].save(directory / "cut"))
    check_requests(gateway, fixture)
    check_error(raised.value, CUT[fixture.name], fixture)
    assert [path for path in directory.iterdir() if path.name != "saved"] == []


def check_reply(reply: Any, fixture: Fixture) -> None:
    assert (reply.status, reply.request_id) == (fixture.response.status, request_id(fixture))
    assert reply.raw == (None if type(reply.value).__name__.endswith("BinaryResponse") else fixture.response.body)
    assert counted(reply.headers.pairs(), set()) == counted(fixture.response.headers, set())


def check_failure(error: APIError, fixture: Fixture) -> None:
    assert not succeeds(fixture), f"a result became {type(error).__name__}: {error}"
    typed = fixture.name not in UNTYPED
    check_error(error, failure(fixture, typed), fixture)
    assert error.raw == fixture.response.body
    expected = failure(fixture, typed)
    if expected.kind == "NotServed":
        assert error.message.startswith(f"{fixture.operation} is not served here: ")
    elif expected.kind in ("UnreadableAnswer", "EmptyAnswer"):
        assert "answer" in error.message
    else:
        check_said(error, said(answer_json(fixture)))


def check_error(error: APIError | None, expected: Expected, fixture: Fixture) -> None:
    assert error is not None
    assert (type(error).__name__, error.outcome) == expected
    assert error.status == fixture.response.status
    assert error.request_id == request_id(fixture)
    assert error.headers is not None
    assert counted(error.headers.pairs(), set()) == counted(fixture.response.headers, set())
    assert "\n" not in str(error)
    assert "KEY" not in str(error)


def check_said(error: APIError, expected: Said) -> None:
    assert (error.code, error.type, error.param) == (expected.code, expected.type, expected.param)
    if expected.message:
        assert error.message == expected.message
    else:
        assert error.message.startswith("the server ")


def test_an_upload_that_was_not_kept_says_so(gateway: MockServer, caller: Caller) -> None:
    with pytest.raises(APIError, match="kept nothing"):
        exchange(gateway, caller, BY_NAME["createFile/first-upload"])


def test_what_is_not_served_has_its_evidence() -> None:
    for operation, statuses in NOT_SERVED.items():
        seen = {f.response.status for f in of(operation) if f.arguments is not None and f.era == "nov"}
        assert seen & set(statuses), operation


# Streams


def read_all(caller: Caller, stream: Any) -> tuple[list[Any], APIError | None]:
    """All events of a stream and the error that ended it."""
    came: list[Any] = []
    try:
        caller.take(stream, came)
    except APIError as error:
        return came, error
    return came, None


STREAMS = [f for f in FIXTURES if is_stream(f)]


def test_streams_give_events_text_and_the_whole(gateway: MockServer, caller: Caller) -> None:
    def check(fixture: Fixture) -> None:
        stream, _ = exchange(gateway, caller, fixture)
        came, error = read_all(caller, stream)
        recorded = events(fixture)
        assert error is None
        assert len(came) == len(recorded) == len(payloads(fixture)) - 1
        for event, document in zip(came, recorded, strict=True):
            check_fields(event, document, fixture)
        whole = caller.run(stream.collect())
        assert without_nulls(with_extras(whole)) == without_nulls(accumulate(fixture.operation, recorded))
        assert response_info(whole).request_id == stream.response_info.request_id == request_id(fixture)
        assert type(whole).__name__ == {"createChatCompletion": "ChatCompletion"}.get(fixture.operation, "Completion")
        assert caller.deviations == []
        again: list[str] = []
        caller.take(exchange(gateway, caller, fixture)[0], again, lambda stream: stream.text())
        texts = [text_of(choice) for event in recorded for choice in event["choices"] if choice["index"] == 0]
        assert again == [text for text in texts if text]

    all_hold((f for f in STREAMS if succeeds(f)), check)


def with_extras(whole: Any) -> Any:
    """A folded answer as plain JSON with the fields that it keeps beside it."""
    document = json.loads(response_info(whole).raw or b"")
    assert list(differences(whole, document, extras(whole))) == []
    return document


def text_of(choice: dict[str, Any]) -> str:
    return choice["text"] if "text" in choice else choice["delta"].get("content") or ""


def test_every_broken_stream_has_its_row() -> None:
    assert set(BROKEN_STREAMS) == {f.name for f in STREAMS if not succeeds(f)}


@pytest.mark.parametrize("name", BROKEN_STREAMS)
def test_broken_streams_raise_with_what_came(gateway: MockServer, caller: Caller, name: str) -> None:
    fixture, (expected, count) = BY_NAME[name], BROKEN_STREAMS[name]
    came, raised = read_all(caller, exchange(gateway, caller, fixture)[0])
    recorded = events(fixture)
    check_error(raised, expected, fixture)
    assert raised is not None
    assert len(came) == len(recorded) == count
    for event, document in zip(came, recorded, strict=True):
        check_fields(event, document, fixture)
    if expected.kind == "StreamFailed":
        check_said(raised, said(json.loads(payloads(fixture)[count])))
    else:
        assert getattr(raised, "events", None) == came
        partial = getattr(raised, "partial", None)
        assert (partial is None) == (count == 0)
        if count:
            assert without_nulls(with_extras(partial)) == without_nulls(accumulate(fixture.operation, recorded))
    with pytest.raises(APIError) as again:
        caller.run(exchange(gateway, caller, fixture)[0].collect())
    assert (type(again.value).__name__, again.value.outcome) == expected
