"""Values as Python: a struct is printed as its constructor's call, with only what differs from the defaults."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, cast

import msgspec

from ..plan.ir import Code

_MISSING = object()
# A longer text is printed in several pieces, so that lines stay short.
_WIDTH = 90


def literal(value: Any) -> str:
    """Python that makes this value: data of the document, or a struct of the runtime that holds it and `Code`."""
    kind = cast("Any", type(value))
    if kind is Code:
        return str(value)
    if issubclass(kind, str):
        return _text(str(value))  # names are subclasses
    if issubclass(kind, msgspec.Struct) or hasattr(kind, "_fields"):
        return f"{kind.__name__}({', '.join(f'{name}={text}' for name, text in arguments(value))})"
    if kind is dict:
        return f"{{{', '.join(f'{literal(key)}: {literal(item)}' for key, item in value.items())}}}"
    if kind is list:
        return f"[{', '.join(map(literal, value))}]"
    if kind is tuple:
        return f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})"
    if kind in (type(None), bool, int, float):
        return repr(value)
    raise TypeError(f"a plan holds a {kind.__name__}, which nothing prints")


def deprecation(name: str, words: str) -> str:
    """The decorator of something deprecated; empty without words for it."""
    return f"@deprecated({literal(f'{name} is {words}')})" if words else ""


def arguments(value: Any) -> Iterator[tuple[str, str]]:
    """The arguments of the constructor that makes a struct or a named tuple, those that differ from the defaults."""
    defaults = _defaults(type(value))
    for name in defaults:
        item = getattr(value, name)
        if item != defaults[name] or isinstance(item, bool) != isinstance(defaults[name], bool):
            yield name, literal(item)


def _defaults(cls: Any) -> dict[str, Any]:
    """Every field of a struct or a named tuple with its default."""
    if not issubclass(cls, msgspec.Struct):
        return {name: cls._field_defaults.get(name, _MISSING) for name in cls._fields}
    fields, defaults = cls.__struct_fields__, cls.__struct_defaults__
    required = [_MISSING] * (len(fields) - len(defaults))
    made = [one.factory() if hasattr(one, "factory") else one for one in defaults]
    return dict(zip(fields, [*required, *made], strict=True))


def _text(text: str) -> str:
    if len(text) <= _WIDTH:
        return repr(text)
    pieces = textwrap.wrap(
        text, _WIDTH, drop_whitespace=False, break_on_hyphens=False, expand_tabs=False, replace_whitespace=False
    )
    return f"({' '.join(map(repr, pieces))})" if "".join(pieces) == text else repr(text)
