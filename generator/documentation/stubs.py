"""Stub fixtures of new operations: what the client sends, and responses made from the spec or taken from others."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ..spec import Document
from ..spec.pointer import mapping
from .written import Files

REFUSED = "wrong-key"
REPOSITORY = Path(__file__).parents[2]


def stubs(operations: list[str], files: Files, document: Document, fixtures: Path) -> tuple[Files, list[str]]:
    """The fixtures of operations that files of the spec add, and what cannot be made, each with the reason."""
    found, faults = Files(), list[str]()
    if not operations or not fixtures.is_dir():
        return found, faults
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / document.directory.name
        shutil.copytree(document.directory, spec, ignore=shutil.ignore_patterns("published"))
        for path, content in files.items():
            if content is not None and path.is_relative_to(document.directory):
                (spec / path.relative_to(document.directory)).write_bytes(content)
        kept = Path(folder) / "fixtures"
        shutil.copytree(fixtures, kept)
        package = str(mapping(document.tree.get("x-client")).get("package", "client"))
        common = ["--spec", str(spec / document.source_of("")[0].name), "--out", str(Path(folder) / package)]
        if fault := _run(["generate", *common]):
            return found, [fault]
        refused = next((f"{path.parent.name}/{REFUSED}" for path in sorted(fixtures.glob(f"*/{REFUSED}.json"))), "")
        for operation in operations:
            cases = [["minimal"]] + [[REFUSED, "--like", refused, "--key", "wrong"]] * bool(refused)
            for case, *options in cases:
                command = ["fixture", f"{operation}/{case}", "--example", *options, "--fixtures", str(kept), *common]
                if fault := _run(command):
                    faults.append(f"{operation}/{case}: {fault}")
                else:
                    name = Path(operation) / f"{case}.json"
                    found[fixtures.resolve() / name] = (kept / name).read_bytes()
    return found, faults


def _run(arguments: list[str]) -> str:
    """Run a verb of the generator: a client is imported, so it has to be another process. Returns what is wrong."""
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    return (done.stderr.strip() or done.stdout.strip())[:300] if done.returncode else ""
