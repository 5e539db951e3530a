"""The overloads of an operation whose result an argument chooses: one for each type of result, and one for all."""

from __future__ import annotations

from typing import NamedTuple

from .ir import Field
from .responses import Case, Read, either
from .types import ANY, NONE, Handle, Literals, Scalar, Type, Value, members, optional, union


class Way(NamedTuple):
    """One overload: the choosing field as it is typed there, and the type that the call returns for it."""

    switch: Field
    gives: Type


def ways(read: Read, switch: Field | None, always: Type) -> list[Way]:
    """The ways, the one for all of them last; none where one is enough. `always` is what may come in any case."""
    if switch is None:
        return []
    whole = either(read.first.cases)
    if read.stream is not None and read.event is not None:
        return _by_stream(read.stream.when[1], read.event, switch, whole)
    return _by_form(read, switch, always)


def _by_stream(value: Value, event: Type, switch: Field, whole: Type) -> list[Way]:
    streamed = Handle("Stream", (event, whole))
    rest = _without(switch.type, value)
    if rest is None:
        # Nothing tells the forms apart by type: one form, which may give either.
        return [Way(switch, union((whole, streamed)))]
    return [
        Way(typed(switch, rest, required=False), whole),
        Way(typed(switch, Literals((value,)), required=True), streamed),
        Way(typed(switch, _general(switch.type, rest), required=False), union((whole, streamed))),
    ]


def _by_form(read: Read, switch: Field, always: Type) -> list[Way]:
    groups: dict[Type, list[str]] = {}
    for value, case in _default_first(read):
        groups.setdefault(case.type, []).append(value)
    general = either(read.first.cases)
    if not all(isinstance(part, Literals) or part == NONE for part in members(switch.type)):
        general = ANY  # a value that is not described: nobody knows what comes
    everything = Way(typed(switch, switch.type, required=False), _with(general, always))
    if len(groups) == 1:
        return [everything]
    found: list[Way] = []
    for type_, values in groups.items():
        taken: Type = Literals(tuple(values))
        is_usual = read.default in values
        if is_usual and NONE in members(switch.type):
            taken = optional(taken)
        found.append(Way(typed(switch, taken, required=not is_usual), _with(type_, always)))
    return [*found, everything]


def _with(type_: Type, always: Type) -> Type:
    return type_ if always == NONE else union((type_, always))


def _default_first(read: Read) -> list[tuple[str, Case]]:
    cases = read.first.cases
    return [(read.default, cases[read.default]), *((v, case) for v, case in cases.items() if v != read.default)]


def _general(type_: Type, rest: Type) -> Type:
    """The type of the field that asks for a stream where nobody knows which it will be."""
    return optional(type_) if Scalar("bool") in members(type_) else union((type_, rest))


def _without(type_: Type, value: Value) -> Type | None:
    """A type without one of its values; None if it cannot be told by type."""
    if Scalar("bool") in members(type_) and isinstance(value, bool):
        return optional(Literals((not value,)))
    literals = next((part for part in members(type_) if isinstance(part, Literals)), Literals(()))
    left = [Literals(tuple(other for other in literals.values if other != value))]
    others = [part for part in members(type_) if part != literals]
    if value not in literals.values or any(part != NONE for part in others):
        return None
    return union([*(part for part in left if part.values), NONE])


def typed(field: Field, type_: Type, *, required: bool) -> Field:
    """The field with another type."""
    return Field(field.name, field.wire, type_, required, field.prose)
