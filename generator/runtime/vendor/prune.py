"""Cut the package down to some sections of the API and some transports."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname
from typing import TypeAlias

from .features import FEATURES, TOOLS, errors_of, methods_of, modules_of, unneeded
from .leave_out import CLIENT, import_line, imported, without
from .verify import VendorError

MISSING = "MIGRATION.json"
KEPT_TOOLS = ("runtime/vendor/__init__.py", "runtime/vendor/verify.py", "runtime/vendor/upgrade.py")

_MESSAGE = "this copy lacks {_PARTS[name]}: vendor it again with other --only or --transport"
_Node: TypeAlias = ast.List | ast.Dict | ast.ImportFrom | ast.FunctionDef


def prune(files: Mapping[str, str], only: Collection[str], transports: Collection[str]) -> dict[str, str]:
    """The files of a copy with these sections and transports; with all of them where none is named."""
    return Pruning(files, frozenset(only), frozenset(transports)).result()


@dataclass
class Pruning:
    """The choice of what is kept of a package."""

    files: Mapping[str, str]
    only: frozenset[str]
    transports: frozenset[str]

    def result(self) -> dict[str, str]:
        """The files that are kept, edited where they name what is not."""
        self.refuse_unknown()
        left_out, features = self.left_out()
        kept = self.kept(left_out, features)
        gone = {path for path in self.files if path.endswith(".py")} - kept
        wanted = {path: text for path, text in self.files.items() if path not in gone or path in left_out}
        texts = without(wanted, left_out, methods_of(features), _MESSAGE)
        dropped: set[str] = set()
        for path in kept.intersection(self.packages):
            folder = dirname(path)
            below = {_dotted(one, folder) for one in gone if _is_below(one, folder)}
            texts[path], names = without_modules(texts[path], below, errors_of(features))
            dropped |= {f"{folder}.{name}".lstrip(".") for name in names}
        if self.only:
            texts["client.py"] = without_sections(texts["client.py"], self.dropped_sections)
        methods = methods_of(features)
        if "api.txt" in texts:
            texts["api.txt"] = "".join(_remaining(texts["api.txt"], dropped, self.dropped_sections, methods))
        if self.only:
            missing = {"package": dropped, "client": self.dropped_sections | methods}
            texts[MISSING] = with_missing(texts.get(MISSING, "{}"), missing, ",".join(sorted(self.only)))
        return texts

    def refuse_unknown(self) -> None:
        """Raise VendorError for a section or a transport that the package does not have."""
        for option, named, known in (
            ("--only", self.only, self.sections),
            ("--transport", self.transports, self.libraries),
        ):
            if unknown := sorted(named - known):
                raise VendorError(f"{option}: there is no {', '.join(unknown)}. There are: {', '.join(sorted(known))}")

    @property
    def sections(self) -> frozenset[str]:
        """The names of the resources at the top of the client."""
        return frozenset(_stem(path) for path in self.files if dirname(path) == "resources") - {"__init__"}

    @property
    def libraries(self) -> frozenset[str]:
        """The names of the transports: `httpx2` has several modules, `httpx2_transport.py` and others."""
        return frozenset(_stem(path).partition("_")[0] for path in self.files if path.endswith("_transport.py"))

    @cached_property
    def packages(self) -> list[str]:
        """The `__init__` modules that offer the names of other modules."""
        return [path for path in self.files if path.endswith("__init__.py") and "lazy(" in self.files[path]]

    @property
    def dropped_sections(self) -> frozenset[str]:
        """The names of the resources that are left out."""
        return self.sections - self.only if self.only else frozenset()

    @cached_property
    def imports(self) -> dict[str, set[str]]:
        """The modules that each module imports, anywhere in its text."""
        return {path: set(self.imported(path)) for path in self.files if path.endswith(".py")}

    def imported(self, path: str) -> Iterator[str]:
        """The modules that one imports by relative imports, and those whose functions it takes from the package."""
        text = self.files[path]
        yield from (other for other, _ in imported(path, text, self.files))
        for name in re.findall(r"\b_operations\.(\w+)", text):
            yield from (other for other, text in self.operations.items() if f"\ndef {name}(" in text)

    @cached_property
    def operations(self) -> dict[str, str]:
        """The modules of endpoint functions."""
        return {path: text for path, text in self.files.items() if path.startswith("operations/")}

    def left_out(self) -> tuple[dict[str, str], set[str]]:
        """The modules of the runtime that are left out, each with its part, and the features that they are for."""
        features: set[str] = set()
        if self.only:
            rendered = self.reach(self.roots, self.resources | self.runtime, self.packages) - {*self.packages}
            features = unneeded({target for path in rendered for target in self.imports[path]}, self.files)
        found = modules_of(features, self.runtime)
        for library in self.libraries - self.transports if self.transports else ():
            modules = (path for path in self.runtime if path.startswith(f"runtime/transport/{library}_"))
            found |= dict.fromkeys(modules, f"the transport '{library}'")
        return found, features

    def kept(self, left_out: Collection[str], features: Collection[str]) -> set[str]:
        """The modules that are kept: those that the client and its sections reach, with the packages around them."""
        if self.only:
            needed = modules_of(FEATURES.keys() - features, self.runtime).keys()
            roots = self.roots | needed | (self.runtime & {*KEPT_TOOLS})
        else:
            roots = {path for path in self.imports if path in KEPT_TOOLS or not path.startswith(TOOLS)}
        packages = {*self.packages}
        reached = self.reach(roots - {*left_out}, self.resources | {*left_out}, packages)
        filled = {f"{folder}/__init__.py" for path in reached - packages for folder in _folders(path)}
        return reached | packages & (filled | {"__init__.py"})

    @property
    def roots(self) -> set[str]:
        """The modules that lead to all others of a part of the package."""
        return {"client.py", "__main__.py", *(f"resources/{name}.py" for name in self.only)}

    @property
    def resources(self) -> set[str]:
        """The modules of resources that are left out."""
        return {f"resources/{name}.py" for name in self.dropped_sections}

    @cached_property
    def runtime(self) -> frozenset[str]:
        """The modules of the runtime."""
        return frozenset(path for path in self.imports if path.startswith("runtime/"))

    def reach(self, roots: Iterable[str], without: Collection[str], packages: Collection[str]) -> set[str]:
        """The modules that some lead to, through imports, but not through others or the names that packages offer."""
        found: set[str] = set()
        waiting = [*roots]
        while waiting:
            path = waiting.pop()
            if path in found or path in without:
                continue
            found.add(path)
            around = {f"{folder}/__init__.py" for folder in _folders(path)} & self.files.keys()
            waiting += around if path in packages else self.imports[path] | around
        return found


def without_modules(text: str, modules: Collection[str], names: Collection[str] = ()) -> tuple[str, list[str]]:
    """A package's `__init__` that no longer offers the names of these modules below it, nor these names; and all."""
    tree = ast.parse(text)
    table = next(node for node in ast.walk(tree) if isinstance(node, ast.Dict))
    places = {
        ast.literal_eval(key): ast.literal_eval(value)
        for key, value in zip(table.keys, table.values, strict=True)
        if key
    }
    gone = [name for name, place in places.items() if name in names or place.partition(":")[0] in modules]
    listed = next(node for node in ast.walk(tree) if isinstance(node, ast.List))
    public = [ast.literal_eval(one) for one in listed.elts]
    edits: list[tuple[_Node, str]] = [
        (listed, _exploded("[", [f'"{name}"' for name in public if name not in gone], "]", 0)),
        (table, _exploded("{", [f'"{name}": "{place}"' for name, place in places.items() if name not in gone], "}", 2)),
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node.col_offset:
            kept = [alias for alias in node.names if (alias.asname or alias.name) not in gone]
            if len(kept) < len(node.names):
                names_kept = [(alias.name, alias.asname or "") for alias in kept]
                line = import_line(" " * node.col_offset, f"{'.' * node.level}{node.module or ''}", names_kept)
                edits.append((node, line.lstrip() if kept else ""))
    return _edited(text, edits), gone


def without_sections(text: str, sections: Collection[str]) -> str:
    """The module of the clients without these resources."""
    modules = {f"resources.{name}" for name in sections}
    edits: list[tuple[_Node, str]] = []
    for node in ast.walk(ast.parse(text)):
        # Its imports for type checkers; those within its method go with the method.
        if isinstance(node, ast.ImportFrom) and node.module in modules and node.col_offset == 4:
            edits.append((node, ""))
        if isinstance(node, ast.FunctionDef) and node.name in sections:
            edits.append((node, ""))
    return _edited(text, edits).rstrip() + "\n"


def _edited(text: str, edits: Iterable[tuple[_Node, str]]) -> str:
    """The text with nodes replaced, or removed with their lines where nothing replaces them."""
    lines = text.splitlines(keepends=True)
    for node, new in sorted(edits, key=lambda edit: edit[0].lineno, reverse=True):
        end = node.end_lineno or node.lineno
        if new:
            before = lines[node.lineno - 1].encode()[: node.col_offset].decode()
            after = lines[end - 1].encode()[node.end_col_offset :].decode()
            lines[node.lineno - 1 : end] = (before + new + after).splitlines(keepends=True)
        else:
            decorated = node.decorator_list[0].lineno - 1 if isinstance(node, ast.FunctionDef) else node.lineno
            del lines[decorated - 1 : end]
    return "".join(lines)


def _exploded(opening: str, items: list[str], closing: str, depth: int) -> str:
    """A list with one item on each line."""
    indent = "    " * depth
    return "".join([f"{opening}\n", *(f"{indent}    {item},\n" for item in items), indent, closing])


def with_missing(text: str, names: Mapping[str, Iterable[str]], only: str) -> str:
    """The replacements for missing names, with those that a part of the package does not have."""
    known: dict[str, dict[str, str]] = json.loads(text)
    reason = f"it is left out of this copy, which was vendored with --only {only}"
    for kind, missing in names.items():
        known[kind] = {" ".join(sorted(missing)): reason, **known.get(kind, {})}
    return json.dumps(known, indent=1, ensure_ascii=False) + "\n"


def _remaining(
    index: str, dropped: Collection[str], sections: Collection[str], methods: Collection[str]
) -> Iterator[str]:
    """The lines of the list of public names that are still true."""
    for line in index.splitlines(keepends=True):
        first, *more = line.split("(")[0].split(" ")[0].rstrip(":").split(".")
        in_section = len(more) > 1 and more[0] in sections and first not in ("models", "params", "operations")
        is_cut = len(more) == 1 and more[0] in methods and line.rstrip().endswith(CLIENT)
        name = ".".join([first, *more[:1]]) if first in ("models", "params", "operations") else first
        if not (in_section or is_cut) and name not in dropped:
            yield line


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".py")


def _folders(path: str) -> Iterator[str]:
    while path := dirname(path):
        yield path


def _is_below(path: str, folder: str) -> bool:
    return not folder or path.startswith(f"{folder}/")


def _dotted(path: str, folder: str) -> str:
    return path[len(folder) + 1 if folder else 0 :].removesuffix(".py").removesuffix("/__init__").replace("/", ".")
