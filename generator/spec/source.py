"""Source files: their text, their nodes, and the place of each node."""

from __future__ import annotations

import errno
import hashlib
import stat
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..diagnostics import Diagnostic, DiagnosticsError, Place
from ..limits import Budget
from . import json_file, yaml_file
from .yaml_file import LINE_END, ParseError, mark_after

# The keywords that name a schema, and how a reference to that name begins.
NAMES = {"$id": "", "$anchor": "#", "$dynamicAnchor": "#"}
# A mapping of so many keys is searched key by key; a larger one is indexed.
FEW = 16


class KeyedNode(NamedTuple):
    """A node and the mark of the key or list item that leads to it, which is what diagnostics point at."""

    node: Node
    mark: Mark


class Source:
    """One file. `root` is None if it could not be read; `diagnostics` then says why."""

    def __init__(self, path: Path, label: str, text: str, digest: str = "") -> None:
        self.path = path
        self.label = label
        self.digest = digest  # SHA-256 of the bytes that were read
        self.text = text
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self._below: dict[Node, dict[str, KeyedNode]] = {}  # by mapping: its nodes by key

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return LINE_END.split(self.text)

    def place(self, mark: Mark | None) -> Place:
        """The place of a mark; the whole file if there is none."""
        return Place(self.label, mark.line + 1, mark.column + 1) if mark else Place(self.label)

    def excerpt(self, place: Place) -> str:
        """The line of a place."""
        return self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""

    @cached_property
    def identified(self) -> dict[str, list[str]]:
        """The tokens of the schemas that have a name of their own: an `$id`, or "#" and an `$anchor`."""
        found: dict[str, list[str]] = {}
        has_names = any(name in self.text for name in NAMES)
        waiting: list[tuple[Node, list[str]]] = [(self.root, [])] if self.root and has_names else []
        for node, tokens in waiting:
            pairs = node.value if isinstance(node, MappingNode) else enumerate(node.value)
            for key, value in pairs if isinstance(node, (MappingNode, SequenceNode)) else ():
                name = key.value if isinstance(key, ScalarNode) else str(key)
                if not isinstance(value, ScalarNode):
                    waiting.append((value, [*tokens, name]))
                elif name in NAMES:
                    found.setdefault(f"{NAMES[name]}{value.value}".removesuffix("#"), tokens)
        return found

    def diagnostic(self, mark: Mark | None, message: str, hint: str, code: str) -> Diagnostic:
        """A diagnostic at a mark of this file."""
        place = self.place(mark)
        return Diagnostic(place, message, hint, self.excerpt(place), code=code)

    def report(self, mark: Mark | None, message: str, hint: str, code: str) -> None:
        """Keep a diagnostic at a mark of this file."""
        self.diagnostics.append(self.diagnostic(mark, message, hint, code))

    def nearest(self, tokens: Iterable[str], start: KeyedNode | None = None) -> tuple[KeyedNode | None, list[str]]:
        """The deepest node that exists along the tokens, and the tokens that lead further."""
        if self.root is None:
            return None, list(tokens)
        found, rest = start or KeyedNode(self.root, self.root.start_mark), list(tokens)
        while rest and (below := self._child(found.node, rest[0])):
            found = below
            del rest[0]
        return found, rest

    def _child(self, node: Node, token: str) -> KeyedNode | None:
        known = self._below.get(node)
        if known is None:
            if not isinstance(node, MappingNode) or len(node.value) < FEW:
                return child_node(node, token)
            pairs = [(key, value) for key, value in node.value if isinstance(key, ScalarNode)]
            known = {key.value: KeyedNode(value, key.start_mark) for key, value in reversed(pairs)}
            self._below[node] = known
        return known.get(token)


def child_node(node: Node, token: str) -> KeyedNode | None:
    """The node under one token of a pointer."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == token:
                return KeyedNode(value, key.start_mark)
    elif isinstance(node, SequenceNode) and token.isascii() and token.isdecimal() and int(token) < len(node.value):
        item = node.value[int(token)]
        return KeyedNode(item, item.start_mark)
    return None


def keys(node: Node) -> list[str]:
    """The keys of a mapping, in the order of the file."""
    if not isinstance(node, MappingNode):
        return []
    return [key.value for key, _ in node.value if isinstance(key, ScalarNode)]


def load_source(path: Path, label: str, budget: Budget) -> Source:
    """Read and parse a file, as YAML or (by its suffix) as JSON. Raises OSError if it cannot be opened."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):  # a pipe never ends, and a device neither
        raise OSError(errno.EINVAL, "it is a directory, a pipe or a device, not a file", str(path))
    if not budget.take_file(about.st_size):
        source, limits = Source(path, label, ""), budget.limits
        message = f"the files of the document have more than {limits.bytes:,} bytes together"
        source.report(None, message, limits.hint("bytes"), "limits")
        return source
    raw = path.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        source = Source(path, label, raw.decode("utf-8", "replace"))
        mark = mark_after(raw[: error.start].decode("utf-8", "replace"), label)
        source.report(mark, f"byte {raw[error.start]:#04x} is not UTF-8", "save the file as UTF-8", "unreadable-file")
        return source
    source = Source(path, label, text, digest)
    language = json_file if path.suffix.lower() == ".json" else yaml_file
    try:
        source.root = language.parse(text, label)
    except ParseError as error:
        source.report(error.mark, error.message, error.hint, "syntax")
    return source


def open_source(path: Path, label: str, budget: Budget) -> Source:
    """`load_source` for a file that is needed. Raises `DiagnosticsError` if it cannot be opened."""
    try:
        return load_source(path, label, budget)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        hint = "check its name and permissions"
        raise DiagnosticsError([Diagnostic(Place(label), message, hint, code="unreadable-file")]) from error
