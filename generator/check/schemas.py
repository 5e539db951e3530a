"""Schemas: only keywords that become code or words, none dropped in silence, none misspelt."""

from __future__ import annotations

from ..nodes import join, strings
from ..problems import Collector, did_you_mean
from ..read import Document
from .support import SUPPORTED_SCHEMA_KEYWORDS, UNSUPPORTED_SCHEMA_KEYWORDS, waived, waiver
from .walk import Node, properties_of, schemas_of


def schemas(document: Document, problems: Collector) -> None:
    """Every keyword of every schema is supported, and every required property is described."""
    allowed = waived(document.tree)
    seen: set[int] = set()
    for schema in schemas_of(document.tree):
        if id(schema.node) in seen:
            continue
        seen.add(id(schema.node))
        _keywords(problems, schema, allowed)
        _required(document, problems, schema)


def _keywords(problems: Collector, schema: Node, allowed: frozenset[str]) -> None:
    for keyword in schema.node:
        if keyword in SUPPORTED_SCHEMA_KEYWORDS or keyword.startswith("x-") or keyword in allowed:
            continue
        pointer = join(schema.pointer, keyword)
        if keyword in UNSUPPORTED_SCHEMA_KEYWORDS:
            cure = f"{UNSUPPORTED_SCHEMA_KEYWORDS[keyword]}, or {waiver(keyword)}"
            problems.add(pointer, f"the keyword {keyword!r} cannot be expressed", cure)
        else:
            known = SUPPORTED_SCHEMA_KEYWORDS - schema.node.keys()
            problems.add(pointer, f"unknown keyword {keyword!r}", did_you_mean(keyword, known, "remove it"))


def _required(document: Document, problems: Collector, schema: Node) -> None:
    """A name in `required` that no property has is a spelling mistake, wherever the properties are at hand."""
    if "properties" not in schema.node:
        return
    known = properties_of(document.tree, schema.node)
    for index, name in enumerate(strings(schema.node.get("required"))):
        if name not in known:
            cure = did_you_mean(name, known, f"describe {name!r} under properties")
            problems.add(join(schema.pointer, "required", index), f"required property {name!r} is not described", cure)
