"""Parts of the runtime that only some APIs need, and the package without them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from posixpath import dirname, join, normpath
from typing import NamedTuple

CLIENT = "runtime/client/client.py"
LEFT_OUT = "runtime/left_out.py"
"""The module that others import from instead of those that are left out: a use of it says why."""


class Feature(NamedTuple):
    """The modules of a feature, by the beginnings of their paths, and what other modules have for it alone."""

    modules: tuple[str, ...]
    errors: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()  # of the clients


# A module that belongs to two is needed where both are.
FEATURES = {
    "tasks": Feature(
        ("runtime/polling/", "runtime/operation/polling_spec.py"), ("TaskFailed", "TaskTimeout", "TaskWaiting")
    ),
    "streams": Feature(("runtime/streaming/", "runtime/operation/stream_spec.py"), ("StreamFailed", "StreamTruncated")),
    "outputs that are parsed": Feature(
        (
            "runtime/encoding/json_schema.py",
            "runtime/operation/parsing",
            "runtime/response/parsed.py",
            "runtime/streaming/output_events.py",
            "runtime/streaming/parsed_",
            "runtime/streaming/partial_json.py",
        ),
        ("ContentFilterFinishReasonError", "LengthFinishReasonError"),
    ),
    "files": Feature(
        (
            "runtime/files/",
            "runtime/http/private_hosts.py",
            "runtime/transport/aiohttp_resolver.py",
            "runtime/transport/httpx2_other_hosts.py",
            "runtime/transport/public_hosts.py",
        ),
        methods=("fetch", "_fetch"),
    ),
    "models of files": Feature(("runtime/files/file_model.py",)),
    "uploads and bodies of other forms": Feature(("runtime/encoding/bodies.py", "runtime/encoding/multipart")),
    "parameters of other forms": Feature(("runtime/encoding/styles.py",)),
    "credentials beside a key": Feature(("runtime/credentials.py",)),
}

_IMPORT = re.compile(r"^( *)from (\.*)([\w.]*) import (\([^)]*\)|.*)\n", re.MULTILINE)
_METHOD = r"^    (?:async )?def (?:{names})\(.*?(?=^    [@\w]|^\w|\Z)"
_WIDTH = 120
_MODULE = '''\
"""Names of modules that are left out here: type checkers find them, and a use says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVarTuple

if TYPE_CHECKING:
    _Ts = TypeVarTuple("_Ts")

    class _LeftOut(Any, Generic[*_Ts]): ...  # type: ignore[misc]
{declarations}
else:
    _PARTS = {{
{parts}    }}

    def __getattr__(name: str) -> Any:
        if name not in _PARTS:
            raise AttributeError(name)
        raise ImportError(f"{message}")
'''


def unneeded(used: Iterable[str], imports: Mapping[str, Collection[str]]) -> set[str]:
    """The features of which no module is used, where these modules are, nor by those of a feature that is needed."""
    used, left = set(used), set(FEATURES)
    while needed := {name for name in left if any(path.startswith(FEATURES[name].modules) for path in used)}:
        left -= needed
        beginnings = tuple(one for name in needed for one in FEATURES[name].modules)
        kept = imports.keys() - modules_of(left, imports).keys()
        used |= {target for path in kept if path.startswith(beginnings) for target in imports[path]}
    return left


def modules_of(features: Collection[str], paths: Iterable[str]) -> dict[str, str]:
    """The modules that belong to some features, each with the feature."""
    found = ((path, name) for path in paths for name in FEATURES if name in features)
    return {path: name for path, name in found if path.startswith(FEATURES[name].modules)}


def errors_of(features: Iterable[str]) -> set[str]:
    """The public errors that only some features raise."""
    return {error for name in features for error in FEATURES[name].errors}


def imported(path: str, text: str, files: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """The modules that one imports by relative imports, anywhere in its text, with the names that it takes of each."""
    for match in _IMPORT.finditer(text):
        if match[2]:
            names = [name for name, _ in _names(match[4])]
            place = _place(path, match)
            for other, taken in ((place, names), *((join(place, name), []) for name in names)):
                yield from ((one, taken) for one in (f"{other}.py", f"{other}/__init__.py") if one in files)


def without(
    files: Mapping[str, str], left_out: Mapping[str, str], features: Iterable[str], message: str
) -> dict[str, str]:
    """The files without some modules of the runtime, each with the part that it belongs to, and without features.

    `message`, in which `{_PARTS[name]}` stands for such a part, is what a use of them says.
    """
    kept = {path: text for path, text in files.items() if path not in left_out}
    methods = [name for feature in features for name in FEATURES[feature].methods]
    if methods and CLIENT in kept:
        cut = re.compile(_METHOD.format(names="|".join(methods)), re.MULTILINE | re.DOTALL)
        kept[CLIENT] = _without_unused_imports(cut.sub("", kept[CLIENT]).rstrip() + "\n")
    wanted: dict[str, set[str]] = {}
    importers = {path: text for path, text in kept.items() if path.startswith("runtime/") and path.endswith(".py")}
    for path, text in importers.items():
        found = [(other, names) for other, names in imported(path, text, files) if other in left_out]
        for other, names in found:
            wanted.setdefault(other, set()).update(names)
        if found:
            kept[path] = _IMPORT.sub(partial(_redirected, path, left_out), text)
    if wanted:
        parts = {name: left_out[other] for other, names in wanted.items() for name in names}
        uses = "\n".join(importers.values())
        declarations = [
            _declaration(name, files[other], parts, uses) for other, names in wanted.items() for name in sorted(names)
        ]
        listed = (f'        "{name}": "{part}",\n' for name, part in sorted(parts.items()))
        kept[LEFT_OUT] = _MODULE.format(declarations="".join(declarations), parts="".join(listed), message=message)
    return kept


def _declaration(name: str, text: str, known: Collection[str], uses: str) -> str:
    """The declaration of a name that takes anything: a function, a class or a constant, as its module has it."""
    if function := re.search(rf"^(async )?def {name}\(.*?\) -> ([^\n]*):\n", text, re.MULTILINE | re.DOTALL):
        returned = function[2] if function[2] in known else "Any"
        return f"\n    {function[1] or ''}def {name}(*args: Any, **options: Any) -> {returned}: ...\n"
    if name.isupper():
        return f"\n    {name}: Any\n"
    parameters = "*_Ts" if f" {name}[" in uses else "()"
    return f"\n    class {name}(_LeftOut[{parameters}]): ...\n"


def _redirected(path: str, left_out: Collection[str], match: re.Match[str]) -> str:
    """An import as it is, or from the module in the place of one that is left out."""
    if not match[2] or f"{_place(path, match)}.py" not in left_out:
        return match[0]
    return f"{match[1]}from {'.' * path.count('/')}left_out import {match[4]}\n"


def _without_unused_imports(text: str) -> str:
    def fewer(match: re.Match[str]) -> str:
        if match[3] == "__future__":
            return match[0]
        kept = [(name, alias) for name, alias in _names(match[4]) if len(re.findall(rf"\b{alias or name}\b", text)) > 1]
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
