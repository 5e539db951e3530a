"""`$dynamicRef` and `$recursiveRef`: what JSON Schema looks up where a schema is used is written there, as a reference.

A template refers to an anchor, and who uses it says in `$defs` what stands there:

Page: {properties: {items: {type: array, items: {$dynamicRef: "#item"}}}}
Books: {$ref: "#/components/schemas/Page", $defs: {item: {$dynamicAnchor: item, $ref: "#/components/schemas/Book"}}}
"""

from __future__ import annotations

import re
from itertools import accumulate, chain
from typing import Any, cast

from ..spec import Schema
from ..spec.pointer import fragment, join, mapping, resolve, sequence, split, string
from ..spec.schemas import walk_schemas
from .draft import Draft

COMPONENT = re.compile("/components/schemas/[^/]+")
OWN = ("$id", "$anchor", "$dynamicAnchor", "$defs")  # keys of a template that are not copied


def dynamic_references(draft: Draft) -> None:
    """Replace the dynamic references of which it is known what they lead to."""
    found = [*walk_schemas(draft.tree)]
    _recursive_references(draft, found)
    if not any("$dynamicRef" in one.node for one in found):
        return
    for one in found:
        if "$ref" in one.node and (bound := _bindings(one)):
            template = {key: value for key, value in resolve(draft.tree, one.node).items() if key not in OWN}
            own = {key: value for key, value in one.node.items() if key not in ("$ref", "$defs")}
            edited = draft.edit(one.pointer)
            edited.clear()
            edited |= mapping(_replaced(template, bound)) | own
    found = [*walk_schemas(draft.tree)]
    bindings = {one.pointer: bound for one in found if (bound := _bindings(one))}
    anchors: dict[str, list[str]] = {}
    for one in found:
        anchors.setdefault(string(one.node.get("$dynamicAnchor")), []).append(one.pointer)
    for one in found:
        if name := string(one.node.get("$dynamicRef")).removeprefix("#"):
            named = anchors.get(name, [])
            target = _enclosing(one.pointer, name, bindings) or (fragment(split(named[0])) if len(named) == 1 else None)
            if target:
                edited = draft.edit(one.pointer)
                del edited["$dynamicRef"]
                if not _is_nothing(resolve(draft.tree, {"$ref": target})):
                    edited["$ref"] = target
    for one in found:
        if _is_nothing(one.node) and "$dynamicAnchor" in one.node:
            del draft.edit(one.pointer)["not"]


def _recursive_references(draft: Draft, schemas: list[Schema]) -> None:
    """Replace `$recursiveRef: "#"` by a reference to the nearest anchor around it, else to the component."""
    anchors = {one.pointer for one in schemas if one.node.get("$recursiveAnchor") is True}
    for one in schemas:
        if one.node.get("$recursiveRef") == "#":
            around = [*accumulate(split(one.pointer), join, initial="")][-2:0:-1]
            named = (pointer for pointer in around if pointer in anchors)
            components = (pointer for pointer in around if COMPONENT.fullmatch(pointer))
            edited = draft.edit(one.pointer)
            del edited["$recursiveRef"]
            if target := next(chain(named, components), None):
                edited["$ref"] = f"#{target}"
    for pointer in sorted(anchors):
        del draft.edit(pointer)["$recursiveAnchor"]


def _bindings(schema: Schema) -> dict[str, str]:
    """The references that the `$defs` of a schema give to anchors."""
    return {
        string(one.get("$dynamicAnchor")): string(one.get("$ref")) or f"#{join(schema.pointer, '$defs', name)}"
        for name, one in ((name, mapping(one)) for name, one in mapping(schema.node.get("$defs")).items())
        if "$dynamicAnchor" in one
    }


def _enclosing(pointer: str, name: str, bindings: dict[str, dict[str, str]]) -> str | None:
    """What an anchor is bound to by the nearest schema around a place."""
    while pointer:
        if name in (bound := bindings.get(pointer, {})):
            return bound[name]
        pointer = pointer.rpartition("/")[0]
    return None


def _replaced(node: Any, bound: dict[str, str]) -> Any:
    """A copy with references in the place of dynamic ones."""
    if isinstance(node, list):
        return [_replaced(one, bound) for one in sequence(cast("object", node))]
    if not isinstance(node, dict):
        return node
    copied = {key: _replaced(value, bound) for key, value in mapping(cast("object", node)).items()}
    name = copied.get("$dynamicRef")
    if isinstance(name, str) and name.removeprefix("#") in bound:
        copied["$ref"] = bound[copied.pop("$dynamicRef").removeprefix("#")]
    return copied


def _is_nothing(node: dict[str, Any]) -> bool:
    """True for what a template says of an anchor that only its users bind: `not: {}`."""
    return node.get("not") == {}
