"""JSON pointers (RFC 6901) into parsed JSON and into structs, and JSON's own kinds for type checkers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeGuard

_ABSENT: Any = object()


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Return whether a parsed value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Return whether a parsed value is a JSON array."""
    return isinstance(value, list)


def escape(key: str) -> str:
    """Return a key as one token of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


@lru_cache(maxsize=1024)
def tokens(pointer: str) -> tuple[str, ...]:
    """Split a JSON pointer into the keys that it goes through."""
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


def resolve(value: Any, pointer: str | Sequence[str], default: Any = None) -> Any:
    """Return the value at a JSON pointer, or at the keys that it goes through; `default` where there is none.

    Fields of structs go by their names in JSON. A required field that is missing counts as absent.
    """
    for token in tokens(pointer) if isinstance(pointer, str) else pointer:
        if attributes := ATTRIBUTES[value.__class__]:
            name = attributes.get(token)
            value = _ABSENT if name is None else getattr(value, name, _ABSENT)
        elif is_object(value):
            value = value.get(token, _ABSENT)
        elif is_array(value) and token.isdecimal() and int(token) < len(value):
            value = value[int(token)]
        else:
            return default
        if value is _ABSENT:
            return default
    return value


def select(value: Any, pattern: str) -> list[Any]:
    """Return every value that a JSON pointer leads to in which the token `*` matches each item of an array."""
    values = [value]
    for token in tokens(pattern):
        if token == "*":
            values = [item for value in values if is_array(value) for item in value]
        else:
            values = [part for value in values if (part := resolve(value, (token,), _ABSENT)) is not _ABSENT]
    return values


class _Attributes(dict[Any, "dict[str, str]"]):
    """Maps a struct's names in JSON to those of its attributes, by its class; empty for a class of another kind."""

    def __missing__(self, cls: Any) -> dict[str, str]:
        in_json, in_python = getattr(cls, "__struct_encode_fields__", ()), getattr(cls, "__struct_fields__", ())
        return self.setdefault(cls, dict(zip(in_json, in_python, strict=True)))


ATTRIBUTES = _Attributes()
