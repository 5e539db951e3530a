"""Schemas in the form of OpenAPI 3.1, as far as that changes a type or a report about it."""

from __future__ import annotations

import re
from typing import Any

from ..spec.pointer import mapping, sequence, string, strings
from ..spec.schemas import walk_schemas
from .draft import Draft

# Keywords that say more about a value than a reference beside them.
DECIDING = frozenset(
    {"properties", "required", "additionalProperties", "allOf", "anyOf", "oneOf", "enum", "const", "items"}
)
# Keywords that are put into others: of keys by pattern, items by position, and what no part of a schema describes.
UNEXPRESSED = frozenset({"patternProperties", "prefixItems", "unevaluatedProperties", "unevaluatedItems"})
TEXTUAL = re.compile(r"^text/|(json|xml|yaml|jwt|javascript|graphql|urlencoded)$")
COMPOSED = frozenset({"properties", "$ref", "allOf", "anyOf", "oneOf"})
# What others call the types of JSON Schema, and what is a format of text there.
_TYPES = {
    "boolean": "bool logical", "integer": "int int32 int64 long short", "number": "float double decimal numeric",
    "string": "str text char varchar", "array": "list set tuple", "object": "dict map hash json", "null": "none nil",
}  # fmt: skip
_FORMATS = {"date-time": "datetime date-time timestamp", "binary": "binary file"} | {
    name: name for name in ("date", "uuid", "email", "uri", "byte")
}
TYPES = {word: {"type": name} for name, words in _TYPES.items() for word in (name, *words.split())} | {
    word: {"type": "string", "format": name} for name, words in _FORMATS.items() for word in words.split()
}
BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def schemas(draft: Draft) -> None:
    """Turn exclusive bounds into numbers, and a reference that is not all of its schema into a part of it."""
    is_newer = not string(draft.tree.get("openapi")).startswith("3.0")  # there, nothing else counts beside a reference
    # Inner schemas first: an outer one may move them.
    for pointer, node in [(schema.pointer, schema.node) for schema in walk_schemas(draft.tree)][::-1]:
        if any(isinstance(node.get(key), bool) for key in BOUNDS):
            edited = draft.edit(pointer)
            for key, bound in BOUNDS.items():
                if edited.get(key) is True and bound in edited:
                    edited[key] = edited.pop(bound)
                elif isinstance(edited.get(key), bool):
                    del edited[key]
        if (meant := TYPES.get(string(node.get("type")).lower())) and meant["type"] != node["type"]:  # which is told
            edited = draft.edit(pointer)
            edited |= meant | ({"format": edited["format"]} if "format" in edited else {})
        if not UNEXPRESSED.isdisjoint(node):
            _values(draft, pointer, draft.edit(pointer))
        if _is_file(node):
            edited = draft.edit(pointer)
            edited |= {"type": node.get("type", "string"), "format": "binary"}
        if "$ref" in node and (node.get("nullable") is True or (is_newer and not DECIDING.isdisjoint(node))):
            edited = draft.edit(pointer)
            edited["allOf"] = [{"$ref": edited.pop("$ref")}, *sequence(edited.get("allOf"))]


def _is_file(node: dict[str, Any]) -> bool:
    """True for text that holds bytes as they are, which OpenAPI 3.0 calls `format: binary`."""
    media = string(node.get("contentMediaType")).lower()
    is_string = "string" in (strings(node.get("type")) or [node.get("type", "string")])
    return bool(media) and is_string and not TEXTUAL.search(media) and not {"contentEncoding", "format"} & node.keys()


def _values(draft: Draft, pointer: str, node: dict[str, Any]) -> None:
    """Put the types of keys by pattern and of items by position into `additionalProperties` and `items`."""
    for key in ("unevaluatedProperties", "unevaluatedItems"):
        if node.get(key) is False:
            del draft.edit(pointer)[key]
    if isinstance(node.get("unevaluatedProperties"), (dict, bool)) and COMPOSED.isdisjoint(node):
        draft.edit(pointer).setdefault("additionalProperties", draft.edit(pointer).pop("unevaluatedProperties", True))
    more, patterns = node.get("additionalProperties"), mapping(node.get("patternProperties"))
    if patterns and more is not True and (COMPOSED - {"properties"}).isdisjoint(node):
        edited = draft.edit(pointer)
        edited["additionalProperties"] = _any_of([*patterns.values(), *([more] if more else [])])
        del edited["patternProperties"]
    rest, first = node.get("items"), sequence(node.get("prefixItems"))
    if first and (isinstance(rest, dict) or rest is False or node.get("maxItems") == len(first)):
        edited = draft.edit(pointer)
        edited["items"] = _any_of([*first, *([rest] if rest else [])])
        del edited["prefixItems"]
        what, instead = "items of different types by their positions", "each may be of any of these types"
        draft.unsupported(pointer, what, instead, "use items with an anyOf", "keywords")


def _any_of(schemas: list[Any]) -> Any:
    distinct = [one for index, one in enumerate(schemas) if one not in schemas[:index]]
    return distinct[0] if len(distinct) == 1 else {"anyOf": distinct}
