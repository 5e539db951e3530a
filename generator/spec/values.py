"""Nodes to plain data, with every `$ref` handed over to be rewritten.

Where a `$ref` stands decides what it is: a name under `properties`, data in an `example`, elsewhere a reference. So
each node is built knowing its role.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeGuard

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..diagnostics import Diagnostic
from ..limits import Budget
from .operations import METHODS
from .pointer import fragment, mapping, tokens_of
from .schemas import MAPS
from .source import Source, keys
from .yaml_file import TAG

MAX_SHOWN = 60


class Role(NamedTuple):
    """The role of a node, and the section of `components` (`kind`) that a `$ref` here refers to.

    `form` is `object` (keywords), `names` (a map of names to objects), `mapping` (of a discriminator), `variant` (of an
    operation), `name` (of a schema) or `data`.
    """

    form: str
    kind: str


DATA = Role("data", "")
OBJECT = Role("object", "schemas")
OPERATION = Role("object", "operations")
VARIANT = Role("variant", "schemas")
NAME = Role("name", "schemas")
# The keys of a variant that name a schema of the same file; all others hold data.
VARIANT_SCHEMAS = ("body", "answer")
# The sections of `components` with names of their own, beside schemas and media types.
_SELF_NAMED = (
    "responses", "parameters", "examples", "requestBodies", "headers", "links", "callbacks", "pathItems",
    "securitySchemes",
)  # fmt: skip
SUFFIXES = (".yaml", ".yml", ".json")
LITERAL_KEYS = frozenset({"example", "default", "enum", "const", "value"})
KINDS = {
    **dict.fromkeys(("schemas", *MAPS), "schemas"),
    # A path item of `paths` is put in place, because components of that kind are little known; elsewhere it is one.
    **dict.fromkeys(("paths", "webhooks"), "paths"),
    **dict.fromkeys(("content", "mediaTypes"), "mediaTypes"),
    **dict.fromkeys(("encoding", "variables"), ""),
    **{kind: kind for kind in _SELF_NAMED},
}

SCALAR_TYPES: dict[str, Callable[[str], Any]] = {
    TAG + "str": str,
    TAG + "null": lambda text: None,
    TAG + "bool": lambda text: text.lower() == "true",
    TAG + "int": lambda text: int(text, 0) if text[:2] in ("0o", "0x") else int(text),
    TAG + "float": lambda text: float(re.sub(r"\.(inf|nan)$", r"\1", text.lower())),
}


def role_below(role: Role, key: str, listed: bool) -> Role:
    """The role of the value of a key, or of each item if that is a list."""
    if role.form == "names":
        return Role("object", role.kind)
    if role.form == "variant":
        return NAME if key in VARIANT_SCHEMAS else DATA
    if role.form != "object":
        return DATA if role is NAME else role
    if key == "x-variants":
        return VARIANT
    if key.startswith("x-") or key in LITERAL_KEYS or (key == "examples" and listed):
        return DATA
    if role.kind == "callbacks":
        return Role("object", "pathItems")
    if role.kind == "paths" and key in METHODS:
        return OPERATION
    if key == "mapping":
        return Role("mapping", "schemas")
    if key == "requestBody":
        return Role("object", "requestBodies")
    return Role("object" if listed or key not in KINDS else "names", KINDS.get(key, "schemas"))


class Reference(NamedTuple):
    """A reference as it is written, and the mapping of the tree whose `key` it becomes."""

    source: Source
    node: Node
    text: str
    kind: str  # the section of `components` that it must refer to
    holder: dict[str, Any]
    key: str

    def diagnostic(self, message: str, hint: str) -> Diagnostic:
        """A diagnostic at this reference."""
        return self.source.diagnostic(self.node.start_mark, message, hint, "reference")


class Builder:
    """Builds the data of one file. `refer` returns the text that a reference has in the tree."""

    def __init__(self, source: Source, refer: Callable[[Reference], str], budget: Budget | None = None) -> None:
        self.source = source
        self.refer = refer
        self.budget = budget or Budget()
        self.open: set[int] = set()
        # Aliases can expand a short text without end ("billion laughs"): what is built again is counted.
        self.built: set[int] | None = set() if "&" in source.text and source.path.suffix != ".json" else None

    def build(self, node: Node, role: Role = OBJECT) -> Any:
        """The data of a node."""
        if isinstance(node, ScalarNode):
            return self.scalar(node, role)
        if id(node) in self.open:
            message = "an alias (*name) of a node that contains it"
            self.report(node, message, "write the nodes out, or name the inner schema and use a $ref")
            return None
        if not self.may_build(node):
            return None
        self.open.add(id(node))
        data = self.mapping(node, role) if isinstance(node, MappingNode) else self.items(node, role)
        self.open.discard(id(node))
        return data

    def may_build(self, node: Node) -> bool:
        """True while there are not too many values; the first one too many is reported."""
        budget, count = self.budget, 1 + len(node.value)
        before = (budget.values, budget.aliased)
        budget.values -= count
        if self.built is not None:
            budget.aliased -= count if id(node) in self.built else 0
            self.built.add(id(node))
        for name, left, known in zip(("values", "aliased"), (budget.values, budget.aliased), before, strict=True):
            if left < 0 <= known:
                what = "aliases (*name) expand to" if name == "aliased" else "the document has"
                message = f"{what} more than {getattr(budget.limits, name):,} values"
                self.report(node, message, budget.limits.hint(name), "limits")
        return min(budget.values, budget.aliased) >= 0

    def items(self, node: Node, role: Role) -> list[Any]:
        """The data of a list."""
        self.check_tag(node, "seq")
        return [self.build(item, role) for item in node.value]

    def mapping(self, node: MappingNode, role: Role) -> dict[str, Any]:
        """The data of a mapping; its keys are strings as they are written (200 is "200")."""
        self.check_tag(node, "map")
        data: dict[str, Any] = {}
        first: dict[str, Node] = {}
        for key_node, value in node.value:
            if not isinstance(key_node, ScalarNode):
                self.report(key_node, "a key that is not plain text", "use a string as the key")
                continue
            key = key_node.value
            if key == "<<" and not key_node.style:
                self.report(key_node, "merge keys (<<) are not part of YAML 1.2", "write the keys out, or use allOf")
                continue
            if key in data:
                place = self.source.place(first[key].start_mark)
                what = f"duplicate key {key!r} (first at {place})"
                self.report(key_node, what, "keep one of the two", "duplicate-key")
                self.build(value, role_below(role, key, isinstance(value, SequenceNode)))  # for its own faults
                continue
            first[key] = key_node
            if _is_reference(role, key, value):
                data[key] = self.refer(Reference(self.source, value, str(value.value), role.kind, data, key))
                continue
            if key == "$ref" and role.form == "object":
                hint = "write its target as text: '#/components/…'"
                self.report(key_node, "a $ref that is not a string", hint, "reference")
            data[key] = self.build(value, role_below(role, key, isinstance(value, SequenceNode)))
        return data

    def scalar(self, node: ScalarNode, role: Role) -> Any:
        """The data of a scalar."""
        construct = SCALAR_TYPES.get(node.tag)
        if construct is None:
            self.unknown_tag(node)
            return node.value
        try:
            value = construct(node.value)
        except ValueError:
            if node.value.isdecimal():  # Python reads some four thousand digits and no more
                self.report(node, f"{_short(node.value)} has too many digits for a number", "put it in quotes")
            else:
                self.report(node, f"{_short(node.value)} does not fit its tag", "remove the tag, or correct the value")
            return node.value
        if isinstance(value, float) and not math.isfinite(value):
            self.report(
                node, f"{_short(node.value)} is not a JSON number", "put it in quotes, or write a finite number"
            )
            return node.value
        if role.form == "name" and isinstance(value, str):
            return self.named(node, value, role.kind)
        return value

    def named(self, node: ScalarNode, name: str, kind: str) -> str:
        """The name that a schema of this file has in the tree."""
        root = self.source.root
        section = (kind,) if root and kind in keys(root) else ("components", kind)
        ref = self.refer(Reference(self.source, node, fragment([*section, name]), kind, {}, ""))
        return tokens_of(ref.partition("#")[2])[-1]

    def check_tag(self, node: Node, expected: str) -> None:
        if node.tag != TAG + expected:
            self.unknown_tag(node)

    def unknown_tag(self, node: Node) -> None:
        self.report(node, f"unknown tag {node.tag.replace(TAG, '!!')!r}", "remove it: a spec is plain YAML")

    def report(self, node: Node, message: str, hint: str, code: str = "syntax") -> None:
        self.source.report(node.start_mark, message, hint, code)


def _short(text: str) -> str:
    return repr(text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…")


def _is_reference(role: Role, key: str, value: Node) -> bool:
    """True for the value of a `$ref`, and for a reference in the mapping of a discriminator."""
    if not is_text(value):
        return False
    if role.form == "mapping":
        return "#" in value.value or "/" in value.value or value.value.endswith(SUFFIXES)
    return key == "$ref" and role.form == "object"


def is_text(node: Node) -> TypeGuard[ScalarNode]:
    """True for a string, as opposed to a number or null."""
    return isinstance(node, ScalarNode) and node.tag == TAG + "str"


def literal(source: Source) -> Builder:
    """A builder that leaves references as they are written."""
    return Builder(source, lambda reference: reference.text)


def build_file(source: Source, builder: Builder, role: Role) -> dict[str, Any]:
    """The data of a whole file, which must be a mapping."""
    if isinstance(source.root, MappingNode):
        return mapping(builder.build(source.root, role))
    if not source.diagnostics:
        message = "the file is empty" if source.root is None else "the file does not contain a mapping"
        example = "" if role == DATA else ", such as `openapi: 3.1.0`"
        source.report(None, message, f"start with keys at the left margin{example}", "syntax")
    return {}
