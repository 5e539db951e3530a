"""What of OpenAPI the generator can express.

Whatever stands on no list stops it, unless the document waives it by name:

x-client:
  waived: {patternProperties: "the extra keys are read through extras()"}
"""

from __future__ import annotations

from typing import Any

from ...spec.pointer import mapping

# They shape a type, or tell what a value is.
TYPE_KEYWORDS = frozenset({
    "$ref", "type", "nullable", "enum", "const", "properties", "required", "additionalProperties", "items", "allOf",
    "anyOf", "oneOf", "discriminator", "format", "contentEncoding", "contentMediaType",
})  # fmt: skip
# They restrict values: the server's business, printed for the reader, never judged by the client.
LIMIT_KEYWORDS = frozenset({
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
    "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
})  # fmt: skip
# They are for people.
NOTE_KEYWORDS = frozenset({
    "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs",
    "xml", "$comment",
})  # fmt: skip
SUPPORTED_SCHEMA_KEYWORDS = TYPE_KEYWORDS | LIMIT_KEYWORDS | NOTE_KEYWORDS

# Words of JSON Schema that are no spelling mistakes, and what to write in their place.
UNSUPPORTED_SCHEMA_KEYWORDS = {
    "not": "say what is allowed, not what is forbidden",
    **dict.fromkeys(("if", "then", "else"), "split the schema into a oneOf with a discriminator"),
    **dict.fromkeys(("patternProperties", "propertyNames"), "use additionalProperties"),
    **dict.fromkeys(("dependentSchemas", "dependentRequired"), "describe it in words"),
    **dict.fromkeys(("unevaluatedProperties", "unevaluatedItems"), "use additionalProperties, or leave it out"),
    **dict.fromkeys(("contains", "minContains", "maxContains"), "describe it in words"),
    **dict.fromkeys(("prefixItems", "additionalItems"), "use items with an anyOf"),
    **dict.fromkeys(("$defs", "definitions"), "move the schemas to components"),
    **dict.fromkeys(("$id", "$anchor", "$dynamicRef", "$dynamicAnchor"), "refer by #/components/schemas/Name"),
    **dict.fromkeys(("$schema", "$vocabulary"), "leave it out: the dialect of OpenAPI is the only one"),
    "contentSchema": "describe the content in words",
}

SUPPORTED_REQUEST_MEDIA = frozenset({"application/json", "multipart/form-data"})
# And every picture, sound and film.
SUPPORTED_RESPONSE_MEDIA = frozenset({"application/json", "text/event-stream", "text/plain"})

# Where a parameter stands, and the styles that can be written there; the first is what OpenAPI assumes.
SUPPORTED_STYLES = {"path": ("simple",), "query": ("form",), "header": ("simple",)}


def waiver(name: str) -> str:
    """The end of a cure: how to waive it."""
    return f"waive it by name: x-client: {{waived: {{{name}: why}}}}"


def waived(tree: dict[str, Any]) -> frozenset[str]:
    """What the document says may be dropped."""
    return frozenset(mapping(mapping(tree.get("x-client")).get("waived")))
