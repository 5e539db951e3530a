"""Which task a call began, when and how to look at it, and what its end is. Nothing here sends or waits."""

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
from ..response.decoding import Deviation
from ..response.model import response_info

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..operation.call import Call
    from ..operation.operation import Operation
    from ..operation.polling_spec import Build, FollowUpActions, PollingSpec, Progress
    from ..response.parser import ResponseParser

# A look that ends so says nothing of the task, which goes on. It costs nothing to look again.
TRANSIENT = (APIConnectionError, AnswerError, RateLimitError, InternalServerError)

# Some servers answer 500 to an id that they do not know: so this many looks in a row, and no more, may fail.
_MOST_FAILURES = 4
_SHORTEST_LOOK = 5.0


class PollSchedule:
    """The timing of one wait. Raises ValueError for a timeout that is none."""

    def __init__(self, plan: PollingSpec, id: str, timeout: float | None, interval: float | None, fresh: bool) -> None:
        self._plan = plan
        self._id = id
        usual, floor = plan.interval
        self._timeout = _seconds("timeout", plan.timeout if timeout is None else timeout)
        self._interval = max(_seconds("interval", usual if interval is None else interval), floor)
        self._until = monotonic() + self._timeout
        # Right after its start a task cannot be done: the first look would be wasted.
        self._first = self._interval if fresh else 0.0
        self._looks = 0
        self._failures = 0
        self._error: APIError | None = None

    def pause(self, last: Progress | None) -> float:
        """Seconds to wait before the next look. Raises TaskTimeout when the time is over."""
        left = self._until - monotonic()
        if left <= 0 and self._looks:
            raise self._late(last) from self._error
        # After a failure more slowly: it may have been too much for the server.
        usual = self._interval * 2**self._failures if self._looks else self._first
        self._looks += 1
        return max(0.0, min(usual, left))

    def limited(self, call: Call[Any, Any], client: Any) -> Call[Any, Any]:
        """The call for a look, which may not take longer than is left."""
        limits = client._settings.limits(call)
        left = max(self._until - monotonic(), _SHORTEST_LOOK)
        if limits.total is not None and limits.total <= left:
            return call
        return msgspec.structs.replace(call, timeout=limits._replace(total=left))

    def failed(self, error: APIError) -> None:
        """A look has failed. Raises the error when too many in a row have."""
        self._failures += 1
        self._error = error
        if self._failures >= _MOST_FAILURES:
            raise error

    def seen(self) -> None:
        """A look has not failed."""
        self._failures = 0
        self._error = None

    def _late(self, last: Progress | None) -> TaskTimeout:
        said = f"task {self._id!r} was not done after {self._timeout:g} seconds"
        if last is not None:
            said += f"; its last status was {last.status!r}"
            if self._plan.expect_unknown:
                said += ", which a task that has failed may say too"
        if self._error is not None:
            said += f"; the last look failed: {self._error.message}"
        status, value = (None, None) if last is None else (last.status, last.value)
        return TaskTimeout(said, task_id=self._id, task_status=status, value=value, outcome="unknown")


def _seconds(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name}: seconds, not {type(value).__name__}")
    if not (value > 0 and isfinite(value)):
        raise ValueError(f"{name}: {value} is no number of seconds to wait; a task always has an end")
    return float(value)


def begun(plan: PollingSpec, exchange: ResponseParser, answer: Any) -> str:
    """The id of the task that a call has started.

    Raises UnreadableAnswer, with outcome "unknown", where it did not come: the task may run all the same.
    """
    if (found := plan.id_in(answer)) is not None:
        return found
    try:
        head = response_info(answer)
    except LookupError:
        head = None
    said = f"the answer holds no id of a task at {plan.id}: one may have been started"
    raise exchange.error(UnreadableAnswer, said, head, head.raw if head else None, "unknown")


def endpoint_function(build: Build) -> Callable[..., Call[Any, Any]]:
    """The endpoint function of that name."""
    if not isinstance(build, str):
        return build
    from importlib import import_module

    operations = import_module(f"{__name__.rpartition('.runtime.')[0]}.operations")
    return getattr(operations, build)  # type: ignore[no-any-return]


def watched_call(
    plan: PollingSpec, id: str, started: Call[Any, Any] | None, options: Mapping[str, Any]
) -> Call[Any, Any]:
    """The call that looks at a task, over the same route and with the same headers as the one that started it."""
    build = endpoint_function(plan.fetch)
    call = build(**{plan.parameter: id}, **options)
    if started is None:
        return call
    if call.operation.modes and "mode" not in options and (mode := mode_of(started)) is not None:
        call = build(**{plan.parameter: id}, mode=mode, **options)
    own = {"accept", "content-type", *(name.lower() for name, _ in call.headers)}
    headers = [(name, value) for name, value in started.headers if name.lower() not in own]
    return msgspec.structs.replace(call, headers=(*call.headers, *headers), timeout=started.timeout)


def mode_of(call: Call[Any, Any]) -> str | None:
    """The mode that a call was built with."""
    from urllib.parse import unquote

    before, _, after = call.operation.mode_prefix.partition("{mode}")
    if not before or not call.target.startswith(before):
        return None
    mode, _, rest = call.target[len(before) :].partition("/")
    return unquote(mode.removesuffix(after)) if rest else None


def ended(plan: PollingSpec, update: Progress, call: Call[Any, Any]) -> APIError:
    """The error that a task has ended with, or waits with."""
    particulars = _particulars(update, call)
    if update.state == "waiting":
        said = f"task {update.id!r} waits for another call (status {update.status!r}), and does not go on without it"
        said = f"{said}: {plan.waiting}" if plan.waiting else said
        return TaskWaiting(said, outcome="unknown", **particulars)
    reason = plan.reason(update.value)
    said = f"task {update.id!r} ended with status {update.status!r}: {reason or 'the server gives no reason'}"
    return TaskFailed(said, reason=reason, outcome="executed", **particulars)


def _particulars(update: Progress, call: Call[Any, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "task_id": update.id,
        "task_status": update.status,
        "value": update.value,
        "call": call,
    }
    try:
        head = response_info(update.value)
    except LookupError:
        return found
    return {**found, "status": head.status, "headers": head.headers, "request_id": head.request_id, "raw": head.raw}


def report_unlisted(plan: PollingSpec, update: Progress, call: Call[Any, Any], client: Any) -> None:
    """Tell a status that is not described, where somebody listens."""
    if (listener := client._settings.on_deviation) is not None:
        pointer = "" if plan.status == "http" else plan.status
        expected = " or ".join(repr(str(word)) for word in plan.states)
        listener(Deviation(pointer, expected, repr(update.status), call.operation.id))


def note(error: BaseException, id: str) -> None:
    """Write to an error how to go on."""
    line = f"task {id!r} goes on at the server: resume it by this id"
    if not isinstance(error, TaskFailed) and line not in getattr(error, "__notes__", ()):
        error.add_note(line)


def next_call(
    operation: Operation, answer: Any, button: Any, started: Call[Any, Any] | None, params: Mapping[str, Any]
) -> Call[Any, Any]:
    """The call that a button of a finished task stands for. Raises ValueError where there is no such button."""
    actions = operation.polling.actions if operation.polling is not None else None
    if actions is None:
        raise ValueError(f"the tasks of {operation.id} have no buttons")
    item = _button(actions, answer, button)
    arguments = {name: resolve(item, pointer) for name, pointer in actions.item.items()}
    arguments |= {name: resolve(answer, pointer) for name, pointer in actions.whole.items()}
    build = endpoint_function(actions.operation)
    call = build(**(arguments | dict(params)))
    mode = mode_of(started) if started is not None and "mode" not in params else None
    if mode is None or not call.operation.modes:
        return call
    return build(**(arguments | {"mode": mode} | dict(params)))


def _button(actions: FollowUpActions, answer: Any, button: Any) -> Any:
    buttons: list[Any] = found if is_array(found := resolve(answer, actions.each)) else []
    if not isinstance(button, str):
        if button in buttons:
            return button
    elif button:
        for key in actions.by:
            fitting = [each for each in buttons if resolve(each, (key,)) == button]
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                break  # two of one name: the caller has to say which
    names = [" ".join(repr(name) for key in actions.by if (name := resolve(each, (key,)))) for each in buttons]
    listed = "; ".join(names) or "none"
    raise ValueError(f"no button, or more than one, is {button!r}; there are: {listed}")
