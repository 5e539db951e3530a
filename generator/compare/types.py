"""Relation of a type of one plan to a type of another: the same, wider, narrower, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from ..plan import Plan
from ..plan.ir import Alias, Definition, Record
from ..plan.types import ANY, NONE, Handle, ListOf, Literals, MapOf, Ref, Scalar, Side, Type, Value, members

Verdict = Literal["same", "wider", "narrower", "other"]
Names = Mapping[str, Definition]

BYTES = Scalar("bytes")

_KINDS = {str: "str", int: "int", float: "float", bool: "bool"}


def names_of(plan: Plan, side: Side) -> Names:
    """All definitions by name. An alias may be on both sides: closed for parameters, open for responses."""
    sides = (plan.params, plan.models) if side == "response" else (plan.models, plan.params)
    return {str(one.name): one for each in sides for one in each.all}


class Types:
    """The types of two plans."""

    def __init__(self, old: Plan, new: Plan) -> None:
        sides: tuple[Side, Side] = ("response", "parameter")
        self.names = {side: (names_of(old, side), names_of(new, side)) for side in sides}

    def verdict(self, old: Type, new: Type, side: Side) -> Verdict:
        """Return how the new type relates to the old one. Results that are read differently at run time never fit."""
        was, now = self.names[side]
        forth, back = _Fits(was, now, side)(old, new), _Fits(now, was, side)(new, old)
        return ("same" if back else "wider") if forth else "narrower" if back else "other"

    def values(self, old: Type, new: Type, side: Side) -> tuple[list[Value], list[Value]] | None:
        """The listed values that are gone and those that are new, if nothing else differs between two types."""
        was, now = (_split(one, names) for one, names in zip((old, new), self.names[side], strict=True))
        if repr(old) == repr(new) or was is None or now is None or was[1] != now[1]:
            return None
        gone = [value for key, value in was[0].items() if key not in now[0]]
        added = [value for key, value in now[0].items() if key not in was[0]]
        return (gone, added) if gone or added else None

    def is_open(self, new: Type, side: Side) -> bool:
        """True for a type that takes any text or number beside the values that it lists."""
        parts = [*_parts(new, self.names[side][1])]
        return any(isinstance(part, Scalar) and part != NONE for part in parts)


def _split(type_: Type, names: Names) -> tuple[dict[str, Value], str] | None:
    """The values that a type lists, by their repr, and the rest of it; those of a list's items likewise."""
    type_ = _through(type_, names)
    if isinstance(type_, ListOf):
        split = _split(type_.item, names)
        return split and (split[0], f"list {split[1]}")
    parts = [part for one in members(type_) for part in members(_through(one, names))]
    listed = {repr(value): value for part in parts if isinstance(part, Literals) for value in part.values}
    rest = sorted(repr(part) for part in parts if not isinstance(part, Literals))
    return (listed, repr(rest)) if listed else None


class _Fits:
    """A test of whether every value of one type is a value of another."""

    def __init__(self, given: Names, taken: Names, side: Side) -> None:
        self.given, self.taken, self.side = given, taken, side
        self.assumed: set[tuple[str, str]] = set()

    def __call__(self, given: Type, taken: Type) -> bool:
        # A name that both versions have is reported by itself.
        shared = {repr(part) for part in members(given) if isinstance(part, Ref) and part in members(taken)}
        rest = (part for part in members(given) if repr(part) not in shared)
        wanted = list(_parts(taken, self.taken))
        return all(any(self._one(part, other) for other in wanted) for one in rest for part in _parts(one, self.given))

    def _one(self, given: Type, taken: Type) -> bool:
        if taken == ANY:
            # An object that is read as a struct is no dict, and base64 that is read as bytes is no text.
            return given == ANY or self.side == "parameter" or not (isinstance(given, (Ref, Handle)) or given == BYTES)
        match given, taken:
            case Ref(name), Ref(other):
                return self._named(str(name), str(other))
            case Ref(), MapOf(value):
                return self.side == "parameter" and value == ANY
            case (ListOf(inner), ListOf(outer)) | (MapOf(inner), MapOf(outer)):
                return self(inner, outer)
            case Handle(name, inside), Handle(other, outside):
                pairs = zip(inside, outside, strict=False)
                return name == other and len(inside) == len(outside) and all(self(*pair) for pair in pairs)
            case Literals((value,)), Scalar(kind):
                return _KINDS[type(value)] == kind or (kind == "float" and type(value) is int)
            case Scalar("int"), Scalar("float"):
                return True
            case _:
                return repr(given) == repr(taken)  # True == 1 in Python, but not in JSON

    def _named(self, name: str, other: str) -> bool:
        """A name fits itself: what changed inside is reported there. Other names are compared by their fields."""
        if name == other or (name, other) in self.assumed:
            return True
        self.assumed.add((name, other))
        given, taken = self.given.get(name), self.taken.get(other)
        if not isinstance(given, Record) or not isinstance(taken, Record):
            return False
        fields = {field.wire: field for field in given.fields}
        for field in taken.fields:
            own = fields.pop(field.wire, None)
            if own is None or (field.required and not own.required):
                if field.required:
                    return False
            elif not self(own.type, field.type):
                return False
        return not fields or self.side == "response"


def _parts(type_: Type, names: Names) -> Iterator[Type]:
    """The alternatives of a type, aliases followed, each listed value by itself."""
    for part in members(type_):
        through = _through(part, names)
        if isinstance(through, Literals):
            yield from (Literals((value,)) for value in through.values)
        elif through is not part:
            yield from _parts(through, names)
        else:
            yield part


def _through(type_: Type, names: Names) -> Type:
    """The type behind an alias."""
    while isinstance(type_, Ref) and isinstance(alias := names.get(str(type_.name)), Alias):
        type_ = alias.type
    return type_
