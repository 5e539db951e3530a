"""Run Redocly, Spectral and vacuum over spec/published: `python tests/publish/lint` (`make lint-published`).

A linter whose tools are not at hand is skipped, in words. The rules that are left out stand in its file here, with
their reasons.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BUILD = ROOT / "build/lint"
DOCUMENTS = ("openapi.yaml", "openapi.json", "openapi-3.0.yaml", "openapi-3.2.yaml", "tasks.arazzo.yaml")


def main() -> int:
    """Run every linter over every document that it knows. Return 1 if one of them found something."""
    return int(any([*_with_node(), *_vacuum()]))


def _with_node() -> Iterator[bool]:
    if not shutil.which("npm"):
        print("Redocly and Spectral: skipped, because there is no npm on this machine")
        return
    BUILD.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, BUILD)
    subprocess.run(["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=BUILD, check=True)
    tools = BUILD / "node_modules/.bin"
    for name in DOCUMENTS:
        yield _failed("Redocly", name, [tools / "redocly", "lint", "--config", HERE / "redocly.yaml"])
        yield _failed("Spectral", name, [tools / "spectral", "lint", "-r", HERE / "spectral.yaml", "-F", "hint"])


def _vacuum() -> Iterator[bool]:
    tool = os.environ.get("VACUUM") or shutil.which("vacuum")
    if not tool:
        print("vacuum: skipped, because it is neither on PATH nor named by VACUUM")
        return
    for name in ("openapi.yaml", "openapi-3.0.yaml"):
        rules = [tool, "lint", "--no-style", "--no-banner", "-d", "-r", HERE / "vacuum.yaml", "-n", "warn"]
        yield _failed("vacuum", name, rules)


def _failed(linter: str, name: str, command: list[str | Path]) -> bool:
    """Run a linter over a document, and say what it found."""
    environment = {**os.environ, "REDOCLY_TELEMETRY": "off"}
    path = ROOT / "spec/published" / name
    done = subprocess.run([*command, path], env=environment, capture_output=True, text=True, check=False)
    print(f"{linter}: {name}: {'problems' if done.returncode else 'nothing found'}")
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main())
