"""Changes to plain data: walk it, rewrite it, patch it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from ..spec.pointer import mapping, sequence, string

SCHEMAS = "#/components/schemas/"
NULL = {"type": "null"}


def rewritten(node: Any, change: Callable[[dict[str, Any]], Any]) -> Any:
    """A copy of plain data, every mapping changed after what it holds."""
    if isinstance(node, dict):
        held = {key: rewritten(value, change) for key, value in cast("dict[str, Any]", node).items()}
        return change(held)
    if isinstance(node, list):
        return [rewritten(item, change) for item in sequence(cast("object", node))]
    return node


def mappings(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within plain data, outer ones first."""
    held = mapping(node)
    if isinstance(node, dict):
        yield held
    for value in (*held.values(), *sequence(cast("object", node))):
        yield from mappings(value)


def patched(node: Any, patch: Any) -> Any:
    """The node after a JSON Merge Patch (RFC 7396)."""
    if not isinstance(patch, dict):
        return patch
    old = mapping(node)
    changed = {key: patched(old.get(key), value) for key, value in cast("dict[str, Any]", patch).items()}
    return {key: value for key, value in {**old, **changed}.items() if not (key in patch and changed[key] is None)}


def drop_unused(tree: dict[str, Any]) -> None:
    """Drop the schemas of a document that nothing refers to, such as the bodies of variants."""
    schemas = tree["components"]["schemas"]
    used: set[str] = set()
    waiting: list[Any] = [tree["paths"], {**tree["components"], "schemas": {}}]
    while waiting:
        for node in mappings(waiting.pop()):
            name = string(node.get("$ref")).removeprefix(SCHEMAS)
            if name in schemas and name not in used:
                used.add(name)
                waiting.append(schemas[name])
    tree["components"]["schemas"] = {name: schema for name, schema in schemas.items() if name in used}
