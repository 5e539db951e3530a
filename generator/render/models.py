"""Definitions to Python, printed by datamodel-code-generator.

It prints and does not plan: it gets a document that is rebuilt from the plan, with neutral field names, every schema
named and only the keywords of `types.keywords`. Our templates put the planned names, defaults and texts around the
types that it prints. One call prints a whole side, and the text is cut into its classes: each further call would cost
as much as the printing itself, and classes of several modules are put where the plan says.
"""

from __future__ import annotations

import hashlib
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..plan.ir import Alias, Definition, Definitions, Field, Prose, Record, types_of
from ..plan.types import (
    ANYTHING,
    NONE,
    STR,
    ListOf,
    Side,
    annotation,
    handles,
    imported,
    keywords,
    members,
    references,
)
from ..spec.names import ClassName
from .docstrings import docstring
from .imports import RenderError
from .literals import deprecation, literal

TEMPLATES = Path(__file__).parent / "templates" / "schemas"


# datamodel-code-generator compares all classes of a call with each other: many are printed in several calls.
MOST = 500


def printed(definitions: Definitions) -> dict[ClassName, str]:
    """The text of each definition."""
    found: dict[ClassName, str] = {}
    for start in range(0, len(definitions.all), MOST):
        own = definitions.all[start : start + MOST]
        texts = _printed(replace(definitions, all=_with_aliases(own, definitions.all)))
        found |= {one.name: texts[one.name] for one in own}
    return found


def _with_aliases(own: Sequence[Definition], all_: Sequence[Definition]) -> tuple[Definition, ...]:
    """Some definitions, and the aliases that they name: it matters what these stand for, as it does not of a class."""
    if len(own) == len(all_):
        return tuple(own)
    aliases = {one.name: one for one in all_ if isinstance(one, Alias)}
    found = {one.name: one for one in own}
    waiting = list(own)
    while waiting:
        types = types_of(waiting.pop())
        new = {name for type_ in types for name in references(type_) if name in aliases and name not in found}
        found |= {name: aliases[name] for name in sorted(new)}
        waiting += [aliases[name] for name in new]
    return tuple(found.values())


def _printed(definitions: Definitions) -> dict[ClassName, str]:
    data = _template_data(definitions)
    # A digest of all texts that go in: none of them can hold it, so none can be taken for a mark.
    mark = f"#: {hashlib.sha256(repr(data).encode()).hexdigest()} "
    for values in data.values():
        values["mark"] = mark
    pieces = dict(_cut(_generate(_document(definitions), data, definitions.side), mark))
    missing = [one.name for one in definitions.all if one.name not in pieces]
    if missing:
        raise RenderError(f"{len(missing)} classes are not printed, the first is {missing[0]}")
    return {one.name: pieces[one.name] for one in definitions.all}


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


# -- input of datamodel-code-generator -----------------------------------------------------------------------------


def _document(definitions: Definitions) -> dict[str, Any]:
    schemas: dict[str, Any] = {}
    for one in definitions.all:
        if isinstance(one, Alias):
            # A union that msgspec cannot read is printed by our template: here any type stands for it.
            schemas[one.name] = keywords(STR if one.choice else one.type, definitions.side)
            continue
        # All required: whether a field may be left out is the template's to print, not part of its type.
        properties = {f"f{index}": keywords(field.type, definitions.side) for index, field in enumerate(one.fields)}
        schemas[one.name] = {"type": "object", "properties": properties, "required": list(properties)}
    for name in _foreign(definitions):
        schemas[name] = {"type": "object", "properties": {}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }


def _foreign(definitions: Definitions) -> list[str]:
    """Structs that parameters take, and classes of the runtime: only named here, printed elsewhere."""
    own = {one.name for one in definitions.all}
    types = [type_ for one in definitions.all for type_ in types_of(one)]
    named = {name for type_ in types for names in (references, handles, imported) for name in names(type_)}
    return sorted((named | {ANYTHING} if definitions.side == "parameter" else named) - own)


def _template_data(definitions: Definitions) -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = {name: {"plan": {}} for name in _foreign(definitions)}
    return data | {one.name: {"plan": _described(one, definitions.side)} for one in definitions.all}


def _described(one: Definition, side: Side) -> dict[str, Any]:
    """The values that our templates insert; what a definition does not have is left out."""
    paragraphs = _paragraphs(one.prose)
    if isinstance(one, Alias):
        return {"docstring": docstring(paragraphs, 0), **_union(one)}
    functional = side == "parameter" and is_functional(one)
    if functional:
        paragraphs += [f"{field.wire}: {field.prose.text}" for field in one.fields if field.prose.text]
    if one.async_of:
        paragraphs.append(f"The async client's `{one.async_of}`.")
    described = {
        "deprecated": "" if functional else deprecation(one.name, one.prose.deprecated),
        "docstring": docstring(paragraphs, 0 if functional else 4) or ("" if one.fields else "pass"),
    }
    if side == "response":
        return described | _struct(one)
    total = all(field.required for field in one.fields)
    return described | {
        "bases": f"{one.base or 'TypedDict'}{'' if total else ', total=False'}",
        "fields": {f"f{index}": _key(field, total) for index, field in enumerate(one.fields)},
        "functional": functional,
        "literal": repr(str(one.name)),
        "total": total,
    }


def _struct(one: Record) -> dict[str, Any]:
    base = ("AsyncFileModel" if one.async_of else "FileModel") if one.file else "ResponseModel"
    return {
        "bases": f"{base}, frozen=True, kw_only=True",
        "file": literal(one.file) if one.file else "",
        "reusable": literal(dict(one.reusable)) if one.reusable else "",
        "place": one.file is not None and all(field.name != "url" for field in one.fields),
        "fields": {f"f{index}": _struct_field(field) for index, field in enumerate(one.fields)},
        "vectors": one.vectors,
        "aliases": [(name, path, annotation(type_, "response")) for name, path, type_ in one.aliases],
        "iterated": one.items,
        "item": _item(one),
    }


def _union(one: Alias) -> dict[str, str]:
    """The union as checkers see it, and as the runtime reads it: its members in functions, for those defined later."""
    if one.choice is None:
        return {"annotation": "", "union": ""}
    parts = [part for part in members(one.type) if part != NONE]
    listed = ", ".join(annotation(part, "response") for part in parts)
    written = ["__name__", repr(str(one.name)), f"lambda: ({listed}{',' if len(parts) == 1 else ''})"]
    if one.choice.cases:
        cases = ", ".join(f"{literal(value)}: {name}" for value, name in one.choice.cases)
        written += [literal(one.choice.tag), f"lambda: {{{cases}}}"]
    made = f"union_of({', '.join(written)})" + (" | None" if NONE in members(one.type) else "")
    return {"annotation": annotation(one.type, "response"), "union": made}


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
    return {"name": field.name, "default": default, "docstring": text, "deprecated": deprecated}


def _key(field: Field, total: bool) -> dict[str, str]:
    opening, closing = ("Required[", "]") if field.required and not total else ("", "")
    return {
        "name": field.wire,
        "opening": opening,
        "closing": closing,
        "docstring": docstring(_paragraphs(field.prose), 4),
    }


def _paragraphs(prose: Prose) -> list[str]:
    return [prose.text, f"({prose.source})" if prose.source else ""]


# -- its output ----------------------------------------------------------------------------------------------------


def _generate(document: dict[str, Any], data: dict[str, dict[str, Any]], side: Side) -> str:
    from datamodel_code_generator import InputFileType, PythonVersion, generate
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.parser import LiteralType

    with warnings.catch_warnings():
        # The plan refuses what this warns about (a union that msgspec cannot read): a warning is a bug of the plan.
        warnings.simplefilter("error", UserWarning)
        text = generate(
            document,
            input_file_type=InputFileType.OpenAPI,
            output_model_type=DataModelType.MsgspecStruct if side == "response" else DataModelType.TypingTypedDict,
            target_python_version=PythonVersion.PY_311,
            custom_template_dir=TEMPLATES,
            extra_template_data=defaultdict(dict, data),
            custom_class_name_generator=str,
            enum_field_as_literal=LiteralType.All,
            strict_nullable=True,
            keep_model_order=True,
            use_type_alias=True,
            use_union_operator=True,
            use_standard_collections=True,
            use_generic_container_types=side == "parameter",
            use_typed_nullable_map_values=True,
            collapse_root_models=False,
            reuse_model=False,
            disable_timestamp=True,
            formatters=[],
        )
    return str(text)


def _cut(text: str, mark: str) -> Iterator[tuple[str, str]]:
    """Each definition by its name, which follows the mark."""
    for piece in text.split(mark)[1:]:
        name, _, body = piece.partition("\n")
        yield name.strip(), body.strip("\n") + "\n"
