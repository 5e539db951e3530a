"""The types in the plan, against what datamodel-code-generator prints for the JSON Schemas that they stand for.

The client's templates print a type as `plan.types.annotation` writes it. Here each goes another way, so that a mistake
of one of the two is seen.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from typing import Any

from ..diagnostics import Diagnostic
from ..plan import Plan
from ..plan.ir import Alias, Definition, Definitions, types_of
from ..plan.types import (
    ANYTHING,
    IMPORTED,
    STR,
    Handle,
    ListOf,
    Literals,
    MapOf,
    Plain,
    Ref,
    Scalar,
    Side,
    Type,
    Union,
    annotation,
    walk,
)
from ..spec import Document

PLAIN: dict[Plain, dict[str, Any]] = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "bytes": {"type": "string", "format": "binary"},
    "None": {"type": "null"},
    "Any": {},
}


def types(document: Document, plan: Plan) -> Iterator[Diagnostic]:
    """Every definition with a type that datamodel-code-generator prints otherwise."""
    for definitions in (plan.models, plan.params):
        others = printed(definitions)
        for one in definitions.all:
            own, other = planned(one, definitions.side), others.get(one.name)
            if own != other:
                what = f"the types of {one.name} are {own}, and {other} by datamodel-code-generator"
                hint = "correct generator/plan/types.py"
                yield Diagnostic.at(document, one.prose.pointer, what, hint, code="other-type")


def planned(one: Definition, side: Side) -> list[str]:
    """The types in a definition, as they were planned."""
    return [ast.unparse(ast.parse(annotation(type_, side), mode="eval")) for type_ in _types_of(one)]


def printed(definitions: Definitions) -> dict[str, list[str]]:
    """The types in each definition by its name, as datamodel-code-generator prints them."""
    found: dict[str, list[str]] = {}
    for node in ast.parse(_generate(_schemas(definitions), definitions.side)).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = [_text(line.annotation) for line in node.body if isinstance(line, ast.AnnAssign)]
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            found[ast.unparse(node.target)] = [_text(node.value)]
    return found


def _types_of(one: Definition) -> list[Type]:
    # A union that msgspec cannot read is read by the runtime: any type stands for it.
    return [STR] if isinstance(one, Alias) and one.choice else types_of(one)


def _schemas(definitions: Definitions) -> dict[str, Any]:
    """The schemas of the definitions, and an empty one for each class that is defined elsewhere."""
    parts = (part for one in definitions.all for type_ in types_of(one) for part in walk(type_))
    named = {ANYTHING, *map(_named, parts)} - {""}
    schemas: dict[str, Any] = {name: {"type": "object", "properties": {}} for name in sorted(named)}
    for one in definitions.all:
        fields = {f"f{index}": _schema(type_, definitions.side) for index, type_ in enumerate(_types_of(one))}
        whole = {"type": "object", "properties": fields, "required": list(fields)}
        schemas[one.name] = fields["f0"] if isinstance(one, Alias) else whole
    return schemas


def _schema(type_: Type, side: Side) -> dict[str, Any]:
    match type_:
        case Scalar("Any") if side == "parameter":
            return _ref(ANYTHING)
        case Scalar(name) if name not in IMPORTED:
            return dict(PLAIN[name])
        case Literals(values):
            return {"enum": list(values)}
        case ListOf(item):
            return {"type": "array", "items": _schema(item, side)}
        case MapOf(value):
            return {"type": "object", "additionalProperties": _schema(value, side)}
        case Union(parts):
            return {"anyOf": [_schema(part, side) for part in parts]}
        case Scalar() | Ref() | Handle():
            return _ref(_named(type_))


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _named(type_: Type) -> str:
    """The name of the schema that stands for a class; empty for other types."""
    if isinstance(type_, Scalar):
        return IMPORTED.get(type_.name, "").replace(".", "__")
    return type_.name if isinstance(type_, Ref | Handle) else ""


def _text(node: ast.expr) -> str:
    return ast.unparse(node).replace("dt__", "dt.")


def _generate(schemas: dict[str, Any], side: Side) -> str:
    from datamodel_code_generator import InputFileType, PythonVersion, generate
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.parser import LiteralType

    info = {"title": "models", "version": "1"}
    with warnings.catch_warnings():
        # The plan has an alias for what this warns about, a union that msgspec cannot read.
        warnings.simplefilter("error", UserWarning)
        text = generate(
            {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}},
            input_file_type=InputFileType.OpenAPI,
            output_model_type=DataModelType.MsgspecStruct if side == "response" else DataModelType.TypingTypedDict,
            target_python_version=PythonVersion.PY_311,
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
