"""The description of how to poll a task, and how responses are read with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from ..http.json_pointer import resolve
from ..lazy import public

State: TypeAlias = Literal["running", "waiting", "succeeded", "failed"]
# It builds a call of an operation that may have a `PollingSpec` itself, so its type cannot be named here.
Build: TypeAlias = "str | Callable[..., Any]"
"""An endpoint function, or its name in the package's `operations`."""


class FollowUpActions(NamedTuple):
    """Actions on a finished task, offered as buttons in its result."""

    each: str  # pointer to the list of buttons
    by: tuple[str, ...]  # the keys of a button that name it, the first that fits
    operation: Build
    item: Mapping[str, str] = {}  # parameter of the operation → pointer into the button
    whole: Mapping[str, str] = {}  # parameter of the operation → pointer into the result


@public
class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a task at one poll.

    `status` is the server's own word and `state` its meaning; `progress` is in percent, None if the server reports
    none. `elapsed` is the time in seconds since polling began, `value` the whole result.
    """

    id: str
    state: State
    status: str | None
    progress: float | None
    elapsed: float
    value: Any

    @property
    def done(self) -> bool:
        """True if the task has succeeded or failed."""
        return self.state in ("succeeded", "failed")


class PollingSpec(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The polling of a task. JSON pointers go into the result of the submit (`id`) or of a poll (all others).

    `fetch` builds the call of a poll, `parameter` its argument for the id. `status` is a pointer, or "http"
    for the HTTP status; `states` maps its values, whatever their case, to states; any other means "still running".
    `accepted` are the values of a submit that started a task, `refused` those of one that surely did not.
    `interval` is the default and the minimum number of seconds between polls. `expect_unknown`: some failed tasks
    report for ever that they are running. `waiting` describes the input that a waiting task needs from the caller; for
    `grace` seconds after the submit, a task that still seems to wait is running.
    """

    id: str
    fetch: Build
    parameter: str
    status: str
    states: Mapping[Any, State]
    accepted: dict[str, tuple[Any, ...]] = {}
    refused: dict[str, tuple[Any, ...]] = {}
    failure: str | None = None
    progress: str | None = None
    interval: tuple[float, float] = (3.0, 1.0)
    timeout: float = 600.0
    expect_unknown: bool = False
    waiting: str | None = None
    grace: float = 0.0
    actions: FollowUpActions | None = None

    def id_in(self, result: Any) -> str | None:
        """The id of the task in the result of the submit, None if there is none."""
        return _text(resolve(result, self.id)) or None

    def read(self, id: str, status: int, result: Any, elapsed: float) -> tuple[Progress, bool]:
        """The progress in the result of a poll, and whether its status is described."""
        word = str(status) if self.status == "http" else _text(resolve(result, self.status))
        state = None if word is None else self._states.get(word.casefold())
        done = 100.0 if state == "succeeded" else None
        percent = done if self.progress is None else _percent(resolve(result, self.progress), done)
        update = Progress(
            id=id,
            state=state if state is not None else "running",
            status=word,
            progress=percent,
            elapsed=elapsed,
            value=result,
        )
        return update, state is not None

    @cached_property
    def _states(self) -> dict[str, State]:
        return {str(value).casefold(): state for value, state in self.states.items()}

    def reason(self, result: Any) -> str:
        """The server's reason for a failure; empty if there is none."""
        return "" if self.failure is None else _text(resolve(result, self.failure)) or ""


def _text(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return str(value)


def _percent(value: Any, default: float | None) -> float | None:
    """`"35%"`, `"35"`, 35 or 35.0 as 35.0."""
    try:
        percent = float(value.strip().rstrip("%") if isinstance(value, str) else value)
    except (TypeError, ValueError):
        return default
    return percent if 0 <= percent <= 100 else default
