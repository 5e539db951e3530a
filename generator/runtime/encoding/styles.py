"""Parameters that are written in other ways than as plain text or repeated names: the styles of OpenAPI.

Objects of a form, too: `application/x-www-form-urlencoded` writes its fields as a query does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, NamedTuple, TypeGuard
from urllib.parse import quote

import msgspec

from .arguments import changes_path, encode_json, encode_text, is_sequence

Layout = Literal["form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject", "json", "mixed"]

_DELIMITERS = {"form": ",", "simple": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}
# What `allowReserved` leaves as it is; `&`, `#` and `+` would change what the server reads.
_RESERVED = "/:?@!$'()*,;="


class ParameterStyle(NamedTuple):
    """Serialization style of a parameter: with `explode`, each item of an array or an object is written by itself.

    Beside the styles of OpenAPI there are `json`, and `mixed` for fields of a form: text as it is, and objects as JSON.
    """

    layout: Layout
    explode: bool = True
    reserved: bool = False
    """Leave reserved characters, such as `/`, as they are."""


FORM = ParameterStyle("form")
_SIMPLE = ParameterStyle("simple", False)


def encode_query_with(parameters: Mapping[str, Any], styles: Mapping[str, ParameterStyle]) -> str:
    """Encode a query string or the fields of a form. Raises TypeError and ValueError as `encode_query` does."""
    pairs: list[str] = []
    for name, value in parameters.items():
        style = styles.get(name, FORM)
        pairs += [f"{quote(key, safe='')}={text}" for key, text in _query_pairs(name, value, style)]
    return "&".join(pairs)


def encode_path_with(name: str, value: Any, style: ParameterStyle) -> str:
    """Encode a path parameter in a style. Raises ValueError for what would change the path."""
    text = _path_text(name, value, style)
    if not text:
        raise ValueError(f"{name} must not be empty")
    if changes_path(text):
        raise ValueError(f"{name} must not be {text!r}, which would change the path")
    return text


def encode_header_with(name: str, value: Any, style: ParameterStyle = _SIMPLE) -> str:
    """Encode a header: the items of an array, or the names and values of an object, between commas."""
    if style.layout == "json":
        return encode_json(value).decode()
    return _joined(name, value, style, ",", lambda text: text)


def encode_cookies(values: Mapping[str, Any], styles: Mapping[str, ParameterStyle]) -> str:
    """Encode the header `Cookie`."""
    found: list[str] = []
    for name, value in values.items():
        style = styles.get(name, FORM)
        found += [f"{key}={text}" for key, text in _query_pairs(name, value, style)]
    return "; ".join(found)


def _query_pairs(name: str, value: Any, style: ParameterStyle) -> Iterator[tuple[str, str]]:
    def encode(text: str) -> str:
        return quote(text, safe=_RESERVED if style.reserved else "")

    value = _plain(value)
    if style.layout == "json" or (style.layout == "mixed" and _is_object(value)):
        yield name, encode(encode_json(value).decode())
    elif style.layout == "deepObject" and (_is_object(value) or is_sequence(value)):
        yield from ((key, encode(encode_text(key, part))) for key, part in _deep(name, value))
    elif not style.explode and (is_sequence(value) or _is_object(value)):
        yield name, _joined(name, value, style, _DELIMITERS.get(style.layout, ","), encode)
    elif _is_object(value):
        for key, part in _pairs(value):
            yield from _query_pairs(key, part, style._replace(layout="json") if _is_object(part) else style)
    elif is_sequence(value):
        for item in value:
            yield name, encode(_part(name, item))
    else:
        yield name, encode(encode_text(name, value))


def _deep(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Yield `name[key]` of each value in objects and arrays, which have numbers for keys."""
    if _is_object(value):
        for key, part in _pairs(value):
            yield from _deep(f"{name}[{key}]", part)
    elif is_sequence(value):
        for index, part in enumerate(value):
            yield from _deep(f"{name}[{index}]", part)
    else:
        yield name, value


def _path_text(name: str, value: Any, style: ParameterStyle) -> str:
    def encode(text: str) -> str:
        return quote(text, safe="")

    value = _plain(value)
    if style.layout == "json":
        return encode(encode_json(value).decode())
    if style.layout == "label":
        return "." + _joined(name, value, style, "." if style.explode else ",", encode)
    if style.layout != "matrix":
        return _joined(name, value, style, ",", encode)
    if style.explode and is_sequence(value):
        return "".join(f";{quote(name)}={encode(_part(name, item))}" for item in value)
    if style.explode and _is_object(value):
        return ";" + _joined(name, value, style, ";", encode)
    return f";{quote(name)}={_joined(name, value, style, ',', encode)}"


def _joined(name: str, value: Any, style: ParameterStyle, delimiter: str, encode: Callable[[str], str]) -> str:
    value = _plain(value)
    if _is_object(value):
        between = "=" if style.explode else delimiter
        pairs = [(encode(key), encode(_part(f"{name}.{key}", part))) for key, part in _pairs(value)]
        return delimiter.join(f"{key}{between}{text}" for key, text in pairs)
    if is_sequence(value):
        return delimiter.join(encode(_part(name, item)) for item in value)
    return encode(encode_text(name, value))


def _pairs(value: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the keys of an object with their values. Null is not sent, as it is not without an object around it."""
    return ((str(key), part) for key, part in value.items() if part is not None)


def _part(name: str, value: Any) -> str:
    """The text of an item; of an object or an array, for which OpenAPI has no form there, its JSON."""
    value = _plain(value)
    return encode_json(value).decode() if _is_object(value) or is_sequence(value) else encode_text(name, value)


def _plain(value: Any) -> Any:
    """Return a struct or a model as the mapping of what it holds."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, msgspec.Struct) or hasattr(value, "model_dump"):
        return msgspec.json.decode(encode_json(value))
    return value


def _is_object(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)
