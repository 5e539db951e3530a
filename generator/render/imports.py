"""Imports of rendered modules: every name that a module may use; `formatting` removes the unused."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple


class Origin(NamedTuple):
    """The module of a name (empty: the name is a module), and its name there if that differs."""

    module: str
    original: str = ""

    def line(self, name: str) -> str:
        """The import of a name."""
        if not self.module:
            return f"import {self.original} as {name}" if self.original else f"import {name}"
        return f"from {self.module} import {self.item(name)}"

    def item(self, name: str) -> str:
        """The name as the import of its module lists it."""
        return name if self.original in ("", name) else f"{self.original} as {name}"


class RenderError(Exception):
    """A template rendered code that cannot be used: a mistake in the template, not in the spec."""


def import_lines(
    code: str, origins: Mapping[str, Origin], defined: Collection[str] = (), annotating: tuple[str, ...] = ()
) -> str:
    """The imports of every name with an origin that the code may use and does not define.

    Ruff reads the whole file anew after each statement that it fixes: there is one for each module, and those of
    `annotating` are where they belong, because only annotations use their names.
    """
    named = {name for name in words_of(code) if name in origins and name not in defined}
    modules: dict[str, list[str]] = {}
    lines: list[str] = []
    for name in sorted(named):
        if origins[name].module:
            modules.setdefault(origins[name].module, []).append(origins[name].item(name))
        else:
            lines.append(origins[name].line(name))
    typed = [module for module in modules if module.startswith(annotating)] if annotating else []
    lines += [_line(module, items) for module, items in modules.items() if module not in typed]
    if typed:
        lines += ["from typing import TYPE_CHECKING", "if TYPE_CHECKING:"]
        lines += [f"    {_line(module, modules[module])}" for module in typed]
    return "\n".join(lines)


@lru_cache(maxsize=1)  # it is asked twice of each module
def words_of(code: str) -> frozenset[str]:
    """The words of code: one by one, because a large module has millions."""
    return frozenset(found[0] for found in re.finditer(r"\w+", code))


def _line(module: str, items: list[str]) -> str:
    return f"from {module} import {', '.join(items)}"
