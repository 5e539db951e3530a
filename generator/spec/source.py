"""Source files: their text, their nodes, and where each node is written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..diagnostics import Diagnostic, DiagnosticsError, Place
from . import json_file as jsonfile
from . import yaml_file as yamlfile
from .texts import LINE_END, Unparsable, mark_at


class Spot(NamedTuple):
    """A node and the key or list item that leads to it: problems point at the key, where the reader looks for it."""

    node: Node
    mark: Mark


class Source:
    """One file. `root` is None if it could not be read; `problems` then says why."""

    def __init__(self, path: Path, label: str, text: str) -> None:
        self.path = path
        self.label = label
        self.lines = LINE_END.split(text)
        self.root: Node | None = None
        self.problems: list[Diagnostic] = []

    def place(self, mark: Mark | None) -> Place:
        """The place of a mark; the whole file if there is none."""
        return Place(self.label, mark.line + 1, mark.column + 1) if mark else Place(self.label)

    def excerpt(self, place: Place) -> str:
        """The line of a place."""
        return self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""

    def problem(self, mark: Mark | None, what: str, cure: str) -> Diagnostic:
        """A problem at a mark of this file."""
        place = self.place(mark)
        return Diagnostic(place, what, cure, self.excerpt(place))

    def note(self, mark: Mark | None, what: str, cure: str) -> None:
        """Keep a problem at a mark of this file."""
        self.problems.append(self.problem(mark, what, cure))

    def nearest(self, tokens: Iterable[str], start: Spot | None = None) -> tuple[Spot | None, list[str]]:
        """The deepest node that exists on the way along the tokens, and the tokens that were not walked."""
        if self.root is None:
            return None, list(tokens)
        spot, rest = start or Spot(self.root, self.root.start_mark), list(tokens)
        while rest and (below := step(spot.node, rest[0])):
            spot = below
            del rest[0]
        return spot, rest


def step(node: Node, token: str) -> Spot | None:
    """The node under one token of a pointer."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == token:
                return Spot(value, key.start_mark)
    elif isinstance(node, SequenceNode) and token.isascii() and token.isdecimal() and int(token) < len(node.value):
        item = node.value[int(token)]
        return Spot(item, item.start_mark)
    return None


def keys(node: Node) -> list[str]:
    """The keys of a mapping, in the order of the file."""
    if not isinstance(node, MappingNode):
        return []
    return [key.value for key, _ in node.value if isinstance(key, ScalarNode)]


def load(path: Path, label: str) -> Source:
    """A file read and parsed, as YAML or (by its suffix) as JSON. Raises OSError if it cannot be opened."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        source = Source(path, label, raw.decode("utf-8", "replace"))
        mark = mark_at(raw[: error.start].decode("utf-8", "replace"), label)
        source.note(mark, f"byte {raw[error.start]:#04x} is not UTF-8", "save the file as UTF-8")
        return source
    source = Source(path, label, text)
    language = jsonfile if path.suffix.lower() == ".json" else yamlfile
    try:
        source.root = language.parse(text, label)
    except Unparsable as error:
        source.note(error.mark, error.what, error.cure)
    return source


def opened(path: Path, label: str) -> Source:
    """The same for a file without which nothing can be done. Raises `DiagnosticsError` if it cannot be opened."""
    try:
        return load(path, label)
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise DiagnosticsError([Diagnostic(Place(label), what, "make it a file that can be read")]) from error
