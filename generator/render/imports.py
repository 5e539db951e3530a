"""Imports of rendered modules: every name that a module may use; `formatting` removes the unused."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple


class Origin(NamedTuple):
    """The module of a name (empty: the name is a module), and its name there if that differs."""

    module: str
    original: str = ""

    def line(self, name: str) -> str:
        """The import of a name."""
        if not self.module:
            return f"import {self.original} as {name}" if self.original else f"import {name}"
        return f"from {self.module} import {self.original or name}" + (
            f" as {name}" if self.original not in ("", name) else ""
        )


class RenderError(Exception):
    """A template rendered code that cannot be used: a mistake in the template, not in the spec."""


def import_lines(code: str, origins: Mapping[str, Origin], defined: Collection[str] = ()) -> str:
    """The imports of every name with an origin that the code may use and does not define."""
    named = {name for name in set(re.findall(r"\w+", code)) if name in origins and name not in defined}
    return "\n".join(origins[name].line(name) for name in sorted(named))
