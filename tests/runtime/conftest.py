"""Time for tasks and retries, a picture, and a way to play faults to both clients."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from generator.runtime.client import client as clients
from generator.runtime.client import retry
from generator.runtime.errors import APIError
from generator.runtime.polling import poller
from generator.runtime.polling import task as tasks
from tests.runtime.failing_transport import Failing, FailingAsync, FailingSync, Play
from tests.runtime.fake_json_api import KEY, ORDER, AsyncShop, Shop
from tests.runtime.fake_media_api import Clock
from tests.runtime.multipart_form import PNG


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time that tasks go by: it goes on only while they sleep."""
    clock = Clock()
    monkeypatch.setattr(tasks, "sleep", clock.sleep)
    monkeypatch.setattr(tasks, "_sleep", clock.sleep_async)
    monkeypatch.setattr(tasks, "monotonic", lambda: clock.now)
    monkeypatch.setattr(poller, "monotonic", lambda: clock.now)
    return clock


@pytest.fixture
def retry_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time that retries go by; the jitter is always the longest."""
    clock = Clock()
    monkeypatch.setattr(clients, "sleep", clock.sleep)
    monkeypatch.setattr("generator.runtime.sleep.sleep_async", clock.sleep_async)
    for module in (clients, retry):
        monkeypatch.setattr(module, "monotonic", lambda: clock.now)
    monkeypatch.setattr(retry, "random", lambda: 1.0)
    return clock


@pytest.fixture(params=["sync", "async"])
def play(request: pytest.FixtureRequest, retry_clock: Clock) -> Play:
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


@pytest.fixture
def png(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    return path
