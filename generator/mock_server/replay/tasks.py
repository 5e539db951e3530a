"""Tasks under way: each fetch moves one on by a recorded state."""

from __future__ import annotations

import random
import re
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from .series import Stage, Start

_KEPT = 10_000  # tasks; a mock server that runs for days must not keep them all


@dataclass(slots=True)
class Task:
    """A task that was started. Its stages are passed one by one, the last one stays.

    `arguments` are those of the request that started it, `before` is its document before it was started anew.
    """

    id: str
    fetch: str
    stages: tuple[Stage, ...]
    start: Start
    arguments: dict[str, Any] = field(default_factory=dict[str, Any])
    before: dict[str, Any] = field(default_factory=dict[str, Any])
    fetched: int = 0


class Tasks:
    """All tasks of one mock server. Safe to use from several threads.

    `polls` is the number of fetches after which a task is at its end; None: one fetch for each of its stages.
    """

    def __init__(self, polls: int | None = None) -> None:
        self._polls = polls
        self._lock = threading.Lock()
        self._tasks: OrderedDict[str, Task] = OrderedDict()

    def start(self, task: Task) -> None:
        """Begin a task, or begin it anew with other stages."""
        with self._lock:
            self._tasks[task.id] = task
            if len(self._tasks) > _KEPT:
                self._tasks.popitem(last=False)

    def find(self, id: object, fetch: str | None = None) -> Task | None:
        """The task of this id, if it is fetched by this operation."""
        task = self._tasks.get(str(id))
        return task if task and fetch in (None, task.fetch) else None

    def new_id(self, like: str) -> str:
        """An id of the same form that no task has; the same one again when there is no other."""
        ids = (new_id(like) for _ in range(100))
        return next((id for id in ids if id != like and id not in self._tasks), like)

    def advance(self, task: Task) -> Stage:
        """The stage that this fetch shows; the next fetch shows the next one."""
        with self._lock:
            task.fetched += 1
        return self.stage(task)

    def stage(self, task: Task) -> Stage:
        """The stage that the last fetch has shown, the first one before any fetch."""
        last, passed = len(task.stages) - 1, max(task.fetched - 1, 0)
        if self._polls is None:
            return task.stages[min(passed, last)]
        if task.fetched >= self._polls:
            return task.stages[last]
        # The first stage is short, as on the wire; those between share the rest.
        between = 1 + (passed - 1) * (last - 1) // max(self._polls - 2, 1)
        return task.stages[min(between, max(last - 1, 0)) if passed else 0]

    def progress(self, task: Task) -> int | None:
        """How much of the way is done, in percent; None where only the stages say so, or before the second one."""
        if self._polls is None or task.fetched < 2 or task.fetched >= self._polls:
            return None
        return 100 * task.fetched // self._polls


def new_id(like: str) -> str:
    """A random id of the same form: digits for digits, hexadecimal ones for hexadecimal ones."""
    return "-".join(_new_part(part) for part in like.split("-"))


def _new_part(part: str) -> str:
    if part.isalpha():
        return part
    if not part.isdigit():
        return re.sub(r"[0-9a-f]", lambda _: random.choice("0123456789abcdef"), part)
    kept = part[: 4 if len(part) > 6 else 1]  # it begins with a time or a vendor's number, and never with a zero
    return kept + "".join(random.choice("0123456789") for _ in part[len(kept) :])
