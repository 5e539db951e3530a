"""x- keys: known ones only, where they have a meaning, with values that fit their schema in extensions.yaml.

A document without that file comes from somebody else, and so do its extensions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from ...diagnostics import did_you_mean
from ...spec import Document
from ...spec.pointer import join, mapping, sequence, string
from ...spec.values import OBJECT, Role, role_below
from ..finding import Finding, Findings
from ..openapi.messages import explain

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

    from ..openapi.fast_path import FastValidator

SCHEMAS = "extensions.yaml"

# Where each key has a meaning; elsewhere it would be dropped in silence.
DOCUMENT, OPERATION, SCHEMA = "of the document", "of an operation", "of a schema"
PLACES = {
    "x-docs": (OPERATION, SCHEMA),
    "x-client": (DOCUMENT, OPERATION, SCHEMA),
    "x-errors": (DOCUMENT, OPERATION),
    **dict.fromkeys(("x-retry", "x-stream", "x-parse", "x-task", "x-variants", "x-not-served"), (OPERATION,)),
}


def extensions(document: Document) -> Findings:
    """Every x- key is known, is allowed where it is written, and has a valid value."""
    from ..openapi.fast_path import FastValidator

    known = document.sibling(SCHEMAS)
    if known is None:
        return
    kinds = {"": DOCUMENT}
    kinds.update((operation.pointer, OPERATION) for operation in document.operations)
    kinds.update((schema.pointer, SCHEMA) for schema in document.schemas)
    fast: dict[tuple[str, str], FastValidator] = {}
    for owner, key, value in _extensions(document.tree, "", OBJECT):
        pointer, kind = join(owner, key), kinds.get(owner, "")
        if key not in known.tree:
            hint = did_you_mean(key, known.tree, f"describe it in {known.place('').file}, or remove it")
            yield Finding(pointer, f"unknown extension {key!r}", hint)
        elif kind not in PLACES.get(key, (kind,)):
            places = " or ".join(place.removeprefix("of ") for place in PLACES[key])
            yield Finding(pointer, f"{key!r} has no meaning here", f"move it to {places}")
        else:
            schema = _schema_for(mapping(known.tree[key]), kind)
            if (key, kind) not in fast:
                fast[key, kind] = FastValidator(schema)
            for error in () if fast[key, kind].passes(value) else _errors(schema, value):
                yield from (Finding(*explained[:3]) for explained in explain(pointer, error))


def _extensions(node: object, pointer: str, role: Role) -> Iterator[tuple[str, str, Any]]:
    """Owner, name and value of every x- key that is a keyword, not a name or data."""
    for index, item in enumerate(sequence(node)):
        yield from _extensions(item, join(pointer, index), role)
    for key, value in mapping(node).items():
        if role.form in ("object", "variant") and key.startswith("x-"):
            yield pointer, key, value
        if role.form != "data" and isinstance(value, (dict, list)):
            below = role_below(role, key, isinstance(value, list))
            yield from _extensions(cast("object", value), join(pointer, key), below)


def _schema_for(schema: dict[str, Any], kind: str) -> dict[str, Any]:
    """The branches of a schema for one kind of place, so that its errors concern nothing else."""
    branches = [one for one in sequence(schema.get("oneOf")) if string(mapping(one).get("title")).startswith(kind)]
    if not kind or not branches:
        return schema
    return branches[0] if len(branches) == 1 else {"oneOf": branches}


def _errors(schema: dict[str, Any], value: Any) -> Iterator[ValidationError]:
    from jsonschema import Draft202012Validator

    validator: Any = Draft202012Validator(schema)
    yield from validator.iter_errors(value)
