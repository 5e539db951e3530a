"""What a JSON Schema validator says, in plain words and with a cure."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ...diagnostics import did_you_mean
from ...spec.pointer import join, mapping, sequence

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

YAML_1_1_BOOLEANS = {"yes", "no", "on", "off", "y", "n"}


# What the validator says without telling which keyword failed.
SENTENCES = (
    (r"Duplicate tag name '(.*)'", "the tag {!r} is declared twice", "keep one of the two"),
    (r"Duplicate parameter '(.*)'", "the parameter {!r} is declared twice", "keep one of the two"),
    (r"Required list has not defined properties: (.*)", "required properties are not described: {}", "describe them"),
)
# What an unknown key should have been, by what it stands in.
OTHERWISE = {
    "paths": "begin a path with a slash",
    "responses": "write a status (200), a class of them (4XX) or `default`",
}


class Explanation(NamedTuple):
    """One problem. `unknown`: it is about a key that nothing knows."""

    pointer: str
    what: str
    cure: str
    unknown: bool = False


def explain(base: str, error: ValidationError) -> list[Explanation]:
    """What an error says about the node at the pointer `base`, or below it."""
    error = _meant(error)
    pointer = join(base, *error.absolute_path)
    kind, found = str(error.validator), cast("Any", error.instance)
    if kind == "required":
        missing = [name for name in sequence(error.validator_value) if name not in mapping(found)]
        names = ", ".join(map(repr, missing))
        return [Explanation(pointer, f"{names} is missing", _misspelt(missing, found) or f"add {names}")]
    if kind in ("additionalProperties", "unevaluatedProperties"):
        return _unknown_keys(pointer, error)
    if kind == "type":
        names = " or ".join(map(str, sequence(error.validator_value) or [error.validator_value]))
        return [Explanation(pointer, f"{_shown(found)} is not of type {names}", _retype(found, names))]
    if kind in ("enum", "const"):
        return [Explanation(pointer, f"{_shown(found)} is not allowed here", _choose(error, found))]
    if kind == "pattern":
        return [
            Explanation(pointer, f"{_shown(found)} has not the form {error.validator_value}", "write it in that form")
        ]
    for pattern, what, cure in SENTENCES:
        if match := re.fullmatch(pattern, error.message):
            return [Explanation(pointer, what.format(match[1]), cure)]
    return [Explanation(pointer, _cut(error.message, 200), "see the OpenAPI specification for what may stand here")]


def _meant(error: ValidationError) -> ValidationError:
    """Of branches that all failed, the error that got furthest: it is in the branch that was meant."""
    while branches := [inner for inner in error.context or () if inner.validator != "type" or inner.relative_path]:
        error = max(branches, key=lambda inner: len(inner.absolute_path))
    return error


def _unknown_keys(pointer: str, error: ValidationError) -> list[Explanation]:
    found = mapping(error.instance)
    known = mapping(mapping(error.schema).get("properties")).keys() - found.keys()
    names = [name for name in re.findall(r"'((?:[^'\\]|\\.)*)'", error.message) if name in found]
    if not names:  # a key with quotes in it cannot be found in the message
        return [Explanation(pointer, _cut(error.message, 200), "remove the key, or write it where it belongs")]
    otherwise = OTHERWISE.get(pointer.rpartition("/")[2], "remove it, or write it where it belongs")
    return [
        Explanation(join(pointer, name), f"unknown key {name!r}", did_you_mean(name, known, otherwise), unknown=True)
        for name in names
    ]


def _choose(error: ValidationError, found: object) -> str:
    allowed = sequence(error.validator_value) or [error.validator_value]
    listed = ", ".join(one if isinstance(one, str) else _shown(one) for one in allowed)
    otherwise = f"write one of {listed}" if len(allowed) > 1 else f"write {listed}"
    return did_you_mean(str(found), map(str, allowed), otherwise)


def _misspelt(missing: list[Any], found: Any) -> str:
    for name in missing:
        cure = did_you_mean(str(name), mapping(found))
        if cure:
            return f"rename {cure.removeprefix('did you mean ').rstrip('?')} to {name!r}"
    return ""


def _retype(found: Any, wanted: str) -> str:
    if isinstance(found, str) and found.lower() in YAML_1_1_BOOLEANS and "boolean" in wanted:
        return "write true or false: in YAML 1.2 nothing else is a boolean"
    if wanted == "string" and isinstance(found, list):
        return "write one type, and `nullable: true` for null: lists of types are new in OpenAPI 3.1"
    if wanted == "string" and isinstance(found, (bool, int, float)):
        return "put it in quotes"
    return f"write {'an' if wanted[0] in 'aeiou' else 'a'} {wanted} here"


def _shown(value: Any) -> str:
    """A value as its author knows it."""
    return _cut(repr(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str), 60)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
