# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "api",
    "create_thing",
    "get_v1_i_d_class",
    "kind",
    "resource",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import create_thing, get_v1_i_d_class, kind, resource
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "api": "api:",
            "create_thing": "api",
            "get_v1_i_d_class": "api",
            "kind": "api",
            "resource": "api",
        },
    )


def __dir__() -> list[str]:
    return __all__
