"""Pages in documentation.yaml: added, renamed, moved."""

from __future__ import annotations

from ..evidence.documentation import PAGES, Entry
from ..spec import Document
from ..spec.pointer import at, join, mapping, split, string, strings
from . import navigation
from .check import Finding
from .draft import Draft
from .editor import NotEditable
from .page import Link, Page
from .register import entries, known
from .statement import Tree


def link_of(page: Page) -> Link:
    """A page as a list of pages has it."""
    return Link(page.title, tuple(one for one in page.group.split("/") if one), page.id)


def add_page(draft: Draft, link: Link, method: str, covers: list[str]) -> None:
    """List a page, or what a page covers that is listed and covers nothing; both may come from several files."""
    same = _listed(draft, link)
    if same and (strings(same.node.get("covers")) or not covers):
        raise NotEditable(f"the page {link} covers something else")
    for index, (told, its_method, covered) in enumerate(draft.pages):
        if _are_one(told, link, entries(draft.document)):
            both = covered + [one for one in covers if one not in covered]
            draft.pages[index] = told if told.id else link, method or its_method, both
            return
    draft.pages.append((link, method, covers))


def _are_one(one: Link, other: Link, listed: list[Entry]) -> bool:
    """True for two links to a page; the navigation of a page shows no ids."""
    if one.id and other.id:
        return one.id == other.id
    return (one.title, section_of(one, listed)) == (other.title, section_of(other, listed))


def _listed(draft: Draft, link: Link) -> Entry | None:
    listed = entries(draft.document)
    named = link.title, section_of(link, listed)
    same = [one for one in listed if link.id and one.node.get("page") == link.id]
    same += [one for one in listed if (one.node.get("title"), strings(one.node.get("section"))) == named]
    return next(iter(same), None)


def place_pages(draft: Draft) -> None:
    """Write the pages that were added, each behind the last one of its group; only now the places of others change."""
    listed, new = entries(draft.document), list[tuple[int, Tree]]()
    if not listed:
        return
    editor = draft.editor(draft.document.directory / PAGES)
    used = {key for one in listed for key in one.node}
    for link, method, covers in draft.pages:
        if same := _listed(draft, link):
            state = next(one for one in ("pending", "none") if one in same.node)
            editor.replace_pair([*split(same.pointer), state], "covers", covers)
            continue
        section = section_of(link, listed)
        facts: Tree = {"title": link.title, "section": section, "page": link.id or None}
        facts |= {"certainty": "seen" if link.id else "unknown", "badge": method.upper() or "unseen", "modified": None}
        facts |= {"evidence": "documented" if covers else "documented (nav)"}
        facts = {key: value for key, value in facts.items() if key in used}
        facts |= {"covers": covers} if covers else {"pending": "Its page is listed and was not read yet."}
        behind = [index for index, one in enumerate(listed) if strings(one.node.get("section")) == section]
        new.append((behind[-1] + 1 if behind else len(listed), facts))
    for before, (place, facts) in enumerate(sorted(new, key=lambda one: one[0])):
        editor.append(["entries"], facts, at=place + before)


def section_of(link: Link, listed: list[Entry]) -> list[str]:
    """The groups above a page, as the register has them: those that end in its group."""
    sections = [strings(one.node.get("section")) for one in listed]
    known = [one for one in sections if link.group and one[-len(link.group) :] == [*link.group]]
    known += [one for one in sections if link.group and one[-1:] == [link.group[-1]]]
    return [*link.group] if [*link.group] in sections else next(iter(known), [*link.group])


def told(finding: Finding, page: Page, document: Document) -> Link:
    """The page that a finding is about, as it is listed now. Raises `NotEditable` if that is not clear."""
    if finding.pointer == "/entries":
        found = [one for one in page.links if f"The page {one} is not in" in finding.message]
    else:
        place = join("", *split(finding.pointer)[:2])
        entry = known(page, document)[0]
        found = [link_of(page)] if entry and entry.pointer == place else []
        found += [one for one, other in navigation.matched(page.links, document)[0] if other and other.pointer == place]
    if not found:
        raise NotEditable("the page is not clear")
    return found[0]


def rename(draft: Draft, pointer: str, title: str) -> None:
    """Another title, in the register and in the `x-docs` of all that names the page."""
    document = draft.document
    register = document.sibling(PAGES)
    entry = mapping(at(register.tree, split(pointer)[:2])) if register else {}
    draft.editor(document.directory / PAGES).replace(split(pointer), title)
    components = mapping(mapping(document.tree.get("components")).get("schemas"))
    places = [(one.pointer, one.node) for one in document.operations]
    places += [(join("/components/schemas", name), mapping(node)) for name, node in components.items()]
    for place, node in places:
        docs = mapping(node.get("x-docs"))
        if docs.get("title") == string(entry.get("title")) and docs.get("page") == entry.get("page"):
            draft.set(join(place, "x-docs", "title"), title)


def move(draft: Draft, pointer: str, link: Link) -> None:
    """Another group."""
    section = section_of(link, entries(draft.document))
    draft.editor(draft.document.directory / PAGES).replace(split(pointer), section)
