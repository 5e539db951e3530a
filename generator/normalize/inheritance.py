"""Objects that others extend, told apart by a discriminator, become unions, which check and plan read.

Pet: {discriminator: {propertyName: kind}, properties: …}
Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, …]}

become PetBase, with the properties, and Pet: {oneOf: [Cat, PetBase], discriminator: …}. A mapping that does not name
Pet itself says that every Pet is of a further kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from ..spec.pointer import fragment, join, mapping, sequence, string
from ..spec.schemas import Schema, walk_schemas
from .draft import Draft
from .schemas import DECIDING

SCHEMAS = "/components/schemas"
UNIONS = frozenset({"oneOf", "anyOf"})
SAID = ("title", "description", "deprecated", "externalDocs", "nullable")  # what the union says of itself
TAG = "x-ms-discriminator-value"  # of an object, in documents that were written for AutoRest


def inheritance(draft: Draft) -> dict[str, str]:
    """Make unions of objects that are told apart. Returns the old pointers of the objects, by the new ones."""
    schemas = mapping(mapping(draft.tree.get("components")).get("schemas"))
    if not any(_has_kinds(node) for node in schemas.values()):
        return {}
    children = _children(schemas)
    bases = {_ref(name): _ref(_unused(name, schemas)) for name in schemas if _has_kinds(schemas[name])}
    unions = {ref: _union(ref, base, schemas, children) for ref, base in bases.items() if ref in children}
    bases = {ref: bases[ref] for ref in unions}
    kinds = {branch["$ref"]: union for union in unions.values() for branch in union["oneOf"]}
    for schema in [*walk_schemas(draft.tree)]:
        _tell_apart(draft, schema, kinds)
        _refer_to_bases(draft, schema, bases)
    for ref, base in bases.items():
        node = draft.edit(ref[1:])
        draft.edit(base[1:]).update({key: value for key, value in node.items() if key != "discriminator"})
        said = {key: node[key] for key in SAID if key in node}
        node.clear()
        node |= said | unions[ref]
    return {base[1:]: ref[1:] for ref, base in bases.items()}


def _has_kinds(node: object) -> bool:
    """True for an object with a discriminator that is no union."""
    keys = mapping(node).keys()
    return "discriminator" in keys and UNIONS.isdisjoint(keys)


def _children(schemas: Mapping[str, Any]) -> dict[str, list[str]]:
    """References to the objects that extend one, by the reference to that."""
    found: dict[str, list[str]] = {}
    for name, node in schemas.items():
        for part in sequence(mapping(node).get("allOf")):
            found.setdefault(string(mapping(part).get("$ref")), []).append(_ref(name))
    return found


def _union(ref: str, base: str, schemas: Mapping[str, Any], children: Mapping[str, list[str]]) -> dict[str, Any]:
    """The union that stands for an object: of all that extend it, by any number of steps, and perhaps of itself."""
    by_ref = {_ref(name): (name, mapping(node)) for name, node in schemas.items()}
    name, node = by_ref[ref]
    said = mapping(node.get("discriminator"))
    tags = {tag: _target(string(target)) for tag, target in mapping(said.get("mapping")).items()}
    found, waiting = dict[str, None](), [ref]
    while waiting:
        new = [child for child in children.get(waiting.pop(), ()) if child not in found and child != ref]
        found.update(dict.fromkeys(new))
        waiting += new
    found |= {target: None for target in tags.values() if target in by_ref and target != ref}
    tags |= {tag: one for one in found if (tag := string(by_ref[one][1].get(TAG)))}
    if not mapping(said.get("mapping")):
        tags.setdefault(string(node.get(TAG)) or name, ref)
    if ref in tags.values():
        found[ref] = None
    renamed = {tag: base if target == ref else target for tag, target in tags.items()}
    branches = [{"$ref": base if one == ref else one} for one in found]
    return {"oneOf": branches, "discriminator": {**said, "mapping": renamed}}


def _tell_apart(draft: Draft, schema: Schema, kinds: Mapping[str, dict[str, Any]]) -> None:
    """Give a union of such objects that has no discriminator theirs."""
    node = schema.node
    if UNIONS.isdisjoint(node) or "discriminator" in node:
        return
    branches = [mapping(one) for word in UNIONS for one in sequence(node.get(word))]
    named = [string(one.get("$ref")) for part in branches for one in (part, *map(mapping, sequence(part.get("allOf"))))]
    union = next((kinds[ref] for ref in named if ref in kinds), None)
    if union is not None:
        said = union["discriminator"]
        tags = {tag: ref for tag, ref in said["mapping"].items() if ref in named}
        draft.edit(schema.pointer)["discriminator"] = {**said, "mapping": tags}


def _refer_to_bases(draft: Draft, schema: Schema, bases: Mapping[str, str]) -> None:
    """Let what extends an object, and what refers to a part of it, refer to its base."""
    ref, node = string(schema.node.get("$ref")), schema.node
    whole = fragment(ref[2:].split("/")[:3])
    if ref != whole and whole in bases:
        draft.edit(schema.pointer)["$ref"] = bases[whole] + ref.removeprefix(whole)
    parts = [mapping(one) for one in sequence(node.get("allOf"))]
    extends = schema.pointer.count("/") == 3 or not DECIDING.isdisjoint(node.keys() - {"allOf"})
    for index, part in enumerate(parts):
        others = [*parts[:index], *parts[index + 1 :]]
        if part.get("$ref") in bases and (
            extends or any("$ref" in one or not DECIDING.isdisjoint(one) for one in others)
        ):
            draft.edit(join(schema.pointer, "allOf", index))["$ref"] = bases[part["$ref"]]


def _ref(name: str) -> str:
    return fragment(["components", "schemas", name])


def _target(text: str) -> str:
    return text if "#" in text else _ref(text)


def _unused(name: str, schemas: Mapping[str, Any]) -> str:
    names = (f"{name}Base{number if number > 1 else ''}" for number in count(1))
    return next(one for one in names if one not in schemas)
