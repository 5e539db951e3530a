"""The verb `compare`: load two versions, print the account, add it to the changelog."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from ..cli_output.console import Console, Failure
from ..diagnostics import DiagnosticsError
from . import Account, Version, compare, load
from .accepted import accept, entries, faults
from .change import SEVERITIES
from .record import record
from .report import changelog, markdown, shown, text, with_entry

FORMATS = ("text", "markdown", "json")


class Options(NamedTuple):
    """The options of the command line."""

    old: str
    new: str
    format: str
    fail_on: str
    changelog: Path | None
    record: bool
    spec: Path


def run(options: Options, console: Console) -> None:
    """Compare two versions. Exits with 1 if there is a change that `fail_on` names and nobody accepted."""
    _usage(options)
    with console.stage("read"):
        old, new = _old(options), load(options.new or options.spec.as_posix(), options.spec)
    if problems := faults(new.document):
        raise DiagnosticsError(problems)
    with console.stage("compare"):
        account = compare(old, new)
        changes, unused = accept(account.changes, entries(new.document))
        account = account._replace(changes=tuple(changes))
    if options.format == "json":
        unmatched = [one._asdict() for one in unused]
        print(json.dumps({**account.as_dict(), "unused": unmatched}, indent=2))
    else:
        found = shown(account.changes)
        written = text(found) if options.format == "text" else markdown(found)
        rest = [f"accepted-changes.yaml: {one.id} {one.name}: no such change, remove the entry" for one in unused]
        console.say("\n".join([*([written, ""] if written else []), *rest, summary(account)]))
    if options.changelog:
        _write(options.changelog, account)
    if options.record:
        try:
            record(account, options.spec)
        except ValueError as error:
            raise Failure(f"--record: {error}", "only a release has an account of its own", code=2) from error
    if options.fail_on:
        limit = SEVERITIES.index(options.fail_on)
        if any(SEVERITIES.index(one.severity) >= limit for one in shown(account.changes) if not one.accepted):
            raise SystemExit(1)


def summary(account: Account) -> str:
    """The last line for people: how much changed, and the version that it asks for."""
    found = shown(account.changes)
    counts = [f"{sum(one.severity == severity for one in found)} {severity}" for severity in ("breaking", "compatible")]
    if account.severity == "internal":
        return f"{account.old} → {account.new}: nothing changes for callers or readers."
    head = f"{account.old} → {account.new}: {', '.join(counts)}."
    if account.declared == account.proposed:
        return f"{head} {account.declared} is the right version."
    return f"{head} After {account.version} that is {account.proposed}; info.version says {account.declared}."


def _old(options: Options) -> Version:
    """The old version. Its faults cannot be fixed: the first of them is reported with the version."""
    try:
        return load(options.old, options.spec)
    except DiagnosticsError as error:
        first, *others = error.diagnostics
        more = f", and {len(others)} more" if others else ""
        what = f"{options.old} is not for this generator: {first.place}: {first.message}{more}"
        raise Failure(
            what, "compare with a later version, or compare the two with the generator of that time"
        ) from error


def _usage(options: Options) -> None:
    if not options.old:
        raise Failure("compare needs something to compare with", "name it: compare v1.2.0, or compare OLD NEW", code=2)
    for name, value, known in (
        ("--format", options.format, FORMATS),
        ("--fail-on", options.fail_on, ("", *SEVERITIES[1:])),
    ):
        if value not in known:
            raise Failure(f"{name} {value} is unknown", f"choose one of {', '.join(filter(None, known))}", code=2)


def _write(path: Path, account: Account) -> None:
    try:
        path.write_text(with_entry(path.read_text("utf-8"), changelog(shown(account.changes))), "utf-8")
    except (OSError, ValueError) as error:
        raise Failure(
            f"--changelog {path}: {error}", "name a changelog with a line '## [Unreleased]'", code=2
        ) from error
