"""The errors of a JSON Schema validator in plain words, with a hint."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ...diagnostics import Severity, did_you_mean
from ...spec.pointer import join, mapping, sequence

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

YAML_1_1_BOOLEANS = {"yes", "no", "on", "off", "y", "n"}


# Messages of the validator that come without the keyword that failed.
MESSAGES = (
    (r"Duplicate tag name '(.*)'", "the tag {!r} is declared twice", "keep one of the two"),
    (r"Duplicate parameter '(.*)'", "the parameter {!r} is declared twice", "keep one of the two"),
    (r"Required list has not defined properties: (.*)", "required properties are not described: {}", "describe them"),
)
# Hints for an unknown key, by the key that contains it.
UNKNOWN_KEY_HINTS = {
    "paths": "start a path with a slash",
    "responses": "use a status (200), a class of them (4XX) or `default`",
}


class Explanation(NamedTuple):
    """One fault. `unknown` is set for an unknown key. What is invalid but clear is a warning."""

    pointer: str
    message: str
    hint: str
    unknown: bool = False
    severity: Severity = "error"


# Keys without which a document is clear: for people, or with a meaning that goes without saying. Without a name or a
# place of a parameter, rules of ours leave the operation out.
DISPENSABLE = frozenset({
    "authorizationUrl", "content", "default", "description", "flows", "in", "info", "name", "openIdConnectUrl", "paths",
    "propertyName", "refreshUrl", "required", "responses", "schema", "scopes", "title", "tokenUrl", "url", "version",
})  # fmt: skip
# Keys whose value has no part in the client, or that the client does without.
NOTES = frozenset({
    "callbacks", "contact", "default", "description", "example", "examples", "externalDocs", "info", "license", "links",
    "servers", "summary", "tags", "title", "webhooks", "xml",
})  # fmt: skip

_TAG = re.compile("/tags/[0-9]+")
_IS_MISSING = ("is missing", "are missing")


def explain(base: str, error: ValidationError) -> list[Explanation]:
    """Explain an error about the node at the pointer `base`, or below it."""
    error = _deepest(error)
    pointer = join(base, *error.absolute_path)
    kind, found = str(error.validator), cast("Any", error.instance)
    if kind == "required":
        missing = [name for name in sequence(error.validator_value) if name not in mapping(found)]
        names = ", ".join(map(repr, missing))
        if pointer.endswith("/responses"):  # none of its keys is a status: the schema of OpenAPI asks for this one
            message = f"{', '.join(map(repr, mapping(found)))}: no status"
            return [Explanation(pointer, message, UNKNOWN_KEY_HINTS["responses"], severity="warning")]
        message, hint = f"{names} {_IS_MISSING[len(missing) > 1]}", _misspelt(missing, found) or f"add {names}"
        is_note = pointer.rpartition("/")[2] in NOTES or _TAG.fullmatch(pointer)
        is_clear = is_note or DISPENSABLE.issuperset(missing)
        return [Explanation(pointer, message, hint, severity="warning" if is_clear else "error")]
    if kind in ("additionalProperties", "unevaluatedProperties"):
        return _unknown_keys(pointer, error)
    if kind == "type":
        names = " or ".join(map(str, sequence(error.validator_value) or [error.validator_value]))
        is_value = not isinstance(found, (dict, list)) or pointer.rpartition("/")[2] in NOTES
        severity: Severity = "warning" if is_value else "error"
        message = f"{_shown(found)} is not of type {names}"
        return [Explanation(pointer, message, _retype(found, names), severity=severity)]
    return [Explanation(pointer, *_other(kind, error), severity="warning")]


def _other(kind: str, error: ValidationError) -> tuple[str, str]:
    """Message and hint of an error about a value."""
    found = cast("Any", error.instance)
    if kind in ("enum", "const"):
        return f"{_shown(found)} is not allowed here", _choose(error, found)
    if kind == "pattern":
        return f"{_shown(found)} does not match {error.validator_value}", "write it in that form"
    for pattern, message, hint in MESSAGES:
        if match := re.fullmatch(pattern, error.message):
            return message.format(match[1]), hint
    return _cut(error.message, 200), "see the OpenAPI specification for what is allowed here"


def _deepest(error: ValidationError) -> ValidationError:
    """Of branches that all failed, the error that is deepest: it is in the branch that was meant."""
    while branches := [inner for inner in error.context or () if inner.validator != "type" or inner.relative_path]:
        error = max(branches, key=lambda inner: (len(inner.absolute_path), inner.validator_value != ["$ref"]))
    return error


def _unknown_keys(pointer: str, error: ValidationError) -> list[Explanation]:
    found = mapping(error.instance)
    known = mapping(mapping(error.schema).get("properties")).keys() - found.keys()
    names = [name for name in re.findall(r"'((?:[^'\\]|\\.)*)'", error.message) if name in found]
    if not names:  # a key with quotes in it cannot be found in the message
        hint = "remove the key, or move it where it belongs"
        return [Explanation(pointer, _cut(error.message, 200), hint, severity="warning")]
    otherwise = UNKNOWN_KEY_HINTS.get(pointer.rpartition("/")[2], "remove it, or move it where it belongs")
    return [
        Explanation(join(pointer, name), f"unknown key {name!r}", did_you_mean(name, known, otherwise), True, "warning")
        for name in names
    ]


def _choose(error: ValidationError, found: object) -> str:
    allowed = sequence(error.validator_value) or [error.validator_value]
    listed = ", ".join(one if isinstance(one, str) else _shown(one) for one in allowed)
    otherwise = f"use one of {listed}" if len(allowed) > 1 else f"write {listed}"
    return did_you_mean(str(found), map(str, allowed), otherwise)


def _misspelt(missing: list[Any], found: Any) -> str:
    for name in missing:
        hint = did_you_mean(str(name), mapping(found))
        if hint:
            return f"rename {hint.removeprefix('did you mean ').rstrip('?')} to {name!r}"
    return ""


def _retype(found: Any, wanted: str) -> str:
    if isinstance(found, str) and found.lower() in YAML_1_1_BOOLEANS and "boolean" in wanted:
        return "write true or false: YAML 1.2 has no other booleans"
    if wanted == "string" and isinstance(found, list):
        return "write one type, and `nullable: true` for null: lists of types are new in OpenAPI 3.1"
    if wanted == "string" and isinstance(found, (bool, int, float)):
        return "put it in quotes"
    return f"write {'an' if wanted[0] in 'aeiou' else 'a'} {wanted} here"


def _shown(value: Any) -> str:
    """A value as its author wrote it."""
    return _cut(repr(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str), 60)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
