"""The verb `update`: from changed pages to one commit on a branch, in a working tree of its own.

check and apply → generate → publish → checks → compare and changelog → commit. Nothing outside that tree changes, so
a run that stops leaves everything as it was.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from ..cli_output.console import Console, Failure
from .questions import QUESTIONS

CHANGELOG = "CHANGELOG.md"
SUBJECT = re.compile(r"Documentation of \d{4}-\d\d-\d\d: ")
NONE = 40 * "0"  # git's commit of a branch that does not exist
LONGEST = 60_000  # characters of the text of a pull request
TAIL = 3000  # characters of a failing stage that are shown


class Options(NamedTuple):
    """The options of `python -m generator update`, as they are on the command line."""

    pages: list[Path]
    spec: Path
    out: Path
    fixtures: Path
    branch: str = ""
    base: str = "HEAD"
    refresh: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    body: Path | None = None
    push: str = ""


class Stopped(Exception):
    """A stage failed: its name, what it said, and its exit code."""

    def __init__(self, stage: str, said: str, code: int = 1) -> None:
        super().__init__(stage)
        self.stage, self.said, self.code = stage, said, code


def update(options: Options, console: Console) -> None:
    """Exits with 1 if a stage failed, with 2 if a page could not be read; then there is no new commit."""
    branch = options.branch or f"documentation-{date.today().isoformat()}"
    root = Path(_git("rev-parse", "--show-toplevel", cwd=Path.cwd()))
    local, before = _commit_of(root, branch), _before(root, options.push, branch)
    _own(root, options.base, before, branch)
    with _worktree(root, options.base) as tree:
        run = _Run(options, tree, console)
        try:
            written = run.pages(_show(root, before, options.spec.with_name(QUESTIONS)) if before else "")
            commit = run.commit(before, *run.rest()) if written else ""
            # Either is refused if somebody else has set the branch meanwhile.
            ref = f"refs/heads/{branch}"
            if commit and options.push:
                lease = f"--force-with-lease={ref}:{before}"
                run.run("push", ["git", "push", "--quiet", lease, options.push, f"{commit}:{ref}"], (0,))
            if commit:
                run.run("branch", ["git", "update-ref", ref, commit, local or NONE], (0,))
        except Stopped as stop:
            what = f"stopped at {stop.stage}; nothing was changed\n\n{stop.said[-TAIL:]}"
            raise Failure(what, "fix what it reports, and run it again", code=2 if stop.code == 2 else 1) from stop
    console.summary.update(branch=branch, commit=commit, **run.counts)
    console.done(f"{branch} is at {commit[:10]}." if commit else "The pages say nothing new.")


class _Run:
    """The stages in one working tree."""

    def __init__(self, options: Options, tree: Path, console: Console) -> None:
        self.options, self.tree, self.console = options, tree, console
        self.counts: dict[str, int] = {}
        # The generator of that tree; another one only if it has none.
        paths = [str(tree), str(tree / options.out.parent), str(Path(__file__).parents[2])]
        programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        self.environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PATH": programs}
        self.spec = ["--spec", str(options.spec)]
        self.fixtures = ["--fixtures", str(options.fixtures)]

    def pages(self, questions: str) -> bool:
        """Check the pages and apply them. Returns whether a file changed."""
        named = [str(page.resolve()) for page in self.options.pages]
        if questions:  # numbers are stable over the runs before a branch is merged
            (self.tree / self.options.spec).with_name(QUESTIONS).write_text(questions, "utf-8")
        told: dict[str, Any] = json.loads(
            self.stage("apply", "documentation", "apply", *named, "--json", *self.spec, *self.fixtures, codes=(0, 1))
        )
        self.counts = {name: len(told[name]) for name in ("applied", "questions", "operations")}
        self.counts["recorded"] = told["recorded"]
        return bool(_git("status", "--porcelain", cwd=self.tree))

    def rest(self) -> tuple[str, str]:
        """Everything that follows from the spec, and the checks. Returns the account, for people and for Markdown."""
        out = ["--out", str(self.options.out)]
        self.stage("generate", "generate", *self.spec, *out)
        if (self.tree / self.options.spec).with_name("publish.yaml").is_file():
            self.stage("publish", "publish", *self.spec, *self.fixtures)
        for command in self.options.refresh:
            self.command("refresh", command)
        self.stage("checks", "check", *self.spec, *out, *self.fixtures)
        for command in self.options.checks:
            self.command("checks", command)
        log = ["--changelog", CHANGELOG] if (self.tree / CHANGELOG).is_file() else []
        account = self.stage("compare", "compare", self.options.base, "--format", "markdown", *log, *self.spec)
        asked = (self.tree / self.options.spec).with_name(QUESTIONS)
        return account.strip(), asked.read_text("utf-8").strip() if asked.is_file() else ""

    def commit(self, before: str, account: str, questions: str) -> str:
        """One commit of everything, or the one before if that is the same. Returns its hash."""
        if self.options.body:
            self.options.body.write_text(pull_request(account, questions), "utf-8")
        counts = ", ".join(f"{count} {name}" for name, count in self.counts.items() if count)
        subject = f"Documentation of {date.today().isoformat()}: {counts or 'pages'}"
        _git("add", "--all", cwd=self.tree)
        _git("commit", "--quiet", "--no-verify", "--message", f"{subject}\n\n{account}", cwd=self.tree)
        commit = _git("rev-parse", "HEAD", cwd=self.tree)
        same = before and [_git("rev-parse", f"{one}^{{tree}}", f"{one}^", cwd=self.tree) for one in (before, commit)]
        return before if same and same[0] == same[1] else commit

    def stage(self, stage: str, *arguments: str, codes: tuple[int, ...] = (0,)) -> str:
        """Run a verb of the generator, the one of that tree. Returns its output. Raises `Stopped`."""
        return self.run(stage, [sys.executable, "-m", "generator", *arguments], codes)

    def command(self, stage: str, command: str) -> None:
        self.run(f"{stage} ({command})", shlex.split(command), (0,))

    def run(self, stage: str, command: list[str], codes: tuple[int, ...]) -> str:
        with self.console.stage(stage):
            try:
                done = subprocess.run(
                    command, cwd=self.tree, env=self.environment, capture_output=True, text=True, check=False
                )
            except OSError as error:
                raise Stopped(stage, str(error)) from error
        if done.returncode not in codes:
            raise Stopped(stage, f"{done.stdout}\n{done.stderr}".strip(), done.returncode)
        self.console.say(f"{stage:10} done")
        return done.stdout


def pull_request(account: str, questions: str) -> str:
    """The text of a pull request, up to the length that GitHub takes."""
    body = f"{account}\n\n{questions}".strip()
    if len(body) > LONGEST:
        body = body[:LONGEST].rpartition("\n")[0] + f"\n\nThe rest is in the commit and in {QUESTIONS}."
    return f"{body}\n"


@contextmanager
def _worktree(root: Path, base: str) -> Generator[Path]:
    """A working tree of a commit, which is removed afterwards."""
    handler = signal.signal(signal.SIGTERM, _ended)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / root.name
        _git("worktree", "prune", cwd=root)
        _git("worktree", "add", "--quiet", "--detach", str(tree), base, cwd=root)
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree), cwd=root)
            signal.signal(signal.SIGTERM, handler)


def _ended(number: int, frame: object) -> None:
    """End with what is left to do: so a job ends that takes too long."""
    raise Failure("ended by SIGTERM; nothing was changed", "run it again, with more time", code=128 + number)


def _commit_of(root: Path, branch: str) -> str:
    """The commit of a local branch, "" if there is none. Raises `Failure` if it is checked out."""
    trees = [one.splitlines() for one in _git("worktree", "list", "--porcelain", cwd=root).split("\n\n")]
    for tree, *lines in trees:
        if f"branch refs/heads/{branch}" in lines:
            hint = "choose another --branch, or check out another one there"
            raise Failure(f"{branch} is checked out in {tree.removeprefix('worktree ')}", hint, code=2)
    return _git("for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}", cwd=root)


def _before(root: Path, remote: str, branch: str) -> str:
    """The commit that the branch is at now, of the remote if there is one; "" if there is no such branch."""
    fetched = ["git", "fetch", "--quiet", remote, f"refs/heads/{branch}"]
    if remote and subprocess.run(fetched, cwd=root, capture_output=True, check=False).returncode == 0:
        return _git("rev-parse", "FETCH_HEAD", cwd=root)
    return "" if remote else _commit_of(root, branch)


def _own(root: Path, base: str, before: str, branch: str) -> None:
    """Raises `Failure` if the branch has commits that are not of `update`, and would be lost."""
    said = _git("log", "--format=%s", f"{base}..{before}", cwd=root).splitlines() if before else []
    if others := [subject for subject in said if not SUBJECT.match(subject)]:
        what = f"{branch} has a commit of somebody else: {others[0]}"
        raise Failure(what, "merge the branch first, or choose another --branch", code=2)


def _show(root: Path, commit: str, path: Path) -> str:
    """A file of a commit, "" if it has none."""
    named = f"{commit}:{path.as_posix()}"
    done = subprocess.run(["git", "show", named], cwd=root, capture_output=True, check=False)
    return done.stdout.decode("utf-8") if done.returncode == 0 else ""


def _git(*arguments: str, cwd: Path) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise Failure("git is not installed", "install it: the result is a commit", code=2) from error
    if done.returncode:
        raise Failure(f"git {arguments[0]}: {done.stderr.strip()}", "run it in a git repository", code=2)
    return done.stdout.strip()
