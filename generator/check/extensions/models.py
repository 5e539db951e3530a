"""The `x-client` of a schema: every name in it is a schema, a field or an operation."""

from __future__ import annotations

from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Document, Operation, Schema
from ...spec.pointer import join, mapping, resolve, string, strings
from ...spec.schemas import properties_of, required_of, types_of
from ..finding import Finding, Findings
from .fields import known_field, leads_to_field


def parameter_models(document: Document, schema: Schema) -> Findings:
    """`accepts` names schemas."""
    known = mapping(mapping(document.tree.get("components")).get("schemas"))
    for index, name in enumerate(strings(_client(schema).get("accepts"))):
        if name not in known:
            hint = did_you_mean(name, known, "name a schema of components")
            yield Finding(join(schema.pointer, "x-client", "accepts", index), f"there is no schema {name!r}", hint)


def vector_fields(document: Document, schema: Schema) -> Findings:
    """`vectors` gives new names to fields."""
    fields = properties_of(document.tree, schema.node)
    for name, field in mapping(_client(schema).get("vectors")).items():
        pointer = join(schema.pointer, "x-client", "vectors", name)
        yield from known_field(pointer, string(field), fields)
        if name in fields and string(field) in fields:
            yield Finding(pointer, f"{name!r} is a field already", "use another name")


def alias_fields(document: Document, schema: Schema) -> Findings:
    """`aliases` gives further names to fields."""
    fields = properties_of(document.tree, schema.node)
    for name, path in mapping(_client(schema).get("aliases")).items():
        pointer = join(schema.pointer, "x-client", "aliases", name)
        yield from leads_to_field(document.tree, pointer, string(path), schema.node)
        if name in fields:
            yield Finding(pointer, f"{name!r} is a field already", "use another name")


def item_fields(document: Document, schema: Schema) -> Findings:
    """`items` names a required list."""
    tree, name = document.tree, string(_client(schema).get("items"))
    fields, pointer = properties_of(tree, schema.node), join(schema.pointer, "x-client", "items")
    if not name:
        return
    yield from known_field(pointer, name, fields)
    if name in fields and (types_of(tree, fields[name]) != ["array"] or name not in required_of(tree, schema.node)):
        yield Finding(pointer, f"the field {name!r} is not a required list", "name a required field of type array")


def file_fields(document: Document, schema: Schema) -> Findings:
    """`media` names strings: a URL, or a file in base64."""
    fields, media = properties_of(document.tree, schema.node), mapping(_client(schema).get("media"))
    for key in ("url", "base64"):
        name, pointer = string(media.get(key)), join(schema.pointer, "x-client", "media", key)
        if not name:
            continue
        yield from known_field(pointer, name, fields)
        if name in fields and "string" not in types_of(document.tree, fields[name]):
            yield Finding(pointer, f"the field {name!r} is not a string", "name a field of type string")


def action_fields(document: Document, schema: Schema) -> Findings:
    """`actions` names an operation, and its arguments are found in an item or in the object that holds the items."""
    client, tree = _client(schema), document.tree
    if "actions" not in client:
        return
    actions, pointer = mapping(client["actions"]), join(schema.pointer, "x-client", "actions")
    fields, each = properties_of(tree, schema.node), string(actions.get("each"))
    yield from known_field(join(pointer, "each"), each, fields)
    if each not in fields:
        return
    item = resolve(tree, fields[each]).get("items")
    for index, name in enumerate(strings(actions.get("by"))):
        yield from known_field(join(pointer, "by", index), name, properties_of(tree, item), f"an item of {each!r}")
    name = string(actions.get("operation"))
    operation = document.operations_by_id.get(name)
    if operation is None:
        hint = did_you_mean(name, document.operations_by_id, "name an operation")
        yield Finding(join(pointer, "operation"), f"there is no operation {name!r}", hint)
        return
    for key, owner in (("item", item), ("whole", schema.node)):
        for argument, path in mapping(actions.get(key)).items():
            place = join(pointer, key, argument)
            yield from known_field(place, argument, _arguments(tree, operation), name)
            yield from leads_to_field(tree, place, string(path), owner)


def _client(schema: Schema) -> dict[str, Any]:
    return mapping(schema.node.get("x-client"))


def _arguments(tree: dict[str, Any], operation: Operation) -> list[str]:
    body = operation.body.schema if operation.body else None
    return [*(one.name for one in operation.parameters), *properties_of(tree, body)]
