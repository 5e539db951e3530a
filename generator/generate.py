"""The verb `generate`: its options, its run, and its plain command line, which is read without a library."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .cli_output.console import Console, Failure
from .cli_output.paths import OUT, SPEC, config_file, limits_of, out_folder, spec_file
from .unchanged import Record

if TYPE_CHECKING:
    from .pipeline import Client

UNCHANGED = "nothing would change"


class Options(NamedTuple):
    """The options of `generate`, each by its name on the command line."""

    spec: Path = SPEC
    out: Path = OUT
    package: str = ""
    config: Path | None = None
    strict: bool = False
    limit: list[str] | None = None
    dry_run: bool = False
    json: bool = False


_VALUES: dict[str, Callable[[str], Any]] = {"spec": Path, "out": Path, "package": str, "config": Path}


def plain_options(words: list[str]) -> Options | None:
    """The options of a command line that holds nothing but options and values; None for one that typer has to read.

    Typer takes longer to import than a small document takes to render.
    """
    if os.name == "nt":  # where a program expands its own wildcards
        return None
    given: dict[str, Any] = {}
    rest = iter(words)
    for word in rest:
        option, equals, value = word.partition("=")
        name = option[2:].replace("-", "_")
        if not option.startswith("--") or "_" in option or name not in Options._fields:
            return None
        if name in ("strict", "dry_run", "json"):
            if equals:
                return None
            given[name] = True
            continue
        if not equals:
            value = next(rest, "-")
            if value.startswith("-"):
                return None
        given[name] = [*given.get(name, ()), value] if name == "limit" else _VALUES[name](value)
    return Options(**given)


def run(options: Options, record: Record | None = None) -> None:
    """Render the client and write it, or list what would change. A run that succeeded is recorded."""
    out = options.out
    with Console("generate", options.json) as console:
        from .normalize import Settings
        from .pipeline import build_alone

        settings = Settings(config_file(options.config), options.package, out_folder(out).resolve().name)
        client = build_alone(spec_file(options.spec), console, options.strict, settings, limits_of(options.limit))
        if options.dry_run:
            _compare(client, out, console)
        _write(client, out, console)
        if record:
            record.keep(client.inputs, str(out), client.files, client.counts(), client.diagnostics)
        console.summary.update(client.counts())
        console.list_diagnostics(client.diagnostics)
        console.done(f"{out}: " + counted(console.details))


def run_plain(options: Options, arguments: list[str]) -> None:
    """Run a plain command line. It ends as typer ends one that is interrupted, or whose output nobody reads."""
    try:
        run(options, Record(arguments))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what Python writes when it ends
        raise SystemExit(1) from None


def counted(edits: dict[str, int]) -> str:
    """The numbers of files that were written, left as they were, and removed, in words."""
    written, unchanged, removed = edits.values()
    return f"{written} files written, {unchanged} unchanged, {removed} removed."


def _compare(client: Client, out: Path, console: Console) -> None:
    """List what would change, and end the run."""
    from .render.output import compare

    drift = compare(client.files, out_folder(out))
    console.list_diagnostics(client.diagnostics)
    console.summary.update(client.counts())
    console.details.update(missing=drift.missing, changed=drift.changed, orphaned=drift.orphaned)
    console.say("".join(f"would {verb} {out / path}\n" for verb, path in drift.edits())[:-1] or UNCHANGED)
    console.done(f"{out}: nothing was written.")
    raise SystemExit(int(any(drift.edits())))


def _write(client: Client, out: Path, console: Console) -> None:
    """Write the client; the numbers of files become details."""
    with console.stage("write"):
        from .render.output import write

        try:
            written = write(client.files, out_folder(out))
        except OSError as error:
            what = f"{error.filename or out}: {error.strerror}"
            raise Failure(what, "make it writable, or choose another --out") from error
    console.details.update({name: len(paths) for name, paths in written._asdict().items()})
