# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "create_order",
    "orders",
    "talk_about",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import orders
    from .orders import create_order, talk_about
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "create_order": "orders",
            "orders": "orders:",
            "talk_about": "orders",
        },
    )


def __dir__() -> list[str]:
    return __all__
