"""Nodes to plain data, with every `$ref` handed over to be rewritten.

What is a `$ref` depends on where it stands: under `properties` it is a name, in an `example` it is data, elsewhere it
is a reference. So each node is built knowing its role.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeGuard

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .pointer import mapping
from .source import Source
from .yaml_file import TAG

# Aliases can blow up a short text without end ("billion laughs"); no spec that people keep comes near this.
MOST_NODES = 2_000_000
# So much of a value is shown.
LONGEST = 60


class Role(NamedTuple):
    """What a node is: an `object` of keywords, a map of `names` to objects, a discriminator's `mapping`, a `variant` of
    an operation, or `data`.

    `kind` is the section of `components` to which a `$ref` standing here belongs.
    """

    form: str
    kind: str


DATA = Role("data", "")
OBJECT = Role("object", "schemas")
VARIANT = Role("variant", "schemas")
# The keys of a variant under which a schema stands; all others hold data.
VARIANT_SCHEMAS = ("body", "answer")
LITERAL_KEYS = frozenset({"example", "default", "enum", "const", "value"})
KINDS = {
    **dict.fromkeys(
        ("schemas", "definitions", "$defs", "properties", "patternProperties", "dependentSchemas"), "schemas"
    ),
    # A path item that stands in `paths` is put in place, for nobody expects a component there; elsewhere it is one.
    "paths": "paths",
    "webhooks": "paths",
    "pathItems": "pathItems",
    **dict.fromkeys(("content", "mediaTypes"), "mediaTypes"),
    **{
        kind: kind for kind in ("responses", "parameters", "examples", "requestBodies", "headers", "links", "callbacks")
    },
    **dict.fromkeys(("securitySchemes",), "securitySchemes"),
    **dict.fromkeys(("encoding", "variables"), ""),
}

type_of: dict[str, Callable[[str], Any]] = {
    TAG + "str": str,
    TAG + "null": lambda text: None,
    TAG + "bool": lambda text: text.lower() == "true",
    TAG + "int": lambda text: int(text, 0) if text[:2] in ("0o", "0x") else int(text),
    TAG + "float": lambda text: float(re.sub(r"\.(inf|nan)$", r"\1", text.lower())),
}


def role_below(role: Role, key: str, listed: bool) -> Role:
    """The role of what stands under a key, or of each item if that is a list."""
    if role.form == "names":
        return Role("object", role.kind)
    if role.form == "variant":
        return OBJECT if key in VARIANT_SCHEMAS else DATA
    if role.form != "object":
        return role
    if key == "x-variants":
        return VARIANT
    if key.startswith("x-") or key in LITERAL_KEYS or (key == "examples" and listed):
        return DATA
    if role.kind == "callbacks":
        return Role("object", "pathItems")
    if key == "mapping":
        return Role("mapping", "schemas")
    if key == "requestBody":
        return Role("object", "requestBodies")
    return Role("object" if listed or key not in KINDS else "names", KINDS.get(key, "schemas"))


class Builder:
    """Builds the data of one file. `refer(text, node, kind)` gives the text that a `$ref` gets."""

    def __init__(self, source: Source, refer: Callable[[Source, Node, str, str], str]) -> None:
        self.source = source
        self.refer = refer
        self.built = 0
        self.open: set[int] = set()

    def build(self, node: Node, role: Role = OBJECT) -> Any:
        """The data of a node."""
        if isinstance(node, ScalarNode):
            return self.scalar(node, role)
        circular, before = id(node) in self.open, self.built
        self.built += len(node.value)
        if circular or self.built > MOST_NODES:
            if circular or before <= MOST_NODES:
                what = "an alias (*name) of a node that holds it" if circular else "aliases that expand without end"
                self.note(node, what, "write the nodes out, or give the inner schema a name and refer to it")
            return None
        self.open.add(id(node))
        data = self.mapping(node, role) if isinstance(node, MappingNode) else self.items(node, role)
        self.open.discard(id(node))
        return data

    def items(self, node: Node, role: Role) -> list[Any]:
        """The data of a list."""
        self.check_tag(node, "seq")
        return [self.build(item, role) for item in node.value]

    def mapping(self, node: MappingNode, role: Role) -> dict[str, Any]:
        """The data of a mapping; its keys are strings as they are written (200 is "200")."""
        self.check_tag(node, "map")
        data: dict[str, Any] = {}
        marks: dict[str, Any] = {}
        for key_node, value in node.value:
            if not isinstance(key_node, ScalarNode):
                self.note(key_node, "a key that is not plain text", "write a string as the key")
                continue
            key = key_node.value
            if key == "<<" and not key_node.style:
                self.note(key_node, "merge keys (<<) are not part of YAML 1.2", "write the keys out, or use allOf")
            elif key in data:
                first = self.source.place(marks[key])
                self.note(key_node, f"duplicate key {key!r} (first at {first})", "keep one of the two")
                self.build(value, role_below(role, key, isinstance(value, SequenceNode)))  # for its own problems
            else:
                marks[key] = key_node.start_mark
                if key == "$ref" and role.form == "object" and is_text(value):
                    data[key] = self.refer(self.source, value, value.value, role.kind)
                else:
                    if key == "$ref" and role.form == "object":
                        self.note(key_node, "a $ref that is no text", "write what it leads to: '#/components/…'")
                    data[key] = self.build(value, role_below(role, key, isinstance(value, SequenceNode)))
        return data

    def scalar(self, node: ScalarNode, role: Role) -> Any:
        """The data of a scalar."""
        construct = type_of.get(node.tag)
        if construct is None:
            self.note(node, f"unknown tag {node.tag.replace(TAG, '!!')!r}", "write plain YAML: remove the tag")
            return node.value
        try:
            value = construct(node.value)
        except ValueError:
            if node.value.isdecimal():  # Python reads some four thousand digits and no more
                self.note(node, f"{_short(node.value)} has too many digits to be a number", "quote it")
            else:
                self.note(node, f"{_short(node.value)} does not fit its tag", "remove the tag, or mend the value")
            return node.value
        if isinstance(value, float) and not math.isfinite(value):
            self.note(node, f"{_short(node.value)} is not a number of JSON", "quote it, or write a finite number")
            return node.value
        if role.form == "mapping" and isinstance(value, str) and ("#" in value or "/" in value):
            return self.refer(self.source, node, value, role.kind)
        return value

    def check_tag(self, node: Node, expected: str) -> None:
        if node.tag != TAG + expected:
            self.note(node, f"unknown tag {node.tag.replace(TAG, '!!')!r}", "write plain YAML: remove the tag")

    def note(self, node: Node, what: str, cure: str) -> None:
        self.source.note(node.start_mark, what, cure)


def _short(text: str) -> str:
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")


def is_text(node: Node) -> TypeGuard[ScalarNode]:
    """Whether a node is a string; a number or nothing at all is none."""
    return isinstance(node, ScalarNode) and node.tag == TAG + "str"


def literal(source: Source) -> Builder:
    """Builds data as it is written, references unchanged."""
    return Builder(source, lambda _source, _node, text, _kind: text)


def whole(source: Source, builder: Builder, role: Role) -> dict[str, Any]:
    """The data of a whole file, which must be a mapping."""
    if isinstance(source.root, MappingNode):
        return mapping(builder.build(source.root, role))
    if not source.problems:
        what = "the file is empty" if source.root is None else "the file does not hold a mapping"
        source.note(None, what, "begin with keys at the margin, such as `openapi: 3.1.0`")
    return {}
