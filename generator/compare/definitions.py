"""Rules for models and TypedDicts: their names, their fields, and what else a model can do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..plan.ir import Alias, Definition, Record
from ..plan.types import Side, annotation
from .change import Change
from .fields import Owner, fields, listed
from .plans import Plans, is_twin


def definitions(plans: Plans) -> Iterator[Change]:
    """The changes of all models and TypedDicts, paired by name, else by place or fields."""
    for side, folder in (("response", "models"), ("parameter", "params")):
        was, now = (
            {
                str(one.name): one
                for one in (plan.models if side == "response" else plan.params).all
                if not is_twin(plan, one)
            }
            for plan in (plans.old, plans.new)
        )
        pairs = [(was.pop(name), now.pop(name)) for name in list(was) if name in now]
        for key in (_place, _shape):
            found = {key(one): one for one in now.values()}
            for one in list(was.values()):
                if other := found.pop(key(one), None):
                    pairs.append((was.pop(one.name), now.pop(other.name)))
        yield from _alone(plans, folder, was, "removed")
        yield from _alone(plans, folder, now, "added")
        for old, new in pairs:
            yield from _pair(plans, folder, old, new)


def _place(one: Definition) -> Any:
    return one.prose.pointer, type(one)


def _shape(one: Definition) -> Any:
    """Return what identifies a renamed schema: its fields."""
    return repr(one.type) if isinstance(one, Alias) else (type(one), *sorted(field.wire for field in one.fields))


def _alone(plans: Plans, folder: str, found: dict[str, Definition], what: str) -> Iterator[Change]:
    for name, one in found.items():
        message = f"`{folder}.{name}` is {'gone' if what == 'removed' else 'new'}."
        ids = plans.used_by.get(name, ())
        pair = (name, None) if what == "removed" else (None, name)
        yield Change(f"type-{what}", "client", f"{folder}.{name}", message, one.prose.pointer, ids, *pair)


def _pair(plans: Plans, folder: str, old: Definition, new: Definition) -> Iterator[Change]:
    side: Side = "response" if folder == "models" else "parameter"
    ids = plans.used_by.get(str(new.name), ())
    name = f"{folder}.{new.name}"
    if old.name != new.name:
        message = f"`{folder}.{old.name}` is `{name}` now."
        yield Change("type-renamed", "client", name, message, new.prose.pointer, ids, str(old.name), str(new.name))
    if isinstance(old, Record) and isinstance(new, Record):
        yield from fields(plans.types, Owner(name, side, ids), old.fields, new.fields)
        yield from _features(name, ids, old, new)
        return
    before, after = (_written(one, side) for one in (old, new))
    words = f"is {after} instead of {before}"
    if isinstance(old, Alias) and isinstance(new, Alias):
        verdict, values = plans.types.verdict(old.type, new.type, side), plans.types.values(old.type, new.type, side)
        if verdict == "same" and not values:
            return
        if values:  # their list may be long
            gone, added = values
            words = " and ".join(
                [f"no longer lists {listed(gone)}"] * bool(gone) + [f"lists {listed(added)} too"] * bool(added)
            )
        narrowed = verdict in ("same", "narrower" if side == "response" else "wider")
    else:
        narrowed = False
    message = f"`{name}` {words}."
    yield Change(
        f"alias-{'narrowed' if narrowed else 'widened'}", "client", name, message, new.prose.pointer, ids, before, after
    )


def _written(one: Definition, side: Side) -> str:
    return annotation(one.type, side) if isinstance(one, Alias) else "an object"


def _features(name: str, ids: tuple[str, ...], old: Record, new: Record) -> Iterator[Change]:
    """Return the capabilities of a model besides its fields."""
    was, now = _able(old), _able(new)
    for what in sorted(was.keys() | now.keys()):
        before, after = was.get(what), now.get(what)
        if before != after:
            id = "model-feature-added" if before is None else "model-feature-removed"
            words = (
                f"has {what} now"
                if before is None
                else f"has no {what} any more"
                if after is None
                else f"has another {what}"
            )
            yield Change(id, "client", name, f"`{name}` {words}.", new.prose.pointer, ids, before, after)


def _able(one: Record) -> dict[str, Any]:
    found: dict[str, Any] = {f"property `{name}`": str(field) for name, field in one.vectors}
    found |= {f"property `{name}`": path for name, path, _ in one.aliases}
    found |= {"iteration": str(one.items)} if one.items else {}
    found |= {"file": list(one.file)} if one.file else {}
    return found | ({"follow-up actions": repr(one.actions)} if one.actions else {})
