"""Tasks as a mock server plays them: started under new ids, moved on by each fetch, described by recorded documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple

from ...spec.pointer import mapping, sequence, split, string
from ..replay.endpoints import Endpoint, Endpoints, Route
from ..replay.fixtures import Fixture, Request, Response
from ..replay.index import FixtureIndex
from ..replay.series import Look, SeriesIndex, Stage, Start, fetch_operation, started_id
from ..replay.tasks import Task, Tasks
from ..replay.traits import fields_of
from .synthetic import as_go_writes

# A field of a task that repeats one of the latest request under another name, which no recording shows.
_REPEATED = {"promptEn": "prompt"}


class Played(NamedTuple):
    """A response, and the fixture that it is made from."""

    fixture: Fixture
    response: Response


class TaskSimulator:
    """The tasks of one mock server, those that were recorded and those that run."""

    def __init__(self, index: FixtureIndex, endpoints: Endpoints, polls: int | None) -> None:
        self._index = index
        self._endpoints = endpoints
        self._series = SeriesIndex(index, endpoints)
        self._tasks = Tasks(polls)
        self.references = lru_cache(maxsize=None)(self._references)
        self._document_of_recorded = lru_cache(maxsize=None)(self._recorded_document)
        self.starts_of = {fetch_operation(endpoint): endpoint for endpoint in endpoints.all if endpoint.task}

    def begin(self, route: Route, request: Request, fixture: Fixture, triggers: frozenset[str]) -> Played:
        """A recorded start under an id of its own; a task that is continued keeps the one that it has."""
        endpoint = route.endpoint
        recorded = started_id(endpoint, fixture)
        if recorded is None:
            return Played(fixture, fixture.response)
        arguments = fields_of(route, request)
        continued = next((name for name, one in self._arguments(endpoint, fixture).items() if one == recorded), None)
        id = str(arguments.get(continued)) if continued else self._tasks.new_id(recorded)
        response = fixture.response.replacing(recorded.encode(), id.encode())
        # On the wire an id is lost when media is asked for where only an id can come.
        lost = endpoint.accept_decides and request.header("accept") not in (None, "application/json")
        stages = () if lost else self._series.stages(Start(fixture, endpoint, recorded), triggers)
        if stages:
            before = self.document(id) if continued else None
            start = Start(fixture, endpoint, recorded)
            self._tasks.start(Task(id, fetch_operation(endpoint), stages, start, arguments, before or {}))
        return Played(fixture, response)

    def fetch(self, route: Route, request: Request) -> Played | None:
        """The next state of a task; None when no such task runs."""
        operation = route.endpoint.found.id
        start = self.starts_of[operation]
        id = fields_of(route, request).get(string(mapping(start.task.get("fetch")).get("parameter")))
        if (task := self._tasks.find(id, operation)) is None:
            return None
        stage = self._tasks.advance(task)
        look = _by_accept(stage, request) if route.endpoint.accept_decides else stage.looks[0]
        response = look.fixture.response
        if look.state == "error":
            return Played(look.fixture, response)
        document = self._document(task, stage)
        if document is None:
            return Played(look.fixture, response.replacing(look.id.encode(), task.id.encode()))
        return Played(look.fixture, response.with_body(as_go_writes(document)))

    def standing(self, id: object) -> Literal["unknown", "unfinished", "finished"]:
        """How far a task is that runs or was recorded."""
        if task := self._tasks.find(id):
            return "finished" if self._tasks.stage(task).state == "succeeded" else "unfinished"
        looks = [look for fetch in self.starts_of for look in self._series.looks(fetch, str(id))]
        if any(look.state == "succeeded" for look in looks):
            return "finished"
        return "unfinished" if looks or str(id) in self._series.starts else "unknown"

    def kind(self, id: object) -> str:
        """The operation that started a task; empty when nobody knows it."""
        task = self._tasks.find(id)
        start = task.start if task else self._series.starts.get(str(id))
        return start.endpoint.found.id if start else ""

    def document(self, id: str) -> dict[str, Any] | None:
        """A task as it is now, without a fetch of it; None when nobody knows it."""
        if task := self._tasks.find(id):
            return self._document(task, self._tasks.stage(task))
        return self._document_of_recorded(id)

    def _references(self, endpoint: Endpoint) -> frozenset[str]:
        """The arguments of an endpoint that name a task: by the spec, or because some recording does."""
        start = self.starts_of.get(endpoint.found.id)
        found = {string(mapping(start.task.get("fetch")).get("parameter"))} if start else set[str]()
        for fixture in self._index.of(endpoint):
            arguments = self._arguments(endpoint, fixture).items()
            found |= {name for name, one in arguments if isinstance(one, str) and self.standing(one) != "unknown"}
        return frozenset(found)

    def _document(self, task: Task, stage: Stage) -> dict[str, Any] | None:
        """The last stage's document with what was asked for in it, and this stage's state over it."""
        start = self.starts_of[task.fetch]
        last, look = task.stages[-1].looks[0], stage.looks[0]
        whole = _read(last, task.id)
        if whole is None or string(start.task.get("status")) == "http":
            return None
        changing = self._changing[task.fetch]
        own = {name: self._own_value(task, last, name, one) for name, one in whole.items() if name not in changing}
        whole = {name: own.get(name, _renamed(one, _pairs(whole, own))) for name, one in whole.items()}
        if look is not last and (other := _read(look, task.id)) is not None:
            whole |= {name: _renamed(one, _pairs(other, own)) for name, one in other.items() if name not in own}
        return self._finished(task, stage, whole)

    def _finished(self, task: Task, stage: Stage, document: dict[str, Any]) -> dict[str, Any]:
        spec = self.starts_of[task.fetch].task
        if stage.status is not None:
            document[_top(spec, "status")] = stage.status
        if (percent := self._tasks.progress(task)) is not None and _top(spec, "progress") in document:
            document[_top(spec, "progress")] = f"{percent}%"
        for name, source in _REPEATED.items() if task.before else ():
            if document.get(name) and task.arguments.get(source):
                document = _renamed(document, {document[name]: task.arguments[source]})
        return document

    def _own_value(self, task: Task, look: Look, name: str, recorded: object) -> object:
        """The value of a field that does not change while a task runs, where a recorded task has `recorded`."""
        if not isinstance(recorded, str) or name in task.before:
            return task.before.get(name, recorded)
        start = self._series.starts.get(look.id)
        arguments = self._arguments(start.endpoint, start.fixture) if start else {}
        if isinstance(given := task.arguments.get(name), str) and arguments.get(name) in (recorded, None):
            return given
        shared = self.references(task.start.endpoint) & arguments.keys() & task.arguments.keys() if recorded else ()
        for reference in shared:  # what a task took over from the one that it builds on
            if (self.document(str(arguments[reference])) or {}).get(name) == recorded:
                return (self.document(str(task.arguments[reference])) or {}).get(name, recorded)
        return recorded

    @cached_property
    def _changing(self) -> dict[str, set[str]]:
        """For each fetch operation the fields that change while a task runs: those of the spec, and those seen to."""
        found: dict[str, set[str]] = {}
        for fetch, start in self.starts_of.items():
            changing = found.setdefault(fetch, {_top(start.task, name) for name in ("status", "progress", "failure")})
            looks = self._series.looks(fetch)
            for one in looks:
                for other in (look for look in looks if look.id == one.id):
                    first, second = _read(one, one.id) or {}, _read(other, one.id) or {}
                    changing |= {name for name in first.keys() & second.keys() if first[name] != second[name]}
        return found

    def _arguments(self, endpoint: Endpoint, fixture: Fixture) -> dict[str, Any]:
        return fields_of(self._index.route(fixture.request) or Route(endpoint, {}), fixture.request)

    def _recorded_document(self, id: str) -> dict[str, Any] | None:
        looks = [look for fetch in self.starts_of for look in self._series.looks(fetch, id)]
        looks.sort(key=lambda look: look.state == "succeeded")
        return _read(looks[-1], id) if looks else None


def _by_accept(stage: Stage, request: Request) -> Look:
    wanted = request.header("accept")
    for look in stage.looks:
        if look.fixture.request.header("accept") == wanted:
            return look
    return next((look for look in stage.looks if look.state == "error"), stage.looks[0])


def _read(look: Look, id: str) -> dict[str, Any] | None:
    """The document of a look, under another id; None when it is none."""
    try:
        return mapping(json.loads(look.fixture.response.body.replace(look.id.encode(), id.encode()))) or None
    except ValueError:
        return None


def _renamed(value: Any, names: Mapping[Any, Any]) -> Any:
    """The value with other texts wherever it holds one of the names."""
    if members := mapping(value):
        return {name: _renamed(one, names) for name, one in members.items()}
    if items := sequence(value):
        return [_renamed(one, names) for one in items]
    return names.get(value, value) if isinstance(value, str) and value else value


def _pairs(recorded: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    return {one: own[name] for name, one in recorded.items() if name in own and isinstance(one, str) and one}


def _top(task: Mapping[str, Any], name: str) -> str:
    return next(iter(split(string(task.get(name)))), "")
