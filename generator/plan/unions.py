"""Unions of a response that msgspec cannot read: the runtime tells their members apart, by a tag if there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..spec.names import ClassName
from ..spec.pointer import fragment, mapping, string, tokens_of
from .ir import Alias, Definition, Record
from .types import ListOf, Literals, MapOf, Ref, Scalar, Type, Union, members

# Types that are written as text, of which msgspec allows one in a union.
_TEXTS = frozenset(["bytes", "datetime", "date", "time", "timedelta", "UUID", "Decimal"])

Aliases = Mapping[ClassName, Alias]


def needs_choice(type_: Type, aliases: Aliases) -> bool:
    """True for a union that msgspec cannot read."""
    if not isinstance(type_, Union):
        return False
    kinds = [kind for member in set(_flat(type_, aliases)) if (kind := _kind(member, aliases))]
    texts = {kind for kind in kinds if kind.startswith("text")}
    others = [kind for kind in kinds if not kind.startswith("text")]
    if "choice" in others:
        return len([part for part in members(type_) if part != Scalar("None")]) > 1
    return len(texts) > 1 or len(others) > len(set(others))


def _flat(type_: Type, aliases: Aliases) -> Iterator[Type]:
    for member in members(type_):
        named = aliases.get(member.name) if isinstance(member, Ref) else None
        if named is None or named.choice is not None:
            yield member
        else:
            yield from _flat(named.type, aliases)


def _kind(type_: Type, aliases: Aliases) -> str:
    match type_:
        case Ref(name):
            return "choice" if name in aliases else "object"
        case MapOf():
            return "object"
        case ListOf():
            return "array"
        case Scalar("str"):
            return "text"
        case Scalar(name) if name in _TEXTS:
            return f"text {name}"
        case Literals(values) if any(isinstance(value, str) for value in values):
            return "text"
        case _:
            return ""


def with_cases(alias: Alias, defined: Mapping[ClassName, Definition], type_at: Callable[[str], Type | None]) -> Alias:
    """The alias of a union with the tag that tells its members apart, once all of them are known."""
    assert alias.choice is not None
    refs = [part.name for part in members(alias.type) if isinstance(part, Ref)]
    node = alias.choice.discriminator
    tag = string(node.get("propertyName"))
    cases: dict[Any, ClassName] = {}
    for value, target in mapping(node.get("mapping")).items():
        text = string(target)
        ref = text if "#" in text else fragment(["components", "schemas", text])
        type_ = type_at(ref.partition("#")[2])
        if isinstance(type_, Ref) and type_.name in refs:
            cases[value] = type_.name
    if not tag:
        tag = _common_tag(refs, defined)
    for name in refs if tag else ():
        for value in _constants(name, tag, defined):
            cases.setdefault(value, name)
        if name not in cases.values():
            cases.setdefault(str(alias.choice.names.get(name, name)), name)
    return replace(alias, choice=replace(alias.choice, tag=tag, cases=tuple(cases.items())))


def _common_tag(refs: list[ClassName], defined: Mapping[ClassName, Definition]) -> str:
    """The field that has other constants in each of several records; empty if there is none."""
    if len(refs) < 2:
        return ""
    first = defined.get(refs[0])
    wires = [field.wire for field in first.fields] if isinstance(first, Record) else []
    for wire in wires:
        listed = [_constants(name, wire, defined) for name in refs]
        flat = [repr(value) for values in listed for value in values]
        if all(listed) and len(flat) == len(set(flat)):
            return wire
    return ""


def _constants(name: ClassName, wire: str, defined: Mapping[ClassName, Definition], depth: int = 0) -> list[Any]:
    """The values that a record lists for a field; of a union, those of all its members."""
    one = defined.get(name)
    if isinstance(one, Alias) and depth < 8:
        inner = [part.name for part in members(one.type) if isinstance(part, Ref)]
        return [value for part in inner for value in _constants(part, wire, defined, depth + 1)]
    fields = one.fields if isinstance(one, Record) else ()
    type_ = next((field.type for field in fields if field.wire == wire), None)
    if isinstance(type_, Ref) and isinstance(named := defined.get(type_.name), Alias):
        type_ = named.type
    found = [part for part in members(type_) if isinstance(part, Literals)] if type_ is not None else []
    return [value for part in found for value in part.values]


def component_name(pointer: str) -> str:
    """The name of a schema as the document writes it, the tag of an object without a mapping."""
    return tokens_of(pointer)[-1]
