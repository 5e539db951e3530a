"""Running tasks: started under new ids, moved on by each fetch, described by recorded documents."""

from __future__ import annotations

import json
import random
import re
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from ...spec.pointer import mapping, sequence, split, string
from ..replay.endpoints import Endpoint, Endpoints, Route
from ..replay.fixtures import Fixture, Request, Response
from ..replay.index import FixtureIndex
from ..replay.series import Poll, SeriesIndex, Stage, Start, started_id
from ..replay.traits import fields_of
from .synthetic import as_go_writes

_KEPT = 10_000  # tasks; a mock server that runs for days must not keep them all

# A field of a task that repeats one of the latest request under another name, which no recording shows.
_REPEATED = {"promptEn": "prompt"}


@dataclass(slots=True)
class Task:
    """A task that was started. `arguments` are those of the request, `before` is its document before a restart."""

    id: str
    stages: list[Stage]
    start: Start
    arguments: dict[str, Any]
    before: dict[str, Any]
    polls: int  # the fetches until its end
    fetched: int = 0

    @property
    def stage(self) -> Stage:
        """The stage of the last fetch, the first one before any fetch."""
        last, passed = len(self.stages) - 1, max(self.fetched - 1, 0)
        if self.fetched >= self.polls:
            return self.stages[last]
        # The first stage is short, as on the wire; those between share the rest.
        return self.stages[min(-(-passed * last // (self.polls - 1)), max(last - 1, 0))]


class Tasks:
    """The tasks of one mock server, recorded ones and running ones. Safe to use from several threads.

    `polls` is the number of fetches after which a task is at its end; None: one fetch for each of its stages.
    """

    def __init__(self, index: FixtureIndex, endpoints: Endpoints, polls: int | None = None) -> None:
        self._index = index
        self._polls = polls
        self._series = SeriesIndex(index, endpoints)
        self._lock = threading.Lock()
        self._running: OrderedDict[str, Task] = OrderedDict()
        self.references = lru_cache(maxsize=None)(self._references)
        self._changing = lru_cache(maxsize=None)(self._changing_fields)
        self.starts_of = {endpoint.fetch: endpoint for endpoint in endpoints.all if endpoint.task}

    def begin(self, route: Route, request: Request, fixture: Fixture, triggers: frozenset[str]) -> Response:
        """The response of a recorded start under an id of its own; a task that is continued keeps the one it has."""
        endpoint = route.endpoint
        recorded = started_id(endpoint, fixture)
        if recorded is None:
            return fixture.response
        start, arguments = Start(fixture, endpoint, recorded), fields_of(route, request)
        continued = next((name for name, one in self._arguments(start).items() if one == recorded), None)
        id = str(arguments.get(continued)) if continued else self.new_id(recorded)
        # On the wire an id is lost when media is asked for where only an id can come.
        lost = endpoint.accept_decides and request.header("accept") not in (None, "application/json")
        if not lost and (stages := self._series.stages(start, triggers)):
            before = self.document(id) if continued else {}
            task = Task(id, stages, start, arguments, before, self._polls or len(stages))
            with self._lock:
                self._running[id] = task
                if len(self._running) > _KEPT:
                    self._running.popitem(last=False)
        return fixture.response.replacing(recorded.encode(), id.encode())

    def fetch(self, route: Route, request: Request) -> tuple[str, Response] | None:
        """The next state of a task, and the name of its fixture; None when no such task runs."""
        operation = route.endpoint.found.id
        start = self.starts_of.get(operation)
        task = self._running.get(str(fields_of(route, request).get(start.fetch_parameter))) if start else None
        if task is None or task.start.endpoint.fetch != operation:
            return None
        with self._lock:
            task.fetched += 1
            task = replace(task)  # as it is at this fetch, whatever other threads fetch meanwhile
        stage = task.stage
        poll = _by_accept(stage, request) if route.endpoint.accept_decides else stage.polls[0]
        response = poll.fixture.response
        if poll.state != "error":
            document = self._document(task)
            same = response.replacing(poll.id.encode(), task.id.encode())
            response = response.with_body(as_go_writes(document)) if document else same
        return poll.fixture.name, response

    def standing(self, id: object) -> Literal["unknown", "unfinished", "finished"]:
        """Return the progress of a running or recorded task."""
        task = self._running.get(str(id))
        polls = task.stage.polls[:1] if task else self._series.of(id)
        if any(poll.state == "succeeded" for poll in polls):
            return "finished"
        return "unfinished" if polls or str(id) in self._series.starts else "unknown"

    def kind(self, id: object) -> str:
        """Return the operation that started a task, empty if it is unknown."""
        task = self._running.get(str(id))
        start = task.start if task else self._series.starts.get(str(id))
        return start.endpoint.found.id if start else ""

    def document(self, id: object) -> dict[str, Any]:
        """A task as it is now, without a fetch of it; empty when nobody knows it."""
        if task := self._running.get(str(id)):
            return self._document(task)
        polls = sorted(self._series.of(id), key=lambda poll: poll.state == "succeeded")
        return _read(polls[-1], polls[-1].id) if polls else {}

    def new_id(self, like: str) -> str:
        """An id of the same form that no task has; the same one again when there is no other."""
        ids = (new_id(like) for _ in range(100))
        return next((id for id in ids if id != like and id not in self._running), like)

    def _references(self, endpoint: Endpoint) -> frozenset[str]:
        """The arguments of an endpoint that name a task: by the spec, or because some recording does."""
        start = self.starts_of.get(endpoint.found.id)
        found = {start.fetch_parameter} if start else set[str]()
        for fixture in self._index.of(endpoint):
            arguments = self._arguments(Start(fixture, endpoint, "")).items()
            found |= {name for name, one in arguments if isinstance(one, str) and self.standing(one) != "unknown"}
        return frozenset(found)

    def _document(self, task: Task) -> dict[str, Any]:
        """The last stage's document with what was asked for in it, and the state of this stage over it."""
        spec, stage = task.start.endpoint.task, task.stage
        last, poll = task.stages[-1].polls[0], stage.polls[0]
        whole, now = _read(last, task.id), _read(poll, task.id)
        if not whole or string(spec.get("status")) == "http":
            return {}
        changing = self._changing(task.start.endpoint.fetch)
        own = {name: self._own_value(task, last, name, one) for name, one in whole.items() if name not in changing}
        whole = _renamed(whole, own, whole) | _renamed(now, own, now) | own
        if stage.status is not None:
            whole[_field(spec, "status")] = stage.status
        if self._polls and 2 <= task.fetched < task.polls and _field(spec, "progress") in whole:
            whole[_field(spec, "progress")] = f"{100 * task.fetched // task.polls}%"
        for name, source in _REPEATED.items() if task.before else ():
            if whole.get(name) and task.arguments.get(source):
                whole = _renamed(whole, {name: task.arguments[source]}, whole)
        return whole

    def _own_value(self, task: Task, poll: Poll, name: str, recorded: object) -> object:
        """The value of a field that does not change while a task runs, where a recorded task has `recorded`."""
        if not isinstance(recorded, str) or name in task.before:
            return task.before.get(name, recorded)
        start = self._series.starts.get(poll.id)
        arguments = self._arguments(start) if start else {}
        if isinstance(given := task.arguments.get(name), str) and arguments.get(name) in (recorded, None):
            return given
        shared = self.references(task.start.endpoint) & arguments.keys() & task.arguments.keys() if recorded else ()
        for reference in shared:  # what a task took over from the one that it builds on
            if self.document(arguments[reference]).get(name) == recorded:
                return self.document(task.arguments[reference]).get(name, recorded)
        return recorded

    def _changing_fields(self, fetch: str) -> set[str]:
        """The fields that change while a task runs: those of the spec, and those seen to."""
        changing = {_field(self.starts_of[fetch].task, name) for name in ("status", "progress", "failure")}
        seen: dict[tuple[str, str], object] = {}
        for poll in self._series.polls.get(fetch, ()):
            for name, value in _read(poll, poll.id).items():
                changing |= {name} if seen.setdefault((poll.id, name), value) != value else set()
        return changing

    def _arguments(self, start: Start) -> dict[str, Any]:
        request = start.fixture.request
        return fields_of(self._index.route(request) or Route(start.endpoint, {}), request)


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


def _by_accept(stage: Stage, request: Request) -> Poll:
    fitting = [poll for poll in stage.polls if poll.fixture.request.header("accept") == request.header("accept")]
    return next((poll for poll in (*fitting, *stage.polls) if poll in fitting or poll.state == "error"), stage.polls[0])


def _read(poll: Poll, id: str) -> dict[str, Any]:
    """The document of a poll, under another id; empty when it is none."""
    try:
        return mapping(json.loads(poll.fixture.response.body.replace(poll.id.encode(), id.encode())))
    except ValueError:
        return {}


def _renamed(document: dict[str, Any], own: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """A document with own values wherever it repeats the text of the field that has one."""
    names = {old[name]: value for name, value in own.items() if isinstance(old.get(name), str) and old[name]}

    def renamed(value: Any) -> Any:
        if members := mapping(value):
            return {name: renamed(one) for name, one in members.items()}
        if items := sequence(value):
            return [renamed(one) for one in items]
        return names.get(value, value) if isinstance(value, str) else value

    return {name: renamed(value) for name, value in document.items()}


def _field(task: Mapping[str, Any], name: str) -> str:
    return next(iter(split(string(task.get(name)))), "")
