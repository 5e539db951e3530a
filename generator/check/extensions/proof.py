"""`x-errors` of an operation: a 2xx is a result only if it has the proof fields and the accepted values."""

from __future__ import annotations

from ...diagnostics import did_you_mean
from ...spec import Document, Operation
from ...spec.pointer import join, mapping, strings
from ...spec.responses import may_be_error, required_fields
from ..finding import Finding, Findings
from .fields import accepted_values, proves


def proof(document: Document, operation: Operation) -> Findings:
    """The proof fields are required in every JSON success, and the accepted values are possible."""
    tree, results = document.tree, operation.json_results()
    if "x-errors" not in tree or not results or operation.inherits_responses:
        return
    errors, pointer = mapping(operation.node.get("x-errors")), join(operation.pointer, "x-errors")
    place, proofs = join(pointer, "proof"), errors.get("proof")
    by_status, names = mapping(proofs), strings(proofs)
    if by_status:
        yield from _statuses(place, [*by_status], list(dict.fromkeys(result.status for result in results)))
    elif not names and document.house and any(may_be_error(tree, one.schema) for one in results):
        required = sorted(set[str].intersection(*(required_fields(tree, one.schema) for one in results)))
        hint = f"add `x-errors: {{proof: [{', '.join(required[:1]) or 'a required field of the response'}]}}`"
        yield Finding(place, f"{operation.label} names no field that proves a result", hint)
    for result in results:
        if by_status:
            own = strings(by_status.get(result.status))
            yield from proves(tree, join(place, result.status), own, result.schema)
        else:
            yield from proves(tree, place, names, result.schema)
    yield from accepted_values(tree, pointer, errors, results)


def _statuses(pointer: str, proofs: list[str], statuses: list[str]) -> Findings:
    """Every status with a JSON body has its proof, and the other way round."""
    for status in statuses:
        if status not in proofs:
            message = f"no field proves the result of a {status}"
            yield Finding(pointer, message, f'add `"{status}": [a required field of it]`')
    for status in proofs:
        if status not in statuses:
            message = f"there is no {status} response with a JSON body"
            hint = did_you_mean(status, statuses, "remove it, or describe the response")
            yield Finding(join(pointer, status), message, hint)
