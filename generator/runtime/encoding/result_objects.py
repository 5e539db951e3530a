"""Objects of earlier results among arguments: each is sent with everything that it came with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import is_
from typing import Any, TypeGuard

import msgspec

from .arguments import is_sequence

# Where an object keeps what it was decoded from, beside its fields: a result its response info, an object within one
# the JSON. So it is in neither `==`, repr nor JSON.
RESPONSE_INFO = "_response_info"
SOURCE = "_source"
_KEPT = frozenset((RESPONSE_INFO, SOURCE))

_PLAIN = frozenset((str, int, float, bool, type(None)))


def with_result_objects(body: Mapping[str, Any], names: Iterable[str]) -> Mapping[str, Any]:
    """Return a body in which the objects of results below these fields are dicts of all that was sent."""
    try:
        return _replaced(body, names)
    except RecursionError:
        return body  # which encoding it will explain


def _replaced(value: Mapping[str, Any], names: Iterable[str]) -> Mapping[str, Any]:
    changed: dict[str, Any] = {}
    for name in names:
        item = value.get(name)
        if item.__class__ not in _PLAIN and (new := _complete(item)) is not item:
            changed[name] = new
    return {**value, **changed} if changed else value


def _complete(value: Any) -> Any:
    """Return an argument with the objects of results in it as dicts; the argument itself where there are none."""
    kind = value.__class__  # nearly always a dict or a list: the abstract classes would take most of the time
    if kind is dict or (kind is not list and _is_mapping(value)):
        return value if _PLAIN.issuperset(map(type, value.values())) else _replaced(value, value)
    if kind is list or is_sequence(value):
        items: list[Any] = [item if item.__class__ in _PLAIN else _complete(item) for item in value]
        return value if all(map(is_, items, value)) else items
    if isinstance(value, msgspec.Struct) and not _KEPT.isdisjoint(getattr(value, "__dict__", ())):
        to_dict: Callable[[], Any] = getattr(value, "to_dict")  # noqa: B009 - of the models, which are a higher layer
        return to_dict()
    return value


def _is_mapping(value: Any) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping)
