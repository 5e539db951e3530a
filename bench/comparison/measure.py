"""Measure one generator on one document: rendering, importing, type checking, CPU time and size."""

from __future__ import annotations

import json
import os
import re
import resource
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROBE = Path(__file__).with_name("probe.py")
LIMIT = 300.0  # seconds for one command
COMPLAINT = re.compile(r"\berror\b", re.IGNORECASE)
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}


@dataclass
class Outcome:
    """The outcome of one generator for one document."""

    generator: str
    document: str
    rendered: bool = False
    imports: bool = False
    mypy: int | None = None  # complaints of mypy --strict, None if it was not asked
    pyright: int | None = None
    right: int | None = None  # operations whose requests and responses are right, None if it was not asked
    operations: int | None = None
    seconds: float = 0.0  # of CPU: the machine may do other things
    lines: int = 0
    fault: str = ""


def run(command: str, **values: object) -> subprocess.CompletedProcess[str]:
    """Run a command. One that takes too long has the exit code 124."""
    words = [word.format(**values) for word in shlex.split(command)]
    # Generators call a formatter by its name.
    path = os.pathsep.join([str(values.get("bin", "")), os.environ.get("PATH", "")]).strip(os.pathsep)
    try:
        return subprocess.run(
            words,
            cwd=ROOT,
            env=_ENVIRONMENT | {"PATH": path},
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(words, 124, "", f"not done in {LIMIT:.0f} s")


def measure(generator: dict[str, Any], document: Path, out: Path, places: dict[str, object], types: bool) -> Outcome:
    """Measure one generator on one document, in a directory that is made anew."""
    package, outcome = "rendered_client", Outcome(generator["name"], document.name)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    before = _spent()
    done = run(generator["command"], document=document, out=out, package=package, **places)
    outcome.seconds = round(_spent() - before, 2)
    sources = [*(out / package).rglob("*.py")]
    outcome.rendered = done.returncode == 0 and bool(sources)
    if not outcome.rendered:
        outcome.fault = _last(done.stderr or done.stdout)
        return outcome
    outcome.lines = sum(len(path.read_bytes().splitlines()) for path in sources)
    own = generator.get("imports") == "own"
    python = sys.executable if own else str(places["bin"]) + "/python"
    probed = run(f"{python} {PROBE} {out} {package}")
    failed: dict[str, str] = json.loads(probed.stdout) if probed.returncode == 0 else {package: _last(probed.stderr)}
    outcome.imports = not failed
    outcome.fault = next((f"{module}: {error}" for module, error in failed.items()), "")
    if outcome.imports and types:
        outcome.mypy, outcome.pyright = _mypy(out, package, python), _pyright(out, package, python)
    if outcome.imports and own:
        _ask(outcome, document, out / package)
    return outcome


def _ask(outcome: Outcome, document: Path, place: Path) -> None:
    """Ask the oracle, which knows the form of this generator's clients only."""
    done = run(f"{sys.executable} -m bench.oracle {document} {place}")
    if done.returncode in (0, 1) and done.stdout.lstrip().startswith("{"):
        told = json.loads(done.stdout)
        wrong = {line.partition(":")[0] for line in told["wrong"]}
        outcome.operations, outcome.right = told["called"], told["called"] - len(wrong)


def _mypy(out: Path, package: str, python: str) -> int:
    done = run(
        f"{sys.executable} -m mypy --strict --no-error-summary --cache-dir {out}/.mypy --python-executable {python}"
        f" {out / package}"
    )
    return sum(": error:" in line for line in done.stdout.splitlines()) if done.returncode in (0, 1) else -1


def _pyright(out: Path, package: str, python: str) -> int:
    (out / "pyrightconfig.json").write_text(json.dumps({"typeCheckingMode": "strict"}))
    done = run(f"{sys.executable} -m pyright -p {out} --pythonpath {python} --outputjson")
    try:
        return int(json.loads(done.stdout)["summary"]["errorCount"])
    except (ValueError, LookupError):
        return -1


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _last(text: str) -> str:
    return next((line.strip()[:300] for line in reversed(text.splitlines()) if line.strip()), "no output")
