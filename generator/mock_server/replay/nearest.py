"""The nearest fixture to a request that was never recorded.

A request with a fault (a field that is missing, a body that is no JSON, an unknown model or task) gets the recorded
refusal of that fault; any other the recorded result whose request has most in common with it.
"""

from __future__ import annotations

from ...spec.pointer import mapping
from .candidates import Candidate, Candidates
from .endpoints import Endpoint, Endpoints, Route
from .fixtures import Fixture, Request
from .index import EVERYWHERE
from .likeness import most_like, of_model
from .traits import Fault, Traits


class NearestFixture:
    """Finds the nearest fixture."""

    def __init__(self, candidates: Candidates, endpoints: Endpoints) -> None:
        self._candidates = candidates
        self._endpoints = endpoints

    def find(self, route: Route, request: Request) -> Fixture | None:
        """The nearest fixture; None when the endpoint has none, and no other can stand in."""
        endpoint, traits = route.endpoint, self._candidates.traits(route, request)
        own = self._candidates.of(endpoint)
        if refusal := self._refusal(endpoint, traits, own):
            return refusal
        results = _results(own, traits)
        ordinary = [one for one in own if one.ordinary]
        for pool in (
            _triggered(own, traits),
            results and [*results, *self._like(endpoint, traits)],
            [one for one in ordinary if one.traits.choice == traits.choice],
            self._like(endpoint, traits),
            self._like(endpoint, traits, failed=True),
            [one for one in ordinary if not one.failed],
            own,
        ):
            if pool:
                return most_like(pool, traits, endpoint)
        return None

    def _refusal(self, endpoint: Endpoint, traits: Traits, own: list[Candidate]) -> Fixture | None:
        """The refusal of a request's faults. What a request with a result has too is no fault."""
        harmless = frozenset[Fault]().union(*(one.traits.faults for one in own if not one.failed))
        faults = traits.faults - harmless
        if pool := [one for one in own if _refuses_value(one, own, traits) and one.traits.faults - harmless <= faults]:
            return most_like(pool, traits, endpoint)
        like = map(self._candidates.of, self._endpoints.like(endpoint))
        for pool in (own, *like, self._everywhere(endpoint)) if faults else ():
            if fitting := [one for one in pool if _refuses_faults(one, faults, harmless, traits)]:
                weights = [_weight(one, faults) for one in fitting]
                heaviest = [one for one, weight in zip(fitting, weights, strict=True) if weight == max(weights)]
                return most_like(heaviest, traits, endpoint)
        return None

    def _everywhere(self, endpoint: Endpoint) -> list[Candidate]:
        """Refusals by what stands before all operations that name a model."""
        if "model" not in endpoint.properties:
            return []
        others = (one for one in self._endpoints.all if one.media == endpoint.media and "model" in one.properties)
        return [one for other in others for one in self._candidates.of(other) if one.fixture.case in EVERYWHERE]

    def _like(self, endpoint: Endpoint, traits: Traits, *, failed: bool = False) -> list[Candidate]:
        """The candidates of endpoints whose results can stand in."""
        return [
            one
            for other in self._endpoints.like(endpoint)
            if other.media == endpoint.media and _interchangeable(endpoint, other, traits)
            for one in self._candidates.of(other)
            if one.traits.choice == traits.choice and one.ordinary and one.failed is failed
        ]


def _triggered(own: list[Candidate], traits: Traits) -> list[Candidate]:
    """Those with the same triggers for a stand-in vendor."""
    pool = of_model(own, traits.model)
    same = [one for one in pool if one.traits.triggers == traits.triggers and one.traits.choice == traits.choice]
    return same if traits.triggers else []


def _results(own: list[Candidate], traits: Traits) -> list[Candidate]:
    pool = of_model(own, traits.model)
    return [one for one in pool if not one.failed and one.traits.choice == traits.choice]


def _refuses_faults(one: Candidate, faults: frozenset[Fault], harmless: frozenset[Fault], traits: Traits) -> bool:
    own = one.traits.faults - harmless
    return one.failed and bool(own) and own <= faults and one.traits.triggers <= traits.triggers


def _weight(one: Candidate, faults: frozenset[Fault]) -> tuple[bool, int]:
    """The body as a whole is looked at first, then the model, then the rest."""
    shared = one.traits.faults & faults
    return any(name in ("", "model") for name, _ in shared), len(shared)


def _refuses_value(one: Candidate, own: list[Candidate], asked: Traits) -> bool:
    """Whether a refusal is about a name or a size that this request has too, and no request with a result."""
    if not one.failed or one.traits.triggers:
        return False
    good = [other.traits for other in own if not other.failed]
    if (one.traits.names - frozenset[str]().union(*(traits.names for traits in good))) & asked.names:
        return True
    same = [traits for traits in good if traits.model == asked.model] or good
    return one.traits.model == asked.model and any(
        max((traits.sizes.get(name, 0) for traits in same), default=0) < size <= asked.sizes.get(name, 0)
        for name, size in one.traits.sizes.items()
    )


def _interchangeable(one: Endpoint, other: Endpoint, traits: Traits) -> bool:
    """Whether the responses of two endpoints are of one kind, as a whole or in the variant that is asked for."""
    cases = [mapping(it.returns.get("cases")).get(str(traits.choice[1])) for it in (one, other)]
    return one.result == other.result or (cases[0] is not None and cases[0] == cases[1])
