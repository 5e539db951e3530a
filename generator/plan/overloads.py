"""The overloads of an operation whose result type depends on an argument: one for each type, and one for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..spec.names import ClassName
from .ir import Field, Overload
from .responses import Read, result_type
from .types import ANY, NONE, Handle, Literals, Scalar, Type, Value, async_type, members, optional, union

# The choosing field as it is typed in an overload, and the result there.
_Choice = tuple[Field, Type]


def overloads_of(
    read: Read, switch: Field | None, always: Type, async_names: Mapping[ClassName, ClassName]
) -> tuple[Overload, ...]:
    """The overloads, the one for all results last; none if nothing chooses. `always` is a result of every overload."""
    if switch is None:
        return ()
    if read.stream is not None and read.stream.when is not None and read.first.event is not None:
        choices = _by_stream(read.stream.when[1], read.first.event, switch, result_type(read.first.cases))
    else:
        choices = _by_variant(read, switch, always)
    return tuple(Overload(field, result, async_type(result, async_names)) for field, result in choices)


def _by_stream(value: Value, event: Type, switch: Field, whole: Type) -> Iterator[_Choice]:
    streamed = Handle("Stream", (event, whole))
    rest = _without(switch.type, value)
    if rest is None:  # no type tells apart the values that ask for a stream
        yield switch, union((whole, streamed))
        return
    yield typed(switch, rest, required=False), whole
    yield typed(switch, Literals((value,)), required=True), streamed
    yield typed(switch, _general(switch.type, rest), required=False), union((whole, streamed))


def _by_variant(read: Read, switch: Field, always: Type) -> Iterator[_Choice]:
    groups: dict[Type, list[str]] = {}
    for value, case in sorted(read.first.cases.items(), key=lambda item: item[0] != read.default):
        groups.setdefault(case.type, []).append(value)
    for type_, values in groups.items() if len(groups) > 1 else ():
        taken: Type = Literals(tuple(values))
        is_default = read.default in values
        if is_default and NONE in members(switch.type):
            taken = optional(taken)
        yield typed(switch, taken, required=not is_default), with_other(type_, always)
    described = all(isinstance(part, Literals) or part == NONE for part in members(switch.type))
    general = result_type(read.first.cases) if described else ANY  # the result of another value is unknown
    yield typed(switch, switch.type, required=False), with_other(general, always)


def with_other(type_: Type, other: Type) -> Type:
    """A type of results with those of another success, if there is one."""
    return type_ if other == NONE else union((type_, other))


def _general(type_: Type, rest: Type) -> Type:
    """The type of the field that asks for a stream, for values that are not known to the type checker."""
    return optional(type_) if Scalar("bool") in members(type_) else union((type_, rest))


def _without(type_: Type, value: Value) -> Type | None:
    """A type without one of its values; None if its type cannot express that."""
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
    return replace(field, type=type_, required=required)
