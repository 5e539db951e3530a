"""Rules for schemas of the document: what a request may be, and what a response may be, keyword by keyword."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from ..spec.pointer import follow, fragment, join, mapping, sequence, string, strings
from .change import Change, worst

Tree = dict[str, Any]
Direction = Literal["request", "response"]
# What became of the values that are valid.
Effect = Literal["narrowed", "widened", "changed"]

UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
# Constraints that are there or not; two that differ are not compared further.
CONSTRAINTS = (
    "pattern", "format", "multipleOf", "uniqueItems", "not", "if", "then", "else", "contains", "dependentRequired",
    "dependentSchemas", "patternProperties", "propertyNames", "unevaluatedItems", "unevaluatedProperties",
    "contentSchema", "contentEncoding", "contentMediaType", "prefixItems",
)  # fmt: skip
NEUTRAL = {"uniqueItems": False, "unevaluatedItems": True, "unevaluatedProperties": True}  # the same as nothing
ANNOTATIONS = frozenset(
    ["title", "description", "example", "examples", "default", "deprecated", "externalDocs", "$comment", "xml"]
)
UNION = ("anyOf", "oneOf")
NOTHING: Tree = {"not": {}}


class Facet(NamedTuple):
    """One keyword that differs."""

    key: str
    effect: Effect
    words: str
    before: Any
    after: Any


class Subject(NamedTuple):
    """The operation whose requests or responses are compared."""

    direction: Direction
    name: str  # METHOD /path
    operations: tuple[str, ...]

    def found(self, id: str, words: str, pointer: str, before: Any = None, after: Any = None) -> Change:
        """A change; a rule whose id begins with a dash exists for both directions."""
        id = f"{self.direction}{id}" if id.startswith("-") else id
        return Change(id, "document", self.name, f"{self.name}: {words}.", pointer, self.operations, before, after)


class Trees(NamedTuple):
    """Two documents, and the references to schemas that are the same in both, with all that they refer to."""

    old: Tree
    new: Tree
    unchanged: frozenset[str]

    @classmethod
    def of(cls, old: Tree, new: Tree) -> Trees:
        was, now = (mapping(mapping(tree.get("components")).get("schemas")) for tree in (old, new))
        left = {name for name in was.keys() & now.keys() if was[name] == now[name]}
        refs = {fragment(["components", "schemas", name]): now[name] for name in left}
        holds = {ref: set(references(node)) for ref, node in refs.items()}
        while more := [ref for ref, inner in holds.items() if not inner <= holds.keys()]:
            holds = {ref: inner for ref, inner in holds.items() if ref not in more}
        return cls(old, new, frozenset(holds))

    def same(self, old: Any, new: Any) -> bool:
        """True if two schemas are equal, with all that they refer to."""
        return _identity(old) == _identity(new) and self.unchanged.issuperset(references(new))


class Schemas:
    """Compares schemas of two trees."""

    def __init__(self, trees: Trees, subject: Subject) -> None:
        self.trees, self.subject = trees, subject
        self.old, self.new = trees.old, trees.new
        self.open: set[tuple[str, str]] = set()

    def compare(self, old: Any, new: Any, pointer: str, path: str) -> Iterator[Change]:
        """The changes between two schemas; `path` is how people call the place, `messages[].content`."""
        key = (_identity(old), _identity(new))
        if key in self.open or self.trees.same(old, new):  # `open`: a schema that contains itself
            return
        self.open.add(key)
        was, now = view(self.old, old), view(self.new, new)
        place = follow(self.new, new, pointer)[0]
        if _choices(was) or _choices(now):
            yield from self._alternatives(old, new, place, path)
        if bool(_choices(was)) == bool(_choices(now)) or not (_is_bare(was) or _is_bare(now)):
            for facet in (*_types(was, now), *_values(was, now), *_limits(was, now), *self._constraints(was, now)):
                words = f"`{path}` {facet.words}"
                yield self.subject.found(f"-{facet.effect}", words, join(place, facet.key), facet.before, facet.after)
            yield from self._inner(was, now, place, path)
        yield from self._annotations(was, now, place, path)
        self.open.discard(key)

    def field(self, both: Sequence[tuple[Any, bool] | None], pointer: str, path: str) -> Iterator[Change]:
        """A property, parameter or header: in either version its schema, and whether it is required."""
        (old, new), found = both, self.subject.found
        if old and new:
            if old[1] != new[1]:
                now = "required" if new[1] else "optional"
                yield found(f"-field-{now}", f"`{path}` is {now} now", pointer, old[1], new[1])
            yield from self.compare(old[0], new[0], pointer, path)
        elif new:
            required = new[1] and self.subject.direction == "request"
            words = f"`{path}` is new and required" if required else f"`{path}` is new"
            yield found("-field-added" + "-required" * required, words, pointer, None, path)
        elif old:
            optional = not old[1] and self.subject.direction == "response"
            yield found("-optional-field-removed" if optional else "-field-removed", f"`{path}` is gone", pointer, path)

    def _constraints(self, was: Tree, now: Tree) -> Iterator[Facet]:
        for key in CONSTRAINTS:
            old, new = expanded(self.old, was.get(key)), expanded(self.new, now.get(key))
            old, new = (None if one == NEUTRAL.get(key) else one for one in (old, new))
            if old != new:
                words = f"has the {key} {_short(new)}" if new is not None else f"has no {key} any more"
                # Where nothing is valid any more, both sides lose.
                effect: Effect = (
                    "narrowed" if old is None and now != NOTHING else "widened" if new is None else "changed"
                )
                yield Facet(key, effect, words + (f" instead of {_short(old)}" if old and new else ""), old, new)
        parts = [
            [expanded(tree, one) for one in _parts(tree, node)] for tree, node in ((self.old, was), (self.new, now))
        ]
        if len(parts[0]) != len(parts[1]) and _plain(was) != _plain(now):
            more = len(parts[1]) > len(parts[0])
            yield Facet(
                "allOf", "narrowed" if more else "widened", f"has {'more' if more else 'fewer'} parts", None, None
            )

    def _inner(self, was: Tree, now: Tree, pointer: str, path: str) -> Iterator[Change]:
        """The properties and further keys of an object, the items of a list."""
        old, new = self._visible(self.old, was), self._visible(self.new, now)
        for name in dict.fromkeys([*old, *new]):
            both = [
                (each[name], name in strings(node.get("required"))) if name in each else None
                for each, node in ((old, was), (new, now))
            ]
            yield from self.field(both, join(pointer, "properties", name), f"{path}.{name}" if path else name)
        for key, suffix in (("items", "[]"), ("additionalProperties", ".*")):
            before, after = was.get(key, True), now.get(key, True)
            if not isinstance(before, bool) and not isinstance(after, bool):
                yield from self.compare(before, after, join(pointer, key), path + suffix)
            elif before is not after and not (view(self.old, before) == {} == view(self.new, after)):
                closes = before is True or after is False
                words = f"`{path}` takes {'fewer' if closes else 'more'} {'items' if key == 'items' else 'keys'}"
                yield self.subject.found(
                    "-narrowed" if closes else "-widened", words, join(pointer, key), before, after
                )

    def _visible(self, tree: Tree, node: Tree) -> Tree:
        """The properties that are sent in this direction."""
        hidden = "readOnly" if self.subject.direction == "request" else "writeOnly"
        found = mapping(node.get("properties"))
        return {name: one for name, one in found.items() if view(tree, one).get(hidden) is not True}

    def _annotations(self, was: Tree, now: Tree, pointer: str, path: str) -> Iterator[Change]:
        old, new = was.get("default"), now.get("default")
        if old != new and self.subject.direction == "request":
            words = f"`{path}` has the default {json.dumps(new)} instead of {json.dumps(old)}"
            yield self.subject.found("default-changed", words, join(pointer, "default"), old, new)
        old, new = (node.get("deprecated") is True for node in (was, now))
        if old != new:
            words = f"`{path}` is {'deprecated' if new else 'no longer deprecated'}"
            yield self.subject.found("deprecation-changed", words, pointer, old, new)

    # -- unions ----------------------------------------------------------------------------------------------------

    def _alternatives(self, old: Any, new: Any, pointer: str, path: str) -> Iterator[Change]:
        """The members of `anyOf` and `oneOf`; a schema that is no union is one of one, or of its types."""
        before, after = _members(self.old, old), _members(self.new, new)
        wrapped = bool(_choices(view(self.old, old))) != bool(_choices(view(self.new, new)))
        found = list(self._pairs([*before], [*after], pointer, path, wrapped))
        exclusive = wrapped and any("oneOf" in view(*side) for side in ((self.old, old), (self.new, new)))
        if worst(found) == "breaking" and not exclusive and self._covered(before, after):
            # Each old request is valid as another member: free text takes a word that is no longer listed.
            words = f"`{path}` lists other values, and takes the same"
            found = [
                self.subject.found("-widened" if self.subject.direction == "request" else "-narrowed", words, pointer)
            ]
        yield from found

    def _pairs(self, old: list[Any], new: list[Any], pointer: str, path: str, wrapped: bool) -> Iterator[Change]:
        for same in (self._same_ref, self._equal, *([] if wrapped else [self._same_title, self._same_type])):
            for one in [*old]:
                other = next((each for each in new if same(one, each)), None)
                if other is not None:
                    old.remove(one)
                    new.remove(other)
                    yield from self.compare(one, other, pointer, path)
        gone, added = self._named(self.old, old), self._named(self.new, new)
        effect: Effect = "changed" if old and new else "narrowed" if old else "widened"
        words = (
            f"may be {added} instead of {gone}"
            if old and new
            else f"is no longer {gone}"
            if old
            else f"may be {added} too"
        )
        if old or new:
            yield self.subject.found(f"-{effect}", f"`{path}` {words}", pointer, gone or None, added or None)

    def _covered(self, old: list[Any], new: list[Any]) -> bool:
        """True if every member on the side that must still hold is valid as some member of the other side.

        Of plain values only: other generators name a class after each object.
        """
        if any("$ref" in mapping(one) or "properties" in mapping(one) for one in (*old, *new)):
            return False
        if self.subject.direction == "request":
            return all(any(worst(self.compare(one, other, "", "")) != "breaking" for other in new) for one in old)
        return all(any(worst(self.compare(one, other, "", "")) != "breaking" for one in old) for other in new)

    def _same_ref(self, old: Any, new: Any) -> bool:
        return "$ref" in mapping(old) and mapping(old)["$ref"] == mapping(new).get("$ref")

    def _equal(self, old: Any, new: Any) -> bool:
        names = {_ref(one) for one in (old, new)} - {""}
        return len(names) < 2 and bool(expanded(self.old, old) == expanded(self.new, new))

    def _same_title(self, old: Any, new: Any) -> bool:
        return bool(view(self.old, old).get("title", "") == view(self.new, new).get("title"))

    def _same_type(self, old: Any, new: Any) -> bool:
        same = view(self.old, old).get("type") == view(self.new, new).get("type")
        return bool(same) and "$ref" not in {*mapping(old), *mapping(new)}

    def _named(self, tree: Tree, schemas: list[Any]) -> str:
        return ", ".join(_ref(one) or _or(view(tree, one).get("type")) for one in schemas)


def view(tree: Tree, schema: object, seen: frozenset[str] = frozenset()) -> Tree:
    """A schema in the words of OpenAPI 3.1: its reference followed, `allOf` merged, `const` an enum of one."""
    written = mapping(schema)
    target = follow(tree, written)[1]
    if schema is False or target is False:
        return dict(NOTHING)
    found: Tree = {**mapping(target), **{key: value for key, value in written.items() if key != "$ref"}}
    if "const" in found:
        found["enum"] = [found.pop("const")]
    if isinstance(found.get("type"), str):
        found["type"] = [found["type"]]
    if found.pop("nullable", False) is True and "type" in found:
        found["type"] = [*found["type"], "null"]
    for limit in ("Minimum", "Maximum"):  # a flag beside the limit, in 3.0
        if isinstance(flag := found.get(f"exclusive{limit}"), bool):
            del found[f"exclusive{limit}"]
            if flag and limit.lower() in found:
                found[f"exclusive{limit}"] = found.pop(limit.lower())
    ref = string(written.get("$ref"))
    for part in sequence(found.get("allOf")) if ref not in seen else ():
        for key, value in view(tree, part, seen | {ref} if ref else seen).items():
            if key == "properties":
                found[key] = {**mapping(value), **mapping(found.get(key))}
            elif key == "required":
                found[key] = sorted({*strings(found.get(key)), *strings(value)})
            elif key != "allOf" and key not in ANNOTATIONS:
                found.setdefault(key, value)
    return found


def expanded(tree: Tree, node: object, seen: frozenset[str] = frozenset()) -> Any:
    """A node with every reference in it followed, for comparison."""
    if items := sequence(node):
        return [expanded(tree, one, seen) for one in items]
    if not (found := mapping(node)):
        return node
    if ref := string(found.get("$ref")):
        return {"$ref": ref} if ref in seen else expanded(tree, follow(tree, found)[1], seen | {ref})
    return {
        key: {name: expanded(tree, one, seen) for name, one in mapping(value).items()}
        if key == "properties"  # whose names are not keywords
        else expanded(tree, value, seen)
        for key, value in found.items()
        if key not in ("description", "title", "example")
    }


# -- keywords ------------------------------------------------------------------------------------------------------


def _types(was: Tree, now: Tree) -> Iterator[Facet]:
    old, new = was.get("type"), now.get("type")
    forth, back = _fits(old, new), _fits(new, old)
    if not (forth and back):
        effect: Effect = "widened" if forth else "narrowed" if back else "changed"
        yield Facet("type", effect, f"is {_or(new)} instead of {_or(old)}", old, new)


def _fits(given: list[str] | None, taken: list[str] | None) -> bool:
    kinds = {*taken, "integer"} if taken and "number" in taken else {*(taken or ())}
    return taken is None or (given is not None and kinds.issuperset(given))


def _values(was: Tree, now: Tree) -> Iterator[Facet]:
    old, new = was.get("enum"), now.get("enum")
    if new is None and old is not None:
        yield Facet("enum", "widened", "may be any value now, not only a listed one", old, new)
    elif old is None and new is not None:
        yield Facet("enum", "narrowed", f"is one of {_short(new)} now", old, new)
    elif old is not None:
        before, after = ({_identity(value): value for value in sequence(each)} for each in (old, new))
        gone = [value for key, value in before.items() if key not in after]
        added = [value for key, value in after.items() if key not in before]
        words = [f"is no longer {_short(gone)}"] * bool(gone) + [f"may be {_short(added)} too"] * bool(added)
        if words:
            effect: Effect = "changed" if gone and added else "narrowed" if gone else "widened"
            yield Facet("enum", effect, " and ".join(words), gone or None, added or None)


def _limits(was: Tree, now: Tree) -> Iterator[Facet]:
    for key in (*UPPER, *LOWER):
        # A length or a number of items is never less than 0.
        old, new = (None if one == 0 and key in LOWER[2:] else one for one in (was.get(key), now.get(key)))
        if old != new:
            tighter = new is not None and (old is None or (new < old) == (key in UPPER))
            words = (
                f"has the {key} {new} instead of {'none' if old is None else old}"
                if new is not None
                else f"has no {key} any more"
            )
            yield Facet(key, "narrowed" if tighter else "widened", words, old, new)


def references(node: Any) -> Iterator[str]:
    """Every `$ref` in a node."""
    keys = mapping(node)
    if ref := string(keys.get("$ref")):
        yield ref
    for inner in keys.values() or sequence(node):
        yield from references(inner)


def _choices(node: Tree) -> list[Any]:
    return [one for key in UNION for one in sequence(node.get(key))]


def _is_bare(node: Tree) -> bool:
    """True for a union that says nothing beside its members."""
    return bool(_choices(node)) and not node.keys() - {*UNION, "discriminator"} - ANNOTATIONS


def _members(tree: Tree, schema: Any) -> list[Any]:
    node = view(tree, schema)
    if found := _choices(node):
        return found
    types = strings(node.get("type"))
    return (
        [{"type": "null"} if one == "null" else {**node, "type": [one]} for one in types]
        if len(types) > 1
        else [schema]
    )


def _parts(tree: Tree, node: Tree) -> list[Any]:
    """The parts of `allOf` that say more than words."""
    return [part for part in sequence(node.get("allOf")) if view(tree, part).keys() - ANNOTATIONS]


def _plain(node: Tree) -> Tree:
    return {key: value for key, value in node.items() if key != "allOf" and key not in ANNOTATIONS}


def _identity(node: object) -> str:
    return json.dumps(node, sort_keys=True, default=str)


def _ref(node: object) -> str:
    return string(mapping(node).get("$ref")).rpartition("/")[2]


def _or(types: list[str] | None) -> str:
    return " or ".join(types) if types else "anything"


def _short(value: object) -> str:
    """A value in JSON, or several, cut where it is long."""
    many: list[Any] = sequence(value) or [value]
    text = ", ".join(json.dumps(one, ensure_ascii=False, default=str) for one in many)
    return text if len(text) <= 100 else f"{text[:99]}…"
