"""The part of the runtime that a client needs: what no operation of its API needs is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ..plan.api import PUBLIC
from ..runtime.vendor.features import TOOLS, errors_of, methods_of, modules_of, unneeded
from ..runtime.vendor.leave_out import without
from . import runtime_source

_USE = re.compile(r"^ *from \.+runtime\.([\w.]+) import", re.MULTILINE)
_MESSAGE = "no operation needs {_PARTS[name]}, so they are left out: render with `runtime: whole`"


class Runtime(NamedTuple):
    """The runtime of a client: its files by their paths in the package, and what it lacks of the whole."""

    files: Mapping[str, str]
    missing: frozenset[str] = frozenset()
    """Public names of the package, and methods of its clients."""


def whole() -> Runtime:
    """All of the runtime."""
    return Runtime({f"runtime/{path}": text for path, text in runtime_source.files().items()})


def uses(module: str) -> set[str]:
    """The files of the runtime that a module of the package uses, by its text."""
    return {f"runtime/{place.replace('.', '/')}.py" for place in _USE.findall(module)}


def needed(used: set[str]) -> Runtime:
    """The part of the runtime that a package needs which uses these files."""
    files = whole().files
    features = unneeded(used, files)
    left_out = modules_of(features, files)
    methods = methods_of(features)
    names = {name for name in PUBLIC if f"{runtime_source.module_of(name).replace('.', '/')}.py" in left_out}
    kept = {path: text for path, text in files.items() if not path.startswith(TOOLS)}
    return Runtime(without(kept, left_out, methods, _MESSAGE), frozenset(names | errors_of(features) | methods))
