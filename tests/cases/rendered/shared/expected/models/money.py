# Rendered by `make generate` from spec/families/money.yaml. Do not edit.
"""Money: models of responses."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ..runtime.response.model import ResponseModel


class Money(ResponseModel, frozen=True, kw_only=True):
    """An amount."""

    amount: str
    currency: Currency
    """A currency; there may be more."""


Currency: TypeAlias = Literal["eur", "usd"] | str
"""A currency; there may be more."""
