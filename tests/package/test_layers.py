"""Layers of imports; imports within functions and for type checkers count too."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

GENERATOR = Path(__file__).resolve().parents[2] / "generator"
RUNTIME = GENERATOR / "runtime"


def modules(room: Path) -> dict[str, Path]:
    """Every module of a package by its dotted name; that of the package itself is empty."""
    paths = {path.relative_to(room).with_suffix("").parts: path for path in room.rglob("*.py")}
    return {".".join(part for part in parts if part != "__init__"): path for parts, path in paths.items()}


def imported(path: Path, room: Path, known: dict[str, Path]) -> Iterator[str]:
    """The modules of a package that one of it imports."""
    here = path.relative_to(room).parent.parts
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and 0 < node.level <= len(here) + 1:
            place = [*here[: len(here) + 1 - node.level], *([node.module] if node.module else [])]
            for alias in node.names:
                below = ".".join([*place, alias.name])
                yield below if below in known else ".".join(place)


def graph(room: Path) -> dict[str, set[str]]:
    known = modules(room)
    return {name: {*imported(path, room, known)} - {name} for name, path in known.items()}


def circle(arrows: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found[::-1]
    return []


def layers() -> list[set[str]]:
    """The layers of the runtime as its docstring draws them, the lowest first."""
    drawn = ast.get_docstring(ast.parse((RUNTIME / "__init__.py").read_bytes())) or ""
    return [set(names.split()) for names in re.findall(r"^    \w+ {2,}(.+)$", drawn, re.MULTILINE)]


def test_no_imports_go_in_a_circle() -> None:
    assert circle(graph(GENERATOR)) == []


def test_each_module_of_the_runtime_stands_in_one_layer() -> None:
    drawn = [name for layer in layers() for name in layer]
    assert sorted(drawn) == sorted({name.partition(".")[0] for name in modules(RUNTIME)} - {""})


# The stages of the pipeline in order, and the packages that use them.
STAGES = ("spec", "check", "plan", "render")
USERS = ("evidence", "compare", "documentation", "mock_server", "recorder", "cli_output", "cli", "pipeline")


def test_a_stage_imports_no_later_stage_and_nothing_that_uses_the_stages() -> None:
    height = {name: number for number, name in enumerate(STAGES)} | dict.fromkeys(USERS, len(STAGES))
    upwards = [
        f"{name} imports {other}"
        for name, others in graph(GENERATOR).items()
        for other in others
        if name.partition(".")[0] in STAGES and height.get(other.partition(".")[0], -1) > height[name.partition(".")[0]]
    ]
    assert upwards == []


def test_no_layer_of_the_runtime_imports_from_a_higher_one() -> None:
    height = {name: number for number, layer in enumerate(layers()) for name in layer}
    upwards = [
        f"{name} imports {other}"
        for name, others in graph(RUNTIME).items()
        for other in others
        if height.get(other.partition(".")[0], -1) > height.get(name.partition(".")[0], len(height))
    ]
    assert upwards == []


REQUIRED = {"msgspec", "urllib3", "aiohttp", "typing_extensions", "multidict", "yarl"}  # and what these bring
UNFOUND = '# mypy: disable-error-code="import-not-found"\n# pyright: reportMissingImports=false'


def test_a_program_with_the_three_requirements_alone_satisfies_type_checkers() -> None:
    """A package that may be missing is imported where checkers were told so, or by `import_module`."""
    for path in sorted(RUNTIME.rglob("*.py")):
        text = path.read_text("utf-8")
        nodes = [*ast.walk(ast.parse(text))]
        found = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        found |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
        others = {name.partition(".")[0] for name in found} - REQUIRED - sys.stdlib_module_names
        assert not others or UNFOUND in text, f"{path.name} imports {others}"
