"""What the client makes of schemas: the names in their `x-client` are those of schemas, fields and operations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.functions import functions_of
from ...spec.pointer import join, mapping, resolve, string, strings
from ...spec.responses import body_of
from ...spec.walk import Node, Operation, parameters_of, properties_of, required_of, schemas_of, types_of
from .placement import SCHEMAS
from .proof import points


def models(document: Document, problems: Collector) -> None:
    """Every name in the x-client of a schema is one that is there."""
    tree = document.tree
    if document.beside(SCHEMAS) is None:
        return
    by_id = {one.id: one for one in functions_of(tree)}
    for schema in schemas_of(tree):
        client = Node(join(schema.pointer, "x-client"), mapping(schema.node.get("x-client")))
        fields = properties_of(tree, schema.node)
        _accepts(tree, problems, client)
        _vectors(problems, client, fields)
        _items(tree, problems, client, schema.node)
        _media(tree, problems, client, fields)
        if "actions" in client.node:
            place = Node(join(client.pointer, "actions"), mapping(client.node["actions"]))
            _actions(tree, problems, place, schema.node, by_id)


def _accepts(tree: dict[str, Any], problems: Collector, client: Node) -> None:
    named = mapping(mapping(tree.get("components")).get("schemas"))
    for index, name in enumerate(strings(client.node.get("accepts"))):
        if name not in named:
            cure = did_you_mean(name, named, "name a schema under components")
            problems.add(join(client.pointer, "accepts", index), f"there is no schema {name!r}", cure)


def _vectors(problems: Collector, client: Node, fields: dict[str, Any]) -> None:
    for name, field in mapping(client.node.get("vectors")).items():
        pointer = join(client.pointer, "vectors", name)
        if _field(problems, pointer, string(field), fields) and name in fields:
            problems.add(pointer, f"{name!r} is a field already", "choose another name")


def _items(tree: dict[str, Any], problems: Collector, client: Node, whole: dict[str, Any]) -> None:
    """What an object stands for is a list that always comes."""
    name, fields = string(client.node.get("items")), properties_of(tree, whole)
    pointer = join(client.pointer, "items")
    if not name or not _field(problems, pointer, name, fields):
        return
    if types_of(tree, fields[name]) != ["array"] or name not in required_of(tree, whole):
        problems.add(pointer, f"the field {name!r} is no list that always comes", "name a required field of type array")


def _media(tree: dict[str, Any], problems: Collector, client: Node, fields: dict[str, Any]) -> None:
    """An address and a picture in base64 are texts."""
    for key in ("url", "base64"):
        name = string(mapping(client.node.get("media")).get(key))
        pointer = join(client.pointer, "media", key)
        if name and _field(problems, pointer, name, fields) and "string" not in types_of(tree, fields[name]):
            problems.add(pointer, f"the field {name!r} is no text", "name a field of type string")


def _actions(
    tree: dict[str, Any], problems: Collector, actions: Node, whole: dict[str, Any], by_id: dict[str, Operation]
) -> None:
    """The operation is there, and what it takes is found in an item or in the object that holds the items."""
    pointer, said = actions
    fields = properties_of(tree, whole)
    each = string(said.get("each"))
    if not _field(problems, join(pointer, "each"), each, fields):
        return
    item = resolve(tree, fields[each]).get("items")
    for index, name in enumerate(strings(said.get("by"))):
        _field(problems, join(pointer, "by", index), name, properties_of(tree, item), f"an item of {each!r}")
    name = string(said.get("operation"))
    if name not in by_id:
        cure = did_you_mean(name, by_id, "name an operation")
        problems.add(join(pointer, "operation"), f"there is no operation {name!r}", cure)
        return
    takes = _takes(tree, by_id[name])
    for key, schema in (("item", item), ("whole", whole)):
        for parameter, place in mapping(said.get(key)).items():
            told = join(pointer, key, parameter)
            _field(problems, told, parameter, takes, name)
            points(tree, problems, told, string(place), schema)


def _takes(tree: dict[str, Any], operation: Operation) -> list[str]:
    """The names of what a call is given."""
    parameters = [string(one.node.get("name")) for one in parameters_of(tree, operation)]
    return [*parameters, *properties_of(tree, body_of(tree, operation)[1])]


def _field(problems: Collector, pointer: str, name: str, fields: Iterable[str], owner: str = "") -> bool:
    known = list(fields)
    if name not in known:
        what = f"{owner} has no field {name!r}" if owner else f"there is no field {name!r}"
        cure = did_you_mean(name, known, "name a property of this schema" if not owner else "mend the name")
        problems.add(pointer, what, cure)
    return name in known
