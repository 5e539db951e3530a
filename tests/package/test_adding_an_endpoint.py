"""A new endpoint costs two edits of the spec and its fixtures: done in a copy, for each kind of operation."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .running import ROOT

CASE = ROOT / "tests" / "cases" / "endpoints"
FAMILY = yaml.safe_load((CASE / "family.yaml").read_text(encoding="utf-8"))
FIXTURES = [line for line in (CASE / "fixtures.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
OPERATIONS = [operation["operationId"] for item in FAMILY["paths"].values() for operation in item.values()]
COPIED = ("generator", "generated", "spec", "tests", "pyproject.toml", "examples", "docs")


def run(project: Path, *command: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(project / "generated"), str(project)])}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{shlex.join(command)}\n{done.stdout[-6000:]}{done.stderr[-3000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with five operations more."""
    copy = tmp_path_factory.mktemp("project")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        else:
            shutil.copy(source, copy / name)
    shutil.copy(CASE / "family.yaml", copy / "spec" / "families" / "archive.yaml")
    main = copy / "spec" / "openapi.yaml"
    text = main.read_text(encoding="utf-8")
    paths = "".join(f"  {path}: {{$ref: families/archive.yaml#/paths/{_token(path)}}}\n" for path in FAMILY["paths"])
    schemas = "".join(f"    {name}: {{$ref: families/archive.yaml#/schemas/{name}}}\n" for name in FAMILY["schemas"])
    text = re.sub(r"(?m)^paths:\n", lambda found: found[0] + paths, text)
    text = re.sub(r"(?m)^  schemas:\n", lambda found: found[0] + schemas, text)
    main.write_text(text, encoding="utf-8")
    return copy


def _token(path: str) -> str:
    return path.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")


def test_two_edits_of_the_spec_and_fixtures_are_enough(project: Path) -> None:
    run(project, "generator", "generate")
    for line in FIXTURES:
        command = [word.replace("@events.txt", f"@{CASE / 'events.txt'}") for word in shlex.split(line)]
        assert "-> " in run(project, "generator", "fixture", *command)
    run(project, "generator", "publish")
    run(project, "generator", "check")
    told = run(
        project,
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/contract",
        "tests/mock_server",
        "-k",
        " or ".join(OPERATIONS),
    )
    passed = re.search(r"(\d+) passed", told)
    assert passed is not None
    assert int(passed[1]) >= 4 * len(OPERATIONS), told
