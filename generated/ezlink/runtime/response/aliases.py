"""Names of other clients for what responses have here; loaded when one is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ..http.json_pointer import is_array, is_object


def dump(model: Any, plain: dict[str, Any], *, unset: bool, none: bool) -> dict[str, Any]:
    """A model as a dict, with a None for each field that was not sent if `unset`, without any None unless `none`."""
    if unset:
        _fill(model, plain)
    return plain if none else _without_none(plain)


def _fill(model: Any, plain: Any) -> None:
    if is_array(model) and is_array(plain):
        for one, below in zip(model, plain, strict=False):
            _fill(one, below)
    elif is_object(model) and is_object(plain):
        for key in plain:
            _fill(model.get(key), plain[key])
    elif isinstance(model, msgspec.Struct) and is_object(plain):
        names = zip(model.__struct_encode_fields__, model.__struct_fields__, strict=True)
        for sent, name in names:
            value = object.__getattribute__(model, name)
            if value is None:
                plain.setdefault(sent, None)
            else:
                _fill(value, plain.get(sent))


def _without_none(value: Any) -> Any:
    if is_object(value):
        return {key: _without_none(one) for key, one in value.items() if one is not None}
    return [_without_none(one) for one in value] if is_array(value) else value


def fields_of(model: Any) -> Iterator[tuple[str, Any]]:
    """The fields that were sent, with their values, for `dict(model)`."""
    yield from model.__rich_repr__()


def extra_of(model: Any) -> dict[str, Any]:
    """The fields of the object itself that its description does not know."""
    plain: dict[str, Any] = model.to_dict()
    return {name: value for name, value in plain.items() if name not in model.__struct_encode_fields__}
