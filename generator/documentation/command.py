"""The verbs `documentation check` and `accept`: read the pages that were named; print differences, or record them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from ..cli_output.console import Console, Failure
from ..evidence.documentation import PAGES
from ..spec import Document
from ..spec import read as read_spec
from .captured import accept
from .check import check
from .content import Unreadable
from .forms import read
from .page import Page
from .unused import unused

FORMS = (".txt", ".md", ".json", ".yaml", ".yml", ".html", ".htm")


def run(paths: list[Path], spec: Path, console: Console) -> None:
    """Exits with 1 if a page differs, with 2 if one could not be read."""
    document = read_spec(spec)
    pages, unread = _read(paths, document)
    count, findings = len(pages), check(pages, document)
    if console.machine:
        found = [one.as_dict() for one in findings]
        print(json.dumps({"format": 1, "pages": count, "differences": found, "unread": unread}, indent=2))
    for one in findings:
        console.say(one.line())
    for each in unread:
        console.say(f"{each['page']}: {each['message']}\n   hint: {each['hint']}")
    console.say(f"{count} pages read, {len(findings)} differences, {len(unread)} could not be read.")
    if unread or findings:
        raise SystemExit(2 if unread else 1)


def run_accept(paths: list[Path], spec: Path, console: Console) -> None:
    """Record the pages as captured. Nothing is written if one cannot be read."""
    document = read_spec(spec)
    pages, unread = _read(paths, document)
    for each in unread:
        raise Failure(f"{each['page']}: {each['message']}", each["hint"], code=2)
    register = document.directory / PAGES
    console.summary["accepted"] = accept(pages, document, register)
    console.done(f"{register} has the state of {len(pages)} pages.")


def run_apply(
    paths: list[Path], spec: Path, fixtures: Path, console: Console, dry_run: bool, follow: Sequence[int] = ()
) -> None:
    """Exits with 1 if something was written or is asked, with 2 and nothing written if a page cannot be read."""
    from .apply_command import run

    document = read_spec(spec)
    pages, unread = _read(paths, document)
    for each in unread:
        raise Failure(f"{each['page']}: {each['message']}", each["hint"], code=2)
    run(pages, document, fixtures, console, dry_run=dry_run, follow=follow)


def run_unused(spec: Path, console: Console) -> None:
    """Exits with 1 if there is a page that nothing covers, or an operation without a page, and no reason is known."""
    found = unused(read_spec(spec))
    if console.machine:
        print(json.dumps({"format": 1, "unused": found}, indent=2))
    for one in found:
        console.say(f"{one['kind']:10} {one['name']}{': ' * bool(one['reason'])}{one['reason']}")
    open = [one for one in found if not one["reason"]]
    console.say(f"{len(found)} without a counterpart, {len(open)} of them without a reason.")
    if open:
        raise SystemExit(1)


def _read(paths: list[Path], document: Document) -> tuple[list[Page], list[dict[str, str]]]:
    """The pages, and the files that cannot be read; pages of prose only if they are named themselves."""
    pages: list[Page] = []
    errors: list[tuple[Path, Unreadable]] = []
    for path in _files(paths):
        try:
            pages += read(path, document)
        except Unreadable as error:
            if not error.harmless or path in paths:
                errors.append((path, error))
    listed = {name for page in pages for link in page.links for name in (link.id, link.title)} - {""}
    unread: list[dict[str, str]] = []
    for path, fault in errors:
        if fault.pages and all({one.id, one.title} & listed for one in fault.pages):
            pages += fault.pages
        else:
            unread.append({"page": path.as_posix(), "message": fault.what, "hint": fault.hint})
    return pages, unread


def _files(paths: list[Path]) -> list[Path]:
    """The files that were named, and those in the folders."""
    found = [
        file for path in paths for file in (sorted(filter(_may_be_page, path.rglob("*"))) if path.is_dir() else [path])
    ]
    if not found:
        raise Failure("there are no pages to check", "name saved pages, a folder of them or an export", code=2)
    return found


def _may_be_page(path: Path) -> bool:
    return path.suffix.lower() in FORMS and not path.name.startswith(".")
