"""JSON Schemas of types, in the strict form that models are given for their output."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import msgspec

from ..http.json_pointer import escape, is_array, is_object, resolve

_BY_NAME = ("properties", "$defs", "definitions")
_COMBINED = ("anyOf", "oneOf", "allOf")


def strict_schema(type: Any) -> dict[str, Any]:
    """Return the JSON Schema of a pydantic model, a msgspec Struct, a dataclass or a TypedDict.

    Every field is required and no other is allowed; defaults are left out, since they never apply. Raises TypeError for
    a type that is no object in JSON, or that has no JSON Schema.
    """
    methods = pydantic_methods(type)
    try:
        schema: dict[str, Any] = methods[0]() if methods else msgspec.json.schema(type)
        strict = _strict(schema, schema)
    except (TypeError, RecursionError) as error:
        raise TypeError(f"{_named(type)} has no JSON Schema: {error}") from None
    if strict.get("type") != "object":
        raise TypeError(f"{_named(type)} is no object in JSON: make it a field of a class, and pass that class")
    used = _references({**strict, "$defs": {}}, strict, set())
    kept = {name: part for name, part in strict.pop("$defs", {}).items() if f"#/$defs/{escape(name)}" in used}
    return {**strict, "$defs": kept} if kept else strict


def pydantic_methods(type: Any) -> tuple[Callable[[], Any], Callable[[str], Any]] | None:
    """Return the methods of a type of pydantic that return its JSON Schema and parse JSON, None for another type."""
    if hasattr(type, "model_json_schema"):
        return type.model_json_schema, type.model_validate_json
    if hasattr(type, "__pydantic_validator__"):  # a dataclass of pydantic
        # Not an import statement: type checkers of programs without pydantic do not find it.
        adapter: Any = import_module("pydantic").TypeAdapter(type)
        return adapter.json_schema, adapter.validate_json
    return None


def _strict(node: Any, root: dict[str, Any]) -> Any:
    if not is_object(node):
        return node
    strict = {key: value for key, value in node.items() if key not in ("default", "discriminator")}
    for key in _BY_NAME:
        if is_object(strict.get(key)):
            strict[key] = {name: _strict(schema, root) for name, schema in strict[key].items()}
    for key in ("items", "additionalProperties"):
        if key in strict:
            strict[key] = _strict(strict[key], root)
    for key in _COMBINED:
        if is_array(strict.get(key)):
            branches = [_strict(branch, root) for branch in strict.pop(key)]
            strict |= branches[0] if len(branches) == 1 else {"anyOf" if key == "oneOf" else key: branches}
    if "$ref" in strict and len(strict) > 1:  # nothing may stand beside a reference
        return _strict({**resolve(root, strict.pop("$ref").removeprefix("#"), {}), **strict}, root)
    if "properties" in strict:
        strict["required"] = list(strict["properties"])
    if strict.get("type") == "object":
        strict.setdefault("additionalProperties", False)
    return strict


def _references(node: Any, root: dict[str, Any], found: set[str]) -> set[str]:
    """Return the references in a schema and in what they lead to."""
    if is_object(node) and isinstance(ref := node.get("$ref"), str) and ref not in found:
        found.add(ref)
        _references(resolve(root, ref.removeprefix("#")), root, found)
    for part in node.values() if is_object(node) else node if is_array(node) else ():
        _references(part, root, found)
    return found


def _named(type: Any) -> str:
    return getattr(type, "__name__", None) or repr(type)
