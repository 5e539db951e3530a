"""When a failed call is sent again: the rule, the waits, the deadline and the budget, in both clients."""

from __future__ import annotations

import asyncio
import io
from itertools import count
from typing import Any

import msgspec
import pytest

from generator.runtime.encoding.multipart import FormField
from generator.runtime.errors import APIError, ConfigurationError, NotServed, RateLimitError
from generator.runtime.operation.operation import NotServedHint
from generator.runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape
from generator.runtime.transport import TransportError
from tests.runtime.endpoints import Endpoint
from tests.runtime.failing_transport import READ, SUBMIT, FailingAsync, FailingSync, Play
from tests.runtime.fake_json_api import CREATE, KEY, PROFILE, STREAM, AsyncShop, Shop
from tests.runtime.fake_media_api import Clock

UPLOAD = Endpoint(id="upload", method="POST", path="/v1/files", multipart=(FormField("file", file=True),))
NOT_SENT = TransportError("refused", kind="connect", sent=False)
LOST = TransportError("reset", kind="broken")
LATE = TransportError("the response did not come in time", kind="timeout")
UNTRUSTED = TransportError("no TLS connection", kind="tls", sent=False)


BUSY = b'{"message":"busy","type":"t","param":"id","code":"busy"}'
WRONG = b'{"message":"no","type":"t","param":"id","code":"wrong"}'
CUT = TransportError("cut", kind="broken", status=200)
CUT_LATE = TransportError("cut", kind="timeout", status=200)
CUT_REFUSAL = TransportError("cut", kind="broken", status=400)

# What came, whether a call that may be paid for is sent again, and whether one that only reads is.
RULE: dict[str, tuple[Any, bool, bool]] = {
    "refused connection": (NOT_SENT, True, True),
    "unknown host": (TransportError("no host", kind="dns", sent=False), True, True),
    "proxy down": (TransportError("no proxy", kind="proxy", sent=False), True, True),
    "connection not in time": (TransportError("late", kind="timeout", sent=False), True, True),
    "no trust": (UNTRUSTED, False, False),
    "client closed": (TransportError("closed", kind="closed", sent=False), False, False),
    "reset": (LOST, False, True),
    "no response in time": (LATE, False, True),
    "cut body": (CUT, False, True),
    "body not in time": (CUT_LATE, False, True),
    "cut refusal": (CUT_REFUSAL, False, False),
    "400": (400, False, False),
    "401": (401, False, False),
    "404": (404, False, False),
    "408": (408, False, True),
    "409": (409, False, False),
    "429": (429, True, True),
    "429 with a reason": ((429, WRONG), True, True),
    "499": (499, False, False),
    "500": (500, False, True),
    "502": (502, False, True),
    "503": (503, False, True),
    "504": (504, False, True),
    "redirect": (307, False, False),
    "temporary refusal": ((503, BUSY), True, True),
    "temporary refusal with 200": ((200, BUSY), True, True),
    "temporary refusal with 400": ((400, BUSY), True, True),
    "lasting refusal with 200": ((200, WRONG), False, False),
    "empty": ((200, b""), False, False),
    "html": ((200, b"<html>"), False, False),
    "429 whose outcome is unknown": ((429, b'{"lost":"x"}'), False, True),
}
CATALOG = ErrorCatalog(
    shapes=(
        ErrorShape(name="lost", where={"/lost": "string"}, message="/lost", outcome="unknown"),
        ErrorShape(
            name="plain", where={"/message": "string", "/code": "string"}, message="/message", code="/code",
        ),
    ),
    codes={"busy": ErrorCode(outcome="rejected", temporary=True), "wrong": ErrorCode(outcome="rejected")},
)  # fmt: skip


@pytest.fixture
def catalog(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = msgspec.structs.replace(PROFILE, errors=CATALOG)
    monkeypatch.setattr(Shop, "_profile", profile)
    monkeypatch.setattr(AsyncShop, "_profile", profile)


@pytest.mark.usefixtures("catalog")
@pytest.mark.parametrize("name", RULE)
@pytest.mark.parametrize("kind", ["submit", "read"])
def test_what_is_sent_again(play: Play, name: str, kind: str) -> None:
    fault, submit_again, read_again = RULE[name]
    call, again = (SUBMIT, submit_again) if kind == "submit" else (READ, read_again)
    result, server = play(call, fault)
    assert len(server.requests) == 1 + again
    assert isinstance(result, APIError) is not again
    error, _ = play(call, fault, max_retries=0)
    assert (error.retryable, error.attempts) == (again, 1)


def test_a_stream_is_opened_again_and_never_continued(play: Play) -> None:
    events = b'data: {"id":"o1","lines":[],"state":"open"}\n\n'
    stream, server = play(STREAM, 429, (200, events, {"Content-Type": "text/event-stream"}))
    assert len(server.requests) == 2
    assert stream.response_info.status == 200
    if isinstance(server, FailingSync):
        with pytest.raises(APIError) as raised:
            list(stream)
        assert (raised.value.outcome, raised.value.retryable, raised.value.attempts) == ("executed", False, 2)
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("given", "option", "attempts"),
    [({}, {}, 3), ({"max_retries": 0}, {}, 1), ({"max_retries": 4}, {}, 5), ({}, {"max_retries": 1}, 2),
     ({"max_retries": 0}, {"max_retries": 3}, 4)],
)  # fmt: skip
def test_how_often(play: Play, given: dict[str, Any], option: dict[str, Any], attempts: int) -> None:
    error, server = play(CREATE({"name": "x", **option}), *[429] * 9, **given)
    assert isinstance(error, RateLimitError)
    assert (len(server.requests), error.attempts, error.retryable) == (attempts, attempts, True)


def test_with_options_keeps_the_number() -> None:
    server = FailingSync(*[429] * 9)
    with pytest.raises(RateLimitError):
        Shop(KEY, transport=server, max_retries=0).with_options(timeout=9).send(SUBMIT)
    assert len(server.requests) == 1


def test_what_is_not_served_is_not_asked_for_again(play: Play) -> None:
    read = Endpoint(id="look", method="GET", path="/v1/look", retry="safe", not_served=NotServedHint("None.", (503,)))
    error, server = play(read({}), 503)
    assert (type(error), error.retryable, len(server.requests)) == (NotServed, False, 1)


def test_with_options_and_request_take_a_number_too() -> None:
    client = Shop(KEY, transport=FailingSync(*[429] * 9), max_retries=5)
    server: Any = client._connections.transport()
    with pytest.raises(RateLimitError):
        client.with_options(max_retries=0).send(SUBMIT)
    assert len(server.requests) == 1
    with pytest.raises(RateLimitError):
        client.request("POST", "/v1/orders", json={}, max_retries=0)
    assert len(server.requests) == 2


@pytest.mark.parametrize("number", [-1, 1.5, True, None, "2"])
def test_a_number_that_cannot_be_used_is_refused(number: Any) -> None:
    with pytest.raises(ConfigurationError, match="max_retries must be"):
        Shop(KEY, max_retries=number)
    with pytest.raises((TypeError, ValueError), match="max_retries must be"):
        CREATE({"name": "x", "max_retries": number})


class Unseekable(io.BytesIO):
    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("fault", "make", "attempts"),
    [
        (429, lambda: b"bytes", 2), (429, lambda: io.BytesIO(b"bytes"), 2), (NOT_SENT, lambda: io.BytesIO(b"bytes"), 2),
        (NOT_SENT, lambda: Unseekable(b"bytes"), 2), (429, lambda: Unseekable(b"bytes"), 1),
    ],
)  # fmt: skip
def test_a_form_is_built_anew_or_not_sent_again(play: Play, fault: Any, make: Any, attempts: int) -> None:
    result, server = play(UPLOAD({"file": make()}), fault, then=b"{}")
    assert len(server.requests) == attempts
    assert isinstance(result, APIError) is (attempts == 1)
    assert all(body.count(b"bytes\r\n") == 1 for body in server.bodies)
    boundaries = {dict(request.headers)["Content-Type"] for request in server.requests}
    assert len(boundaries) == attempts


def test_the_key_is_asked_for_at_each_attempt(retry_clock: Clock) -> None:
    keys = (f"key-{number}" for number in count())
    server = FailingSync(429, 429)
    Shop(lambda: next(keys), transport=server).send(SUBMIT)
    assert [dict(request.headers)["Authorization"] for request in server.requests] == [
        "Bearer key-0", "Bearer key-1", "Bearer key-2",
    ]  # fmt: skip


def test_send_raw_and_fetch_are_sent_again_too(retry_clock: Clock) -> None:
    server = FailingSync(429)
    assert Shop(KEY, transport=server).send_raw(SUBMIT).status == 200
    server.faults = [503, LOST, (200, b"file")]
    assert Shop(KEY, transport=server).fetch("http://files.example/a").bytes() == b"file"
    assert len(server.requests) == 2 + 3
    async_server = FailingAsync(503, LOST, (200, b"file"))

    async def fetch() -> bytes:
        return await (await AsyncShop(KEY, transport=async_server).fetch("http://files.example/a")).bytes()

    assert asyncio.run(fetch()) == b"file"
    assert len(async_server.requests) == 3
