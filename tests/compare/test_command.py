"""The verb `compare`: files, folders and commits; formats, waivers, versions and the changelog."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.compare.change import Change
from generator.compare.report import with_entry
from generator.compare.semver import proposed
from generator.pipeline import build
from tests.compare.cases import edited, loaded

Run = Callable[..., Result]
LOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A thing.\n\n## [0.1.0]\n\n- First.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the verb in a project with a commit v1 and a changed working tree."""
    monkeypatch.chdir(tmp_path)
    document = loaded("openapi.yaml")
    (tmp_path / "spec").mkdir()
    (tmp_path / "generated/ezlink").mkdir(parents=True)
    write("spec/openapi.yaml", document)
    Path("generated/ezlink/api.txt").write_text("Client.close(self) -> None  runtime/client.py\n")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "First"], ["tag", "v1"]):
        subprocess.run([*git, *command], check=True)
    changes = {"NewPicture/properties/style": None, "NewPicture/properties/frame": {"type": "boolean"}}
    write("spec/openapi.yaml", edited(document, changes))

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["compare", *arguments])

    return invoke


def write(path: str, document: object) -> None:
    Path(path).write_text(yaml.safe_dump(document, sort_keys=False))


def accept(*entries: dict[str, str]) -> None:
    write("spec/accepted-changes.yaml", {"accepted": list(entries)})


REMOVED = {"id": "parameter-removed", "name": "client.pictures.create(style)"}


def test_a_commit_is_compared_with_the_working_tree(run: Run) -> None:
    result = run("v1")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "Breaking for callers of the client",
        "",
        "  `client.pictures.create` no longer takes `style`. It was not deprecated before.",
        "      spec/openapi.yaml:258:7  [parameter-removed]",
        "",
        "Compatible for callers of the client",
        "",
        "  `client.pictures.create` takes a new optional `frame`: bool.",
        "      spec/openapi.yaml:270:9  [parameter-added]",
        "",
        "v1 → spec/openapi.yaml: 1 breaking, 1 compatible. After 0.4.2 that is 0.5.0; info.version says 0.4.2.",
    ]
    assert run("--against", "v1").stdout == result.stdout
    assert run("v1", "v1").stdout == "v1 → v1: nothing changes for callers or readers.\n"
    assert run("spec/openapi.yaml", ".").stdout.endswith("nothing changes for callers or readers.\n")


def test_the_same_for_machines_and_for_a_pull_request(run: Run) -> None:
    told = json.loads(run("v1", "--format", "json").stdout)
    assert (told["format"], told["severity"], told["proposed_version"]) == (1, "breaking", "0.5.0")
    assert told["old"] == {"label": "v1", "version": "0.4.2"}
    first = told["changes"][0]
    assert {key: first[key] for key in ("id", "severity", "name", "operations", "place")} == {
        **REMOVED,
        "severity": "breaking",
        "operations": ["createPicture"],
        "place": {"file": "spec/openapi.yaml", "line": 258, "column": 7},
    }
    assert "- `client.pictures.create` no longer takes `style`." in run("v1", "--format", "markdown").stdout


def test_the_runtime_of_two_commits_is_compared_too(run: Run) -> None:
    lines = "Client.close(self, timeout: float=1) -> None  runtime/client.py\nClient.open(self)  runtime/client.py\n"
    Path("generated/ezlink/api.txt").write_text(lines)
    told = json.loads(run("v1", "--format", "json").stdout)["changes"]
    assert [one["id"] for one in told if one["name"].startswith("Client.")] == ["signature-extended", "name-added"]


def test_an_accepted_change_does_not_fail_and_keeps_its_version(run: Run) -> None:
    assert run("v1", "--fail-on", "breaking").exit_code == 1
    accept({**REMOVED, "id": "parameter-renamed", "reason": "No."})
    assert run("v1", "--fail-on", "breaking").exit_code == 1
    accept({**REMOVED, "reason": "No."})
    result = run("v1", "--fail-on", "breaking")
    assert (result.exit_code, "accepted: No." in result.stdout) == (0, True)
    assert "After 0.4.2 that is 0.5.0" in result.stdout
    assert run("v1", "--fail-on", "compatible").exit_code == 1


def test_entries_that_accept_nothing_are_told(run: Run) -> None:
    accept({"id": "method-removed", "name": "client.films.submit", "reason": "It never worked."})
    assert "accepted-changes.yaml: method-removed client.films.submit: no such change" in run("v1").stdout
    accept({"id": "method-remove", "reason": "x"}, {"id": "method-removed"})
    result = run("v1")
    assert result.exit_code == 1
    assert "did you mean 'method-removed'?" in result.stderr
    assert "an accepted change without a reason" in result.stderr


def test_the_changelog_gets_each_change_once(run: Run) -> None:
    Path("CHANGELOG.md").write_text(LOG)
    for _ in range(2):
        assert run("v1", "--changelog", "CHANGELOG.md").exit_code == 0
    assert Path("CHANGELOG.md").read_text() == LOG.replace(
        "- A thing.\n",
        "- A thing.\n- `client.pictures.create` takes a new optional `frame`: bool.\n\n### Removed\n\n"
        "- **Breaking:** `client.pictures.create` no longer takes `style`. It was not deprecated before.\n",
    )
    assert with_entry(LOG, {}) == LOG


def test_an_old_version_that_cannot_be_read_is_told_as_such(run: Run) -> None:
    write("old.yaml", {"openapi": "3.1.0", "info": {"title": "A"}, "paths": {"/a": {"get": ["nothing"]}}})
    result = run("old.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("old.yaml is not for this generator: ")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "compare needs something to compare with"),
        (["v9"], "v9: no such file, folder or commit"),
        (["--output=x"], "No such option"),
        (["v1", "generated"], "generated: no openapi.yaml in this folder"),
        (["v1", "--format", "html"], "--format html is unknown"),
        (["v1", "--fail-on", "all"], "--fail-on all is unknown"),
        (["v1", "--changelog", "none.md"], "--changelog none.md"),
    ],
)
def test_wrong_usage_is_told(run: Run, arguments: list[str], says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize(
    ("version", "ids", "expected"),
    [
        ("0.4.2", ["method-removed", "method-added"], "0.5.0"),
        ("0.4.2", ["method-added"], "0.4.3"),
        ("0.4.2", [], "0.4.2"),
        ("1.4.2", ["method-removed"], "2.0.0"),
        ("1.4.2", ["method-added", "document-changed"], "1.5.0"),
        ("1.4.2", ["document-changed"], "1.4.3"),
        ("2", ["method-added"], "2.1.0"),
        ("1.4.2-rc.1+5", ["document-changed"], "1.4.3"),
    ],
)
def test_the_version_follows_the_worst_change(version: str, ids: list[str], expected: str) -> None:
    assert proposed(version, [Change(id, "client", "", "") for id in ids]) == expected


def test_the_account_of_a_release_is_kept_for_upgrades_of_copies(run: Run) -> None:
    result = run("v1", "--record")
    assert result.exit_code == 2
    assert "both versions are" in result.output
    document = yaml.safe_load(Path("spec/openapi.yaml").read_text())
    document["info"]["version"] = "9.0.0"
    write("spec/openapi.yaml", document)
    for _ in range(2):  # the second time it replaces the first
        assert run("v1", "--record").exit_code == 0
    (release,) = json.loads(Path("spec/changes.json").read_text())["releases"]
    assert release["version"] == "9.0.0"
    assert {"id": "parameter-removed", "severity": "breaking"}.items() <= release["changes"][0].items()
    assert release["changes"][0]["name"] == "client.pictures.create(style)"
    _, client = build(Path("spec/openapi.yaml"))
    assert json.loads(client.files["CHANGES.json"]) == {"releases": [release]}
