"""Rendered files and the disk: compare them (missing, changed, orphaned), and write.

Writing is all or nothing: the whole directory is made anew beside the old one, and then takes its place. Only what
generation made is ever deleted: a file with the mark, or one that the manifest lists.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from ..diagnostics import Diagnostic, Place
from ..spec.pointer import mapping, strings
from ..unchanged import encoded

MARK = b"Rendered by `make generate`"
MANIFEST = "MANIFEST.json"
SOURCE = re.compile(r"Rendered by `make generate` from (.+?)\. Do not edit")
CURE = "run `generate` again and commit the result"


class Drift(NamedTuple):
    """Differences of the disk from the rendered files: paths relative to the directory, sorted.

    `orphaned` files are nobody's any more; `generate` removes those that generation made and leaves `foreign` ones.
    """

    missing: list[str]
    changed: list[str]
    orphaned: list[str]
    foreign: list[str]

    @property
    def clean(self) -> bool:
        """True if nothing differs."""
        return not any(self)

    def edits(self) -> Iterator[tuple[str, str]]:
        """Return the verb and the path of each edit that writing would make."""
        for verb, paths in (("add", self.missing), ("change", self.changed), ("remove", self.orphaned)):
            yield from ((verb, path) for path in paths)


class Written(NamedTuple):
    """The changes that writing made: paths relative to the directory, sorted."""

    written: list[str]
    unchanged: list[str]
    removed: list[str]


def compare(files: Mapping[str, str], directory: Path) -> Drift:
    """Compare the directory with the rendered files."""
    present = set(_present(directory))
    changed = [path for path in files if path in present and not _holds(directory / path, files[path])]
    ours = _made_before(directory)
    extra = sorted(present - set(files))
    foreign = [path for path in extra if path not in ours and not _marked(directory / path)]
    return Drift(sorted(set(files) - present), sorted(changed), [p for p in extra if p not in foreign], foreign)


def write(files: Mapping[str, str], directory: Path) -> Written:
    """Write the rendered files; unchanged ones keep their time stamps. On OSError nothing has changed."""
    for path in files:
        _check_path(path)
    directory = directory.resolve()
    drift = compare(files, directory)
    touched = sorted(drift.missing + drift.changed)
    unchanged = sorted(set(files) - set(touched))
    _check_room(touched, drift.foreign, directory)
    if touched or drift.orphaned or not directory.exists():
        directory.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
        try:
            _fill(staging / "new", {path: files[path] for path in touched}, [*unchanged, *drift.foreign], directory)
            _exchange(staging / "new", directory, staging / "old")
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return Written(touched, unchanged, drift.orphaned)


def _fill(new: Path, files: Mapping[str, str], kept: Iterable[str], directory: Path) -> None:
    """Fill a new directory with files to write and files to keep from another directory."""
    new.mkdir()
    for path in (*files, *kept):
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        if path in files:
            (new / path).write_bytes(files[path].encode())
        else:
            shutil.copy2(directory / path, new / path, follow_symlinks=False)
    if directory.exists():
        shutil.copymode(directory, new)


def _exchange(new: Path, directory: Path, old: Path) -> None:
    """Put one directory in the place of another. Stopped on the way it leaves the old one; killed, perhaps none, but
    never a mixture of both.
    """
    existed = directory.exists()
    try:
        if existed:
            os.rename(directory, old)
        os.rename(new, directory)
    except BaseException:  # Ctrl-C too
        if existed and not directory.exists():
            os.rename(old, directory)
        raise


def problems(files: Mapping[str, str], directory: Path, label: str) -> Iterator[Diagnostic]:
    """The drift as diagnostics. `label` is the directory's name for readers."""
    drift = compare(files, directory)
    if files and not directory.exists():
        yield Diagnostic(Place(label), "is missing", CURE, code="drift")
        return
    for path in drift.missing:
        yield Diagnostic(Place(f"{label}/{path}"), "is missing", CURE, code="drift")
    for path in drift.changed:
        line, excerpt = _first_difference(files[path], (_read(directory / path) or b"").decode("utf-8", "replace"))
        source = SOURCE.search(files[path])
        origin = f"generator/{path}" if path.startswith("runtime/") else "what the generator renders"
        what = f"differs from {source[1] if source else origin}"
        yield Diagnostic(Place(f"{label}/{path}", line, 1), what, CURE, excerpt, code="drift")
    for path in drift.orphaned:
        yield Diagnostic(Place(f"{label}/{path}"), "is not rendered any more", CURE, code="drift")
    for path in drift.foreign:
        yield Diagnostic(
            Place(f"{label}/{path}"), "was not made by the generator", "move it out, or delete it", code="drift"
        )


def _first_difference(rendered: str, found: str) -> tuple[int, str]:
    """Number and text of the first line on the disk that is not as rendered."""
    ours, theirs = rendered.split("\n"), found.split("\n")
    pairs = enumerate(zip(ours, theirs, strict=False))
    number = next((index for index, pair in pairs if pair[0] != pair[1]), min(len(ours), len(theirs)))
    return number + 1, theirs[number] if number < len(theirs) else ""


def _present(directory: Path) -> Iterator[str]:
    """The files below the directory, without Python's caches."""
    for parent, folders, names in os.walk(directory):
        folders[:] = [name for name in folders if name != "__pycache__"]
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in (*names, *links):
            if not name.endswith(".pyc"):
                yield (Path(parent) / name).relative_to(directory).as_posix()


def _made_before(directory: Path) -> set[str]:
    """The files that the manifest on the disk lists."""
    try:
        manifest: Any = json.loads((directory / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return set()
    files = mapping(manifest).get("files")
    return {MANIFEST, *mapping(files), *strings(files)}


def _marked(path: Path) -> bool:
    """True if the file says that it was rendered."""
    return not path.is_symlink() and MARK in (_read(path) or b"")[:400]


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _holds(path: Path, text: str) -> bool:
    """True if the file has this text."""
    try:
        with path.open("rb") as file:
            return all(file.read(len(piece)) == piece for piece in encoded(text)) and not file.read(1)
    except OSError:
        return False


def _check_path(path: str) -> None:
    """Raise ValueError for a path that would leave the directory."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path or ":" in path or not pure.parts:
        raise ValueError(f"a rendered file would leave its directory: {path!r}")


def _check_room(paths: Iterable[str], foreign: Iterable[str], directory: Path) -> None:
    """Raise FileExistsError for a foreign file in the way of a directory, or below the path of a file."""
    for path in paths:
        for other in foreign:
            if path.startswith(f"{other}/") or other.startswith(f"{path}/"):
                raise FileExistsError(errno.EEXIST, "is in the way of a rendered file", str(directory / other))
