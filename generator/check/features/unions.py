"""Unions: whoever reads an answer must be able to tell which branch it is."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.pointer import fragment, join, mapping, resolve, sequence, string, tokens_of
from ...spec.walk import (
    Node,
    answers_of,
    content_of,
    operations_of,
    parts_of,
    properties_of,
    reachable,
    required_of,
    schemas_of,
    types_of,
)
from ..extensions.returns import decided
from .supported import waived, waiver


def unions(document: Document, problems: Collector) -> None:
    """Discriminators fit their branches, and two objects in an answer are told apart by something."""
    tree = document.tree
    allowed = waived(tree)
    for schema in schemas_of(tree):
        if "allOf" in schema.node and _holds_itself(tree, schema.node):
            problems.add(join(schema.pointer, "allOf"), "allOf of a schema that holds this one", "break the circle")
        if "discriminator" in schema.node and "discriminator" not in allowed:
            _discriminator(tree, problems, schema)
    answers = [
        Node(join(media.pointer, "schema"), mapping(media.node.get("schema")))
        for operation in operations_of(tree)
        for answer in answers_of(tree, operation)
        for _, media in content_of(answer)
    ]
    chosen = decided(tree)
    for pointer, node in reachable(tree, answers).items():
        if pointer in chosen:
            continue
        for keyword in ("oneOf", "anyOf"):
            branches = sequence(node.get(keyword))
            if "discriminator" not in node and _ambiguous(tree, branches):
                what = f"{keyword} of two objects that nothing tells apart"
                problems.add(join(pointer, keyword), what, "name a discriminator, or split the schema")


def _holds_itself(tree: dict[str, Any], node: dict[str, Any]) -> bool:
    parts = [part for inner in sequence(node["allOf"]) for part in parts_of(tree, inner)]
    return any(part is node for part in parts)


def _ambiguous(tree: dict[str, Any], branches: list[Any]) -> bool:
    objects = [branch for branch in branches if _is_object(tree, branch)]
    return any(not _told_apart(tree, one, other) for one, other in combinations(objects, 2))


def _is_object(tree: dict[str, Any], schema: object) -> bool:
    node = resolve(tree, schema)
    return "properties" in node or "allOf" in node or "object" in types_of(tree, schema)


def _told_apart(tree: dict[str, Any], one: object, other: object) -> bool:
    """A property that both require has another constant in each."""
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


def _discriminator(tree: dict[str, Any], problems: Collector, schema: Node) -> None:
    """The property is there and required in every branch, and the mapping leads to the branches."""
    place = join(schema.pointer, "discriminator")
    discriminator = mapping(schema.node["discriminator"])
    name = string(discriminator.get("propertyName"))
    keyword = next((word for word in ("oneOf", "anyOf") if word in schema.node), "")
    if not keyword:
        cure = f"list the branches in a oneOf, or {waiver('discriminator')}"
        problems.add(place, "a discriminator without oneOf or anyOf", cure)
        return
    branches = sequence(schema.node[keyword])
    for index, branch in enumerate(branches):
        if name not in properties_of(tree, branch) or name not in required_of(tree, branch):
            what = f"the discriminator {name!r} is not a required property of this branch"
            problems.add(join(schema.pointer, keyword, index), what, f"require {name!r} in it")
    targets = {string(mapping(branch).get("$ref")) for branch in branches}
    for value, target in mapping(discriminator.get("mapping")).items():
        ref = str(target) if "#" in str(target) else fragment(["components", "schemas", str(target)])
        if ref not in targets:
            known = [tokens_of(one[1:])[-1] for one in targets if one]
            what = f"{value!r} leads to {target!r}, which is none of the branches"
            cure = did_you_mean(str(target).rpartition("/")[2], known, "name a branch of the " + keyword)
            problems.add(join(place, "mapping", value), what, cure)
