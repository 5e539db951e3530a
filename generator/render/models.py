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
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..plan.ir import Alias, Definition, Definitions, Field, Prose, Record, types_of
from ..plan.types import ANYTHING, ListOf, Side, annotation, handles, keywords, references
from ..spec.names import ClassName
from .docstrings import docstring
from .imports import RenderError
from .literals import literal

TEMPLATES = Path(__file__).parent / "templates" / "schemas"


def printed(definitions: Definitions) -> dict[ClassName, str]:
    """The text of each definition."""
    if not definitions.all:
        return {}
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
    """The definitions in their order, but for those that another needs when its line runs: these stand before it."""
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
            schemas[one.name] = keywords(one.type, definitions.side)
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
    named = {name for type_ in types for name in references(type_)} | {
        name for type_ in types for name in handles(type_)
    }
    return sorted((named | {ANYTHING} if definitions.side == "parameter" else named) - own)


def _template_data(definitions: Definitions) -> dict[str, dict[str, Any]]:
    empty: dict[str, Any] = {
        "fields": {},
        "vectors": (),
        "items": (),
        "file": "",
        "place": False,
        "docstring": "",
        "bases": "",
        "functional": False,
    }
    data: dict[str, dict[str, Any]] = {name: {"plan": empty} for name in _foreign(definitions)}
    for one in definitions.all:
        data[one.name] = {"plan": {**empty, **_described(one, definitions.side)}}
    return data


def _described(one: Definition, side: Side) -> dict[str, Any]:
    if isinstance(one, Alias):
        return {"docstring": docstring(_paragraphs(one.prose), 0)}
    if side == "response":
        return {
            "bases": f"{_base(one)}, frozen=True, kw_only=True",
            "docstring": docstring(_struct_paragraphs(one), 4) or ("" if one.fields else "pass"),
            "file": literal(one.file) if one.file else "",
            "place": one.file is not None and all(field.name != "url" for field in one.fields),
            "fields": {f"f{index}": _struct_field(field) for index, field in enumerate(one.fields)},
            "vectors": [{"name": name, "field": field} for name, field in one.vectors],
            "items": [{"field": one.items, "type": _item(one)}] if one.items else (),
        }
    functional = is_functional(one)
    total = all(field.required for field in one.fields)
    return {
        "bases": f"{one.base or 'TypedDict'}{'' if total else ', total=False'}",
        "docstring": _dict_docstring(one, functional),
        "fields": {f"f{index}": _key(field, total) for index, field in enumerate(one.fields)},
        "functional": functional,
        "literal": repr(str(one.name)),
        "total": total,
    }


def _item(record: Record) -> str:
    """The type of the items that iterating over a struct yields."""
    type_ = next(field.type for field in record.fields if field.name == record.items)
    return annotation(type_.item, "response") if isinstance(type_, ListOf) else "Any"


def _base(record: Record) -> str:
    if record.file is None:
        return "ResponseModel"
    return "FileModel" if record.async_of is None else "AsyncFileModel"


def _struct_paragraphs(record: Record) -> list[str]:
    counterpart = f"The async client's `{record.async_of}`." if record.async_of else ""
    return [*_paragraphs(record.prose), counterpart]


def _struct_field(field: Field) -> dict[str, str]:
    arguments = [] if field.required else ["default=None"]
    if field.name != field.wire:
        arguments.append(f"name={field.wire!r}")
        default = f" = msgspec.field({', '.join(arguments)})"
    else:
        default = "" if field.required else " = None"
    return {"name": field.name, "default": default, "docstring": docstring(_paragraphs(field.prose), 4)}


def _key(field: Field, total: bool) -> dict[str, str]:
    marked = field.required and not total
    return {
        "name": field.wire,
        "key": repr(field.wire),
        "opening": "Required[" if marked else "",
        "closing": "]" if marked else "",
        "docstring": docstring(_paragraphs(field.prose), 4),
    }


def _dict_docstring(record: Record, functional: bool) -> str:
    if not functional:
        return docstring(_paragraphs(record.prose), 4) or ("" if record.fields else "pass")
    keys = [f"{field.wire}: {field.prose.text}" for field in record.fields if field.prose.text]
    return docstring([*_paragraphs(record.prose), *keys], 0)


def _paragraphs(prose: Prose) -> list[str]:
    return [prose.text, f"({prose.source})" if prose.source else ""]


# -- its output ----------------------------------------------------------------------------------------------------


def _generate(document: dict[str, Any], data: dict[str, dict[str, Any]], side: Side) -> str:
    from datamodel_code_generator import InputFileType, PythonVersion, generate
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.parser import LiteralType

    with warnings.catch_warnings():
        # The plan refuses what it warns of (a union that msgspec cannot read): a warning is a bug of the plan.
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
            use_title_as_name=False,
            use_schema_description=False,
            use_field_description=False,
            strict_refs=True,
            allow_remote_refs=False,
            disable_timestamp=True,
            formatters=[],
        )
    return str(text)


def _cut(text: str, mark: str) -> Iterator[tuple[str, str]]:
    """Each definition by its name, which stands behind the mark."""
    for piece in text.split(mark)[1:]:
        name, _, body = piece.partition("\n")
        yield name.strip(), body.strip("\n") + "\n"
