"""The verb `documentation apply`: edits of the spec and questions, written all at once, shown, or taken back."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from ..cli_output.console import Console
from ..spec import Document
from .apply import Application, apply
from .captured import key
from .moved_operation import moved_fixtures
from .page import Page
from .questions import QUESTIONS, numbered, read, updated
from .stubs import stubs
from .written import Files, record_of, replace, undo


def run(
    pages: list[Page],
    document: Document,
    fixtures: Path,
    console: Console,
    *,
    dry_run: bool,
    follow: Sequence[int] = (),
) -> None:
    """Exits with 1 if something was written or is asked. Questions to `follow` are answered as the pages say."""
    register = document.directory / QUESTIONS
    text = register.read_text("utf-8") if register.is_file() else ""
    application = apply(pages, document, fixtures, {numbered(text, one).key for one in follow})
    questions = updated(text, application.open, {key(page, document) for page in pages})
    files: Files = {**application.files, **({register: questions.encode()} if questions != text else {})}
    composed, faults = stubs(application.operations, files, document, fixtures)
    files |= {**composed, **moved_fixtures(application.moves, fixtures)}
    if not dry_run and files:
        replace(record_of(document.directory), files)
    _show(application, files, questions, faults, document, console, dry_run)
    if application.applied or application.open or files:
        raise SystemExit(1)


def run_undo(spec: Path, console: Console) -> None:
    """Take back what the last run wrote."""
    for path in undo(record_of(spec.parent)):
        console.say(f"restored {os.path.relpath(path)}")
    console.done("The last run of `documentation apply` is undone.")


def _show(
    application: Application,
    files: Files,
    questions: str,
    faults: list[str],
    document: Document,
    console: Console,
    dry_run: bool,
) -> None:
    if console.machine:
        found = {
            "format": 1,
            "written": not dry_run,
            "files": sorted(os.path.relpath(path, document.directory.parent) for path in files),
            "applied": [one.as_dict() for one in application.applied],
            "questions": [one._asdict() for one in read(questions)],
            "operations": application.operations,
            "recorded": application.recorded,
            "without_fixture": faults,
        }
        print(json.dumps(found, indent=2))
        return
    for path, content in files.items() if dry_run else ():
        old = path.read_text("utf-8").splitlines(keepends=True) if path.is_file() else []
        new = (content or b"").decode().splitlines(keepends=True)
        name = os.path.relpath(path, document.directory.parent)
        console.say("".join(difflib.unified_diff(old, new, name, name)).rstrip("\n"))
    for one in application.applied:
        console.say(f"applied: {one.message}")
    for question in read(questions):
        console.say(f"question {question.number}: {question.title}")
    for fault in faults:
        console.say(f"no fixture could be made of {fault}")
    done = "would be written" if dry_run else "written"
    console.say(f"{len(application.applied)} differences {done}, {len(application.open)} left as questions.")
    if application.recorded:
        console.say(f"The state of {application.recorded} pages is recorded: what they take back later is told.")
