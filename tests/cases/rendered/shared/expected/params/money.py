# Rendered by `make generate` from spec/families/money.yaml. Do not edit.
"""Money: parameters."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict


class MoneyParam(TypedDict):
    """An amount."""

    amount: str
    currency: Currency
    """A currency; there may be more."""


Currency: TypeAlias = Literal["eur", "usd"]
"""A currency; there may be more."""
