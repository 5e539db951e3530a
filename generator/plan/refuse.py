"""Responses that Python cannot read: unions with indistinct members, and modules that import each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..diagnostics import Collector
from ..spec.names import ClassName, ModuleName
from .ir import Alias, Definition, Definitions, reachable, references_of
from .types import ANY, Handle, ListOf, Literals, MapOf, Ref, Scalar, Type, Union, members, walk

_CURES = {
    "object": "write one object with the fields of all of them, or split the operation",
    "array": "write one array whose items have either type",
    "string": "keep the plain string; the caller can decode it",
}


class LeftOut(Exception):
    """An operation cannot be expressed: the place, the reason, and what to write instead. The others still can."""

    def __init__(self, pointer: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.pointer, self.message, self.hint = pointer, message, hint


def readable(type_: Type, definitions: Iterable[Definition | None], pointer: str, problems: Collector) -> Type:
    """The type, or Any for a union with two members of one kind: msgspec would fail when it builds the type."""
    aliases = {d.name: d.type for d in definitions if isinstance(d, Alias)}
    kinds = list(dict.fromkeys(indistinct(type_, aliases)))
    for kind in kinds:
        message = f"the response may be one of several {kind}s that cannot be told apart"
        problems.unsupported(pointer, message, "it is read as any value", _CURES[kind], "unreadable")
    return ANY if kinds else type_


def indistinct(type_: Type, aliases: Mapping[ClassName, Type]) -> Iterator[str]:
    """The kinds of value that a union in the type has twice."""
    for part in walk(type_):
        if isinstance(part, Ref) and part.name in aliases:
            yield from indistinct(aliases[part.name], aliases)
        if isinstance(part, Union):
            kinds = [kind for member in _flat(part, aliases) if (kind := _kind(member))]
            yield from (kind for kind in kinds if kinds.count(kind) > 1)


def _flat(type_: Type, aliases: Mapping[ClassName, Type]) -> set[Type]:
    flat: set[Type] = set()
    for member in members(type_):
        named = aliases.get(member.name) if isinstance(member, Ref) else None
        flat |= {member} if named is None else _flat(named, aliases)
    return flat


def _kind(type_: Type) -> str:
    match type_:
        case Ref() | MapOf():
            return "object"
        case ListOf():
            return "array"
        case Scalar("str") | Scalar("bytes"):
            return "string"
        case Scalar() | Literals() | Union() | Handle():
            return ""


def refuse_cycles(models: Definitions, problems: Collector) -> None:
    """Add a problem for each definition through which a module would import itself."""
    modules, edges = {one.name: one.module for one in models.all}, references_of(models.all)
    uses: dict[ModuleName, dict[ModuleName, Definition]] = {}
    for one in models.all:
        for other in (modules[name] for name in edges[one.name]):
            if other != one.module:
                uses.setdefault(one.module, {}).setdefault(other, one)
    for module, used in sorted(uses.items()):
        for other, definition in used.items():
            if module in reachable([other], uses):
                problems.add(
                    definition.prose.pointer,
                    f"the response models of {module!r} and {other!r} depend on each other",
                    "move the schemas that depend on each other into one file",
                )
