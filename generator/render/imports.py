"""The import lines of a printed module: what its code names and does not define, and nothing else."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Mapping
from typing import NamedTuple, cast

_BUILTINS = frozenset(dir(builtins))
_OTHERS = frozenset(["msgspec"])


class Origin(NamedTuple):
    """Where a name comes from; without a module it is one itself. `original` differs where it is called otherwise."""

    module: str
    original: str = ""
    for_checkers: bool = False


class Misprint(Exception):
    """What templates printed cannot be used: a mistake in one of them, and not in a spec."""


def import_lines(code: str, origins: Mapping[str, Origin], *, types_at_run_time: bool = False) -> str:
    """The imports of the names that `code` uses, sorted as ruff sorts them. `Misprint` for a name without an origin.

    What only annotations name is imported for checkers alone, unless types are read at run time.
    """
    try:
        tree = _Unquoted().visit(ast.parse(code))
    except SyntaxError as error:
        raise Misprint(f"what is printed is not Python ({error.msg}): {(error.text or '').strip()}") from error
    seen = _Seen.of(tree)
    foreign = (seen.annotated | seen.used) - _defined(tree) - seen.bound - _BUILTINS
    if unknown := sorted(foreign - origins.keys()):
        raise Misprint(f"what is printed names {', '.join(unknown)}, and nothing says where to import that from")
    in_code = (seen.used & foreign) - seen.imported
    late = {name for name in foreign if origins[name].for_checkers or not (types_at_run_time or name in in_code)}
    always = {name: origins[name] for name in foreign - late}
    if late:
        always["TYPE_CHECKING"] = Origin("typing")
    text = block(always)
    return text + ("\n\nif TYPE_CHECKING:\n" + _indented(block({n: origins[n] for n in late})) if late else "")


class _Unquoted(ast.NodeTransformer):
    """Reads the types that the functional form of a TypedDict holds as strings."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        if isinstance(node.func, ast.Name) and node.func.id == "TypedDict" and isinstance(node.args[1], ast.Dict):
            types = [ast.literal_eval(value) for value in node.args[1].values]
            node.args[1].values = [ast.parse(text, mode="eval").body for text in types]
        return node


class _Seen(NamedTuple):
    """The names of a module by how they occur: all of it in one walk."""

    annotated: set[str]
    used: set[str]
    bound: set[str]
    """Names inside of functions: their parameters and variables."""
    imported: set[str]

    @classmethod
    def of(cls, tree: ast.Module) -> _Seen:
        seen = cls(set(), set(), set(), set())
        waiting: list[tuple[ast.AST, bool, bool]] = [(tree, False, False)]
        while waiting:
            node, annotation, inside = waiting.pop()
            match node:
                case ast.Name(ctx=ast.Load()):
                    (seen.annotated if annotation else seen.used).add(node.id)
                case ast.Name(ctx=ast.Store()) if inside:
                    seen.bound.add(node.id)
                case ast.arg() if inside:
                    seen.bound.add(node.arg)
                case ast.ImportFrom():
                    seen.imported.update(alias.asname or alias.name for alias in node.names)
                case _:
                    pass
            inside = inside or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            for field in node._fields:
                value: object = getattr(node, field, None)
                below = cast("list[object]", value) if isinstance(value, list) else [value]
                said = annotation or field in ("annotation", "returns")
                waiting += [(one, said, inside) for one in below if isinstance(one, ast.AST)]
        return seen


def _defined(tree: ast.Module) -> set[str]:
    """What the module defines itself; attributes of classes are no names."""
    names = {node.name for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
    return names | {target.id for node in tree.body for target in _targets(node) if isinstance(target, ast.Name)}


def _targets(node: ast.stmt) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []


def block(origins: Mapping[str, Origin]) -> str:
    """Import lines by section: the standard library, other packages, this package."""
    sections: dict[int, dict[str, list[str]]] = {}
    for name, origin in origins.items():
        original = origin.original or name
        said = name if original == name else f"{original} as {name}"
        sections.setdefault(_section(origin.module or name), {}).setdefault(origin.module, []).append(said)
    return "\n\n".join(
        "\n".join(line for module, names in sorted(modules.items(), key=_nearness) for line in _lines(module, names))
        for _, modules in sorted(sections.items())
    )


def _lines(module: str, names: list[str]) -> list[str]:
    if not module:
        return [f"import {name}" for name in sorted(names)]
    plain = sorted((name for name in names if " as " not in name), key=_case)
    lines = [f"from {module} import {name}" for name in names if " as " in name]
    return sorted([*lines, *([f"from {module} import {', '.join(plain)}"] if plain else [])], key=_first_name)


def _first_name(line: str) -> tuple[int, list[tuple[int, str]], str]:
    return _case(line.partition(" import ")[2].partition(",")[0])


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 1 if module in _OTHERS else 0


def _nearness(item: tuple[str, list[str]]) -> tuple[bool, int, str]:
    """`import x` before `from x import y`, and among relative imports the farther before the nearer."""
    module, _ = item
    dots = len(module) - len(module.lstrip("."))
    return bool(module), -dots, module


def _case(name: str) -> tuple[int, list[tuple[int, str]], str]:
    """Constants, then classes, then the rest; each in the order of the alphabet, and of numbers within names."""
    word = name.partition(" ")[0]
    kind = 0 if word.isupper() and len(word) > 1 else 1 if word[:1].isupper() else 2
    parts = [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", word.lower())]
    return kind, parts, word


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
