"""How a contender is timed: CPU seconds of this process for one unit of work, after a warm-up."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import tempfile
import time
from collections.abc import Awaitable, Callable

REQUESTS = 400
CONCURRENT = 64
WAVES = 12


def cpu(work: Callable[[], object], *, times: int, warm: int = 1) -> float:
    """CPU microseconds of one call of `work`."""
    for _ in range(warm):
        work()
    gc.collect()
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times * 1e6


async def cpu_async(work: Callable[[], Awaitable[object]]) -> float:
    """CPU microseconds of one call of `work`, 64 at a time."""

    async def wave() -> None:
        await asyncio.gather(*(work() for _ in range(CONCURRENT)))

    await wave()
    gc.collect()
    start = time.process_time()
    for _ in range(WAVES):
        await wave()
    return (time.process_time() - start) / (WAVES * CONCURRENT) * 1e6


async def cpu_once(work: Callable[[], Awaitable[object]]) -> float:
    """CPU microseconds of one call of `work`, after one that does not count."""
    await work()
    gc.collect()
    start = time.process_time()
    await work()
    return (time.process_time() - start) * 1e6


def generation(*command: str) -> float:
    """Seconds of a generator as a whole process. `{generator}` is its Python, `{spec}` the bundled document."""
    with tempfile.TemporaryDirectory() as out:
        names = {"generator": os.environ["BENCH_GENERATOR"], "spec": os.environ["BENCH_SPEC"], "out": out}
        start = time.perf_counter()
        subprocess.run([word.format(**names) for word in command], check=True, capture_output=True)
        return time.perf_counter() - start
