"""Types in a plan: a closed set, each with its Python annotation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..spec.names import ClassName

Side = Literal["response", "parameter"]
Plain = Literal[
    "str", "int", "float", "bool", "bytes", "None", "Any", "datetime", "date", "time", "timedelta", "UUID", "Decimal"
]
Value = str | int | float | bool

# The types of other modules, as annotations write them.
IMPORTED: dict[str, str] = {
    **{name: f"dt.{name}" for name in ("datetime", "date", "time", "timedelta")},
    **{name: name for name in ("UUID", "Decimal")},
}

# Python and the type checkers give up on operators nested some hundreds deep, which a long `A | B | ...` is.
MOST_OPERATORS = 100

# Any value as a parameter: with Any somewhere within a TypedDict, mypy cannot tell overloads apart by
# `**params` of it, and infers Any for their results.
ANYTHING = "object"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A type without parts."""

    name: Plain


@dataclass(frozen=True, slots=True)
class Literals:
    """One of some values."""

    values: tuple[Value, ...]

    # True == 1 in Python, but not in JSON.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Literals) and repr(self.values) == repr(other.values)

    def __hash__(self) -> int:
        return hash(self.values)


@dataclass(frozen=True, slots=True)
class Ref:
    """A struct, a TypedDict or an alias of the plan, by its name."""

    name: ClassName


@dataclass(frozen=True, slots=True)
class ListOf:
    """A JSON array: a list in responses, any sequence as a parameter."""

    item: Type


@dataclass(frozen=True, slots=True)
class MapOf:
    """A JSON object of any keys: a dict in responses, any mapping as a parameter."""

    value: Type


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types. Build it with `union`."""

    members: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Handle:
    """A class of the runtime, with the types that it is made of: a stream, a file, a task."""

    name: str
    of: tuple[Type, ...] = ()


Type = Scalar | Literals | Ref | ListOf | MapOf | Union | Handle

ANY = Scalar("Any")
NONE = Scalar("None")
STR = Scalar("str")
BOOL = Scalar("bool")
PARSED = Handle("ParsedT")  # the type that an output is parsed into
OMIT = Handle("Omit")
FILE = Handle("FileParam")  # as a parameter
BINARY_RESPONSE = Handle("BinaryResponse")  # as a result


def union(types: Iterable[Type]) -> Type:
    """The union of the types: flat, each once, all literals in one and first, None last; Any swallows the rest."""
    flat = dict.fromkeys(part for given in types for part in members(given))
    if ANY in flat:
        return ANY
    values = {repr(value): value for part in flat if isinstance(part, Literals) for value in part.values}
    parts: list[Type] = [Literals(tuple(values.values()))] if values else []
    parts += [part for part in flat if not isinstance(part, Literals) and part != NONE]
    if NONE in flat:
        parts.append(NONE)
    return parts[0] if len(parts) == 1 else Union(tuple(parts))


def members(type_: Type) -> tuple[Type, ...]:
    """The alternatives of a union, or the type alone."""
    return type_.members if isinstance(type_, Union) else (type_,)


@lru_cache(maxsize=2**14)  # most fields are, and few of them differ
def optional(type_: Type) -> Type:
    """The type, or None."""
    return union((type_, NONE))


def without_none(type_: Type) -> Type:
    """The type without None; a type that is nothing else as it is."""
    return union([part for part in members(type_) if part != NONE] or [type_])


def without_files(type_: Type) -> Type:
    """The type with text in the place of files."""
    if isinstance(type_, Union):
        return union(map(without_files, type_.members))
    if isinstance(type_, ListOf):
        return ListOf(without_files(type_.item))
    return MapOf(without_files(type_.value)) if isinstance(type_, MapOf) else STR if type_ == FILE else type_


def walk(type_: Type) -> Iterator[Type]:
    """A type and all its parts, in the order in which they are written."""
    yield type_
    match type_:
        case ListOf(part) | MapOf(part):
            yield from walk(part)
        case Union(parts) | Handle(_, parts):
            for part in parts:
                yield from walk(part)
        case Scalar() | Literals() | Ref():
            pass


def references(type_: Type) -> Iterator[ClassName]:
    """The names that a type refers to."""
    return (part.name for part in walk(type_) if isinstance(part, Ref))


def handles(type_: Type) -> Iterator[str]:
    """The classes of the runtime that a type names."""
    return (part.name for part in walk(type_) if isinstance(part, Handle))


def async_type(type_: Type, async_names: Mapping[ClassName, ClassName]) -> Type:
    """The type of the async client: classes that do I/O have counterparts there."""
    match type_:
        case Ref(name):
            return Ref(async_names.get(name, name))
        case Handle(name, parts):
            return Handle(f"Async{name}", tuple(async_type(part, async_names) for part in parts))
        case ListOf(inner):
            return ListOf(async_type(inner, async_names))
        case MapOf(inner):
            return MapOf(async_type(inner, async_names))
        case Union(parts):
            return Union(tuple(async_type(part, async_names) for part in parts))
        case Scalar() | Literals():
            return type_


def annotation(type_: Type, side: Side, hidden: Collection[str] = ()) -> str:
    """The type as Python writes it, where something else has the names that are `hidden`."""

    def builtin(name: str) -> str:
        return f"builtins.{name}" if name in hidden else name

    def written(part: Type) -> str:
        return annotation(part, side, hidden)

    match type_:
        case Scalar(name) if name in IMPORTED:
            return IMPORTED[name]
        case Scalar(name):
            return builtin(ANYTHING if name == "Any" and side == "parameter" else name)
        case Literals(values):
            return f"Literal[{', '.join(map(repr, values))}]"
        case Ref(name):
            return name
        case ListOf(item):
            return f"{builtin('list') if side == 'response' else 'Sequence'}[{written(item)}]"
        case MapOf(value):
            return f"{builtin('dict') if side == 'response' else 'Mapping'}[{builtin('str')}, {written(value)}]"
        case Union(parts):
            listed = [written(part) for part in _without_known(parts)]
            return " | ".join(listed) if len(listed) <= MOST_OPERATORS else f"typing.Union[{', '.join(listed)}]"
        case Handle(name, parts):
            return f"{name}[{', '.join(map(written, parts))}]" if parts else name


def _without_known(parts: tuple[Type, ...]) -> Iterator[Type]:
    """The members without True and False beside `bool`: they say nothing more, and msgspec knows no such literals."""
    has_bool = BOOL in parts
    for part in parts:
        if not has_bool or not isinstance(part, Literals):
            yield part
        elif values := tuple(value for value in part.values if not isinstance(value, bool)):
            yield Literals(values)
