"""What the document says in words, with the page of the documentation that it comes from."""

from __future__ import annotations

from typing import Any

from ..nodes import mapping, string
from ..read import Document
from .shapes import Prose


def prose_of(document: Document, node: dict[str, Any], pointer: str) -> Prose:
    """The description of a node with what else a reader should know of it, its page, and its place in the spec."""
    page = mapping(node.get("x-docs"))
    source = ", ".join(text for text in (string(page.get("title")), string(page.get("page"))) if text)
    said = [string(node.get("description")).strip()]
    if node.get("default") is not None:
        said.append(f"Default: `{node['default']!r}`.")
    if node.get("deprecated") is True:
        said.append("Deprecated.")
    return Prose(" ".join(text for text in said if text), source, f"{document.place(pointer).file}#{pointer}")
