"""Pages of objects: a table of fields, glued into lines such as `idstringThe id`, against the schemas of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..compare import Change, document_changes
from ..evidence.documentation import Entry
from ..spec import Document
from ..spec.pointer import fragment, join, mapping, strings
from .page import Page
from .statement import stated

ROW = re.compile(r"([A-Za-z_]\w*?)[\t |]*(string|integer|number|boolean|object|array)(?![a-z_])", re.ASCII)
HEADING = re.compile(r"(参数|字段|名称|Parameter|Field|Name)[\t |]*(类型|Type)")


def page(file: str, form: str, text: str) -> Page | None:
    """The page of an object, None if the text has no table of fields."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    start = next((index for index, line in enumerate(lines) if index and HEADING.match(line)), None)
    if start is None:
        return None
    fields: dict[str, Any] = {}
    for line in lines[start + 1 :]:
        row = ROW.match(line)
        if line.startswith(("{", "[", "Modified at")):
            break
        if row:
            fields.setdefault(row[1], {"type": row[2]})
    return Page(file, form, lines[start - 1], "", "", "", "", {"fields": fields}, {}, text)


def changes(page: Page, entry: Entry, document: Document) -> Iterator[Change]:
    """What the page's fields are otherwise than in the schemas that cover it; nested ones are listed flat."""
    title, covered = str(entry.node.get("title")), _covering(entry, document)
    for change in document_changes(*sides(page, entry, document), partial=True):
        pointer = join("/components/schemas", covered[0]) if change.pointer.startswith("/paths") else change.pointer
        yield change._replace(pointer=pointer, message=change.message.replace(f"GET {title}", title, 1))


def sides(page: Page, entry: Entry, document: Document) -> tuple[dict[str, Any], dict[str, Any]]:
    """The schemas that cover a page of an object as one response, and the same as the page has it."""
    names = _covering(entry, document)
    if not names:
        return {}, {}
    title = str(entry.node.get("title"))
    union = {"anyOf": [{"$ref": fragment(["components", "schemas", name])} for name in names]}
    spec = {**document.tree, "paths": {title: {"get": _returning(union)}}, "webhooks": {}}
    table = {"type": "object", "properties": page.operation["fields"], "x-table": True}
    return spec, stated(spec, page._replace(operation=_returning(table)), "get", title)


def _covering(entry: Entry, document: Document) -> list[str]:
    schemas = mapping(mapping(document.tree.get("components")).get("schemas"))
    return [name for name in strings(entry.node.get("covers")) if name in schemas]


def _returning(schema: dict[str, Any]) -> dict[str, Any]:
    return {"responses": {"200": {"content": {"application/json": {"schema": schema}}}}}
