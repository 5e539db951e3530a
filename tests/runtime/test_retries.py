"""When a failed call is sent again: the rule, the waits, the deadline and the budget, in both clients."""

from __future__ import annotations

import asyncio
import io
import threading
from collections.abc import Callable
from itertools import count
from typing import Any

import msgspec
import pytest

from generator.runtime.client import client as clients
from generator.runtime.client import retry
from generator.runtime.client.retry import RetryBudget
from generator.runtime.encoding.multipart import FormField
from generator.runtime.errors import APIError, ConfigurationError, NotServed, RateLimitError
from generator.runtime.http.timeout import Timeout
from generator.runtime.operation.operation import NotServedHint
from generator.runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape
from generator.runtime.transport import Request, TransportError
from tests.runtime.endpoints import Endpoint
from tests.runtime.fake_json_api import CREATE, JSON, KEY, ORDER, PROFILE, SEARCH, STREAM, AsyncShop, Shop
from tests.runtime.fake_media_api import Clock
from tests.runtime.fake_transport import FakeAsyncResponse, FakeResponse

SUBMIT = CREATE({"name": "x"})
READ = SEARCH({})
UPLOAD = Endpoint(id="upload", method="POST", path="/v1/files", multipart=(FormField("file", file=True),))
NOT_SENT = TransportError("refused", kind="connect", sent=False)
LOST = TransportError("reset", kind="broken")
LATE = TransportError("the response did not come in time", kind="timeout")
UNTRUSTED = TransportError("no TLS connection", kind="tls", sent=False)

Fault = TransportError | int | tuple[int, bytes] | tuple[int, bytes, dict[str, str]]


class Failing:
    """A transport with these faults in their order, and then ORDER (to READ a list of it); it counts deliveries."""

    def __init__(self, *faults: Any, then: bytes = ORDER) -> None:
        self.faults = list(faults)
        self.then = then
        self.requests: list[Request] = []
        self.bodies: list[bytes] = []
        self.delivered = 0
        self.on_send: Callable[[], object] = lambda: None

    def respond(self, request: Request) -> FakeResponse:
        self.requests.append(request)
        self.on_send()
        found = b"[" + ORDER + b"]" if request.method == "GET" else self.then
        fault = self.faults.pop(0) if self.faults else (200, found)
        if isinstance(fault, TransportError) and fault.sent is False:
            raise fault
        if request.content is not None:
            content = request.content
            self.bodies.append(content if isinstance(content, bytes) else b"".join(content))
        if isinstance(fault, TransportError):
            self.delivered += 1
            if fault.status is None:
                raise fault
            return FakeResponse(fault.status, [JSON], [b"{"], fault)
        status, raw, headers = (fault, b"", {}) if isinstance(fault, int) else (*fault, {})[:3]
        if status != 429:
            self.delivered += 1
        return FakeResponse(status, [*headers.items(), JSON], [raw])

    def close(self) -> None:
        pass


class FailingSync(Failing):
    def send(self, request: Request) -> FakeResponse:
        return self.respond(request)


class FailingAsync(Failing):
    async def send(self, request: Request) -> FakeAsyncResponse:
        return FakeAsyncResponse(self.respond(request))

    async def close(self) -> None:  # type: ignore[override]
        pass


Play = Callable[..., tuple[Any, Failing]]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time that retries go by; the jitter is always the longest."""
    clock = Clock()
    monkeypatch.setattr(clients, "sleep", clock.sleep)
    monkeypatch.setattr(clients, "sleep_async", clock.sleep_async)
    for module in (clients, retry):
        monkeypatch.setattr(module, "monotonic", lambda: clock.now)
    monkeypatch.setattr(retry, "random", lambda: 1.0)
    return clock


@pytest.fixture(params=["sync", "async"])
def play(request: pytest.FixtureRequest, clock: Clock) -> Play:
    """Send a call to a server with these faults; return the result or the error, and the server."""

    def sync_play(call: Any, *faults: Any, then: bytes = ORDER, **settings: Any) -> tuple[Any, Failing]:
        server = FailingSync(*faults, then=then)
        try:
            return Shop(KEY, transport=server, **settings).send(call), server
        except APIError as error:
            return error, server

    def async_play(call: Any, *faults: Any, then: bytes = ORDER, **settings: Any) -> tuple[Any, Failing]:
        server = FailingAsync(*faults, then=then)
        try:
            return asyncio.run(AsyncShop(KEY, transport=server, **settings).send(call)), server
        except APIError as error:
            return error, server

    return sync_play if request.param == "sync" else async_play


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


def test_waits_grow_up_to_a_cap(play: Play, clock: Clock) -> None:
    began = clock.now
    play(SUBMIT, *[429] * 9, max_retries=6)
    assert clock.now - began == 0.5 + 1 + 2 + 4 + 8 + 8


def test_waits_are_drawn_from_the_whole_interval(play: Play, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    draws = iter([0.0, 0.25])
    monkeypatch.setattr(retry, "random", lambda: next(draws))
    began = clock.now
    play(SUBMIT, 429, 429)
    assert clock.now - began == 0.25


DATE = "Wed, 21 Oct 2026 07:28:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7), ({"retry-after": " 1.5 "}, 1.5), ({"Retry-After-Ms": "250"}, 0.25),
        ({"Retry-After": "3", "retry-after-ms": "2500"}, 3),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:09 GMT", "Date": DATE}, 9),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:09 -0000", "Date": DATE}, 9),
        ({"Retry-After": "Wed, 21 Oct 2026 07:27:00 GMT", "Date": DATE}, 0),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0),
        *[({"Retry-After": text}, None) for text in ("", "-1", "soon", "nan", "inf", "1_0", "1.2.3", "٣", "9" * 400)],
        ({"Retry-After": "Wed, 21 Oct 99999 07:28:00 GMT"}, None),
    ],
)  # fmt: skip
def test_a_server_says_when(play: Play, clock: Clock, headers: dict[str, str], seconds: float | None) -> None:
    began = clock.now
    _, server = play(SUBMIT, (429, b"", headers))
    assert (len(server.requests), clock.now - began) == (2, (seconds or 0) + 0.5)
    error, _ = play(SUBMIT, (429, b"", headers), max_retries=0)
    assert error.retry_after == seconds


def test_a_server_that_asks_for_long_is_not_asked_again(play: Play, clock: Clock) -> None:
    began = clock.now
    error, server = play(SUBMIT, (429, b"", {"Retry-After": "61"}))
    assert (len(server.requests), clock.now, error.retry_after) == (1, began, 61)
    assert error.retryable  # later, by whoever can wait


def test_all_attempts_share_one_deadline(play: Play, clock: Clock) -> None:
    began = clock.now
    error, server = play(
        SUBMIT, *[(429, b"", {"Retry-After": "4"})] * 9, max_retries=9, timeout=Timeout(10, connect=5, read_idle=3)
    )
    assert [round(request.timeout.total or 0, 3) for request in server.requests] == [10, 5.5, 0.5]
    assert {(request.timeout.connect, request.timeout.read_idle) for request in server.requests} == {(5, 3)}
    assert clock.now - began < 10
    assert error.attempts == 3


def test_without_a_limit_no_attempt_has_one(play: Play) -> None:
    _, server = play(SUBMIT, 429, timeout=None)
    assert [request.timeout.total for request in server.requests] == [None, None]


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


def test_the_key_is_asked_for_at_each_attempt(clock: Clock) -> None:
    keys = (f"key-{number}" for number in count())
    server = FailingSync(429, 429)
    Shop(lambda: next(keys), transport=server).send(SUBMIT)
    assert [dict(request.headers)["Authorization"] for request in server.requests] == [
        "Bearer key-0", "Bearer key-1", "Bearer key-2",
    ]  # fmt: skip


def test_send_raw_and_fetch_are_sent_again_too(clock: Clock) -> None:
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


def test_a_failing_server_is_not_hammered(clock: Clock) -> None:
    client = Shop(KEY, transport=FailingSync(*[429] * 5000))
    server: Any = client._connections.transport()
    for number in range(500):
        with pytest.raises(RateLimitError):
            (client if number % 2 else client.with_options(timeout=9)).send(SUBMIT)
    assert len(server.requests) == 500 + 100
    for successes, attempts in ((3, 1), (2, 2)):  # five of them pay for one retry
        server.faults = []
        for _ in range(successes):
            client.send(SUBMIT)
        server.faults = [429] * 3
        with pytest.raises(RateLimitError) as raised:
            client.send(SUBMIT)
        assert raised.value.attempts == attempts


def test_a_retry_that_succeeds_costs_nothing(clock: Clock) -> None:
    client = Shop(KEY, transport=FailingSync())
    server: Any = client._connections.transport()
    for _ in range(300):
        server.faults = [429]
        client.send(SUBMIT)
    assert len(server.requests) == 600


def test_threads_never_take_more_than_there_is() -> None:
    budget = RetryBudget()
    taken: list[bool] = []

    def take() -> None:
        taken.extend(budget.take() for _ in range(100))

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(taken) <= 100
    assert sum(taken) + sum(budget.take() for _ in range(100)) == 100


def test_a_wait_can_be_cancelled() -> None:
    server = FailingAsync((429, b"", {"Retry-After": "50"}))

    async def main() -> None:
        task = asyncio.create_task(AsyncShop(KEY, transport=server).send(SUBMIT))
        while not server.requests:
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(asyncio.wait_for(main(), 5))
    assert len(server.requests) == 1


def test_a_wait_can_be_interrupted(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(clients, "sleep", interrupted)
    server = FailingSync(429)
    with pytest.raises(KeyboardInterrupt):
        Shop(KEY, transport=server).send(SUBMIT)
    assert len(server.requests) == 1
