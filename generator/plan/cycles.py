"""Modules of answers that import each other: their types would be needed before they are there."""

from __future__ import annotations

from ..diagnostics import Collector
from ..spec.names import ModuleName
from .ir import Definition, Definitions, types_of
from .types import references


def refuse_cycles(answers: Definitions, problems: Collector) -> None:
    """Note a problem for each definition through which a module comes to import itself."""
    modules = {definition.name: definition.module for definition in answers.all}
    uses: dict[ModuleName, dict[ModuleName, Definition]] = {}
    for definition in answers.all:
        for name in (name for type_ in types_of(definition) for name in references(type_)):
            if modules[name] != definition.module:
                uses.setdefault(definition.module, {}).setdefault(modules[name], definition)
    for module, used in sorted(uses.items()):
        for other, definition in used.items():
            if module in _reached(other, uses):
                problems.add(
                    definition.prose.place.partition("#")[2],
                    f"the answers of {module!r} and {other!r} are made of each other",
                    "write the schemas that hold each other in one file",
                )


def _reached(start: ModuleName, uses: dict[ModuleName, dict[ModuleName, Definition]]) -> set[ModuleName]:
    reached: set[ModuleName] = set()
    waiting = [start]
    while waiting:
        for module in uses.get(waiting.pop(), {}):
            if module not in reached:
                reached.add(module)
                waiting.append(module)
    return reached
