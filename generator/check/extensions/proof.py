"""What proves an answer: a 2xx is a result only if it carries these fields and says what it must."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.functions import answering
from ...spec.pointer import join, mapping, sequence, string, strings
from ...spec.responses import JSON, Missing, Result, described_by, field_at, proven_by, results_of
from ...spec.walk import Operation, types_of
from ..features.schemas import TYPES, is_of


def proof(document: Document, problems: Collector) -> None:
    """Every result can be told from an error."""
    declared = "x-errors" in document.tree
    for operation in answering(document.tree):
        results = [one for one in results_of(document.tree, operation) if one.media == JSON]
        if declared and results:
            _results(document.tree, problems, operation, results)


def _results(tree: dict[str, Any], problems: Collector, operation: Operation, results: list[Result]) -> None:
    """The proof fields are required in every 2xx JSON schema; and what is accepted is what the field can say."""
    errors = mapping(operation.node.get("x-errors"))
    pointer = join(operation.pointer, "x-errors", "proof")
    proofs = errors.get("proof")
    if by_status := mapping(proofs):
        _by_status(tree, problems, pointer, by_status, results)
    elif names := strings(proofs):
        for result in results:
            required(tree, problems, pointer, names, result.schema)
    else:
        what = f"{operation.id} names no field that proves its result"
        problems.add(pointer, what, "write `x-errors: {proof: [a required field of the answer]}`")
    accepted(tree, problems, join(operation.pointer, "x-errors"), errors, results)


def _by_status(
    tree: dict[str, Any], problems: Collector, pointer: str, proofs: dict[str, Any], results: list[Result]
) -> None:
    statuses = list(dict.fromkeys(result.status for result in results))
    for status in statuses:
        if status not in proofs:
            what = f"no field proves the result of a {status}"
            problems.add(pointer, what, f'write `"{status}": [a required field of it]`')
    for status, names in proofs.items():
        if status not in statuses:
            what = f"no {status} with a JSON body is among the responses"
            problems.add(
                join(pointer, status), what, did_you_mean(status, statuses, "remove it, or describe the answer")
            )
        for result in results:
            if result.status == status:
                required(tree, problems, join(pointer, status), strings(names), result.schema)


def required(tree: dict[str, Any], problems: Collector, pointer: str, names: list[str], schema: object) -> None:
    """Each of the names is a required field of all that the schema may be."""
    always, described = proven_by(tree, schema), described_by(tree, schema)
    where = string(mapping(schema).get("$ref")).rpartition("/")[2] or "the answer"
    for index, name in enumerate(names):
        if name not in always:
            what = f"the proof field {name!r} is {'not required' if name in described else 'no field'} of {where}"
            cure = (
                f"add it to `required` of {where}" if name in described else f"add it to {where}, or name another field"
            )
            problems.add(join(pointer, index), what, cure if name in described else did_you_mean(name, always, cure))


def accepted(
    tree: dict[str, Any], problems: Collector, pointer: str, owner: dict[str, Any], results: Iterable[Result]
) -> None:
    """What `accepted` wants to be said can be said: the pointers lead to fields, the values are of their types."""
    for place, values in mapping(owner.get("accepted")).items():
        for result in results:
            told = join(pointer, "accepted", place)
            field = points(tree, problems, told, place, result.schema)
            for index, value in enumerate(sequence(values) if field is not None else ()):
                _sayable(tree, problems, join(told, index), place, value, mapping(field))


def points(tree: dict[str, Any], problems: Collector, told: str, place: str, schema: object) -> dict[str, Any] | None:
    """The field at a pointer into an answer; None (and the problem is told) if the pointer leads nowhere."""
    field = field_at(tree, schema, place)
    if not isinstance(field, Missing):
        return field
    cure = did_you_mean(field.token, field.known, "point to a field that is there")
    problems.add(told, f"{place!r} leads nowhere: there is no field {field.token!r}", cure)
    return None


def _sayable(
    tree: dict[str, Any], problems: Collector, pointer: str, place: str, value: Any, field: dict[str, Any]
) -> None:
    kinds = types_of(tree, field)
    if kinds and not any(is_of(value, TYPES.get(kind, ())) or (kind == "null" and value is None) for kind in kinds):
        what = f"{place!r} is never {json.dumps(value, ensure_ascii=False)}: it is of type {' or '.join(kinds)}"
        problems.add(pointer, what, "write a value of that type")
