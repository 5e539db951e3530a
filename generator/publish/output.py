"""The published files and the disk. Folders in the directory, such as `conformance`, are rendered elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..render.output import Drift, Written, compare

CURE = "run `make publish` and commit the result"


def write(files: Mapping[str, str], directory: Path) -> Written:
    """Write the files that differ, and remove those that are not rendered any more."""
    found, old = compare(files, directory), _old(files, directory)
    directory.mkdir(exist_ok=True)
    touched = [*found.missing, *found.changed]
    for name in touched:
        (directory / name).write_bytes(files[name].encode())
    for name in old:
        (directory / name).unlink()
    return Written(touched, [name for name in files if name not in touched], old)


def drift(files: Mapping[str, str], directory: Path, label: str) -> Iterator[Diagnostic]:
    """The differences of the directory from the rendered files."""
    found: Drift = compare(files, directory)
    told = {"is missing": found.missing, "differs from the spec and its recordings": found.changed}
    for what, names in {**told, "is not rendered any more": _old(files, directory)}.items():
        for name in names:
            yield Diagnostic(Place(f"{label}/{name}"), what, CURE, code="drift")


def _old(files: Mapping[str, str], directory: Path) -> list[str]:
    paths = sorted(directory.iterdir()) if directory.is_dir() else []
    return [path.name for path in paths if path.is_file() and path.name not in files]
