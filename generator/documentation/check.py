"""How pages differ from the spec: what they state otherwise, but for the divergences that are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ..compare import Change, document_changes
from ..diagnostics import Place
from ..evidence.divergences import REGISTER
from ..evidence.documentation import PAGES, Entry, entries_of
from ..spec import Document
from ..spec.pointer import at, join, mapping, sequence, split, string, strings
from . import captured, objects
from .page import Page, key_of
from .register import described, entries, known
from .statement import Tree, stated


class Finding(NamedTuple):
    """One difference: the page, what it states, the place in the spec (or its register), and the page's own words."""

    kind: str  # an id of generator/compare/rules.yaml, or page-added, page-renamed, page-moved, path-changed
    page: str
    message: str
    place: Place
    quote: str = ""
    pointer: str = ""  # into the spec, of what differs
    since: str = ""  # the day of the captured page, if the page differs from that and not from the spec

    def as_dict(self) -> dict[str, Any]:
        return {**self._asdict(), "place": self.place._asdict()}

    def line(self) -> str:
        """The finding for people."""
        words = f"\n   {self.page}: {self.quote}" if self.quote else f"\n   {self.page}"
        return f"{self.place}: {self.message}{words}"


def check(pages: Iterable[Page], document: Document) -> list[Finding]:
    """The differences of all pages, in the order of the pages."""
    listed = [*pages]
    found = [finding for page in listed for finding in _both(page, document)]
    links = [one for one in listed if one.form == "llms.txt"]
    return [*found, *_unlisted(links, document)] if links else found


def _unlisted(links: list[Page], document: Document) -> Iterator[Finding]:
    """The pages of the register that a list of all pages does not have."""
    register = document.sibling(PAGES)
    ids = {one.id for one in links}
    for entry in entries(document):
        id = str(entry.node.get("page"))
        if register and entry.node.get("page") and entry.node.get("certainty", "seen") == "seen" and id not in ids:
            message = f"The page {entry.node.get('title')} ({id}) is no longer listed."
            yield Finding("page-removed", links[0].file, message, register.place(join(entry.pointer, "title")))


def _both(page: Page, document: Document) -> Iterator[Finding]:
    """The differences from the spec, then what else changed since the page was captured."""
    found = list(_page(page, document))
    yield from found
    told = {one.message.partition(" instead of ")[0].rstrip(".") for one in found}
    for day, change in captured.changes(page, document):
        if change.message.partition(" instead of ")[0].rstrip(".") not in told:
            word = _word(change)
            place = _place(word, page, document)
            message = f"{change.message[:-1]}, unlike in the page of {day}."
            yield Finding(change.id, page.file, message, place, page.quote(word), since=day)


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
    yield from _navigation(page, entry, document)
    if page.form == "llms.txt" and not entry:
        message = f"The page {page.title} ({page.id}) is not in {PAGES}."
        register = document.sibling(PAGES)
        place = register.place("/entries") if register else Place(PAGES)
        yield Finding("page-added", page.file, message, place, page.quote(page.id))
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
    for change in document_changes(*sides(page, document), partial=True):
        change = change._replace(pointer=change.pointer.replace(join("/paths", path, method), pointer, 1))
        yield from _finding(change, page, entry, document, operation.home)


def sides(page: Page, document: Document) -> tuple[Tree, Tree]:
    """The spec's operation that a page of an endpoint describes, alone in a tree, and the same as the page has it."""
    operation = known(page, document)[1]
    if operation is None:
        return {}, {}
    item = {**operation.path_item, operation.method: described(operation)}
    only = {**document.tree, "paths": {operation.path: item}, "webhooks": {}}
    return only, stated(only, page, operation.method, operation.path)


def _finding(change: Change, page: Page, entry: Entry | None, document: Document, operation: str) -> Iterator[Finding]:
    if not _is_known(change, page, entry, document, operation):
        place = document.place(_written(document.tree, change.pointer))
        yield Finding(change.id, page.file, change.message, place, page.quote(_word(change)), change.pointer)


def _navigation(page: Page, entry: Entry | None, document: Document) -> Iterator[Finding]:
    """The title and the group of a page, where it shows them."""
    register = document.sibling(PAGES)
    if register is None or entry is None:
        return
    title, section = string(entry.node.get("title")), strings(entry.node.get("section"))
    copy = page.title.removesuffix(" Copy")
    if page.title and title.removesuffix(" Copy") != copy:
        place = register.place(join(entry.pointer, "title"))
        message = f"The page {title} is titled {page.title} now."
        yield Finding("page-renamed", page.file, message, place, page.title, entry.pointer)
    group = page.group.rpartition("/")[2]
    if group and group not in section:
        place = register.place(join(entry.pointer, "section"))
        message = f"The page {title} is in {page.group} now, not in {' / '.join(section)}."
        yield Finding("page-moved", page.file, message, place, page.group, entry.pointer)


def _is_known(change: Change, page: Page, entry: Entry | None, document: Document, operation: str) -> bool:
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
        name = _word(change)
        if name and "-added" in change.id and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words):
            return True
    return False


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
    """What the page has instead; that a type may be null as well is the wire's side."""
    listed = [one for one in sequence(change.after) if one != "null"]
    return listed[0] if len(listed) == 1 and change.pointer.endswith("/type") else change.after


def _word(change: Change) -> str:
    """The name of the field that a change is about."""
    tokens = split(change.pointer)
    if "properties" in tokens:
        last = len(tokens) - 1 - tokens[::-1].index("properties")
        return tokens[last + 1] if last + 1 < len(tokens) else ""
    found = re.search(r"`([^`]+)`", change.message)
    return found[1].rpartition(".")[2] if found else ""


def _written(tree: Tree, pointer: str) -> str:
    """The pointer, or the nearest one above that the spec has."""
    tokens = split(pointer)
    while tokens:
        try:
            at(tree, tokens)
        except KeyError:
            tokens.pop()
        else:
            break
    return join("", *tokens)
