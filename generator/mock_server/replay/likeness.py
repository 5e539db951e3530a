"""How much two requests have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from .candidates import Candidate
from .endpoints import Endpoint
from .fixtures import Fixture
from .index import rank, telling_headers
from .traits import Traits


def most_like(candidates: Iterable[Candidate], asked: Traits, endpoint: Endpoint) -> Fixture:
    """The candidate whose request has most in common with the one asked; of equals the plainest."""

    def order(one: Candidate) -> tuple[object, ...]:
        foreign = 0.2 * (one.fixture.operation not in endpoint.operations)
        misled = (1 if endpoint.task else 0.1) * (one.traits.triggers != asked.triggers)
        likeness = _likeness(one.traits, asked) - foreign - misled
        return -round(likeness, 6), len(telling_headers(one.fixture)), *rank(one.fixture)

    return min(candidates, key=order).fixture


def of_model(candidates: list[Candidate], model: str) -> list[Candidate]:
    """Those whose model is this one or of its family, as far as that tells anything."""
    if not model:
        return candidates
    fitting = [one for one in candidates if _family(one.traits.model) == _family(model)]
    if any(not one.failed for one in fitting):
        return fitting
    return [one for one in candidates if one.traits.model == model and one.ordinary] or candidates


def _family(model: str) -> str:
    """`gpt` of `gpt-4o`."""
    return re.split(r"[\W_\d]", model)[0]


def _likeness(one: Traits, asked: Traits) -> float:
    same_text = one.words == asked.words and bool(one.words)
    words = 2 if same_text else 0.02 * len(one.words & asked.words) / max(len(one.words), 1)
    shared = _overlap(_fields(one), _fields(asked)) + 0.5 * _overlap(one.features, asked.features)
    other_names = _named(one.names - asked.names) & _named(asked.names - one.names)
    return shared + words - ((one.model == "") != (asked.model == "")) - 0.5 * len(other_names)


def _fields(traits: Traits) -> set[str]:
    return {re.split("[/=]", feature)[1] for feature in traits.features if feature.startswith("/")}


def _named(names: Set[str]) -> set[str]:
    return {name.partition("=")[0] for name in names}


def _overlap(one: Set[str], asked: Set[str]) -> float:
    """How much of what is asked for is there; what is there beside it weighs less."""
    shared = len(one & asked)
    return shared / max(shared + len(asked - one) + 0.4 * len(one - asked), 1)
