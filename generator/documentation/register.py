"""The register of pages, documentation.yaml: which entry a page is, and which operation it describes."""

from __future__ import annotations

from typing import Any

from ..evidence.documentation import PAGES, Entry, entries_of
from ..spec import Content, Document, Operation
from ..spec.pointer import mapping, strings
from .page import Page, key_of


def entries(document: Document) -> list[Entry]:
    """The entries of the register, none if there is no register."""
    register = document.sibling(PAGES)
    return entries_of(register, "entries") if register else []


def groups(document: Document) -> set[str]:
    """The groups of the navigation."""
    return {name for one in entries(document) for name in strings(one.node.get("section"))}


def known(page: Page, document: Document) -> tuple[Entry | None, Operation | None]:
    """The page's entry in the register, and the operation that it describes, a variant if the page is of that."""
    listed = entries(document)
    wanted = key_of(page.method, page.path)  # of an object there is none
    found = {one.id: one for one in document.operations if key_of(one.method, one.path) == wanted}
    entry = next((one for one in listed if page.id and one.node.get("page") == page.id), None)
    entry = entry or next((one for one in listed if one.pointer == page.entry), None)
    if entry is None:
        covering = [one for one in listed if found.keys() & set(strings(one.node.get("covers")))]
        # Several pages may be about an operation: that of this title or this group, or the one that it names.
        named = {mapping(one.node.get("x-docs")).get("title") for one in found.values()}
        covering.sort(
            key=lambda one: (not _is_titled(one, page), not _is_in(one, page), one.node.get("title") not in named)
        )
        entry = next(iter(covering or [one for one in listed if _is_titled(one, page)]), None)
    covered = strings(entry.node.get("covers")) if entry else []
    of_entry = [one for one in document.operations if one.id in covered]
    same = [one for one in of_entry if one.id in found] or list(found.values())
    # A page with another path or method is known by its id, or by its title and the other of the two.
    path = key_of("", page.path)
    moved = [one for one in of_entry if page.id or one.method == page.method or key_of("", one.path) == path]
    return entry, next(iter(same or moved), None)


def described(operation: Operation) -> dict[str, Any]:
    """An operation as it would be written in the document; a variant with its own body and response."""
    if operation.base is None:
        return operation.node
    node = {**operation.node}
    if operation.request_body:
        node["requestBody"] = {**operation.request_body.node, "content": _content(operation.request_body.content)}
    if not operation.inherits_responses:
        responses = {one.status: {**one.node, "content": _content(one.content)} for one in operation.responses}
        node["responses"] = responses
    return node


def _content(listed: tuple[Content, ...]) -> dict[str, Any]:
    return {one.written: {**one.node, "schema": one.schema} for one in listed}


def _is_titled(entry: Entry, page: Page) -> bool:
    return entry.node.get("title") == page.title


def _is_in(entry: Entry, page: Page) -> bool:
    return page.group.rpartition("/")[2] in strings(entry.node.get("section"))[-1:]
