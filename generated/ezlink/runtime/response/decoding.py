"""Decode bytes into objects: strictly first, in C; where that fails, once more and tolerantly.

The tolerant conversion keeps everything that can be kept. A value of another type than documented stays as it came, a
missing required field raises only when it is read, and each such place is reported as a `Deviation`.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import msgspec

from ..http.json_pointer import escape, is_array, is_object
from ..lazy import public
from .partial import build
from .unions import choose, is_union, known_fields, likely_members, members

# Raised by the strict decoder for bytes that do not fit its type.
DECODE_ERRORS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_TOO_DEEP = "it is nested too deeply"
_BOM = b"\xef\xbb\xbf"
_STRUCT = type(msgspec.Struct)
_SURROGATES = frozenset(map(chr, range(0xD800, 0xE000)))


@public
class Deviation(NamedTuple):
    """One place where the response to a method, `operation`, differs from its description. `pointer` leads to it."""

    pointer: str
    expected: str
    found: str
    operation: str = ""

    def __str__(self) -> str:
        return f"{self.operation}: {self.pointer or 'the response'}: expected {self.expected}, found {self.found}"


class Parsed(NamedTuple):
    """A JSON document, and the faults in its bytes."""

    document: Any
    deviations: list[Deviation]


def _renew_lock() -> None:
    global _build_lock
    _build_lock = threading.Lock()


# While msgspec builds the description of a type, another thread that uses a part of it crashes the interpreter. Nothing
# is locked once a type is built. A forked child could inherit the lock in its locked state.
_build_lock: threading.Lock
_renew_lock()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_lock)


@lru_cache(maxsize=1024)
def decoder(type: Any) -> msgspec.json.Decoder[Any]:
    """Return the strict decoder of a type."""
    with _build_lock:
        return msgspec.json.Decoder(type, dec_hook=_choose)


@lru_cache(maxsize=1024)
def errorless_decoder(cls: Any) -> msgspec.json.Decoder[Any] | None:
    """Return a strict decoder of a model that refuses an object with a field `error`, None where there can be none.

    Its objects are of a class derived from `cls`, to which their `__class__` is to be set. The derived class has a tag
    named `error`, which may be missing and which nothing equals: a look for the word in the bytes takes four times as
    long as this does.
    """
    config = getattr(cls, "__struct_config__", None)  # a list of objects has none
    if config is None or not config.dict or config.tag_field is not None or "error" in cls.__struct_encode_fields__:
        return None
    derived = msgspec.defstruct(cls.__name__, (), bases=(cls,), frozen=True, tag_field="error", tag="\0")
    return decoder(derived)


def convert(value: Any, type: Any) -> Any:
    """Convert parsed JSON to a type, strictly. Raises ValidationError."""
    decoder(type)  # so that nothing is left to be built
    return msgspec.convert(value, type, dec_hook=_choose)


def _choose(type: Any, value: Any) -> Any:
    """Convert parsed JSON to a union that msgspec leaves to its caller; other types of that kind are checked by it."""
    return choose(type, value, convert) if is_union(type) else value


def parse(raw: bytes) -> Parsed:
    """Parse JSON as it is found in the wild: with a byte order mark, NaN, lone surrogates or bytes that are not UTF-8.

    Raises ValueError, with the reason, for anything else that is not JSON, and for nesting too deep to be walked.
    """
    fault = None
    # Raised outside of `except`: the errors of decoders hold the whole document, and with it a key that a server may
    # have sent back.
    with suppress(msgspec.DecodeError, UnicodeDecodeError):
        try:
            return Parsed(msgspec.json.decode(raw), [])
        except RecursionError:
            fault = _TOO_DEEP
    if fault is None:
        try:
            return _parse_leniently(raw)
        except ValueError as error:
            fault = str(error)
        except RecursionError:
            fault = _TOO_DEEP
    raise ValueError(fault)


def _parse_leniently(raw: bytes) -> Parsed:
    import json

    faults: list[str] = []
    if raw.startswith(_BOM):
        faults.append("a byte order mark")
        raw = raw[len(_BOM) :]
    text = raw.decode("utf-8", "replace")
    if "\ufffd" in text and "\ufffd".encode() not in raw:
        faults.append("bytes that are not UTF-8")
    constants: set[str] = set()

    def number(literal: str) -> float:
        constants.add(literal)
        return float(literal)

    document = json.loads(text, parse_constant=number)
    if "\\ud" in text or "\\uD" in text:
        repaired = replace_surrogates(document)
        if repaired != document:
            faults.append("half of a character (a lone surrogate)")
        document = repaired
    faults.extend(sorted(constants))
    return Parsed(document, [Deviation("", "JSON in UTF-8", fault) for fault in faults])


def replace_surrogates(value: Any) -> Any:
    """Return the value with pairs of surrogates joined, and U+FFFD for lone ones, which can neither be printed nor
    sent.
    """
    if isinstance(value, str):
        if _SURROGATES.isdisjoint(value):
            return value
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if is_array(value):
        return [replace_surrogates(item) for item in value]
    if is_object(value):
        return {replace_surrogates(key): replace_surrogates(item) for key, item in value.items()}
    return value


def convert_tolerant(document: Any, type: Any, fill: bool = False) -> tuple[Any, list[Deviation]]:
    """Convert a parsed document to a type as far as it fits, and report where it does not.

    With `fill`, a required array or object that is missing or null is an empty one: so servers write an event of a
    stream that adds nothing to it. Raises ValueError for a document that is nested too deeply to be walked.
    """
    decoder(type)  # see `convert`
    deviations: list[Deviation] = []
    try:
        return _TolerantConversion(deviations, fill).convert(document, type, ""), deviations
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None


class _TolerantConversion:
    """Descends only where the strict conversion fails: what fits is converted in one step, in C."""

    def __init__(self, deviations: list[Deviation], fill: bool) -> None:
        self._deviations = deviations
        self._fill = fill

    def convert(self, value: Any, type: Any, pointer: str) -> Any:
        try:
            return msgspec.convert(value, type, dec_hook=_choose)
        except msgspec.ValidationError:
            pass
        shape = _shape(type)
        members = [shape] if shape.kind != "union" else _members(shape, value)
        if value is None and self._fill and (empty := _empty(shape)) is not None:
            self._keep(value, type, pointer)
            return empty
        for member in members:
            if member.kind == "struct" and is_object(value) and _tagged(value, member.type):
                return self._object(value, member.type, pointer)
            if member.kind == "list" and is_array(value):
                (inner,) = member.members
                return [self.convert(item, inner, f"{pointer}/{i}") for i, item in enumerate(value)]
            if member.kind == "dict" and is_object(value):
                (inner,) = member.members
                return {key: self.convert(part, inner, f"{pointer}/{escape(key)}") for key, part in value.items()}
            if member.type is int and isinstance(value, float) and value.is_integer():
                return int(value)  # 1.0 is an integer, to JSON and to JSON Schema
        return self._keep(value, type, pointer)

    def _object(self, value: dict[str, Any], cls: Any, pointer: str) -> Any:
        fields: dict[str, Any] = {}
        for name, wire, type, required in _fields(cls):
            if wire in value:
                fields[name] = self.convert(value[wire], type, f"{pointer}/{escape(wire)}")
            elif required:
                self._deviations.append(Deviation(f"{pointer}/{escape(wire)}", _name(type), "nothing"))
                if self._fill and (empty := _empty(_shape(type))) is not None:
                    fields[name] = empty
        return build(cls, fields)

    def _keep(self, value: Any, type: Any, pointer: str) -> Any:
        self._deviations.append(Deviation(pointer, _name(type), describe(value)))
        return value


def _empty(shape: _Shape) -> Any:
    """Return an empty array or object of this shape, None for another kind."""
    return [] if shape.kind == "list" else build(shape.type, {}) if shape.kind == "struct" else None


class _Shape(NamedTuple):
    kind: Literal["struct", "list", "dict", "union", "scalar"]
    type: Any
    members: tuple[Any, ...] = ()


def _members(shape: _Shape, value: Any) -> list[_Shape]:
    """Return the shapes of what a value may be, the likeliest first: a struct that knows nothing of it is left out."""
    ours, found = is_union(shape.type), list[_Shape]()
    for member in likely_members(shape.type, value) if ours else shape.members:
        inner = _shape(member)
        if inner.kind == "union":
            found += _members(inner, value)
        elif not (ours and inner.kind == "struct" and is_object(value) and not known_fields(member, value)):
            found.append(inner)
    return found


@lru_cache(maxsize=4096)
def _shape(type: Any) -> _Shape:
    origin = get_origin(type)
    if origin is Annotated:
        return _shape(get_args(type)[0])
    if origin in (Union, UnionType):
        return _Shape("union", type, get_args(type))
    if origin is list:
        return _Shape("list", type, get_args(type))
    if origin is dict:
        return _Shape("dict", type, get_args(type)[1:])
    if isinstance(origin or type, _STRUCT):
        return _Shape("struct", origin or type)
    if is_union(type):
        return _Shape("union", type, members(type))
    return _Shape("scalar", type)


@lru_cache(maxsize=4096)
def _fields(cls: Any) -> tuple[tuple[str, str, Any, bool], ...]:
    return tuple((field.name, field.encode_name, field.type, field.required) for field in msgspec.structs.fields(cls))


def has_kind(value: Any, cls: Any, name: str) -> bool:
    """Return whether a value is an array, an object or neither where the field of a struct, by its name in JSON, is so.

    True for a field that is not known: `cls` may be no struct.
    """
    kinds = [_kinds(each) for each in _field_types(cls).get(name, ())]
    return not kinds or any(_kind(value) in each for each in kinds)


def resembles(document: Any, type: Any) -> bool:
    """Return whether a document is of the kind of a type, and an object has a field of it, if it describes any."""
    if _kind(document) not in _kinds(type):
        return False
    known = _field_types(type)
    return not (is_object(document) and known) or not known.keys().isdisjoint(document)


@lru_cache(maxsize=1024)
def _field_types(cls: Any) -> dict[str, list[Any]]:
    """Return the types of a struct's fields by their names in JSON, of a union those of all of its structs."""
    shape, found = _shape(cls), dict[str, list[Any]]()
    for struct in shape.members if shape.kind == "union" else (cls,):
        if is_union(struct):
            for wire, types in _field_types(struct).items():
                found.setdefault(wire, []).extend(types)
        for _, wire, type, _ in _fields(struct) if isinstance(struct, _STRUCT) else ():
            found.setdefault(wire, []).append(type)
    return found


@lru_cache(maxsize=4096)
def _kinds(type: Any) -> frozenset[str]:
    """Return what a value of a type may be: an array, an object, or a scalar."""
    shape = _shape(type)
    if shape.kind == "union":
        return frozenset(kind for member in shape.members for kind in _kinds(member))
    if shape.kind == "scalar" and type in (Any, object, list, dict):
        return frozenset(("array", "object", "scalar"))
    return frozenset(({"list": "array", "scalar": "scalar"}.get(shape.kind, "object"),))


def _kind(value: Any) -> str:
    return "array" if is_array(value) else "object" if is_object(value) else "scalar"


def _tagged(value: dict[str, Any], cls: type[Any]) -> bool:
    """Return whether an object may be of this class, by the tag that the class may have."""
    config = cls.__struct_config__
    return config.tag_field is None or value.get(config.tag_field) == config.tag


def _name(type: Any) -> str:
    shape = _shape(type)
    if shape.kind == "union":
        return " or ".join(_name(member) for member in shape.members)
    if shape.kind in ("list", "dict"):
        return {"list": "an array", "dict": "an object"}[shape.kind]
    if get_origin(type) is Literal:
        return " or ".join(map(repr, get_args(type)))
    if type is NoneType:
        return "null"
    return _WORDS.get(type) or str(getattr(type, "__name__", type))


_WORDS: dict[Any, str] = {str: "a string", int: "an integer", float: "a number", bool: "true or false"}


def describe(value: Any) -> str:
    """Return what a parsed value is, in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the string {value!r}" if len(value) <= 40 else f"a string of {len(value)} characters"
    return "an array" if isinstance(value, list) else "an object"
