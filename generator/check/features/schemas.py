"""Schemas: only keywords that become code or words, none dropped in silence, none misspelt."""

from __future__ import annotations

import json

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.pointer import join, sequence, string, strings
from ...spec.walk import Node, forbidding, properties_of, schemas_of
from .supported import SUPPORTED_SCHEMA_KEYWORDS, UNSUPPORTED_SCHEMA_KEYWORDS, waived, waiver

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


def schemas(document: Document, problems: Collector) -> None:
    """Every keyword of every schema is supported, and every required property is described."""
    allowed = waived(document.tree)
    for pointer in forbidding(document.tree):
        problems.add(
            pointer, "a schema that allows nothing cannot be expressed", "leave it out, or say what is allowed"
        )
    seen: set[int] = set()
    for schema in schemas_of(document.tree):
        if id(schema.node) in seen:
            continue
        seen.add(id(schema.node))
        _keywords(problems, schema, allowed)
        _required(document, problems, schema)
        _values(problems, schema)
        if "nullable" in schema.node and not string(document.tree.get("openapi")).startswith("3.0"):
            what = "'nullable' means nothing since OpenAPI 3.1"
            problems.add(join(schema.pointer, "nullable"), what, 'write `type: [string, "null"]`')


def _keywords(problems: Collector, schema: Node, allowed: frozenset[str]) -> None:
    for keyword in schema.node:
        if keyword in SUPPORTED_SCHEMA_KEYWORDS or keyword.startswith("x-") or keyword in allowed:
            continue
        pointer = join(schema.pointer, keyword)
        if keyword in UNSUPPORTED_SCHEMA_KEYWORDS:
            cure = f"{UNSUPPORTED_SCHEMA_KEYWORDS[keyword]}, or {waiver(keyword)}"
            problems.add(pointer, f"the keyword {keyword!r} cannot be expressed", cure)
        else:
            cure = did_you_mean(keyword, SUPPORTED_SCHEMA_KEYWORDS, "remove it")
            problems.add(pointer, f"unknown keyword {keyword!r}", cure)


def _values(problems: Collector, schema: Node) -> None:
    """What `enum` and `const` list is of the type that stands beside them, and listed once."""
    kind = schema.node.get("type")
    fits = TYPES.get(kind) if isinstance(kind, str) else None
    values = sequence(schema.node.get("enum"))
    listed = [(join(schema.pointer, "enum", index), value) for index, value in enumerate(values)]
    listed += [(join(schema.pointer, "const"), schema.node["const"])] if "const" in schema.node else []
    for index, (pointer, value) in enumerate(listed):
        if fits and not (value is None and schema.node.get("nullable")) and not is_of(value, fits):
            cure = "put it in quotes" if kind == "string" else f"write a value of the type {kind}"
            problems.add(pointer, f"{json.dumps(value)} is not of type {kind}", cure)
        if any(value == other and type(value) is type(other) for other in values[:index]):
            problems.add(pointer, f"{json.dumps(value)} is listed twice", "keep one of the two")


def is_of(value: object, fits: tuple[type, ...]) -> bool:
    """Whether a value is of one of the types; true and false are no numbers."""
    return isinstance(value, fits) and (bool in fits or not isinstance(value, bool))


def _required(document: Document, problems: Collector, schema: Node) -> None:
    """A name in `required` that no property has is a spelling mistake, wherever the properties are at hand."""
    if "properties" not in schema.node:
        return
    known = properties_of(document.tree, schema.node)
    for index, name in enumerate(strings(schema.node.get("required"))):
        if name not in known:
            cure = did_you_mean(name, known, f"describe {name!r} under properties")
            problems.add(join(schema.pointer, "required", index), f"required property {name!r} is not described", cure)
