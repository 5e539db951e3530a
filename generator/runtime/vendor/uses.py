"""Uses of the client in the sources of a project, read from their syntax; nothing is imported or run."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_NO_VARIABLES: Mapping[str, str] = {}
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
        variables = dict(self._variables(tree))
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
                names = list(_suffixes(node.func, variables))
                # client.chat.completions.create is no call of `completions.create`.
                method = max((name for name in names if name in self.methods), key=len, default=None)
                for name in [method] if method else names:
                    self.calls.setdefault(name, []).append(site)
                for name in keywords:
                    self.keys.setdefault(name, []).append(place)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                self.keys.setdefault(node.value, []).append(place)

    def _variables(self, tree: ast.AST) -> Iterator[tuple[str, str]]:
        """Variables and attributes that are set to a resource or a method, such as `chat = client.chat.completions`."""
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute):
                known = [name for name in _suffixes(node.value) if any(_is_in(name, one) for one in self.methods)]
                yield from ((next(_suffixes(one)), known[-1]) for one in node.targets if known and _is_name(one))

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


def _suffixes(node: ast.expr, variables: Mapping[str, str] = _NO_VARIABLES) -> Iterator[str]:
    """The dotted names that an expression may stand for: `c`, `b.c` and `a.b.c` for a.b.c, its variables resolved."""
    name = ""
    while isinstance(node, ast.Attribute):
        if node.attr in variables:
            yield f"{variables[node.attr]}.{name}".rstrip(".")
        name = f"{node.attr}.{name}".rstrip(".")
        yield name
        node = node.value
    if isinstance(node, ast.Name):
        if node.id in variables:
            yield f"{variables[node.id]}.{name}".rstrip(".")
        yield f"{node.id}.{name}".rstrip(".")


def _is_name(node: ast.expr) -> bool:
    return isinstance(node, (ast.Name, ast.Attribute))


def _is_in(name: str, method: str) -> bool:
    """True for the name of a method, or of a resource that it is in."""
    return method == name or method.startswith(f"{name}.")


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
