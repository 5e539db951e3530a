"""Work that takes longer than a call: started, polled, and resumed by its id."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Protocol, TypeVar

import msgspec

from ..errors import APIError, TaskFailed
from ..lazy import public
from ..operation.polling_spec import Progress
from ..response.decoding import Deviation
from ..response.parser import ResponseParser
from ..sleep import sleep_async as _sleep
from .poller import TRANSIENT, PollSchedule, action_call, poll_call, terminal_error

if TYPE_CHECKING:
    from ..config import ClientConfig
    from ..operation.call import Call
    from ..operation.operation import Operation
    from ..operation.polling_spec import State
    from ..response.metadata import APIResponse

S = TypeVar("S")
A = TypeVar("A")
T = TypeVar("T")


class Sender(Protocol):
    """A sync client, as far as tasks need it."""

    def send(self, call: Call[S, Any]) -> S: ...

    def send_raw(self, call: Call[S, Any]) -> APIResponse[S]: ...


class AsyncSender(Protocol):
    """The async counterpart of `Sender`."""

    async def send(self, call: Call[Any, A]) -> A: ...

    async def send_raw(self, call: Call[Any, A]) -> APIResponse[A]: ...


class _Task(Generic[T]):
    """The common part of sync and async tasks."""

    def __init__(
        self,
        client: Any,
        operation: Operation,
        id: str,
        *,
        submitted: Any = None,
        call: Call[Any, Any] | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> None:
        """Follow a task of this operation.

        `submitted` and `call` are the result and the call that started it; a task that is resumed has none. `options`
        are arguments of the operation that polls it.
        """
        if operation.polling is None:
            raise TypeError(f"{operation.display_name}() starts no task")
        if not isinstance(id, str) or not id:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValueError("the id of a task must be a string, and not empty")
        self.id = id
        self.submitted = submitted
        """The result of the call that started the task; None for one that was resumed."""
        self._client = client
        self._config: ClientConfig = client._config
        self._operation = operation
        self._spec = operation.polling
        self._started = call
        self._call = poll_call(self._spec, id, call, options or {})
        self._since = monotonic()
        self._last: Progress | None = None
        # The submit may have ended a wait that the server still reports for a while.
        self._grace = self._spec.grace if submitted is not None else 0.0
        self._reported: set[str | None] = set()

    @property
    def status(self) -> str | None:
        """The last status that was seen, in the server's own word; None before the first poll."""
        return None if self._last is None else self._last.status

    @property
    def state(self) -> State:
        """The meaning of that status; "running" before the first poll."""
        return "running" if self._last is None else self._last.state

    @property
    def progress(self) -> float | None:
        """The progress at the last poll, in percent, if the server reports it."""
        return None if self._last is None else self._last.progress

    @property
    def result(self) -> T:
        """The result of the task. Raises LookupError before a poll has seen its success."""
        if self._last is None or self._last.state != "succeeded":
            raise LookupError(f"task {self.id!r} has no result (yet): its last status is {self.status!r}")
        return self._last.value  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        parts = [repr(self.id), self.state]
        if self.status is not None:
            parts.append(f"status {self.status!r}")
        if self.progress is not None:
            parts.append(f"{self.progress:g}%")
        return f"<{type(self).__name__} {', '.join(parts)}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a task holds its client and cannot be pickled: keep its id, and resume it")

    def _schedule(self, timeout: float | None, interval: float | None) -> PollSchedule:
        fresh = self.submitted is not None and self._last is None
        return PollSchedule(self._spec, self.id, timeout, interval, fresh)

    def _update(self, response: APIResponse[Any]) -> Progress:
        update, described = self._spec.read(self.id, response.status, response.value, monotonic() - self._since)
        if update.state in ("failed", "waiting"):  # what an error will hold
            update = msgspec.structs.replace(update, value=self._parser().masked(response))
        if update.state != "waiting":
            self._grace = 0.0
        elif update.elapsed < self._grace:
            update = msgspec.structs.replace(update, state="running")
        self._last = update
        if not described and update.status not in self._reported:
            self._reported.add(update.status)  # each status once: it may be seen a hundred times
            if self._config.on_deviation is not None:
                pointer = "" if self._spec.status == "http" else self._spec.status
                expected = " or ".join(repr(str(word)) for word in self._spec.states)
                name = self._call.operation.display_name
                self._config.on_deviation(Deviation(pointer, expected, repr(update.status), name))
        return update

    def _succeeded(self, update: Progress) -> bool:
        """Return whether the task has succeeded. Raises TaskFailed and TaskWaiting."""
        if update.state in ("failed", "waiting"):
            raise terminal_error(self._spec, update, self._parser())
        return update.state == "succeeded"

    def _parser(self) -> ResponseParser:
        return ResponseParser(self._call, self._config, self._config.last_key)

    def _action_call(self, button: Any, params: Mapping[str, Any]) -> Call[Any, Any]:
        if self._last is None or self._last.state != "succeeded":
            raise ValueError(f"task {self.id!r} is not done: wait() for it before run_action()")
        return action_call(self._operation, self._last.value, button, self._started, params)

    @contextmanager
    def _keeping_id(self) -> Generator[None, None, None]:
        try:
            yield
        except APIError as error:
            error.task_id = self.id
            raise

    @contextmanager
    def _waiting(self, on_progress: Any) -> Generator[None, None, None]:
        """Show a progress bar from the beginning of a wait to its end, and note on any exception how to resume."""
        begin: Callable[[Progress], None] | None = getattr(on_progress, "begin", None)
        close: Callable[[str], None] | None = getattr(on_progress, "close", None)
        try:
            if begin is not None and self._last is None:
                begin(Progress(id=self.id, state="running", status=None, progress=None, elapsed=0.0, value=None))
            yield
        except BaseException as error:
            # Also on Ctrl-C: the task was paid for, and its id may be written down nowhere else.
            note = f"task {self.id!r} keeps running on the server: resume it by this id"
            if not isinstance(error, TaskFailed) and note not in getattr(error, "__notes__", ()):
                error.add_note(note)
            raise
        finally:
            if close is not None:
                close(self.id)


@public
class Task(_Task[T]):
    """Work that was started and runs on the server: `wait()` for its result.

    Iterating it yields a `Progress` at each poll and ends with the success. Keep its `id`: with it the task can be
    resumed from anywhere, for as long as the server knows it.
    """

    _client: Sender

    def poll(self) -> Progress:
        """Poll once. Raises APIError if that fails; the task keeps running, and the error's `task_id` is its id."""
        return self._poll(self._call)

    def updates(self, timeout: float | None = None, interval: float | None = None) -> Iterator[Progress]:
        """Iterate a `Progress` at each poll until the task has succeeded. See `wait`."""
        schedule = self._schedule(timeout, interval)
        while self._last is None or not self._last.done:
            if (seconds := schedule.pause(self._last)) > 0:
                sleep(seconds)
            try:
                update = self._poll(schedule.limited(self._call, self._config))
            except TRANSIENT as error:
                schedule.failed(error)
                continue
            schedule.succeeded()
            yield update
            if self._succeeded(update):
                return
        yield self._last
        self._succeeded(self._last)

    def __iter__(self) -> Iterator[Progress]:
        return self.updates()

    def wait(
        self,
        timeout: float | None = None,
        on_progress: Callable[[Progress], object] | None = None,
        interval: float | None = None,
    ) -> T:
        """Poll until the task has succeeded, and return its result. Failed polls are free and are retried.

        Args:
            timeout: Seconds to wait at most; there is a default.
            on_progress: Called at each poll.
            interval: Seconds between polls, no less than the server asks for.

        Raises:
            TaskFailed: The task failed; `reason` is the server's.
            TaskTimeout: It did not end in time, and keeps running.
            TaskWaiting: It waits for another call.
            APIError: Several polls in a row failed. Each of these holds the id as `task_id`.
        """
        with self._waiting(on_progress):
            for update in self.updates(timeout, interval):
                if on_progress is not None:
                    on_progress(update)
        return self.result

    def run_action(self, button: Any, **params: Any) -> Task[Any]:
        """Run the action of a button of this finished task, and return its task.

        `button` is one of the buttons in the result, or its label, emoji or id; `params` are further arguments. Raises
        ValueError, which lists the buttons, where none or more than one fits.
        """
        task: Task[Any] = self._client.send(self._action_call(button, params))
        return task

    def _poll(self, call: Call[Any, Any]) -> Progress:
        with self._keeping_id():
            return self._update(self._client.send_raw(call))


@public
class AsyncTask(_Task[T]):
    """The async counterpart of `Task`: `await task.wait()`, `async for update in task`."""

    _client: AsyncSender

    async def poll(self) -> Progress:
        """Poll once; see `Task.poll`."""
        return await self._poll(self._call)

    async def updates(self, timeout: float | None = None, interval: float | None = None) -> AsyncIterator[Progress]:
        """Iterate a `Progress` at each poll until the task has succeeded. See `Task.wait`."""
        schedule = self._schedule(timeout, interval)
        while self._last is None or not self._last.done:
            if (seconds := schedule.pause(self._last)) > 0:
                await _sleep(seconds)
            try:
                update = await self._poll(schedule.limited(self._call, self._config))
            except TRANSIENT as error:
                schedule.failed(error)
                continue
            schedule.succeeded()
            yield update
            if self._succeeded(update):
                return
        yield self._last
        self._succeeded(self._last)

    def __aiter__(self) -> AsyncIterator[Progress]:
        return self.updates()

    async def wait(
        self,
        timeout: float | None = None,
        on_progress: Callable[[Progress], Awaitable[object] | object] | None = None,
        interval: float | None = None,
    ) -> T:
        """Poll until the task has succeeded, and return its result; see `Task.wait`. `on_progress` may be async."""
        with self._waiting(on_progress):
            async for update in self.updates(timeout, interval):
                if on_progress is not None and isinstance(waiting := on_progress(update), Awaitable):
                    await waiting
        return self.result

    async def run_action(self, button: Any, **params: Any) -> AsyncTask[Any]:
        """Run the action of a button of this finished task, and return its task; see `Task.run_action`."""
        task: AsyncTask[Any] = await self._client.send(self._action_call(button, params))
        return task

    async def _poll(self, call: Call[Any, Any]) -> Progress:
        with self._keeping_id():
            return self._update(await self._client.send_raw(call))
