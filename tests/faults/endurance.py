"""Endurance tests: thousands of calls and cancellations, forks, and programs that end with everything left open."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any

from tests.faults.columns import MODES, Column, Limits, good, items, open_stream, wait
from tests.faults.fault import BODY, HALF, WHOLE, Part, Reply, known, script
from tests.faults.run import Cell, drive, pause, sockets
from tests.runtime.transport.raw_server import Server, serving

ROOT = Path(__file__).parents[2]
CONNECTIONS = 4
LIMITS = Limits(connections=CONNECTIONS)
FIRST = Part(lambda good: good.body[: good.body.index(b"\n\n") + 2])
LONGEST = 0.006
"""A call is cancelled within so many seconds; the server takes most of them for its response."""


CANCELLED, MANY, CLOSED, LEFT, FORK = NAMES = (
    "cancelled at random points",
    "thousands of calls",
    "closed twice, then used",
    "left open at the end of the program",
    "fork",
)
CHINESE = dict(
    zip(NAMES, ("在随机时刻取消", "成千上万次调用", "关闭两次后再使用", "程序结束时未关闭", "fork"), strict=True)
)


def endurance(column: Column, calls: int, cancellations: int) -> Iterator[Cell]:
    """Play everything to one client, with this many calls and cancellations."""
    # The locks of httpx2's pool do not survive an exception that a signal raises within them.
    cancellable = column.is_async or (column.name == "urllib3" and hasattr(signal, "setitimer"))
    for mode in ("call", "stream", "upload"):
        if cancellable and mode in MODES[column.dialect]:
            yield _cell(CANCELLED, mode, column, lambda mode=mode: _cancelled(column, mode, cancellations))
    yield _cell(MANY, "call", column, lambda: drive(column, _many(column, calls)))
    yield _cell(CLOSED, "call", column, lambda: drive(column, _closed(column)))
    yield _cell(LEFT, "call", column, lambda: _program(column, "leave"))
    if hasattr(os, "fork") and (column.ours or not column.is_async):  # the others do not outlive their first event loop
        yield _cell(FORK, "call", column, lambda: _program(column, "fork"))


def _cell(name: str, mode: str, column: Column, play: Callable[[], str]) -> Cell:
    start = monotonic()
    try:
        got = play()
    except Exception as error:
        got = f"{type(error).__name__}: {error}"
    return Cell(name, mode, column.name, "clean - 1", got, "-", 1, round(monotonic() - start, 2), got == "clean")


# -- cancellations


def _cancelled(column: Column, mode: str, number: int) -> str:
    """Cancel calls, interrupt them where the client is sync; then use as many connections at once as there may be."""
    slow: list[Reply] = [[0.001, known(), 0.001, HALF, 0.001, Part(lambda good: good.body[len(HALF.of(good)) :])]]
    with serving(script(good(column.dialect, mode), slow)) as server:
        if column.is_async:
            return asyncio.run(_cancel_tasks(column, mode, number, server))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # what an interrupt hits while it closes, is collected
            return _interrupt_calls(column, mode, number, server)


async def _cancel_tasks(column: Column, mode: str, number: int, server: Server) -> str:
    play = MODES[column.dialect][mode]
    async with column.open(server.url, LIMITS) as client:
        await play(client)  # imports what it needs

        async def cancelled() -> None:
            task = asyncio.ensure_future(play(client))
            await asyncio.sleep(random.random() * LONGEST)
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

        for _ in range(number // CONNECTIONS):
            await asyncio.gather(*[cancelled() for _ in range(CONNECTIONS)])
        sent = server.begun - 1
        async with asyncio.timeout(10):
            await asyncio.gather(*[play(client) for _ in range(CONNECTIONS)])
    return await _verdict(column, server, sent <= number)


class _Interrupted(BaseException):
    pass


def _interrupt_calls(column: Column, mode: str, number: int, server: Server) -> str:
    play = MODES[column.dialect][mode]
    client = column.open(server.url, LIMITS)
    drive(column, play(client))
    with _interrupts() as armed:
        for _ in range(number):
            with suppress(_Interrupted):
                try:
                    armed.append(True)
                    signal.setitimer(signal.ITIMER_REAL, 0.0001 + random.random() * LONGEST)
                    drive(column, play(client))
                finally:
                    armed.clear()
    sent = server.begun - 1
    gc.collect()  # an interrupt within a generator leaves a cycle
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        list(threads.map(lambda _: drive(column, play(client)), range(CONNECTIONS)))
    client.close()
    return str(drive(column, _verdict(column, server, sent <= number)))


@contextmanager
def _interrupts() -> Iterator[list[bool]]:
    """Have a signal raise an exception wherever the main thread is, while there is something in the list."""
    armed: list[bool] = []

    def interrupt(*_: Any) -> None:
        if armed:
            armed.clear()
            raise _Interrupted

    before, hook = signal.signal(signal.SIGALRM, interrupt), sys.unraisablehook
    sys.unraisablehook = lambda _: None  # what hits a generator that is being closed goes no further
    try:
        yield armed
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        sys.unraisablehook = hook


async def _verdict(column: Column, server: Server, once: bool) -> str:
    if not once:
        return "sent twice"
    for _ in range(200):
        if not server.open:
            return "clean"
        await pause(column, 0.01)
    return f"{len(server.open)} connections left open"


# -- many calls


async def _many(column: Column, number: int) -> str:
    """Whole calls and streams that are left early: neither sockets nor objects become more."""
    modes = MODES[column.dialect]
    with (
        serving(script(good(column.dialect, "call"), [[WHOLE]])) as whole,
        serving(script(good(column.dialect, "stream"), [[WHOLE]])) as stream,
        sockets() as opened,
    ):
        client, streaming = column.open(whole.url, LIMITS), column.open(stream.url, LIMITS)

        async def some(times: int) -> int:
            for turn in range(times):
                await modes["call"](client)
                if turn % 2:
                    events = await open_stream(column.dialect, streaming)
                    async for _ in items(events):
                        break
                    await wait(events.close())
            for server in (whole, stream):
                server.requests.clear()
            opened[:] = [each for each in opened if each.fileno() >= 0]
            gc.collect()
            return sys.getallocatedblocks()

        before = await some(100)
        grown, left = await some(number) - before, len(opened)
        await wait(client.close())
        await wait(streaming.close())
    if left > 2 * CONNECTIONS:
        return f"{left} sockets left open"
    return "clean" if not column.ours or grown < 300 + number / 20 else f"{grown} blocks of memory more"


async def _closed(column: Column) -> str:
    with serving(script(good(column.dialect, "call"), [[BODY]])) as server:
        client = column.open(server.url, LIMITS)
        await wait(client.close())
        await wait(client.close())
        try:
            await MODES[column.dialect]["call"](client)
        except column.errors as error:
            sent = server.begun
            return "clean" if not sent and getattr(error, "outcome", "not_sent") == "not_sent" else f"{error}"
        except Exception as error:
            return f"{type(error).__module__}.{type(error).__name__}"
    return "used after it was closed"


# -- processes

PROGRAM = """
import os, sys
from tests.faults.columns import MODES, Limits, items, open_stream, ours, peers
from tests.faults.run import drive
kind, name, what, whole, streaming = sys.argv[1:]
column = next(each for each in (ours if kind == "ours" else peers)() if each.name == name)
client, other = column.open(whole, Limits()), column.open(streaming, Limits())
call = MODES[column.dialect]["call"]

def once():
    return drive(column, call(client))

async def leave():
    global stream, events
    await call(client)
    stream = await open_stream(column.dialect, other)
    events = items(stream)
    await anext(events)

if what == "leave":
    drive(column, leave())
else:
    value = once()
    child = os.fork()
    if not child:
        os._exit(0 if once() == once() == value else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, "the child failed"
    assert once() == value
"""


def _program(column: Column, what: str) -> str:
    with (
        serving(script(good(column.dialect, "call"), [[WHOLE]])) as whole,
        serving(script(good(column.dialect, "stream"), [[known(), FIRST, 20.0]])) as streaming,
    ):
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                PROGRAM,
                "ours" if column.ours else "peers",
                column.name,
                what,
                whole.url,
                streaming.url,
            ],
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generated")])},
            capture_output=True,
            text=True,
            timeout=60,
        )
    if done.returncode or done.stdout or done.stderr:
        last = "".join((done.stdout + done.stderr).strip().splitlines()[-1:])
        return f"exit {done.returncode}: {last}"
    return "clean" if whole.begun == (1 if what == "leave" else 4) else f"sent {whole.begun} times"
