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
    yield package, [_of_names(package, group, names) for group, names in public.items()]
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
    """The public names of the package, by the folder of the runtime that they come from."""
    tree = ast.parse((client / "__init__.py").read_text("utf-8"))
    groups: dict[str, list[str]] = {"client": []}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 1 and node.module not in (None, "runtime.lazy"):
            parts = str(node.module).split(".")
            group = groups.setdefault(parts[1] if parts[0] == "runtime" else parts[0], [])
            group += [alias.asname or alias.name for alias in node.names]
    return dict(sorted(groups.items(), key=lambda group: (group[0] != "client", group[0])))


def _of_names(package: str, group: str, names: list[str]) -> Page:
    title = _TITLES.get(group, group.capitalize())
    options = "    options: {inherited_members: true}\n"
    # A class and its async counterpart side by side.
    ordered = sorted(names, key=lambda name: (name.removeprefix("Async").lower(), name.startswith("Async")))
    shown = "\n".join(f"::: {package}.{name}\n{options}" for name in ordered)
    return Page(f"reference/{group}.md", title, f"# {title}\n\n{shown}")


def _of_module(package: str, folder: str, module: str) -> Page:
    name = f"{package}.{folder}.{module}"
    options = "    options: {show_root_heading: false, show_root_toc_entry: false}\n"
    return Page(f"reference/{folder}/{module}.md", module, f"# {name}\n\n::: {name}\n{options}")
