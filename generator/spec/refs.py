"""References: from the text of a `$ref` to the node it refers to, and a check that each leads somewhere."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from yaml.nodes import Node

from ..diagnostics import Diagnostic, did_you_mean
from ..limits import Budget
from .pointer import at, child, join, mapping, string, tokens_of
from .schemas import LISTS, MAPS, SINGLE
from .source import KeyedNode, Source, keys, load_source
from .values import KINDS, Reference

# The first token of a pointer into a file that holds many things, and into a file that is a schema itself.
SCHEMA_KEYWORDS = frozenset({"properties", "items", "allOf", "anyOf", "oneOf", "additionalProperties"})
SECTIONS = KINDS.keys() - {"properties", "patternProperties", "dependentSchemas", "content", "encoding", "variables"}

# Where the target of a reference may be outside `components`: in a list or a map under one of these keys, or alone.
LISTED = {"schemas": (*MAPS, *LISTS), "mediaTypes": ("content",)}
ALONE = {"schemas": ("schema", *SINGLE), "requestBodies": ("requestBody",)}


class Target(NamedTuple):
    """A node of a file that is bundled as a whole. Two are equal if file and pointer are."""

    source: Source
    pointer: str
    node: KeyedNode

    @property
    def label(self) -> str:
        """File and pointer in one."""
        return f"{self.source.label}#{self.pointer}"

    @property
    def name(self) -> str:
        """Its own name: the last token of the pointer, or the file's name."""
        tokens = tokens_of(self.pointer)
        return tokens[-1] if tokens else PurePosixPath(self.source.label).stem

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Target) and self.label == other.label

    def __hash__(self) -> int:
        return hash(self.label)


class Found(NamedTuple):
    """A target, the section of `components` it belongs to, and the tokens of the reference that lead below it."""

    target: Target
    kind: str
    rest: list[str]

    @property
    def whole(self) -> Target:
        """The node at the end of the reference itself."""
        source, pointer, node = self.target
        return Target(source, join(pointer, *self.rest), source.nearest(self.rest, node)[0] or node)


class Unresolved(Exception):
    """A reference that leads nowhere, as a diagnostic. `is_told` if the file that it leads to has one itself."""

    def __init__(self, source: Source, node: Node, message: str, hint: str, *, is_told: bool = False) -> None:
        self.diagnostic = source.diagnostic(node.start_mark, message, hint, "reference")
        self.is_told = is_told
        super().__init__(message)

    def fault(self, link: Link) -> Fault:
        """The fault of a link."""
        return Fault(link, self.diagnostic, self.is_told)


class Targets:
    """Loads the files that references lead to, each once, and none from outside the directory of the main file.

    `root` is a directory around that one, below which references may lead too.
    """

    def __init__(self, main: Source, budget: Budget, root: Path | None = None) -> None:
        self.directory = main.path.parent
        self.root = root.resolve() if root and main.path.is_relative_to(root.resolve()) else self.directory.resolve()
        self.budget = budget
        self.main = main
        self.sources: dict[str, Source] = {main.label: main}
        self.links: dict[str, str] = {}  # the path by which each file was named, and its own
        # By the directory of a reference, and the file or `$id` that it names.
        self._resources: dict[tuple[Path, str], tuple[Source, list[str]]] = {}

    def find(self, source: Source, node: Node, text: str, kind: str) -> Found:
        """The target of a reference in a file. Raises `Unresolved`."""
        file, _, pointer = text.partition("#")
        target_source, start = self.resource(source, node, text, file) if file else (source, [])
        if target_source.root is None:
            is_told = bool(target_source.diagnostics)
            message = f"$ref {text!r}: {target_source.label} is {'unreadable' if is_told else 'empty'}"
            raise Unresolved(source, node, message, "write the target there", is_told=is_told)
        if pointer and not pointer.startswith("/"):
            anchored = target_source.identified.get(f"#{unquote(pointer)}")
            if anchored is None:
                hint = f"use the path of the target: {file}#/components/schemas/Name"
                raise Unresolved(source, node, f"$ref to an anchor: {text!r}", hint)
            start, pointer = anchored, ""
        tokens = [*start, *tokens_of(pointer)]
        if not tokens and "openapi" in keys(target_source.root):
            hint = f"name one of its {kind}: {file or '…'}#/components/{kind}/…"
            raise Unresolved(source, node, f"$ref {text!r} leads to a whole document", hint)
        kind, length = _component_of(tokens, kind)
        found, rest = target_source.nearest(tokens[:length])
        if found is None or rest:
            known = keys(found.node) if found else []
            hint = did_you_mean(rest[0], known, f"add {rest[0]!r} to {target_source.label}, or correct the name")
            message = f"unknown $ref {text!r}: {target_source.label} has no {join('', *tokens)}"
            raise Unresolved(source, node, message, hint)
        return Found(Target(target_source, join("", *tokens[:length]), found), kind, tokens[length:])

    def resource(self, source: Source, node: Node, text: str, file: str) -> tuple[Source, list[str]]:
        """The file of a reference, and the tokens of the schema in it whose `$id` the reference names."""
        near = (source.path.parent, file)
        if near not in self._resources:
            try:
                self._resources[near] = (self._look(source, node, text, file), [])
            except Unresolved:
                known = self.identified(source, file)
                if known is None:
                    raise
                self._resources[near] = known
        return self._resources[near]

    def identified(self, source: Source, name: str) -> tuple[Source, list[str]] | None:
        """The file and the tokens of the schema that has an `$id`, itself or relative to that of another schema."""
        for one in (source, *self.sources.values()):
            bases = [known for known in one.identified if _is_remote(known)]
            for wanted in (name, *(urljoin(base, name) for base in bases)):
                if wanted in one.identified:
                    return one, one.identified[wanted]
        return None

    def _look(self, source: Source, node: Node, text: str, file: str) -> Source:
        if _is_remote(file):
            hint = "copy the target into the directory of the spec"
            raise Unresolved(source, node, f"remote $ref {text!r}", hint)
        name = unquote(file).replace("\0", "").encode("utf-8", "replace").decode()  # without halves of surrogate pairs
        named = source.path.parent / name
        path = named.resolve()
        self.links[str(named)] = str(path)
        if not path.is_relative_to(self.root):
            message = f"$ref {text!r} leaves the directory of the spec"
            hint = (
                f"move the file below {self.root.name}/, or choose a configuration in a directory above both: --config"
            )
            raise Unresolved(source, node, message, hint)
        return self.open(source, node, text, path)

    def label(self, path: Path) -> str:
        """A file as people know it: by its path from the directory around that of the main file."""
        near = self.main.label.removesuffix(self.main.path.name) + os.path.relpath(path, self.directory)
        return PurePosixPath(os.path.normpath(near)).as_posix()

    def open(self, source: Source, node: Node, text: str, path: Path) -> Source:
        """The loaded file. Raises `Unresolved`."""
        label = self.label(path)
        if label not in self.sources:
            try:
                self.sources[label] = load_source(path, label, self.budget)
            except OSError as error:
                near = [other.name for other in path.parent.glob("*.*")] if path.parent.is_dir() else []
                hint = did_you_mean(path.name, near, f"create {label}, or correct the name")
                message = f"$ref {text!r}: {label} cannot be read: {error.strerror or error}"
                raise Unresolved(source, node, message, hint) from error
        return self.sources[label]


def _is_remote(file: str) -> bool:
    try:
        parts = urlsplit(file)
    except ValueError:  # brackets that do not hold a host
        return True
    return bool(parts.scheme or parts.netloc)


def _component_of(tokens: list[str], kind: str) -> tuple[str, int]:
    """The section of a component, and how many tokens name the component itself."""
    if len(tokens) >= 3 and tokens[0] == "components":
        return tokens[1], 3
    if len(tokens) >= 2 and tokens[0] in SECTIONS:
        kind = KINDS[tokens[0]]
        return "pathItems" if kind == "paths" else kind, 2
    if tokens and tokens[0] in SCHEMA_KEYWORDS:
        return "schemas", 0
    return kind, len(tokens)


class Link(NamedTuple):
    """A reference in the tree, with its text there."""

    text: str
    reference: Reference

    def fault(self, message: str, hint: str) -> Fault:
        """A fault of this reference."""
        return Fault(self, self.reference.diagnostic(message, hint))


class Fault(NamedTuple):
    """A reference that leads nowhere, and the diagnostic that says so."""

    link: Link
    diagnostic: Diagnostic
    is_told: bool = False  # the file that it leads to has a diagnostic itself


def broken_links(tree: dict[str, Any], links: Iterable[Link]) -> Iterator[Fault]:
    """References to what is not there, to something of another kind, or round in a circle."""
    circular = _Circles(tree)
    for link in links:
        kind, written = link.reference.kind, link.reference.text
        pointer, hint = link.text[1:], f"refer to #/components/{kind}/…"
        section = _section(tokens_of(pointer))
        if section and section != kind:
            yield link.fault(f"$ref {written!r} leads to {section}, where {kind} are expected", hint)
        elif missing := missing_token(tree, tokens_of(pointer)):
            token, known = missing
            hint = did_you_mean(token, known, f"add {token!r} there, or correct the name")
            yield link.fault(f"unknown $ref {written!r}: nothing is there", hint)
        elif not section and not _fits(tokens_of(pointer), kind):
            yield link.fault(f"$ref {written!r} does not lead to one of the {kind}", hint)
        elif circular.leads_into(link.text):
            yield link.fault(f"$ref {written!r} leads round in a circle", "let one of them contain a schema")


def _section(tokens: list[str]) -> str:
    """The section of a reference to a whole component."""
    return tokens[1] if len(tokens) == 3 and tokens[0] == "components" else ""


def _fits(tokens: list[str], kind: str) -> bool:
    """True if something of a kind may be written at a place that is not a whole component."""
    listed, alone = (kind, *LISTED.get(kind, ())), ALONE.get(kind, ())
    return (len(tokens) > 1 and tokens[-2] in listed) or (len(tokens) > 0 and tokens[-1] in alone)


def missing_token(tree: dict[str, Any], tokens: list[str]) -> tuple[str, list[str]] | None:
    """The first token that leads nowhere, and what it could have been."""
    node: Any = tree
    for token in tokens:
        try:
            node = child(node, token)
        except KeyError:
            return token, list(mapping(node))
    return None


class _Circles:
    """Finds the references that lead round in a circle, each looked at once."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        self.known: dict[str, bool] = {}

    def leads_into(self, text: str) -> bool:
        """True if a reference leads into a circle of references."""
        chain: dict[str, None] = {}
        while text.startswith("#") and text not in chain and text not in self.known:
            chain[text] = None
            try:
                text = string(mapping(at(self.tree, tokens_of(text[1:]))).get("$ref"))
            except KeyError:
                text = ""
        found = self.known.get(text, text in chain)
        self.known.update(dict.fromkeys(chain, found))
        return found
