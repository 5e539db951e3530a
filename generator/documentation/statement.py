"""A page's statements, applied to a copy of the spec.

Only what a page states otherwise changes the copy: a type that the spec does not have there, a value, a limit, a
field. A field or value that only the spec has stays, because pages are cut off and the spec knows the wire as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Any

from ..compare import Change, document_changes
from ..compare.schemas import LOWER, UPPER, references
from ..spec.pointer import follow, mapping, node_at, resolve, sequence, split, strings, tokens_of
from .page import Page, key_of

Tree = dict[str, Any]

LIMITS = (*UPPER, *LOWER, "multipleOf", "pattern")
WORDS = ("description", "title", "example", "examples")
DESCRIBED = "object-described"  # what a page describes of a free object
LARGEST = 50_000  # nodes of one schema
# Apifox prints as parameters what media types and security say.
NO_PARAMETERS = frozenset(["content-type", "accept", "authorization"])


def alone(tree: Tree, path: str, item: Tree) -> Tree:
    """A document that has one path, and of the components only those that it refers to."""
    components: Tree = {"securitySchemes": mapping(tree.get("components")).get("securitySchemes", {})}
    left = [*references(item)]
    while left:
        kind, name = (*tokens_of(left.pop().removeprefix("#")), "", "", "")[1:3]
        node = mapping(mapping(tree.get("components")).get(kind)).get(name)
        if node is not None and name not in components.setdefault(kind, {}):
            components[kind][name] = node
            left += references(node)
    return {**tree, "paths": {path: item}, "webhooks": {}, "components": components}


def stated(tree: Tree, page: Page, method: str, path: str) -> Tree:
    """A copy of the spec's operation, with all that it refers to, as the page has it."""
    components = json.loads(json.dumps(tree.get("components", {}), default=str))
    item = json.loads(json.dumps(mapping(mapping(tree.get("paths")).get(path)), default=str))
    copy = {**tree, "paths": {path: item}, "components": components}
    _Statement(copy, {"components": page.components}).operation(item, mapping(item.get(method)), page.operation)
    return copy


def changes(old: Tree, new: Tree) -> Iterator[Change]:
    """What a page states otherwise; one change for all fields of an object that is a free one in the spec."""
    fields = dict[str, list[Change]]()
    for one in document_changes(old, new, partial=True):
        place = one.pointer.rpartition("/properties/")[0]
        if "-field-added" in one.id and place and is_free(mapping(node_at(old, place))):
            fields.setdefault(place, []).append(one)
        else:
            yield one
    for place, added in fields.items():
        path, names = str(added[0].after).rpartition(".")[0], ", ".join(split(one.pointer)[-1] for one in added)
        where = f"`{path}`" if path else f"the {added[0].id.partition('-')[0]}"
        yield added[0]._replace(
            id=DESCRIBED, message=f"{added[0].name}: {where} has described fields now: {names}.", pointer=place
        )


class _Statement:
    def __init__(self, spec: Tree, page: Tree) -> None:
        self.spec, self.page = spec, page
        self.open: set[tuple[int, int]] = set()

    def operation(self, item: Tree, spec: Tree, page: Tree) -> None:
        if page.get("deprecated") is True:
            spec["deprecated"] = True
        self._parameters(item, spec, page)
        body = resolve(self.page, page.get("requestBody"))
        if body:
            self._content(resolve(self.spec, spec.setdefault("requestBody", {"content": {}})), body, True)
        for status, response in mapping(page.get("responses")).items():
            node = resolve(self.page, response)
            responses = spec.setdefault("responses", {})
            if str(status).startswith("2") and any(
                says(self.page, mapping(one).get("schema")) for one in mapping(node.get("content")).values()
            ):
                self._content(resolve(self.spec, responses.setdefault(str(status), {"content": {}})), node, False)

    def _parameters(self, item: Tree, spec: Tree, page: Tree) -> None:
        known = [
            resolve(self.spec, one) for one in (*sequence(item.get("parameters")), *sequence(spec.get("parameters")))
        ]
        for written in sequence(page.get("parameters")):
            one = resolve(self.page, written)
            name, place = str(one.get("name")), one.get("in")
            if place == "path" or is_no_parameter(one):
                continue
            same = [each for each in known if each.get("in") == place and str(each.get("name")).lower() == name.lower()]
            if not same:
                node = {"name": name, "in": place, "required": one.get("required") is True}
                spec["parameters"] = [
                    *sequence(spec.get("parameters")),
                    {**node, "schema": inline(self.page, one.get("schema", {}))},
                ]
                continue
            if same[0].get("required", False) is not one.get("required", False):
                same[0]["required"] = one.get("required") is True
            self.schema(same[0].setdefault("schema", {}), one.get("schema"), True)

    def _content(self, spec: Tree, page: Tree, request: bool) -> None:
        for media, content in mapping(page.get("content")).items():
            name, schema = media.partition(";")[0].strip().lower(), mapping(content).get("schema")
            known = mapping(spec.get("content"))
            fits = (one for each, one in known.items() if fnmatchcase(name, each.partition(";")[0].strip()))  # image/*
            found = next(fits, None)
            if found is None:
                spec.setdefault("content", {})[name] = {"schema": inline(self.page, schema or {})}
            elif schema:
                self.schema(found.setdefault("schema", {}), schema, request)

    def schema(self, spec: Tree | list[Tree], page: Any, request: bool) -> None:
        """Apply a schema of the page to one of the spec, or to the alternatives that it may be there."""
        specs = spec if isinstance(spec, list) else [spec]
        ours = [one for each in specs for one in leaves(self.spec, each)]
        theirs = list(leaves(self.page, page))
        key = (id(ours[0]), id(theirs[0])) if ours and theirs else (0, 0)
        if key in self.open or not (ours and theirs):
            return
        self.open.add(key)
        has, said = types_in(ours), types_in(theirs) - {"null"}
        loose = "integer" in has and "number" in said  # pages say number of whole numbers too
        if has and said and not loose and not said & has:
            self._retype(resolve(self.spec, specs[0]), page, [*sorted(said), *sorted(has & {"null"})])
            return
        # What is required in one of several objects says nothing of the others.
        alone = not theirs[0].get("x-table") and all(
            sum("properties" in one for one in each) < 2 for each in (theirs, ours)
        )
        for node in theirs:
            if not node.get("x-glued"):
                _values(ours, sequence(node.get("enum")) or ([node["const"]] if "const" in node else []))
            for limit in LIMITS:
                self._keyword(ours, node, limit)
            if request:
                self._keyword(ours, node, "default")
            self._properties(ours, node, request, alone)
            known = [one["items"] for one in ours if mapping(one.get("items"))]
            lists = [one for one in ours if "array" in types_in([one])]
            if known and mapping(node.get("items")):
                self.schema(known, node["items"], request)
            elif lists and not known and says(self.page, node.get("items", {})):
                lists[0]["items"] = inline(self.page, node["items"])

    def _retype(self, spec: Tree, page: Any, types: list[str]) -> None:
        """Another type; the limits that the page says nothing of stay."""
        if not {"object", "array"}.isdisjoint(types) or "type" not in spec:
            spec.clear()
            spec.update(inline(self.page, page))
        else:
            said = resolve(self.page, page)
            spec.update({key: said[key] for key in LIMITS if key in said})
            spec["type"] = types[0] if len(types) == 1 else types

    def _keyword(self, ours: list[Tree], node: Tree, key: str) -> None:
        if key in node and node[key] not in [one[key] for one in ours if key in one]:
            typed = [
                one for one in ours if not types_in([one]) or types_in([one]) & (types_in([node]) or types_in([one]))
            ]
            target = next((one for one in ours if key in one), (typed or ours)[0])
            target[key] = node[key]

    def _properties(self, ours: list[Tree], node: Tree, request: bool, alone: bool) -> None:
        required = strings(node.get("required"))
        holders = [one for one in ours if mapping(one.get("properties"))]
        if not holders and mapping(node.get("properties")):
            for one in [each for each in ours if is_free(each)][:1]:
                one |= {key: inline(self.page, node[key]) for key in ("properties", "required") if node.get(key)}
            return
        for name, schema in mapping(node.get("properties")).items():
            having = [one for one in holders if name in one["properties"]]
            needs = [one for one in ours if name in strings(one.get("required"))]
            if holders and not having:
                holders[0]["properties"][name] = inline(self.page, schema)
            if holders and name in required and not needs and (alone or not having):
                target = (having or holders)[0]
                target["required"] = [*strings(target.get("required")), name]
            for one in needs if alone and name not in required else ():
                one["required"] = [each for each in one["required"] if each != name]
            if having:
                self.schema([one["properties"][name] for one in having], schema, request)


def says(tree: Tree, schema: Any) -> bool:
    """False for a schema that nobody described."""
    return any(
        node.get("type", "object") != "object" or node.get("properties") or node.get("additionalProperties")
        for node in leaves(tree, schema)
    )


def is_free(node: Tree) -> bool:
    """True for an object of which no field is described, and no value of others."""
    described = mapping(node.get("properties")) or mapping(node.get("additionalProperties"))
    return types_in([node]) - {"null"} == {"object"} and not described


def is_no_parameter(node: Tree) -> bool:
    """True for a header that media types and security say already."""
    return node.get("in") == "header" and str(node.get("name")).lower() in NO_PARAMETERS


def leaves(tree: Tree, schema: Any, seen: tuple[int, ...] = ()) -> Iterator[Tree]:
    """A schema with the parts and the alternatives that it is made of, references followed."""
    node = mapping(follow(tree, schema)[1])
    if not node or id(node) in seen:
        return
    yield node
    for key in ("allOf", "anyOf", "oneOf"):
        for part in sequence(node.get(key)):
            yield from leaves(tree, part, (*seen, id(node)))


def inline(tree: Tree, schema: Any) -> Any:
    """A schema without references and prose; of its example a hash is left. What it holds of itself is left out."""
    return _Inline(tree).node(schema, ())


class _Inline:
    """Copies schemas in place of references, up to as many nodes as a page may have."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.left = tree, LARGEST

    def node(self, schema: Any, seen: tuple[int | str, ...]) -> Any:
        self.left -= 1
        if items := sequence(schema):
            return [self.node(one, seen) for one in items]
        node = mapping(schema)
        mark = str(node["$ref"]) if "$ref" in node else id(node)
        if not node or mark in seen or self.left < 0:
            return {} if node else schema
        seen = (*seen, mark)
        if "$ref" in node:
            return self.node(follow(self.tree, node)[1], seen)
        found: Tree = {
            key: {name: self.node(one, seen) for name, one in mapping(value).items()}
            if key == "properties"
            else self.node(value, seen)
            for key, value in node.items()
            if key not in WORDS and not key.startswith("x-apifox")
        }
        return {**found, **example_mark(node)}


def example_mark(node: Tree) -> Tree:
    """The hash of the example beside a schema, as a keyword; nothing if there is none."""
    shown = node.get("example", node.get("examples"))
    if shown in (None, "", [], {}):
        return {}
    return {"x-example": digest(shown)}


def digest(value: Any) -> str:
    """A short hash of plain data, which is a string in every YAML."""
    return f"sha256:{hashlib.sha256(json.dumps(value, default=str).encode()).hexdigest()[:12]}"


def shown_json(lines: Iterable[str]) -> Any:
    """The JSON that a page shows; its text if it is not valid."""
    text = "\n".join(lines)
    try:
        return json.loads(text)
    except ValueError:
        return text


def find(tree: Tree, method: str, path: str) -> tuple[str, str] | None:
    """The method and the path of an operation as the spec writes it."""
    wanted = key_of(method, path)
    for known, item in mapping(tree.get("paths")).items():
        if key_of(method, known) == wanted and mapping(item).get(method.lower()):
            return method.lower(), known
    return None


def types_in(nodes: list[Tree]) -> set[str]:
    """The types that some schemas name."""
    return {each for one in nodes for each in (strings(one.get("type")) or [str(one.get("type", ""))])} - {""}


def _values(ours: list[Tree], page: list[Any]) -> None:
    known = [
        value for one in ours for value in (*sequence(one.get("enum")), *([one["const"]] if "const" in one else []))
    ]
    more = [value for value in page if value not in known]
    if more and (listed := [one for one in ours if "enum" in one]):
        listed[0]["enum"] = [*listed[0]["enum"], *more]
    elif more:
        ours[0]["enum"] = page
