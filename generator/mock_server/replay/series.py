"""Series: what the recordings show of a task from its start to its end, state by state."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, cast

from ...spec.pointer import at, mapping, sequence, split, string
from ..simulate.auth import standing
from .endpoints import Endpoint, Endpoints
from .fixtures import ERAS, Fixture
from .index import FixtureIndex
from .traits import fields_of

State = Literal["running", "waiting", "succeeded", "failed", "error"]

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ENDLESS = {"stuck", "pending"}  # triggers of tasks that never end

# The states of a vendor for whom no success was recorded, in its own words.
_UNRECORDED = {"luma": ("unknown", "processing", "scucceed")}


class Look(NamedTuple):
    """A recorded response to the fetch of a task."""

    fixture: Fixture
    id: str
    state: State
    status: object


class Stage(NamedTuple):
    """What a task shows at one fetch: a look for each value of Accept. `status` replaces the recorded one."""

    looks: tuple[Look, ...]
    status: object = None

    @property
    def state(self) -> State:
        """The state of the task."""
        return self.looks[0].state


class Start(NamedTuple):
    """A recorded response that started a task, and the id in it."""

    fixture: Fixture
    endpoint: Endpoint
    id: str


class SeriesIndex:
    """The recorded starts and looks of all tasks, joined by the task's id."""

    def __init__(self, index: FixtureIndex, endpoints: Endpoints) -> None:
        self._index = index
        tasks = [endpoint for endpoint in endpoints.all if endpoint.task]
        self.starts: dict[str, Start] = {}
        for endpoint in tasks:
            for fixture in index.of(endpoint):
                if fixture.era == ERAS[0] and (id := started_id(endpoint, fixture)):
                    self.starts.setdefault(id, Start(fixture, endpoint, id))
        self._looks: dict[str, list[Look]] = {}
        for endpoint in tasks:
            operation = fetch_operation(endpoint)
            if operation not in self._looks and (fetch := endpoints.of(operation)):
                looks = list(filter(None, (self._look(endpoint, fetch, fixture) for fixture in index.of(fetch))))
                known = {look.id for look in looks if look.state != "error"} | self.starts.keys()
                looks = [look for look in looks if look.id in known]
                # A task that waited for its caller and went on ends where it succeeded.
                self._looks[operation] = sorted(looks, key=lambda look: (look.state == "waiting", look.fixture.case))

    def looks(self, fetch: str, id: str | None = None) -> list[Look]:
        """The looks of one fetch operation, at one task or at all, by case."""
        return [look for look in self._looks.get(fetch, ()) if id is None or look.id == id]

    def stages(self, start: Start, triggers: frozenset[str]) -> tuple[Stage, ...]:
        """What a task like this one shows, one fetch after the other; the last stage stays."""
        fetch = fetch_operation(start.endpoint)
        family = self._family(start, self.looks(fetch))
        own = self.looks(fetch, start.id) or self._like(start, family)
        end = self._end(start, own, family, triggers)
        running = [look for look in own if look.state == "running" and look is not end]
        for look in (one for one in family if one.state == "running" and not self._fails(one)):
            if look.status not in [one.status for one in running]:
                first = not running or _order(start, look) < _order(start, running[0])
                running.insert(0 if first else len(running), look)
        if end is None:
            return tuple(Stage((look,)) for look in running)
        if end.state in ("waiting", "error"):
            running = running[:1] if end.state == "waiting" else []
        wanted = next((n for n, word in enumerate(_ORDINALS) if word in end.fixture.case.split("-")), 0)
        running += running[-1:] * (wanted - len(running))
        stages = [*(Stage((look,)) for look in running), Stage(self._alternatives(end, own, family))]
        return _in_own_words(start, stages, triggers)

    def _look(self, start: Endpoint, fetch: Endpoint, fixture: Fixture) -> Look | None:
        route = self._index.route(fixture.request, fetch)
        id = route and fields_of(route, fixture.request).get(string(mapping(start.task.get("fetch")).get("parameter")))
        if fixture.era != ERAS[0] or not id or standing(fixture.request) not in ("good", "ordinary"):
            return None
        status = status_of(start, fixture)
        states = mapping(start.task.get("states")).items()
        state = next((state for state, statuses in states if status in sequence(statuses)), "error")
        return Look(fixture, str(id), cast("State", state), status)

    def _family(self, start: Start, looks: list[Look]) -> list[Look]:
        """The looks at tasks of the same variant, whose cases begin with the same word; all without variants."""
        word = start.fixture.case.partition("-")[0]
        named = {look.id for look in looks if look.fixture.case.startswith(f"{word}-")}
        variants = len(start.endpoint.operations) > 1 and named
        return [look for look in looks if look.id in named] if variants else looks

    def _fails(self, look: Look) -> bool:
        start = self.starts.get(look.id)
        return start is not None and b"TRIGGER:fail" in start.fixture.request.body

    def _like(self, start: Start, family: list[Look]) -> list[Look]:
        """The looks at the task that is most like this one."""
        found: dict[str, list[Look]] = {}
        for look in family:
            found.setdefault(look.id, []).append(look)
        words = _words(start.fixture.operation) | _words(start.fixture.case)

        def likeness(id: str) -> tuple[object, ...]:
            names = set[str]().union(*(_words(look.fixture.case) for look in found[id]))
            ended = any(look.state in ("succeeded", "waiting") for look in found[id])
            return self._response_differs(start, id), not ended, -len(words & names), -len(found[id]), id

        return found[min(found, key=likeness)] if found else []

    def _response_differs(self, start: Start, id: str) -> bool:
        other = self.starts.get(id)
        return other is not None and _shape(other.fixture) != _shape(start.fixture)

    def _end(self, start: Start, own: list[Look], family: list[Look], triggers: frozenset[str]) -> Look | None:
        """The look at the end of a task; None for one that never ends."""
        everything = self.looks(fetch_operation(start.endpoint))
        pools = own, family, everything
        if triggers & _ENDLESS:
            return None
        if codes := {word.removeprefix("result") for word in triggers if word.startswith("result")}:
            return _first(pools, lambda look: look.state == "error" and str(look.fixture.response.status) in codes)
        if "fail" in triggers:
            mine = [look for look in own[-1:] if look.id == start.id and look.state != "succeeded"]
            return _first((mine,), lambda _: True) or _first(pools, lambda look: look.state == "failed")
        if "modal" in triggers:
            return _first(pools, lambda look: look.state == "waiting")
        if end := _first((own,), _is_end) or _first((own,), lambda look: look.state == "failed"):
            return end
        words = Counter(look.status for look in everything)
        everything.sort(key=lambda look: -words[look.status])
        return _first((self._like(start, family), family, everything), _is_end)

    def _alternatives(self, end: Look, own: list[Look], family: list[Look]) -> tuple[Look, ...]:
        """The look at the end, and those that other values of Accept would have got."""
        same = [one for one in (*own, *family) if one.state == end.state and one.status == end.status]
        accepted = {one.fixture.request.header("accept") for one in same}
        if len(accepted) < 2:
            return (end,)
        odd = [one for one in family if one.state == "error" and one.fixture.request.header("accept") not in accepted]
        return tuple({look.fixture.name: look for look in (end, *same, *odd)}.values())


def _is_end(look: Look) -> bool:
    return look.state in ("succeeded", "waiting")


def _first(pools: Iterable[list[Look]], fits: Callable[[Look], bool]) -> Look | None:
    return next((look for pool in pools for look in pool if fits(look)), None)


def started_id(endpoint: Endpoint, fixture: Fixture) -> str | None:
    """The id of the task that a response started; None if it started none."""
    if fixture.response.status != 200:
        return None
    found = pointed(fixture, string(endpoint.task.get("id")))
    return str(found) if isinstance(found, str | int) and found else None


def fetch_operation(endpoint: Endpoint) -> str:
    """The operation that tells how far a task is that this endpoint starts."""
    return string(mapping(endpoint.task.get("fetch")).get("operation"))


def status_of(start: Endpoint, fixture: Fixture) -> object:
    """The status of a task, as a response to its fetch says it."""
    pointer = string(start.task.get("status"))
    return fixture.response.status if pointer == "http" else pointed(fixture, pointer)


def pointed(fixture: Fixture, pointer: str) -> Any:
    """The value of a response's JSON at a pointer; None where there is none."""
    try:
        return at(json.loads(fixture.response.body), split(pointer))
    except (ValueError, KeyError):
        return None


def _in_own_words(start: Start, stages: list[Stage], triggers: frozenset[str]) -> tuple[Stage, ...]:
    words = _UNRECORDED.get(start.fixture.case.partition("-")[0])
    if words is None or triggers or stages[-1].state != "succeeded":
        return tuple(stages)
    running = [stages[min(index, len(stages) - 2)] for index in range(len(words) - 1)]
    return tuple(Stage(one.looks, word) for one, word in zip([*running, stages[-1]], words, strict=True))


def _order(start: Start, look: Look) -> int:
    words = sequence(mapping(start.endpoint.task.get("states")).get("running"))
    return words.index(look.status) if look.status in words else len(words)


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)} - {"success", "submit", "ready"}


def _shape(fixture: Fixture) -> object:
    """Equal for responses that say the same of different tasks: keys and numbers, not texts."""

    def bare(value: Any) -> Any:
        if members := mapping(value):
            return {name: bare(one) for name, one in members.items() if one is not None}
        return "text" if isinstance(value, str) else value

    return bare(json.loads(fixture.response.body))
