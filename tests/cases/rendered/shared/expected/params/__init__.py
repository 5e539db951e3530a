# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Parameters: TypedDicts, for type checkers and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "CreateOrder",
    "CurrencyParam",
    "LineParam",
    "MoneyParam",
    "SaidParam",
    "TalkAbout",
    "money",
    "orders",
]

# Checkers see plain imports; at run time each name is imported when it is first used.
if TYPE_CHECKING:
    from . import money, orders
    from .money import CurrencyParam, MoneyParam
    from .orders import CreateOrder, LineParam, SaidParam, TalkAbout
else:
    from ..runtime.lazy import lazy

    __getattr__ = lazy(
        __name__,
        {
            "CreateOrder": "orders",
            "CurrencyParam": "money",
            "LineParam": "orders",
            "MoneyParam": "money",
            "SaidParam": "orders",
            "TalkAbout": "orders",
            "money": "money:",
            "orders": "orders:",
        },
    )


def __dir__() -> list[str]:
    return __all__
