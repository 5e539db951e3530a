"""Deprecation: checkers strike deprecated names through, and a call that uses one warns, at the line of the caller."""

from __future__ import annotations

import sys
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    # Part of every checker; at run time it would be a dependency until Python 3.13.
    from typing_extensions import deprecated as deprecated
else:

    def deprecated(message):
        """Mark a function or a class as `warnings.deprecated` does. The warning is `warn_deprecated`'s."""

        def mark(marked):
            marked.__deprecated__ = message
            return marked

        return mark


def warn_deprecated(name: str, deprecated: Mapping[str, str], given: Collection[str]) -> None:
    """Warn of a call that is deprecated (`""`), and of its deprecated parameters that are given.

    The warning names the first line outside of this package, so that Python shows it once for each such line.
    """
    package = __name__.rpartition(".runtime.")[0]
    level, frame = 1, sys._getframe()  # pyright: ignore[reportPrivateUsage]
    while (outer := frame.f_back) is not None and _is_within(outer.f_globals, package):
        level, frame = level + 1, outer
    for parameter, words in deprecated.items():
        if not parameter or parameter in given:
            subject = f"{name}(): {parameter!r}" if parameter else f"{name}()"
            warnings.warn(f"{subject} is {words}", DeprecationWarning, stacklevel=level + 1)


def _is_within(names: dict[str, Any], package: str) -> bool:
    return f"{names.get('__name__', '')}.".startswith(f"{package}.")
