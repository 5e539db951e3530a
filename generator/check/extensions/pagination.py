"""`x-pagination`: the argument that selects a page, and the fields of a page."""

from __future__ import annotations

from ...spec import Document, Operation
from ...spec.pointer import join, mapping, string
from ...spec.responses import Missing, field_at
from ...spec.schemas import properties_of
from ..finding import Finding, Findings
from .fields import known_field, leads_to_field

KEY = "x-pagination"
IN_PAGE = ("next", "more", "total", "pages")


def pagination(document: Document, operation: Operation) -> Findings:
    """A list in pages has the argument and the fields that are named."""
    pages, pointer = mapping(operation.node.get(KEY)), join(operation.pointer, KEY)
    results = [one for one in operation.results if one.media_type.endswith("json")]
    if not pages:
        return
    if not results:
        yield Finding(pointer, f"{operation.label} returns no JSON", "remove it: there are no pages")
        return
    page, body = results[0].schema, operation.body.schema if operation.body else None
    if pages.get("kind") != "link":
        known = [one.name for one in operation.parameters] + [*properties_of(document.tree, body)]
        yield from known_field(join(pointer, "parameter"), string(pages.get("parameter")), known, operation.label)
    for key in IN_PAGE:
        yield from leads_to_field(document.tree, join(pointer, key), string(pages.get(key)), page)
    yield from leads_to_field(document.tree, join(pointer, "items"), string(pages.get("items")), page)
    items = field_at(document.tree, page, string(pages.get("items")))
    if not isinstance(items, Missing) and "last" in pages:
        yield from leads_to_field(document.tree, join(pointer, "last"), string(pages["last"]), items.get("items"))
    if pages.get("kind") == "cursor" and ("next" in pages) == ("last" in pages):
        message = "the next cursor is in one place: in the page (`next`) or in its last item (`last`)"
        yield Finding(pointer, message, "name one of them")
