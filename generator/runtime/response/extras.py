"""What came with an answer and the models do not know."""

from __future__ import annotations

from typing import Any

import msgspec

from ..http.json_pointer import escape, is_array, is_object
from .decoding import parse
from .model import response_info


def extras(obj: Any) -> dict[str, Any]:
    """Every field that came and that the models do not know, `{JSON pointer: value}`.

    Pointers begin at `obj`, which must be what a call returned or an event of a stream. Raises LookupError for a part
    of an answer, and where the raw bytes were not kept (`keep_raw=False`).
    """
    raw = response_info(obj).raw
    if raw is None:
        raise LookupError("the bytes of this answer were not kept: make the client without keep_raw=False")
    found: dict[str, Any] = {}
    _collect(obj, parse(raw).document, "", found)
    return found


def _collect(value: Any, document: Any, pointer: str, found: dict[str, Any]) -> None:
    if isinstance(value, msgspec.Struct) and is_object(document):
        _collect_struct(value, document, pointer, found)
    elif is_array(value) and is_array(document):
        for index, (item, part) in enumerate(zip(value, document, strict=False)):
            _collect(item, part, f"{pointer}/{index}", found)
    elif is_object(value) and is_object(document):
        for key, item in value.items():
            if key in document:
                _collect(item, document[key], f"{pointer}/{escape(key)}", found)


def _collect_struct(value: msgspec.Struct, document: dict[str, Any], pointer: str, found: dict[str, Any]) -> None:
    wire = dict(zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True))
    tag = value.__struct_config__.tag_field
    for key, part in document.items():
        place = f"{pointer}/{escape(key)}"
        if key in wire:
            _collect(object.__getattribute__(value, wire[key]), part, place, found)
        elif key != tag:
            found[place] = part
