"""Divergences: where the wire differs from the documentation. Every entry is still true and still needed.

`at` names the places where the spec follows the wire. `documented: {pointer: value}` may say what the page has there
(null: nothing), which shows when a divergence has ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..diagnostics import Diagnostic, did_you_mean
from ..spec import Document
from ..spec.pointer import join, mapping, split, strings, walk
from .documentation import Entry, duplicates, entries_of, page_ids

REGISTER = "divergences.yaml"
SIDES = ("page_says", "wire_does", "spec")
# The keys of each side of the evidence: required ones, and others.
EVIDENCE = {"documentation": ("page", "mark"), "gateway": ("commit", "era", "mark")}
OPTIONAL = {"gateway": ("source", "fixtures")}
REQUIRED = ("id", "at", *SIDES, "evidence")

Fault = tuple[tuple[str | int, ...], str, str]  # keys below the entry, message, hint


def divergences(document: Document) -> Iterator[Diagnostic]:
    """Every divergence is described from both sides, with evidence, at a place that exists and differs."""
    register = document.sibling(REGISTER)
    if register is None:
        return
    entries, pages = entries_of(register, "divergences"), page_ids(document)
    yield from duplicates(register, entries, "id")
    for entry in entries:
        faults = [*_keys(entry), *_places(document.tree, entry), *_differs(document.tree, entry)]
        for keys, message, hint in [*faults, *_evidence(entry, pages), *_days(entry)]:
            yield Diagnostic.at(register, join(entry.pointer, *keys), message, hint, code="divergences")


def cited_recordings(register: Document) -> Iterator[tuple[str, str]]:
    """The recordings that show divergences, each with its pointer in the register."""
    for entry in entries_of(register, "divergences"):
        gateway = mapping(mapping(entry.node.get("evidence")).get("gateway"))
        for index, name in enumerate(strings(gateway.get("fixtures"))):
            yield join(entry.pointer, "evidence", "gateway", "fixtures", index), name


def _keys(entry: Entry) -> Iterator[Fault]:
    for key in REQUIRED:
        if not entry.node.get(key):
            yield (), f"the divergence has no {key!r}", f"add {key!r}"


def _evidence(entry: Entry, pages: set[str]) -> Iterator[Fault]:
    """The page exists, and each side has its keys."""
    evidence = mapping(entry.node.get("evidence"))
    page = mapping(evidence.get("documentation")).get("page")
    if page and pages and page not in pages:
        hint = did_you_mean(str(page), pages, "name a page of documentation.yaml")
        yield ("evidence", "documentation", "page"), f"there is no page {page!r}", hint
    for side, required in EVIDENCE.items():
        known = (*required, *OPTIONAL.get(side, ()))
        missing = ", ".join(repr(key) for key in required if key not in mapping(evidence.get(side)))
        if evidence and missing:
            yield ("evidence", side), f"the evidence of the {side} has no {missing}", f"add {missing}"
        for key in mapping(evidence.get(side)):
            if key not in known:
                yield ("evidence", side, key), f"unknown key {key!r}", did_you_mean(key, known, "remove it")


def _days(entry: Entry) -> Iterator[Fault]:
    """It begins on a day, and ends, if it has ended, on a later one."""
    days = {key: str(entry.node[key]) for key in ("since", "until") if entry.node.get(key) is not None}
    wrong = [key for key, day in days.items() if not re.fullmatch(r"\d{4}-\d\d-\d\d", day)]
    for key in wrong:
        yield (key,), f"{days[key]!r} is not a date", 'write it as "2024-11-30", or null'
    since, until = days.get("since", ""), days.get("until", "")
    if not wrong and since > until > "":
        yield ("until",), f"it ended on {until}, before it began", "correct one of the two"


def _places(tree: dict[str, Any], entry: Entry) -> Iterator[Fault]:
    """The places of the spec exist."""
    for index, pointer in enumerate(strings(entry.node.get("at"))):
        tokens = split(pointer)
        for length, token in enumerate(tokens):
            try:
                walk(tree, tokens[: length + 1])
            except KeyError:
                known = mapping(walk(tree, tokens[:length])[1])
                hint = did_you_mean(token, known, "use a pointer to where the spec says it, or remove the entry")
                yield ("at", index), f"{pointer!r} leads nowhere: there is no {token!r}", hint
                break


def _differs(tree: dict[str, Any], entry: Entry) -> Iterator[Fault]:
    """Page and wire differ, and so do page and spec."""
    page, wire = (str(entry.node.get(side) or "").split() for side in SIDES[:2])
    if page and page == wire:
        yield ("wire_does",), "page and wire are the same, word for word", "remove the entry, or name the difference"
    for pointer, documented in mapping(entry.node.get("documented")).items():
        try:
            value = walk(tree, split(pointer))[1]
        except KeyError:
            value = None
        if value == documented:
            message = f"the spec agrees with the page at {pointer!r}: there is no difference any more"
            yield ("documented", pointer), message, "remove the entry, or correct the spec"
