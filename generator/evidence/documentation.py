"""The documentation's pages against the spec: every page is accounted for, every operation and object names its page.

Only for a spec that keeps a documentation.yaml; any other document has no such pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..diagnostics import Collector, did_you_mean
from ..spec import Document
from ..spec.functions import functions_of, is_variant
from ..spec.pointer import join, mapping, sequence, strings
from ..spec.walk import Node

PAGES = "documentation.yaml"
STATES = ("covers", "pending", "none")


def documentation(document: Document, problems: Collector) -> None:
    """Every page says what covers it, or why nothing does, and what covers it exists and names it."""
    tree = document.beside(PAGES)
    if tree is None:
        return
    pages = Collector(tree)
    entries = _entries(tree.tree)
    names = _names(document.tree)
    for entry in entries:
        _accounted(pages, entry, names)
    _described_in_guide(pages, entries, document.directory.parent)
    # A page goes by its id, and by its title where that is not known.
    by_page = {str(entry.node.get("page") or entry.node.get("title")): entry for entry in reversed(entries)}
    _once(pages, entries, tree)
    for node in _described(document.tree):
        _names_its_page(document, problems, node, by_page, tree)
    problems.problems += pages.problems


def pages(document: Document) -> dict[str, int]:
    """How many pages are covered, still to be written, and without anything to write."""
    tree = document.beside(PAGES)
    entries = _entries(tree.tree) if tree else []
    counts = {state: sum(state in entry.node for entry in entries) for state in STATES}
    return {"pages": len(entries), "covered": counts["covers"], "pending": counts["pending"], "empty": counts["none"]}


def page_rows(document: Document) -> list[dict[str, Any]]:
    """Every page: its id (its title, where that is not known), what covers it, and why nothing does."""
    tree = document.beside(PAGES)
    return [
        {
            "id": entry.node.get("page") or entry.node.get("title"),
            "title": entry.node.get("title"),
            "covered": bool(entry.node.get("covers")),
            "by": strings(entry.node.get("covers")),
            "guide": entry.node.get("guide"),
            "reason": entry.node.get("none"),
        }
        for entry in (_entries(tree.tree) if tree else [])
    ]


def page_ids(document: Document) -> set[str]:
    """The ids of the documentation's pages; empty if the spec keeps no list of them."""
    tree = document.beside(PAGES)
    return {str(entry.node["page"]) for entry in _entries(tree.tree) if entry.node.get("page")} if tree else set()


def _entries(tree: dict[str, Any]) -> list[Node]:
    return [Node(f"/entries/{index}", mapping(entry)) for index, entry in enumerate(sequence(tree.get("entries")))]


def _names(tree: dict[str, Any]) -> set[str]:
    """Whatever can cover a page: operations, schemas, security schemes."""
    components = mapping(tree.get("components"))
    return {
        *(operation.id for operation in functions_of(tree)),
        *mapping(components.get("schemas")),
        *mapping(components.get("securitySchemes")),
    }


def _accounted(pages: Collector, entry: Node, names: set[str]) -> None:
    said = [state for state in STATES if entry.node.get(state)]
    if len(said) != 1:
        what = f"the page {entry.node.get('title')!r} says {' and '.join(said) or 'nothing of its state'}"
        pages.add(join(entry.pointer, "title"), what, f"write one of {', '.join(STATES)}")
    for index, name in enumerate(sequence(entry.node.get("covers"))):
        if name not in names:
            cure = did_you_mean(str(name), names, "name an operation, a schema or a security scheme")
            pages.add(join(entry.pointer, "covers", index), f"there is no {name!r} in the spec", cure)


def _once(pages: Collector, entries: list[Node], tree: Document) -> None:
    first: dict[str, str] = {}
    for entry in entries:
        page = entry.node.get("page")
        if page and str(page) in first:
            where = tree.place(join(first[str(page)], "page"))
            pages.add(
                join(entry.pointer, "page"), f"the page {page!r} is listed twice (first at {where})", "remove one"
            )
        elif page:
            first[str(page)] = entry.pointer


def _described(tree: dict[str, Any]) -> Iterator[Node]:
    """What has a page: operations and named schemas."""
    for operation in functions_of(tree):
        if "x-docs" in operation.node or not is_variant(operation):  # the form of a variant asks for its x-docs
            yield Node(operation.pointer, operation.node)
    for name, schema in mapping(mapping(tree.get("components")).get("schemas")).items():
        yield Node(join("/components/schemas", name), mapping(schema))


def _names_its_page(
    document: Document, problems: Collector, described: Node, by_page: dict[str, Node], tree: Document
) -> None:
    pointer, docs = join(described.pointer, "x-docs"), mapping(described.node.get("x-docs"))
    name = described.node.get("operationId") or described.pointer.rpartition("/")[2]
    if "$ref" in described.node:
        return
    if not docs:
        problems.add(described.pointer, f"{name} has no x-docs", "write `x-docs: {page: …, title: …, evidence: …}`")
        return
    key = "page" if docs.get("page") else "title"
    page = docs.get(key)
    if not _has_page(problems, described, name, pointer, by_page):
        return
    entry = by_page.get(str(page))
    if entry is None:
        cure = did_you_mean(str(page), by_page, f"add the page to {tree.place('').file}")
        problems.add(join(pointer, key), f"the page {page!r} is not in the documentation", cure)
        return
    where = tree.place(join(entry.pointer, "title"))
    if docs.get("title") != entry.node.get("title"):
        what = f"the page {page!r} is titled {entry.node.get('title')!r} ({where})"
        problems.add(join(pointer, "title"), what, "write the title as it is published")
    elif "operationId" in described.node and name not in strings(entry.node.get("covers")):
        what = f"{name} describes the page {page!r}, which does not say so"
        problems.add(join(pointer, key), what, f"add {name} to its `covers` ({where})")
    elif not entry.node.get("covers"):
        what = f"{name} describes the page {page!r}, which counts as not covered"
        problems.add(join(pointer, key), what, f"write `covers: [{name}]` there ({where})")


def _has_page(problems: Collector, described: Node, name: str, pointer: str, by_page: dict[str, Node]) -> bool:
    """Whether it names a page; an operation that names none says that it is undocumented, and no page covers it."""
    docs = mapping(described.node.get("x-docs"))
    named = bool(docs.get("page") or docs.get("title"))
    if not docs.get("undocumented"):
        if not named and "operationId" in described.node:
            what = f"{name} names no page and does not say that there is none"
            problems.add(pointer, what, "name its page and title, or write `undocumented: true`")
        return named
    if named:
        problems.add(join(pointer, "undocumented"), f"{name} is undocumented and has a page", "keep one of the two")
    elif any(name in strings(entry.node.get("covers")) for entry in by_page.values()):
        what = f"{name} is undocumented, and a page covers it"
        problems.add(join(pointer, "undocumented"), what, "name the page, or take it out of the page's `covers`")
    return False


def _described_in_guide(pages: Collector, entries: list[Node], root: Path) -> None:
    """Report a `guide` whose file does not have the heading: `docs/quickstart.md#Install`."""
    for entry in entries:
        if "guide" not in entry.node:
            continue
        name, _, heading = str(entry.node["guide"]).partition("#")
        if heading not in (known := headings(root / name)):
            hint = did_you_mean(heading, known, f"write the section, or name a heading of {name}")
            pages.add(join(entry.pointer, "guide"), f"{name} has no heading {heading!r}", hint)


def headings(path: Path) -> list[str]:
    """The headings of a Markdown file; none if there is no such file."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return []
    prose = "\n".join(text.split("\n```")[::2])  # not what looks like one in an example
    return [found.strip() for found in re.findall(r"^#+ +(.+)$", prose, re.MULTILINE)]
