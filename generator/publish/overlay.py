"""An Overlay 1.0 document that adds the x- keys to the published document: what a client generator can use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..spec.pointer import mapping, sequence
from .tree import rewritten

SCHEMAS = "$.components.schemas"


def overlay(tree: dict[str, Any], published: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """The actions that turn the published 3.1 document into one with all x- keys of the spec."""
    tree = rewritten(tree, lambda node: _renamed(node, names))
    schemas = tree["components"]["schemas"]
    dropped = {name: schema for name, schema in schemas.items() if name not in published["components"]["schemas"]}
    kept = {
        **tree,
        "components": {**tree["components"], "schemas": {k: v for k, v in schemas.items() if k not in dropped}},
    }
    actions: list[dict[str, Any]] = [{"target": path, "update": keys} for path, keys in _extensions("$", kept)]
    if dropped:
        actions.append({"target": SCHEMAS, "update": dropped})
    return {
        "overlay": "1.0.0",
        "info": {"title": "The x- keys of the spec", "version": tree["info"]["version"]},
        "extends": "./openapi.yaml",
        "actions": actions,
    }


def _extensions(path: str, node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping that has x- keys, by its JSONPath."""
    held = mapping(node)
    if keys := {key: value for key, value in held.items() if key.startswith("x-")}:
        yield path, keys
    for key, value in held.items():
        if not key.startswith("x-"):
            yield from _extensions(f"{path}.{key}" if key.isidentifier() else f"{path}['{key}']", value)
    for index, item in enumerate(sequence(node)):
        yield from _extensions(f"{path}[{index}]", item)


def _renamed(node: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """A mapping with the published names of schemas: of components, in references and in x- keys."""
    changed = {names.get(key, key) if _is_schema(value) else key: value for key, value in node.items()}
    for key in ("schema", "body", "answer"):
        if isinstance(changed.get(key), str):
            changed[key] = names.get(changed[key], changed[key])
    if isinstance(ref := changed.get("$ref"), str):
        start, _, name = ref.rpartition("/")
        changed["$ref"] = f"{start}/{names.get(name, name)}"
    return changed


def _is_schema(value: Any) -> bool:
    return "x-docs" in mapping(value)
