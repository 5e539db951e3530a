"""Names of the fields of classes, beside those that the classes have already."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from ..policy import SchemaPolicy
from ..spec.names import TYPES, FieldName, unique
from .ir import Field
from .types import Side, annotation

# Attributes of every struct: a field of such a name gets another one in Python.
_STRUCT_METHODS = frozenset(["msgspec", "to_dict", "to_json"])
_MEDIA_METHODS = frozenset(["bytes", "save"])
_VECTOR_WORDS = frozenset(["array", "float32s", "property"])

# msgspec refuses such a name of a field, but only when the class is created.
UNREADABLE = re.compile(r'["\\\x00-\x1f\ud800-\udfff]')


def field_names(found: Mapping[str, Field], policy: SchemaPolicy, side: Side) -> dict[str, FieldName]:
    """Return the name of each field in Python, by its name on the wire."""
    properties = [*policy.vectors, *policy.aliases]
    reserved = _reserved(found.values(), properties, side)
    if side == "response" and policy.media:
        reserved |= _MEDIA_METHODS
    # Names that are the same on the wire take precedence over derived ones.
    names = {wire: field.name.beside(reserved) for wire, field in found.items()}
    own = {wire: name for wire, name in names.items() if name == wire}
    return own | unique({wire: name for wire, name in names.items() if wire not in own}, own.values())


def _reserved(fields: Iterable[Field], properties: Collection[str], side: Side) -> set[str]:
    """Names that no field of a class may have, because its annotations or its body use them."""
    named = " ".join(annotation(field.type, side) for field in fields)
    reserved = {"dt", *TYPES}.intersection(re.findall(r"\w+", named)) | {*properties}
    if side == "response":
        reserved |= _STRUCT_METHODS
    return {*reserved, *_VECTOR_WORDS} if properties else set(reserved)
