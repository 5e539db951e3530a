# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Models of responses: structs, decoded straight from bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "Currency",
    "Line",
    "Money",
    "Order",
    "Piece",
    "Said",
    "Talk",
    "money",
    "orders",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import money, orders
    from .money import Currency, Money
    from .orders import Line, Order, Piece, Said, Talk
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "Currency": "money",
            "Line": "orders",
            "Money": "money",
            "Order": "orders",
            "Piece": "orders",
            "Said": "orders",
            "Talk": "orders",
            "money": "money:",
            "orders": "orders:",
        },
    )


def __dir__() -> list[str]:
    return __all__
