"""Where the wire differs from the documentation: every entry still speaks of something, and still changes something.

An entry says with `at` where the spec follows the wire. It may say with `documented: {pointer: value}` what stands
there on the page (null: nothing), which shows when a divergence has ceased to be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..diagnostics import Collector, did_you_mean
from ..spec import Document
from ..spec.pointer import join, mapping, sequence, split, string, strings, walk
from ..spec.walk import Node
from .documentation import page_ids

REGISTER = "divergences.yaml"
SIDES = ("page_says", "wire_does", "spec")
# What each side of the evidence says, and what it may add.
WITNESSES = {"documentation": ("page", "mark"), "gateway": ("commit", "era", "mark")}
MORE = {"gateway": ("source", "fixtures")}
REQUIRED = ("id", "at", *SIDES, "evidence")


def divergences(document: Document, problems: Collector) -> None:
    """Every divergence is told from both sides, with its evidence, at a place that exists and differs."""
    register = document.beside(REGISTER)
    if register is None:
        return
    found = Collector(register)
    known_pages = page_ids(document)
    first: dict[str, str] = {}
    for entry in entries(register):
        name = string(entry.node.get("id"))
        for key in REQUIRED:
            if not entry.node.get(key):
                found.add(entry.pointer, f"the divergence {name!r} has no {key!r}", f"write {key!r}")
        if name and name in first:
            where = register.place(first[name])
            found.add(join(entry.pointer, "id"), f"the id {name!r} is used twice (first at {where})", "rename one")
        first.setdefault(name, join(entry.pointer, "id"))
        _places(document.tree, found, entry)
        _differs(document.tree, found, entry)
        _evidence(found, entry, known_pages)
        _days(found, entry)
    problems.problems += found.problems


def recordings(entry: Node) -> Iterator[tuple[str, str]]:
    """The recorded exchanges that show a divergence, each with its pointer in the register."""
    for index, name in enumerate(strings(mapping(mapping(entry.node.get("evidence")).get("gateway")).get("fixtures"))):
        yield join(entry.pointer, "evidence", "gateway", "fixtures", index), name


def entries(register: Document) -> Iterator[Node]:
    """The entries of the register."""
    for index, entry in enumerate(sequence(register.tree.get("divergences"))):
        yield Node(join("/divergences", index), mapping(entry))


def _evidence(found: Collector, entry: Node, known_pages: set[str]) -> None:
    """The page is one of the documentation's, and the wire was read or seen somewhere."""
    evidence, pointer = mapping(entry.node.get("evidence")), join(entry.pointer, "evidence")
    page = mapping(evidence.get("documentation")).get("page")
    if page and known_pages and page not in known_pages:
        cure = did_you_mean(str(page), known_pages, "name a page of documentation.yaml")
        found.add(join(pointer, "documentation", "page"), f"there is no page {page!r}", cure)
    for side, wanted in WITNESSES.items():
        missing = [key for key in wanted if key not in mapping(evidence.get(side))]
        if evidence and missing:
            names = ", ".join(map(repr, missing))
            found.add(join(pointer, side), f"the evidence of the {side} has no {names}", f"add {names}")
        for key in mapping(evidence.get(side)):
            if key not in (*wanted, *MORE.get(side, ())):
                cure = did_you_mean(key, [*wanted, *MORE.get(side, ())], "remove it")
                found.add(join(pointer, side, key), f"unknown key {key!r}", cure)


def _days(found: Collector, entry: Node) -> None:
    """It begins on a day, and ends, if it has, on a later one."""
    days = {key: str(entry.node[key]) for key in ("since", "until") if entry.node.get(key) is not None}
    wrong = [key for key, day in days.items() if not re.fullmatch(r"\d{4}-\d\d-\d\d", day)]
    for key in wrong:
        found.add(join(entry.pointer, key), f"{days[key]!r} is no day", 'write it as "2024-11-30", or null')
    since, until = days.get("since", ""), days.get("until", "")
    if not wrong and since > until > "":
        found.add(join(entry.pointer, "until"), f"it ended on {until}, before it began", "mend one of the two")


def _places(tree: dict[str, Any], found: Collector, entry: Node) -> None:
    for index, pointer in enumerate(strings(entry.node.get("at"))):
        missing = _missing(tree, pointer)
        if missing:
            token, known = missing
            cure = did_you_mean(token, known, "point to where the spec says it, or remove the entry")
            found.add(join(entry.pointer, "at", index), f"{pointer!r} leads nowhere: there is no {token!r}", cure)


def _missing(tree: dict[str, Any], pointer: str) -> tuple[str, list[str]] | None:
    """The first token that leads nowhere, and what it could have been."""
    tokens = split(pointer)
    for length, token in enumerate(tokens):
        try:
            walk(tree, tokens[: length + 1])
        except KeyError:
            return token, list(mapping(walk(tree, tokens[:length])[1]))
    return None


def _differs(tree: dict[str, Any], found: Collector, entry: Node) -> None:
    """A correction that no longer changes anything fails."""
    says, does = (str(entry.node.get(side) or "").split() for side in SIDES[:2])
    if says and says == does:
        what = "page and wire say the same, word for word"
        found.add(join(entry.pointer, "wire_does"), what, "remove the entry, or tell the difference")
    for pointer, documented in mapping(entry.node.get("documented")).items():
        try:
            value = walk(tree, split(pointer))[1]
        except KeyError:
            value = None
        if value == documented:
            what = f"the spec says at {pointer!r} what the page says: nothing differs any more"
            found.add(join(entry.pointer, "documented", pointer), what, "remove the entry, or mend the spec")
