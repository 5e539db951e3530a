"""Differences that are known: those of divergences.yaml, and those that an entry of documentation.yaml waives."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..compare import Change
from ..diagnostics import Place
from ..evidence.divergences import REGISTER
from ..evidence.documentation import PAGES, Entry, entries_of
from ..spec import Document
from ..spec.pointer import join, mapping, node_at, sequence, split, string, strings
from .page import Page


class Waiver(NamedTuple):
    """A difference of the page of an entry that is meant to stay: its kind and, if it is about one, its field."""

    entry: str  # the pointer of it
    place: Place
    difference: str
    field: str

    def waives(self, kind: str, message: str, pointer: str, own: str) -> bool:
        """True if it is about a difference, with the place of that; `own` is the entry of the page that tells it."""
        of_entry = pointer.startswith(f"{self.entry}/") if pointer.startswith("/entries/") else own == self.entry
        return of_entry and kind == self.difference and (not self.field or f"`{self.field}`" in message)


def waivers_of(document: Document) -> list[Waiver]:
    """Return the waivers that the entries of the register stand for."""
    register = document.sibling(PAGES)
    if register is None:
        return []
    return [
        Waiver(entry.pointer, register.place(pointer), string(one.get("difference")), string(one.get("field")))
        for entry in entries_of(register, "entries")
        for index, one in enumerate(map(mapping, sequence(entry.node.get("waived"))))
        for pointer in [join(entry.pointer, "waived", index)]
    ]


def is_divergence(change: Change, page: Page, entry: Entry | None, document: Document, operation: str) -> bool:
    """True if a divergence says so already: of this page or this operation, and of this place or this field."""
    register = document.sibling(REGISTER)
    id = page.id or (string(entry.node.get("page")) if entry else "")
    for one in entries_of(register, "divergences") if register else ():
        documented = mapping(one.node.get("documented"))
        if documented.get(change.pointer) is not None:  # a slip until the page says something else
            if documented[change.pointer] == _value(change):
                return True
            continue
        places = [*strings(one.node.get("at")), *documented]
        source = mapping(mapping(one.node.get("evidence")).get("documentation")).get("page")
        of_page = bool(id) and source == id
        if not of_page and not any(
            (operation and place.startswith(operation)) or _within(change.pointer, place) for place in places
        ):
            continue
        if any(_covers(place, change) for place in places if place not in (operation, "/security")):
            return True
        words = f"{one.node.get('page_says')} {one.node.get('spec')}"
        name = word_of(change)
        if name and "-added" in change.id and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words):
            return True
    return False


def is_never_in_force(change: Change, document: Document) -> bool:
    """True for the default of a field that has to be sent anyway; the spec has none there."""
    tokens = split(change.pointer)
    if change.id != "default-changed" or tokens[-3:-2] != ["properties"]:
        return False
    return tokens[-2] in strings(mapping(node_at(document.tree, join("", *tokens[:-3]))).get("required"))


def _within(pointer: str, place: str) -> bool:
    return pointer == place or pointer.startswith(f"{place}/")


def _covers(place: str, change: Change) -> bool:
    """True if a change is of the place itself or a keyword of it, or of what is required there."""
    if place.endswith("/required"):
        holder = place.removesuffix("/required")
        return change.id.endswith("-field-optional") and _within(change.pointer, holder)
    above, _, keyword = change.pointer.rpartition("/")
    return change.pointer == place or (above == place and "/properties/" in place and keyword != "type")


def _value(change: Change) -> Any:
    """Return the value on the page; whether a type may also be null is decided by the wire."""
    listed = [one for one in sequence(change.after) if one != "null"]
    return listed[0] if len(listed) == 1 and change.pointer.endswith("/type") else change.after


def word_of(change: Change) -> str:
    """The name of the field that a change is about."""
    tokens = split(change.pointer)
    if "properties" in tokens:
        last = len(tokens) - 1 - tokens[::-1].index("properties")
        return tokens[last + 1] if last + 1 < len(tokens) else ""
    found = re.search(r"`([^`]+)`", change.message)
    return found[1].rpartition(".")[2] if found else ""
