"""Cut the package down to some sections of the API and some transports."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import TypeAlias

from .verify import VendorError

# What sections may need of the runtime. A copy whose sections do not need it has stubs in its place.
FEATURES = {
    "tasks": ("runtime/polling/", "runtime/operation/polling_spec.py"),
    "uploads": ("runtime/encoding/multipart",),
    "bodies and parameters of other forms": ("runtime/encoding/bodies.py", "runtime/encoding/styles.py"),
    "credentials beside a key": ("runtime/credentials.py",),
    "models of files": ("runtime/files/file_model.py",),
}
# Modules of these folders are for the distribution itself: nothing that a copy does imports them.
TOOLS = ("runtime/vendor/",)
KEPT_TOOLS = ("runtime/vendor/__init__.py", "runtime/vendor/verify.py", "runtime/vendor/upgrade.py")

_STUB = '''"""Left out of this copy, which was vendored with {choice}."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
{declarations}

else:

    def __getattr__(name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise ImportError("this copy was vendored without {what}: vendor it again without {choice}")
'''
_WIDTH = 120
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
    # Modules that are left out although a kept one imports them: what each is for, and the choice that left it out.
    stubs: dict[str, tuple[str, str]] = field(init=False)

    def result(self) -> dict[str, str]:
        """The files that are kept, edited where they name what is not."""
        self.refuse_unknown()
        kept = self.kept()
        gone = {path for path in self.files if path.endswith(".py")} - kept
        texts = {path: self.files[path] for path in self.files if path in kept or not path.endswith(".py")}
        dropped: set[str] = set()
        for path in self.packages:
            folder = dirname(path)
            texts[path], names = without_modules(
                texts[path], {_dotted(one, folder) for one in gone if _is_below(one, folder)}
            )
            dropped |= {f"{folder}.{name}".lstrip(".") for name in names}
        if self.only:
            texts["client.py"] = without_sections(texts["client.py"], self.sections - self.only)
        if "api.txt" in texts:
            texts["api.txt"] = "".join(
                _remaining(texts["api.txt"], dropped, self.sections - self.only if self.only else ())
            )
        importers = kept - set(self.packages)
        return texts | {path: self.stub(path, *reason, importers) for path, reason in self.stubs.items()}

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

    @cached_property
    def imports(self) -> dict[str, set[str]]:
        """The modules that each module imports, anywhere in its text."""
        return {path: set(self.imported(path)) for path in self.files if path.endswith(".py")}

    def imported(self, path: str) -> Iterator[str]:
        """The modules that one imports by relative imports, and those whose functions it takes from the package."""
        functions = {path: text for path, text in self.files.items() if path.startswith("operations/")}
        for node in ast.walk(ast.parse(self.files[path])):
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "_operations":
                yield from (other for other, text in functions.items() if f"\ndef {node.attr}(" in text)
            if isinstance(node, ast.ImportFrom) and node.level:
                base = normpath(join(dirname(path), *[".."] * (node.level - 1), *(node.module or "").split(".")))
                for place in (base, *(join(base, alias.name) for alias in node.names)):
                    yield from {f"{place}.py", f"{place}/__init__.py"} & self.files.keys()

    def kept(self) -> set[str]:
        """The modules that are kept: those that the client and its sections reach, with the packages around them."""
        reached = set(self.packages)
        if self.only:
            roots = {"client.py", "__main__.py", *(f"resources/{name}.py" for name in self.only)}
            left_out = {f"resources/{name}.py": ("", "") for name in self.sections - self.only}
            rendered = self.reach(roots, left_out.keys() | self.runtime, reached)
            used = {target for path in rendered - set(self.packages) for target in self.imports[path]}
            unused = {
                what: {path for path in self.runtime if path.startswith(names)} for what, names in FEATURES.items()
            }
            while needed := [what for what, modules in unused.items() if modules & used]:
                modules = {path for what in needed for path in unused.pop(what)}
                roots |= modules
                used |= {target for path in modules for target in self.imports[path]}
            left_out |= {path: (what, "--only") for what, modules in unused.items() for path in modules}
            roots |= set(KEPT_TOOLS) & self.runtime
        else:
            roots = {path for path in self.imports if path in KEPT_TOOLS or not path.startswith(TOOLS)}
            left_out = {}
        for library in self.libraries - self.transports if self.transports else ():
            modules = {path for path in self.runtime if path.startswith(f"runtime/transport/{library}_")}
            left_out |= dict.fromkeys(modules, (f"the transport {library!r}", "--transport"))
        reached |= self.reach(roots - left_out.keys(), left_out.keys(), reached)
        wanted = {target for path in reached - set(self.packages) for target in self.imports[path]}
        self.stubs = {path: left_out[path] for path in sorted(wanted & left_out.keys()) if left_out[path][0]}
        return reached

    def stub(self, path: str, what: str, choice: str, kept: Iterable[str]) -> str:
        """A module in the place of one that is left out: type checkers find its names, and a use of it says why."""
        wanted = {name for one in kept for name in self.names_from(path, one)}
        body = ast.parse(self.files[path]).body
        classes = {node.name for node in body if isinstance(node, ast.ClassDef)} & wanted
        declarations = [one for node in body for one in _declaration(node, wanted, classes)]
        return _STUB.format(what=what, choice=choice, declarations="".join(declarations).strip("\n"))

    def names_from(self, path: str, module: str) -> Iterator[str]:
        """The names that a module imports from another."""
        for node in ast.walk(ast.parse(self.files[module])):
            if isinstance(node, ast.ImportFrom) and _stem(path) == (node.module or "").rpartition(".")[2]:
                yield from (alias.name for alias in node.names)

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


def _declaration(node: ast.stmt, wanted: Collection[str], classes: Collection[str]) -> Iterator[str]:
    """The declaration of a stub in the place of a definition: its name, and that it takes anything."""
    if isinstance(node, ast.ClassDef) and node.name in wanted:
        methods = [one for one in node.body if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef))]
        public = [one for one in methods if not (one.name.startswith("_") or one.decorator_list)]
        yield f"\n    class {node.name}:\n        def __init__(self, *args: Any, **options: Any) -> None: ...\n"
        yield "        def __getattr__(self, name: str) -> Any: ...\n"
        yield from (f"        {_function(one)}(self, *args: Any, **options: Any) -> Any: ...\n" for one in public)
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name in wanted:
        returns = node.returns.id if isinstance(node.returns, ast.Name) and node.returns.id in classes else "Any"
        yield f"\n    {_function(node)}(*args: Any, **options: Any) -> {returns}: ...\n"
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (f"\n    {one.id}: Any\n" for one in targets if isinstance(one, ast.Name) and one.id in wanted)


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    return f"{'async ' if isinstance(node, ast.AsyncFunctionDef) else ''}def {node.name}"


def without_modules(text: str, modules: Collection[str]) -> tuple[str, list[str]]:
    """A package's `__init__` that no longer offers the names of these modules below it, and those names."""
    tree = ast.parse(text)
    table = next(node for node in ast.walk(tree) if isinstance(node, ast.Dict))
    places = {
        ast.literal_eval(key): ast.literal_eval(value)
        for key, value in zip(table.keys, table.values, strict=True)
        if key
    }
    gone = [name for name, place in places.items() if place.partition(":")[0] in modules]
    listed = next(node for node in ast.walk(tree) if isinstance(node, ast.List))
    names = [ast.literal_eval(one) for one in listed.elts]
    edits: list[tuple[_Node, str]] = [
        (listed, _exploded("[", [f'"{name}"' for name in names if name not in gone], "]", 0)),
        (table, _exploded("{", [f'"{name}": "{place}"' for name, place in places.items() if name not in gone], "}", 2)),
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node.col_offset:
            kept = [alias for alias in node.names if (alias.asname or alias.name) not in gone]
            if len(kept) < len(node.names):
                edits.append((node, _import(node, kept)))
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


def _import(node: ast.ImportFrom, kept: list[ast.alias]) -> str:
    """An import of fewer names; nothing if of none."""
    if not kept:
        return ""
    names = [f"{alias.name} as {alias.asname}" if alias.asname else alias.name for alias in kept]
    head = f"from {'.' * node.level}{node.module or ''} import "
    line = head + ", ".join(names)
    return line if len(line) + node.col_offset <= _WIDTH else head + _exploded("(", names, ")", 1)


def _exploded(opening: str, items: list[str], closing: str, depth: int) -> str:
    """A list with one item on each line."""
    indent = "    " * depth
    return "".join([f"{opening}\n", *(f"{indent}    {item},\n" for item in items), indent, closing])


def _remaining(index: str, dropped: Collection[str], sections: Collection[str]) -> Iterator[str]:
    """The lines of the list of public names that are still true."""
    for line in index.splitlines(keepends=True):
        first, *more = line.split("(")[0].split(" ")[0].rstrip(":").split(".")
        in_section = len(more) > 1 and more[0] in sections and first not in ("models", "params", "operations")
        name = ".".join([first, *more[:1]]) if first in ("models", "params", "operations") else first
        if not in_section and name not in dropped:
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
