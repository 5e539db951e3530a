"""The register of pages, documentation.yaml: which entry a page is, and which operation it describes."""

from __future__ import annotations

from ..evidence.documentation import PAGES, Entry, entries_of
from ..spec import Document
from ..spec.pointer import mapping, strings
from .page import Page
from .statement import find


def entries(document: Document) -> list[Entry]:
    """The entries of the register, none if there is no register."""
    register = document.sibling(PAGES)
    return entries_of(register, "entries") if register else []


def groups(document: Document) -> set[str]:
    """The groups of the navigation."""
    return {name for one in entries(document) for name in strings(one.node.get("section"))}


def known(page: Page, document: Document) -> tuple[Entry | None, tuple[str, str] | None]:
    """The page's entry in the register, and the operation that it describes."""
    listed = entries(document)
    found = find(document.tree, page.method, page.path)
    id = str(mapping(document.tree["paths"][found[1]])[found[0]].get("operationId")) if found else ""
    entry = next((one for one in listed if page.id and one.node.get("page") == page.id), None)
    if entry is None:
        covering = [one for one in listed if id and id in strings(one.node.get("covers"))]
        titled = [one for one in listed if one.node.get("title") == page.title and (not id or one in covering)]
        entry = next(iter([*titled, *covering]), None)
    if found is None and entry is not None:
        ids = strings(entry.node.get("covers"))
        operation = next((one for one in document.operations if one.id in ids and not one.base), None)
        if operation and (page.id or page.method == operation.method):
            return entry, (operation.method, operation.path)
        return None, None
    return entry, found
