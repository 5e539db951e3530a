"""The published files and the disk. Folders in the directory, such as `conformance`, are rendered elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ..diagnostics import Diagnostic, Place

CURE = "run `make publish` and commit the result"


class Written(NamedTuple):
    """The names of the files that writing changed."""

    written: list[str]
    unchanged: list[str]
    removed: list[str]


def write(files: Mapping[str, str], directory: Path) -> Written:
    """Write the files that differ, and remove those that are not rendered any more."""
    directory.mkdir(exist_ok=True)
    changed = [name for name in files if _text(directory / name) != files[name]]
    for name in changed:
        (directory / name).write_bytes(files[name].encode())
    orphaned = [*_orphaned(files, directory)]
    for name in orphaned:
        (directory / name).unlink()
    return Written(changed, [name for name in files if name not in changed], orphaned)


def drift(files: Mapping[str, str], directory: Path, label: str) -> Iterator[Diagnostic]:
    """The differences of the directory from the rendered files."""
    for name, text in files.items():
        found = _text(directory / name)
        if found is None:
            yield Diagnostic(Place(f"{label}/{name}"), "is missing", CURE)
        elif found != text:
            lines = zip(text.split("\n"), found.split("\n"), strict=False)
            line = next((number for number, (ours, theirs) in enumerate(lines, 1) if ours != theirs), 0)
            yield Diagnostic(Place(f"{label}/{name}", line, 1), "differs from the spec and its recordings", CURE)
    for name in _orphaned(files, directory):
        yield Diagnostic(Place(f"{label}/{name}"), "is not rendered any more", CURE)


def _orphaned(files: Mapping[str, str], directory: Path) -> Iterator[str]:
    for path in sorted(directory.iterdir()) if directory.is_dir() else ():
        if path.is_file() and path.name not in files:
            yield path.name


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
