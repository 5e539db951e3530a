"""Stub fixtures of new operations: what the client sends, and responses made from the spec or taken from others."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ..recorder.draft_response import usual
from ..spec import Document, Operation, read
from ..spec.pointer import mapping
from .written import Files

REFUSED = "wrong-key"
LONGEST = 300  # characters of a fault
RUNNER = "generator.verbs"  # no import: that module imports the command line, and with it this one
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
        refused = next((f"{path.parent.name}/{REFUSED}" for path in sorted(fixtures.glob(f"*/{REFUSED}.json"))), "")
        after, wanted = read(spec / document.source_of("")[0].name), dict[str, list[str]]()
        for one in operations:
            wanted |= {
                f"{one}/{case}": ["--content-type", media]
                for case, media in _cases(after.operations_by_id[one]).items()
            }
            wanted |= {f"{one}/{REFUSED}": ["--like", refused, "--key", "wrong"]} if refused else {}
        commands = [["generate", *common]]
        for name, options in wanted.items():
            commands.append(["fixture", name, "--example", *options, "--fixtures", str(kept), *common])
        rendering, *said = _run(commands)
        if rendering:
            return found, [rendering]
        for name, fault in zip(wanted, said, strict=True):
            if fault:
                faults.append(f"{name}: {fault}")
            else:
                found[fixtures.resolve() / f"{name}.json"] = (kept / f"{name}.json").read_bytes()
    return found, faults


def _cases(operation: Operation) -> dict[str, str]:
    """A case for each media type of the response of success, the usual one first."""
    status = next((one.status for one in operation.results), "")
    found = [one.media_type for one in operation.results if one.status == status] or [""]
    first = usual(operation) or found[0]
    found.sort(key=lambda one: one != first)
    return {"minimal" if not index else re.sub(r"\W+", "-", one).strip("-"): one for index, one in enumerate(found)}


def _run(commands: list[list[str]]) -> list[str]:
    """Run verbs of the generator: a client is imported, so it has to be another process. Returns what is wrong."""
    here = [sys.executable, "-m", RUNNER]
    done = subprocess.run(here, cwd=REPOSITORY, input=json.dumps(commands), capture_output=True, text=True, check=False)
    return [str(one) for one in json.loads(done.stdout)] if done.returncode == 0 else [done.stderr.strip()[-LONGEST:]]
