"""Uses of the client in the sources of a project, read from their syntax; nothing is imported or run."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_SKIPPED = {"node_modules", "__pycache__", "build", "dist", "site-packages"}


class Place(NamedTuple):
    """A line of a source."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class CallSite(NamedTuple):
    """A call: where it is, the names of its keywords, and whether more come from a mapping."""

    place: Place
    keywords: frozenset[str]
    has_more: bool


class Uses:
    """The names that the sources of a project use, and where. `methods` are those of the client: `models.list`."""

    def __init__(self, project: Path, copy: Path, methods: Collection[str]) -> None:
        self.methods = methods
        self.calls: dict[str, list[CallSite]] = {}
        self.names: dict[str, list[Place]] = {}
        self.keys: dict[str, list[Place]] = {}
        for path in _sources(project, copy):
            try:
                tree = ast.parse(path.read_bytes())
            except (SyntaxError, ValueError, OSError):
                continue
            self._read(tree, path.relative_to(project).as_posix())

    def _read(self, tree: ast.AST, file: str) -> None:
        for node in ast.walk(tree):
            place = Place(file, getattr(node, "lineno", 0))
            if isinstance(node, ast.Attribute):
                for name in _suffixes(node):
                    self.names.setdefault(name, []).append(place)
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    self.names.setdefault(alias.name, []).append(place)
            elif isinstance(node, ast.Call):
                keywords = frozenset(one.arg for one in node.keywords if one.arg)
                site = CallSite(place, keywords, any(one.arg is None for one in node.keywords))
                names = list(_suffixes(node.func))
                # client.chat.completions.create is no call of `completions.create`.
                method = next((name for name in reversed(names) if name in self.methods), None)
                for name in [method] if method else names:
                    self.calls.setdefault(name, []).append(site)
                for name in keywords:
                    self.keys.setdefault(name, []).append(place)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                self.keys.setdefault(node.value, []).append(place)

    def of(self, rule: str, name: str, operations: Sequence[str]) -> list[Place] | None:
        """Return the uses that a change affects, by its rule, its subject and its operations.

        None for what does not show in sources: it matters to every caller.
        """
        place, _, parameter = name.rstrip(")").partition("(")
        kind, _, rest = place.partition(".")
        if kind == "client":
            sites = [site for call in (rest, *map(_function, operations)) for site in self.calls.get(call, [])]
            return _places(site.place for site in sites if not parameter or _matters(rule, parameter, site))
        if kind == "operations":
            return _places(self.names.get(rest, []))
        if kind not in ("models", "params") or not rest:
            return None
        owner, _, member = rest.partition(".")
        if not member:
            return _places(self.names.get(owner, []))
        return _places((self.names if kind == "models" else self.keys).get(member, []))


def _matters(rule: str, parameter: str, site: CallSite) -> bool:
    """Return True if a change of a parameter affects a call."""
    passed = parameter in site.keywords
    if rule in ("parameter-added-required", "parameter-required"):
        return not passed
    return passed or (site.has_more and rule != "parameter-added")


def _suffixes(node: ast.expr) -> Iterator[str]:
    """The dotted names by which an expression may be meant: `a.b.c`, `b.c` and `c` for a.b.c."""
    name = ""
    while isinstance(node, ast.Attribute):
        name = f"{node.attr}.{name}".rstrip(".")
        yield name
        node = node.value
    if isinstance(node, ast.Name):
        yield f"{node.id}.{name}".rstrip(".")


def _function(operation: str) -> str:
    """The endpoint function of an operationId."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", operation).lower()


def _places(found: Iterator[Place] | Sequence[Place]) -> list[Place]:
    return sorted(set(found))


def _sources(project: Path, copy: Path) -> Iterator[Path]:
    """The Python files of a project, without the copy and without environments and hidden folders."""
    for path in sorted(project.iterdir()):
        if path.is_dir():
            is_environment = (path / "pyvenv.cfg").exists()
            if not (path.name.startswith(".") or path.name in _SKIPPED or is_environment or path == copy):
                yield from _sources(path, copy)
        elif path.suffix == ".py":
            yield path
