"""Names of the fields of classes, beside those that the classes have already."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from ..policy import SchemaPolicy
from ..policy.model import Naming
from ..spec.names import TYPES, FieldName, unique, words
from .ir import Field
from .types import Side, annotation

# Attributes of every struct: a field of such a name gets another one in Python.
_STRUCT_METHODS = frozenset(["msgspec", "to_dict", "to_json"])
_MEDIA_METHODS = frozenset(["bytes", "save"])
_VECTOR_WORDS = frozenset(["array", "float32s", "property"])

# msgspec refuses such a name of a field, but only when the class is created.
UNREADABLE = re.compile(r'["\\\x00-\x1f\ud800-\udfff]')


@lru_cache(maxsize=2**14)  # the same names come again and again
def field_name(wire: str, naming: Naming) -> FieldName:
    """The name in Python of what has a name on the wire."""
    if naming == "wire" or (FieldName.fits(wire) and wire == wire.lower()):
        return FieldName.of(wire)
    return FieldName.of(FieldName.styled(words(wire)) or wire)


def field_names(
    found: Mapping[str, Field], policy: SchemaPolicy, side: Side, naming: Naming | None
) -> dict[str, FieldName]:
    """Return the name of each field in Python, by its name on the wire. Without `naming` they are keys of a dict."""
    properties = [*policy.vectors, *policy.aliases]
    reserved = _reserved(found.values(), properties, side)
    if side == "response" and policy.media:
        reserved |= _MEDIA_METHODS
    given = {wire: FieldName.of(name) for wire, name in policy.fields.items() if naming}
    names = {wire: given.get(wire, field_name(wire, naming or "wire")).beside(reserved) for wire in found}
    # Names that are given, or the same on the wire, take precedence over derived ones.
    own = {wire: name for wire, name in names.items() if name == wire or wire in given}
    return own | unique({wire: name for wire, name in names.items() if wire not in own}, own.values())


def _reserved(fields: Iterable[Field], properties: Collection[str], side: Side) -> set[str]:
    """Names that no field of a class may have, because its annotations or its body use them."""
    named = " ".join(annotation(field.type, side) for field in fields)
    reserved = {"dt", *TYPES}.intersection(re.findall(r"\w+", named)) | {*properties}
    if side == "response":
        reserved |= _STRUCT_METHODS
    return {*reserved, *_VECTOR_WORDS} if properties else set(reserved)
