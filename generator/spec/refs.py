"""References: from the text of a `$ref` to the node it refers to, and a check that each leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from yaml.nodes import Node

from ..diagnostics import Diagnostic, did_you_mean
from ..limits import Budget
from .pointer import at, child, join, mapping, string, tokens_of
from .schemas import LISTS, MAPS, SINGLE
from .source import KeyedNode, Source, keys, load_source
from .values import KINDS

# The first token of a pointer into a file that holds many things, and into a file that is a schema itself.
SCHEMA_KEYWORDS = frozenset({"properties", "items", "allOf", "anyOf", "oneOf", "additionalProperties"})
SECTIONS = KINDS.keys() - {"properties", "patternProperties", "dependentSchemas", "content", "encoding", "variables"}

# Where the target of a reference may be outside `components`: in a list or a map under one of these keys, or alone.
LISTED = {"schemas": (*MAPS, *LISTS, "definitions"), "mediaTypes": ("content",)}
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


class Targets:
    """Loads the files that references lead to, each once, and none from outside the directory of the main file."""

    def __init__(self, main: Source, budget: Budget) -> None:
        self.directory = main.path.parent
        self.budget = budget
        self.main = main
        self.sources: dict[str, Source] = {main.label: main}
        self.links: dict[str, str] = {}  # the path by which each file was named, and its own
        self._files: dict[tuple[Path, str], Source] = {}  # by the directory of a reference, and what it names

    def find(self, source: Source, node: Node, text: str, kind: str) -> Found | None:
        """The target of a reference in a file; None, and a diagnostic in that file, if there is none."""
        file, _, pointer = text.partition("#")
        target_source = self.file(source, node, text, file) if file else source
        if target_source is None:
            return None
        if target_source.root is None:
            if not target_source.diagnostics:  # an unreadable file has reported its fault already
                message = f"$ref {text!r}: {target_source.label} is empty"
                source.report(node.start_mark, message, "write the target there", "reference")
            return None
        if pointer and not pointer.startswith("/"):
            hint = "use the path of the target: file.yaml#/schemas/Name"
            source.report(node.start_mark, f"$ref to an anchor: {text!r}", hint, "reference")
            return None
        tokens = tokens_of(pointer)
        kind, length = _component_of(tokens, kind)
        found, rest = target_source.nearest(tokens[:length])
        if found is None or rest:
            known = keys(found.node) if found else []
            hint = did_you_mean(rest[0], known, f"add {rest[0]!r} to {target_source.label}, or correct the name")
            message = f"unknown $ref {text!r}: {target_source.label} has no {join('', *tokens)}"
            source.report(node.start_mark, message, hint, "reference")
            return None
        return Found(Target(target_source, join("", *tokens[:length]), found), kind, tokens[length:])

    def file(self, source: Source, node: Node, text: str, file: str) -> Source | None:
        """The file of a reference."""
        near = (source.path.parent, file)
        if near not in self._files:
            if found := self._look(source, node, text, file):
                self._files[near] = found
            return found
        return self._files[near]

    def _look(self, source: Source, node: Node, text: str, file: str) -> Source | None:
        if _is_remote(file):
            hint = "copy the target into the directory of the spec"
            source.report(node.start_mark, f"remote $ref {text!r}", hint, "reference")
            return None
        named = source.path.parent / unquote(file).replace("\0", "")
        path = named.resolve()
        self.links[str(named)] = str(path)
        if not path.is_relative_to(self.directory.resolve()):
            message = f"$ref {text!r} leaves the directory of the spec"
            hint = f"move the file below {self.directory.name}/"
            source.report(node.start_mark, message, hint, "reference")
            return None
        return self.open(source, node, text, path)

    def label(self, path: Path) -> str:
        """A file below the directory as people know it."""
        return self.main.label.removesuffix(self.main.path.name) + path.relative_to(self.directory).as_posix()

    def open(self, source: Source, node: Node, text: str, path: Path) -> Source | None:
        """The loaded file."""
        label = self.label(path)
        if label not in self.sources:
            try:
                self.sources[label] = load_source(path, label, self.budget)
            except OSError as error:
                near = [other.name for other in path.parent.glob("*.*")] if path.parent.is_dir() else []
                hint = did_you_mean(path.name, near, f"create {label}, or correct the name")
                message = f"$ref {text!r}: {label} cannot be read: {error.strerror or error}"
                source.report(node.start_mark, message, hint, "reference")
                return None
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
    """A reference in the tree, and how and where it was written."""

    text: str
    written: str
    kind: str  # the section of `components` that it must refer to
    source: Source
    node: Node

    def diagnostic(self, message: str, hint: str) -> Diagnostic:
        """A diagnostic at this reference."""
        return self.source.diagnostic(self.node.start_mark, message, hint, "reference")


def broken_links(tree: dict[str, Any], links: Iterable[Link]) -> Iterator[Diagnostic]:
    """References to what is not there, to something of another kind, or round in a circle."""
    circular = _Circles(tree)
    for link in links:
        pointer, hint = link.text[1:], f"refer to #/components/{link.kind}/…"
        section = _section(tokens_of(pointer))
        if pointer and not pointer.startswith("/"):
            hint = "use the path of the target: #/components/schemas/Name"
            yield link.diagnostic(f"$ref to an anchor: {link.written!r}", hint)
        elif section and section != link.kind:
            yield link.diagnostic(f"$ref {link.written!r} leads to {section}, where {link.kind} are expected", hint)
        elif missing := missing_token(tree, tokens_of(pointer)):
            token, known = missing
            hint = did_you_mean(token, known, f"add {token!r} there, or correct the name")
            yield link.diagnostic(f"unknown $ref {link.written!r}: nothing is there", hint)
        elif not section and not _fits(tokens_of(pointer), link.kind):
            yield link.diagnostic(f"$ref {link.written!r} does not lead to one of the {link.kind}", hint)
        elif circular.leads_into(link.text):
            yield link.diagnostic(f"$ref {link.written!r} leads round in a circle", "let one of them contain a schema")


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
