# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: parameters."""

from __future__ import annotations

from typing import Literal, Required

from ..runtime.operation.operation import Options


class AskChef(Options):
    """The parameters of `ask_chef`."""

    plate: str
    what: str


class FetchFilm(Options):
    """The parameters of `fetch_film`."""

    ticket: str


class LookAtMeal(Options, total=False):
    """The parameters of `look_at_meal`."""

    mode: Literal["haste", "peace"]


class OrderMeal(Options, total=False):
    """The parameters of `order_meal`."""

    name: Required[str]
    mode: Literal["haste", "peace"]
    """How it is cooked."""


class OrderSoup(Options, total=False):
    """The parameters of `order_soup`."""

    hot: Required[bool]
    mode: Literal["haste", "peace"]
    """How it is cooked."""


class ReadMenu(Options, total=False):
    """The parameters of `read_menu`."""

    hot: Required[bool]
    mode: Literal["haste", "peace"]
    """How it is cooked."""
