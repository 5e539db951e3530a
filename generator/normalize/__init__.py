"""Bring any maker's document into the one form that check and plan read: names, places and keywords are filled in.

`normalize(document)` stands between read and check. It applies the configuration, and returns the document with a tree
of its own, or the same one if nothing is missing. A document that is kept for this generator says everything itself,
and its rules hold it to that.
"""

from __future__ import annotations

from ..spec import Document
from .configuration import Configuration, Settings
from .draft import Draft
from .dynamic import dynamic_references
from .inheritance import inheritance
from .operation_ids import operation_ids
from .pagination import pagination
from .parameters import ignored_headers, path_parameters, path_templates
from .places import places
from .proofs import proofs
from .schemas import schemas
from .streams import streams
from .swagger import swagger

__all__ = ["Settings", "normalize"]


def normalize(document: Document, settings: Settings = Settings()) -> Document:  # noqa: B008 - it is immutable
    """Return the document in the form that the next stages read. Raises `DiagnosticsError` for the configuration."""
    configuration = Configuration(document, settings)
    draft = Draft(document)
    moved = swagger(draft)
    configuration.document(draft)
    if not document.house:
        moved |= path_templates(draft)
        path_parameters(draft)
        ignored_headers(draft)
        dynamic_references(draft)
        schemas(draft)
        moved |= inheritance(draft)
        operation_ids(draft)
    configuration.operations(draft)
    if not document.house:
        places(draft)
        streams(draft)
        pagination(draft)
        proofs(draft)
    draft.raise_any()
    return document.having(
        draft.diagnostics, tree=draft.tree, moved=moved, origins=configuration.origins, strict=configuration.strict
    )
