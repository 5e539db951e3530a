"""Fields that extensions name: each must exist in the schema it is looked up in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Content
from ...spec.pointer import join, mapping, sequence, string
from ...spec.responses import Missing, described_fields, field_at, required_fields
from ...spec.schemas import types_of
from ..features.schemas import is_of_kinds
from ..finding import Finding, Findings


def known_field(pointer: str, name: str, fields: Iterable[str], owner: str = "") -> Findings:
    """A name is one of the fields of its owner (of the schema itself, if there is none)."""
    known = list(fields)
    if name not in known:
        message = f"{owner} has no field {name!r}" if owner else f"there is no field {name!r}"
        otherwise = "correct the name" if owner else "name a property of this schema"
        yield Finding(pointer, message, did_you_mean(name, known, otherwise))


def leads_to_field(tree: dict[str, Any], pointer: str, path: str, schema: object) -> Findings:
    """A JSON pointer leads to a field of a response."""
    field = field_at(tree, schema, path)
    if isinstance(field, Missing):
        hint = did_you_mean(field.token, field.known, "use a pointer to an existing field")
        yield Finding(pointer, f"{path!r} leads nowhere: there is no field {field.token!r}", hint)


def proves(tree: dict[str, Any], pointer: str, names: list[str], schema: object) -> Findings:
    """Each name is a field that every form of the response requires."""
    required, described = required_fields(tree, schema), described_fields(tree, schema)
    owner = string(mapping(schema).get("$ref")).rpartition("/")[2] or "the response"
    for index, name in enumerate(names):
        if name in described and name not in required:
            message = f"the proof field {name!r} is not required in {owner}"
            yield Finding(join(pointer, index), message, f"add it to `required` of {owner}")
        elif name not in required:
            hint = did_you_mean(name, required, f"add it to {owner}, or name another field")
            yield Finding(join(pointer, index), f"{owner} has no proof field {name!r}", hint)


def accepted_values(tree: dict[str, Any], pointer: str, owner: dict[str, Any], results: list[Content]) -> Findings:
    """The pointers of `accepted` and `refused` lead to fields, and the values are of their types."""
    listed = [(key, *item) for key in ("accepted", "refused") for item in mapping(owner.get(key)).items()]
    for key, path, values in listed:
        place = join(pointer, key, path)
        for result in results:
            yield from leads_to_field(tree, place, path, result.schema)
            kinds = types_of(tree, field_at(tree, result.schema, path))
            for index, value in enumerate(sequence(values)):
                if not is_of_kinds(value, kinds):
                    shown = json.dumps(value, ensure_ascii=False)
                    message = f"{path!r} is never {shown}: it is of type {' or '.join(kinds)}"
                    yield Finding(join(place, index), message, "use a value of that type")
