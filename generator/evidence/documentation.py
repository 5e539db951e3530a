"""The pages of the documentation against the spec: every page is accounted for, everything described names its page.

documentation.yaml lists the pages; a spec without it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..compare.change import rules
from ..diagnostics import Diagnostic, did_you_mean
from ..spec import Document
from ..spec.pointer import join, mapping, sequence, strings

PAGES = "documentation.yaml"
STATES = ("covers", "pending", "none")
# What `documentation check` tells beside the rules of compare.
PAGE_DIFFERENCES = (
    "page-added", "page-removed", "page-renamed", "page-moved", "path-changed", "example-changed", "example-invalid",
    "fields-reordered", "object-described",
)  # fmt: skip


class Entry(NamedTuple):
    """An entry of a register, or something that the spec describes."""

    pointer: str
    node: dict[str, Any]


def documentation(document: Document) -> Iterator[Diagnostic]:
    """Every page has one state, what it covers exists, and everything in the spec names its page."""
    register = document.sibling(PAGES)
    if register is None:
        return
    entries = entries_of(register, "entries")
    names = _names(document)
    yield from duplicates(register, entries, "page")
    for entry in entries:
        yield from _state(register, entry, names)
        yield from _waivers(register, entry)
    yield from _guides(register, entries, document.directory.parent)
    # A page is known by its id, or by its title if the id is not known.
    by_page = {str(entry.node.get("page") or entry.node.get("title")): entry for entry in reversed(entries)}
    for described in _described(document):
        for key, message, hint in _page_of(register, described, by_page):
            yield Diagnostic.at(document, join(described.pointer, *key), message, hint, code="documentation")


def counts(document: Document) -> dict[str, int]:
    """The numbers of pages that are covered, still to be written, and without anything to cover."""
    pages = _pages(document)
    states = {state: sum(state in entry.node for entry in pages) for state in STATES}
    return {"pages": len(pages), "covered": states["covers"], "pending": states["pending"], "empty": states["none"]}


def page_rows(document: Document) -> list[dict[str, Any]]:
    """Every page: its id (or title), what covers it, and why nothing does."""
    rows: list[dict[str, Any]] = []
    for _, node in _pages(document):
        by, title = strings(node.get("covers")), node.get("title")
        row = {"id": node.get("page") or title, "title": title, "covered": bool(by), "by": by}
        rows.append({**row, "guide": node.get("guide"), "reason": node.get("none")})
    return rows


def page_ids(document: Document) -> set[str]:
    """The ids of the documentation's pages."""
    return {str(entry.node["page"]) for entry in _pages(document) if entry.node.get("page")}


def entries_of(register: Document, key: str) -> list[Entry]:
    """The entries of a register."""
    return [Entry(f"/{key}/{index}", mapping(one)) for index, one in enumerate(sequence(register.tree.get(key)))]


def duplicates(register: Document, entries: list[Entry], key: str) -> Iterator[Diagnostic]:
    """Entries with a value that another one has under the same key."""
    first: dict[str, str] = {}
    for entry in entries:
        value, pointer = entry.node.get(key), join(entry.pointer, key)
        if value and str(value) in first:
            message = f"the {key} {value!r} is used twice (first at {register.place(first[str(value)])})"
            yield Diagnostic.at(register, pointer, message, "remove or rename one", code="documentation")
        elif value:
            first[str(value)] = pointer


def _pages(document: Document) -> list[Entry]:
    register = document.sibling(PAGES)
    return entries_of(register, "entries") if register else []


def _names(document: Document) -> set[str]:
    """Everything that can cover a page: operations, schemas, security schemes."""
    components = mapping(document.tree.get("components"))
    return {
        *document.operations_by_id,
        *mapping(components.get("schemas")),
        *mapping(components.get("securitySchemes")),
    }


def _state(register: Document, entry: Entry, names: set[str]) -> Iterator[Diagnostic]:
    states = [state for state in STATES if entry.node.get(state)]
    if len(states) != 1:
        message = f"the page {entry.node.get('title')!r} has {' and '.join(states) or 'no state'}"
        yield Diagnostic.at(
            register, join(entry.pointer, "title"), message, f"write one of {', '.join(STATES)}", code="documentation"
        )
    for index, name in enumerate(sequence(entry.node.get("covers"))):
        if name not in names:
            hint = did_you_mean(str(name), names, "name an operation, a schema or a security scheme")
            message = f"there is no {name!r} in the spec"
            yield Diagnostic.at(register, join(entry.pointer, "covers", index), message, hint, code="documentation")


def _waivers(register: Document, entry: Entry) -> Iterator[Diagnostic]:
    """Every waiver names a difference that there is, and has a reason."""
    kinds = {*rules(), *PAGE_DIFFERENCES}
    for index, one in enumerate(map(mapping, sequence(entry.node.get("waived")))):
        pointer, kind = join(entry.pointer, "waived", index), str(one.get("difference"))
        if kind not in kinds:
            hint = did_you_mean(kind, kinds, "write the kind that `documentation check --json` prints")
            yield Diagnostic.at(register, pointer, f"there is no difference {kind!r}", hint, code="documentation")
        if not one.get("reason"):
            yield Diagnostic.at(
                register, pointer, "the waiver has no reason", "write `reason: …`", code="documentation"
            )


def _described(document: Document) -> Iterator[Entry]:
    """Everything that has a page: operations and named schemas."""
    for operation in document.operations:
        if "x-docs" in operation.node or not operation.base:  # extensions.yaml requires the x-docs of a variant
            yield Entry(operation.pointer, operation.node)
    for name, schema in mapping(mapping(document.tree.get("components")).get("schemas")).items():
        if "$ref" not in mapping(schema):
            yield Entry(join("/components/schemas", name), mapping(schema))


def _page_of(
    register: Document, described: Entry, by_page: Mapping[str, Entry]
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """The faults of an `x-docs`, each with the keys that lead to it."""
    docs = mapping(described.node.get("x-docs"))
    is_operation = "operationId" in described.node
    name = described.node.get("operationId") or described.pointer.rpartition("/")[2]
    key = "page" if docs.get("page") else "title"
    page = docs.get(key)
    entry = by_page.get(str(page)) if page else None
    if not docs:
        unknown = "undocumented: true" if is_operation else "page: null, title: null"
        hint = f"add `x-docs: {{page: …, title: …, evidence: …}}`; without a page, `{{{unknown}, evidence: …}}`"
        yield (), f"{name} has no x-docs", hint
    elif docs.get("undocumented"):
        hint = "name the page, or remove it from the page's `covers`"
        if page:
            yield ("x-docs", "undocumented"), f"{name} is undocumented and has a page", "keep one of the two"
        elif any(name in strings(entry.node.get("covers")) for entry in by_page.values()):
            yield ("x-docs", "undocumented"), f"{name} is undocumented, and a page covers it", hint
    elif not page and is_operation:
        message = f"{name} neither names a page nor says that there is none"
        yield ("x-docs",), message, "add its page and title, or `undocumented: true`"
    elif page and entry is None:
        hint = did_you_mean(str(page), by_page, f"add the page to {register.place('').file}")
        yield ("x-docs", key), f"the page {page!r} is not in the documentation", hint
    elif entry:
        where = register.place(join(entry.pointer, "title"))
        if docs.get("title") != entry.node.get("title"):
            message = f"the page {page!r} is titled {entry.node.get('title')!r} ({where})"
            yield ("x-docs", "title"), message, "write the title as it is published"
        elif is_operation and name not in strings(entry.node.get("covers")):
            message = f"{name} describes the page {page!r}, which does not list it"
            yield ("x-docs", key), message, f"add {name} to its `covers` ({where})"
        elif not entry.node.get("covers"):
            message = f"{name} describes the page {page!r}, which counts as not covered"
            yield ("x-docs", key), message, f"write `covers: [{name}]` there ({where})"


def _guides(register: Document, entries: list[Entry], root: Path) -> Iterator[Diagnostic]:
    """The heading of every `guide` exists in its file: `docs/quickstart.md#Install`."""
    for entry in entries:
        name, _, heading = str(entry.node.get("guide")).partition("#")
        if "guide" in entry.node and heading not in (known := headings(root / name)):
            hint = did_you_mean(heading, known, f"write the section, or name a heading of {name}")
            message = f"{name} has no heading {heading!r}"
            yield Diagnostic.at(register, join(entry.pointer, "guide"), message, hint, code="documentation")


def headings(path: Path) -> list[str]:
    """The headings of a Markdown file; none if there is no such file."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return []
    prose = "\n".join(text.split("\n```")[::2])  # without code blocks
    return [found.strip() for found in re.findall(r"^#+ +(.+)$", prose, re.MULTILINE)]
