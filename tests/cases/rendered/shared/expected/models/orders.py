# Rendered by `make generate` from spec/families/orders.yaml. Do not edit.
"""Orders: models of responses."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from ..models.money import Money
from ..runtime.response.model import ResponseModel


class Order(ResponseModel, frozen=True, kw_only=True):
    """What was ordered."""

    _reusable: ClassVar[dict[str, tuple[str, ...]]] = {
        "price": ("/price",),
        "parts": ("/parts/*", "/parts/*/price"),
        "total": ("/total",),
        "lines": ("/lines/*", "/lines/*/price"),
    }

    thing: str
    count: int | None = None
    price: Money | None = None
    """An amount."""
    parts: list[Line] | None = None
    id: str
    total: Money | None = None
    """An amount."""
    lines: list[Line] | None = None
    scan: bytes | None = None
    weights: list[float] | bytes | None = None
    extra: dict[str, int] | None = None
    anything: Any = None


class Line(ResponseModel, frozen=True, kw_only=True):
    """A thing and how many of it."""

    thing: str
    count: int | None = None
    price: Money | None = None
    """An amount."""
    parts: list[Line] | None = None


class Talk(ResponseModel, frozen=True, kw_only=True):
    _reusable: ClassVar[dict[str, tuple[str, ...]]] = {"said": ("/said/*",)}

    kind: Literal["talk"] | str
    said: list[Said]


class Said(ResponseModel, frozen=True, kw_only=True):
    index: int
    text: str


class Piece(ResponseModel, frozen=True, kw_only=True):
    _reusable: ClassVar[dict[str, tuple[str, ...]]] = {"said": ("/said/*",)}

    said: list[Said]
