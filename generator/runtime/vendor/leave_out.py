"""A package without some modules: where others import them, a use says what is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from posixpath import dirname, join, normpath

CLIENT = "runtime/client/client.py"
LEFT_OUT = "runtime/left_out.py"
"""The module that others import from instead of those that are left out."""

_IMPORT = re.compile(r"^( *)from (\.*)([\w.]*) import (\([^)]*\)|.*)\n", re.MULTILINE)
_METHOD = r"^    (?:async )?def _?(?:{names})\(.*?(?=^    [@\w]|^\w|\Z)"
_FUNCTION = re.compile(r"^(async |)def (\w+)\(.*?\) -> ([^\n]*):\n", re.MULTILINE | re.DOTALL)
_WIDTH = 120
_MODULE = '''\
"""Names of modules that are left out here: type checkers find them, and a use says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    _A = TypeVar("_A")
    _B = TypeVar("_B")
    _C = TypeVar("_C")

    class _LeftOut(Any): ...  # type: ignore[misc]
{declarations}
else:
    _PARTS = {{
{parts}    }}

    def __getattr__(name: str) -> Any:
        if name not in _PARTS:
            raise AttributeError(name)
        raise ImportError(f"{message}")
'''


def imported(path: str, text: str, files: Collection[str], *, at_once: bool = False) -> Iterator[tuple[str, list[str]]]:
    """The modules that one imports by relative imports, anywhere in its text, with the names that it takes of each."""
    for match in _IMPORT.finditer(text):
        if match[2] and not (at_once and match[1]):
            names = [name for name, _ in _names(match[4])]
            place = _place(path, match)
            if f"{place}.py" in files:
                yield f"{place}.py", names
                continue
            for other, taken in ((place, names), *((join(place, name), []) for name in names)):
                yield from ((one, taken) for one in (f"{other}.py", f"{other}/__init__.py") if one in files)


def without(
    files: Mapping[str, str], left_out: Mapping[str, str], methods: Collection[str], message: str
) -> dict[str, str]:
    """The files without some modules of the runtime, each with the part that it belongs to, and methods of the clients.

    `message`, in which `{_PARTS[name]}` stands for such a part, is what a use of them says.
    """
    kept = {path: text for path, text in files.items() if path not in left_out}
    if methods and CLIENT in kept:
        cut = re.compile(_METHOD.format(names="|".join(methods)), re.MULTILINE | re.DOTALL)
        kept[CLIENT] = _without_unused_imports(cut.sub("", kept[CLIENT]).rstrip() + "\n")
    wanted: dict[str, set[str]] = {}
    uses: dict[str, str] = {}
    for path, text in kept.items():
        found = [(other, names) for other, names in imported(path, text, files) if other in left_out]
        if found and path.startswith("runtime/"):
            for other, names in found:
                wanted.setdefault(other, set()).update(names)
            kept[path], uses[path] = _IMPORT.sub(partial(_redirected, path, left_out), text), text
    return kept | ({LEFT_OUT: _left_out(files, left_out, wanted, "\n".join(uses.values()), message)} if wanted else {})


def _left_out(
    files: Mapping[str, str], left_out: Mapping[str, str], wanted: Mapping[str, set[str]], uses: str, message: str
) -> str:
    """The module that others import these names from, instead of those that are left out."""
    parts = {name: left_out[path] for path, names in wanted.items() for name in names}
    arguments = {name: listed.count(",") + 1 for name, listed in re.findall(r"\b([A-Z]\w+)\[([^]]+)", uses)}
    declarations = list[str]()
    for path, names in wanted.items():
        functions = {found[2]: found for found in _FUNCTION.finditer(files[path])}
        declarations += (_declaration(name, functions.get(name), parts, arguments) for name in sorted(names))
    listed = (f'        "{name}": "{part}",\n' for name, part in sorted(parts.items()))
    return _MODULE.format(declarations="".join(declarations), parts="".join(listed), message=message)


def _declaration(
    name: str, function: re.Match[str] | None, known: Collection[str], arguments: Mapping[str, int]
) -> str:
    """The declaration of a name that takes anything: a function, a class or a constant, as its module has it."""
    if function:
        returned = function[3] if function[3] in known else "Any"
        return f"\n    {function[1]}def {name}(*args: Any, **options: Any) -> {returned}: ...\n"
    if name.isupper():
        return f"\n    {name}: Any\n"
    parameters = ", ".join(["_A", "_B", "_C"][: arguments.get(name, 0)])
    return f"\n    class {name}(_LeftOut{f', Generic[{parameters}]' if parameters else ''}): ...\n"


def _redirected(path: str, left_out: Collection[str], match: re.Match[str]) -> str:
    """An import as it is, or from the module in the place of one that is left out."""
    if not match[2] or f"{_place(path, match)}.py" not in left_out:
        return match[0]
    return f"{match[1]}from {'.' * path.count('/')}left_out import {match[4]}\n"


def _without_unused_imports(text: str) -> str:
    count = Counter(re.findall(r"\w+", text))

    def fewer(match: re.Match[str]) -> str:
        if match[3] == "__future__":
            return match[0]
        kept = [(name, alias) for name, alias in _names(match[4]) if count[alias or name] > 1]
        return import_line(match[1], match[2] + match[3], kept) + "\n" if kept else ""

    return _IMPORT.sub(fewer, text)


def import_line(indent: str, module: str, names: Iterable[tuple[str, str]]) -> str:
    """An import of names, as it is formatted."""
    texts = [f"{name} as {alias}" if alias else name for name, alias in names]
    line = f"{indent}from {module} import {', '.join(texts)}"
    if len(line) <= _WIDTH:
        return line
    return "\n".join([f"{indent}from {module} import (", *(f"{indent}    {text}," for text in texts), f"{indent})"])


def _names(listed: str) -> list[tuple[str, str]]:
    """The names of an import, each with its alias or ""."""
    return re.findall(r"(\w+)(?: as (\w+))?", listed)


def _place(path: str, match: re.Match[str]) -> str:
    """The module, or the folder, that a relative import is of."""
    return normpath(join(dirname(path), *[".."] * (len(match[2]) - 1), *match[3].split(".")))
