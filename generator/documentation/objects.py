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
    schemas = mapping(mapping(document.tree.get("components")).get("schemas"))
    names = [name for name in strings(entry.node.get("covers")) if name in schemas]
    union = {"anyOf": [{"$ref": fragment(["components", "schemas", name])} for name in names]}
    if not names:
        return
    title = str(entry.node.get("title"))
    spec = {**document.tree, "paths": {title: {"get": _returning(union)}}, "webhooks": {}}
    table = {"type": "object", "properties": page.operation["fields"], "x-table": True}
    wanted = page._replace(operation=_returning(table))
    first = join("/components/schemas", names[0])
    for change in document_changes(spec, stated(spec, wanted, "get", title), partial=True):
        pointer = first if change.pointer.startswith("/paths") else change.pointer
        yield change._replace(pointer=pointer, message=change.message.replace(f"GET {title}", title, 1))


def _returning(schema: dict[str, Any]) -> dict[str, Any]:
    return {"responses": {"200": {"content": {"application/json": {"schema": schema}}}}}
