"""Signatures of methods: their parameters and results as Python writes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from ..plan.ir import Endpoint, Field, Overload
from ..plan.types import OMIT, annotation, union


class Side(NamedTuple):
    """One of the two clients: how its classes are called and its methods defined."""

    prefix: str
    define: str
    wait: str

    def returned(self, given: Endpoint | Overload, hidden: Collection[str] = ()) -> str:
        """The type that this client returns."""
        return annotation(given.async_returns if self.prefix else given.returns, "response", hidden)


SIDES = (Side("", "def", ""), Side("Async", "async def", "await "))


def function_name(one: Endpoint) -> str:
    """The name by which a resource's module calls the endpoint function: a parameter of the same name would hide it."""
    names: set[str] = {*(argument.name for argument in one.arguments), *(field.name for field in one.keywords)}
    return f"build_{one.name}" if one.name in names else str(one.name)


def keyword(field: Field, default: str, hidden: Collection[str] = ()) -> str:
    """A field as a keyword argument, with this default if it is not required."""
    type_ = field.type if field.required or default != "omit" else union((field.type, OMIT))
    written = f"{field.name}: {annotation(type_, 'parameter', hidden)}"
    return written if field.required else f"{written} = {default}"


def keywords_of(one: Endpoint, variant: Overload | None = None) -> list[Field]:
    """The keywords of a method, required ones first: with the choosing one as an overload types it, or for them all."""
    variant = variant or (one.overloads[-1] if one.overloads else None)
    switch = variant.switch if variant else None
    fields = [switch if switch and field.wire == switch.wire else field for field in one.keywords]
    return sorted_keywords(fields)


def sorted_keywords(fields: Iterable[Field]) -> list[Field]:
    """Keywords in the order of a method: required ones first."""
    return sorted(fields, key=lambda field: not field.required)


def method_parameters(one: Endpoint, variant: Overload | None = None, hidden: Collection[str] = ()) -> list[str]:
    """The parameters of a method but `self`, or of the overload that is written out."""
    keywords = [keyword(field, "omit", hidden) for field in keywords_of(one, variant)]
    return [*positional(one, hidden), *(["*", *keywords] if keywords else []), "**options: Unpack[Options]"]


def positional(one: Endpoint, hidden: Collection[str] = ()) -> list[str]:
    return [f"{argument.name}: {annotation(argument.type, 'parameter', hidden)}" for argument in one.arguments]
