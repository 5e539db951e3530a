"""Where the names of printed modules come from. Every name that a module may use is imported; `formatting` prunes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Origin(NamedTuple):
    """Where a name comes from; without a module it is one itself. `original` differs where it is called otherwise."""

    module: str
    original: str = ""

    def line(self, name: str) -> str:
        """The import of a name."""
        if not self.module:
            return f"import {name}"
        return f"from {self.module} import {self.original or name}" + (
            f" as {name}" if self.original not in ("", name) else ""
        )


class RenderError(Exception):
    """What templates printed cannot be used: a mistake in one of them, and not in a spec."""


def import_lines(code: str, origins: Mapping[str, Origin]) -> str:
    """The imports of every name with an origin that the code may use."""
    named = set(re.findall(r"\w+", code)) & origins.keys()
    return "\n".join(origins[name].line(name) for name in sorted(named))
