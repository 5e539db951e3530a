"""Bring any maker's document into the one form that check and plan read: names, places and keywords are filled in.

`normalize(document)` stands between read and check. It returns the document with a tree of its own, or the same one if
nothing is missing. A document that is kept for this generator says everything itself, and its rules hold it to that.
"""

from __future__ import annotations

from ..spec import Document
from .draft import Draft
from .operation_ids import operation_ids
from .parameters import path_parameters
from .places import places
from .schemas import schemas

STEPS = (path_parameters, schemas, operation_ids, places)


def normalize(document: Document) -> Document:
    """Return the document in the form that the next stages read, with warnings for what was filled in."""
    if document.house:
        return document
    draft = Draft(document)
    for step in STEPS:
        step(draft)
    return document.having(draft.diagnostics, tree=draft.tree)
