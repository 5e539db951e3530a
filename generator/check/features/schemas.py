"""Schemas: supported keywords only, none dropped in silence, none misspelt."""

from __future__ import annotations

import json
from collections.abc import Collection

from ...diagnostics import did_you_mean
from ...spec import Document, Schema
from ...spec.pointer import join, sequence, string, strings
from ...spec.schemas import properties_of
from ..finding import Findings, unsupported, warning
from .supported import SUPPORTED_SCHEMA_KEYWORDS, UNSUPPORTED_SCHEMA_KEYWORDS, waiver

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def keywords(document: Document, schema: Schema) -> Findings:
    """Every keyword is supported or waived, and something is allowed at all."""
    if schema.value is False:
        hint = "leave it out, or describe what is allowed"
        yield unsupported(schema.pointer, "a schema that allows nothing is not supported", hint, "it may be anything")
    allowed = document.waived
    for keyword in schema.node:
        if keyword in SUPPORTED_SCHEMA_KEYWORDS or keyword.startswith("x-") or keyword in allowed:
            continue
        pointer = join(schema.pointer, keyword)
        if keyword in UNSUPPORTED_SCHEMA_KEYWORDS:
            hint = f"{UNSUPPORTED_SCHEMA_KEYWORDS[keyword]}, or {waiver(keyword)}"
            yield unsupported(pointer, f"the keyword {keyword!r} is not supported", hint, "it is ignored")
        else:
            hint = did_you_mean(keyword, SUPPORTED_SCHEMA_KEYWORDS, "remove it")
            yield warning(pointer, f"unknown keyword {keyword!r}", hint)


def required_properties(document: Document, schema: Schema) -> Findings:
    """Every name in `required` is a property, wherever there are properties."""
    if "properties" not in schema.node:
        return
    known = properties_of(document.tree, schema.node)
    for index, name in enumerate(strings(schema.node.get("required"))):
        if name not in known:
            hint = did_you_mean(name, known, f"describe {name!r} under properties")
            message = f"the required property {name!r} is not described"
            yield warning(join(schema.pointer, "required", index), message, hint)


def enum_values(document: Document, schema: Schema) -> Findings:
    """The values of `enum` and `const` are of the schema's type, and listed once."""
    kind, values = schema.node.get("type"), sequence(schema.node.get("enum"))
    types = TYPES.get(kind) if isinstance(kind, str) else None
    listed = [(join(schema.pointer, "enum", index), value) for index, value in enumerate(values)]
    listed += [(join(schema.pointer, "const"), schema.node["const"])] if "const" in schema.node else []
    known: set[str] = set()
    for pointer, value in listed:
        if types and not (value is None and schema.node.get("nullable")) and not is_of(value, types):
            hint = "put it in quotes" if kind == "string" else f"use a value of type {kind}"
            yield warning(pointer, f"{json.dumps(value)} is not of type {kind}", hint)
        key = json.dumps(value, sort_keys=True)
        if key in known:
            yield warning(pointer, f"{json.dumps(value)} is listed twice", "keep one of the two")
        known.add(key)


def nullable(document: Document, schema: Schema) -> Findings:
    """`nullable` is a keyword of OpenAPI 3.0 only."""
    if "nullable" in schema.node and not string(document.tree.get("openapi")).startswith("3.0"):
        message = "'nullable' has no meaning since OpenAPI 3.1"
        yield warning(join(schema.pointer, "nullable"), message, 'use `type: [string, "null"]`')


def is_of(value: object, types: tuple[type, ...]) -> bool:
    """True if a value is of one of the types; true and false are not numbers."""
    return isinstance(value, types) and (bool in types or not isinstance(value, bool))


def is_of_kinds(value: object, kinds: Collection[str]) -> bool:
    """True if a value is of one of the JSON types, or if there are none."""
    return not kinds or any(is_of(value, TYPES.get(kind, ())) for kind in kinds)
