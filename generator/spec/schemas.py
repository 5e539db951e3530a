"""The schemas of a document: one walk over all of them, and what one schema says with its `allOf` and references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from .operations import METHODS, path_items
from .pointer import Tree, follow, join, mapping, resolve, sequence, strings

# Keywords of a schema that hold schemas: one, a list of them, or a map of names to them.
SINGLE = frozenset([
    "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "contentSchema",
    "unevaluatedItems", "unevaluatedProperties",
])  # fmt: skip
LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
MAPS = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
# Here `false` is ordinary: no further keys or items. Elsewhere it is a schema that allows nothing.
CLOSING = ("additionalProperties", "unevaluatedItems", "unevaluatedProperties")


class Schema(NamedTuple):
    """A schema where it is written. `value` is a mapping, or `false` for a schema that allows nothing."""

    pointer: str
    value: Any

    @property
    def node(self) -> dict[str, Any]:
        return mapping(self.value)


def walk_schemas(tree: dict[str, Any]) -> Iterator[Schema]:
    """Every schema, inner ones behind the one that holds them."""
    for root in roots(tree):
        yield from _within(root)


def _within(root: Schema) -> Iterator[Schema]:
    """A schema and all that it holds, references not followed."""
    waiting = [root]
    while waiting:
        schema = waiting.pop()
        if schema.value is False or isinstance(schema.value, dict):
            yield schema
        waiting += [*_children(schema)][::-1]


def _children(schema: Schema) -> Iterator[Schema]:
    for keyword, inner in schema.node.items():
        below = join(schema.pointer, keyword)
        if keyword in SINGLE and not (inner is False and keyword in CLOSING):
            yield Schema(below, inner)
        elif keyword in LISTS:
            yield from (Schema(join(below, index), item) for index, item in enumerate(sequence(inner)))
        elif keyword in MAPS:
            yield from (Schema(join(below, name), item) for name, item in mapping(inner).items())


def roots(tree: dict[str, Any]) -> Iterator[Schema]:
    """Every schema that is not part of another schema."""
    components = mapping(tree.get("components"))
    for name, schema in mapping(components.get("schemas")).items():
        yield Schema(join("/components/schemas", name), schema)
    for kind in ("parameters", "headers", "requestBodies", "responses"):
        yield from _held_by_each(join("/components", kind), components.get(kind))
    for path, item in path_items(tree).items():
        home = join("/paths", path)
        yield from _held_by_each(join(home, "parameters"), item.get("parameters"))
        for method in METHODS:
            operation, pointer = mapping(item.get(method)), join(home, method)
            yield from _held_by_each(join(pointer, "parameters"), operation.get("parameters"))
            yield from _held_by(join(pointer, "requestBody"), operation.get("requestBody"))
            yield from _held_by_each(join(pointer, "responses"), operation.get("responses"))


def _held_by_each(pointer: str, owners: object) -> Iterator[Schema]:
    """The schemas of a list or a map of parameters, headers, bodies, responses or media types."""
    for key, owner in mapping(owners).items() or enumerate(sequence(owners)):
        yield from _held_by(join(pointer, key), owner)


def _held_by(pointer: str, owner: object) -> Iterator[Schema]:
    node = mapping(owner)
    if "schema" in node:
        yield Schema(join(pointer, "schema"), node["schema"])
    for kind in ("headers", "content"):
        yield from _held_by_each(join(pointer, kind), node.get(kind))


def reachable(tree: dict[str, Any], roots: Iterable[Schema]) -> dict[str, dict[str, Any]]:
    """The schemas that some schemas hold, references followed, by the pointer at which they are written."""
    found: dict[str, dict[str, Any]] = {}
    waiting = [follow(tree, root.value, root.pointer) for root in roots]
    while waiting:
        pointer, node = waiting.pop()
        if pointer in found:
            continue
        for below in _within(Schema(pointer, node)):
            if below.pointer not in found:
                found[below.pointer] = below.node
                if "$ref" in below.node:
                    waiting.append(follow(tree, below.node, below.pointer))
    return found


def types_of(tree: dict[str, Any], schema: object) -> list[str]:
    """The types that a schema names, references followed."""
    named = resolve(tree, schema).get("type")
    return strings(named) or strings([named])


def parts_of(tree: dict[str, Any], schema: object) -> list[dict[str, Any]]:
    """The schema and all that its `allOf` brings in, references followed; its own statements come last."""
    whole = resolve(tree, schema)
    if "allOf" not in whole:
        return [whole]
    known = tree.parts if isinstance(tree, Tree) else {}
    if id(whole) not in known:
        found: dict[int, dict[str, Any]] = {}
        waiting = [whole]
        while waiting:
            node = waiting.pop()
            if id(node) not in found:
                found[id(node)] = node
                waiting += [resolve(tree, part) for part in sequence(node.get("allOf"))]
        known[id(whole)] = [*found.values()][::-1]
    return known[id(whole)]


def properties_of(tree: dict[str, Any], schema: object) -> dict[str, Any]:
    """The properties of a schema, those of its `allOf` included, references followed."""
    found: dict[str, Any] = {}
    for part in parts_of(tree, schema):
        found |= mapping(part.get("properties"))
    return found


def required_of(tree: dict[str, Any], schema: object) -> set[str]:
    """The names that a schema requires, those of its `allOf` included, references followed."""
    return {name for part in parts_of(tree, schema) for name in strings(part.get("required"))}


def enum_of(tree: dict[str, Any], schema: object) -> list[Any]:
    """The values that a schema, or a branch of the union it is, lists under `enum`."""
    return [value for one in branches_of(tree, schema) for value in sequence(resolve(tree, one).get("enum"))]


def branches_of(tree: dict[str, Any], schema: object) -> list[Any]:
    """The schema, or the branches of the union that it is."""
    found: list[Any] = []
    seen: set[int] = set()
    waiting = [schema]
    while waiting:
        one = waiting.pop(0)
        node = resolve(tree, one)
        branches = [*sequence(node.get("anyOf")), *sequence(node.get("oneOf"))]
        if not branches or "properties" in node:
            found.append(one)
        elif id(node) not in seen:
            seen.add(id(node))
            waiting += branches
    return found
