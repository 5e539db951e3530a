"""Modules of definitions: none that import each other, and none that is too large for a type checker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from ..diagnostics import Collector
from ..spec.names import ClassName, ModuleName
from .ir import Alias, Definition, Definitions, reachable, references_of

# Pyright gives a module up that has more than some 15,000 assignments, calls and branches in its classes.
LARGEST = 10_000


def without_cycles(models: Definitions, problems: Collector, *, refuse: bool) -> Definitions:
    """The definitions, with modules that would import each other made one; or a problem for each of these.

    What no other definition needs stays where it is, such as the parameters of an operation.
    """
    modules, edges = {one.name: one.module for one in models.all}, references_of(models.all)
    uses: dict[ModuleName, dict[ModuleName, Definition]] = {}
    for one in models.all:
        for other in (modules[name] for name in edges[one.name] if name in modules):
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
    needed = {other for name, others in edges.items() for other in others if other != name}
    moved = {one.name: named[one.module] for one in models.all if one.module in named and one.name in needed}
    return replace(models, all=tuple(replace(one, module=moved.get(one.name, one.module)) for one in models.all))


def without_giants(models: Definitions) -> Definitions:
    """The definitions, with those of a module that is too large in several: each needs those before it only."""
    by_module: dict[ModuleName, list[Definition]] = defaultdict(list)
    for one in models.all:
        by_module[one.module].append(one)
    parts: dict[ClassName, ModuleName] = {}
    for module, own in by_module.items():
        if sum(map(_size, own)) > LARGEST:
            names = (f"{module}_{number}" for number in count(2))
            others = (ModuleName.of(name) for name in names if name not in by_module)
            spent, part = 0, module
            for group in _leaves_first(own):
                size = sum(map(_size, group))
                if spent and spent + size > LARGEST:
                    spent, part = 0, next(others)
                spent += size
                parts |= dict.fromkeys((one.name for one in group), part)
    if not parts:
        return models
    return replace(models, all=tuple(replace(one, module=parts.get(one.name, one.module)) for one in models.all))


def _leaves_first(definitions: list[Definition]) -> Iterator[list[Definition]]:
    """Each definition behind those that it needs; what is left, because it needs itself, comes last and together."""
    left = {one.name: one for one in definitions}
    needs = {name: {other for other in found if other in left} for name, found in references_of(definitions).items()}
    needed_by: dict[ClassName, list[ClassName]] = defaultdict(list)
    for name, found in needs.items():
        for other in found:
            needed_by[other].append(name)
    ready = [name for name, found in needs.items() if not found]
    for name in ready:  # which grows
        yield [left.pop(name)]
        for other in needed_by[name]:
            needs[other].discard(name)
            if not needs[other]:
                ready.append(other)
    if left:
        yield [*left.values()]


def _size(one: Definition) -> int:
    """About how many assignments, calls and branches a definition has."""
    if isinstance(one, Alias):
        return 8 if one.choice else 1
    fields = (0 if field.required and field.name == field.wire else 2 for field in one.fields)
    deprecated = sum(bool(field.prose.deprecated) for field in one.fields)
    return 2 + sum(fields) + 8 * deprecated
