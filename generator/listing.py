"""api.txt: every public name, its signature and its place in the spec, one a line, sorted.

A change of the client's surface is a change of this file, which is easier to review than the code.
"""

from __future__ import annotations

from collections.abc import Iterator

from .exports import top_exports
from .plan.shapes import Alias, Definitions, Operation, Plan
from .types import annotation
from .views import operation_view


def listing(plan: Plan) -> str:
    """The text of api.txt."""
    lines = {*_top(plan), *_operations(plan), *_definitions(plan.answers, "models")}
    return "".join(f"{line}\n" for line in sorted(lines | set(_definitions(plan.parameters, "params"))))


def _top(plan: Plan) -> Iterator[str]:
    for export in top_exports(plan):
        yield f"{plan.api.package}.{export.name}  {export.module.replace('.', '/')}.py"


def _operations(plan: Plan) -> Iterator[str]:
    for one in plan.operations:
        taken, view = _taken(one), operation_view(one)
        gives = view["overloads"][-1] if view["overloads"] else None
        call = gives["call"] if gives else view["call"]
        yield f"{plan.api.package}.operations.{one.name}({taken}) -> {call}  {one.prose.place}"
        path = ".".join((*one.resource, one.verb))
        yield f"client.{path}({taken}) -> {call.removeprefix('Call[').removesuffix(']')}  {one.prose.place}"


def _taken(one: Operation) -> str:
    given = [f"{argument.name}: {annotation(argument.type, 'parameter')}" for argument in one.arguments]
    named = [f"{f.name}: {annotation(f.type, 'parameter')}{'' if f.required else ' = ...'}" for f in one.keywords]
    return ", ".join([*given, "*", *named, "**Options"])


def _definitions(definitions: Definitions, folder: str) -> Iterator[str]:
    for one in definitions.all:
        name = f"{folder}.{one.name}"
        if isinstance(one, Alias):
            yield f"{name} = {annotation(one.type, definitions.side)}  {one.prose.place}"
            continue
        yield f"{name}({one.base})  {one.prose.place}"
        for field in one.fields:
            text = annotation(field.type, definitions.side)
            yield f"{name}.{field.name}: {text}{'' if field.required else ' = ...'}  {field.prose.place}"
        for vector, _ in one.vectors:
            yield f"{name}.{vector}: array[float]  {one.prose.place}"
