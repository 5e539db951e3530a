"""spec/publish.yaml: what other languages need beside the spec itself."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..spec import Document

FILE = "publish.yaml"


class Settings(NamedTuple):
    """The settings by name, as publish.yaml explains them."""

    pages: str
    accept: str
    redoc: dict[str, str]
    names: dict[str, str]
    patch: dict[str, Any]
    examples: dict[str, list[str]]

    @classmethod
    def of(cls, document: Document) -> Settings | None:
        """The settings beside a document; None if it is not published."""
        read = document.sibling(FILE)
        return cls(**{name: read.tree[name] for name in cls._fields}) if read else None
