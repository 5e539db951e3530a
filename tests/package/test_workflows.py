"""The workflows: valid, their actions named as everywhere, and every command that they run exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml

from generator.cli import app
from generator.cli_output.console import Failure
from generator.release import notes

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
# What runs beside our own commands, on the machines of the workflows.
PROGRAMS = {"python", "git", "gh", "make", "rm", "mkdir", "test", "echo", "if", "else", "fi", ".venv/bin/python", "sed"}


def load(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in load(path)["jobs"].values():
        yield from job["steps"]


def commands() -> list[str]:
    return [line.strip() for path in WORKFLOWS for step in steps(path) for line in step.get("run", "").splitlines()]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_what_every_workflow_has(path: Path) -> None:
    workflow = load(path)
    assert workflow[True]  # `on` is true in YAML 1.1
    assert "contents" in workflow["permissions"]
    assert workflow["concurrency"]["group"]
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert all(("run" in step) != ("uses" in step) for step in job["steps"])


def test_an_action_has_one_version_everywhere() -> None:
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@(v\d+|release/v\d+)", one) for one in used)
    assert len({one.partition("@")[0] for one in used}) == len(used)


def test_every_command_of_a_workflow_exists() -> None:
    verbs = typer.main.get_command(app)
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8")))
    assert commands()
    for line in commands():
        program = re.sub(r"^\w+=\$\(", "", line).split()[0]  # of an assignment what it runs
        assert program in PROGRAMS, line
        for target in re.findall(r"(?:^|&& )make ([a-z-]+)", line):
            assert target in targets, line
        for words in re.findall(r"-m generator ([a-z -]*[a-z])", line):
            command: Any = verbs
            for word in words.split():
                if hasattr(command, "commands"):
                    assert word in command.commands, line
                    command = command.commands[word]
        options = {one for command in _all(verbs) for parameter in command.params for one in parameter.opts}
        own = line.partition("-m generator")[2].partition(">")[0]
        assert set(re.findall(r"(?<= )--[a-z-]+", own)) <= options, line


def _all(command: Any) -> Iterator[Any]:
    yield command
    for one in getattr(command, "commands", {}).values():
        yield from _all(one)


LOG = "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-29\n\n### Added\n\n- A lamp.\n\n## [1.1.0]\n\n- Old.\n"


def test_a_tag_is_released_with_its_section_of_the_changelog(tmp_path: Path) -> None:
    log = tmp_path / "CHANGELOG.md"
    log.write_text(LOG, "utf-8")
    assert notes("v1.2.0", "1.2.0", log) == "### Added\n\n- A lamp.\n"
    assert notes("1.1.0", "1.1.0", log) == "- Old.\n"
    for tag, version, words in (
        ("v1.2.1", "1.2.0", "is not of the version 1.2.0"),
        ("v1.3.0", "1.3.0", "has no section for 1.3.0"),
        ("v1.2", "1.2", "has no section for 1.2"),
    ):
        with pytest.raises(Failure, match=words):
            notes(tag, version, log)
