"""Timing of contenders: CPU seconds of this process for one unit of work, after a warm-up."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from .synthetic import document

REQUESTS = 400
TURN = 50
"""Requests of one of a pair at a time."""
CONCURRENT = 64

# Seconds. What is over in an instant tells more of the machine's neighbours than of the contender; who is slow is
# measured for this long by one unit of work.
ENOUGH = 1.5


def cpu(work: Callable[[], object], *, times: int, warm: int = 1) -> float:
    """CPU microseconds of one call of `work`."""
    for _ in range(warm):
        work()
    gc.collect()
    done, since, start = 0, time.perf_counter(), time.process_time()
    while not done or time.perf_counter() - since < ENOUGH:
        for _ in range(times):
            work()
        done += times
    return (time.process_time() - start) / done * 1e6


def log(name: str, level: str) -> logging.Logger:
    """Return a logger that writes its lines nowhere."""
    logger = logging.getLogger(name)
    logger.setLevel(level)
    logger.propagate = False
    logger.addHandler(logging.FileHandler(os.devnull))
    return logger


def paired(work: Callable[[], object], base: Callable[[], object], *, times: int, warm: int = 20) -> list[float]:
    """CPU microseconds of one call of `work` and of `base`, and the median of their ratios: many short turns of each,
    so that both meet the same machine.
    """
    for _ in range(warm):
        work(), base()
    pairs, since = list[tuple[float, float]](), time.perf_counter()
    while time.perf_counter() - since < 2 * ENOUGH:
        # Whoever is the second of a turn is the first of the next.
        first, second, third, fourth = (_turn(each, times) for each in (work, base, base, work))
        pairs.append((first + fourth, second + third))
    medians = [statistics.median(numbers) / 2 for numbers in zip(*pairs, strict=True)]
    return [*medians, statistics.median(ours / limit for ours, limit in pairs)]


def _turn(work: Callable[[], object], times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times * 1e6


async def cpu_async(work: Callable[[], Awaitable[object]], together: int = CONCURRENT) -> float:
    """CPU microseconds of one call of `work`, so many at a time."""

    async def wave() -> None:
        await asyncio.gather(*(work() for _ in range(together)))

    await wave()
    gc.collect()
    done, since, start = 0, time.perf_counter(), time.process_time()
    while not done or time.perf_counter() - since < ENOUGH:
        await wave()
        done += together
    return (time.process_time() - start) / done * 1e6


def generation(*command: str, operations: int = 0, again: bool = False) -> float:
    """Seconds of a generator as a whole process. `{generator}` is its Python, `{spec}` the bundled document.

    With `operations` it is a synthetic document of so many; with `again` the second run is measured.
    """
    with tempfile.TemporaryDirectory() as out:
        names = {"generator": os.environ["BENCH_GENERATOR"], "spec": os.environ["BENCH_SPEC"], "out": out}
        if operations:
            names["spec"] = f"{out}/openapi.json"
            Path(names["spec"]).write_text(json.dumps(document(operations)))
        words = [word.format(**names) for word in command]
        if again:
            subprocess.run(words, check=True, capture_output=True)
        start = time.perf_counter()
        subprocess.run(words, check=True, capture_output=True)
        return time.perf_counter() - start
