"""Objects that lack required fields: of a class derived from the declared one, whose fields may be missing."""

from __future__ import annotations

from typing import Any

import msgspec

from ..errors import MissingField

UNSET = msgspec.UNSET

_PARTIAL: dict[type[Any], type[Any]] = {}
_DECLARED: dict[type[Any], type[Any]] = {}


def build(cls: type[Any], fields: dict[str, Any]) -> Any:
    """Return an object with these fields; reading a required one that is not among them raises `MissingField`."""
    absent = [name for name in _required(cls) if name not in fields]
    if not absent:
        return cls(**fields)
    return _partial_class(cls)(**fields, **dict.fromkeys(absent, UNSET))


def missing(cls: type[Any], name: str) -> MissingField:
    """Return the error for a required field that was not sent."""
    return MissingField(f"{cls.__name__}.{name} is missing in this response")


def declared_class(cls: type[Any]) -> type[Any]:
    """Return the class as it is declared, for the class of an object that may lack required fields."""
    return _DECLARED.get(cls, cls)


def _required(cls: type[Any]) -> tuple[str, ...]:
    # With keyword-only fields the defaults are those of the last fields; NODEFAULT marks a required one.
    fields, defaults = cls.__struct_fields__, cls.__struct_defaults__
    padded = (msgspec.NODEFAULT,) * (len(fields) - len(defaults)) + tuple(defaults)
    return tuple(name for name, default in zip(fields, padded, strict=True) if default is msgspec.NODEFAULT)


def _partial_class(cls: type[Any]) -> type[Any]:
    # A class of its own: only objects that lack something pay for the check on reading.
    if cls not in _PARTIAL:

        def read(self: Any, name: str) -> Any:
            value = object.__getattribute__(self, name)
            if value is UNSET:
                raise missing(cls, name)
            return value

        namespace = {"__qualname__": cls.__qualname__, "__doc__": cls.__doc__, "__getattribute__": read}
        made: type[Any] = msgspec.defstruct(
            cls.__name__, (), bases=(cls,), module=cls.__module__, namespace=namespace, frozen=True, kw_only=True
        )
        _DECLARED[made] = cls
        # If two threads create it at the same time, one class stays: `==` compares classes.
        return _PARTIAL.setdefault(cls, made)
    return _PARTIAL[cls]
