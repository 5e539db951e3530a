"""Usual paths, and what the paths and limits of a command line have to be."""

from __future__ import annotations

from pathlib import Path

from ..limits import Limits
from .console import Failure

SPEC = Path("spec/openapi.yaml")
OUT = Path("generated/ezlink")
FIXTURES = Path("tests/fixtures")


def spec_file(path: Path, option: str = "--spec") -> Path:
    """Return the path if it is a file. `option` may also be the name of an argument."""
    written = f"{option} " if option.startswith("--") else ""
    if path.is_dir():
        hint = f"choose the file: {written}{path / 'openapi.yaml'}"
        raise Failure(f"{option} {path} is a directory", hint, code=2)
    if not path.is_file():
        hint = (
            f"run it from the project's directory, or choose the file with {option}" if written else "correct the path"
        )
        raise Failure(f"{option} {path}: no such file", hint, code=2)
    return path


def config_file(path: Path | None) -> Path | None:
    """Return the path if it is a file, or None."""
    if path is not None and not path.is_file():
        raise Failure(f"--config {path}: no such file", "correct the path, or omit --config", code=2)
    return path


def limits_of(given: list[str] | None) -> Limits:
    """Return the limits with those that were given."""
    try:
        return Limits.of(given or ())
    except ValueError as error:
        raise Failure(f"--limit {error}", f"such as --limit bytes={Limits().bytes * 2}", code=2) from None


def out_folder(path: Path) -> Path:
    """Return the path if it is a directory or can become one."""
    blocked = next((parent for parent in (path, *path.parents) if parent.exists() and not parent.is_dir()), None)
    if blocked is not None:
        raise Failure(f"--out {path}: {blocked} is not a directory", "choose a directory with --out", code=2)
    return path
