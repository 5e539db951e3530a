"""The OpenAPI 3.0 rendition, for tools that need it. Open enums are plain strings in it, which every language has."""

from __future__ import annotations

from typing import Any

from ..spec.pointer import mapping, sequence, string, strings
from .tree import NULL, drop_unused, mappings, rewritten

SCALARS = ("string", "integer", "number", "boolean")
# Keywords that 3.0 does not have; what they say stands in descriptions too.
UNKNOWN = ("contentMediaType", "contentSchema", "contentEncoding", "$schema")


def openapi_3_0(tree: dict[str, Any]) -> dict[str, Any]:
    """The 3.1 document in the terms of 3.0."""
    schemas = mapping(tree["components"]["schemas"])
    tree = rewritten(tree, lambda node: _media_types_in_words(node, schemas))
    info = {key: value for key, value in tree["info"].items() if key != "summary"}
    license = info.get("license", {})
    if "identifier" in license:
        info["license"] = {"name": license["name"], "url": f"https://spdx.org/licenses/{license['identifier']}.html"}
    tree = {**rewritten(tree, lambda node: _schema(node, schemas)), "openapi": "3.0.3", "info": info}
    drop_unused(tree)
    return _without_nulls(tree)


def _without_nulls(tree: dict[str, Any]) -> dict[str, Any]:
    """The document with no null in an example where 3.0 cannot allow one."""
    owners = [node for node in mappings(tree) if "properties" in node]
    fields = [field for node in owners for field in mapping(node["properties"]).items()]
    required = {name for node in owners for name in strings(node.get("required"))}
    names = {name for name, schema in fields if _is_object_or_null(schema)} - required
    return mapping(rewritten(tree, lambda node: {k: v for k, v in node.items() if not (v is None and k in names)}))


def _is_object_or_null(schema: Any) -> bool:
    """True for the usual way to say so in 3.0. Taken literally it allows no null."""
    return "allOf" in mapping(schema) and mapping(schema).get("nullable") is True


def _media_types_in_words(node: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """A form without `encoding`, which some generators refuse: its media types go into descriptions."""
    if "encoding" not in node:
        return node
    form = mapping(schemas.get(string(mapping(node.get("schema")).get("$ref")).rpartition("/")[2]))
    for name, encoding in mapping(node["encoding"]).items():
        field, media = mapping(mapping(form.get("properties")).get(name)), string(encoding.get("contentType"))
        if media and media not in string(field.get("description")):
            field["description"] = f"{string(field.get('description'))} Media type: {media}."
    return {key: value for key, value in node.items() if key != "encoding"}


def _schema(node: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """A schema in the terms of 3.0; any other node as it is."""
    node = _ref_alone(node, schemas)
    for change in (_open_enum, _nullable, _types, _const):
        node = change(node)
    return {key: value for key, value in node.items() if key not in UNKNOWN}


def _open_enum(node: dict[str, Any]) -> dict[str, Any]:
    """A string with known values as a plain string that names them."""
    branches = [mapping(one) for one in sequence(node.get("anyOf"))]
    texts = [one for one in branches if one.get("type") == "string"]
    if not any("enum" not in one for one in texts) or any(one not in texts and one != NULL for one in branches):
        return node
    known = [str(value) for one in texts for value in sequence(one.get("enum"))]
    rest = {key: value for key, value in node.items() if key not in ("anyOf", "description")}
    text = " ".join(filter(None, [string(node.get("description")), "Known values: " + _listed(known) if known else ""]))
    nullable = {"nullable": True} if NULL in branches else {}
    return {"type": "string", "description": text, **nullable, **rest}


def _listed(values: list[str]) -> str:
    return ", ".join(f"`{value}`" if value else '`""`' for value in values) + "."


def _nullable(node: dict[str, Any]) -> dict[str, Any]:
    """A union with null as a nullable schema. 3.0 demands a type beside `nullable`."""
    for keyword in ("anyOf", "oneOf"):
        branches = sequence(node.get(keyword))
        if NULL in branches:
            others = [one for one in branches if one != NULL]
            rest = {key: value for key, value in node.items() if key != keyword}
            if len(others) == 1:
                return {"type": "object", "nullable": True, **rest, "allOf": others}
            return {**rest, keyword: [{**others[0], "nullable": True}, *others[1:]]}
    return node


def _types(node: dict[str, Any]) -> dict[str, Any]:
    """A list of types as one type, nullable or not; several as any value."""
    types = sequence(node.get("type"))
    if not types:
        return node
    named = [one for one in types if one != "null"]
    rest = {key: value for key, value in node.items() if key != "type"}
    nullable = {"nullable": True} if "null" in types else {}
    return {"type": named[0], **nullable, **rest} if len(named) == 1 else rest


def _const(node: dict[str, Any]) -> dict[str, Any]:
    return {key if key != "const" else "enum": [value] if key == "const" else value for key, value in node.items()}


def _ref_alone(node: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """A reference with a description of its own, which 3.0 ignores beside `$ref`: a scalar is written out."""
    if not isinstance(node.get("$ref"), str) or len(node) == 1:
        return node
    target = mapping(schemas.get(node["$ref"].rpartition("/")[2]))
    rest = {key: value for key, value in node.items() if key != "$ref"}
    is_scalar = target.get("type") in SCALARS or "enum" in str(target.get("anyOf"))
    return {**target, **rest} if is_scalar else {**rest, "allOf": [{"$ref": node["$ref"]}]}
