"""The nearest fixture to a request that was never recorded.

A request with a fault (a field that is missing, a body that is no JSON, an unknown model or task) gets the recorded
refusal of that fault; any other the recorded result whose request has most in common with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from ...spec.pointer import mapping
from ..simulate.auth import is_accepted
from ..simulate.tasks import Tasks
from .endpoints import Endpoint, Endpoints, Route
from .fixtures import Fixture, Request
from .index import EVERYWHERE, FixtureIndex, rank, telling_headers
from .traits import Fault, Traits, fields_of, traits_of

_FAR = 1000  # behind all endpoints that are alike

Level = tuple[float, ...]


class Candidate(NamedTuple):
    """A fixture, and the traits of its request."""

    fixture: Fixture
    traits: Traits

    @property
    def failed(self) -> bool:
        """Return True if the response is a refusal or a failure."""
        return self.fixture.response.failed

    @property
    def ordinary(self) -> bool:
        """Return True if the request is valid and has no triggers."""
        return not self.traits.triggers and not self.traits.faults


class NearestFixture:
    """Finds the nearest fixture."""

    def __init__(self, index: FixtureIndex, endpoints: Endpoints, tasks: Tasks) -> None:
        self._index = index
        self._endpoints = endpoints
        self._tasks = tasks
        self._of = lru_cache(maxsize=None)(self._candidates)

    def find(self, route: Route, request: Request) -> Fixture | None:
        """The nearest fixture; None when the endpoint has none, and no other can stand in."""
        endpoint, asked = route.endpoint, self.traits(route, request)
        good = [one.traits for one in self._of(endpoint) if not one.failed]
        # What a request with a result has too is no fault.
        harmless = frozenset[Fault]().union(*(traits.faults for traits in good))
        levels: dict[Level, list[Candidate]] = {}
        for distance, other in self._endpoints_like(endpoint):
            same_result = other.media == endpoint.media and _interchangeable(endpoint, other, asked)
            for one in self._of(other):
                level = _refusal(one, asked, harmless, good, distance)
                if level is None and (distance == 0 or (same_result and distance < _FAR)):
                    level = _result(one, asked, foreign=distance > 0)
                if level:
                    levels.setdefault(level, []).append(one)
        return min(levels[min(levels)], key=lambda one: _order(one, asked, endpoint)).fixture if levels else None

    def traits(self, route: Route, request: Request) -> Traits:
        """The traits of a request, with the model and the tasks that it names."""
        endpoint, traits, fields = route.endpoint, traits_of(route, request), fields_of(route, request)
        faults, features = set(traits.faults), set(traits.features)
        if traits.model and request.form is None and traits.model not in self._index.models:
            faults.add(("model", "unknown"))
        for name in self._tasks.references(endpoint) & fields.keys():
            features.add(f"{name} of {self._tasks.kind(fields[name])}")
            faults.add((name, self._tasks.standing(fields[name])))
        return traits._replace(faults=frozenset(faults), features=frozenset(features))

    def _candidates(self, endpoint: Endpoint) -> list[Candidate]:
        """The fixtures of an endpoint in the first era that it has, requested with a key that opens."""
        fixtures = list(self._index.of(endpoint))
        return [
            Candidate(fixture, self.traits(route, fixture.request))
            for fixture in fixtures
            if fixture.era == fixtures[0].era and (not endpoint.secured or is_accepted(fixture.request))
            if (route := self._index.route(fixture.request, endpoint))
        ]

    def _endpoints_like(self, endpoint: Endpoint) -> Iterator[tuple[int, Endpoint]]:
        """The endpoint, those like it, and those that take a model in the same form, each with its distance."""
        yield from enumerate((endpoint, *self._endpoints.like(endpoint)))
        for other in self._endpoints.all if "model" in endpoint.properties else ():
            if other.media == endpoint.media and "model" in other.properties:
                yield _FAR, other


def _refusal(
    one: Candidate, asked: Traits, harmless: frozenset[Fault], good: list[Traits], distance: int
) -> Level | None:
    """The level of a recorded refusal that fits the request; None where it does not."""
    own, faults = one.traits.faults - harmless, asked.faults - harmless
    if not one.failed or not own <= faults or (distance == _FAR and one.fixture.case not in EVERYWHERE):
        return None
    if distance == 0 and _refuses_value(one.traits, asked, good):
        return (0,)
    if not own or not one.traits.triggers <= asked.triggers:
        return None
    # The body as a whole is looked at first, then the model, then the rest.
    shared = one.traits.faults & faults
    return 1, distance, not any(name in ("", "model") for name, _ in shared), -len(shared)


def _result(one: Candidate, asked: Traits, *, foreign: bool) -> Level | None:
    """The level of a response to a request without faults; None where it cannot be used."""
    traits = one.traits
    other_model = asked.model != "" and _family(traits.model) != _family(asked.model)
    same_choice = traits.choice == asked.choice
    if foreign:
        return (5, one.failed) if same_choice and one.ordinary else None
    if same_choice and asked.triggers and traits.triggers == asked.triggers:
        return 2, other_model
    refused_model = one.ordinary and asked.model != "" and traits.model == asked.model
    if same_choice and (not one.failed or refused_model):
        return 3, other_model, one.failed
    if not one.ordinary:
        return (7,)
    return (4,) if same_choice else (7 if one.failed else 6,)


def _refuses_value(one: Traits, asked: Traits, good: list[Traits]) -> bool:
    """Return True if a refusal is about a name or a size that this request has too, and no successful request has."""
    if one.triggers:
        return False
    if (one.names - frozenset[str]().union(*(traits.names for traits in good))) & asked.names:
        return True
    same = [traits for traits in good if traits.model == asked.model] or good
    return one.model == asked.model and any(
        max((traits.sizes.get(name, 0) for traits in same), default=0) < size <= asked.sizes.get(name, 0)
        for name, size in one.sizes.items()
    )


def _interchangeable(one: Endpoint, other: Endpoint, traits: Traits) -> bool:
    """Return True if two endpoints respond with the same kind of object, as a whole or in the requested variant."""
    cases = [mapping(it.returns.get("cases")).get(str(traits.choice[1])) for it in (one, other)]
    return one.result == other.result or (cases[0] is not None and cases[0] == cases[1])


def _order(one: Candidate, asked: Traits, endpoint: Endpoint) -> tuple[object, ...]:
    """The candidate with most in common comes first; of equals the plainest."""
    misled = (1 if endpoint.task else 0.1) * (one.traits.triggers != asked.triggers)
    return -round(_likeness(one.traits, asked) - misled, 6), len(telling_headers(one.fixture)), *rank(one.fixture)


def _likeness(one: Traits, asked: Traits) -> float:
    same_text = one.words == asked.words and bool(one.words)
    words = 2 if same_text else 0.02 * len(one.words & asked.words) / max(len(one.words), 1)
    shared = _overlap(_fields(one), _fields(asked)) + 0.5 * _overlap(one.features, asked.features)
    other_names = _named(one.names - asked.names) & _named(asked.names - one.names)
    return shared + words - ((one.model == "") != (asked.model == "")) - 0.5 * len(other_names)


def _family(model: str) -> str:
    """`gpt` of `gpt-4o`."""
    return re.split(r"[\W_\d]", model)[0]


def _fields(traits: Traits) -> set[str]:
    return {re.split("[/=]", feature)[1] for feature in traits.features if feature.startswith("/")}


def _named(names: Set[str]) -> set[str]:
    return {name.partition("=")[0] for name in names}


def _overlap(one: Set[str], asked: Set[str]) -> float:
    """Return how much of the request a fixture covers; what it has besides weighs less."""
    shared = len(one & asked)
    return shared / max(shared + len(asked - one) + 0.4 * len(one - asked), 1)
