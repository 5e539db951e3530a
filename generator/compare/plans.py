"""Two plans side by side: their types, their endpoints in pairs, and the calls that a definition affects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from ..plan import Plan
from ..plan.ir import Definition, Endpoint, reachable, references_of
from ..plan.types import Type, references
from .types import Types


class Paired(NamedTuple):
    """Items that two versions share, and items that only one has. Renamed items are paired by a second key."""

    both: list[tuple[Endpoint, Endpoint]]
    gone: list[Endpoint]
    added: list[Endpoint]


class Plans:
    """An old and a new plan."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = old, new
        self.types = Types(old, new)

    @cached_property
    def endpoints(self) -> Paired:
        """The endpoints by operationId, else by what they send."""
        old, new = ({one.operation.id: one for one in plan.endpoints} for plan in (self.old, self.new))
        both = [(old.pop(id), new.pop(id)) for id in list(old) if id in new]
        sent = {_sent(one): one for one in new.values()}
        for one in list(old.values()):
            if other := sent.pop(_sent(one), None):
                both.append((old.pop(one.operation.id), new.pop(other.operation.id)))
        return Paired(both, list(old.values()), list(new.values()))

    @cached_property
    def used_by(self) -> Mapping[str, tuple[str, ...]]:
        """The operationIds of the calls that take or return each definition, by its name."""
        found: dict[str, set[str]] = {}
        for plan in (self.old, self.new):
            edges = references_of((*plan.models.all, *plan.params.all))
            for one in plan.endpoints:
                named = [name for type_ in _types(one) for name in references(type_)]
                for name in reachable(named, edges):
                    found.setdefault(name, set()).add(one.operation.id)
        return {name: tuple(sorted(ids)) for name, ids in found.items()}


def called(one: Endpoint) -> str:
    """A method as callers write it."""
    return ".".join(("client", *one.resource, one.verb))


def is_twin(plan: Plan, one: Definition) -> bool:
    """True for what repeats something else: async counterparts, and the TypedDict of an operation's keywords."""
    return getattr(one, "async_of", None) is not None or any(each.params == one.name for each in plan.endpoints)


def _sent(one: Endpoint) -> tuple[str, ...]:
    return one.operation.method, one.operation.path, *sorted(field.wire for field in one.keywords if field.required)


def _types(one: Endpoint) -> Iterator[Type]:
    fields: Iterable[Type] = (field.type for field in (*one.arguments, *one.keywords))
    yield from fields
    yield one.returns
    yield from (overload.returns for overload in one.overloads)
