"""Lists that come in pages, where a document leaves no doubt about the way from one page to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..spec import Operation
from ..spec.pointer import join, mapping, resolve, sequence, string
from ..spec.responses import Missing, field_at
from ..spec.schemas import branches_of, properties_of, types_of
from .draft import Draft
from .operation_ids import LISTS
from .words import noun

KEY = "x-pagination"

# Names without case and separators: `next_page_token` and `nextPageToken` are one.
CURSORS = (
    "cursor", "pagetoken", "nextpagetoken", "nexttoken", "continuationtoken", "paginationtoken", "pagecursor",
    "nextcursor", "startcursor", "startingtoken", "bookmark", "marker", "after", "startingafter", "startafter",
)  # fmt: skip
NEXT_CURSORS = (
    "nextcursor", "nextpagetoken", "nexttoken", "continuationtoken", "nextcontinuationtoken", "nextpagecursor",
    "nextmarker", "nextbookmark", "nextpaginationtoken", "endcursor", "nextafter",
)  # fmt: skip
NEXT_LINKS = ("nexturl", "nextlink", "nextpageurl", "odatanextlink", "nexthref", "nextpagelink")
PAGES = ("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage")
OFFSETS = ("offset", "skip", "startindex", "startat", "start", "from")
SIZES = (
    "limit", "perpage", "pagesize", "pagelimit", "size", "count", "take", "top", "maxresults", "maxitems", "rows",
    "itemsperpage",
)  # fmt: skip
TOTALS = ("total", "totalcount", "totalitems", "totalresults", "totalelements", "totalrecords", "totalhits")
PAGE_COUNTS = ("totalpages", "pagecount", "lastpage", "numpages", "pagestotal")
MORE = ("hasmore", "hasnext", "hasnextpage", "more", "hasmorepages", "hasmoreitems")
# Objects beside the items that hold the above.
HOLDERS = (
    "meta", "metadata", "pagination", "paging", "pageinfo", "page", "cursors", "responsemetadata", "links", "info",
)  # fmt: skip
WRAPPERS = ("data", "result", "response", "embedded")
ONE_BASED = re.compile(r"(start|begin)(s|ing)? (at|from|with) (page )?1\b|\b(1|one)-(based|indexed)|first page is 1")
ZERO_BASED = re.compile(r"(start|begin)(s|ing)? (at|from|with) (page )?0\b|\b(0|zero)-(based|indexed)|first page is 0")


class Fields(NamedTuple):
    """The fields of a page beside its items: pointer and schema of each, by their names without case."""

    found: dict[str, tuple[str, dict[str, Any]]]

    def pointer(self, names: tuple[str, ...], *kinds: str) -> str:
        """The pointer of the first field of one of these names and types."""
        return next((self.found[name][0] for name in names if name in self.found and self._is(name, kinds)), "")

    def _is(self, name: str, kinds: tuple[str, ...]) -> bool:
        named = strings_of(self.found[name][1])
        return not named or not named.isdisjoint(kinds)


def pagination(draft: Draft) -> None:
    """Say of each list that comes in pages how it does: as the document's own rules say, or as it is recognised."""
    general = draft.tree.get(KEY)
    rules = [mapping(one) for one in (sequence(general) or [general])]
    for one in draft.operations():
        if one.base or KEY in one.node:
            continue
        found = next((rule for rule in rules if rule and _fits(draft, one, rule)), None)
        if found is None and general is not False:
            found = _recognised(draft, one)
        if found:
            draft.edit(one.pointer)[KEY] = found


def _fits(draft: Draft, one: Operation, rule: dict[str, Any]) -> bool:
    """True if an operation has the argument and the fields that a rule names."""
    page = _page(one)
    names = {parameter.name for parameter in one.parameters} | _body_fields(draft, one)
    if page is None or (rule.get("kind") != "link" and rule.get("parameter") not in names):
        return False
    places = [string(rule.get(key)) for key in ("items", "next", "more", "total", "pages")]
    found = [field_at(draft.tree, page, place) for place in places]
    is_list = not isinstance(found[0], Missing) and "array" in strings_of(found[0])
    return is_list and not any(isinstance(one, Missing) for one in found)


def _body_fields(draft: Draft, one: Operation) -> set[str]:
    return {*properties_of(draft.tree, one.body.schema)} if one.body else set()


def _page(one: Operation) -> Any:
    """The schema of a page: that of the only form in which the result comes; None if there are several."""
    results = [content for content in one.results if content.status == one.results[0].status]
    is_json = len(results) == 1 and results[0].media_type.endswith("json")
    return results[0].schema if is_json else None


def _recognised(draft: Draft, one: Operation) -> dict[str, Any] | None:
    """The way through the pages of an operation that reads a list; None where anything is in doubt."""
    page = _page(one) if one.method == "get" else None
    items = None if page is None else _items(draft, one, page)
    if items is None:
        return None
    parameters = {
        _plain(each.name): (each.name, {**each.node, **_plainest(draft, each.schema)})
        for each in one.parameters
        if each.location == "query"
    }
    fields = Fields(dict(_fields(draft, page)))
    found = (
        _by_cursor(draft, page, items, parameters, fields)
        or _by_link(one, fields)
        or _by_number(parameters, fields)
        or _by_offset(parameters, fields)
    )
    return {**found, "items": items} if found else None


Parameters = dict[str, tuple[str, dict[str, Any]]]


def _by_cursor(draft: Draft, page: Any, items: str, parameters: Parameters, fields: Fields) -> dict[str, Any] | None:
    name = next((one for one in CURSORS if one in parameters and _is_cursor(parameters[one][1])), "")
    if not name:
        return None
    more = fields.pointer(MORE, "boolean")
    found = {"kind": "cursor", "parameter": parameters[name][0], **({"more": more} if more else {})}
    if pointer := fields.pointer(NEXT_CURSORS, "string", "integer") or _next_cursor(fields):
        return {**found, "next": pointer}
    if name in ("after", "startingafter", "startafter") and more:
        if pointer := fields.pointer(("lastid",), "string", "integer"):
            return {**found, "next": pointer}
        item = mapping(field_at(draft.tree, page, f"{items}/0"))
        if "id" in properties_of(draft.tree, item):
            return {**found, "last": "/id"}
    return None


def _next_cursor(fields: Fields) -> str:
    """A field `next` beside a cursor that is no URL."""
    pointer, schema = fields.found.get("next", ("", {}))
    return "" if str(schema.get("format", "")).startswith("ur") else pointer if "string" in strings_of(schema) else ""


def _by_link(one: Operation, fields: Fields) -> dict[str, Any] | None:
    pointer = fields.pointer(NEXT_LINKS, "string")
    if not pointer and "next" in fields.found:
        place, schema = fields.found["next"]
        is_url = string(schema.get("format")).startswith("ur") or "links" in place
        beside = fields.found.keys() & {"previous", "prev"}
        pointer = place if "string" in strings_of(schema) and (is_url or beside) else ""
    if pointer:
        return {"kind": "link", "next": pointer}
    headers = [name for each in one.responses if each.is_success for name in mapping(each.node.get("headers"))]
    return {"kind": "link"} if "link" in map(str.lower, headers) else None


def _by_number(parameters: Parameters, fields: Fields) -> dict[str, Any] | None:
    name = next((one for one in PAGES if one in parameters and "integer" in strings_of(parameters[one][1])), "")
    total, pages = fields.pointer(TOTALS, "integer"), fields.pointer(PAGE_COUNTS, "integer")
    more = fields.pointer(MORE, "boolean")
    if not name or not (total or pages or more or parameters.keys() & {*SIZES}):
        return None
    wire, schema = parameters[name]
    first = _first(schema)
    if first is None:
        return None
    found = {"total": total, "pages": pages, "more": more}
    return {"kind": "page", "parameter": wire, "first": first, **{key: one for key, one in found.items() if one}}


def _first(schema: dict[str, Any]) -> int | None:
    """The number of the first page, None where the document does not say it."""
    for key in ("default", "minimum"):
        if schema.get(key) in (0, 1) and not isinstance(schema.get(key), bool):
            return int(schema[key])
    text = string(schema.get("description")).lower()
    return 1 if ONE_BASED.search(text) else 0 if ZERO_BASED.search(text) else None


def _by_offset(parameters: Parameters, fields: Fields) -> dict[str, Any] | None:
    name = next((one for one in OFFSETS if one in parameters and "integer" in strings_of(parameters[one][1])), "")
    if not name or not parameters.keys() & {*SIZES}:
        return None
    wire, schema = parameters[name]
    found = {"total": fields.pointer(TOTALS, "integer"), "more": fields.pointer(MORE, "boolean")}
    first = 1 if schema.get("default", schema.get("minimum")) == 1 else 0
    return {"kind": "offset", "parameter": wire, "first": first, **{key: one for key, one in found.items() if one}}


def _is_cursor(schema: dict[str, Any]) -> bool:
    return strings_of(schema) <= {"string", "integer", "null"} and not string(schema.get("format")).startswith("date")


# -- the parts of a page -----------------------------------------------------------------------------------------------


def _items(draft: Draft, one: Operation, page: Any) -> str | None:
    """The pointer of the items in a page, None if there are none or several."""
    if types_of(draft.tree, page) == ["array"]:
        return ""
    fields = properties_of(draft.tree, page)
    wanted = {*LISTS, "content", *noun(one.path)[-1:]}
    lists = [name for name, field in fields.items() if _is_list(draft, field)]
    named = [name for name in lists if _plain(name) in {_plain(each) for each in wanted}] or lists
    if len(named) == 1:
        return join("", named[0])
    inner = [(name, field) for name, field in fields.items() if _plain(name) in WRAPPERS]
    if lists or len(inner) != 1:
        return None
    name, field = inner[0]
    below = [each for each, value in properties_of(draft.tree, field).items() if _is_list(draft, value)]
    return join("", name, below[0]) if len(below) == 1 else None


def _is_list(draft: Draft, schema: object) -> bool:
    return any("array" in types_of(draft.tree, one) for one in branches_of(draft.tree, schema))


def _fields(draft: Draft, page: Any) -> Iterator[tuple[str, tuple[str, dict[str, Any]]]]:
    """The fields of a page and of the objects that hold such fields, those of the page last: they win."""
    top = properties_of(draft.tree, page)
    for name, field in top.items():
        if _plain(name) in HOLDERS + WRAPPERS:
            for inner, value in properties_of(draft.tree, field).items():
                if _plain(inner) in HOLDERS:
                    for deep, last in properties_of(draft.tree, value).items():
                        yield _plain(deep), (join("", name, inner, deep), _plainest(draft, last))
                yield _plain(inner), (join("", name, inner), _plainest(draft, value))
    for name, field in top.items():
        yield _plain(name), (join("", name), _plainest(draft, field))


def _plainest(draft: Draft, schema: object) -> dict[str, Any]:
    """A schema, or the branch of it that is not null."""
    branches = [resolve(draft.tree, one) for one in branches_of(draft.tree, schema)]
    return next((one for one in branches if one.get("type") != "null"), branches[0])


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def strings_of(schema: dict[str, Any] | Missing) -> set[str]:
    """The types that a schema names."""
    kinds = {} if isinstance(schema, Missing) else schema
    named = kinds.get("type")
    return {named} if isinstance(named, str) else {one for one in sequence(named) if isinstance(one, str)}
