"""Refusals: operations that cannot be expressed and are left out, and modules that import each other."""

from __future__ import annotations

from dataclasses import replace

from ..diagnostics import Collector
from ..spec.names import ModuleName
from .ir import Definition, Definitions, reachable, references_of


class LeftOut(Exception):
    """An operation cannot be expressed: the place, the reason, and what to write instead. The others still can."""

    def __init__(self, pointer: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.pointer, self.message, self.hint = pointer, message, hint


def without_cycles(models: Definitions, problems: Collector, *, refuse: bool) -> Definitions:
    """The definitions, with modules that would import each other made one; or a problem for each of these."""
    modules, edges = {one.name: one.module for one in models.all}, references_of(models.all)
    uses: dict[ModuleName, dict[ModuleName, Definition]] = {}
    for one in models.all:
        for other in (modules[name] for name in edges[one.name]):
            if other != one.module:
                uses.setdefault(one.module, {}).setdefault(other, one)
    reached = {module: reachable(used, uses) for module, used in uses.items()}
    circles = {
        module: sorted(other for other in reached[module] if module in reached.get(other, ())) for module in uses
    }
    for module, circle in sorted(circles.items()) if refuse else ():
        for other in (other for other in uses[module] if other in circle):
            problems.add(
                uses[module][other].prose.pointer,
                f"the response models of {module!r} and {other!r} depend on each other",
                "move the schemas that depend on each other into one file",
                code="module-circle",
            )
    if not any(circles.values()):
        return models
    named = {module: circle[0] for module, circle in circles.items() if circle}
    return replace(models, all=tuple(replace(one, module=named.get(one.module, one.module)) for one in models.all))
