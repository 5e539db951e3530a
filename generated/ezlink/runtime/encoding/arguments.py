"""Arguments as JSON bodies, query strings and path parameters.

Arguments may be made of structs, dataclasses, pydantic models, any Mapping or Sequence, dates, and numbers and strings
of other libraries. What cannot be sent is refused, with the place of the argument in the message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import suppress
from enum import Enum
from functools import cache
from itertools import zip_longest
from math import isfinite
from typing import Any, TypeGuard

import msgspec

from ..http.json_pointer import is_array, is_object

_FAILURES = (TypeError, ValueError, OverflowError, RecursionError)
_SURROGATE = "the text contains half of a character (a lone surrogate)"


def encode_json(value: Any) -> bytes:
    """Encode a body as compact JSON.

    Raises TypeError for what JSON cannot hold and ValueError for NaN, infinities, broken text and endless nesting; each
    names the place, such as `messages[0].content`.
    """
    try:
        content = _encode(value)
    except _FAILURES:
        raise _error_at(value, "") from None
    # NaN is written as null, which means something else, and a Decimal as it calls itself, which is no JSON at all.
    # A look for the words is cheap, and mostly ends the matter; `in` would take twice as long as `find` does.
    if content.find(b"null") >= 0 or content.find(b"NaN") >= 0 or content.find(b"Infinity") >= 0:
        from decimal import Decimal

        plain = msgspec.to_builtins(value, enc_hook=_to_builtin, builtin_types=(Decimal,))
        if not _is_strict(plain):  # there is a NaN, or a Decimal
            _refuse_nan(plain, "")
    return content


def encode_query(parameters: Mapping[str, Any]) -> str:
    """Encode a query string, without its question mark; a sequence repeats its name.

    Raises TypeError for None and for what is neither text, number nor boolean, ValueError for NaN.
    """
    from urllib.parse import quote

    pairs: list[str] = []
    for name, value in parameters.items():
        key = quote(encode_text(f"the parameter name {name!r}", name), safe="")
        pairs.extend(f"{key}={quote(encode_text(name, item), safe='')}" for item in each(value))
    return "&".join(pairs)


def encode_path_param(name: str, value: Any) -> str:
    """Encode a path parameter so that it cannot change the path.

    Raises ValueError for an empty value and for `.` and `..`, raw or encoded: servers and libraries resolve them.
    """
    from urllib.parse import quote

    value = value.value if isinstance(value, Enum) else value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise TypeError(f"{name} must be text, not {type(value).__name__}")
    text = _text(name, value)
    if not text:
        raise ValueError(f"{name} must not be empty")
    if changes_path(text):
        raise ValueError(f"{name} must not be {text!r}, which would change the path")
    return quote(text, safe="")


def changes_path(segment: str) -> bool:
    """Return whether a segment of a path is `.` or `..`, raw or encoded."""
    return segment.lower().replace("%2e", ".") in (".", "..")


def encode_text(name: str, value: Any) -> str:
    """Encode a value for a query or a form, which hold only text.

    Raises TypeError for None and for what is neither text, number nor boolean, ValueError for NaN and broken text.
    """
    if isinstance(value, Enum) or not isinstance(value, (str, int, float)):
        value = _to_scalar(name, value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(f"{name} must not be {value}")
    return _text(name, value)


def each(value: Any) -> Sequence[Any]:
    """Return the items of a sequence, or the value itself as the only one."""
    return value if is_sequence(value) else (value,)


def _text(name: str, value: str | int | float) -> str:
    try:
        text = str(value)
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{name}: {_SURROGATE}") from None
    except ValueError as error:  # a number of thousands of digits
        raise ValueError(f"{name}: {error}") from None
    return text


def _to_scalar(name: str, value: Any) -> str | int | float:
    """Convert what represents text or a number: an enum member, a date, a number of another library."""
    binary = isinstance(value, (bytes, bytearray, memoryview))
    if not binary:  # which would become base64
        with suppress(TypeError, ValueError):
            plain = msgspec.to_builtins(value, enc_hook=_to_builtin)
            if isinstance(plain, (str, int, float)):
                return plain
    found = "None (omit an optional argument instead)" if value is None else type(value).__name__
    raise TypeError(f"{name} must be text, a number, a boolean, or a sequence of these, not {found}")


def is_sequence(value: Any) -> TypeGuard[Sequence[Any]]:
    """Return whether a value is a sequence of values: no text, and no bytes."""
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray, memoryview))


# The first three are subclasses, such as marked strings, which msgspec leaves to its caller.
_BUILTINS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (str, str),
    (float, float),
    (int, int),
    (Mapping, dict),
    (Sequence, list),
    (Set, list),
)


def _to_builtin(value: Any) -> Any:
    """Convert what msgspec does not know to something that it does."""
    for kind, convert in _BUILTINS:
        if isinstance(value, kind):
            return convert(value)
    if isinstance(value, type):
        raise TypeError(_explain_class(value))
    if hasattr(value, "model_dump"):
        return _dump_model(value)
    if hasattr(value, "tolist"):  # arrays and numbers of numpy and similar libraries
        return value.tolist()
    raise TypeError(f"unsupported type {type(value).__name__}")


def _explain_class(value: type) -> str:
    if hasattr(value, "model_json_schema"):
        return (
            f"{value.__name__} is a class: pass its JSON Schema, {value.__name__}.model_json_schema(), where a schema "
            "is expected, or call the method `parse`, which takes the class itself"
        )
    return f"{value.__name__} is a class: pass an instance"


def _dump_model(model: Any) -> Any:
    """Return a pydantic model as its fields in JSON, with their defaults but for None that was never set."""
    everything = model.model_dump(mode="json", by_alias=True)
    return _without_unset(everything, model.model_dump(mode="json", by_alias=True, exclude_unset=True))


def _without_unset(everything: Any, given: Any) -> Any:
    if is_object(everything):
        known: Mapping[str, Any] = given if is_object(given) else {}
        kept = {name: value for name, value in everything.items() if value is not None or name in known}
        return {name: _without_unset(value, known.get(name)) for name, value in kept.items()}
    if is_array(everything):
        parts: Sequence[Any] = given if is_array(given) else ()
        return [_without_unset(value, part) for value, part in zip_longest(everything, parts)]
    return everything


# Decimal as a number: as a string, which is msgspec's choice, a server would refuse a temperature.
_encode = msgspec.json.Encoder(enc_hook=_to_builtin, decimal_format="number").encode


def _error_at(value: Any, place: str) -> Exception:
    """The error of the innermost part that cannot be encoded, with its place."""
    failure: Exception | None = None
    try:
        _encode(value)
    except _FAILURES as error:
        failure = error
    for step, part in _parts(value) if failure is not None else ():
        try:
            _encode(part)
        except _FAILURES as error:
            inner = _join(place, step)
            return _explain(error, inner, part) if isinstance(error, RecursionError) else _error_at(part, inner)
    return _explain(failure, place or "the body", value)


def _explain(error: Exception | None, place: str, value: Any) -> Exception:
    if value is msgspec.UNSET:
        return TypeError(f"{place}: UNSET cannot be sent; leave the argument out instead")
    if isinstance(error, UnicodeEncodeError):
        return ValueError(f"{place}: {_SURROGATE}")
    if isinstance(error, RecursionError):
        return ValueError(f"{place}: nested too deeply, or contains itself")
    kind = TypeError if isinstance(error, TypeError) else ValueError
    return kind(f"{place}: cannot be sent as JSON: {error or 'it was changed meanwhile'}")


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, msgspec.Struct):
        return [(name, object.__getattribute__(value, name)) for name in value.__struct_fields__]
    if isinstance(value, Mapping):
        return value.items()  # pyright: ignore[reportUnknownVariableType]
    return enumerate(value) if is_sequence(value) else ()


@cache
def _strict_encoder() -> Callable[[Any], str]:
    """Return an encoder in C that refuses NaN, which takes a tenth of the time of a walk in Python."""
    from json import JSONEncoder

    return JSONEncoder(allow_nan=False, check_circular=False).encode


def _is_strict(plain: Any) -> bool:
    try:
        _strict_encoder()(plain)
    except _FAILURES:
        return False
    return True


def _refuse_nan(value: Any, place: str) -> None:
    # Only a Decimal has a method for it; isfinite() would take a large one for infinite.
    if not value.is_finite() if hasattr(value, "is_finite") else isinstance(value, float) and not isfinite(value):
        raise ValueError(f"{place or 'the body'}: {value} cannot be sent as JSON")
    for step, part in _parts(value):
        _refuse_nan(part, _join(place, step))


def _join(place: str, step: str | int) -> str:
    if isinstance(step, int):
        return f"{place}[{step}]"
    return f"{place}.{step}" if place else str(step)
