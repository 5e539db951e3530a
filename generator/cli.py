"""The command line: `python -m generator VERB`; without one it lists the verbs.

Exit codes: 0 done, 1 problems found, 2 wrong usage. Problems go to standard error, the summary to standard output.
With `--json` standard output holds one JSON object and nothing else.
"""

from __future__ import annotations

import atexit
import errno
import gc
import io
import socket
import sys
from pathlib import Path
from subprocess import CalledProcessError
from typing import TYPE_CHECKING, Annotated

import typer

from .cli_output.console import Console, Failure
from .diagnostics import Diagnostic, DiagnosticsError
from .limits import Limits
from .unchanged import VERB, Record

if TYPE_CHECKING:
    from .pipeline import Build

# The generator is used from a checkout, or installed by itself.
PROGRAM = "python -m generator" if __package__ == "generator" else "ezlink-generator"
SPEC = Path("spec/openapi.yaml")
OUT = Path("generated/ezlink")
FIXTURES = Path("tests/fixtures")
PUBLISHED = "published"
SURFACE = "api.txt"
DEMO = Path("examples/demo.py")

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # an unexpected exception is a bug of ours: show the plain traceback
    help="Render a client from an OpenAPI document, check that it is current, and serve recorded responses.",
)

documentation = typer.Typer(no_args_is_help=True, help="Compare saved pages of the documentation with the spec.")
app.add_typer(documentation, name="documentation")

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
    with Console("generate", json) as console:
        from .normalize import Settings
        from .pipeline import build

        settings = Settings(_config(config), package, _out(out).resolve().name)
        built = build(_spec(spec), console, strict, settings, _limits(limit))
        if dry_run:
            from .render.output import compare as drift_of

            drift = drift_of(built.files, _out(out))
            console.list_diagnostics(built.diagnostics)
            console.summary.update({**built.counts(), "missing": drift.missing, "changed": drift.changed})
            console.summary["orphaned"] = drift.orphaned
            console.done(f"{out}: nothing was written.")
            raise SystemExit(int(bool(drift.missing or drift.changed or drift.orphaned)))
        with console.stage("write"):
            from .render.output import write

            try:
                written = write(built.files, _out(out))
            except OSError as error:
                what = f"{error.filename or out}: {error.strerror}"
                raise Failure(what, "make it writable, or choose another --out") from error
        counts = {name: len(paths) for name, paths in written._asdict().items()}
        if isinstance(context.obj, Record):
            context.obj.keep(built.document.inputs(), str(out), built.files, built.counts(), built.diagnostics)
        console.summary.update({**built.counts(), **counts})
        console.list_diagnostics(built.diagnostics)
        console.done(f"{out}: " + _wrote(written.written, written.unchanged, written.removed))


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

        built = build(_spec(spec), console, settings=Settings(_config(config), package, _out(out).resolve().name))
        console.summary.update(built.counts())
        with console.stage("compare"):
            from .render.output import problems

            found: list[Diagnostic] = [*problems(built.files, _out(out), out.as_posix())]
            if built.document.house or fixtures.is_dir():
                found += _evidence(built, fixtures, spec.parent / PUBLISHED, console)
        if found:
            raise DiagnosticsError(found)
        console.done(f"{out} is up to date with {spec}.")


def _evidence(built: Build, fixtures: Path, target: Path, console: Console) -> list[Diagnostic]:
    """What is wrong with the fixtures, the registers and the published form of a document that is kept here."""
    from .compare.accepted import faults
    from .evidence import registers
    from .evidence.coverage import coverage as cover
    from .evidence.documentation import counts as pages
    from .publish import publish as published
    from .publish.output import drift

    document = built.document
    found = [*registers(document), *drift(published(document, fixtures), target, target.as_posix())]
    recorded = cover(document, fixtures, built.files.get(SURFACE))
    console.summary.update(fixtures=recorded.counts, documentation=pages(document))
    return [*found, *recorded.diagnostics, *faults(document)]


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

        run(_spec(document, "DOCUMENT"), folder, package, console)


@app.command()
def publish(spec: SpecOption = SPEC, fixtures: FixturesOption = FIXTURES, json: JsonOption = False) -> None:
    """Render the document for other languages, beside the spec."""
    with Console("publish", json) as console:
        from .check import check as check_document
        from .publish import publish as published
        from .publish.output import write
        from .spec import read

        document = read(_spec(spec))
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
        console.summary.update({name: len(paths) for name, paths in written._asdict().items()})
        console.done(f"{target}: " + _wrote(*written))


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


@documentation.command("check")
def check_documentation(
    pages: Annotated[list[Path], typer.Argument(help="Saved pages of any form, folders of them, or exports.")],
    spec: SpecOption = SPEC,
    json: JsonOption = False,
) -> None:
    """Say what saved pages state otherwise than the spec. Exit code 1 for differences, 2 for what cannot be read."""
    with Console("documentation check", json) as console:
        from .documentation.command import run

        run(pages, _spec(spec), console)


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
        from .documentation.fetch import Options, run

        run(Options(sources, _out(out), pause, contact, _spec(spec)), console)


@documentation.command("accept")
def accept_documentation(
    pages: Annotated[list[Path], typer.Argument(help="Saved pages of any form, folders of them, or exports.")],
    spec: SpecOption = SPEC,
    json: JsonOption = False,
) -> None:
    """Record what saved pages state as their last captured state, in documentation.yaml beside the spec."""
    with Console("documentation accept", json) as console:
        from .documentation.command import run_accept

        run_accept(pages, _spec(spec), console)


@documentation.command("apply")
def apply_documentation(
    pages: Annotated[
        list[Path] | None, typer.Argument(help="Saved pages of any form, folders of them, or exports.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the edits, and write nothing.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what the last run wrote.")] = False,
    spec: SpecOption = SPEC,
    fixtures: FixturesOption = FIXTURES,
    json: JsonOption = False,
) -> None:
    """Write what pages add into the spec, and what a person has to decide into questions.md beside it.

    Exit code 0 if there was nothing to do, 1 if something was written or is asked, 2 if a page cannot be read.
    """
    with Console("documentation apply", json) as console:
        from .documentation.apply_command import run_undo
        from .documentation.command import run_apply

        if undo:
            run_undo(_spec(spec), console)
        else:
            run_apply(pages or [], _spec(spec), fixtures, console, dry_run)


@documentation.command("unused")
def unused_documentation(spec: SpecOption = SPEC, json: JsonOption = False) -> None:
    """List pages that nothing in the spec covers, and operations that no page documents."""
    with Console("documentation unused", json) as console:
        from .documentation.command import run_unused

        run_unused(_spec(spec), console)


@app.command()
def update(
    pages: Annotated[list[Path], typer.Argument(help="Saved pages of any form, folders of them, or exports.")],
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

        version = str(read(_spec(spec)).tree["info"]["version"])
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

        document = read(_spec(spec))
        surface = _out(out) / SURFACE
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
        path, summary = write_fixture(options, read(_spec(spec)), out, fixtures, console)
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
        if not fixtures.is_dir():
            raise Failure(f"{fixtures} is not a directory of fixtures", "choose one with --fixtures", code=2)
        from .mock_server import BrokenFixture
        from .mock_server import serve as listen

        try:
            listen(host, port, fixtures, speed, spec=_spec(spec))
        except BrokenFixture as error:
            what, _, hint = str(error).rpartition("; ")
            raise Failure(what, hint) from error
        except KeyboardInterrupt:
            console.say("\nstopped")
        except BrokenPipeError:  # the reader of our output is gone
            raise SystemExit(1) from None
        except OSError as error:
            raise _cannot_listen(host, port, error) from error


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

        tree = read(_spec(spec)).tree
        url = base_url or str(tree["servers"][0]["url"])
        make(RecordOptions(url, fixtures, tuple(only or ()), key_env, paid, yes, all, safe_operations(tree)), console)


def main() -> None:
    """Run the command line."""
    # A run is short and leaves few cycles: collecting them took a sixth of its time.
    gc.disable()
    atexit.register(gc.freeze)
    # Chinese titles must not end the run on an ASCII-only terminal.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:]
    app(prog_name=PROGRAM, obj=Record(arguments) if arguments[:1] == [VERB] else None)


def _spec(path: Path, option: str = "--spec") -> Path:
    """Return the path if it is a file."""
    if path.is_dir():
        raise Failure(f"{option} {path} is a directory", f"choose the file: {option} {path / 'openapi.yaml'}", code=2)
    if not path.is_file():
        hint = f"run it from the project's directory, or choose the file with {option}"
        raise Failure(f"{option} {path}: no such file", hint, code=2)
    return path


def _config(path: Path | None) -> Path | None:
    if path is not None and not path.is_file():
        raise Failure(f"--config {path}: no such file", "correct the path, or omit --config", code=2)
    return path


def _limits(given: list[str] | None) -> Limits:
    try:
        return Limits.of(given or ())
    except ValueError as error:
        raise Failure(f"--limit {error}", f"such as --limit bytes={Limits().bytes * 2}", code=2) from None


def _cannot_listen(host: str, port: int, error: OSError) -> Failure:
    if error.errno == errno.EADDRINUSE:
        return Failure(f"Port {port} is in use: {PROGRAM} serve --port 0", "port 0 takes a free one")
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        hint = "set --host to an address of this machine: 127.0.0.1, or 0.0.0.0 for all of them"
    elif isinstance(error, PermissionError):
        hint = "choose another --port: ports below 1024 belong to the system (0 takes a free one)"
    else:
        hint = "choose another --host or --port (0 takes a free one)"
    return Failure(f"cannot listen on {host}:{port}: {error.strerror or error}", hint)


def _out(path: Path) -> Path:
    """Return the path if it is a directory or can become one."""
    blocked = next((parent for parent in (path, *path.parents) if parent.exists() and not parent.is_dir()), None)
    if blocked is not None:
        raise Failure(f"--out {path}: {blocked} is not a directory", "choose a directory with --out", code=2)
    return path


def _wrote(written: list[str], unchanged: list[str], removed: list[str]) -> str:
    parts = [f"{len(written)} files written", f"{len(unchanged)} unchanged", f"{len(removed)} removed"]
    return ", ".join(parts) + "."
