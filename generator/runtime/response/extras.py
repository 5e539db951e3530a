"""Compare a result with the JSON that it was decoded from: fields that its model does not know, and nulls."""

from __future__ import annotations

from typing import Any

import msgspec

from ..http.json_pointer import escape, is_array, is_object
from .decoding import parse
from .metadata import response_info


def extras(obj: Any) -> dict[str, Any]:
    """Return every field that was sent and that the models do not know, as `{JSON pointer: value}`.

    Pointers begin at `obj`, which must be what a call returned or an event of a stream. Raises LookupError for an
    object within a result, and where the raw bytes were not kept (`keep_raw=False`).
    """
    raw = response_info(obj).raw
    if raw is None:
        raise LookupError("the bytes of this response were not kept: create the client without keep_raw=False")
    found: dict[str, Any] = {}
    _collect(obj, parse(raw).document, "", found)
    return found


def _collect(value: Any, document: Any, pointer: str, found: dict[str, Any]) -> None:
    if isinstance(value, msgspec.Struct) and is_object(document):
        attributes, tag = _attributes(value), value.__struct_config__.tag_field
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


def restore_nulls(value: Any, plain: Any, document: Any) -> None:
    """Add to `plain`, the result as dicts and lists, the fields that were sent as null in `document`."""
    if isinstance(value, msgspec.Struct) and is_object(plain) and is_object(document):
        for key, attribute in _attributes(value).items():
            if key in plain and key in document:
                restore_nulls(object.__getattribute__(value, attribute), plain[key], document[key])
            elif key in document and object.__getattribute__(value, attribute) is None:
                plain[key] = None
    elif is_array(value) and is_array(plain) and is_array(document):
        for item, part, source in zip(value, plain, document, strict=False):
            restore_nulls(item, part, source)
    elif is_object(value) and is_object(plain) and is_object(document):
        for key, item in value.items():
            if key in plain and key in document:
                restore_nulls(item, plain[key], document[key])


def _attributes(value: msgspec.Struct) -> dict[str, str]:
    """Return the names of a struct's attributes by those of its fields in JSON."""
    return dict(zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True))
