"""Tell in a moment that a document is valid; only one that may not be goes to openapi-spec-validator.

To import that validator takes half a second, and its rules for schemas take longer than the rest of the generator. A
validator in Rust decides if the document fits the JSON Schema of OpenAPI, and each schema that of schemas; the other
rules are few.
"""

from __future__ import annotations

from typing import Any

from ...spec.pointer import Tree, mapping, resolve, sequence, split, string, strings
from ...spec.schemas import Schema, properties_of, reachable, roots, walk_schemas
from .fast_path import FastValidator, schema_file

# By version: the JSON Schemas of a document and of a schema in it.
_FILES = {
    "3.0": (
        ("openapi_spec_validator", "resources/schemas/v3.0/schema.json"),
        ("jsonschema_specifications", "schemas/draft4/metaschema.json"),
    ),
    "3.1": (
        ("openapi_spec_validator", "resources/schemas/v3.1/schema.json"),
        ("openapi_schema_validator", "schemas/oas3.1/metaschema.json"),
    ),
}
_DIALECTS = {"3.0": "http://json-schema.org/draft-04/schema#", "3.1": "https://json-schema.org/draft/2020-12/schema"}
_NUMBERS = ("int32", "int64", "float", "double")
_SMALL = 2**31
_FEW = 500


def certainly_valid(tree: dict[str, Any], version: str) -> bool:
    """True if openapi-spec-validator would certainly find nothing."""
    if version not in _FILES:
        return False
    structure, metaschema = (schema_file(*file) for file in _FILES[version])
    if "jsonSchemaDialect" in tree or not FastValidator(structure).passes(dict(tree)):
        return False
    known = Tree(tree)
    if not _are_distinct([string(mapping(tag).get("name")) for tag in sequence(tree.get("tags"))]):
        return False
    validator = FastValidator(metaschema, formats=True)
    return (
        all(_parameters_are_distinct(known, item) for item in mapping(tree.get("paths")).values())
        and all(_root_is_valid(known, root, validator) for root in roots(known))
        and all(_default_is_valid(known, schema, version) for schema in walk_schemas(known))
    )


def _are_distinct(values: list[Any]) -> bool:
    return len(values) == len(set(values))


def _parameters_are_distinct(tree: dict[str, Any], item: object) -> bool:
    owners = [mapping(item), *map(mapping, mapping(item).values())]
    lists = [[resolve(tree, one) for one in sequence(owner.get("parameters"))] for owner in owners]
    return all(_are_distinct([(repr(one.get("name")), repr(one.get("in"))) for one in found]) for found in lists)


def _root_is_valid(tree: dict[str, Any], root: Schema, validator: FastValidator) -> bool:
    """True if a schema fits the schema of schemas, and its `allOf` describes what it requires."""
    node = root.node
    if "$schema" in node or not validator.passes(root.value):
        return False
    return "allOf" not in node or set(strings(node.get("required"))) <= properties_of(tree, node).keys()


def _default_is_valid(tree: dict[str, Any], schema: Schema, version: str) -> bool:
    node = schema.node
    if "default" not in node or "$ref" in node:  # what stands beside a reference has no effect on the validator
        return True
    value = node["default"]
    if value is None and node.get("nullable") is True:
        return True
    if "format" in node and not _fits_format(node["format"], value):
        return False
    below = reachable(tree, [schema])
    used = {split(pointer)[2] for pointer in below if pointer.startswith("/components/schemas/")}
    schemas = mapping(mapping(tree.get("components")).get("schemas"))
    named = {name: schemas[name] for name in used if name in schemas} if len(below) <= _FEW else {}
    try:
        return FastValidator({"$schema": _DIALECTS[version], **node, "components": {"schemas": named}}).passes(value)
    except ValueError:  # a pattern that is none, or text that is no Unicode
        return False


def _fits_format(name: object, value: object) -> bool:
    return value is None or (name in _NUMBERS and isinstance(value, (int, float)) and abs(value) < _SMALL)
