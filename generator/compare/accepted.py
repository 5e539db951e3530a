"""spec/accepted-changes.yaml: the changes that somebody decided on, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from ..diagnostics import Diagnostic, did_you_mean
from ..spec import Document
from ..spec.pointer import join, mapping, sequence, string
from .change import Change, rules

REGISTER = "accepted-changes.yaml"
CODE = "accepted-changes"
KEYS = ("id", "name", "reason")


class Entry(NamedTuple):
    """Accepts the changes of a rule; `name` is what changes, in which `*` stands for any text."""

    id: str
    name: str
    reason: str
    pointer: str

    def takes(self, change: Change) -> bool:
        return change.id == self.id and (not self.name or fnmatchcase(change.name, self.name.replace("[", "[[]")))


def entries(document: Document) -> list[Entry]:
    """The entries beside a document; none if it has no such file."""
    register = document.sibling(REGISTER)
    nodes = sequence(register.tree.get("accepted")) if register else []
    found: list[Entry] = []
    for index, node in enumerate(nodes):
        id, name, reason = (" ".join(string(mapping(node).get(key)).split()) for key in KEYS)
        found.append(Entry(id, name, reason, join("/accepted", index)))
    return found


def faults(document: Document) -> list[Diagnostic]:
    """Entries without a known id or a reason, and keys that are unknown."""
    found: list[Diagnostic] = []
    register = document.sibling(REGISTER)
    for one in entries(document) if register else ():
        if one.id not in rules():
            hint = did_you_mean(one.id, rules(), "docs/en/compatibility.md lists the ids")
            found.append(Diagnostic.at(register, one.pointer, f"{one.id!r} is no id of a rule", hint, code=CODE))  # type: ignore[arg-type]
        if not one.reason:
            hint = "write why callers can live with it, or what they have to do"
            found.append(Diagnostic.at(register, one.pointer, "an accepted change without a reason", hint, code=CODE))  # type: ignore[arg-type]
    return found


def accept(changes: Iterable[Change], accepted: Sequence[Entry]) -> tuple[list[Change], list[Entry]]:
    """The changes with the reasons of the entries that take them, and the entries that take none."""
    unused, found = list(accepted), list[Change]()
    for change in changes:
        taking = [one for one in accepted if one.takes(change)]
        unused = [one for one in unused if one not in taking]
        found.append(change._replace(accepted=taking[0].reason) if taking else change)
    return found, unused
