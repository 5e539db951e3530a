"""From the text of a `$ref` to the node of the file it means."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from yaml.nodes import Node

from ..diagnostics import did_you_mean
from .pointer import join, tokens_of
from .source import Source, Spot, keys, load
from .values import KINDS

# The first token of a pointer into a file that holds many things, and into a file that is a schema itself.
SCHEMA_KEYWORDS = frozenset({"properties", "items", "allOf", "anyOf", "oneOf", "additionalProperties"})
SECTIONS = KINDS.keys() - {"properties", "patternProperties", "dependentSchemas", "content", "encoding", "variables"}


class Target(NamedTuple):
    """A node of a file that is bundled as a whole. Two are the same if file and pointer are."""

    source: Source
    pointer: str
    spot: Spot

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
    """A target, the section of `components` it belongs to, and the tokens below it that the reference goes on with."""

    target: Target
    kind: str
    rest: list[str]


class Targets:
    """Loads the files that references lead to, each once, and none from outside the directory of the main file."""

    def __init__(self, main: Source) -> None:
        self.directory = main.path.parent
        self.main = main
        self.sources: dict[str, Source] = {main.label: main}

    def find(self, source: Source, node: Node, text: str, kind: str) -> Found | None:
        """What a reference in a file means; None (and the problem is noted in that file) if nothing."""
        file, _, pointer = text.partition("#")
        target_source = self.file(source, node, text, file) if file else source
        if target_source is None:
            return None
        if target_source.root is None:
            if not target_source.problems:  # an unreadable file has told its problem already
                source.note(
                    node.start_mark, f"$ref {text!r}: {target_source.label} is empty", "write there what it names"
                )
            return None
        if pointer and not pointer.startswith("/"):
            cure = "write the path of the node: file.yaml#/schemas/Name"
            source.note(node.start_mark, f"$ref to an anchor: {text!r}", cure)
            return None
        tokens = tokens_of(pointer)
        kind, length = _extent(tokens, kind)
        spot, rest = target_source.nearest(tokens[:length])
        if spot is None or rest:
            known = keys(spot.node) if spot else []
            cure = did_you_mean(rest[0], known, f"write {rest[0]!r} in {target_source.label}, or mend the name")
            what = f"unknown $ref {text!r}: {target_source.label} holds no {join('', *tokens)}"
            source.note(node.start_mark, what, cure)
            return None
        return Found(Target(target_source, join("", *tokens[:length]), spot), kind, tokens[length:])

    def file(self, source: Source, node: Node, text: str, file: str) -> Source | None:
        """The file that a reference names."""
        if _is_remote(file):
            what, cure = f"remote $ref {text!r}", "copy what it names into the directory of the spec"
            source.note(node.start_mark, what, cure)
            return None
        path = (source.path.parent / unquote(file).replace("\0", "")).resolve()
        if not path.is_relative_to(self.directory.resolve()):
            what = f"$ref {text!r} leaves the directory of the spec"
            source.note(node.start_mark, what, f"move the file below {self.directory.name}/")
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
                self.sources[label] = load(path, label)
            except OSError as error:
                near = [other.name for other in path.parent.glob("*.*")] if path.parent.is_dir() else []
                cure = did_you_mean(path.name, near, f"write {label}, or mend the name")
                what = f"$ref {text!r}: {label} cannot be read ({error.strerror or error})"
                source.note(node.start_mark, what, cure)
                return None
        return self.sources[label]


def _is_remote(file: str) -> bool:
    try:
        parts = urlsplit(file)
    except ValueError:  # a host in brackets that is none
        return True
    return bool(parts.scheme or parts.netloc)


def _extent(tokens: list[str], kind: str) -> tuple[str, int]:
    """The section of a component, and how many tokens name the component itself."""
    if len(tokens) >= 3 and tokens[0] == "components":
        return tokens[1], 3
    if len(tokens) >= 2 and tokens[0] in SECTIONS:
        kind = KINDS[tokens[0]]
        return "pathItems" if kind == "paths" else kind, 2
    if tokens and tokens[0] in SCHEMA_KEYWORDS:
        return "schemas", 0
    return kind, len(tokens)
