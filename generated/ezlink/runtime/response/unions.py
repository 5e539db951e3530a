"""Unions of a response that msgspec cannot read: two objects, an object or a map, two kinds of text.

A tag decides, else the fields that are known, else the first member that fits. What fits no member is left to the
tolerant conversion, which keeps it as it came.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import msgspec

from ..http.json_pointer import is_object

_STRUCT = type(msgspec.Struct)
_NO_CASES: Mapping[Any, Any] = {}


class _UnionMeta(type):
    """The class of unions: msgspec asks whether what was decoded is an instance, and so may programs."""

    name: str
    tag: str
    get_members: Callable[[], tuple[Any, ...]]
    get_cases: Callable[[], Mapping[Any, Any]] | None

    def __instancecheck__(cls, value: Any) -> bool:
        return any(_is_instance(value, member) for member in members(cls))


def union_of(
    module: str,
    name: str,
    get_members: Callable[[], tuple[Any, ...]],
    tag: str = "",
    get_cases: Callable[[], Mapping[Any, Any]] | None = None,
) -> Any:
    """Return a type of one of some members: by the value of the field `tag` where that is among the cases.

    `module` and `name` are where it is found. Members and cases are functions, because a member may be defined later.
    """
    fields: dict[str, Any] = {
        "__module__": module,
        "name": name,
        "tag": tag,
        "get_members": staticmethod(get_members),
        "get_cases": None,
    }
    if get_cases is not None:
        fields["get_cases"] = staticmethod(get_cases)
    return _UnionMeta(name, (), fields)


def is_union(type: Any) -> bool:
    """Return whether a type was made by `union_of`."""
    return isinstance(type, _UnionMeta)


@lru_cache(maxsize=4096)
def members(type: Any) -> tuple[Any, ...]:
    """Return the members of a union."""
    return tuple(type.get_members())


@lru_cache(maxsize=4096)
def _cases(type: Any) -> Mapping[Any, Any]:
    return _NO_CASES if type.get_cases is None else type.get_cases()


def tagged_member(type: Any, value: Any) -> Any:
    """Return the member that the tag of an object names, None where it names none."""
    if not type.tag or not is_object(value):
        return None
    tag = value.get(type.tag)
    return _cases(type).get(tag) if isinstance(tag, (str, int)) else None


def likely_members(type: Any, value: Any) -> list[Any]:
    """Return the members that parsed JSON may be: the one that its tag names, else those first that know most of it."""
    if (member := tagged_member(type, value)) is not None:
        return [member]
    found = members(type)
    return sorted(found, key=lambda member: -known_fields(member, value)) if is_object(value) else [*found]


def choose(type: Any, value: Any, convert: Callable[[Any, Any], Any]) -> Any:
    """Return parsed JSON as a member of a union. Raises ValueError where it is none; see `likely_members`."""
    for member in likely_members(type, value):
        try:
            return convert(value, member)
        except msgspec.ValidationError:
            continue
    raise ValueError(f"it is no {type.name}")


def known_fields(member: Any, value: Mapping[Any, Any]) -> int:
    """Return how many fields of an object a member knows."""
    if is_union(member):
        return max((known_fields(one, value) for one in members(member)), default=0)
    if not isinstance(member, _STRUCT):
        return 0
    return len(value.keys() & set(getattr(member, "__struct_encode_fields__", ())))


def _is_instance(value: Any, member: Any) -> bool:
    if member is Any:
        return True
    if isinstance(member, UnionType) or get_origin(member) is Union:
        return any(_is_instance(value, one) for one in get_args(member))
    kind = get_origin(member) or member
    if kind in (Union, UnionType):
        return any(_is_instance(value, one) for one in get_args(member))
    return isinstance(value, kind) if isinstance(kind, type) else True
