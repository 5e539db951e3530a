"""Follow a task: the calls that poll it, when to poll, and the error that it ends with. Nothing here sends or waits."""

from __future__ import annotations

from math import isfinite
from time import monotonic
from typing import TYPE_CHECKING, Any

import msgspec

from ..errors import (
    AnswerError,
    APIConnectionError,
    APIError,
    InternalServerError,
    RateLimitError,
    TaskFailed,
    TaskTimeout,
    TaskWaiting,
    UnreadableAnswer,
)
from ..http.json_pointer import is_array, resolve
from ..response.metadata import response_info

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..config import ClientConfig
    from ..operation.call import Call
    from ..operation.operation import Operation
    from ..operation.polling_spec import Build, FollowUpActions, PollingSpec, Progress
    from ..response.parser import ResponseParser

# A poll that fails so says nothing of the task, which keeps running. Polls are free, so it is retried.
TRANSIENT = (APIConnectionError, AnswerError, RateLimitError, InternalServerError)

# In a row, and no more: some servers answer 500 to an id that they do not know.
_MAX_FAILURES = 4
_SHORTEST_LIMIT = 5.0


class PollSchedule:
    """The times of polls in one wait. Raises TypeError or ValueError for a timeout or interval that is not valid."""

    def __init__(self, spec: PollingSpec, id: str, timeout: float | None, interval: float | None, fresh: bool) -> None:
        self._spec = spec
        self._id = id
        default, shortest = spec.interval
        self._timeout = _seconds("timeout", spec.timeout if timeout is None else timeout)
        self._interval = max(_seconds("interval", default if interval is None else interval), shortest)
        self._deadline = monotonic() + self._timeout
        # A task cannot be done right after its start: the first poll would be wasted.
        self._first_pause = self._interval if fresh else 0.0
        self._polls = 0
        self._failures = 0
        self._error: APIError | None = None

    def pause(self, last: Progress | None) -> float:
        """Return the seconds to wait before the next poll. Raises TaskTimeout after the deadline."""
        left = self._deadline - monotonic()
        if left <= 0 and self._polls:
            raise self._timed_out(last) from self._error
        # Longer after failures: polling may have been too much for the server.
        pause = self._interval * 2**self._failures if self._polls else self._first_pause
        self._polls += 1
        return max(0.0, min(pause, left))

    def limited(self, call: Call[Any, Any], config: ClientConfig) -> Call[Any, Any]:
        """Return the call of a poll, which may take no longer than is left."""
        limits = config.timeout_of(call)
        left = max(self._deadline - monotonic(), _SHORTEST_LIMIT)
        if limits.total is not None and limits.total <= left:
            return call
        return msgspec.structs.replace(call, timeout=limits._replace(total=left))

    def failed(self, error: APIError) -> None:
        """Count a poll that failed. Raises the error if too many in a row did."""
        self._failures += 1
        self._error = error
        if self._failures >= _MAX_FAILURES:
            raise error

    def succeeded(self) -> None:
        """Note a poll that did not fail."""
        self._failures = 0
        self._error = None

    def _timed_out(self, last: Progress | None) -> TaskTimeout:
        message = f"task {self._id!r} was not done after {self._timeout:g} seconds"
        if last is not None:
            message += f"; its last status was {last.status!r}"
            if self._spec.expect_unknown:
                message += ", which can also be the status of a task that failed"
        if self._error is not None:
            message += f"; the last poll failed: {self._error.message}"
        status, value = (None, None) if last is None else (last.status, last.value)
        return TaskTimeout(message, task_id=self._id, task_status=status, value=value, outcome="unknown")


def _seconds(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number of seconds, not {type(value).__name__}")
    if not (value > 0 and isfinite(value)):
        raise ValueError(f"{name} must be a finite number of seconds over 0 (got {value})")
    return float(value)


def task_id_from(spec: PollingSpec, parser: ResponseParser, value: Any) -> str:
    """Return the id of the task that a call started.

    Raises UnreadableAnswer, with outcome "unknown", if there is none: the task may run all the same.
    """
    if (id := spec.id_in(value)) is not None:
        return id
    try:
        info = response_info(value)
    except LookupError:
        info = None
    message = f"the response holds no task id at {spec.id}: a task may have been started"
    raise parser.error(UnreadableAnswer, message, info, info.raw if info else None, "unknown")


def endpoint_function(build: Build) -> Callable[..., Call[Any, Any]]:
    """Return an endpoint function, which may be given by its name."""
    if not isinstance(build, str):
        return build
    from importlib import import_module

    operations = import_module(f"{__name__.rpartition('.runtime.')[0]}.operations")
    return getattr(operations, build)  # type: ignore[no-any-return]


def poll_call(spec: PollingSpec, id: str, started: Call[Any, Any] | None, options: Mapping[str, Any]) -> Call[Any, Any]:
    """Return the call that polls a task, with the mode and the headers of the call that started it.

    It is sent once: after one that failed comes the next poll.
    """
    build = endpoint_function(spec.fetch)
    call = build(**{spec.parameter: id}, **options)
    if started is None:
        return msgspec.structs.replace(call, max_retries=0)
    if call.operation.modes and "mode" not in options and (mode := mode_of(started)) is not None:
        call = build(**{spec.parameter: id}, mode=mode, **options)
    own = {"accept", "content-type", *(name.lower() for name, _ in call.headers)}
    headers = [(name, value) for name, value in started.headers if name.lower() not in own]
    return msgspec.structs.replace(call, headers=(*call.headers, *headers), timeout=started.timeout, max_retries=0)


def mode_of(call: Call[Any, Any]) -> str | None:
    """Return the mode that a call was built with."""
    from urllib.parse import unquote

    before, _, after = call.operation.mode_prefix.partition("{mode}")
    if not before or not call.target.startswith(before):
        return None
    mode, _, rest = call.target[len(before) :].partition("/")
    return unquote(mode.removesuffix(after)) if rest else None


def terminal_error(spec: PollingSpec, update: Progress, parser: ResponseParser) -> APIError:
    """Return the error of a task that failed, or that waits for another call."""
    details: dict[str, Any] = {"task_id": update.id, "task_status": update.status, "value": update.value}
    try:
        info = response_info(update.value)
    except LookupError:
        info = None
    raw = info.raw if info is not None else None
    if update.state == "waiting":
        message = f"task {update.id!r} waits for another call (status {update.status!r})"
        message = f"{message}: {spec.waiting}" if spec.waiting else message
        return parser.error(TaskWaiting, message, info, raw, "unknown", **details)
    reason = spec.reason(update.value)
    message = f"task {update.id!r} ended with status {update.status!r}: {reason or 'the server gives no reason'}"
    return parser.error(TaskFailed, message, info, raw, "executed", reason=reason, **details)


def action_call(
    operation: Operation, value: Any, button: Any, started: Call[Any, Any] | None, params: Mapping[str, Any]
) -> Call[Any, Any]:
    """Return the call that a button of a finished task triggers. Raises ValueError if there is no such button."""
    actions = operation.polling.actions if operation.polling is not None else None
    if actions is None:
        raise ValueError(f"tasks of {operation.display_name}() have no buttons")
    item = _find_button(actions, value, button)
    arguments = {name: resolve(item, pointer) for name, pointer in actions.item.items()}
    arguments |= {name: resolve(value, pointer) for name, pointer in actions.whole.items()}
    build = endpoint_function(actions.operation)
    call = build(**(arguments | dict(params)))
    mode = mode_of(started) if started is not None and "mode" not in params else None
    if mode is None or not call.operation.modes:
        return call
    return build(**(arguments | {"mode": mode} | dict(params)))


def _find_button(actions: FollowUpActions, value: Any, button: Any) -> Any:
    buttons: list[Any] = found if is_array(found := resolve(value, actions.each)) else []
    if not isinstance(button, str):
        if button in buttons:
            return button
    elif button:
        for key in actions.by:
            fitting = [each for each in buttons if resolve(each, (key,)) == button]
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                break  # several of one name: the caller has to choose
    names = [" ".join(repr(name) for key in actions.by if (name := resolve(each, (key,)))) for each in buttons]
    raise ValueError(f"no button, or more than one, is {button!r}; there are: {'; '.join(names) or 'none'}")
