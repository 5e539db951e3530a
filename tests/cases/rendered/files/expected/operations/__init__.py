# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "api",
    "caption_print",
    "hear_tick",
    "list_prints",
    "make_print",
    "read_motto",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import caption_print, hear_tick, list_prints, make_print, read_motto
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "api": "api:",
            "caption_print": "api",
            "hear_tick": "api",
            "list_prints": "api",
            "make_print": "api",
            "read_motto": "api",
        },
    )


def __dir__() -> list[str]:
    return __all__
