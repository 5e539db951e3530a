"""The reference of the rendered client: a page for each module and for each runtime folder with public names.

Nothing is listed by hand: names come from `ezlink/__init__.py` and from the modules that are there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PACKAGES = {
    "resources": "The methods of a client, by resource.",
    "operations": "Functions that build calls and send nothing.",
    "models": "Objects that responses are decoded into.",
    "params": "Types of arguments.",
}
# Modules that are imported by themselves.
PARTS = ("batch", "testing")
_TITLES = {"http": "HTTP"}
_INDEX = """\
# Reference

Everything public, made from the code.

"""


class Page(NamedTuple):
    """One page: where it is, its title and what of the package it shows."""

    path: str
    title: str
    text: str


def pages(client: Path) -> Iterator[tuple[str, list[Page]]]:
    """The sections of the reference and their pages."""
    package = client.name
    public = _public(client)
    parts = {part: [f"{package}.{part}.{name}" for name in _listed(client / f"{part}.py")] for part in PARTS}
    yield package, [_of_names(group, names) for group, names in (public | parts).items()]
    for name in PACKAGES:
        modules = sorted(path.stem for path in (client / name).glob("*.py") if path.stem != "__init__")
        yield name, [_of_module(package, name, module) for module in modules]


def index(sections: list[tuple[str, list[Page]]]) -> str:
    """The page that leads to all others."""
    text = _INDEX
    for name, entries in sections:
        text += f"## {name}\n\n{PACKAGES.get(name, 'Clients, errors and what calls return.')}\n\n"
        text += "".join(f"* [{page.title}]({page.path.removeprefix('reference/')})\n" for page in entries) + "\n"
    return text


def _public(client: Path) -> dict[str, list[str]]:
    """The paths of public names, by the folder of the runtime that they come from.

    These are the names of the package, and those of the runtime that models and parameters are made of.
    """
    package = client.name
    groups: dict[str, list[str]] = {"client": []}
    for module, name in _imports(client / "__init__.py", level=1):
        if module not in ("", "runtime.lazy"):
            groups.setdefault(_group(module), []).append(f"{package}.{name}")
    modules = [path for folder in ("models", "params") for path in (client / folder).glob("[!_]*.py")]
    used = {found for path in modules for found in _imports(path, level=2) if found[0].startswith("runtime.")}
    for module, name in sorted(used):
        groups.setdefault(_group(module), []).append(f"{package}.{module}.{name}")
    return dict(sorted(groups.items(), key=lambda group: (group[0] != "client", group[0])))


def _imports(path: Path, level: int) -> Iterator[tuple[str, str]]:
    """The modules and names that a module imports from so many packages above."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == level:
            yield from ((node.module or "", alias.asname or alias.name) for alias in node.names)


def _listed(path: Path) -> list[str]:
    """The names in `__all__` of a module."""
    body = ast.parse(path.read_text("utf-8")).body
    found = next(one for one in body if isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "__all__")
    names: list[str] = ast.literal_eval(found.value)
    return names


def _group(module: str) -> str:
    return module.removeprefix("runtime.").partition(".")[0]


def _of_names(group: str, names: list[str]) -> Page:
    title = _TITLES.get(group, group.capitalize())
    options = "    options: {inherited_members: true}\n"
    # A class and its async counterpart side by side.
    last = {name: name.rpartition(".")[2] for name in names}
    ordered = sorted(names, key=lambda name: (last[name].removeprefix("Async").lower(), last[name].startswith("Async")))
    shown = "\n".join(f"::: {name}\n{options}" for name in ordered)
    return Page(f"reference/{group}.md", title, f"# {title}\n\n{shown}")


def _of_module(package: str, folder: str, module: str) -> Page:
    name = f"{package}.{folder}.{module}"
    options = "    options: {show_root_heading: false, show_root_toc_entry: false}\n"
    return Page(f"reference/{folder}/{module}.md", module, f"# {name}\n\n::: {name}\n{options}")
