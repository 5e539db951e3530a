"""Send the calls of a batch, many at a time, and keep journal and results."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from functools import partial
from importlib import import_module
from itertools import islice
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import APIError, AuthenticationError
from .calls import PACKAGE, BatchError, Item, items
from .journal import Journal, State
from .results import Results, failure, success

if TYPE_CHECKING:
    from ..client.client import AsyncClient

JOURNAL = ".journal"
# As many calls are noted as sent in one step of the journal.
_GROUP = 256
# Seconds whose calls a rate may let go at once.
_BURST = 0.1
# Seconds for which more calls may end before results and journal are written: one write serves them all.
_SETTLE = 0.005


class BatchOptions(NamedTuple):
    """Options of a batch."""

    concurrency: int = 100
    """Calls in flight at a time."""
    rate: float | None = None
    """Calls per second at most."""
    max_cost_calls: int | None = None
    """Calls that may cost money at most; the others stay for the next run."""
    resend_unknown: bool = False
    """Send calls again that may have been paid for."""
    retry_failed: bool = False
    """Send calls again that were refused or never arrived."""

    def check(self) -> None:
        """Raise ValueError for what cannot be."""
        if self.concurrency < 1:
            raise ValueError(f"concurrency is {self.concurrency}: at least 1 call is in flight")
        if self.rate is not None and not 0 < self.rate < inf:
            raise ValueError(f"rate is {self.rate}: a number above 0, or None for no limit")


class Summary(NamedTuple):
    """Counts of the calls of a batch, by how they ended."""

    succeeded: int
    failed: int
    unknown: int
    """Calls that may have been paid for, and whose result is not here: `Journal` has their names."""
    left: int
    """Calls that were not sent."""
    seconds: float
    stopped: bool = False
    """True if it was interrupted."""


OnProgress = Callable[[Summary], None]


def run(
    calls: str | Path | Iterable[Any],
    output: str | Path,
    *,
    client: AsyncClient | None = None,
    options: BatchOptions | None = None,
    on_progress: OnProgress | None = None,
) -> Summary:
    """Send calls and write their results to a file, one line of JSON each; go on where an earlier run was stopped.

    `calls` is the path of a file whose lines have `custom_id`, `method`, `url` and `body`, or pairs of a name and a
    `Call`, in a list or another object that can be iterated over twice. Beside the output a journal tells which calls
    were sent: a later run skips those, and does not send again what may have been paid for. `client` is an async
    client, which is closed afterwards; without one the environment's settings are used.

    Raises BatchError for input that cannot be sent, and sends nothing; also for a key that is refused.
    """
    with suppress(RuntimeError):
        asyncio.get_running_loop()
        raise TypeError("batch.run() has an event loop of its own, and one is running: await batch.run_async()")
    if client is not None:
        _check_client(client)

    async def main() -> Summary:
        # Its connections belong to this event loop, which ends here.
        mine = client or _default_client()
        try:
            return await run_async(calls, output, client=mine, options=options, on_progress=on_progress)
        finally:
            await mine.close()

    return asyncio.run(main())


async def run_async(
    calls: str | Path | Iterable[Any],
    output: str | Path,
    *,
    client: AsyncClient,
    options: BatchOptions | None = None,
    on_progress: OnProgress | None = None,
) -> Summary:
    """Do what `run` does, in a running event loop; the client stays open."""
    _check_client(client)
    batch, path, chosen = items(calls), Path(output), options or BatchOptions()
    chosen.check()
    with closing(Journal(path.with_name(path.name + JOURNAL))) as journal:
        results = Results(path, journal)
        results.recover()
        journal.register(batch)
        again = [State.SENT, State.UNKNOWN] * chosen.resend_unknown + [State.FAILED] * chosen.retry_failed
        if again and journal.reset(*again):
            results.forget()
        results.append([])  # what cannot be written must not be paid for
        return await _Run(batch, journal, results, client.with_options(keep_raw=True), chosen, on_progress).run()


def _check_client(client: Any) -> None:
    if not hasattr(client, "__aenter__"):
        raise TypeError(f"client is {type(client).__name__}: a batch needs the async client")


def _default_client() -> AsyncClient:
    name = import_module(f"{PACKAGE}._profile").PROFILE.name
    client: AsyncClient = getattr(import_module(f"{PACKAGE}.client"), f"Async{name}")()
    return client


class _Run:
    """One run of a batch."""

    def __init__(
        self,
        batch: Iterable[Item],
        journal: Journal,
        results: Results,
        client: AsyncClient,
        options: BatchOptions,
        on_progress: OnProgress | None,
    ) -> None:
        self.journal, self.results, self.client, self.options = journal, results, client, options
        self.on_progress = on_progress
        self.waiting = self._new(batch)
        self.running: set[asyncio.Task[None]] = set()
        self.ended: list[tuple[int, State, bytes]] = []
        self.failed: BaseException | None = None
        self.wake = asyncio.Event()
        self.stopped = False
        self.paid = 0
        self.started = self.counted = monotonic()
        self.allowed = 1.0
        self.counts = {state: journal.count(state) for state in State}
        self.lost = self.counts[State.SENT]

    def _new(self, batch: Iterable[Item]) -> Iterator[tuple[int, Item]]:
        return ((number, item) for number, item in enumerate(batch, 1) if self.journal.is_new(number))

    async def run(self) -> Summary:
        """Send what is new, until nothing is left, the limit of costs is reached, or somebody stops it."""
        with self._stops_on_interrupt():
            try:
                await asyncio.sleep(0)  # an interrupt while the input was checked: nothing is noted as sent
                self._tell()
                while self._send() or self.running:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self.wake.wait(), self._pause())
                        await asyncio.sleep(_SETTLE)
                    self.wake.clear()
                    self._keep()
            finally:
                for task in self.running:
                    task.cancel()
                await asyncio.gather(*self.running, return_exceptions=True)
                self._keep()
        if isinstance(self.failed, AuthenticationError):
            raise BatchError(f"the key was refused, so the batch was stopped: {self.failed}") from self.failed
        if self.failed is not None:
            raise self.failed
        return self.summary(0)

    def summary(self, in_flight: int) -> Summary:
        """The counts as they are now."""
        unknown = self.counts[State.SENT] + self.counts[State.UNKNOWN] - in_flight
        left = self.counts[State.NEW] + in_flight
        found = (self.counts[State.SUCCEEDED], self.counts[State.FAILED], unknown, left)
        return Summary(*found, monotonic() - self.started, self.stopped)

    def _send(self) -> bool:
        """Send as many calls as may be in flight; note them first. Returns whether there may be more."""
        room = min(self.options.concurrency - len(self.running), _GROUP, self._rate_allows())
        limit = self.options.max_cost_calls
        if limit is not None:
            room = min(room, limit - self.paid)
        if self.stopped or self.failed or (limit is not None and self.paid >= limit):
            return False
        group = list(islice(self.waiting, max(0, room)))
        if not group:
            return room <= 0
        self.journal.note((State.SENT, number) for number, _ in group)
        self._count(State.NEW, State.SENT, len(group))
        for number, item in group:
            self.paid += item.may_cost
            task = asyncio.create_task(self._call(number, item))
            self.running.add(task)
            task.add_done_callback(self._done)
        self.allowed -= len(group)
        self.wake.set()  # there may be room for more than a group
        return True

    def _rate_allows(self) -> int:
        """Return how many calls the rate allows now. Unused allowance does not accumulate."""
        rate = self.options.rate
        if rate is None:
            return _GROUP
        before, self.counted = self.counted, monotonic()
        self.allowed = min(self.allowed + (self.counted - before) * rate, max(1.0, rate * _BURST))
        return int(self.allowed)

    def _pause(self) -> float | None:
        """Return how long to wait for a call to end before more may be sent."""
        return None if self.options.rate is None else 1 / self.options.rate

    async def _call(self, number: int, item: Item) -> None:
        try:
            ended = success(number, item, await self.client.send_raw(item.call))
        except AuthenticationError as error:
            self._stays_new(number, error)
            return
        except APIError as error:
            ended = failure(number, item, error)
        except Exception as error:  # of a hook, or of a function that returns the key
            if getattr(error, "outcome", None) != "not_sent":
                raise
            self._stays_new(number, error)
            return
        self.ended.append((number, *ended))

    def _stays_new(self, number: int, error: Exception) -> None:
        """Stop the batch with an error that concerns every call, and leave this one for the next run."""
        self.failed = error
        self.journal.note([(State.NEW, number)])
        self._count(State.SENT, State.NEW)

    def _done(self, task: asyncio.Task[None]) -> None:
        self.running.discard(task)
        self.wake.set()
        if not task.cancelled():
            self.failed = task.exception() or self.failed

    def _keep(self) -> None:
        """Write the results that came, then note them."""
        if self.ended:
            ended, self.ended = self.ended, []
            self.results.append([line for _, _, line in ended])
            self.journal.note((state, number) for number, state, _ in ended)
            for _, state, _ in ended:
                self._count(State.SENT, state)
            self._tell()

    def _tell(self) -> None:
        if self.on_progress:
            self.on_progress(self.summary(self.counts[State.SENT] - self.lost))

    def _count(self, old: State, new: State, number: int = 1) -> None:
        self.counts[old] -= number
        self.counts[new] += number

    def _stops_on_interrupt(self) -> closing[Any]:
        """At the first Ctrl-C send no more and wait for the calls in flight; at the second leave them."""
        return closing(_Interrupts(self._stop))

    def _stop(self) -> None:
        if self.stopped:
            for task in self.running:
                task.cancel()
        self.stopped = True
        self.wake.set()


class _Interrupts:
    """Calls a function at Ctrl-C instead of raising KeyboardInterrupt, where the event loop can."""

    def __init__(self, function: Callable[[], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._is_set = False
        self._before = signal.getsignal(signal.SIGINT)
        # A program with a handler of its own keeps it; that of asyncio.run is a partial.
        if self._before is not signal.default_int_handler and not isinstance(self._before, partial):
            return
        # Windows has none, and only the main thread may.
        with suppress(NotImplementedError, ValueError, RuntimeError):
            self._loop.add_signal_handler(signal.SIGINT, function)
            self._is_set = True

    def close(self) -> None:
        if self._is_set:
            self._loop.remove_signal_handler(signal.SIGINT)
            signal.signal(signal.SIGINT, self._before)
