"""The generator by itself: its wheel holds all that it needs, and starts projects for documents of other makers."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging" / "generator"
DOCUMENT = """
openapi: 3.0.3
info: {title: Library, version: 1.0.0}
servers: [{url: "https://library.example/v1"}]
paths:
  /books/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: A book.
          content:
            application/json:
              schema: {$ref: "parts.yaml#/Book"}
              examples: {dune: {value: {id: 1, title: Dune}}, blank: {value: {id: 2, title: null}}}
"""
PARTS = """
Book:
  type: object
  required: [id, title]
  properties: {id: {type: integer}, title: {type: string, nullable: true}}
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(PACKAGING)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    (built,) = out.glob("*.whl")
    zipfile.ZipFile(built).extractall(out / "installed")
    return out / "installed"


def run(installed: Path, where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the generator as it is installed, in a directory that has nothing of this project."""
    paths = os.pathsep.join([str(installed), str(where / "src")])
    command = [sys.executable, "-P", "-m", *arguments]
    environment = {**os.environ, "PYTHONPATH": paths, "XDG_CACHE_HOME": str(where / "cache")}
    return subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False)


def test_a_project_is_started_checked_and_tested(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "library.yaml").write_text(DOCUMENT)
    (tmp_path / "parts.yaml").write_text(PARTS)
    started = run(installed, tmp_path, "ezlink_generator", "init", "library.yaml", "shelf", "--json")
    assert started.returncode == 0, started.stderr + started.stdout
    assert json.loads(started.stdout)["operations"] == 1
    project, client = tmp_path / "shelf", ("--spec", "spec/library.yaml", "--out", "src/shelf")
    assert (project / "spec" / "parts.yaml").read_text() == PARTS
    checked = run(installed, project, "ezlink_generator", "check", *client)
    assert checked.returncode == 0, checked.stderr
    unchanged = run(installed, project, "ezlink_generator", "generate", *client, "--dry-run")
    assert (unchanged.returncode, unchanged.stderr) == (0, "")
    tested = run(installed, project, "pytest", "-q", "-p", "no:cacheprovider")
    assert "2 passed" in tested.stdout, tested.stdout
    again = run(installed, tmp_path, "ezlink_generator", "init", "library.yaml", "shelf")
    assert (again.returncode, again.stderr) == (
        2,
        "shelf is there already\n   hint: choose a directory that is new or empty\n",
    )


def test_a_dry_run_lists_what_would_change(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "library.yaml").write_text(DOCUMENT)
    (tmp_path / "parts.yaml").write_text(PARTS)
    arguments = ("generate", "--spec", "library.yaml", "--out", "shelf", "--dry-run", "--json")
    done = run(installed, tmp_path, "ezlink_generator", *arguments)
    assert done.returncode == 1
    assert "client.py" in json.loads(done.stdout)["missing"]
    assert not (tmp_path / "shelf").exists()


def test_requires_all_that_it_imports() -> None:
    about = tomllib.loads((PACKAGING / "pyproject.toml").read_text("utf-8"))["project"]
    required = {line.split(">")[0].split("=")[0].strip() for line in about["dependencies"]}
    found: set[str] = set()
    for path in (ROOT / "generator").rglob("*.py"):
        if "runtime" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
                names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
                found |= {name.split(".")[0] for name in names}
    distributions = packages_distributions()
    needed = {distributions[name][0].lower().replace("_", "-") for name in found if name in distributions}
    # It is asked about the types of this project's own document only.
    assert needed - {"datamodel-code-generator"} <= required
