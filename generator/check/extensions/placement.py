"""x- keys: known ones only, where they may stand, with values that fit their schema in extensions.yaml.

A document without that file is another maker's: its extensions are its own affair.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.functions import functions_of
from ...spec.pointer import join, mapping, sequence, string
from ...spec.values import OBJECT, Role, role_below
from ...spec.walk import schemas_of
from ..openapi.messages import explain

SCHEMAS = "extensions.yaml"

# Where each key means something; elsewhere it would be dropped in silence.
DOCUMENT, OPERATION, SCHEMA = "of the document", "of an operation", "of a schema"
PLACES = {
    "x-docs": (OPERATION, SCHEMA),
    "x-client": (DOCUMENT, OPERATION, SCHEMA),
    "x-errors": (DOCUMENT, OPERATION),
    **dict.fromkeys(("x-retry", "x-stream", "x-task", "x-variants", "x-not-served"), (OPERATION,)),
}


def extensions(document: Document, problems: Collector) -> None:
    """Every x- key is known, stands in its place and has a value that fits."""
    known = document.beside(SCHEMAS)
    if known is None:
        return
    kinds = {"": DOCUMENT}
    kinds.update((function.pointer, OPERATION) for function in functions_of(document.tree))
    kinds.update((schema.pointer, SCHEMA) for schema in schemas_of(document.tree))
    validators: dict[tuple[str, str], Any] = {}
    for owner, key, value in _extensions(document.tree, "", OBJECT):
        pointer, kind = join(owner, key), kinds.get(owner, "")
        if key not in known.tree:
            cure = did_you_mean(key, known.tree, f"describe it in {known.place('').file}, or remove it")
            problems.add(pointer, f"unknown extension {key!r}", cure)
        elif kind not in PLACES.get(key, (kind,)):
            places = " or ".join(place.removeprefix("of ") for place in PLACES[key])
            problems.add(pointer, f"{key!r} says nothing here", f"move it to {places}")
        else:
            if (key, kind) not in validators:
                validators[key, kind] = _validator(_branches(mapping(known.tree[key]), kind))
            _fits(problems, pointer, validators[key, kind], value)


def _extensions(node: object, pointer: str, role: Role) -> Iterator[tuple[str, str, Any]]:
    """Every x- key of the document that is a keyword, not a name or data: its owner, itself, its value."""
    for index, item in enumerate(sequence(node)):
        yield from _extensions(item, join(pointer, index), role)
    for key, value in mapping(node).items():
        if role.form in ("object", "variant") and key.startswith("x-"):
            yield pointer, key, value
        if role.form != "data" and isinstance(value, (dict, list)):
            below = role_below(role, key, isinstance(value, list))
            yield from _extensions(value, join(pointer, key), below)  # pyright: ignore[reportUnknownArgumentType]


def _branches(schema: dict[str, Any], kind: str) -> dict[str, Any]:
    """The part of a schema that is for this kind of place, so that its problems speak of nothing else."""
    titled = [
        branch for branch in sequence(schema.get("oneOf")) if string(mapping(branch).get("title")).startswith(kind)
    ]
    if not kind or not titled:
        return schema
    return titled[0] if len(titled) == 1 else {"oneOf": titled}


def _validator(schema: dict[str, Any]) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema)


def _fits(problems: Collector, pointer: str, validator: Any, value: Any) -> None:
    for error in validator.iter_errors(value):
        for told in explain(pointer, error):
            problems.add(told.pointer, told.what, told.cure)
