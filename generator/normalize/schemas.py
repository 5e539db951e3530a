"""Schemas in the form of OpenAPI 3.1, as far as that changes a type or a report about it."""

from __future__ import annotations

from ..spec.pointer import sequence, string
from ..spec.schemas import walk_schemas
from .draft import Draft

# Keywords that say more about a value than a reference beside them.
DECIDING = frozenset(
    {"properties", "required", "additionalProperties", "allOf", "anyOf", "oneOf", "enum", "const", "items"}
)
BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def schemas(draft: Draft) -> None:
    """Turn exclusive bounds into numbers, and a reference that is not all of its schema into a part of it."""
    is_newer = not string(draft.tree.get("openapi")).startswith("3.0")  # there, nothing else counts beside a reference
    for pointer, node in [(schema.pointer, schema.node) for schema in walk_schemas(draft.tree)]:
        if any(isinstance(node.get(key), bool) for key in BOUNDS):
            edited = draft.edit(pointer)
            for key, bound in BOUNDS.items():
                if edited.get(key) is True and bound in edited:
                    edited[key] = edited.pop(bound)
                elif isinstance(edited.get(key), bool):
                    del edited[key]
        if "$ref" in node and (node.get("nullable") is True or (is_newer and not DECIDING.isdisjoint(node))):
            edited = draft.edit(pointer)
            edited["allOf"] = [{"$ref": edited.pop("$ref")}, *sequence(edited.get("allOf"))]
