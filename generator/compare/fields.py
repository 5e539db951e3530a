"""Rules for fields: of results, of TypedDicts, and the parameters of methods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..plan.ir import Field
from ..plan.types import NONE, Side, Type, annotation, members, union
from .change import Change
from .types import Types


class Owner(NamedTuple):
    """The owner of fields: a method, a model or a TypedDict."""

    name: str
    side: Side
    operations: tuple[str, ...]
    is_method: bool = False

    def found(self, id: str, field: Field, message: str, before: object = None, after: object = None) -> Change:
        """A change of one field, with the words for it."""
        name = f"{self.name}({field.name})" if self.is_method else f"{self.name}.{field.name}"
        text = message.format(field=f"`{field.name}`", owner=f"`{self.name}`", type=annotation(field.type, self.side))
        return Change(id, "client", name, text, field.prose.pointer, self.operations, before, after)

    @property
    def kind(self) -> str:
        """The word with which the rules of its fields begin."""
        return "parameter" if self.side == "parameter" else "field"


def fields(types: Types, owner: Owner, old: Iterable[Field], new: Iterable[Field]) -> Iterator[Change]:
    """The changes between the fields of two versions, paired by their names on the wire, then in Python."""
    was, now = {one.wire: one for one in old}, {one.wire: one for one in new}
    pairs = [(was.pop(wire), now.pop(wire)) for wire in list(was) if wire in now]
    by_name = {one.name: one for one in now.values()}
    for one in list(was.values()):
        if one.name in by_name:
            pairs.append((was.pop(one.wire), now.pop(by_name[one.name].wire)))
    yield from (_removed(owner, one) for one in was.values())
    yield from (_added(owner, one) for one in now.values())
    for before, after in pairs:
        for rule in (_named, _required, _typed, _deprecated):
            yield from rule(types, owner, before, after)


def _removed(owner: Owner, field: Field) -> Change:
    advice = "" if field.prose.deprecated else " It was not deprecated before."
    verb = "{owner} no longer takes {field}" if owner.side == "parameter" else "{owner} has no {field} any more"
    return owner.found(f"{owner.kind}-removed", field, f"{verb}.{advice}", annotation(field.type, owner.side))


def _added(owner: Owner, field: Field) -> Change:
    type_ = annotation(field.type, owner.side)
    if owner.side == "response":
        return owner.found("field-added", field, "{owner} has a new field {field}: {type}.", None, type_)
    if field.required:
        message = "{owner} has a new required parameter {field}: {type}. Calls without it raise TypeError."
        return owner.found("parameter-added-required", field, message, None, type_)
    return owner.found("parameter-added", field, "{owner} takes a new optional {field}: {type}.", None, type_)


def _named(_: Types, owner: Owner, old: Field, new: Field) -> Iterator[Change]:
    if old.name != new.name:
        yield owner.found(
            f"{owner.kind}-renamed", new, f"`{old.name}` of {{owner}} is {{field}} now.", old.name, new.name
        )
    elif old.wire != new.wire:
        id = "request-moved" if owner.side == "parameter" else "field-moved"
        verb = "is sent as" if owner.side == "parameter" else "is read from"
        message = f"{{field}} of {{owner}} {verb} {new.wire!r} instead of {old.wire!r}."
        yield owner.found(id, new, message, old.wire, new.wire)


def _required(_: Types, owner: Owner, old: Field, new: Field) -> Iterator[Change]:
    if old.required == new.required:
        return
    if owner.side == "parameter":
        id = "parameter-required" if new.required else "parameter-optional"
        words = "is required now: calls without it raise TypeError" if new.required else "is optional now"
    elif new.required:
        id, words = "field-required", "is in every result now"
    elif NONE not in members(old.type):
        id, words = "field-optional", "may be missing now, and then reads None"
    else:
        return
    yield owner.found(id, new, f"{{field}} of {{owner}} {words}.", old.required, new.required)


def _typed(types: Types, owner: Owner, old: Field, new: Field) -> Iterator[Change]:
    side, was, now = owner.side, *_without_absence(owner, old, new)
    before, after = annotation(was, side), annotation(now, side)
    if values := types.values(was, now, side):
        yield from _values(types, owner, new, *values)
        return
    verdict = types.verdict(was, now, side)
    if verdict == "same":
        return
    breaks = verdict != ("wider" if side == "parameter" else "narrower")
    narrowed = breaks if side == "parameter" else not breaks
    id = f"{owner.kind}-{'narrowed' if narrowed else 'widened'}"
    verb = "takes" if side == "parameter" else "is"
    yield owner.found(id, new, f"{{field}} of {{owner}} {verb} {after} instead of {before}.", before, after)


def _without_absence(owner: Owner, old: Field, new: Field) -> tuple[Type, Type]:
    """The types but for the None of a result's field that may be missing in one version only."""
    if owner.side == "parameter" or old.required == new.required:
        return old.type, new.type
    both = (union(part for part in members(one.type) if part != NONE) for one in (old, new))
    was, now = both
    return was, now


def _values(
    types: Types, owner: Owner, field: Field, gone: Sequence[object], added: Sequence[object]
) -> Iterator[Change]:
    if gone:
        id, words = "field-value-removed", "no longer lists"
        if owner.side == "parameter":
            id = "parameter-value-unlisted" if types.is_open(field.type, owner.side) else "parameter-value-removed"
            words = "no longer lists" if id == "parameter-value-unlisted" else "no longer takes"
        yield owner.found(id, field, f"{{field}} of {{owner}} {words} {_listed(gone)}.", gone, None)
    if added:
        words = "takes" if owner.side == "parameter" else "may be"
        message = f"{{field}} of {{owner}} {words} {_listed(added)} too."
        yield owner.found(f"{owner.kind}-value-added", field, message, None, added)


def listed(values: Sequence[object]) -> str:
    """Values as Python writes them."""
    return ", ".join(map(repr, values))


def _listed(values: Sequence[object]) -> str:
    return listed(values).replace("{", "{{").replace("}", "}}")


def _deprecated(_: Types, owner: Owner, old: Field, new: Field) -> Iterator[Change]:
    if new.prose.deprecated and not old.prose.deprecated:
        yield owner.found(f"{owner.kind}-deprecated", new, "{field} of {owner} is deprecated.", False, True)
    elif old.prose.deprecated and not new.prose.deprecated:
        yield owner.found(f"{owner.kind}-reinstated", new, "{field} of {owner} is no longer deprecated.", True, False)
