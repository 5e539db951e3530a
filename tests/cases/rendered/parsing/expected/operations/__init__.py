# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "api",
    "fill_in_letter",
    "fill_in_live_letter",
    "parsed_api",
    "write_letter",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api, parsed_api
    from .api import write_letter
    from .parsed_api import fill_in_letter, fill_in_live_letter
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "api": "api:",
            "fill_in_letter": "parsed_api",
            "fill_in_live_letter": "parsed_api",
            "parsed_api": "parsed_api:",
            "write_letter": "api",
        },
    )


def __dir__() -> list[str]:
    return __all__
