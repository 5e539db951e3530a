# Rendered by `make generate` from spec/families/orders.yaml. Do not edit.
"""Orders: parameters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

from ..models.money import Money
from ..models.orders import Line, Said
from ..params.money import MoneyParam
from ..runtime.operation.operation import Options


class CreateOrder(Options, total=False):
    """The parameters of `create_order`.

    (下单, p-1)
    """

    lines: Required[Sequence[LineParam | Line]]
    """What is wanted."""
    limit: MoneyParam | Money | None
    note: str


class LineParam(TypedDict, total=False):
    """A thing and how many of it."""

    thing: Required[str]
    count: int | None
    price: MoneyParam | Money
    """An amount."""
    parts: Sequence[LineParam | Line]


class TalkAbout(Options):
    """The parameters of `talk_about`."""

    said: Sequence[SaidParam | Said]


class SaidParam(TypedDict):
    text: str
