"""The verbs that read saved pages: `documentation check`, `fetch`, `accept`, `apply`, `unused`, and `update`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..cli_output.console import Console
from ..cli_output.options import FixturesOption, JsonOption, OutOption, SpecOption
from ..cli_output.paths import FIXTURES, OUT, SPEC, out_folder, spec_file

documentation = typer.Typer(no_args_is_help=True, help="Compare saved pages of the documentation with the spec.")

PAGES = typer.Argument(help="Saved pages of any form, folders of them, or exports.")
PagesArgument = Annotated[list[Path], PAGES]


@documentation.command("check")
def check_documentation(
    pages: PagesArgument,
    spec: SpecOption = SPEC,
    json: JsonOption = False,
) -> None:
    """Say what saved pages state otherwise than the spec. Exit code 1 for differences, 2 for what cannot be read."""
    with Console("documentation check", json) as console:
        from .command import run

        run(pages, spec_file(spec), console)


@documentation.command("fetch")
def fetch_documentation(
    sources: Annotated[
        list[str], typer.Argument(metavar="URL|FILE...", help="Pages, an llms.txt, or a file with addresses.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="The folder of the saved pages.")],
    pause: Annotated[float, typer.Option(min=0, max=300, help="Seconds between two requests.")] = 1.0,
    contact: Annotated[str, typer.Option(metavar="URL", help="Where you can be reached; sent with requests.")] = "",
    spec: SpecOption = SPEC,
    json: JsonOption = False,
) -> None:
    """Save pages of the documentation. Exit code 1 if one is new, changed or gone, 2 if one could not be fetched."""
    with Console("documentation fetch", json) as console:
        from .fetch import Options, run

        run(Options(sources, out_folder(out), pause, contact, spec_file(spec)), console)


@documentation.command("accept")
def accept_documentation(
    pages: PagesArgument,
    spec: SpecOption = SPEC,
    json: JsonOption = False,
) -> None:
    """Record what saved pages state as their last captured state, in documentation.yaml beside the spec."""
    with Console("documentation accept", json) as console:
        from .command import run_accept

        run_accept(pages, spec_file(spec), console)


@documentation.command("apply")
def apply_documentation(
    pages: Annotated[list[Path] | None, PAGES] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the edits, and write nothing.")] = False,
    follow: Annotated[
        list[int] | None,
        typer.Option(metavar="NUMBER", help="Write what a question of questions.md asks as the page says; repeatable."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what the last run wrote.")] = False,
    spec: SpecOption = SPEC,
    fixtures: FixturesOption = FIXTURES,
    json: JsonOption = False,
) -> None:
    """Write what pages add into the spec, and what a person has to decide into questions.md beside it.

    Exit code 0 if there was nothing to do, 1 if something was written or is asked, 2 if a page cannot be read.
    """
    with Console("documentation apply", json) as console:
        from .apply_command import run_undo
        from .command import run_apply

        if undo:
            run_undo(spec_file(spec), console)
        else:
            run_apply(pages or [], spec_file(spec), fixtures, console, dry_run, follow or ())


@documentation.command("waive")
def waive_documentation(
    number: Annotated[int, typer.Argument(help="The number of a question in questions.md.")],
    reason: Annotated[str, typer.Argument(help="The reason to keep the spec as it is.")],
    spec: SpecOption = SPEC,
    json: JsonOption = False,
) -> None:
    """Keep the spec as it is where a page says otherwise: the answer to a question, written to documentation.yaml."""
    with Console("documentation waive", json) as console:
        from ..spec import read
        from .waive import waive

        waive(number, reason, read(spec_file(spec)), console)


@documentation.command("unused")
def unused_documentation(spec: SpecOption = SPEC, json: JsonOption = False) -> None:
    """List pages that nothing in the spec covers, and operations that no page documents."""
    with Console("documentation unused", json) as console:
        from .command import run_unused

        run_unused(spec_file(spec), console)


def update(
    pages: PagesArgument,
    branch: Annotated[str, typer.Option(metavar="NAME", help="Default: documentation-DATE. It is set anew.")] = "",
    base: Annotated[str, typer.Option(metavar="REF", help="The commit to start from.")] = "HEAD",
    refresh: Annotated[
        list[str] | None, typer.Option(metavar="COMMAND", help="Run behind `publish`; repeatable.")
    ] = None,
    also_check: Annotated[
        list[str] | None, typer.Option("--check", metavar="COMMAND", help="Run behind `check`; repeatable.")
    ] = None,
    body: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write the account and the questions, for a pull request.")
    ] = None,
    push: Annotated[str, typer.Option(metavar="REMOTE", help="Push the branch, in place of what it was.")] = "",
    spec: SpecOption = SPEC,
    out: OutOption = OUT,
    fixtures: FixturesOption = FIXTURES,
    json: JsonOption = False,
) -> None:
    """Apply pages, render and check everything, and commit it on a branch; or say at which stage it stopped.

    The working tree is not touched, and what is not committed plays no part.
    """
    with Console("update", json) as console:
        from .update import Options
        from .update import update as run

        commands = tuple(refresh or ()), tuple(also_check or ())
        run(Options(pages, spec, out, fixtures, branch, base, *commands, body, push), console)
