"""The document while it is normalised: its tree is copied where it is edited, and nowhere else."""

from __future__ import annotations

from typing import Any

from ..diagnostics import Collector
from ..spec import Document, Operation
from ..spec.operations import walk_operations
from ..spec.pointer import mapping, sequence, split


class Draft(Collector):
    """A document whose nodes can be edited. The tree that was read stays as it is."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.source = document
        self.tree = document.tree
        self._copies: dict[int, Any] = {}  # by identity; they are kept, so that no other node gets the same

    def operations(self) -> list[Operation]:
        """The operations as they are now."""
        return [*walk_operations(self.tree)]

    def edit(self, pointer: str) -> dict[str, Any]:
        """The mapping at a pointer, to be changed; one that is missing is made."""
        return mapping(self.edit_any(pointer))

    def edit_any(self, pointer: str) -> Any:
        """The mapping or list at a pointer, to be changed."""
        node: Any = self._own(self.tree)
        self.tree = node
        for token in split(pointer):
            is_list = isinstance(node, list)
            key: Any = int(token) if is_list else token
            own = self._own(node[key] if is_list or key in node else {})
            node[key] = own
            node = own
        return node

    def _own(self, node: Any) -> Any:
        if id(node) in self._copies:
            return node
        copy: Any = [] if node == [] else sequence(node) or {**mapping(node)}
        self._copies[id(copy)] = copy
        return copy
