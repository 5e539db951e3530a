"""The field that proves a result, where a document describes errors and does not say which field it is."""

from __future__ import annotations

from ..spec.pointer import mapping, sequence, split
from ..spec.responses import required_fields
from .draft import Draft

ERRORS = "x-errors"


def proofs(draft: Draft) -> None:
    """Name a field that every success of an operation requires and no error has: `id`, or else the first by name."""
    shapes = [mapping(one) for one in sequence(mapping(draft.tree.get(ERRORS)).get("shapes"))]
    if not shapes:
        return
    of_errors = {split(place)[0] for one in shapes for place in mapping(one.get("where")) if place.startswith("/")}
    for one in draft.operations():
        results = one.json_results()
        if one.base or not results or "proof" in mapping(one.node.get(ERRORS)):
            continue
        common = set[str].intersection(*(required_fields(draft.tree, each.schema) for each in results)) - of_errors
        if common:
            field = "id" if "id" in common else min(common)
            draft.edit(f"{one.pointer}/{ERRORS}")["proof"] = [field]
