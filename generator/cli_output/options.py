"""Options that several verbs have, their defaults, and what their values have to be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..limits import Limits
from .console import Failure

SPEC = Path("spec/openapi.yaml")
OUT = Path("generated/ezlink")
FIXTURES = Path("tests/fixtures")

SpecOption = Annotated[Path, typer.Option("--spec", metavar="PATH", help="The OpenAPI document, YAML or JSON.")]
ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="PATH", help="The configuration; default: generator.yaml beside the document."),
]
PackageOption = Annotated[
    str, typer.Option("--package", metavar="NAME", help="The package's name; default: that of --out.")
]
OutOption = Annotated[Path, typer.Option("--out", metavar="PATH", help="The directory of the rendered package.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Refuse what is unsupported, and warnings.")]
LimitOption = Annotated[
    list[str] | None,
    typer.Option(
        "--limit", metavar="NAME=NUMBER", help="Raise a limit: bytes, values, aliased, or seconds; repeatable."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, for machines.")]
FixturesOption = Annotated[Path, typer.Option("--fixtures", metavar="PATH", help="The directory of fixtures.")]


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
