"""Pages in documentation.yaml: added, renamed, moved."""

from __future__ import annotations

from ..evidence.documentation import PAGES, Entry
from ..spec.pointer import join, mapping, string, strings
from .draft import Draft
from .editor import NotEditable
from .page import Page
from .register import entries, known
from .statement import Tree


def add_page(draft: Draft, page: Page, covers: list[str]) -> None:
    """A new entry behind the last one of its group, with the keys that the other entries have."""
    listed = entries(draft.document)
    if not listed:
        return
    editor = draft.editor(draft.document.directory / PAGES)
    entry = known(page, draft.document)[0]
    if entry:
        if strings(entry.node.get("covers")) or not covers:
            raise NotEditable(f"the page {page.title} covers something else")
        state = next(one for one in ("pending", "none") if one in entry.node)
        editor.replace_pair([*_tokens(entry), state], "covers", covers)
        return
    section = section_of(page, listed)
    if not page.title or any(one.node.get("title") == page.title and not page.id for one in listed):
        raise NotEditable("the page has no title of its own")
    used = {key for one in listed for key in one.node}
    badge = page.method.upper() or "none"
    facts: Tree = {"title": page.title, "section": section, "page": page.id or None}
    facts |= {"certainty": "seen" if page.id else "unknown", "badge": badge, "modified": None, "evidence": "documented"}
    new = {key: value for key, value in facts.items() if key in used}
    new |= {"covers": covers} if covers else {"pending": "Its page is listed, and was not read yet."}
    behind = [index for index, one in enumerate(listed) if strings(one.node.get("section")) == section]
    editor.append(["entries"], new, at=behind[-1] + 1 if behind else None)


def section_of(page: Page, listed: list[Entry]) -> list[str]:
    """The groups above a page: those of the register that end in its group."""
    wanted = [one for one in page.group.split("/") if one]
    sections = [strings(one.node.get("section")) for one in listed]
    return next((one for one in sections if wanted and one[-1:] == wanted[-1:]), wanted)


def rename(draft: Draft, entry: Entry | None, page: Page) -> None:
    """Another title, in the register and in the `x-docs` of all that names the page."""
    if entry is None:
        return
    document, old = draft.document, string(entry.node.get("title"))
    draft.editor(document.directory / PAGES).replace([*_tokens(entry), "title"], page.title)
    components = mapping(mapping(document.tree.get("components")).get("schemas"))
    places = [(one.pointer, one.node) for one in document.operations]
    places += [(join("/components/schemas", name), mapping(node)) for name, node in components.items()]
    for pointer, node in places:
        docs = mapping(node.get("x-docs"))
        if docs.get("title") == old and docs.get("page") == entry.node.get("page"):
            draft.set(join(pointer, "x-docs", "title"), page.title)


def move(draft: Draft, entry: Entry | None, page: Page) -> None:
    """Another group."""
    if entry is None:
        return
    section = section_of(page, entries(draft.document))
    draft.editor(draft.document.directory / PAGES).replace([*_tokens(entry), "section"], section)


def _tokens(entry: Entry) -> list[str]:
    return entry.pointer.split("/")[1:]
