"""Which words of JSON Schema the plan reads, which it leaves to prose, and which stop it."""

from __future__ import annotations

# These decide types.
_OBJECTS = frozenset(["type", "properties", "required", "additionalProperties", "items"])
_VALUES = frozenset(["enum", "const", "nullable", "format", "contentEncoding"])
READ = _OBJECTS | _VALUES | frozenset(["$ref", "anyOf", "oneOf", "allOf"])

# These describe a value or limit it. The server enforces limits: an answer that breaks one is still an answer, and a
# client that refuses what the server would take is wrong on the day when the server changes its mind.
_PROSE = frozenset(["title", "description", "default", "example", "examples", "deprecated", "externalDocs", "$comment"])
_USE = frozenset(["readOnly", "writeOnly", "contentMediaType", "contentSchema", "discriminator", "xml"])
_NUMBERS = frozenset(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"])
_SIZES = frozenset(["minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems"])
DESCRIBING = _PROSE | _USE | _NUMBERS | _SIZES | frozenset(["minProperties", "maxProperties"])


def unread(schema: dict[str, object]) -> list[str]:
    """The keywords of a schema that nothing here can express."""
    return sorted(word for word in schema if word not in READ and word not in DESCRIBING and not word.startswith("x-"))
