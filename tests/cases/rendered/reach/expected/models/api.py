# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""Api: models of responses."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from uuid import UUID

import msgspec

from ..runtime.response.model import ResponseModel
from ..runtime.response.unions import union_of


class Extras(ResponseModel, frozen=True, kw_only=True):
    pass


class Receipt(ResponseModel, frozen=True, kw_only=True):
    id: int
    price: Decimal | None = None
    data: bytes | None = None
    undescribed: Any


class Cat(ResponseModel, frozen=True, kw_only=True):
    pet_type: str = msgspec.field(name="petType")
    born: dt.datetime | None = None
    lives: int


class Dog(ResponseModel, frozen=True, kw_only=True):
    pet_type: str = msgspec.field(name="petType")
    born: dt.datetime | None = None
    friend: Pet | None = None
    """A cat or a dog."""
    kennel: UUID | None = None


if TYPE_CHECKING:
    Pet: TypeAlias = Cat | Dog
else:
    Pet = union_of(__name__, "Pet", lambda: (Cat, Dog), "petType", lambda: {"cat": Cat, "dog": Dog})
"""A cat or a dog."""


Amount: TypeAlias = float | bool


class Circle(ResponseModel, frozen=True, kw_only=True):
    radius: float


class Square(ResponseModel, frozen=True, kw_only=True):
    side: float
    color: Literal[1, "red"] | int | str | float | None = None


if TYPE_CHECKING:
    Amounts: TypeAlias = Amount | list[Any] | Circle | Square
else:
    Amounts = union_of(__name__, "Amounts", lambda: (Amount, list[Any], Circle, Square))


class Pair(ResponseModel, frozen=True, kw_only=True):
    first: Tag | None
    second: Tag | None
    marks: list[Mark | None]
    mark: Mark | None = None


class Tag(ResponseModel, frozen=True, kw_only=True):
    name: str | None = None


if TYPE_CHECKING:
    Mark: TypeAlias = Circle | Square
else:
    Mark = union_of(__name__, "Mark", lambda: (Circle, Square))


if TYPE_CHECKING:
    Shape: TypeAlias = Circle | Square | str
else:
    Shape = union_of(__name__, "Shape", lambda: (Circle, Square, str))


class PetLostWebhook(ResponseModel, frozen=True, kw_only=True):
    pet: Pet | None = None
    """A cat or a dog."""


class Alone(ResponseModel, frozen=True, kw_only=True):
    """Nothing reaches it."""

    next: Alone | None = None
    """Nothing reaches it."""


class Branch(ResponseModel, frozen=True, kw_only=True):
    left: Tree | None
    named: Branch | None = None


class Leaf(ResponseModel, frozen=True, kw_only=True):
    leaf: str


if TYPE_CHECKING:
    Tree: TypeAlias = Leaf | Branch
else:
    Tree = union_of(__name__, "Tree", lambda: (Leaf, Branch))
