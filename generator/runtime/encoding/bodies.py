"""Request bodies other than an object in JSON and a multipart form: any JSON, fields of a form, text, and files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from .arguments import encode_json
from .result_objects import with_result_objects
from .styles import ParameterStyle, encode_query_with

ARGUMENT = "body"


class BodySpec(msgspec.Struct, frozen=True):
    """A body, as an operation declares it.

    `argument` is the name of the argument that is the whole body; without one, arguments are its fields, and with none
    of these an empty object is sent if the body is `required`.
    """

    kind: Literal["json", "form", "text", "file"]
    media_type: str
    argument: str = ""
    required: bool = False


def build_body(
    spec: BodySpec, wire: Mapping[str, Any], fields: Mapping[str, Any], styles: Mapping[str, ParameterStyle]
) -> tuple[Any, str | None]:
    """Build the content of a request and its type, None for both if there is no body."""
    if not spec.argument:
        return _encode(spec, fields, styles) if fields or spec.required else (None, None)
    if spec.argument not in wire:
        return _encode(spec, fields, styles) if fields else (None, None)
    value = wire[spec.argument]
    if fields:  # of extra_body
        value = {**_fields_of(value), **fields}
    return _encode(spec, value, styles)


def _encode(spec: BodySpec, value: Any, styles: Mapping[str, ParameterStyle]) -> tuple[Any, str | None]:
    if spec.kind == "json":
        return encode_json(with_result_objects({ARGUMENT: value}, [ARGUMENT])[ARGUMENT]), spec.media_type
    if spec.kind == "form":
        return encode_query_with(_fields_of(value), styles).encode(), spec.media_type
    if spec.kind == "text":
        if isinstance(value, (bytes, bytearray, memoryview)):
            return bytes(value), spec.media_type  # pyright: ignore[reportUnknownArgumentType]
        if not isinstance(value, str):
            raise TypeError(f"{spec.argument} must be text or bytes, not {type(value).__name__}")
        return value.encode(), spec.media_type
    from .multipart import WholeFile, build_file

    part = build_file(spec.argument, value, "application/octet-stream" if "*" in spec.media_type else spec.media_type)
    declared = part.type if "*" in spec.media_type else spec.media_type
    if isinstance(part.source, bytes):
        return part.source, declared
    return WholeFile(msgspec.structs.replace(part, type=declared)), declared


def _fields_of(value: Any) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value  # pyright: ignore[reportUnknownVariableType]
    plain = msgspec.json.decode(encode_json(with_result_objects({ARGUMENT: value}, [ARGUMENT])[ARGUMENT]))
    if not isinstance(plain, dict):
        raise TypeError(f"{ARGUMENT} must be a mapping of names to values here, not {type(value).__name__}")
    return plain  # pyright: ignore[reportUnknownVariableType]
