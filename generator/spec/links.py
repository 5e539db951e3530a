"""Whether every reference of the bundled tree leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from yaml.nodes import Node

from ..diagnostics import Diagnostic, did_you_mean
from .pointer import at, child, mapping, string, tokens_of
from .source import Source

# Where what a reference wants is written beside `components`: under one of these keys, in a list or a map or alone.
LISTED = {
    "schemas": (
        *("properties", "patternProperties", "$defs", "dependentSchemas"),
        *("allOf", "anyOf", "oneOf", "prefixItems"),
    ),
    "mediaTypes": ("content",),
}
ALONE = {
    "schemas": (
        *("schema", "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"),
        *("unevaluatedItems", "unevaluatedProperties", "contentSchema", "body", "answer"),
    ),
    "requestBodies": ("requestBody",),
}


class Link(NamedTuple):
    """A reference as it stands in the tree, and how and where it was written."""

    text: str
    written: str
    kind: str  # the section of `components` that is wanted
    source: Source
    node: Node

    def problem(self, what: str, cure: str) -> Diagnostic:
        """A problem with this reference."""
        return self.source.problem(self.node.start_mark, what, cure)


def broken(tree: dict[str, Any], links: Iterable[Link]) -> Iterator[Diagnostic]:
    """References to what is not there, or round in a circle."""
    for link in links:
        pointer = link.text[1:]
        if pointer and not pointer.startswith("/"):
            cure = "write the path of the node: #/components/schemas/Name"
            yield link.problem(f"$ref to an anchor: {link.written!r}", cure)
        elif (section := _section(tokens_of(pointer))) != link.kind and section:
            cure = f"refer to #/components/{link.kind}/…"
            yield link.problem(f"$ref {link.written!r} leads to {section} where {link.kind} are wanted", cure)
        elif missing := _missing(tree, tokens_of(pointer)):
            token, known = missing
            cure = did_you_mean(token, known, f"write {token!r} there, or mend the name")
            yield link.problem(f"unknown $ref {link.written!r}: nothing is there", cure)
        elif not section and not _fits(tokens_of(pointer), link.kind):
            cure = f"refer to #/components/{link.kind}/…"
            yield link.problem(f"$ref {link.written!r} leads to none of the {link.kind}, which are wanted", cure)
        elif _circular(tree, link.text):
            yield link.problem(f"$ref {link.written!r} leads round in a circle", "let one of them hold a schema")


def _section(tokens: list[str]) -> str:
    """The section of a reference to a whole component."""
    return tokens[1] if len(tokens) == 3 and tokens[0] == "components" else ""


def _fits(tokens: list[str], kind: str) -> bool:
    """Whether something of a kind may be written at a place that is no whole component."""
    listed, alone = (kind, *LISTED.get(kind, ())), ALONE.get(kind, ())
    return (len(tokens) > 1 and tokens[-2] in listed) or (len(tokens) > 0 and tokens[-1] in alone)


def _missing(tree: dict[str, Any], tokens: list[str]) -> tuple[str, list[str]] | None:
    """The first token that leads nowhere, and what it could have been."""
    node: Any = tree
    for token in tokens:
        try:
            node = child(node, token)
        except KeyError:
            return token, list(mapping(node))
    return None


def _circular(tree: dict[str, Any], text: str) -> bool:
    seen = set[str]()
    while text.startswith("#") and text not in seen:
        seen.add(text)
        try:
            text = string(mapping(at(tree, tokens_of(text[1:]))).get("$ref"))
        except KeyError:
            return False
    return text in seen
