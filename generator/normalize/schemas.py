"""Schemas in the form of OpenAPI 3.1, as far as that changes a type or a report about it."""

from __future__ import annotations

from ..spec.schemas import walk_schemas
from .draft import Draft

BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def schemas(draft: Draft) -> None:
    """Turn exclusive bounds into numbers, and a reference that may be null into a part that may be."""
    for pointer, node in [(schema.pointer, schema.node) for schema in walk_schemas(draft.tree)]:
        if any(isinstance(node.get(key), bool) for key in BOUNDS):
            edited = draft.edit(pointer)
            for key, bound in BOUNDS.items():
                if edited.get(key) is True and bound in edited:
                    edited[key] = edited.pop(bound)
                elif isinstance(edited.get(key), bool):
                    del edited[key]
        if "$ref" in node and node.get("nullable") is True:
            edited = draft.edit(pointer)
            edited["allOf"] = [{"$ref": edited.pop("$ref")}]
