"""Faults in the parts of a policy: the place of each, and the name that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

import msgspec

from ..diagnostics import did_you_mean
from ..spec.pointer import join, mapping

T = TypeVar("T")

_AT = re.compile(r" - at `(?P<of_key>key in )?\$(?P<path>.*)`\Z", re.DOTALL)
_STEP = re.compile(r"\.(?P<name>[^.\[]+)|\[(?P<index>\d+)\]|\[\.\.\.\]")
_NAME = re.compile(r"`(.*)`", re.DOTALL)


class Fault(NamedTuple):
    """What is wrong in a policy; it is ignored there if the key may belong to somebody else."""

    pointer: str
    message: str
    hint: str
    ignored: bool = False


def converted(node: Any, kind: type[T], pointer: str) -> tuple[T | None, list[Fault]]:
    """A part of a policy, or None and what is wrong in it."""
    known = _names(kind)
    try:
        return msgspec.convert(node, kind), []
    except msgspec.ValidationError as error:
        fault = _fault(str(error), kind, pointer)
        if not known.intersection(mapping(node)):
            key = pointer.rpartition("/")[2]
            fault = Fault(pointer, f"{key} is not that of this generator", f"use {_listed(known)}", ignored=True)
        return None, [fault]
    except UnicodeEncodeError:
        return None, [Fault(pointer, "a string holds half of a surrogate pair", "correct the value")]


def _fault(text: str, kind: Any, pointer: str) -> Fault:
    """The fault that an error of msgspec reports: `Expected `str`, got `int` - at `$.when``."""
    found = _AT.search(text)
    message = text[: found.start()] if found else text
    inner = kind
    for step in _STEP.finditer(found["path"] if found else ""):
        name, index = step["name"], step["index"]
        if name is None and index is None:  # a value of a map, whose key is not reported
            break
        pointer = join(pointer, name if name is not None else index)
        inner = _below(inner, name) if name is not None else inner
    quoted = _NAME.search(message)
    key = quoted[1] if quoted else ""
    if message.startswith("Object contains unknown field"):
        known = _names(inner)
        hint = did_you_mean(key, known, f"use {_listed(known)}" if known else "remove it")
        return Fault(join(pointer, key), f"unknown key {key!r}", hint)
    if message.startswith("Object missing required field"):
        return Fault(pointer, f"the key {key!r} is missing", "add it")
    plain = message.replace("`", "").replace(" | null", "")
    return Fault(pointer, f"{plain[0].lower()}{plain[1:]}", "correct the value")


def _names(kind: Any) -> set[str]:
    """The keys of a part."""
    return {*kind.__struct_encode_fields__} if _is_struct(kind) else set()


def _below(kind: Any, name: str) -> Any:
    """The type of a field, or of the items of a list; only where that is a part again does it matter."""
    if not _is_struct(kind):
        return kind
    types = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    return next((one for one in _members(types.get(name)) if _is_struct(one)), None)


def _members(kind: Any) -> Iterable[Any]:
    yield kind
    for inner in getattr(kind, "__args__", ()):
        yield from _members(inner)


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
