"""Structs of results that parameters take, such as messages: their places in results, and the parameters."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

import msgspec

from ..spec.names import ClassName
from ..spec.pointer import join
from .ir import Alias, Definition, Definitions, Endpoint, Field, Record, leading_to, references_of
from .types import ListOf, Ref, Type, members, references

Structs = Mapping[ClassName, Definition]

# Structs that hold each other in many ways have more places than anyone looks at. The nearest ones are found; an object
# further down is passed on as well, with the fields that its model knows.
MAX_PLACES = 64
MAX_STEPS = 512


class _Step(NamedTuple):
    """A type on the way from a field into its parts."""

    order: tuple[int, ...]
    place: str
    type: Type
    inside: tuple[ClassName, ...]


def with_reusable(
    endpoints: tuple[Endpoint, ...], models: Definitions, params: Definitions
) -> tuple[tuple[Endpoint, ...], Definitions]:
    """Let results know their structs that parameters take, and operations their parameters that take structs."""
    structs = {one.name: one for one in models.all}
    edges = references_of(params.all)
    reused = {name for names in edges.values() for name in names if name in structs}
    holders = leading_to(reused, references_of(models.all))
    results = {name for one in endpoints for type_ in (one.returns, one.async_returns) for name in references(type_)}

    def with_places(one: Definition) -> Definition:
        if not isinstance(one, Record) or one.name not in results or one.name not in holders:
            return one
        places = [(field.name, _places(one, field, structs, reused, holders)) for field in one.fields]
        return replace(one, reusable=tuple((name, found) for name, found in places if found))

    known = replace(models, all=tuple(map(with_places, models.all)))
    takes = leading_to(structs.keys(), edges)
    return tuple(_with_params(one, takes) for one in endpoints), known


def _with_params(one: Endpoint, takes: set[ClassName]) -> Endpoint:
    names = tuple(
        field.wire
        for field in one.keywords
        if field.wire in one.operation.body and not takes.isdisjoint(references(field.type))
    )
    return replace(one, operation=msgspec.structs.replace(one.operation, model_params=names)) if names else one


def _places(
    owner: Record, field: Field, structs: Structs, reused: set[ClassName], holders: set[ClassName]
) -> tuple[str, ...]:
    """The JSON pointers to the structs in a field that are reused, but for those within themselves."""
    found: dict[tuple[int, ...], str] = {}
    waiting = deque([_Step((), join("", field.wire), field.type, (owner.name,))])
    for _ in range(MAX_STEPS):
        if not waiting or len(found) == MAX_PLACES:
            break
        step = waiting.popleft()
        for index, part in enumerate(members(step.type)):
            order = (*step.order, index)
            if isinstance(part, ListOf):
                waiting.append(_Step(order, f"{step.place}/*", part.item, step.inside))
            elif isinstance(part, Ref) and part.name in holders and part.name not in step.inside:
                if part.name in reused:
                    found[order] = step.place
                waiting += _below(structs[part.name], step, order)
    return tuple(dict.fromkeys(place for _, place in sorted(found.items())))


def _below(one: Definition, step: _Step, order: tuple[int, ...]) -> Iterator[_Step]:
    inside = (*step.inside, one.name)
    if isinstance(one, Alias):
        yield _Step((*order, 0), step.place, one.type, inside)
        return
    for index, field in enumerate(one.fields):
        yield _Step((*order, index), f"{step.place}{join('', field.wire)}", field.type, inside)
