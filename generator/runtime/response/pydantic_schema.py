"""Models as fields of pydantic models. Imported only when pydantic asks for it."""

from __future__ import annotations

from typing import Any

import msgspec

from ..http.json_pointer import is_array, is_object


def core_schema(cls: type[Any]) -> Any:
    """How pydantic takes and gives a model: an instance or a dict in, a dict out."""
    from pydantic_core import core_schema as schema

    def take(value: Any) -> Any:
        if isinstance(value, cls):
            return value
        return msgspec.convert(value, cls)  # its ValidationError is a ValueError, which pydantic reports

    def give(value: Any) -> dict[str, Any]:
        return value.to_dict()  # type: ignore[no-any-return]

    return schema.no_info_plain_validator_function(
        take, serialization=schema.plain_serializer_function_ser_schema(give, return_schema=schema.dict_schema())
    )


def json_schema(cls: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a model, without references: pydantic would look for them among its own."""
    (root,), components = msgspec.json.schema_components((cls,), ref_template="{name}")
    whole: dict[str, Any] = _inline(root, components, ())
    return whole


def _inline(node: Any, components: dict[str, Any], inside: tuple[str, ...]) -> Any:
    if is_array(node):
        return [_inline(item, components, inside) for item in node]
    if not is_object(node):
        return node
    name: str | None = node.get("$ref")
    if name is None:
        return {key: _inline(value, components, inside) for key, value in node.items()}
    if name in inside:  # an object within itself has no end
        return {"type": "object"}
    return _inline(components[name], components, (*inside, name))
