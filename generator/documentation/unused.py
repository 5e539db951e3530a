"""Documented things that the spec lacks, and things in the spec that no page documents."""

from __future__ import annotations

from typing import Any

from ..spec import Document
from ..spec.pointer import mapping, sequence, string, strings
from .register import entries


def unused(document: Document) -> list[dict[str, Any]]:
    """Pages that nothing covers, each with the reason if there is one, and operations without a page."""
    found: list[dict[str, Any]] = []
    covered: set[str] = set()
    for entry in entries(document):
        covers = strings(sequence(entry.node.get("covers")))
        covered.update(covers)
        if not covers:
            reason = string(entry.node.get("none") or entry.node.get("pending"))
            found.append({"kind": "page", "name": entry.node.get("title"), "reason": reason, "place": ""})
    for one in document.operations:
        if one.id not in covered and (one.base is None or "x-docs" in one.node):
            reason = "undocumented" if mapping(one.node.get("x-docs")).get("undocumented") else ""
            place = str(document.place(one.pointer))
            found.append({"kind": "operation", "name": one.id, "reason": reason, "place": place})
    return found
