"""Waits between the attempts of a call, their deadline, and the budget of retries, in both clients."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from generator.runtime.client import client as clients
from generator.runtime.client import retry
from generator.runtime.client.retry import RetryBudget
from generator.runtime.errors import RateLimitError
from generator.runtime.http.timeout import Timeout
from tests.runtime.failing_transport import SUBMIT, FailingAsync, FailingSync, Play
from tests.runtime.fake_json_api import KEY, AsyncShop, Shop
from tests.runtime.fake_media_api import Clock


def test_waits_grow_up_to_a_cap(play: Play, retry_clock: Clock) -> None:
    began = retry_clock.now
    play(SUBMIT, *[429] * 9, max_retries=6)
    assert retry_clock.now - began == 0.5 + 1 + 2 + 4 + 8 + 8


def test_waits_are_drawn_from_the_whole_interval(
    play: Play, retry_clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws = iter([0.0, 0.25])
    monkeypatch.setattr(retry, "random", lambda: next(draws))
    began = retry_clock.now
    play(SUBMIT, 429, 429)
    assert retry_clock.now - began == 0.25


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
def test_a_server_says_when(play: Play, retry_clock: Clock, headers: dict[str, str], seconds: float | None) -> None:
    began = retry_clock.now
    _, server = play(SUBMIT, (429, b"", headers))
    assert (len(server.requests), retry_clock.now - began) == (2, (seconds or 0) + 0.5)
    error, _ = play(SUBMIT, (429, b"", headers), max_retries=0)
    assert error.retry_after == seconds


def test_a_server_that_asks_for_long_is_not_asked_again(play: Play, retry_clock: Clock) -> None:
    began = retry_clock.now
    error, server = play(SUBMIT, (429, b"", {"Retry-After": "61"}))
    assert (len(server.requests), retry_clock.now, error.retry_after) == (1, began, 61)
    assert error.retryable  # later, by whoever can wait


def test_a_minute_is_waited_for(play: Play, retry_clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "random", lambda: 0.0)
    began = retry_clock.now
    _, server = play(SUBMIT, (429, b"", {"Retry-After": "60"}))
    assert (len(server.requests), retry_clock.now - began) == (2, 60)


@pytest.mark.parametrize(("total", "attempts"), [(7.0, 1), (7.001, 2)])
def test_a_wait_that_takes_all_that_is_left_is_not_begun(
    play: Play, monkeypatch: pytest.MonkeyPatch, total: float, attempts: int
) -> None:
    monkeypatch.setattr(retry, "random", lambda: 0.0)
    _, server = play(SUBMIT, (429, b"", {"Retry-After": "7"}), timeout=total)
    assert len(server.requests) == attempts


def test_all_attempts_share_one_deadline(play: Play, retry_clock: Clock) -> None:
    began = retry_clock.now
    error, server = play(
        SUBMIT, *[(429, b"", {"Retry-After": "4"})] * 9, max_retries=9, timeout=Timeout(10, connect=5, read_idle=3)
    )
    assert [round(request.timeout.total or 0, 3) for request in server.requests] == [10, 5.5, 0.5]
    assert {(request.timeout.connect, request.timeout.read_idle) for request in server.requests} == {(5, 3)}
    assert retry_clock.now - began < 10
    assert error.attempts == 3


def test_without_a_limit_no_attempt_has_one(play: Play) -> None:
    _, server = play(SUBMIT, 429, timeout=None)
    assert [request.timeout.total for request in server.requests] == [None, None]


def test_a_failing_server_is_not_hammered(retry_clock: Clock) -> None:
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


def test_a_retry_that_succeeds_costs_nothing(retry_clock: Clock) -> None:
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


def test_a_wait_can_be_interrupted(retry_clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(clients, "sleep", interrupted)
    server = FailingSync(429)
    with pytest.raises(KeyboardInterrupt):
        Shop(KEY, transport=server).send(SUBMIT)
    assert len(server.requests) == 1
