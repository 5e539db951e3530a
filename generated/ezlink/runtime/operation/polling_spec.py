"""How an operation's task runs, as its description says: plain data, and what can be read off an answer with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from ..http.json_pointer import resolve
from ..lazy import public

State: TypeAlias = Literal["running", "waiting", "succeeded", "failed"]
# What it builds is a call, of an operation that holds a plan like this one: only whoever calls it can say so.
Build: TypeAlias = "str | Callable[..., Any]"
"""An endpoint function, or its name in the package's `operations`."""


class FollowUpActions(NamedTuple):
    """What can be done next with a finished task, by buttons that its answer holds."""

    each: str  # pointer to the list of buttons
    by: tuple[str, ...]  # the keys of a button that name it, the first that fits
    operation: Build
    item: Mapping[str, str] = {}  # a parameter of the operation: where in the button its value is
    whole: Mapping[str, str] = {}  # a parameter of the operation: where in the task's answer its value is


@public
class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """One look at a task.

    `status` is the server's own word and `state` what it means; `progress` is in percent, None where the server gives
    none. `elapsed` is seconds since this object began to watch, `value` the whole answer.
    """

    id: str
    state: State
    status: str | None
    progress: float | None
    elapsed: float
    value: Any

    @property
    def done(self) -> bool:
        """Whether the task has ended, well or not."""
        return self.state in ("succeeded", "failed")


class PollingSpec(msgspec.Struct, frozen=True, kw_only=True):
    """How to follow a task: pointers go into the answer to the submit (`id`), or to the fetch (all others).

    `fetch` builds the call that looks at a task, `parameter` its argument for the id. `status` is a pointer, or "http"
    for the HTTP status; `states` says what its words mean, and a word that is not there means "still running".
    `interval` is the usual number of seconds between looks, and the least. `expect_unknown`: some tasks that have
    failed say for ever that they run. `waiting` says what a task waits for that waits for the caller.
    """

    id: str
    fetch: Build
    parameter: str
    status: str
    states: Mapping[Any, State]
    accepted: dict[str, tuple[Any, ...]] = {}
    failure: str | None = None
    progress: str | None = None
    interval: tuple[float, float] = (3.0, 1.0)
    timeout: float = 600.0
    expect_unknown: bool = False
    waiting: str | None = None
    actions: FollowUpActions | None = None

    def id_in(self, answer: Any) -> str | None:
        """The id of the task that an answer to the submit tells, if it tells one."""
        return _text(resolve(answer, self.id)) or None

    def read(self, id: str, status: int, answer: Any, elapsed: float) -> tuple[Progress, bool]:
        """What an answer to the fetch says of a task, and whether its status is one that is described."""
        word = str(status) if self.status == "http" else _text(resolve(answer, self.status))
        state = self.states.get(status) if self.status == "http" else None
        state = self.states.get(word) if state is None else state
        done = 100.0 if state == "succeeded" else None
        percent = done if self.progress is None else _percent(resolve(answer, self.progress), done)
        update = Progress(
            id=id,
            state=state if state is not None else "running",
            status=word,
            progress=percent,
            elapsed=elapsed,
            value=answer,
        )
        return update, state is not None

    def reason(self, answer: Any) -> str:
        """Why a task failed, in the server's words; empty where it gives none."""
        return "" if self.failure is None else _text(resolve(answer, self.failure)) or ""


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
