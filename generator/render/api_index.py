"""api.txt: every public name, its signature and its place in the spec, one a line, sorted.

A change of the client's surface is a change of this file, which is easier to review than the code. What comes from the
runtime has its place there.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from functools import cache

from ..plan.ir import Alias, Definitions, Plan
from ..plan.types import annotation
from . import runtime_source
from .docstrings import visible
from .exports import top_exports
from .printer import endpoint_view
from .signatures import SIDES, method_parameters

_CLIENTS = ("SyncClient", "AsyncClient")
_SHARED = {"AsyncClosing", "Client", "Closing"}  # bases in modules of their own, with public members


def api_index(plan: Plan, missing: Collection[str] = ()) -> str:
    """The text of api.txt; the runtime of the package lacks some names."""
    lines = [visible(line) for line in sorted({*_runtime(plan, missing), *surface(plan)})]
    return "\n".join([*lines, ""])


def surface(plan: Plan) -> set[str]:
    """The lines that the document decides: calls, models and parameters."""
    return {*_operations(plan), *_definitions(plan.models, "models"), *_definitions(plan.params, "params")}


def _operations(plan: Plan) -> Iterator[str]:
    for one in plan.endpoints:
        for side in SIDES:
            client = f"{side.prefix}{plan.api.class_name}.{'.'.join((*one.resource, one.verb))}"
            yield f"{client}({', '.join(method_parameters(one))}) -> {side.returned(one)}  {one.prose.place}"
        view = endpoint_view(one)
        for form in view["overloads"] or [view]:
            yield f"operations.{one.name}({form['takes']}) -> {form['call']}  {one.prose.place}"


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
        for alias, _, type_ in one.aliases:
            yield f"{name}.{alias}: {annotation(type_, definitions.side)}  {one.prose.place}"
        for vector, _ in one.vectors:
            yield f"{name}.{vector}: array[float]  {one.prose.place}"


# -- the runtime's part, read and not imported ---------------------------------------------------------------------


def _runtime(plan: Plan, missing: Collection[str]) -> Iterator[str]:
    for side, original in zip(SIDES, _CLIENTS, strict=True):
        name = f"{side.prefix}{plan.api.class_name}"
        lines = _members(name, original, "runtime/client/client.py")
        yield from (line for line in lines if not line.startswith(tuple(f"{name}.{one}(" for one in missing)))
        for option, header in plan.api.profile.headers.items():
            yield f"{name}({option}: str | None = None)  {header}"
    for name, origin in top_exports(plan, missing).items():
        if origin.module.startswith(".runtime."):
            yield from _members(name, origin.original or name, f"{origin.module[1:].replace('.', '/')}.py")


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
    """The members of a class, and those of its bases that are not public themselves, wherever in the runtime."""
    yield from node.body
    own = {getattr(member, "name", None) for member in node.body}
    for base in node.bases:
        name = ast.unparse(base).partition("[")[0]
        found = classes.get(name)
        if found is None and name in _SHARED:
            tree = _parsed(f"{runtime_source.module_of(name).replace('.', '/')}.py")
            found = next(one for one in tree.body if isinstance(one, ast.ClassDef) and one.name == name)
        if found is not None and (found.name.startswith("_") or name in _SHARED):
            yield from (one for one in _inherited(found, classes) if getattr(one, "name", "") not in own)


def _signature(name: str, node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    if any(ast.unparse(decorator) == "property" for decorator in node.decorator_list):
        return f"{name}: {ast.unparse(node.returns) if node.returns else 'Any'}"
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{name}({ast.unparse(node.args)}){returns}"
