"""Tasks under way: each look at one moves it on by a recorded state."""

from __future__ import annotations

import random
import re
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

_KEPT = 10_000  # tasks; a gateway that serves for days must not keep them all


@dataclass(slots=True)
class Task:
    """A task that was started. `states` are passed one by one, the last one stays; `facts` are its kind's own."""

    id: str
    kind: str
    states: tuple[str, ...]
    facts: dict[str, Any] = field(default_factory=dict[str, Any])
    looks: int = 0


class Tasks:
    """All tasks of one gateway. Safe to use from several threads.

    `polls` is the number of looks after which a task is at its end; None: one look for each of its states.
    """

    def __init__(self, polls: int | None = None) -> None:
        self.polls = polls
        self._lock = threading.Lock()
        self._tasks: OrderedDict[str, Task] = OrderedDict()

    def start(self, task: Task) -> None:
        """Begin a task, or begin it anew with other states."""
        with self._lock:
            self._tasks[task.id] = task
            if len(self._tasks) > _KEPT:
                self._tasks.popitem(last=False)

    def find(self, id: str, kind: str) -> Task | None:
        """The task of this id and kind."""
        task = self._tasks.get(id)
        return task if task and task.kind == kind else None

    def look(self, task: Task) -> str:
        """The state that this look shows; the next look shows the next one."""
        with self._lock:
            task.looks += 1
        return self.state(task)

    def state(self, task: Task) -> str:
        """The state that the last look has shown, the first one before any look."""
        last, passed = len(task.states) - 1, max(task.looks - 1, 0)
        if self.polls is None:
            return task.states[min(passed, last)]
        if task.looks >= self.polls:
            return task.states[last]
        # The first state is short, as on the wire; those between share the rest.
        between = 1 + (passed - 1) * (last - 1) // max(self.polls - 2, 1)
        return task.states[min(between, max(last - 1, 0)) if passed else 0]

    def share(self, task: Task) -> int | None:
        """How much of the way is done, in percent; None where only the states tell."""
        return None if self.polls is None else min(100, 100 * task.looks // max(self.polls, 1))


def fresh(like: str) -> str:
    """An id of the same form that no task has: digits for digits, hexadecimal ones for hexadecimal ones."""
    return "-".join(_fresh(part) for part in like.split("-"))


def _fresh(part: str) -> str:
    if not part.isdigit():
        return re.sub(r"[0-9a-f]", lambda _: random.choice("0123456789abcdef"), part)
    kept = part[:4]  # it begins with a time or a vendor's number, and never with a zero
    return kept + "".join(random.choice("0123456789") for _ in part[4:])
