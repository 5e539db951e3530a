"""The whole loop in a small project: changed pages, a git repository and a remote, to one commit on a branch."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.cli_output.console import Console
from generator.documentation.update import Options, pull_request, update

from .apply_cases import Project, Tree, schemas, switch

GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
GIT |= {
    f"GIT_{who}_{what}": f"lamps{at}" for who in ("AUTHOR", "COMMITTER") for what, at in (("NAME", ""), ("EMAIL", "@x"))
}
CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Lamps.\n\n## [1.0.0]\n"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


class Repository(Project):
    """The project under version control, with a remote beside it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "lamps")
        self.pages, self.remote = folder / "pages", folder / "remote.git"
        self.pages.mkdir()
        (self.folder / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
        self.run("generate", "--spec", "spec/openapi.yaml", "--out", "generated/lamps")
        git(folder, "init", "--quiet", "--bare", str(self.remote))
        git(self.folder, "init", "--quiet", "--initial-branch=main")
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--message", "Lamps")
        git(self.folder, "remote", "add", "origin", str(self.remote))
        git(self.folder, "push", "--quiet", "origin", "main")

    def run(self, *arguments: str) -> None:
        from generator.cli import app

        with contextlib.chdir(self.folder), contextlib.redirect_stdout(io.StringIO()):
            app([*arguments], standalone_mode=False)

    def update(self, **options: Any) -> tuple[int, Tree]:
        """The exit code of `update`, and what it says for machines."""
        code = 0
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(io.StringIO()) as output:
            try:
                paths = Path("spec/openapi.yaml"), Path("generated/lamps"), Path("fixtures")
                with Console("update", machine=True) as console:
                    update(
                        Options([self.pages], *paths, **{"branch": "documentation", "push": "origin", **options}),
                        console,
                    )
            except SystemExit as end:
                code = int(str(end.code))
        return code, json.loads(output.getvalue())


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name, value in GIT.items():
        monkeypatch.setenv(name, value)
    return Repository(tmp_path)


def test_changed_pages_become_one_commit_on_a_branch_of_the_remote(repository: Repository) -> None:
    def retype(tree: Tree, *fields: str) -> None:
        for field in fields:
            schemas(tree)["Paint"]["properties"][field]["type"] = "boolean"

    def first(tree: Tree) -> None:
        switch(tree)
        retype(tree, "colour", "label")

    def later(tree: Tree) -> None:
        schemas(tree)["Room"]["properties"]["floor"] = {"type": "integer"}
        retype(tree, "label", "brightness")

    page = repository.pages / "export.json"
    repository.export(first).rename(page)
    before, body = git(repository.folder, "rev-parse", "main"), repository.folder.parent / "body.md"
    code, told = repository.update(body=body)
    assert (code, told["applied"], told["questions"], told["operations"]) == (0, 1, 2, 1), told
    assert git(repository.remote, "rev-parse", "documentation") == told["commit"]
    assert git(repository.remote, "rev-parse", "documentation^") == before

    def written(name: str) -> str:
        return git(repository.remote, "show", f"documentation:{name}")

    assert "def dim(" in written("generated/lamps/resources/lamps.py")
    assert json.loads(written("fixtures/dimLamp/minimal.json"))["request"]["body"]["json"] == {"level": 1}
    assert "\n- `client.lamps.dim` is new: Dim a lamp.\n" in written("CHANGELOG.md")
    assert "client.lamps.dim" in body.read_text("utf-8")
    assert body.read_text("utf-8").endswith(written("spec/questions.md") + "\n")
    # The working tree is as it was, and nothing is left behind.
    assert git(repository.folder, "status", "--porcelain") == ""
    assert git(repository.folder, "worktree", "list").count("\n") == 0
    # The pages change again before the branch is merged: it starts anew, and a question keeps its number.
    repository.export(later).rename(page)
    code, told = repository.update()
    assert (code, git(repository.remote, "rev-parse", "documentation^")) == (0, before), told
    numbers = [line.split()[1] for line in written("spec/questions.md").splitlines() if line.startswith("## ")]
    assert numbers == ["2.", "3."]
    # What somebody adds to the branch is not lost.
    git(repository.folder, "checkout", "--quiet", "documentation")
    git(repository.folder, "commit", "--quiet", "--allow-empty", "--message", "Answer question 2")
    git(repository.folder, "push", "--quiet", "origin", "documentation")
    git(repository.folder, "checkout", "--quiet", "main")
    repository.export(first).rename(page)
    answered = git(repository.remote, "rev-parse", "documentation")
    code, told = repository.update()
    assert (code, git(repository.remote, "rev-parse", "documentation")) == (2, answered)
    assert told["diagnostics"][0]["message"] == "documentation has a commit of somebody else: Answer question 2"
    repository.export(later).rename(page)
    # After the merge there is nothing new.
    git(repository.folder, "merge", "--quiet", "--ff-only", "documentation")
    assert repository.update()[1]["commit"] == ""


def test_a_long_account_is_cut_to_what_a_pull_request_takes() -> None:
    assert pull_request("account", "") == "account\n"
    body = pull_request("- changed\n" * 9000, "# Questions")
    assert len(body) < 65_536
    assert body.endswith("- changed\n\nThe rest is in the commit and in questions.md.\n")


def test_what_ends_it_or_sets_the_branch_meanwhile_loses_nothing(repository: Repository) -> None:
    repository.export(lambda tree: schemas(tree)["Room"]["properties"].update(floor={"type": "integer"})).rename(
        repository.pages / "export.json"
    )
    main = git(repository.folder, "rev-parse", "main")
    code, told = repository.update(checks=("sh -c 'kill -TERM $PPID; exec sleep 60'",))
    assert (code, told["diagnostics"][0]["message"]) == (143, "ended by SIGTERM; nothing was changed")
    assert git(repository.folder, "worktree", "list").count("\n") == 0
    assert git(repository.folder, "branch", "--format=%(refname:short)") == "main"
    # Another run, or a person, sets the branch while this one checks.
    code, told = repository.update(checks=("git update-ref refs/heads/documentation HEAD",), push="")
    assert (code, git(repository.folder, "rev-parse", "documentation")) == (1, main)
    assert told["diagnostics"][0]["message"].startswith("stopped at branch; nothing was changed")
    code, told = repository.update(checks=("git push --quiet origin HEAD:refs/heads/documentation",))
    assert (code, git(repository.remote, "rev-parse", "documentation")) == (1, main)
    assert git(repository.folder, "rev-parse", "documentation") == main
    git(repository.folder, "worktree", "add", "--quiet", "../elsewhere", "documentation")
    code, told = repository.update()
    assert (code, told["diagnostics"][0]["message"].rpartition("/")[2]) == (2, "elsewhere")


def test_a_stage_that_fails_leaves_everything_as_it_was(repository: Repository) -> None:
    repository.export(lambda tree: schemas(tree)["Room"]["properties"].update(floor={"type": "integer"})).rename(
        repository.pages / "export.json"
    )
    code, told = repository.update(refresh=("git no-such-command",))
    assert code == 1
    assert told["diagnostics"][0]["message"].startswith("stopped at refresh (git no-such-command); nothing was changed")
    (repository.pages / "login.html").write_text("<html><input type='password'></html>", "utf-8")
    code, told = repository.update()
    assert code == 2
    assert "it is a login page" in told["diagnostics"][0]["message"]
    assert git(repository.folder, "status", "--porcelain") == ""
    assert git(repository.folder, "branch", "--format=%(refname:short)") == "main"
    assert git(repository.remote, "branch", "--format=%(refname:short)") == "main"
