"""Arguments as bytes: JSON bodies, query strings and path segments.

Whatever an argument may be made of is taken: structs, dataclasses, pydantic models, any Mapping or Sequence, dates,
numbers and strings of other libraries. What JSON cannot say is refused with the place of the argument in the message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import suppress
from enum import Enum
from math import isfinite
from typing import Any, TypeGuard

import msgspec


def encode_json(value: Any) -> bytes:
    """A body as compact JSON.

    Raises TypeError for what JSON cannot hold and ValueError for NaN, infinities, broken text and endless nesting; each
    names the place, such as `messages[0].content`.
    """
    try:
        content = _encode(value)
    except (TypeError, ValueError, OverflowError, RecursionError):
        raise _locate(value, "") from None
    # NaN is written as null, which means something else, and a Decimal as it calls itself, which is no JSON at all.
    # A look for the words is cheap, and mostly ends the matter.
    if b"null" in content or b"NaN" in content or b"Infinity" in content:
        from decimal import Decimal

        _refuse_nan(msgspec.to_builtins(value, enc_hook=_plain, builtin_types=(Decimal,)), "")
    return content


def encode_query(parameters: Mapping[str, Any]) -> str:
    """A query string without its question mark; a sequence repeats its name.

    Raises TypeError for None and for what is neither text, number nor truth value, ValueError for NaN.
    """
    from urllib.parse import quote

    pairs: list[str] = []
    for name, value in parameters.items():
        key = quote(encode_text(repr(name), name, "a query's name"), safe="")
        pairs.extend(f"{key}={quote(encode_text(name, item, 'a query'), safe='')}" for item in each(value))
    return "&".join(pairs)


def encode_path_param(name: str, value: Any) -> str:
    """A path parameter, encoded so that it cannot change the path.

    Raises ValueError for an empty value and for `.` and `..`, raw or encoded: servers and libraries resolve them.
    """
    from urllib.parse import quote

    value = value.value if isinstance(value, Enum) else value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise TypeError(f"{name}: a path takes text, not {type(value).__name__}")
    text = _text(name, value)
    if not text:
        raise ValueError(f"{name} must not be empty")
    if text.lower().replace("%2e", ".") in (".", ".."):
        raise ValueError(f"{name}: {text!r} as a whole would change the path")
    return quote(text, safe="")


def encode_text(name: str, value: Any, place: str) -> str:
    """A value as text, for places that hold nothing else: "a query", "a form".

    Raises TypeError for None and for what is neither text, number nor truth value, ValueError for NaN and broken text.
    """
    if isinstance(value, Enum) or not isinstance(value, (str, int, float)):
        value = _simple(name, value, place)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(f"{name}: {place} cannot hold {value}")
    return _text(name, value)


def _text(name: str, value: str | int | float) -> str:
    try:
        text = str(value)
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{name}: the text holds half of a character (a lone surrogate)") from None
    except ValueError as error:  # a number of thousands of digits
        raise ValueError(f"{name}: {error}") from None
    return text


def _simple(name: str, value: Any, place: str) -> str | int | float:
    """What stands for text or a number (an enum's member, a date, a number of another library) as that."""
    binary = isinstance(value, (bytes, bytearray, memoryview))
    if not binary:  # which would become base64
        with suppress(TypeError, ValueError):
            plain = msgspec.to_builtins(value, enc_hook=_plain)
            if isinstance(plain, (str, int, float)):
                return plain
    what = "None: leave it out instead" if value is None else type(value).__name__
    raise TypeError(f"{name}: {place} takes text, numbers, truth values and sequences of them, not {what}")


def each(value: Any) -> Sequence[Any]:
    """The items of a sequence, or the value itself as the only one."""
    return value if _is_sequence(value) else (value,)


def _is_sequence(value: Any) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray, memoryview))


def _is_mapping(value: Any) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping)


# The first three are subclasses, such as marked strings, which msgspec leaves to its caller.
_INTO: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (str, str),
    (float, float),
    (int, int),
    (Mapping, dict),
    (Sequence, list),
    (Set, list),
)


def _plain(value: Any) -> Any:
    """What msgspec does not know, as something that it does."""
    for kind, into in _INTO:
        if isinstance(value, kind):
            return into(value)
    if hasattr(value, "model_dump"):
        # A pydantic model. As with our own structs, what was never set is not sent.
        return value.model_dump(mode="json", exclude_unset=True, by_alias=True)
    if hasattr(value, "tolist"):  # arrays and numbers of numpy and its kin
        return value.tolist()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


# Decimal as a number: as a string, which is msgspec's choice, a server would refuse a temperature.
_encode = msgspec.json.Encoder(enc_hook=_plain, decimal_format="number").encode


def _locate(value: Any, place: str) -> Exception:
    """The error of the innermost part that cannot be encoded, with its place."""
    try:
        _encode(value)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        for step, part in _parts(value):
            try:
                _encode(part)
            except RecursionError:
                return ValueError(f"{_join(place, step)}: nested too deeply, or holds itself")
            except (TypeError, ValueError, OverflowError):
                return _locate(part, _join(place, step))
        return _explain(error, place or "the body", value)
    return ValueError(f"{place or 'the body'}: cannot be encoded")  # it could a moment ago: somebody is changing it


def _explain(error: Exception, place: str, value: Any) -> Exception:
    if value is msgspec.UNSET:
        return TypeError(f"{place}: UNSET has no form in JSON; leave the argument out instead")
    if isinstance(error, UnicodeEncodeError):
        return ValueError(f"{place}: the text holds half of a character (a lone surrogate), which cannot be sent")
    if isinstance(error, RecursionError):
        return ValueError(f"{place}: nested too deeply, or holds itself")
    kind = TypeError if isinstance(error, TypeError) else ValueError
    return kind(f"{place}: cannot be sent as JSON: {error}")


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, msgspec.Struct):
        return [(name, object.__getattribute__(value, name)) for name in value.__struct_fields__]
    if _is_mapping(value):
        return value.items()
    if _is_sequence(value):
        return enumerate(value)
    return ()


def _refuse_nan(value: Any, place: str) -> None:
    # Only a Decimal has a method for it; isfinite() would take a large one for infinite.
    if not value.is_finite() if hasattr(value, "is_finite") else isinstance(value, float) and not isfinite(value):
        raise ValueError(f"{place or 'the body'}: {value} has no form in JSON")
    for step, part in _parts(value):
        _refuse_nan(part, _join(place, step))


def _join(place: str, step: str | int) -> str:
    if isinstance(step, int):
        return f"{place}[{step}]"
    return f"{place}.{step}" if place else str(step)
