"""spec/publish.yaml: what other languages need beside the spec itself."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..spec import Document
from ..spec.pointer import mapping

FILE = "publish.yaml"


class Settings(NamedTuple):
    """`names` renames schemas, `patch` is a JSON Merge Patch (RFC 7396) of the document, `examples` are recordings."""

    names: dict[str, str]
    patch: dict[str, Any]
    examples: dict[str, list[str]]

    @classmethod
    def of(cls, document: Document) -> Settings | None:
        """The settings beside a document; None if it is not published."""
        read = document.sibling(FILE)
        return cls(*(mapping(read.tree.get(name)) for name in cls._fields)) if read else None
