"""The parts of OpenAPI that are supported.

Anything else stops the generator, unless the document waives it by name:

x-client:
  waived: {patternProperties: "the extra keys are read through extras()"}
"""

from __future__ import annotations

# Keywords that decide a type.
TYPE_KEYWORDS = frozenset({
    "$ref", "type", "nullable", "enum", "const", "properties", "required", "additionalProperties", "items", "allOf",
    "anyOf", "oneOf", "discriminator", "format", "contentEncoding", "contentMediaType",
})  # fmt: skip
# Limits of a value: enforced by the server, printed for the reader, not checked by the client.
LIMIT_KEYWORDS = frozenset({
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
    "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
})  # fmt: skip
# Keywords for people, and those that only name schemas or hold them.
NOTE_KEYWORDS = frozenset({
    "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs",
    "xml", "$comment", "$defs", "definitions", "$id", "$anchor", "$dynamicAnchor",
})  # fmt: skip
SUPPORTED_SCHEMA_KEYWORDS = TYPE_KEYWORDS | LIMIT_KEYWORDS | NOTE_KEYWORDS

# Keywords of JSON Schema that are not supported, and what to write instead.
UNSUPPORTED_SCHEMA_KEYWORDS = {
    "not": "describe what is allowed, not what is forbidden",
    **dict.fromkeys(("if", "then", "else"), "split the schema into a oneOf with a discriminator"),
    **dict.fromkeys(("patternProperties", "propertyNames"), "use additionalProperties"),
    **dict.fromkeys(("dependentSchemas", "dependentRequired"), "describe it in words"),
    **dict.fromkeys(("unevaluatedProperties", "unevaluatedItems"), "use additionalProperties, or leave it out"),
    **dict.fromkeys(("contains", "minContains", "maxContains"), "describe it in words"),
    **dict.fromkeys(("prefixItems", "additionalItems"), "use items with an anyOf"),
    "$dynamicRef": "refer by #/components/schemas/Name",
    **dict.fromkeys(("$schema", "$vocabulary"), "remove it: only the dialect of OpenAPI is supported"),
    "contentSchema": "describe the content in words",
}


def waiver(name: str) -> str:
    """The end of a hint: how to waive a name."""
    return f"waive it by name: x-client: {{waived: {{{name}: reason}}}}"
