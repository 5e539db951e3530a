"""The document that was read: plain data, and the place of every node of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from ..diagnostics import DiagnosticsError
from ..diagnostics import Place as Place
from .pointer import join, split
from .source import Source, Spot, opened
from .values import DATA, literal, whole


class Mount(NamedTuple):
    """What stands at a pointer of the tree comes from another file."""

    source: Source
    spot: Spot


class Document:
    """A document in one tree, whatever files it was written in. Nothing of it is changed after reading."""

    __slots__ = ("_beside", "_main", "_mounts", "_sources", "tree")

    def __init__(
        self, tree: dict[str, Any], main: Source, mounts: Mapping[str, Mount], sources: Mapping[str, Source]
    ) -> None:
        self.tree = tree
        self._main = main
        self._mounts = mounts
        self._sources = sources
        self._beside: dict[str, Document] = {}

    @property
    def directory(self) -> Path:
        """The directory that holds the spec."""
        return self._main.path.parent

    @property
    def files(self) -> list[str]:
        """The files it was read from, relative to the project, sorted."""
        return sorted(self._sources)

    def place(self, pointer: str) -> Place:
        """Where the node at a JSON pointer into the tree is written, or its nearest parent that is."""
        source, spot, rest = self._mounted(pointer)
        found, _ = source.nearest(rest, spot)
        return source.place(found.mark if found else None)

    def excerpt(self, place: Place) -> str:
        """The source line of a place."""
        source = self._sources.get(place.file)
        return source.excerpt(place) if source else ""

    def family(self, pointer: str) -> str:
        """The name of the file a node comes from ('chat' of families/chat.yaml); '' for the main file."""
        source = self._mounted(pointer)[0]
        return "" if source is self._main else PurePosixPath(source.label).stem

    def beside(self, name: str) -> Document | None:
        """Another file of the spec's directory as a document, or None if there is none. Raises `DiagnosticsError`."""
        path = self.directory / name
        if name not in self._beside:
            if not path.is_file():
                return None
            self._beside[name] = _read_alone(path, self._main.label.rpartition("/")[0])
        return self._beside[name]

    def _mounted(self, pointer: str) -> tuple[Source, Spot | None, list[str]]:
        """The file, the node of it, and the tokens below that node."""
        tokens = split(pointer)
        for length in range(len(tokens), 0, -1):
            mount = self._mounts.get(join("", *tokens[:length]))
            if mount:
                return mount.source, mount.spot, tokens[length:]
        return self._main, None, tokens


def _read_alone(path: Path, directory: str) -> Document:
    """One file as it is: no reference is followed. Raises `DiagnosticsError`."""
    label = f"{directory}/{path.name}" if directory else path.name
    source = opened(path, label)
    tree = whole(source, literal(source), DATA)
    if source.problems:
        raise DiagnosticsError(source.problems)
    return Document(tree, source, {}, {label: source})
