"""The runtime as source: its files, which are copied, and the modules that define its names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from .imports import Origin, RenderError

RUNTIME = Path(__file__).parents[1] / "runtime"

_DEFINITION = re.compile(r"^(?:class|def) (\w+)|^(\w+)(?:: TypeAlias)? = ", re.MULTILINE)


@cache
def files() -> dict[str, str]:
    """The text of each file by its path below the runtime."""
    paths = {path.relative_to(RUNTIME).as_posix(): path for path in sorted(RUNTIME.rglob("*.py"))}
    return {name: path.read_bytes().decode() for name, path in paths.items()}


@cache
def _definitions() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path, text in files().items():
        for match in _DEFINITION.finditer(text):
            found.setdefault(match[1] or match[2], []).append(path)
    return found


def module_of(name: str) -> str:
    """The module of the package that defines a name of the runtime, such as `runtime.operation.call`."""
    paths = _definitions().get(name, [])
    if len(paths) != 1:
        raise RenderError(f"the runtime defines {name} {len(paths)} times: {', '.join(paths)}")
    return f"runtime.{paths[0].removesuffix('.py').replace('/', '.')}"


def origin(name: str, package: str = "..") -> Origin:
    """The import of a name of the runtime in a rendered module."""
    return Origin(f"{package}{module_of(name)}")
