"""The command line: `python -m generator VERB`; without one it lists the verbs.

Exit codes: 0 done, 1 problems found, 2 wrong usage. Problems go to standard error, the summary to standard output.
With `--json` standard output holds one JSON object and nothing else.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from subprocess import CalledProcessError
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_output.console import PROGRAM, Console, Failure
from .cli_output.options import (
    ConfigOption,
    FixturesOption,
    JsonOption,
    LimitOption,
    OutOption,
    PackageOption,
    SpecOption,
    StrictOption,
)
from .cli_output.paths import FIXTURES, OUT, SPEC, config_file, out_folder, spec_file
from .diagnostics import Diagnostic, DiagnosticsError
from .documentation.cli import documentation, update
from .generate import Options, counted
from .generate import run as render
from .unchanged import VERB, Record

if TYPE_CHECKING:
    from .pipeline import Client
    from .spec import Document

PUBLISHED = "published"
SURFACE = "api.txt"
DEMO = Path("examples/demo.py")

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # an unexpected exception is a bug of ours: show the plain traceback
    help="Render a client from an OpenAPI document, check that it is current, and serve recorded responses.",
)

app.add_typer(documentation, name="documentation")


@app.command()
def generate(
    context: typer.Context,
    spec: SpecOption = SPEC,
    out: OutOption = OUT,
    package: PackageOption = "",
    config: ConfigOption = None,
    strict: StrictOption = False,
    limit: LimitOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List what would change, and write nothing; exit code 1 for any change.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Render the client of any OpenAPI document. Nothing is written if it is wrong; what is left out is listed."""
    record = context.obj if isinstance(context.obj, Record) else None
    render(Options(spec, out, package, config, strict, limit, dry_run, json), record)


@app.command()
def check(
    spec: SpecOption = SPEC,
    out: OutOption = OUT,
    package: PackageOption = "",
    config: ConfigOption = None,
    fixtures: FixturesOption = FIXTURES,
    json: JsonOption = False,
) -> None:
    """Check that the rendered client is current, and where fixtures are recorded, the evidence for the document."""
    with Console("check", json) as console:
        from .normalize import Settings
        from .pipeline import build

        settings = Settings(config_file(config), package, out_folder(out).resolve().name)
        document, client = build(spec_file(spec), console, settings=settings)
        console.summary.update(client.counts())
        with console.stage("compare"):
            from .render.output import problems

            found: list[Diagnostic] = [*problems(client.files, out_folder(out), out.as_posix())]
            if document.house or fixtures.is_dir():
                found += _evidence(document, client, fixtures, spec.parent / PUBLISHED, console)
        if found:
            raise DiagnosticsError(found)
        console.done(f"{out} is up to date with {spec}.")


def _evidence(document: Document, client: Client, fixtures: Path, target: Path, console: Console) -> list[Diagnostic]:
    """Return the faults of the fixtures, the registers and the published form of a document that is kept here."""
    from .compare.accepted import faults
    from .evidence import registers
    from .evidence.coverage import coverage as cover
    from .evidence.documentation import counts as pages
    from .evidence.types import types
    from .plan import plan
    from .publish import publish as published
    from .publish.output import drift

    found = [*registers(document), *drift(published(document, fixtures), target, target.as_posix())]
    recorded = cover(document, fixtures, client.files.get(SURFACE))
    console.summary.update(fixtures=recorded.counts, documentation=pages(document))
    types_found = types(document, plan(document)) if document.house else ()
    return [*found, *types_found, *recorded.diagnostics, *faults(document)]


@app.command()
def init(
    document: Annotated[Path, typer.Argument(metavar="DOCUMENT", help="An OpenAPI document, YAML or JSON.")],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The new project's directory.")],
    package: Annotated[str, typer.Option("--package", metavar="NAME", help="Default: the folder's name.")] = "",
    json: JsonOption = False,
) -> None:
    """Start a project for the client of a document: configuration, Makefile, tests from its examples, and CI."""
    with Console("init", json) as console:
        from .init.command import run

        run(spec_file(document, "DOCUMENT"), folder, package, console)


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code in brackets; default: list all codes.")] = "",
    json: JsonOption = False,
) -> None:
    """Explain a diagnostic by its code: what holds, why, an example, and how to fix it."""
    with Console("explain", json) as console:
        from .explain.command import run

        run(code, console, PROGRAM)


@app.command()
def publish(spec: SpecOption = SPEC, fixtures: FixturesOption = FIXTURES, json: JsonOption = False) -> None:
    """Render the document for other languages, beside the spec."""
    with Console("publish", json) as console:
        from .check import check as check_document
        from .publish import publish as published
        from .publish.output import write
        from .spec import read

        document = read(spec_file(spec))
        document = check_document(document)
        try:
            files = published(document, fixtures, fetch=True)
        except (OSError, ValueError, CalledProcessError) as error:
            hint = "the page needs npm and a network for a new version of redoc only"
            raise Failure(f"redoc could not be fetched: {error}", hint) from error
        if not files:
            raise Failure(f"{spec.parent}: the spec is not published", "write publish.yaml beside it", code=2)
        target = spec.parent / PUBLISHED
        written = write(files, target)
        console.details.update({name: len(paths) for name, paths in written._asdict().items()})
        console.done(f"{target}: " + counted(console.details))


@app.command()
def compare(
    old: Annotated[str, typer.Argument(help="A file, a folder or a git reference; --against says the same.")] = "",
    new: Annotated[str, typer.Argument(help="Likewise; default: the document at --spec.")] = "",
    against: Annotated[str, typer.Option(metavar="REF", help="The version to compare with, such as v1.2.0.")] = "",
    format: Annotated[str, typer.Option(metavar="text|markdown|json", help="How to print the changes.")] = "text",
    fail_on: Annotated[
        str, typer.Option(metavar="breaking|compatible", help="Exit code 1 for a change so severe, unless accepted.")
    ] = "",
    changelog: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Add the changes to this file, below 'Unreleased'.")
    ] = None,
    record: Annotated[
        bool, typer.Option("--record", help="Keep the account in changes.json, for upgrades of vendored copies.")
    ] = False,
    spec: SpecOption = SPEC,
) -> None:
    """Say what changed between two versions, for callers of the client and for readers of the document."""
    with Console("compare", format == "json") as console:
        from .compare.command import Options, run

        run(Options(old or against, new, format, fail_on, changelog, record, spec), console)


app.command()(update)


@app.command()
def release(
    tag: Annotated[str, typer.Argument(help="The tag, such as v1.2.0.")],
    changelog: Annotated[Path, typer.Option(metavar="PATH", help="The changelog.")] = Path("CHANGELOG.md"),
    spec: SpecOption = SPEC,
) -> None:
    """Print the notes of a release. Exit code 1 if the tag is of another version, or the changelog has no section."""
    with Console("release") as console:
        from .release import notes
        from .spec import read

        version = str(read(spec_file(spec)).tree["info"]["version"])
        console.say(notes(tag, version, changelog).rstrip())


@app.command()
def coverage(
    spec: SpecOption = SPEC, out: OutOption = OUT, fixtures: FixturesOption = FIXTURES, json: JsonOption = False
) -> None:
    """List each operation with its documentation page, its fixtures and its methods."""
    with Console("coverage", json) as console:
        from .evidence.coverage import coverage as cover
        from .evidence.documentation import counts as pages
        from .evidence.documentation import page_rows
        from .spec import read

        document = read(spec_file(spec))
        surface = out_folder(out) / SURFACE
        recorded = cover(document, fixtures, surface.read_text(encoding="utf-8") if surface.is_file() else "")
        if json:
            operations = [row.as_dict() for row in recorded.rows]
            console.summary.update(pages=page_rows(document), operations=operations)
        else:
            console.table(recorded.rows)
            console.summary.update(recordings=recorded.counts, documentation=pages(document))
        if recorded.diagnostics:
            raise DiagnosticsError(recorded.diagnostics)
        console.done("Every operation is covered.")


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
)
def vendor(context: typer.Context, out: OutOption = OUT) -> None:
    """Copy the rendered client into another repository: `vendor PATH`, as `python -m` of the client does."""
    import os
    import subprocess

    with Console("vendor"):
        if not (out / "runtime" / "vendor" / "commands.py").is_file():
            raise Failure(f"{out} has no command vendor", "render it with `runtime: whole` in generator.yaml", code=2)
    command = [sys.executable, "-P", "-m", out.name, "vendor", *context.args]
    environment = os.environ | {"PYTHONPATH": str(out.resolve().parent)}
    raise SystemExit(subprocess.run(command, env=environment, check=False).returncode)


@app.command()
def fixture(
    name: Annotated[str, typer.Argument(metavar="OPERATION/CASE", help="The fixture to write.")],
    arguments: Annotated[
        str | None, typer.Option(metavar="JSON|@FILE", help="The keyword arguments of the call, as a JSON object.")
    ] = None,
    response: Annotated[
        str | None, typer.Option(metavar="TEXT|@FILE", help="The response body; events of a stream in a file.")
    ] = None,
    status: Annotated[int, typer.Option(min=200, max=599, help="The status of the response.")] = 200,
    content_type: Annotated[str, typer.Option(metavar="TYPE", help="Default: guessed from the body.")] = "",
    like: Annotated[
        str, typer.Option(metavar="OPERATION/CASE", help="Take the response of another fixture instead.")
    ] = "",
    key: Annotated[str, typer.Option(metavar="good|wrong|none", help="The key that the request shows.")] = "good",
    about: Annotated[str, typer.Option(metavar="TEXT", help="What the fixture shows.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace the fixture if it exists.")] = False,
    example: Annotated[bool, typer.Option("--example", help="Make from the spec what is not given.")] = False,
    spec: SpecOption = SPEC,
    out: OutOption = OUT,
    fixtures: FixturesOption = FIXTURES,
    json: JsonOption = False,
) -> None:
    """Write a fixture by hand: the request is what the rendered client sends, the response is given.

    Without --arguments or --response it asks for them. To record from a server instead, see `record`.
    """
    with Console("fixture", json) as console:
        from .recorder.compose import Options, write_fixture
        from .spec import read

        options = Options(name, arguments, response, status, content_type, like, key, about, force, example)
        path, summary = write_fixture(options, read(spec_file(spec)), out, fixtures, console)
        console.done(f"{path}: {summary}")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")] = 8765,
    speed: Annotated[float, typer.Option(min=0, help="Factor for recorded delays: 1 as recorded, 0 none.")] = 1.0,
    fixtures: FixturesOption = FIXTURES,
    spec: SpecOption = SPEC,
) -> None:
    """Run the mock server: recorded responses, byte for byte, until Ctrl-C."""
    gc.enable()  # a server runs for long
    with Console("serve") as console:
        from .cli_output.serving import serve as listen

        listen(host, port, fixtures, speed, spec_file(spec), console)


@app.command()
def demo(
    live: Annotated[bool, typer.Option("--live", help="Call the real service with the key in EZLINK_API_KEY.")] = False,
    fixtures: FixturesOption = FIXTURES,
) -> None:
    """Show the rendered client at work, against the mock server or the real service."""
    with Console("demo"):
        from .cli_output.demo import against_mock_server, against_service

        raise SystemExit(against_service(DEMO) if live else against_mock_server(DEMO, fixtures))


@app.command()
def record(
    base_url: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="The service to call; default: the spec's server.")
    ] = "",
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="OPERATION[/CASE]", help="Record only these; repeatable.")
    ] = None,
    fixtures: FixturesOption = FIXTURES,
    key_env: Annotated[
        str, typer.Option(metavar="NAME", help="The environment variable that holds the key.")
    ] = "EZLINK_API_KEY",
    paid: Annotated[bool, typer.Option("--paid", help="Also send requests that may cost money.")] = False,
    all: Annotated[
        bool, typer.Option("--all", help="Also write responses whose shape is unchanged, and new failures.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write files and send paid requests without asking.")] = False,
    spec: SpecOption = SPEC,
    json: JsonOption = False,
) -> None:
    """Record fixtures anew from a running service; changes of shape are shown before anything is written."""
    with Console("record", json) as console:
        from .recorder import RecordOptions, safe_operations
        from .recorder import record as make
        from .spec import read

        tree = read(spec_file(spec)).tree
        url = base_url or str(tree["servers"][0]["url"])
        make(RecordOptions(url, fixtures, tuple(only or ()), key_env, paid, yes, all, safe_operations(tree)), console)


def main() -> None:
    """Run the command line."""
    arguments = sys.argv[1:]
    app(prog_name=PROGRAM, obj=Record(arguments) if arguments[:1] == [VERB] else None)
