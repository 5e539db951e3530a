# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Endpoint functions: each builds a call and sends nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "api",
    "ask_chef",
    "fetch_film",
    "film_meal",
    "look_at_meal",
    "order_meal",
    "order_soup",
    "read_menu",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import api
    from .api import ask_chef, fetch_film, film_meal, look_at_meal, order_meal, order_soup, read_menu
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "api": "api:",
            "ask_chef": "api",
            "fetch_film": "api",
            "film_meal": "api",
            "look_at_meal": "api",
            "order_meal": "api",
            "order_soup": "api",
            "read_menu": "api",
        },
    )


def __dir__() -> list[str]:
    return __all__
