"""api.txt: every public name, its signature and its place in the spec, one a line, sorted.

A change of the client's surface is a change of this file, which is easier to review than the code. What comes from the
runtime has its place there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from ..plan.ir import Alias, Definitions, Endpoint, Plan
from ..plan.types import annotation
from . import runtime_source
from .docstrings import visible
from .exports import top_exports
from .printer import TWINS, endpoint_view

_CLIENTS = ("SyncClient", "AsyncClient")


def listing(plan: Plan) -> str:
    """The text of api.txt."""
    lines = {*_runtime(plan), *_operations(plan)}
    lines |= {*_definitions(plan.answers, "models"), *_definitions(plan.parameters, "params")}
    return "".join(f"{visible(line)}\n" for line in sorted(lines))


def _operations(plan: Plan) -> Iterator[str]:
    for one in plan.endpoints:
        taken, view = _taken(one), endpoint_view(one)
        form = view["general"]
        yield f"operations.{one.name}({taken}) -> {form['call']}  {one.prose.place}"
        for twin in TWINS:
            client = f"{twin['prefix']}{plan.api.class_name}.{'.'.join((*one.resource, one.verb))}"
            yield f"{client}({taken}) -> {form[twin['kind']]}  {one.prose.place}"


def _taken(one: Endpoint) -> str:
    given = [f"{argument.name}: {annotation(argument.type, 'parameter')}" for argument in one.arguments]
    named = [f"{f.name}: {annotation(f.type, 'parameter')}{'' if f.required else ' = ...'}" for f in one.keywords]
    return ", ".join([*given, *(["*", *named] if named else []), "**Options"])


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
        if one.items:
            yield f"{name}.__iter__(self)  {one.prose.place}"
        for vector, _ in one.vectors:
            yield f"{name}.{vector}: array[float]  {one.prose.place}"


# -- the runtime's part, read and not imported ---------------------------------------------------------------------


def _runtime(plan: Plan) -> Iterator[str]:
    for twin, original in zip(TWINS, _CLIENTS, strict=True):
        name = f"{twin['prefix']}{plan.api.class_name}"
        yield from _members(name, original, "runtime/client/client.py")
    for export in top_exports(plan):
        if export.module.startswith("runtime."):
            yield from _members(export.name, export.original, f"{export.module.replace('.', '/')}.py")


@cache
def _parsed(place: str) -> ast.Module:
    return ast.parse(runtime_source.files()[place.removeprefix("runtime/")])


def _members(name: str, original: str, place: str) -> Iterator[str]:
    """A class with its public members, or a function."""
    tree = _parsed(place)
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    if original in functions:
        yield f"{_signature(name, functions[original])}  {place}"
    if original not in classes:
        return
    node = classes[original]
    yield f"{name}({', '.join(ast.unparse(base) for base in node.bases)})  {place}"
    for member in _inherited(node, classes):
        if isinstance(member, (ast.FunctionDef, ast.AsyncFunctionDef)) and (
            member.name == "__init__" or not member.name.startswith("_")
        ):
            yield f"{_signature(f'{name}.{member.name}', member)}  {place}"
        elif isinstance(member, ast.AnnAssign) and not ast.unparse(member.target).startswith("_"):
            yield f"{name}.{ast.unparse(member.target)}: {ast.unparse(member.annotation)}  {place}"


def _inherited(node: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> Iterator[ast.stmt]:
    """What a class defines, and what those of its bases define that stand in the same module and are not public."""
    yield from node.body
    for base in node.bases:
        found = classes.get(ast.unparse(base).partition("[")[0])
        if found is not None and found.name.startswith("_"):
            yield from _inherited(found, classes)


def _signature(name: str, node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    if any(ast.unparse(decorator) == "property" for decorator in node.decorator_list):
        return f"{name}: {ast.unparse(node.returns) if node.returns else 'Any'}"
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{name}({ast.unparse(node.args)}){returns}"
