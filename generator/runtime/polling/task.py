"""Work that takes longer than a call: started, looked at from time to time, and resumed by its id."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from ..errors import APIError
from ..operation.polling_spec import Progress
from .poller import TRANSIENT, PollSchedule, ended, next_call, note, report_unlisted, watched_call

if TYPE_CHECKING:
    from ..operation.call import Call
    from ..operation.operation import Operation
    from ..operation.polling_spec import State
    from ..protocols import AsyncSender, SyncSender
    from ..response.metadata import APIResponse

T = TypeVar("T")


class _Task(Generic[T]):
    """What both kinds share: what is known of the task, and all that needs no waiting."""

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

        `submitted` and `call` are the answer and the call that started it; a task that is resumed has none. `options`
        are arguments of the operation that looks at it.
        """
        if operation.polling is None:
            raise TypeError(f"{operation.id} starts no task")
        if not isinstance(id, str) or not id:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValueError("the id of a task is text, and not empty")
        self.id = id
        self.submitted = submitted
        """The answer to the call that started the task; None for one that was resumed."""
        self._client = client
        self._operation = operation
        self._plan = operation.polling
        self._started = call
        self._call = watched_call(self._plan, id, call, options or {})
        self._since = monotonic()
        self._last: Progress | None = None
        self._reported: set[str | None] = set()

    @property
    def status(self) -> str | None:
        """The last status that was seen, in the server's own word; None before the first look."""
        return None if self._last is None else self._last.status

    @property
    def state(self) -> State:
        """What that status means; "running" before the first look."""
        return "running" if self._last is None else self._last.state

    @property
    def progress(self) -> float | None:
        """How far it was at the last look, in percent, where the server says it."""
        return None if self._last is None else self._last.progress

    @property
    def result(self) -> T:
        """What the task has made. Raises LookupError before a look has seen its success."""
        if self._last is None or self._last.state != "succeeded":
            raise LookupError(f"task {self.id!r} has no result (yet): its last status is {self.status!r}")
        return self._last.value  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        said = [repr(self.id), self.state]
        if self.status is not None:
            said.append(f"status {self.status!r}")
        if self.progress is not None:
            said.append(f"{self.progress:g}%")
        return f"<{type(self).__name__} {', '.join(said)}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a task holds the client that watches it and cannot be pickled: keep its id, and resume it")

    def _watch(self, timeout: float | None, interval: float | None) -> PollSchedule:
        fresh = self.submitted is not None and self._last is None
        return PollSchedule(self._plan, self.id, timeout, interval, fresh)

    def _read(self, reply: APIResponse[Any]) -> Progress:
        update, described = self._plan.read(self.id, reply.status, reply.value, monotonic() - self._since)
        self._last = update
        if not described and update.status not in self._reported:
            self._reported.add(update.status)  # once for each word: it may be said a hundred times
            report_unlisted(self._plan, update, self._call, self._client)
        return update

    def _ended(self, update: Progress) -> bool:
        """Whether the task has succeeded. Raises TaskFailed and TaskWaiting."""
        if update.state in ("failed", "waiting"):
            raise ended(self._plan, update, self._call)
        return update.state == "succeeded"

    def _pressed(self, button: Any, params: Mapping[str, Any]) -> Call[Any, Any]:
        if self._last is None or self._last.state != "succeeded":
            raise ValueError(f"task {self.id!r} is not done: wait() for it, then press its buttons")
        return next_call(self._operation, self._last.value, button, self._started, params)

    @contextmanager
    def _noting(self, on_progress: Any) -> Generator[None, None, None]:
        """Whatever ends the wait says how to go on; a bar is there from its beginning, and closed at its end."""
        begin: Callable[[Progress], None] | None = getattr(on_progress, "begin", None)
        try:
            if begin is not None and self._last is None:
                begin(Progress(id=self.id, state="running", status=None, progress=None, elapsed=0.0, value=None))
            yield
        except BaseException as error:
            # A Ctrl-C too: the task was paid for, and its id may stand nowhere else.
            note(error, self.id)
            raise
        finally:
            close: Callable[[str], None] | None = getattr(on_progress, "close", None)
            if close is not None:
                close(self.id)


class Task(_Task[T]):
    """Work that was started, and goes on at the server: `wait()` for its result.

    Iterating it gives a `Progress` at each look and ends with the success. `id` is what to keep: with it the task can
    be resumed from anywhere, for as long as the server knows it.
    """

    _client: SyncSender

    def poll(self) -> Progress:
        """Look once. Raises APIError where the look fails; the task goes on, and `task_id` of the error is its id."""
        return self._look(self._call)

    def updates(self, timeout: float | None = None, interval: float | None = None) -> Iterator[Progress]:
        """A `Progress` at each look until the task has succeeded. See `wait`."""
        watch = self._watch(timeout, interval)
        while self._last is None or not self._last.done:
            if (seconds := watch.pause(self._last)) > 0:
                sleep(seconds)
            try:
                update = self._look(watch.limited(self._call, self._client))
            except TRANSIENT as error:
                watch.failed(error)
                continue
            watch.seen()
            yield update
            if self._ended(update):
                return
        yield self._last
        self._ended(self._last)

    def __iter__(self) -> Iterator[Progress]:
        return self.updates()

    def wait(
        self,
        timeout: float | None = None,
        on_progress: Callable[[Progress], object] | None = None,
        interval: float | None = None,
    ) -> T:
        """Look until the task has succeeded, and return its result.

        `timeout` is seconds, and has a default: there is always an end. `interval` is seconds between looks, no less
        than the server asks for. `on_progress` is called at each look. A look that fails is tried again a few times.

        Raises TaskFailed with the server's reason, TaskTimeout (the task goes on), TaskWaiting where it does not go on
        before another call, and APIError for a look that fails; each holds the id as `task_id`.
        """
        with self._noting(on_progress):
            for update in self.updates(timeout, interval):
                if on_progress is not None:
                    on_progress(update)
        return self.result

    def run_action(self, button: Any, **params: Any) -> Task[Any]:
        """Begin what a button of this finished task does, and return its task.

        `button` is one of the answer's buttons, or its label, emoji or id; `params` are further arguments. Raises
        ValueError, which lists the buttons, where none or more than one fits.
        """
        task: Task[Any] = self._client.send(self._pressed(button, params))
        return task

    def _look(self, call: Call[Any, Any]) -> Progress:
        try:
            return self._read(self._client.send_raw(call))
        except APIError as error:
            error.task_id = self.id
            raise


class AsyncTask(_Task[T]):
    """The twin of `Task`: `await task.wait()`, `async for update in task`."""

    _client: AsyncSender

    async def poll(self) -> Progress:
        """Look once. Raises APIError where the look fails; the task goes on, and `task_id` of the error is its id."""
        return await self._look(self._call)

    async def updates(self, timeout: float | None = None, interval: float | None = None) -> AsyncIterator[Progress]:
        """A `Progress` at each look until the task has succeeded. See `wait`."""
        watch = self._watch(timeout, interval)
        while self._last is None or not self._last.done:
            if (seconds := watch.pause(self._last)) > 0:
                await _sleep(seconds)
            try:
                update = await self._look(watch.limited(self._call, self._client))
            except TRANSIENT as error:
                watch.failed(error)
                continue
            watch.seen()
            yield update
            if self._ended(update):
                return
        yield self._last
        self._ended(self._last)

    def __aiter__(self) -> AsyncIterator[Progress]:
        return self.updates()

    async def wait(
        self,
        timeout: float | None = None,
        on_progress: Callable[[Progress], Awaitable[object] | object] | None = None,
        interval: float | None = None,
    ) -> T:
        """Look until the task has succeeded, and return its result; see `Task.wait`. `on_progress` may be async."""
        with self._noting(on_progress):
            async for update in self.updates(timeout, interval):
                if on_progress is not None:
                    told = on_progress(update)
                    if isinstance(told, Awaitable):
                        await told
        return self.result

    async def run_action(self, button: Any, **params: Any) -> AsyncTask[Any]:
        """Begin what a button of this finished task does, and return its task; see `Task.press`."""
        task: AsyncTask[Any] = await self._client.send(self._pressed(button, params))
        return task

    async def _look(self, call: Call[Any, Any]) -> Progress:
        try:
            return self._read(await self._client.send_raw(call))
        except APIError as error:
            error.task_id = self.id
            raise


async def _sleep(seconds: float) -> None:
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:  # another kind of event loop, for which the transport has brought anyio
        import anyio

        await anyio.sleep(seconds)
    else:
        await asyncio.sleep(seconds)
