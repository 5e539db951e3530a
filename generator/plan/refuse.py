"""Refusals: operations that cannot be expressed and are left out, and modules that import each other."""

from __future__ import annotations

from ..diagnostics import Collector
from ..spec.names import ModuleName
from .ir import Definition, Definitions, reachable, references_of


class LeftOut(Exception):
    """An operation cannot be expressed: the place, the reason, and what to write instead. The others still can."""

    def __init__(self, pointer: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.pointer, self.message, self.hint = pointer, message, hint


def refuse_cycles(models: Definitions, problems: Collector) -> None:
    """Add a problem for each definition through which a module would import itself."""
    modules, edges = {one.name: one.module for one in models.all}, references_of(models.all)
    uses: dict[ModuleName, dict[ModuleName, Definition]] = {}
    for one in models.all:
        for other in (modules[name] for name in edges[one.name]):
            if other != one.module:
                uses.setdefault(one.module, {}).setdefault(other, one)
    for module, used in sorted(uses.items()):
        for other, definition in used.items():
            if module in reachable([other], uses):
                problems.add(
                    definition.prose.pointer,
                    f"the response models of {module!r} and {other!r} depend on each other",
                    "move the schemas that depend on each other into one file",
                    code="module-circle",
                )
