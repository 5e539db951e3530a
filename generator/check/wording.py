"""What a JSON Schema validator says, in plain words and with a cure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from ..nodes import join, mapping, sequence
from ..problems import did_you_mean

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

YAML_1_1_BOOLEANS = {"yes", "no", "on", "off", "y", "n"}


def explain(base: str, error: ValidationError) -> tuple[str, str, str]:
    """Pointer, what and cure of an error in what stands at the pointer `base`."""
    error = _deepest(error)
    pointer = join(base, *error.absolute_path)
    kind, found = str(error.validator), cast("Any", error.instance)
    if kind == "required":
        missing = [name for name in sequence(error.validator_value) if name not in mapping(found)]
        names = ", ".join(map(repr, missing))
        return pointer, f"{names} is missing", _misspelt(missing, found) or f"add {names}"
    if kind in ("additionalProperties", "unevaluatedProperties"):
        return _unknown_key(pointer, error)
    if kind == "type":
        wanted = error.validator_value
        names = " or ".join(map(str, sequence(wanted) or [wanted]))
        return pointer, f"{_short(found)} is not of type {names}", _retype(found, names)
    if kind in ("enum", "const"):
        allowed = sequence(error.validator_value) or [error.validator_value]
        cure = did_you_mean(str(found), map(str, allowed), f"write one of {', '.join(map(str, allowed))}")
        return pointer, f"{_short(found)} is not allowed here", cure
    if kind == "pattern":
        return pointer, f"{_short(found)} has not the form {error.validator_value}", "write it in that form"
    return pointer, _short(error.message, 200), "see the OpenAPI specification for what may stand here"


def _deepest(error: ValidationError) -> ValidationError:
    """Of the branches that all failed, the error that got furthest: the branch that was meant."""
    from jsonschema import exceptions

    return cast("Any", exceptions).best_match([error]) if error.context else error


def _unknown_key(pointer: str, error: ValidationError) -> tuple[str, str, str]:
    found = mapping(error.instance)
    quoted = [name for name in re.findall(r"'((?:[^'\\]|\\.)*)'", error.message) if name in found]
    name = quoted[0] if quoted else ""
    known = mapping(mapping(error.schema).get("properties"))
    others = f" (and {len(quoted) - 1} more)" if len(quoted) > 1 else ""
    cure = did_you_mean(name, set(known) - set(found), "remove it, or write it in its place")
    return join(pointer, name), f"unknown key {name!r}{others}", cure


def _misspelt(missing: list[Any], found: Any) -> str:
    for name in missing:
        cure = did_you_mean(str(name), mapping(found))
        if cure:
            return f"rename {cure.removeprefix('did you mean ').rstrip('?')} to {name!r}"
    return ""


def _retype(found: Any, wanted: str) -> str:
    if isinstance(found, str) and found.lower() in YAML_1_1_BOOLEANS and "boolean" in wanted:
        return "write true or false: in YAML 1.2 nothing else is a boolean"
    if wanted == "string" and isinstance(found, (bool, int, float)):
        return "put it in quotes"
    return f"write {'an' if wanted[0] in 'aeiou' else 'a'} {wanted} here"


def _short(value: Any, most: int = 60) -> str:
    text = value if isinstance(value, str) and most > 60 else repr(value)
    return text if len(text) <= most else text[: most - 1] + "…"
