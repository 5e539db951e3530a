"""Structs of results that parameters take, such as messages: their places in results, and the parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import msgspec

from ..spec.names import ClassName
from ..spec.pointer import join
from .ir import Alias, Definition, Definitions, Endpoint, Field, Record, reachable, references_of
from .types import ListOf, Ref, Type, members, references

Structs = Mapping[ClassName, Definition]
Seen = tuple[ClassName, ...]


def with_reusable(
    endpoints: tuple[Endpoint, ...], models: Definitions, params: Definitions
) -> tuple[tuple[Endpoint, ...], Definitions]:
    """Let results know their structs that parameters take, and operations their parameters that take structs."""
    structs = {one.name: one for one in models.all}
    edges = references_of(params.all)
    reused = {name for names in edges.values() for name in names if name in structs}
    results = {name for one in endpoints for type_ in (one.returns, one.async_returns) for name in references(type_)}

    def with_places(one: Definition) -> Definition:
        if not isinstance(one, Record) or one.name not in results:
            return one
        places = [(field.name, tuple(_places_in(field, structs, reused, (one.name,)))) for field in one.fields]
        return replace(one, reusable=tuple((name, found) for name, found in places if found))

    known = replace(models, all=tuple(map(with_places, models.all)))
    return tuple(_with_params(one, edges, structs) for one in endpoints), known


def _with_params(one: Endpoint, edges: Mapping[ClassName, Iterable[ClassName]], structs: Structs) -> Endpoint:
    def takes_struct(field: Field) -> bool:
        return not structs.keys().isdisjoint(reachable(references(field.type), edges))

    names = tuple(field.wire for field in one.keywords if field.wire in one.operation.body and takes_struct(field))
    return replace(one, operation=msgspec.structs.replace(one.operation, model_params=names)) if names else one


def _places_in(field: Field, structs: Structs, reused: set[ClassName], seen: Seen) -> Iterator[str]:
    """The JSON pointers from an object to the structs in one of its fields that are reused."""
    head = join("", field.wire)
    return (f"{head}{place}" for place in dict.fromkeys(_places(field.type, structs, reused, seen)))


def _places(type_: Type, structs: Structs, reused: set[ClassName], seen: Seen) -> Iterator[str]:
    """The JSON pointers from a type to the structs in it that are reused, but for those within themselves."""
    for part in members(type_):
        if isinstance(part, ListOf):
            yield from (f"/*{place}" for place in _places(part.item, structs, reused, seen))
        elif isinstance(part, Ref) and part.name in structs and part.name not in seen:
            one, inside = structs[part.name], (*seen, part.name)
            if part.name in reused:
                yield ""
            if isinstance(one, Alias):
                yield from _places(one.type, structs, reused, inside)
            else:
                for field in one.fields:
                    yield from _places_in(field, structs, reused, inside)
