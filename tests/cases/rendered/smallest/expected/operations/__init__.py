# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# pyright: reportDeprecated=false
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "api",
    "get_stations_id_reading",
    "remove_reading",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import get_stations_id_reading, remove_reading
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "api": "api:",
            "get_stations_id_reading": "api",
            "remove_reading": "api",
        },
    )


def __dir__() -> list[str]:
    return __all__
