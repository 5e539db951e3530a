"""Lists: the types of their items, and the arguments that select one of several pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from msgspec.structs import replace as replace_struct

from ..diagnostics import Collector
from ..policy import OperationPolicy
from ..policy.model import PaginationPolicy
from ..runtime.operation.pagination_spec import PaginationSpec
from ..spec.names import ClassName
from ..spec.pointer import split
from .ir import Alias, Definition, Endpoint, Field, Record
from .types import ListOf, MapOf, Ref, Type, members

Models = Mapping[ClassName, Definition]


def with_items(one: Endpoint, policy: OperationPolicy, models: Models, problems: Collector) -> Endpoint:
    """The endpoint with the type that iterating over its result yields, and with the way to further pages."""
    one, pages = replace(one, item=_item_of_model(one, models)), policy.pagination
    if pages is None:
        return one
    place = policy.place("pagination")
    parameter = _parameter(one, pages)
    item = _item(one.returns, pages.items, models) if not (one.overloads or one.task) else None
    if item is None:
        what = f"{one.operation.id} returns no list at {pages.items!r}"
        problems.unsupported(place, what, "its pages are not followed", "point `items` to a list", "pagination")
        return one
    if parameter is None and pages.kind != "link":
        what = f"{one.operation.id} has no argument {pages.parameter!r}"
        problems.unsupported(place, what, "its pages are not followed", "name one that it has", "pagination")
        return one
    spec = PaginationSpec(
        kind=pages.kind,
        items=pages.items,
        parameter=parameter.name if parameter else "",
        next=pages.next,
        last=pages.last,
        more=pages.more,
        total=pages.total,
        pages=pages.pages,
        first=pages.first if pages.first is not None else int(pages.kind == "page"),
    )
    return replace(one, item=item, operation=replace_struct(one.operation, pagination=spec))


def _item_of_model(one: Endpoint, models: Models) -> Type | None:
    """The type of the items of a result that is a list by itself."""
    record = models.get(one.returns.name) if isinstance(one.returns, Ref) else None
    fields = record.fields if isinstance(record, Record) and record.items else ()
    types = (field.type for field in fields if isinstance(record, Record) and field.name == record.items)
    return next((type_.item for type_ in types if isinstance(type_, ListOf)), None)


def _parameter(one: Endpoint, pages: PaginationPolicy) -> Field | None:
    """The argument that selects a page, by its name on the wire or in Python."""
    return next((field for field in one.keywords if pages.parameter in (field.wire, field.name)), None)


def _item(type_: Type, pointer: str, models: Models) -> Type | None:
    """The type of the items of the list at a JSON pointer into a type."""
    found = [*_through(type_, models)]
    for token in split(pointer):
        inner = [below for one in found for below in _below(one, token, models)]
        found = [each for one in inner for each in _through(one, models)]
    return next((one.item for one in found if isinstance(one, ListOf)), None)


def _through(type_: Type, models: Models) -> Iterator[Type]:
    """The members of a type, and those behind aliases."""
    for one in members(type_):
        named = models.get(one.name) if isinstance(one, Ref) else None
        if isinstance(named, Alias):
            yield from _through(named.type, models)
        else:
            yield one


def _below(type_: Type, token: str, models: Models) -> Iterator[Type]:
    record = models.get(type_.name) if isinstance(type_, Ref) else None
    if isinstance(record, Record):
        yield from (field.type for field in record.fields if field.wire == token)
    elif isinstance(type_, MapOf):
        yield type_.value
