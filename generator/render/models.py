"""Definitions as the template prints them: their names, bases, types and texts, ready to be inserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..plan.ir import Alias, Definition, Field, Prose, Record
from ..plan.types import NONE, ListOf, Side, annotation, members, references
from .docstrings import docstring
from .literals import deprecation, literal


def reading_order(definitions: Iterable[Definition]) -> list[Definition]:
    """The definitions in their order, except that definitions which another needs at run time come before it."""
    by_name: dict[str, Definition] = {one.name: one for one in definitions}
    ordered: dict[str, Definition] = {}

    def put(one: Definition) -> None:
        for name in _needed(one):
            if name in by_name and name not in ordered:
                put(by_name[name])
        ordered[one.name] = one

    for one in by_name.values():
        if one.name not in ordered:
            put(one)
    return list(ordered.values())


def is_functional(record: Record) -> bool:
    """True if a TypedDict has a key that is no Python name, which only the functional form can express."""
    return any(field.name != field.wire for field in record.fields)


def _needed(one: Definition) -> Iterator[str]:
    if isinstance(one, Alias):
        yield from references(one.type)
    elif one.base:
        yield one.base


def definition_view(one: Definition, side: Side) -> dict[str, Any]:
    """A definition as the template needs it."""
    paragraphs = _paragraphs(one.prose)
    if isinstance(one, Alias):
        type_ = annotation(one.type, side)
        return {
            "form": "alias",
            "name": one.name,
            "type": type_,
            "union": _union(one),
            "docstring": docstring(paragraphs, 0),
        }
    if side == "parameter" and is_functional(one):
        paragraphs += [f"{field.wire}: {field.prose.text}" for field in one.fields if field.prose.text]
        return {"name": one.name, "docstring": docstring(paragraphs, 0), **_functional(one)}
    if one.async_of:
        paragraphs.append(f"The async client's `{one.async_of}`.")
    return {
        "name": one.name,
        "deprecated": deprecation(one.name, one.prose.deprecated),
        "docstring": docstring(paragraphs, 4) or ("" if one.fields else "pass"),
        **(_struct(one) if side == "response" else _typed_dict(one)),
    }


def _typed_dict(one: Record) -> dict[str, Any]:
    total = _is_total(one)
    return {
        "form": "typed_dict",
        "bases": f"{one.base or 'TypedDict'}{'' if total else ', total=False'}",
        "fields": [_key(field, total) for field in one.fields],
    }


def _functional(one: Record) -> dict[str, Any]:
    total = _is_total(one)
    pairs = [(repr(field.wire), repr(_key_type(field, total))) for field in one.fields]
    return {"form": "functional", "literal": repr(str(one.name)), "pairs": pairs, "total": total}


def _is_total(one: Record) -> bool:
    return all(field.required for field in one.fields)


def _struct(one: Record) -> dict[str, Any]:
    base = ("AsyncFileModel" if one.async_of else "FileModel") if one.file else "ResponseModel"
    return {
        "form": "struct",
        "bases": f"{base}, frozen=True, kw_only=True",
        "file": literal(one.file) if one.file else "",
        "reusable": literal(dict(one.reusable)) if one.reusable else "",
        "place": one.file is not None and all(field.name != "url" for field in one.fields),
        "fields": [_struct_field(field) for field in one.fields],
        "vectors": one.vectors,
        "aliases": [(name, path, annotation(type_, "response")) for name, path, type_ in one.aliases],
        "iterated": one.items,
        "item": _item(one),
    }


def _union(one: Alias) -> str:
    """A union as the runtime reads it, if msgspec cannot: its members in functions, for those defined later."""
    if one.choice is None:
        return ""
    parts = [part for part in members(one.type) if part != NONE]
    listed = ", ".join(annotation(part, "response") for part in parts)
    written = ["__name__", repr(str(one.name)), f"lambda: ({listed}{',' if len(parts) == 1 else ''})"]
    if one.choice.cases:
        cases = ", ".join(f"{literal(value)}: {name}" for value, name in one.choice.cases)
        written += [literal(one.choice.tag), f"lambda: {{{cases}}}"]
    return f"union_of({', '.join(written)})" + (" | None" if NONE in members(one.type) else "")


def _item(record: Record) -> str:
    """The type of the items that iterating over a struct yields."""
    type_ = next((field.type for field in record.fields if field.name == record.items), None)
    return annotation(type_.item, "response") if isinstance(type_, ListOf) else "Any"


def _struct_field(field: Field) -> dict[str, str]:
    default = "" if field.required else " = None"
    if field.name != field.wire:
        default = f" = msgspec.field({'' if field.required else 'default=None, '}name={field.wire!r})"
    # A required field is one that the constructor takes, which checkers would not see.
    deprecated = "" if field.required else deprecation(field.name, field.prose.deprecated)
    text = docstring(_paragraphs(field.prose), 12 if deprecated else 4)
    type_ = annotation(field.type, "response")
    return {"name": field.name, "type": type_, "default": default, "docstring": text, "deprecated": deprecated}


def _key(field: Field, total: bool) -> dict[str, str]:
    text = docstring(_paragraphs(field.prose), 4)
    return {"name": field.wire, "type": _key_type(field, total), "default": "", "docstring": text}


def _key_type(field: Field, total: bool) -> str:
    type_ = annotation(field.type, "parameter")
    return f"Required[{type_}]" if field.required and not total else type_


def _paragraphs(prose: Prose) -> list[str]:
    return [prose.text, f"({prose.source})" if prose.source else ""]
