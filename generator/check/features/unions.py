"""Unions: the reader of a response must be able to tell which branch it is."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Document, Schema
from ...spec.pointer import fragment, join, mapping, resolve, sequence, string, tokens_of
from ...spec.schemas import branches_of, parts_of, properties_of, reachable, required_of, types_of
from ..finding import Finding, Findings, unsupported, warning
from .supported import waiver


def all_of_circle(document: Document, schema: Schema) -> Findings:
    """No schema is part of its own `allOf`."""
    parts = [part for one in sequence(schema.node.get("allOf")) for part in parts_of(document.tree, one)]
    if any(part is schema.node for part in parts):
        yield Finding(join(schema.pointer, "allOf"), "allOf of a schema that contains this one", "break the circle")


def ambiguous_unions(document: Document) -> Findings:
    """Two objects of a union in a response differ in a constant, unless a discriminator or `returns` decides."""
    tree, decided = document.tree, _decided_by_returns(document)
    results = [
        Schema(content.schema_pointer, content.schema)
        for operation in document.operations
        if not operation.base
        for content in operation.results
    ]
    for pointer, node in reachable(tree, results).items():
        for keyword in ("oneOf", "anyOf") if pointer not in decided and "discriminator" not in node else ():
            if _is_ambiguous(tree, sequence(node.get(keyword))):
                message = f"{keyword} of two objects that cannot be told apart"
                hint = "add a discriminator, or split the schema"
                yield unsupported(join(pointer, keyword), message, hint, "it is read as any value")


def discriminator(document: Document, schema: Schema) -> Findings:
    """The property is required in every branch, and the mapping leads to the branches."""
    tree, place = document.tree, join(schema.pointer, "discriminator")
    if "discriminator" not in schema.node or "discriminator" in document.waived:
        return
    node = mapping(schema.node["discriminator"])
    name = string(node.get("propertyName"))
    keyword = next((word for word in ("oneOf", "anyOf") if word in schema.node), "")
    if not keyword:
        hint = f"list the branches in a oneOf, or {waiver('discriminator')}"
        yield warning(place, "a discriminator without oneOf or anyOf", hint)
        return
    branches = sequence(schema.node[keyword])
    for index, branch in enumerate(branches):
        if name not in properties_of(tree, branch) or name not in required_of(tree, branch):
            message = f"the discriminator {name!r} is not a required property of this branch"
            yield warning(join(schema.pointer, keyword, index), message, f"make {name!r} required in it")
    targets = {string(mapping(branch).get("$ref")) for branch in branches}
    for value, target in mapping(node.get("mapping")).items():
        ref = str(target) if "#" in str(target) else fragment(["components", "schemas", str(target)])
        if ref not in targets:
            known = [tokens_of(one[1:])[-1] for one in targets if one]
            message = f"{value!r} leads to {target!r}, which is not one of the branches"
            hint = did_you_mean(str(target).rpartition("/")[2], known, f"name a branch of the {keyword}")
            yield warning(join(place, "mapping", value), message, hint)


def _decided_by_returns(document: Document) -> set[str]:
    """Pointers of unions whose branch is decided by the `returns` of an operation."""
    found: set[str] = set()
    for operation in document.operations:
        cases = mapping(mapping(operation.client.get("returns")).get("cases")).values()
        named = {f"#/components/schemas/{case['schema']}" for case in map(mapping, cases) if "schema" in case}
        for content in operation.results if named else ():
            if {string(mapping(one).get("$ref")) for one in branches_of(document.tree, content.schema)} <= named:
                found.add(content.schema_pointer)
    return found


def _is_ambiguous(tree: dict[str, Any], branches: list[Any]) -> bool:
    objects = [branch for branch in branches if _is_object(tree, branch)]
    return any(not _are_distinct(tree, one, other) for one, other in combinations(objects, 2))


def _is_object(tree: dict[str, Any], schema: object) -> bool:
    node = resolve(tree, schema)
    return "properties" in node or "allOf" in node or "object" in types_of(tree, schema)


def _are_distinct(tree: dict[str, Any], one: object, other: object) -> bool:
    """True if a property that both require has another constant in each."""
    ours, theirs = properties_of(tree, one), properties_of(tree, other)
    for name in required_of(tree, one) & required_of(tree, other):
        left, right = _constants(tree, ours.get(name)), _constants(tree, theirs.get(name))
        if left and right and not left & right:
            return True
    return False


def _constants(tree: dict[str, Any], schema: object) -> set[str]:
    node = resolve(tree, schema)
    values = [node["const"]] if "const" in node else sequence(node.get("enum"))
    return {repr(value) for value in values}
