"""Media types of bodies and answers."""

from __future__ import annotations

from collections.abc import Iterable

from ..nodes import follow, join, mapping
from ..problems import Collector
from ..read import Document
from .support import SUPPORTED_REQUEST_MEDIA, SUPPORTED_RESPONSE_MEDIA, waived, waiver
from .walk import Node, answers_of, content_of, operations_of


def media(document: Document, problems: Collector) -> None:
    """Every body and every result has a media type that can be written and read, and no two structured ones."""
    tree = document.tree
    allowed = waived(tree)
    for operation in operations_of(tree):
        place, body = follow(tree, operation.node.get("requestBody"), join(operation.pointer, "requestBody"))
        _known(problems, Node(place, mapping(body)), SUPPORTED_REQUEST_MEDIA, allowed)
        for answer in answers_of(tree, operation):
            _known(problems, answer, SUPPORTED_RESPONSE_MEDIA, allowed)


def _known(problems: Collector, owner: Node, supported: frozenset[str], allowed: Iterable[str]) -> None:
    for name, content in content_of(owner):
        essence = name.partition(";")[0].strip().lower()
        if essence not in supported and name not in allowed:
            cure = f"write one of {', '.join(sorted(supported))}, or {waiver(name)}"
            problems.add(content.pointer, f"the media type {name!r} cannot be expressed", cure)
