"""Compare an object with the JSON that it was decoded from: fields that its model does not know, and nulls."""

from __future__ import annotations

from typing import Any

import msgspec

from ..http.json_pointer import ATTRIBUTES, escape, is_array, is_object
from .metadata import response_info
from .reusable import source_of


def extras(obj: Any) -> dict[str, Any]:
    """Return every field that was sent and that the models do not know, as `{JSON pointer: value}`.

    Pointers begin at `obj`, which must be what a call returned, an event of a stream, or an object that can be an
    argument of another call, such as a message. Raises LookupError for any other object within a result, and where the
    raw bytes were not kept (`keep_raw=False`).
    """
    document = source_of(obj)
    if document is None:
        response_info(obj)  # raises for an object that has none
        raise LookupError("the bytes of this response were not kept: create the client without keep_raw=False")
    found: dict[str, Any] = {}
    _collect(obj, document, "", found)
    return found


def _collect(value: Any, document: Any, pointer: str, found: dict[str, Any]) -> None:
    if isinstance(value, msgspec.Struct) and is_object(document):
        attributes, tag = ATTRIBUTES[value.__class__], value.__struct_config__.tag_field
        for key, part in document.items():
            place = f"{pointer}/{escape(key)}"
            if key in attributes:
                _collect(object.__getattribute__(value, attributes[key]), part, place, found)
            elif key != tag:
                found[place] = part
    elif is_array(value) and is_array(document):
        for index, (item, part) in enumerate(zip(value, document, strict=False)):
            _collect(item, part, f"{pointer}/{index}", found)
    elif is_object(value) and is_object(document):
        for key, item in value.items():
            if key in document:
                _collect(item, document[key], f"{pointer}/{escape(key)}", found)


def drop_unknown(value: Any, document: Any, name: str) -> bool:
    """Remove a field from every object in `document` whose model does not know it. Return whether there was one."""
    found = False
    if isinstance(value, msgspec.Struct) and is_object(document):
        attributes = ATTRIBUTES[value.__class__]
        found = name not in attributes and document.pop(name, found) is not found
        for key, part in document.items():
            if key in attributes:
                found |= drop_unknown(object.__getattribute__(value, attributes[key]), part, name)
    elif is_array(value) and is_array(document):
        for item, part in zip(value, document, strict=True):
            found |= drop_unknown(item, part, name)
    return found


def restore(value: Any, plain: Any, document: Any) -> None:
    """Add to `plain`, an object as dicts and lists, the unknown fields and the nulls that were sent in `document`."""
    if isinstance(value, msgspec.Struct) and is_object(document):
        attributes = ATTRIBUTES[value.__class__]
        for key, part in document.items():
            if key in plain:
                if key in attributes:
                    restore(object.__getattribute__(value, attributes[key]), plain[key], part)
            elif key not in attributes or (part is None and object.__getattribute__(value, attributes[key]) is None):
                plain[key] = part
    elif is_array(value) and is_array(document) and len(value) == len(document):
        for item, part, source in zip(value, plain, document, strict=True):
            restore(item, part, source)
    elif is_object(value) and is_object(document):
        for key, item in value.items():
            if key in document:
                restore(item, plain[key], document[key])
