"""Candidates: the fixtures of an endpoint, each with the traits of its request."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..simulate.auth import standing
from .endpoints import Endpoint, Route
from .fixtures import ERAS, Fixture, Request
from .index import FixtureIndex
from .traits import Traits, fields_of, traits_of

if TYPE_CHECKING:
    from ..simulate.tasks import Tasks

_ERROR = re.compile(rb'\s*\{\s*"error"')


class Candidate(NamedTuple):
    """A fixture, the traits of its request, and whether its response is a refusal or a failure."""

    fixture: Fixture
    traits: Traits
    failed: bool

    @property
    def ordinary(self) -> bool:
        """Whether nothing is wrong with the request, and it has no triggers."""
        return not self.traits.triggers and not self.traits.faults


class Candidates:
    """The candidates of each endpoint, worked out once."""

    def __init__(self, index: FixtureIndex, tasks: Tasks) -> None:
        self._index = index
        self._tasks = tasks
        self.of = lru_cache(maxsize=None)(self._of)

    def traits(self, route: Route, request: Request) -> Traits:
        """The traits of a request, with the model and the tasks that it names."""
        endpoint, traits = route.endpoint, traits_of(route, request)
        fields = fields_of(route, request)
        faults, features = set(traits.faults), set(traits.features)
        model = fields["model"] if isinstance(fields.get("model"), str) else ""
        if model and request.form is None and model not in self._index.models:
            faults.add(("model", "unknown"))
        for name in self._tasks.references(endpoint) & fields.keys():
            features.add(f"{name} of {self._tasks.kind(fields[name])}")
            faults.add((name, self._tasks.standing(fields[name])))
        return traits._replace(model=model, faults=frozenset(faults), features=frozenset(features))

    def _of(self, endpoint: Endpoint) -> list[Candidate]:
        """The fixtures of an endpoint in the first era that it has, asked for with a key that opens."""
        fixtures = list(self._index.of(endpoint))
        era = min((ERAS.index(fixture.era) for fixture in fixtures), default=0)
        return [
            Candidate(fixture, self.traits(route, fixture.request), failed(fixture))
            for fixture in fixtures
            if fixture.era == ERAS[era] and (not endpoint.secured or standing(fixture.request) in ("good", "ordinary"))
            if (route := self._index.route(fixture.request, endpoint))
        ]


def failed(fixture: Fixture) -> bool:
    """Whether a response is a refusal or a failure, whatever its status."""
    response = fixture.response
    return response.status >= 400 or not response.body or _ERROR.match(response.body) is not None
