"""Pages as a browser shows them: text with or without the navigation, and saved HTML made text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from ..spec.pointer import mapping, sequence
from .navigation import tree
from .page import METHODS, Page
from .statement import Tree, find, leaves, shown_json

TYPE = re.compile(
    r"(?:enum<)?(string|integer|number|boolean|object|array|file|any|null)\b>?(?:\s*\[\s*(\w+)[^\]]*\])?(?:\s*[<(].*)?"
)
NAME = re.compile(r"[\w.$\[\]/:@-]+", re.ASCII)
SECTION = re.compile(r"(Header|Query|Path|Cookie|Body) Params(?:\s+([\w.+-]+/[\w.+-]+))?")
STATUS = re.compile(r"\W*([1-5]\d\d)(?!\d).*|\W*(default)\b.*", re.IGNORECASE)
LIMIT = re.compile(r"(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)\s*(characters|items)?")
END = re.compile(r"(Request samples|Responses|Modified at.*|Previous|Next|Built with.*|Request Request Example)")
MEDIA = re.compile(r"[\w.+-]+/[\w.+-]+")
MODIFIED = re.compile(r"Modified at").match
DEEPEST = 50  # objects in objects
HIDDEN = ("script", "style", "noscript", "template")
WHOLE = frozenset(["Previous", "Next", "Built with"])  # what stands below a page
KEYWORDS = {
    (">=", "characters"): "minLength", ("<=", "characters"): "maxLength", (">=", "items"): "minItems",
    ("<=", "items"): "maxItems", (">=", ""): "minimum", ("<=", ""): "maximum", (">", ""): "exclusiveMinimum",
    ("<", ""): "exclusiveMaximum",
}  # fmt: skip


class Row(NamedTuple):
    """A field as a page lists it, nested ones behind the object that holds them."""

    name: str
    schema: Tree
    required: bool
    values: list[str]


class _Text(HTMLParser):
    """The text of an HTML page, a line for each element; the items of lists are indented."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.hidden = self.depth = 0
        self.bullet = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        self.depth += tag in ("ul", "ol")
        if tag == "li":
            self.bullet = f"{'  ' * min(self.depth, 20)}• "

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= bool(self.hidden) and tag in HIDDEN
        self.depth -= bool(self.depth) and tag in ("ul", "ol")

    def handle_data(self, data: str) -> None:
        for line in () if self.hidden else filter(str.strip, data.splitlines()):
            self.lines.append(self.bullet + line.strip())
            self.bullet = ""


def html_text(html: str) -> str:
    """The text that a browser shows of an HTML page."""
    parser = _Text()
    parser.feed(html)
    return "\n".join(parser.lines)


def page(file: str, form: str, text: str, spec: Tree, groups: set[str], operation: Tree | None = None) -> Page | None:
    """The page of an endpoint, None if the text shows no method with an address below it.

    `operation` is the spec's, where it is not the one of that method and path: it tells what is nested, and the values.
    """
    raw = [line for line in text.splitlines() if line.strip()]
    lines = [line.strip() for line in raw]
    for index, (line, below) in enumerate(pairwise(lines)):
        if index and line.lower() in METHODS and re.match(r"(https?://|\{\{|/)\S+$", below):
            method, path = line.lower(), _path(below)
            title, rest, links = lines[index - 1], lines[index + 2 :], tree(raw[: index - 1])
            # Below the address stands the group, or prose: it is the group if the navigation has it as well.
            names = {each.lstrip("-•* ") for each in lines[: index - 1]} | groups
            group = rest[0] if rest and rest[0] in names else ""
            listed = ["/".join(one.group) for one in links if one.title == title and group in ("", *one.group)]
            known = find(spec, method, path)
            ours = operation or (mapping(mapping(spec["paths"][known[1]])[method]) if known else {})
            stated = _operation(rest, spec, ours)
            return Page(
                file, form, title, listed[0] if listed else group, "", method, path, stated, {}, text, tuple(links)
            )
    return None


def _path(address: str) -> str:
    return re.sub(r"^\{\{[^}]*\}\}", "", urlsplit(address).path if "://" in address else address)


def _operation(lines: list[str], spec: Tree, ours: Tree) -> Tree:
    """The operation; `x-cut` is the section in which the page breaks off, "-" if it does between two."""
    parameters: list[Tree] = []
    found: Tree = {"parameters": parameters}
    if WHOLE.isdisjoint(lines) and not any(map(MODIFIED, lines)):
        found["x-cut"] = "-"
    for place, detail, part, cut in _sections(lines):
        if place in ("Body", "response"):
            holder = ours.get("requestBody") if place == "Body" else mapping(ours.get("responses")).get(detail)
            media = detail if place == "Body" else next(filter(MEDIA.fullmatch, part), "")
            media = media or "application/json"
            content = {"schema": _nested(part, spec, _schema(spec, holder, media)), **_example(part, cut)}
            if place == "Body":
                found["requestBody"], section = {"content": {media: content}}, f"body {media}"
            else:
                found.setdefault("responses", {})[detail] = {"content": {media: content}}
                section = f"{detail} {media}"
        else:
            section = place.lower()
            known = [mapping(next(leaves(spec, one), None)) for one in sequence(ours.get("parameters"))]
            for row in _rows(part):
                same = [one for one in known if str(one.get("name")).lower() == row.name.lower()]
                schema = _with_values(row, spec, same[0].get("schema") if same else None)
                parameters.append({"name": row.name, "in": section, "required": row.required, "schema": schema})
        if cut:
            found["x-cut"] = section
    return found


def _sections(lines: list[str]) -> Iterator[tuple[str, str, list[str], bool]]:
    """The parts of a page that list fields, each with its place, its media type or status, and True if cut off."""
    current: tuple[str, str, list[str]] | None = None
    answers = False
    for line in lines:
        section, status = SECTION.fullmatch(line), STATUS.fullmatch(line)
        answers = answers or line == "Responses"
        starts = section or (answers and status and len(line) < 40 and not line.isdecimal() and line[-1] != ":")
        if (starts or END.fullmatch(line)) and current:
            yield current[0], current[1], current[2], False
            current = None
        if section:
            current = section[1], section[2] or "", []
        elif starts and status:
            current = "response", status[1] or "default", []
        elif current:
            current[2].append(line)
    if current:  # the page is cut off here: its last lines may be half of something
        place, detail, part = current
        yield place, detail, _whole(part), True


def _whole(lines: list[str]) -> list[str]:
    """The lines of a section that is cut off, without what may be half a line or half a row."""
    marks = ("required", "optional")
    if not lines or lines[-1] in marks:
        return lines
    *rest, last = lines[:-1] or [""]
    if TYPE.fullmatch(last) and rest and rest[-1] not in marks:  # else it is the name of a row, such as `object`
        return rest[:-1]
    return [*rest, last] if last in marks else rest


def _rows(lines: list[str]) -> Iterator[Row]:
    starts = [
        index
        for index in range(len(lines) - 2)
        if NAME.fullmatch(lines[index])
        and TYPE.fullmatch(lines[index + 1])
        and lines[index + 2] in ("required", "optional")
    ]
    for index, end in pairwise([*starts, len(lines)]):
        kind = TYPE.fullmatch(lines[index + 1])
        schema = _typed(kind[1], kind[2]) if kind else {}
        values: list[str] = []
        label = ""
        for line in lines[index + 3 : end]:
            if line in ("Allowed values:", "Allowed value:", "Example:", "Default:", "Examples:", "Example"):
                label = line.rstrip(":")
                if label == "Example" and not line.endswith(":"):
                    break  # the example of the whole body
            elif label.startswith("Allowed"):
                values.append(line)
            elif label == "Default":
                schema["default"], label = _default(line, str(schema.get("type"))), ""
            elif label.startswith("Example"):
                schema["example"], label = [*schema.get("example", []), line], label
            elif not label and LIMIT.sub("", line).strip() == "":
                schema.update(_limits(line))
        yield Row(lines[index], schema, lines[index + 2] == "required", values)


def _typed(kind: str, items: str | None) -> Tree:
    if kind == "file":
        return {"type": "string", "format": "binary"}
    if kind == "any":
        return {}
    known = items in ("string", "integer", "number", "boolean", "object", "array")
    return {"type": kind, **({"items": {"type": items}} if kind == "array" and known else {})}


def _limits(line: str) -> Iterator[tuple[str, Any]]:
    for sign, number, unit in LIMIT.findall(line):
        if key := KEYWORDS.get((sign, unit)):
            yield key, float(number) if "." in number else int(number)


def _value(text: str, kind: str) -> Any:
    try:
        return text if kind == "string" else json.loads(text)
    except ValueError:
        return text


def _default(line: str, kind: str) -> Any:
    return None if line == "null" else _value(line, kind)


def _nested(lines: list[str], spec: Tree, ours: Any) -> Tree:
    """The rows as one schema: a row is in the open object that the spec, or the page's example, has it in."""
    items = [one["items"] for one in leaves(spec, ours) if one.get("type") == "array" and "items" in one]
    if items:  # of a list, the page shows what is in it
        return {"type": "array", "items": _nested(lines, spec, items[0])}
    root: Tree = {"type": "object", "properties": {}, "required": []}
    example = _example(lines, False).get("example")
    example = (sequence(example) or [example])[0]
    open: list[tuple[Tree, Any, Any]] = [(root, ours, example)]  # of each: the object, the spec's, the example's
    for row in _rows(lines):
        free = [one for one in open if row.name not in one[0]["properties"]]
        fits = [one for one in free if row.name in _names(spec, one[1])] or [
            one for one in free if row.name in mapping(one[2])
        ]
        while fits and open[-1] is not fits[-1]:
            open.pop()
        holder, known, sample = open[-1]
        field = next(
            (
                node["properties"][row.name]
                for node in leaves(spec, known)
                if row.name in mapping(node.get("properties"))
            ),
            None,
        )
        schema = holder["properties"][row.name] = _with_values(row, spec, field)
        if row.required:
            holder["required"].append(row.name)
        inner = schema.get("items", {}) if row.schema.get("type") == "array" else schema
        if inner.get("type") == "object" and len(open) < DEEPEST:
            inner.update(properties={}, required=[])
            below = mapping(sample).get(row.name)
            items = [one.get("items") for one in leaves(spec, field) if "items" in one] if inner is not schema else []
            open.append((inner, items[0] if items else field, (sequence(below) or [below])[0]))
    return root


def _names(spec: Tree, schema: Any) -> set[str]:
    return {name for node in leaves(spec, schema) for name in mapping(node.get("properties"))}


def _example(lines: list[str], cut: bool) -> Tree:
    """The example of a body: its value, or its text if that is no JSON."""
    if cut or "Example" not in lines:
        return {}
    return {"example": shown_json(lines[lines.index("Example") + 1 :])}


def _with_values(row: Row, spec: Tree, ours: Any) -> Tree:
    """The schema of a row, with its values taken apart by those of the spec."""
    if not row.values:
        return dict(row.schema)
    holders = [
        node
        for one in leaves(spec, ours)
        for node in (one, *(leaves(spec, one["items"]) if row.schema.get("type") == "array" and "items" in one else ()))
    ]
    known = sorted({str(value) for node in holders for value in sequence(node.get("enum"))}, key=len, reverse=True)
    pattern = "|".join(map(re.escape, known))
    values = [one for line in row.values for one in (re.split(f"({pattern})", line) if known else [line]) if one]
    enum: Tree = {"enum": [_value(one, str(row.schema.get("type"))) for one in values]}
    if not known and len(row.values) == 1:
        enum["x-glued"] = True
    if row.schema.get("type") == "array":
        return {**row.schema, "items": {**mapping(row.schema.get("items")), **enum}}
    return {**row.schema, **enum}


def _schema(spec: Tree, holder: Any, media: str) -> Any:
    """The schema of a body or a response."""
    content = mapping(mapping(next(leaves(spec, holder), None)).get("content"))
    return mapping(content.get(media) or next(iter(content.values()), None)).get("schema")
