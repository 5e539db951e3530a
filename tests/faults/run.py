"""Play a fault to a client, and say what the client made of it."""

from __future__ import annotations

import asyncio
import functools
import importlib
import pkgutil
import re
import socket
import sys
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Timer, get_ident
from time import monotonic, sleep
from typing import Any, NamedTuple

from tests.faults.columns import MODES, Column, Good, Limits, good, wait
from tests.faults.fault import WHOLE, Fault, at, script
from tests.runtime.transport.raw_server import Server

GRACE = 4.0
"""So many seconds after its time limit a call that has not ended hangs. The server ends it then."""

_WRONG = re.compile(r"\.|\bok, |, ok|wrong value|hangs")
"""In what a client made of a fault: an exception that is not its own, a result that is none, no end."""


class Cell(NamedTuple):
    """One client's result for one fault."""

    fault: str
    mode: str
    transport: str
    expected: str
    got: str
    outcome: str
    sent: int
    seconds: float
    ok: bool

    @property
    def is_early(self) -> bool:
        """Whether the time limit was over before the server saw a request, as on a busy machine: this shows nothing."""
        return not self.ok and (self.got, self.sent) == ("APITimeoutError", 0)

    def __str__(self) -> str:
        seen = f"{self.got} {self.outcome}, sent {self.sent} in {self.seconds} s"
        return f"{self.fault} | {self.mode} | {self.transport}: {seen}; expected {self.expected}"


def run(fault: Fault, columns: Sequence[Column]) -> list[Cell]:
    """Play a fault in all its modes to these clients, at the same time: most of it is waiting."""
    cases = [
        (mode, column)
        for mode in fault.modes
        for column in columns
        if mode in MODES[column.dialect] and fault.only in ("", column.dialect)
        if column.ours or fault.limits.size == Limits().size  # the others have no such limit
    ]
    _import_all()
    for column in columns:
        _prepare(column)
    with ThreadPoolExecutor(max(1, len(cases))) as threads:
        cells = list(threads.map(lambda case: _cell(fault, *case), cases))
    longer = fault._replace(limits=fault.limits.times(10))
    return [_cell(longer, *case) if cell.is_early else cell for case, cell in zip(cases, cells, strict=True)]


@functools.cache
def _import_all() -> None:
    # pytest parses what the pytest plugin of a distribution imports, and Python 3.11 confuses two threads that parse:
    # "SystemError: AST constructor recursion depth mismatch".
    runtime = importlib.import_module("ezlink.runtime")
    for module in pkgutil.walk_packages(runtime.__path__, "ezlink.runtime."):
        if not module.name.startswith("ezlink.runtime.testing."):  # needs pytest, which the peers' environment lacks
            importlib.import_module(module.name)


@functools.cache
def _prepare(column: Column) -> None:
    # The first calls of a process import much of the HTTP libraries, and on a busy machine that outlasts short limits.
    for mode in MODES[column.dialect]:
        reply = good(column.dialect, mode)
        fine = Fault("none", "无", {}, lambda _: [[WHOLE]])
        with at("", script(reply, [[WHOLE]])) as server:
            (end,) = drive(column, _play(fine, reply, column, server, 1))
        assert end.got == "ok", f"{column.name} fails without a fault: {end}"


def _cell(fault: Fault, mode: str, column: Column) -> Cell:
    reply = good(column.dialect, mode)
    replies = fault.replies(reply)
    with at(fault.place, script(reply, replies)) as server:
        ends = drive(column, _play(fault, reply, column, server, len(replies) if fault.variants else 1))
    got, outcome = (
        ", ".join(dict.fromkeys(words)) for words in ([end.got for end in ends], [end.outcome for end in ends])
    )
    sent, seconds = max(end.sent for end in ends), round(max(end.seconds for end in ends), 2)
    expected = fault.expected[mode]
    if column.ours:
        ok = expected == f"{got} {outcome} {sent}"
    else:
        # Of another SDK only this is asked: fail where there is no answer, with an error of its own, and send no more.
        kind, _, most = expected.split()
        ok = (got == "ok") == (kind == "ok") and not _WRONG.search(got) and sent <= int(most)
    return Cell(fault.name, mode, column.name, expected, got, outcome, sent, seconds, ok)


def drive(column: Column, main: Coroutine[Any, Any, Any]) -> Any:
    """Run a scenario to its end: for a sync client it never waits."""
    if column.is_async:
        return asyncio.run(main)
    try:
        main.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("a sync client has awaited something")


class _End(NamedTuple):
    got: str
    outcome: str
    sent: int
    seconds: float


async def _play(fault: Fault, reply: Good, column: Column, server: Server, calls: int) -> list[_End]:
    with sockets() as opened:
        client = column.open(server.url, fault.limits)
        try:
            for _ in range(fault.before):
                end = await _call(fault, column, client, reply, server)
                assert end.got == "ok", f"{fault.name}: the call before the fault failed: {end}"
                while not server.left.is_set():
                    await pause(column, 0.01, fault.blocked)
                await pause(column, 0.03, fault.blocked)
            ends = [await _call(fault, column, client, reply, server) for _ in range(calls)]
        finally:
            await wait(client.close())
        if left := await still_open(column, opened):
            ends[-1] = ends[-1]._replace(got=f"{ends[-1].got}, {left} sockets left open")
    return ends


async def _call(fault: Fault, column: Column, client: Any, reply: Good, server: Server) -> _End:
    begun, start, hangs = server.begun, monotonic(), Event()
    timer = Timer(fault.limits.total + GRACE, lambda: (hangs.set(), server.close()))
    timer.start()
    try:
        value = await MODES[column.dialect][reply.mode](client)
    except Exception as error:
        own = isinstance(error, column.errors)
        got = type(error).__name__ if own else f"{type(error).__module__}.{type(error).__name__}"
        if column.ours and not own:
            got += f": {error}"
        outcome = getattr(error, "outcome", "-")
    else:
        got, outcome = "ok" if value == reply.value else "wrong value", "-"
    finally:
        timer.cancel()
    seconds, expected = monotonic() - start, int(fault.expected[reply.mode].split()[-1]) if fault.expected else 0
    for _ in range(200):  # on a busy machine the server may not yet have read what was sent
        if server.begun - begun >= expected:
            break
        await pause(column, 0.01)
    return _End("hangs" if hangs.is_set() else got, outcome, server.begun - begun, seconds)


async def pause(column: Column, seconds: float, blocked: bool = False) -> None:
    if blocked or not column.is_async:
        sleep(seconds)
    else:
        await asyncio.sleep(seconds)


@contextmanager
def sockets() -> Iterator[list[socket.socket]]:
    """Collect the sockets that are created in this thread."""
    if not _opened:
        sys.addaudithook(_note_socket)
    thread, opened = get_ident(), list[socket.socket]()
    _opened[thread] = opened
    try:
        yield opened
    finally:
        _opened[thread] = None


_opened: dict[int, list[socket.socket] | None] = {}


def _note_socket(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.__new__" and (opened := _opened.get(get_ident())) is not None:
        opened.append(arguments[0])


async def still_open(column: Column, opened: list[socket.socket]) -> int:
    """Count the sockets that are still open; those that are just being closed get a moment."""
    for _ in range(200):
        if not (left := sum(each.fileno() >= 0 for each in opened)):
            break
        await pause(column, 0.005)
    return left
