"""A thousand streams that are opened at once and stay open, on one core."""

from __future__ import annotations

import asyncio
import gc
import os
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from .answers import TIMED_EVENTS, TIMED_STREAMS

CERTIFICATE = Path(__file__).resolve().parent.parent / "tests" / "runtime" / "transport" / "localhost.pem"

_BEAT = 0.005


class _Heart:
    """The longest time for which the loop did nothing else."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._task = asyncio.ensure_future(self._beat())

    async def _beat(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(_BEAT)
            self.longest = max(self.longest, time.perf_counter() - before - _BEAT)

    def stop(self) -> float:
        self._task.cancel()
        return self.longest * 1e3


def _memory() -> float:
    """KiB that this process has in memory."""
    if sys.platform != "linux":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024


async def measure(open_stream: Callable[[], Awaitable[AsyncIterator[str]]]) -> list[float]:
    """Return how many streams failed, how long the loop was blocked by opening them (ms), the 99th percentile of the
    time from an event's departure to its arrival (ms), and the memory for each stream (KiB).

    `open_stream` returns the texts of a stream, which are the times at which the server sent them.
    """
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    async for _ in await open_stream():  # what is imported and made once is not counted
        break
    gc.collect()
    delays: list[float] = []
    opened = asyncio.Semaphore(0)

    async def one() -> None:
        try:
            texts = await open_stream()
        finally:
            opened.release()
        async for sent in texts:
            delays.append(time.monotonic() - float(sent))

    async def all_open() -> tuple[float, float]:
        for _ in range(TIMED_STREAMS):
            await opened.acquire()
        delays.clear()
        return heart.stop(), _memory()

    before, heart = _memory(), _Heart()
    at_open = asyncio.ensure_future(all_open())
    outcomes = await asyncio.gather(*(one() for _ in range(TIMED_STREAMS)), return_exceptions=True)
    block, memory = await at_open
    failed = sum(isinstance(outcome, Exception) for outcome in outcomes)
    late = statistics.quantiles(delays, n=100)[98] * 1e3 if len(delays) > TIMED_EVENTS else float("nan")
    per_stream = (memory - before) / (TIMED_STREAMS - failed) if failed < TIMED_STREAMS else float("nan")
    return [failed, block, late, per_stream]
