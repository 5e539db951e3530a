"""Differences between pages and the spec, without the known divergences."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ..compare import Change
from ..diagnostics import Place
from ..evidence.documentation import Entry
from ..spec import Document
from ..spec.pointer import join, mapping, resolve, string, strings
from . import captured, navigation, objects
from .accepted import Waiver, is_divergence, is_never_in_force, waivers_of, word_of
from .page import Page, key_of
from .register import described, known
from .statement import Tree, alone, changes, leaves, stated

RETYPED = ("request-changed", "response-changed")


class Finding(NamedTuple):
    """One difference: the page, what it states, the place in the spec (or its register), and the page's own words."""

    kind: str  # an id of generator/compare/rules.yaml, or page-added, page-renamed, page-moved, path-changed
    page: str
    message: str
    place: Place
    quote: str = ""
    pointer: str = ""  # into the spec, of what differs
    since: str = ""  # the day of the captured page, if the page differs from that and not from the spec
    gone: bool = False  # something that the captured page had and the page has not
    denied: bool = False  # divergences.yaml denies it

    def as_dict(self) -> dict[str, Any]:
        return {**self._asdict(), "place": self.place._asdict()}

    def line(self) -> str:
        """The finding for people."""
        words = f"\n   {self.page}: {self.quote}" if self.quote else f"\n   {self.page}"
        return f"{self.place}: {self.message}{words}"


def check(pages: Iterable[Page], document: Document) -> list[Finding]:
    """The differences of all pages, in the order of the pages; what several pages tell alike, once."""
    found: dict[tuple[str, str], Finding] = {}
    for page in pages:
        for one in _unwaived(page, document):
            found.setdefault((one.kind, one.message), one)
    return [*found.values()]


def _unwaived(page: Page, document: Document) -> Iterator[Finding]:
    """The differences that no entry of the register waives, and the waivers that no difference needs any more."""
    waivers, used = waivers_of(document), set[Waiver]()
    entry = known(page, document)[0]
    own = entry.pointer if entry else ""
    for one in _all(page, document):
        fits = {each for each in waivers if each.waives(one.kind, one.message, one.pointer or own, own)}
        used |= fits
        if not fits:
            yield one
    for each in waivers if page.form in captured.MACHINE else ():  # the others may be cut off
        if each.entry == own and each not in used:
            message = f"Nothing in the page differs as its waiver of {each.difference} says: remove the waiver."
            yield Finding("waiver-unused", page.file, message, each.place)


def _all(page: Page, document: Document) -> Iterator[Finding]:
    """The differences from the spec, then what else changed since the page was captured, then in what it lists.

    What divergences.yaml denies is told once the page has changed it.
    """
    every = [*_page(page, document)]
    found = _causes([one for one in every if not one.denied])
    yield from found
    told, denied = {_fact(one.message) for one in found}, {_fact(one.message) for one in every if one.denied}
    for day, change in captured.changes(page, document):
        if _fact(change.message) not in told:
            word = word_of(change)
            place = _place(word, page, document)
            message = f"{change.message[:-1]}, unlike in the page of {day}."
            gone = change.before is not None and (change.after is None or change.pointer.endswith("/enum"))
            is_denied = _fact(change.message) in denied
            yield Finding(change.id, page.file, message, place, page.quote(word), "", day, gone, is_denied)
    for one in navigation.differences(page.links, document):
        yield _listed(one, page, document)


def _causes(found: list[Finding]) -> list[Finding]:
    """The findings without those that another type of the same field brings along."""
    retyped = {one.pointer for one in found if one.kind in RETYPED and one.pointer.endswith("/type")}
    fields = tuple(one.removesuffix("type") for one in retyped)
    return [one for one in found if one.pointer in retyped or not one.pointer.startswith(fields)]


def _fact(message: str) -> str:
    return message.partition(" instead of ")[0].rstrip(".")


def _listed(one: navigation.Difference, page: Page, document: Document) -> Finding:
    return Finding(one.kind, page.file, one.message, one.place(document), page.quote(one.word), one.pointer)


def _examples(page: Page, document: Document) -> Iterator[Finding]:
    """The examples that are not valid JSON, unless the page had them when it was captured."""
    tree, name = {"components": page.components}, page.label if page.method else page.title
    bodies = {"body": page.operation.get("requestBody"), **mapping(page.operation.get("responses"))}
    for where, holder in bodies.items():
        for media, content in mapping(resolve(tree, holder).get("content")).items():
            text, schema = string(mapping(content).get("example")), mapping(content).get("schema")
            if not text or "json" not in media or _is_json(text):
                continue
            is_plain = {str(one.get("type")) for one in leaves(tree, schema)}.isdisjoint(("object", "array"))
            if not is_plain and not captured.is_known_example(page, f"{where} {media}", document):
                message = f"{name}: the example of the {where} is not valid JSON."
                yield Finding("example-invalid", page.file, message, _place("", page, document))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _place(name: str, page: Page, document: Document) -> Place:
    """The place of a field in what covers the page, or of the operation."""
    entry, operation = known(page, document)
    covers = strings(entry.node.get("covers")) if entry else []
    for one in document.schemas:
        if name and one.pointer.endswith(join("/properties", name)) and one.pointer.split("/")[3] in covers:
            return document.place(one.pointer)
    return document.place(operation.pointer if operation else join("/components/schemas", *covers[:1]))


def _page(page: Page, document: Document) -> Iterator[Finding]:
    entry, operation = known(page, document)
    if entry:
        for one in navigation.moved(page.title, page.group, entry):
            yield _listed(one, page, document)
    yield from _examples(page, document)
    if not page.method:
        for change in objects.changes(page, entry, document) if entry and page.operation else ():
            yield from _finding(change, page, entry, document, "")
        return
    if operation is None:
        yield Finding(
            "page-added", page.file, f"{page.label} is not in the spec.", document.place("/paths"), page.title
        )
        return
    method, path, pointer = operation.method, operation.path, operation.pointer
    if key_of(page.method, page.path) != key_of(method, path):
        message = f"{method.upper()} {path}: the page says {page.label} now."
        yield Finding("path-changed", page.file, message, document.place(pointer), page.quote(page.path), pointer)
    for change in changes(*sides(page, document)):
        change = change._replace(pointer=change.pointer.replace(join("/paths", path, method), pointer, 1))
        yield from _finding(change, page, entry, document, operation.home)


def sides(page: Page, document: Document) -> tuple[Tree, Tree]:
    """The spec's operation that a page of an endpoint describes, alone in a tree, and the same as the page has it."""
    operation = known(page, document)[1]
    if operation is None:
        return {}, {}
    item = {**operation.path_item, operation.method: described(operation)}
    only = alone(document.tree, operation.path, item)
    return only, stated(only, page, operation.method, operation.path)


def _finding(change: Change, page: Page, entry: Entry | None, document: Document, operation: str) -> Iterator[Finding]:
    if not is_never_in_force(change, document):
        denied = is_divergence(change, page, entry, document, operation)
        place, quote = document.place(change.pointer), page.quote(word_of(change))
        yield Finding(change.id, page.file, change.message, place, quote, change.pointer, denied=denied)
