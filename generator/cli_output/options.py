"""Options that several verbs have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
