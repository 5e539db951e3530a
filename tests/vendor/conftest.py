"""Projects to vendor into: git repositories with a package, and the commands as a user runs them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generated" / "ezlink"
PYPROJECT = '[project]\nname = "shop"\nversion = "1"\ndependencies = [\n  "flask>=3",  # the [web]\n]\n\n[tool.ruff]\n'


class Done(NamedTuple):
    """The exit code of a command, and what it printed."""

    code: int
    out: str
    err: str


class Project:
    """A git repository with a package `shop`, everything committed."""

    def __init__(self, root: Path, distribution: Path = PACKAGE.parent) -> None:
        self.root = root
        self.distribution = distribution
        (root / "shop").mkdir(parents=True)
        (root / "shop" / "__init__.py").touch()
        (root / "pyproject.toml").write_text(PYPROJECT)
        self.git("init", "-q")
        self.commit()

    def git(self, *arguments: str) -> str:
        own = [
            "-c",
            "user.name=n",
            "-c",
            "user.email=n@example.com",
            "-c",
            "commit.gpgsign=false",
            "-c",
            "core.hooksPath=",
        ]
        done = subprocess.run(["git", *own, *arguments], cwd=self.root, capture_output=True, text=True, check=True)
        return done.stdout

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "a step")

    def python(self, *arguments: str, cwd: str = ".", path: str = "", **environment: str) -> Done:
        """Run the interpreter in the repository, where the distribution is not importable unless it is in `path`."""
        usual = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root / cwd,
            env=usual | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def ezlink(self, *arguments: str) -> Done:
        """Run a command of the distribution."""
        return self.python("-m", "ezlink", *arguments, path=str(self.distribution))

    def vendored(self, *arguments: str) -> Path:
        """A copy at shop/_ezlink, committed."""
        done = self.ezlink("vendor", "shop/_ezlink", *arguments)
        assert done.code == 0, done.err
        self.commit()
        return self.root / "shop" / "_ezlink"

    def status(self) -> str:
        return self.git("status", "--porcelain")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


def release(folder: Path, version: str, edits: Mapping[str, Callable[[str], str]] | None = None) -> Path:
    """Another version of the distribution, with some of its files edited: the folder that is put on the path."""
    package = folder / "ezlink"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    manifest = json.loads((package / "MANIFEST.json").read_text())
    changed = {"__init__.py": lambda text: text.replace(manifest["version"], version), **(edits or {})}
    for path, edit in changed.items():
        text = edit((package / path).read_text("utf-8") if (package / path).exists() else "")
        (package / path).write_bytes(text.encode())
        manifest["files"][path] = hashlib.sha256(text.encode()).hexdigest()
    (package / "MANIFEST.json").write_text(json.dumps(manifest | {"version": version}))
    (folder / "LICENSE").write_text("MIT\n")
    return folder
