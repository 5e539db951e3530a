"""Changes that a page makes to the spec, statement by statement, with the findings that each statement resolves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, cast

from ..spec.pointer import join, mapping, sequence, split
from .check import RETYPED, Finding
from .statement import DESCRIBED, LIMITS, Tree

# What is added without a decision: rules of compare whose changes break no caller, and new values and limits.
ADDITIVE = frozenset([
    "request-field-added", "request-field-added-required", "response-field-added", "request-field-optional",
    "response-field-required", "success-added", "default-changed", "deprecation-changed", "page-added", "page-renamed",
    "page-moved",
])  # fmt: skip
# What is told, and neither changes the spec nor asks for a decision.
NOTED = frozenset(["example-changed", "example-invalid", "fields-reordered", "waiver-unused"])
# Why something that can be written is asked nevertheless.
UNDECIDED = "callers would get another type of result"
KEYWORDS = frozenset(["enum", *LIMITS])


class Edit(NamedTuple):
    """One statement: a key or an item that is added, a value that is set, a name that is required or no longer so."""

    kind: Literal["add", "set", "require", "unrequire"]
    pointer: str  # into the document; of `require`, the list
    value: Any


def is_additive(finding: Finding) -> bool:
    """True if nobody has to decide: a field, a value, a limit, a default, a page, or less that is asked for."""
    last = split(finding.pointer)[-1:] or [""]
    return finding.kind in ADDITIVE or (finding.kind.startswith(("request-", "response-")) and last[0] in KEYWORDS)


def is_decision(finding: Finding) -> bool:
    """True if somebody has to decide. Of a captured page what is gone or denied: the spec agrees with the rest."""
    return finding.kind not in NOTED and (finding.gone or finding.denied or not finding.since)


def edits(old: Tree, new: Tree) -> list[Edit]:
    """The statements that make one tree of the other. What is gone is no statement: pages are cut off."""
    found: list[Edit] = []
    for key in ("paths", "components"):
        found += _edits(mapping(old.get(key)), mapping(new.get(key)), join("", key))
    return found


def _edits(old: Any, new: Any, pointer: str) -> Iterator[Edit]:
    was, now = sequence(old), sequence(new)
    if (was or now) and pointer.endswith("/required"):
        yield from (Edit("require", pointer, name) for name in now if name not in was)
        yield from (Edit("unrequire", pointer, name) for name in was if name not in now)
    elif mapping(cast("object", old)) and mapping(cast("object", new)):
        for key, value in mapping(cast("object", new)).items():
            place = join(pointer, key)
            if key in old:
                yield from _edits(old[key], value, place)
            elif key == "required" and sequence(value):
                yield from _edits([], value, place)
            elif key == "parameters":
                yield from (Edit("add", join(place, index), one) for index, one in enumerate(sequence(value)))
            else:
                yield Edit("add", place, value)
    elif was and len(now) >= len(was):
        for index, value in enumerate(now):
            place = join(pointer, index)
            if index >= len(was):
                yield Edit("add", place, value)
            else:
                yield from _edits(was[index], value, place)
    elif old != new:
        yield Edit("set", pointer, new)


def of_finding(finding: Finding, listed: list[Edit]) -> list[Edit]:
    """The statements that a finding is about. A finding names no branch of a union or of `allOf`."""
    wanted = _plain(finding.pointer)
    if finding.kind.endswith(("-field-required", "-field-optional")):
        kind = "require" if finding.kind.endswith("required") else "unrequire"
        holder, name = split(wanted)[:-2], split(wanted)[-1:]
        place, flag = join("", *holder, "required"), join(wanted, "required")
        return [
            one
            for one in listed
            if (one.kind == kind and _plain(one.pointer) == place and [one.value] == name) or one.pointer == flag
        ]
    if finding.kind == "deprecation-changed":
        wanted = join(wanted, "deprecated")
    if finding.kind == "path-changed" or not wanted:
        return []
    if finding.kind == DESCRIBED:
        return [
            one for one in listed if _plain(one.pointer) in (join(wanted, key) for key in ("properties", "required"))
        ]
    exact = [one for one in listed if _holder(one) == wanted]
    if finding.kind in RETYPED and wanted.endswith("/type") and exact:  # and what the other type brings along
        field = wanted.removesuffix("type")
        exact += [one for one in listed if one not in exact and _plain(one.pointer).startswith(field)]
    if exact or "/properties/" not in wanted:
        return exact
    # A field of a part: compare names the schema that is made of it.
    tail = split(wanted)[split(wanted).index("properties") :][-3:]
    return [one for one in listed if split(_holder(one))[-len(tail) :] == tail] if len(tail) > 1 else []


def _holder(edit: Edit) -> str:
    """Return the place where compare sees a statement: an item of a list of values is a change of the list."""
    pointer = _plain(edit.pointer)
    return pointer.rpartition("/")[0] if re.search(r"/enum/\d+$", pointer) else pointer


def _plain(pointer: str) -> str:
    pointer = re.sub(r"(/parameters/[^/]+)/schema(?=/|$)", r"\1", pointer)
    return re.sub(r"/(?:anyOf|oneOf|allOf)/\d+(?=/|$)", "", pointer)
