"""Pages of objects: a table of fields, glued into lines such as `idstringThe id`, against the schemas of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..compare import Change
from ..evidence.documentation import Entry
from ..spec import Document
from ..spec.pointer import fragment, join, mapping, strings
from .navigation import tree
from .page import Page
from .statement import alone, shown_json, stated
from .statement import changes as stated_changes

ROW = re.compile(r"([A-Za-z_][\w/.-]*?)[\t |]*(string|integer|number|boolean|object|array)(?![a-z_])", re.ASCII)
HEADING = re.compile(r"(参数|字段|名称|Parameter|Field|Name)[\t |]*(类型|Type)")


def page(file: str, form: str, text: str) -> Page | None:
    """The page of an object, None if the text has no table of fields. The table is what the object's schema states."""
    raw = [line for line in text.splitlines() if line.strip()]
    lines = [line.strip().lstrip("|# ") for line in raw]
    start = next((index for index, line in enumerate(lines) if index and HEADING.match(line)), None)
    if start is None:
        return None
    fields: dict[str, Any] = {}
    below: list[str] = []
    for index, line in enumerate(lines[start + 1 :], start + 1):
        row = ROW.match(line)
        if line.startswith(("{", "[", "```", "Modified at")):
            below = lines[index:]
            break
        if row:
            fields.setdefault(row[1], {"type": row[2]})
    content = {"schema": {"type": "object", "properties": fields, "x-table": True}, **_example(below)}
    operation = {"responses": {"200": {"content": {"application/json": content}}}}
    return Page(file, form, lines[start - 1], "", "", "", "", operation, {}, text, tuple(tree(raw[: start - 1])))


def _example(lines: list[str]) -> dict[str, Any]:
    """The example below a table, if the page does not break off in it."""
    end = next((index for index, line in enumerate(lines) if index and line.startswith(("Modified at", "```"))), None)
    return {"example": shown_json(line for line in lines[:end] if not line.startswith("```"))} if end else {}


def changes(page: Page, entry: Entry, document: Document) -> Iterator[Change]:
    """Return the differences between a page's fields and the schemas that cover it; nested fields are listed flat."""
    title, covered = str(entry.node.get("title")), _covering(entry, document)
    places: dict[tuple[str, str], Change] = {}
    for change in stated_changes(*sides(page, entry, document)):  # a schema may be in several places
        place = change.id, change.pointer or change.message
        places[place] = min(change, places.get(place, change), key=lambda one: len(one.message))
    for change in places.values():
        pointer = join("/components/schemas", covered[0]) if change.pointer.startswith("/paths") else change.pointer
        yield change._replace(pointer=pointer, message=change.message.replace(f"GET {title}", title, 1))


def sides(page: Page, entry: Entry, document: Document) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schemas that cover a page of an object as one response, and the same as the page has it."""
    names = _covering(entry, document)
    if not names:
        return {}, {}
    title = str(entry.node.get("title"))
    union = {"anyOf": [{"$ref": fragment(["components", "schemas", name])} for name in names]}
    response = {"content": {"application/json": {"schema": union}}}
    spec = alone(document.tree, title, {"get": {"responses": {"200": response}}})
    return spec, stated(spec, page, "get", title)


def _covering(entry: Entry, document: Document) -> list[str]:
    schemas = mapping(mapping(document.tree.get("components")).get("schemas"))
    return [name for name in strings(entry.node.get("covers")) if name in schemas]
