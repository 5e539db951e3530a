"""No schedule of failures makes a client deliver a call that may be paid for twice."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.runtime.client import client as clients
from generator.runtime.client import retry
from generator.runtime.errors import APIError
from generator.runtime.transport import Request, TransportError
from tests.runtime.fake_json_api import CREATE, JSON, KEY, ORDER, AsyncShop, Shop
from tests.runtime.fake_transport import FakeAsyncResponse, FakeResponse

# What a server does with a request: the work, or not; and what the client sees of that.
NOT_DONE: list[Any] = [
    TransportError("refused", kind="connect", sent=False),
    TransportError("no host", kind="dns", sent=False),
    TransportError("not in time", kind="timeout", sent=False),
    429,
    400,
    401,
]
DONE: list[Any] = [
    TransportError("reset", kind="broken"),
    TransportError("late", kind="timeout"),
    TransportError("cut", kind="broken", status=200),
    TransportError("cut", kind="broken", status=500),
    200,
    204,
    307,
    408,
    500,
    503,
]
FAULTS = [*((fault, 0) for fault in NOT_DONE), *((fault, 1) for fault in DONE)]
EVENTS = [*range(len(FAULTS))]


class CountingServer:
    """Follows a schedule of faults, and counts how often it does the work."""

    def __init__(self, schedule: list[int]) -> None:
        self.schedule = schedule
        self.sent = self.done = 0

    def respond(self, request: Request) -> FakeResponse:
        fault, done = FAULTS[self.schedule[self.sent % len(self.schedule)]]
        self.sent += 1
        self.done += done
        if not isinstance(fault, TransportError):
            return FakeResponse(fault, [JSON], [ORDER if fault == 200 else b""])
        if fault.status is None:
            raise fault
        return FakeResponse(fault.status, [JSON], [b"{"], fault)

    def close(self) -> None:
        pass


class SyncServer(CountingServer):
    def send(self, request: Request) -> FakeResponse:
        return self.respond(request)


class AsyncServer(CountingServer):
    async def send(self, request: Request) -> FakeAsyncResponse:
        return FakeAsyncResponse(self.respond(request))

    async def close(self) -> None:  # type: ignore[override]
        pass


async def no_sleep(seconds: float) -> None:
    pass


CALLS = [CREATE({"name": "x"}), CREATE({"name": "x", "stream": True})]


@pytest.fixture(autouse=True)
def no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "sleep", lambda seconds: None)
    monkeypatch.setattr("generator.runtime.sleep.sleep_async", no_sleep)
    monkeypatch.setattr(retry, "random", lambda: 0.0)


# Two times 5,000 schedules.
@settings(max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=5), st.integers(0, 6), st.booleans())
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_paid_call_is_delivered_once(kind: str, schedule: list[int], retries: int, streams: bool) -> None:
    call = CALLS[streams]
    server: Any
    with suppress(APIError):
        if kind == "sync":
            server = SyncServer(schedule)
            Shop(KEY, transport=server, max_retries=retries).send(call)
        else:
            server = AsyncServer(schedule)
            coroutine = AsyncShop(KEY, transport=server, max_retries=retries).send(call)
            with suppress(StopIteration):  # nothing here waits: no loop is needed
                coroutine.send(None)
    assert server.done <= 1
    assert 1 <= server.sent <= retries + 1
