"""This project's own quality rules: coverage, recordings, documentation, divergences.

A guest of the pipeline: no stage imports it, and a document without these files has nothing to show.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostic, DiagnosticsError
from ..spec import Document


def registers(document: Document) -> Iterator[Diagnostic]:
    """The faults of documentation.yaml and divergences.yaml, where a spec keeps them."""
    from .divergences import divergences
    from .documentation import documentation

    for rule in (documentation, divergences):
        try:
            yield from rule(document)
        except DiagnosticsError as unreadable:
            yield from unreadable.diagnostics
