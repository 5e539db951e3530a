# Rendered by `make generate` from spec/families/money.yaml. Do not edit.
"""Money: parameters."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict


class MoneyParam(TypedDict):
    """An amount."""

    amount: str
    currency: CurrencyParam
    """A currency; there may be more."""


CurrencyParam: TypeAlias = Literal["eur", "usd"]
"""A currency; there may be more."""
