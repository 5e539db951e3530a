"""Names of other clients for what responses have here; loaded when one is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..http.json_pointer import ATTRIBUTES, is_array, is_object
from .partial import declared_class, missing
from .reusable import source_of


def dump(model: Any, plain: dict[str, Any], *, unset: bool, none: bool) -> dict[str, Any]:
    """A model as a dict, with a None for each field that was not sent if `unset`, without any None unless `none`."""
    if unset:
        _fill(model, plain)
    return plain if none else _without_none(plain)


def _fill(model: Any, plain: Any) -> None:
    if is_array(model):
        for one, below in zip(model, plain, strict=True):
            _fill(one, below)
    elif is_object(model):
        for key, below in plain.items():
            _fill(model.get(key), below)
    elif isinstance(model, msgspec.Struct):
        for sent, name in ATTRIBUTES[model.__class__].items():
            value = object.__getattribute__(model, name)
            if value is None:
                plain.setdefault(sent, None)
            elif sent in plain:
                _fill(value, plain[sent])


def _without_none(value: Any) -> Any:
    if is_object(value):
        return {key: _without_none(one) for key, one in value.items() if one is not None}
    return [_without_none(one) for one in value] if is_array(value) else value


def chosen(value: Any, include: Any, exclude: Any) -> Any:
    """Return the selected part of plain values; filters are sets of keys, dicts that continue below keys, or None."""
    pairs = value.items() if is_object(value) else enumerate(value) if is_array(value) else ()
    if not pairs or (include is None and exclude is None):
        return value
    kept: dict[Any, Any] = {}
    for key, item in pairs:
        inside, outside = _rules_below(include, key, True), _rules_below(exclude, key, False)
        if inside is not False and outside is not True:
            kept[key] = chosen(item, None if inside is True else inside, outside or None)
    return kept if is_object(value) else list(kept.values())


def _rules_below(rules: Any, key: Any, default: bool) -> Any:
    if rules is None:
        return default
    if not is_object(rules):
        return key in rules
    found = rules.get(key, rules.get("__all__", False))
    return True if found is ... else found


def fields_of(model: Any) -> Iterator[tuple[str, Any]]:
    """The fields that were sent, with their values, for `dict(model)`."""
    yield from model.__rich_repr__()


def extra_of(model: Any) -> dict[str, Any]:
    """The fields of the object itself that its description does not know."""
    plain: dict[str, Any] = model.to_dict()
    return {name: value for name, value in plain.items() if name not in model.__struct_encode_fields__}


def sent_names(model: Any) -> set[str]:
    """The names of the fields that were sent, also of those that the description does not know."""
    attributes = ATTRIBUTES[model.__class__]
    return {attributes.get(name) or name for name in model.to_dict()}


def unknown_field(model: Any, name: str) -> Any:
    """A field that the description does not know. Raises AttributeError if there is none."""
    cls = declared_class(model.__class__)
    if name in cls.__struct_fields__:
        raise missing(cls, name)
    if name[:1] != "_" and source_of(model) is not None and name in (extra := extra_of(model)):
        return extra[name]
    raise AttributeError(f"{cls.__name__!r} object has no attribute {name!r}", name=name, obj=model)
