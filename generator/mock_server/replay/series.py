"""Series: the recorded responses to the fetches of a task, from its start to its end."""

from __future__ import annotations

import json
import re
from typing import Any, Literal, NamedTuple, cast

from ...spec.pointer import at, mapping, sequence, split, string
from ..simulate.auth import is_accepted
from .endpoints import Endpoint, Endpoints
from .fixtures import ERAS, Fixture
from .index import FixtureIndex
from .traits import fields_of

State = Literal["running", "waiting", "succeeded", "failed", "error"]

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ENDLESS = {"stuck", "pending"}  # triggers of tasks that never end

# The statuses of a vendor for whom no success was recorded.
_UNRECORDED = {"luma": ("unknown", "processing", "scucceed")}


class Poll(NamedTuple):
    """A recorded response to the fetch of a task."""

    fixture: Fixture
    id: str
    state: State
    status: object


class Stage(NamedTuple):
    """The response of one fetch: a poll for each value of Accept. `status` replaces the recorded one."""

    polls: tuple[Poll, ...]
    status: object = None


class Start(NamedTuple):
    """A recorded response that started a task, and the id in it."""

    fixture: Fixture
    endpoint: Endpoint
    id: str


class SeriesIndex:
    """The recorded starts and polls of all tasks, joined by the task's id."""

    def __init__(self, index: FixtureIndex, endpoints: Endpoints) -> None:
        self._index = index
        self.starts: dict[str, Start] = {}
        self.polls: dict[str, list[Poll]] = {}  # by the operation that fetches
        tasks = [endpoint for endpoint in endpoints.all if endpoint.task]
        for endpoint in tasks:
            for fixture in index.of(endpoint):
                if fixture.era == ERAS[0] and (id := started_id(endpoint, fixture)):
                    self.starts.setdefault(id, Start(fixture, endpoint, id))
        for endpoint in tasks:
            if endpoint.fetch not in self.polls and (fetch := endpoints.of(endpoint.fetch)):
                polls = [poll for fixture in index.of(fetch) if (poll := self._poll(endpoint, fetch, fixture))]
                known = {poll.id for poll in polls if poll.state != "error"} | self.starts.keys()
                # A task that waited for its caller and went on ends where it succeeded.
                polls.sort(key=lambda poll: (poll.state == "waiting", poll.fixture.case))
                self.polls[endpoint.fetch] = [poll for poll in polls if poll.id in known]

    def of(self, id: object) -> list[Poll]:
        """The polls of one task."""
        return [poll for polls in self.polls.values() for poll in polls if poll.id == str(id)]

    def stages(self, start: Start, triggers: frozenset[str]) -> list[Stage]:
        """The stages of a task like this one, one for each fetch; the last one stays."""
        polls = self._ranked(start)
        own = [poll for poll in polls if poll.id == polls[0].id]
        end = self._end(start, polls, triggers)
        running = [poll for poll in own if poll.state == "running" and poll is not end]
        words = [*sequence(mapping(start.endpoint.task.get("states")).get("running"))]
        for poll in (poll for poll in polls if poll.state == "running" and not self._fails(poll)):
            if poll.status not in (statuses := [one.status for one in running]):
                first = not running or words.index(poll.status) < words.index(statuses[0])
                running.insert(0 if first else len(running), poll)
        if end is None:
            return [Stage((poll,)) for poll in running]
        if end.state in ("waiting", "error"):
            running = running[: end.state == "waiting"]
        wanted = next((n for n, word in enumerate(_ORDINALS) if word in end.fixture.case.split("-")), 0)
        running += running[-1:] * (wanted - len(running))
        if end.state == "succeeded" and not triggers and (named := _UNRECORDED.get(_variant(start.fixture))):
            shown = running[0], running[0], end
            return [Stage((poll,), status) for poll, status in zip(shown, named, strict=True)]
        return [*(Stage((poll,)) for poll in running), Stage(_alternatives(end, polls))]

    def _poll(self, start: Endpoint, fetch: Endpoint, fixture: Fixture) -> Poll | None:
        route = self._index.route(fixture.request, fetch)
        id = route and fields_of(route, fixture.request).get(start.fetch_parameter)
        if fixture.era != ERAS[0] or not id or not is_accepted(fixture.request):
            return None
        pointer = string(start.task.get("status"))
        status = fixture.response.status if pointer == "http" else pointed(fixture, pointer)
        states = mapping(start.task.get("states")).items()
        state = next((state for state, statuses in states if status in sequence(statuses)), "error")
        return Poll(fixture, str(id), cast("State", state), status)

    def _ranked(self, start: Start) -> list[Poll]:
        """The polls of the same variant, those of the task that is most like this one first."""
        polls = self.polls[start.endpoint.fetch]
        if len(start.endpoint.operations) > 1:  # the first word of a case names the variant
            variant = {poll.id for poll in polls if _variant(poll.fixture) == _variant(start.fixture)}
            polls = [poll for poll in polls if poll.id in variant] or polls
        by_id: dict[str, list[Poll]] = {}
        for poll in polls:
            by_id.setdefault(poll.id, []).append(poll)
        words = _words(start.fixture.operation) | _words(start.fixture.case)

        def order(polls: list[Poll]) -> tuple[object, ...]:
            shared = words & set[str]().union(*(_words(poll.fixture.case) for poll in polls))
            other = self.starts.get(polls[0].id)
            differs = other is not None and _shape(other.fixture) != _shape(start.fixture)
            ended = any(poll.state in ("succeeded", "waiting") for poll in polls)
            return polls[0].id != start.id, differs, not ended, -len(shared), -len(polls), polls[0].id

        return [poll for polls in sorted(by_id.values(), key=order) for poll in polls]

    def _end(self, start: Start, ranked: list[Poll], triggers: frozenset[str]) -> Poll | None:
        """The poll at the end of a task; None for one that never ends."""
        if triggers & _ENDLESS:
            return None
        pool = [*ranked, *self.polls[start.endpoint.fetch]]
        own = [poll for poll in pool if poll.id == start.id]
        if codes := {word.removeprefix("result") for word in triggers if word.startswith("result")}:
            return next(
                (one for one in pool if one.state == "error" and str(one.fixture.response.status) in codes), None
            )
        if "fail" in triggers:
            if own and own[-1].state != "succeeded":
                return own[-1]
            return next((poll for poll in pool if poll.state == "failed"), None)
        return next((poll for poll in pool if poll.state in ("succeeded", "waiting")), None)

    def _fails(self, poll: Poll) -> bool:
        start = self.starts.get(poll.id)
        return start is not None and b"TRIGGER:fail" in start.fixture.request.body


def started_id(endpoint: Endpoint, fixture: Fixture) -> str | None:
    """The id of the task that a response started; None if it started none."""
    found = pointed(fixture, string(endpoint.task.get("id"))) if fixture.response.status == 200 else None
    return str(found) if isinstance(found, str | int) and found else None


def pointed(fixture: Fixture, pointer: str) -> Any:
    """The value of a response's JSON at a pointer; None where there is none."""
    try:
        return at(json.loads(fixture.response.body), split(pointer))
    except (ValueError, KeyError):
        return None


def _alternatives(end: Poll, polls: list[Poll]) -> tuple[Poll, ...]:
    """The poll at the end, and those with other values of Accept."""
    same = [poll for poll in polls if (poll.state, poll.status) == (end.state, end.status)]
    accepted = {poll.fixture.request.header("accept") for poll in same}
    if len(accepted) < 2:
        return (end,)
    odd = [poll for poll in polls if poll.state == "error" and poll.fixture.request.header("accept") not in accepted]
    return (end, *same, *odd)


def _variant(fixture: Fixture) -> str:
    return fixture.case.partition("-")[0]


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)} - {"success", "submit", "ready"}


def _shape(fixture: Fixture) -> object:
    """Equal for responses that say the same of different tasks: keys and numbers, not texts."""

    def bare(value: Any) -> Any:
        if members := mapping(value):
            return {name: bare(one) for name, one in members.items() if one is not None}
        return "text" if isinstance(value, str) else value

    return bare(json.loads(fixture.response.body))
