"""Time for tasks."""

from __future__ import annotations

import pytest

from generator.runtime.polling import poller
from generator.runtime.polling import task as tasks
from tests.runtime.fake_media_api import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time that tasks go by: it goes on only while they sleep."""
    clock = Clock()
    monkeypatch.setattr(tasks, "sleep", clock.sleep)
    monkeypatch.setattr(tasks, "_sleep", clock.sleep_async)
    monkeypatch.setattr(tasks, "monotonic", lambda: clock.now)
    monkeypatch.setattr(poller, "monotonic", lambda: clock.now)
    return clock
