"""Objects: the properties of a schema with those of its `allOf`, and of the unions beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from ..spec.names import ClassName, words
from ..spec.pointer import follow, join, mapping, resolve, sequence, strings
from ..spec.schemas import parts_of, required_of, types_of

UNIONS = ("anyOf", "oneOf")
# Keywords that decide a type. A part of `allOf` without them, such as a description, adds nothing to it.
_DECIDING = ("$ref", "type", "properties", "enum", "const", "items", "additionalProperties", "allOf", *UNIONS)

Kind = Literal["record", "object", "value", "nothing"]


class Property(NamedTuple):
    """A property of an object: its schemas (several where the branches of a union differ) and where they are."""

    wire: str
    nodes: tuple[tuple[Any, str], ...]
    hint: str
    required: bool


class Shapes:
    """Tells what schemas are, each once."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        self.kinds: dict[int, Kind] = {}

    def kind(self, schema: object) -> Kind:
        """A `record` has properties; an `object` has keys of any name; a `value` is anything else that has a type."""
        node = resolve(self.tree, schema)
        if id(node) not in self.kinds:
            self.kinds[id(node)] = "nothing"  # a schema that contains itself adds nothing to itself
            self.kinds[id(node)] = self._kind(node)
        return self.kinds[id(node)]

    def is_record(self, schema: object) -> bool:
        """True for an object with properties of its own; `allOf` with one part is that part."""
        node = resolve(self.tree, schema)
        if "properties" in node:
            return True
        deciding = self.deciding(node)
        merged = len(deciding) > 1 or bool(deciding and strings(node.get("required")))
        return merged and self.kind(node) == "record"

    def deciding(self, node: dict[str, Any]) -> list[int]:
        """The indices of the parts of `allOf` that say something about the type."""
        parts = sequence(node.get("allOf"))
        found = [index for index, part in enumerate(parts) if self._says_something(part)]
        return found or ([0] if parts else [])

    def branches(self, node: dict[str, Any]) -> list[tuple[str, int, Any]]:
        """The branches of the unions in a schema that decide a type: keyword, index and schema."""
        found = [(word, at, one) for word in UNIONS for at, one in enumerate(sequence(node.get(word)))]
        return [one for one in found if self.kind(one[2]) != "nothing"]

    def takes_anything(self, node: dict[str, Any]) -> bool:
        """True if a branch of a union says nothing, beside others that do, and the schema says no more itself."""
        kinds = [{self.kind(one) == "nothing" for one in sequence(node.get(word))} for word in UNIONS]
        return {True, False} in kinds and not types_of(self.tree, node) and not self.deciding(node)

    def properties(self, schema: dict[str, Any], pointer: str, owner: str) -> list[Property]:
        """The properties of an object, those of its `allOf` parts first."""
        required = required_of(self.tree, schema)
        found: dict[str, Property] = {}
        optional: dict[str, Property] = {}
        for one, is_sure in self._gathered(schema, pointer, owner, True, set()):
            if is_sure:
                # A part that only says more about a property of another one does not replace its type.
                if one.wire not in found or self.kind(one.nodes[0][0]) != "nothing":
                    found[one.wire] = one._replace(required=one.wire in required)
            elif one.wire in optional:
                known = optional[one.wire]
                optional[one.wire] = known._replace(nodes=(*known.nodes, *one.nodes))
            else:
                optional[one.wire] = one._replace(required=one.wire in required)
        return [*(one for one in found.values()), *(one for wire, one in optional.items() if wire not in found)]

    def _gathered(
        self, schema: dict[str, Any], pointer: str, owner: str, is_sure: bool, seen: set[tuple[int, bool]]
    ) -> Iterator[tuple[Property, bool]]:
        # Each part once, by whatever ways it comes in: there may be a way more for each of two parts that share one.
        if (id(schema), is_sure) in seen:
            return
        seen.add((id(schema), is_sure))
        for index, part in enumerate(sequence(schema.get("allOf"))):
            place, whole = follow(self.tree, part, join(pointer, "allOf", index))
            yield from self._gathered(mapping(whole), place, owner, is_sure, seen)
        for wire, value in mapping(schema.get("properties")).items():
            hint = f"{owner}{ClassName.styled(words(wire))}"
            yield Property(wire, ((value, join(pointer, "properties", wire)),), hint, False), is_sure
        for word, index, branch in self.branches(schema):
            place, whole = follow(self.tree, branch, join(pointer, word, index))
            yield from self._gathered(mapping(whole), place, owner, False, seen)

    def _kind(self, node: dict[str, Any]) -> Kind:
        if "properties" in node:
            return "record"
        kinds = [self.kind(part) for part in sequence(node.get("allOf"))]
        branches = [self.kind(one) for word in UNIONS for one in sequence(node.get(word))]
        said = [one for one in (*kinds, *branches) if one != "nothing"]
        if "enum" in node or "const" in node or "value" in said:
            return "value"
        if "record" in said:
            return "record"
        types = types_of(self.tree, node)
        if "object" in said or types == ["object"] or (not types and "additionalProperties" in node):
            return "object"
        return "value" if types or "items" in node else "nothing"

    def _says_something(self, part: object) -> bool:
        node = mapping(part)
        return any(word in node for word in _DECIDING) and (self.kind(part) != "nothing" or "$ref" in node)


def undescribed(tree: dict[str, Any], schema: dict[str, Any], known: set[str]) -> list[str]:
    """The names that a schema requires without describing them, in their order."""
    listed = [name for part in parts_of(tree, schema) for name in strings(part.get("required"))]
    return [name for name in dict.fromkeys(listed) if name not in known]
