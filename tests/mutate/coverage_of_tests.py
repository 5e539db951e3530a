"""The lines of the runtime that each of its tests runs, and its duration: measured once, and anew for what changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import coverage

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, TESTS = ROOT / "generator" / "runtime", ROOT / "tests" / "runtime"
_AT_ONCE = 2
_COPY = "generated/ezlink/runtime/"  # some tests use the rendered package, whose runtime has the same lines
_RUNTIMES = f"generator/runtime/*,{_COPY}*"


class Lines(NamedTuple):
    """The tests by what they run."""

    of_line: dict[tuple[str, int], list[str]]
    of_file: dict[str, list[str]]
    at_import: set[tuple[str, int]]
    seconds: dict[str, float]


def measured(build: Path) -> Lines:
    """Return what the tests run. Only test files that are newer than the last measurement run, unless the code is."""
    stored = build / "coverage.json"
    known: dict[str, Any] = json.loads(stored.read_text()) if stored.exists() else {}
    newest = max(path.stat().st_mtime for path in RUNTIME.rglob("*.py"))
    files = {str(path.relative_to(ROOT)): path.stat().st_mtime for path in sorted(TESTS.rglob("test_*.py"))}
    # Without a test it could not be loaded: perhaps it can be now.
    known = {file: one for file, one in known.items() if one["tests"] and newest < one["at"] > files.get(file, 1e99)}
    if new := sorted(files.keys() - known.keys(), key=_size):
        print(f"Running {len(new)} files of tests, to see which of them run which line ...", flush=True)
        runs = [_start(build, number, new[number::_AT_ONCE]) for number in range(_AT_ONCE) if new[number:]]
        for number, run in enumerate(runs):
            run.wait()
            known.update(_read(build, number, new[number::_AT_ONCE]))
        stored.write_text(json.dumps(known))
    return _by_line(known)


def _size(file: str) -> int:
    return (ROOT / file).stat().st_size


def _start(build: Path, number: int, files: list[str]) -> subprocess.Popen[bytes]:
    arguments = ["-m", "coverage", "run", f"--data-file={build / f'coverage{number}'}", f"--include={_RUNTIMES}"]
    arguments += ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.mutate.contexts"]
    arguments += ["--continue-on-collection-errors", *files]
    environment = {**os.environ, "TEST_SECONDS": str(build / f"seconds{number}.json")}
    output = (build / f"tests{number}.log").open("wb")
    return subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=output, stderr=output)


def _read(build: Path, number: int, files: list[str]) -> dict[str, Any]:
    times = json.loads((build / f"seconds{number}.json").read_text())
    data = coverage.CoverageData(str(build / f"coverage{number}"))
    data.read()
    lines: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for file in data.measured_files():
        for line, tests in data.contexts_by_lineno(file).items():
            for test in tests:
                path = Path(file).relative_to(ROOT).as_posix().replace(_COPY, "generator/runtime/")
                lines[test][path].append(line)
    imported = lines.pop("", {})
    found: dict[str, Any] = {file: {"at": times["at"], "tests": {}, "imported": imported} for file in files}
    for test, seconds in times["seconds"].items():
        found[test.partition("::")[0]]["tests"][test] = [seconds, lines.get(test, {})]
    return found


def _by_line(known: dict[str, Any]) -> Lines:
    of_line: dict[tuple[str, int], list[str]] = defaultdict(list)
    of_file: dict[str, list[str]] = defaultdict(list)
    tests = {test: one for file in known.values() for test, one in file["tests"].items()}
    for test, (_, lines) in tests.items():
        for file, numbers in lines.items():
            of_file[file].append(test)
            for number in numbers:
                of_line[file, number].append(test)
    at_import = {
        (path, line) for file in known.values() for path, lines in file.get("imported", {}).items() for line in lines
    }
    return Lines(of_line, of_file, at_import, {test: seconds for test, (seconds, _) in tests.items()})
