"""Run tests against a copy of the project with one file changed, in forked processes that have the libraries loaded."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import connection
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

import pytest

# Loaded once here: to import them takes longer than most trials.
for _library in ("aiohttp", "httpx2", "hypothesis", "msgspec.json", "pydantic", "trio", "urllib3", "yaml"):
    __import__(_library)

ROOT = Path(__file__).resolve().parents[2]
_FAILED, _OUTPUT = "first-failure.txt", "output.txt"
_ARGUMENTS = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
_COPIED, _LEFT_OUT = ("generator", "generated", "tests"), (".git", ".venv", "build")


class Trial(NamedTuple):
    """A file of the project, the text that it is to have, the tests to run, and the seconds that they may take."""

    path: str
    text: str
    tests: list[str]
    limit: float


class _Running(NamedTuple):
    number: int
    process: Any
    tree: Path
    trial: Trial
    until: float


class FirstFailure:
    """A pytest plugin that writes down the first test that fails."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self._file.exists():
            self._file.write_text(report.nodeid)


def failures(trials: Iterable[Trial], build: Path, at_once: int = 2) -> Iterator[tuple[int, str]]:
    """Iterate the number of each trial, in the order in which they end, and what failed: a test, or how the run of the
    tests ended; empty if nothing did.
    """
    trees, running = [_copied(build / f"tree{number}") for number in range(at_once)], dict[Any, _Running]()
    waiting = enumerate(trials)
    while True:
        while trees and (following := next(waiting, None)) is not None:
            if not following[1].tests:  # without any, pytest would run all there are
                yield following[0], ""
                continue
            started = _start(*following, trees.pop())
            running[started.process.sentinel] = started
        if not running:
            return
        soonest = min(one.until for one in running.values())
        ended = connection.wait([*running], timeout=max(0.0, soonest - monotonic()))
        for sentinel in ended or [key for key, one in running.items() if one.until <= monotonic()]:
            done = running.pop(sentinel)
            yield done.number, _end(done, late=not ended)
            trees.append(done.tree)


def _copied(tree: Path) -> Path:
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir()
    for path in ROOT.iterdir():
        if path.name in _COPIED:
            shutil.copytree(path, tree / path.name, ignore=shutil.ignore_patterns("fixtures", "runtime"))
        elif path.name not in _LEFT_OUT:
            (tree / path.name).symlink_to(path)
    for name in ("generator/runtime", "tests/runtime"):
        shutil.copytree(ROOT / name, tree / name)
    (tree / "tests" / "fixtures").symlink_to(ROOT / "tests" / "fixtures")
    (tree / "generated" / "ezlink" / "runtime").symlink_to(tree / "generator" / "runtime")
    compiled = multiprocessing.get_context("fork").Process(target=_compile, args=(tree,))
    compiled.start()
    compiled.join()
    return tree


def _compile(tree: Path) -> None:
    """Keep the bytecode of what the tests load, which halves the time of most trials."""
    _enter(tree)
    sys.dont_write_bytecode = False
    os._exit(pytest.main(["--collect-only", *_ARGUMENTS, "tests/runtime"]))


def _start(number: int, trial: Trial, tree: Path) -> _Running:
    (tree / trial.path).write_text(trial.text)
    run: Callable[..., Any] = multiprocessing.get_context("fork").Process
    process = run(target=_test, args=(tree, trial.tests))
    process.start()
    return _Running(number, process, tree, trial, monotonic() + trial.limit)


def _end(running: _Running, *, late: bool) -> str:
    process, failed = running.process, running.tree / _FAILED
    if late:
        os.killpg(process.pid, signal.SIGKILL)
    process.join()
    shutil.copy2(ROOT / running.trial.path, running.tree / running.trial.path)
    name = failed.read_text() if failed.exists() else ""
    failed.unlink(missing_ok=True)
    if process.exitcode == 1 and not name:
        raise RuntimeError(f"the tests cannot be run: {(running.tree / _OUTPUT).read_text()}")
    return "too late" if late else name or (f"exit code {process.exitcode}" if process.exitcode else "")


def _test(tree: Path, tests: list[str]) -> None:
    _enter(tree)
    sys.dont_write_bytecode = True  # a mutant can be as large, and as old, as the one before
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    os._exit(pytest.main([*_ARGUMENTS, *tests], [FirstFailure(tree / _FAILED)]))


def _enter(tree: Path) -> None:
    os.setpgid(0, 0)  # so that what the tests start ends with them
    output = os.open(tree / _OUTPUT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for descriptor in (1, 2):
        os.dup2(output, descriptor)
    os.chdir(tree)
    for name in [name for name in sys.modules if name.partition(".")[0] in (*_COPIED, "ezlink")]:
        del sys.modules[name]
    sys.path[:] = [str(tree), *(place for place in sys.path if place not in ("", str(ROOT)))]
