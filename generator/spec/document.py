"""The document that was read: plain data, its operations and schemas, and the place of every node."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from ..diagnostics import Diagnostic, DiagnosticsError, Place
from ..limits import Budget
from ..unchanged import LINK, listing
from .operations import Operation, waived, walk_operations
from .pointer import Tree, join, mapping, split, tokens_of
from .schemas import Schema, walk_schemas
from .source import KeyedNode, Source, open_source
from .values import DATA, build_file, literal


class Origin(NamedTuple):
    """The file and the node that a part of the tree was taken from."""

    source: Source
    node: KeyedNode
    fragment: str  # of a `$ref` to the node


class Document:
    """A document in one tree, whatever files it was written in. It is not changed after reading."""

    def __init__(
        self,
        tree: dict[str, Any],
        main: Source,
        origins: Mapping[str, Origin],
        sources: Mapping[str, Source],
        links: Mapping[str, str],
        *,
        strict: bool = False,
        house: bool = False,
    ) -> None:
        self.tree: dict[str, Any] = Tree(tree)
        self.diagnostics: tuple[Diagnostic, ...] = ()  # what was found so far and did not stop the generator
        self.house = house  # kept for this generator: the schemas of its extensions are beside it
        self.strict = strict or house  # any diagnostic stops the generator
        self.source_tree = tree  # as it was read
        self._main = main
        self._origins = origins  # by the pointer of what comes from another file
        self._sources = sources
        self._links = links  # the path by which each file was named, and its own
        self._siblings: dict[str, Document | None] = {}

    @cached_property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation in the order of the document, its variants behind it."""
        return tuple(walk_operations(self.tree))

    @cached_property
    def operations_by_id(self) -> dict[str, Operation]:
        return {operation.id: operation for operation in self.operations}

    @property
    def schemas(self) -> Iterator[Schema]:
        """Every schema where it is written, inner ones behind the one that holds them; there may be a million."""
        return walk_schemas(self.tree)

    @cached_property
    def waived(self) -> frozenset[str]:
        """The names that its `x-client` waives."""
        return waived(self.tree)

    @property
    def directory(self) -> Path:
        """The directory of the main file."""
        return self._main.path.parent

    def having(
        self,
        found: Iterable[Diagnostic] = (),
        *,
        tree: dict[str, Any] | None = None,
        moved: Mapping[str, str] = {},
        origins: Mapping[str, Origin] = {},
        without: Collection[str] = (),
        strict: bool = False,
    ) -> Document:
        """The document with more diagnostics, perhaps another tree, and without the operations at some pointers.

        `moved` are pointers that parts of the old tree had, by those in the new one; `origins` the nodes of other files
        that parts were taken from. It is the same document if nothing is new.
        """
        tree = self.tree if tree is None else tree
        tree = _without(tree, without) if without else tree
        found = (*self.diagnostics, *found)
        strict = strict or self.strict
        if tree is self.tree and found == self.diagnostics and strict == self.strict:
            return self
        other = Document(tree, self._main, self._origins, self._sources, self._links, strict=strict, house=self.house)
        other.diagnostics, other.source_tree, other._siblings = found, self.source_tree, self._siblings
        other._origins = {**self._origins, **{new: self.origin(old) for new, old in moved.items()}, **origins}
        return other

    def origin(self, pointer: str) -> Origin:
        """The file and the node that is written at a pointer."""
        source, start, rest = self._origin(pointer)
        found, _ = source.nearest(rest, start)
        if found is None:
            raise LookupError(f"nothing is at {pointer}")
        return Origin(source, found, join("", *self.source_of(pointer)[1]))

    def place(self, pointer: str) -> Place:
        """The place of the node at a JSON pointer into the tree, or of its nearest parent that exists."""
        source, node, rest = self._origin(pointer)
        found, _ = source.nearest(rest, node)
        return source.place(found.mark if found else None)

    def source_of(self, pointer: str) -> tuple[Path, list[str]]:
        """The file that the node at a JSON pointer is written in, and the tokens that lead to it there."""
        tokens = split(pointer)
        for length in range(len(tokens) if self._origins else 0, 0, -1):
            origin = self._origins.get(join("", *tokens[:length]))
            if origin:
                return origin.source.path, [*tokens_of(origin.fragment), *tokens[length:]]
        return self._main.path, tokens

    def file(self, pointer: str) -> str:
        """The file of the node at a JSON pointer into the tree."""
        return self._origin(pointer)[0].label

    def excerpt(self, place: Place) -> str:
        """The source line of a place."""
        others = (one.source for one in self._origins.values() if one.source.label == place.file)
        source = self._sources.get(place.file) or next(others, None)
        return source.excerpt(place) if source else ""

    def family(self, pointer: str) -> str:
        """The name of the file a node comes from ('chat' of families/chat.yaml); '' for the main file."""
        source = self._origin(pointer)[0]
        return "" if source is self._main else PurePosixPath(source.label).stem

    def sibling(self, name: str) -> Document | None:
        """Another file of the spec's directory as a document, or None if there is none. Raises `DiagnosticsError`."""
        path = self.directory / name
        if name not in self._siblings:
            directory = self._main.label.rpartition("/")[0]
            self._siblings[name] = _read_alone(path, directory) if path.is_file() else None
        return self._siblings[name]

    def inputs(self) -> list[tuple[str, str]]:
        """Return the inputs so far: digests of files and of the names in directories, and where each path leads.

        A file that was looked for and is not there has an empty digest.
        """
        files = list(self._sources.values())
        folders = {one.path.parent for one in files} - {self.directory}
        found = [(str(one.path), one.digest) for one in files]
        found += [(str(folder), listing(os.listdir(folder))) for folder in folders]
        found += [(path, f"{LINK}{target}") for path, target in self._links.items()]
        found += [(path, "") for path in self._links.values() if not os.path.exists(path)]
        for name, other in self._siblings.items():
            found += other.inputs() if other else [(str(self.directory / name), "")]
        return found

    def _origin(self, pointer: str) -> tuple[Source, KeyedNode | None, list[str]]:
        """The file, the node of it, and the tokens below that node."""
        tokens = split(pointer)
        for length in range(len(tokens) if self._origins else 0, 0, -1):
            origin = self._origins.get(join("", *tokens[:length]))
            if origin:
                return origin.source, origin.node, tokens[length:]
        return self._main, None, tokens


def _without(tree: dict[str, Any], pointers: Collection[str]) -> dict[str, Any]:
    """The tree without the operations at some pointers."""
    paths = dict(mapping(tree.get("paths")))
    for pointer in pointers:
        _, path, method = split(pointer)
        paths[path] = {key: value for key, value in paths[path].items() if key != method}
    return {**tree, "paths": paths}


def _read_alone(path: Path, directory: str) -> Document:
    """One file as it is: no reference is followed. Raises `DiagnosticsError`."""
    label = f"{directory}/{path.name}" if directory else path.name
    source = open_source(path, label, Budget())
    is_empty = source.root is None and not source.diagnostics
    tree = {} if is_empty else build_file(source, literal(source), DATA)
    if source.diagnostics:
        raise DiagnosticsError(source.diagnostics)
    return Document(tree, source, {}, {label: source}, {})
