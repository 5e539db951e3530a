"""Run tests against a copy of the project with one file changed.

A process for each copy has all tests loaded, and forks for each trial. Where only functions are changed, the fork gives
them their new code and runs the tests at once; else it is forked from here, and loads the project anew.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing import connection
from pathlib import Path
from time import monotonic
from types import CodeType
from typing import Any, NamedTuple

import pytest

from .patching import Place, changed_functions, loaded_functions

# Loaded once here: to import them takes longer than most trials.
for _library in ("aiohttp", "httpx2", "hypothesis", "msgspec.json", "pydantic", "trio", "urllib3", "yaml"):
    __import__(_library)

ROOT = Path(__file__).resolve().parents[2]
TESTS = "tests/runtime"
_FAILED, _OUTPUT = "first-failure.txt", "output.txt"
_ARGUMENTS = ["-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
_COPIED, _LEFT_OUT = ("generator", "generated", "tests"), (".git", ".venv", "build")
_LONELY = 5.0
LATE = "too late"
_FORK = multiprocessing.get_context("fork")


class Trial(NamedTuple):
    """A file of the project, the text that it is to have, the tests to run, and the seconds that they may take."""

    path: str
    text: str
    tests: list[str]
    limit: float
    anew: bool = False
    """Load the project anew, whatever is changed."""


class _Running(NamedTuple):
    number: int
    process: Any
    copy: _Copy
    trial: Trial
    until: float


class FirstFailure:
    """A pytest plugin that writes down the first test that fails."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self._file.exists():
            self._file.write_text(report.nodeid)


class _Copy:
    """A copy of the project, and the process that has its tests loaded."""

    def __init__(self, tree: Path) -> None:
        self.tree = _copied(tree)
        self._jobs, jobs = _FORK.Pipe()
        self._process = _FORK.Process(target=_load, args=(self.tree, jobs))
        self._process.start()
        jobs.close()

    def wait(self) -> None:
        """Wait until the tests are loaded: before, no file may be changed."""
        try:
            self._jobs.recv()
        except EOFError:
            raise RuntimeError(f"the tests cannot be loaded: {(self.tree / _OUTPUT).read_text()}") from None

    def start(self, number: int, trial: Trial) -> _Running:
        (self.tree / trial.path).write_text(trial.text)
        codes = None if trial.anew else changed_functions(trial.path, (ROOT / trial.path).read_text(), trial.text)
        if codes is None:
            process: Any = _FORK.Process(target=_test_anew, args=(self.tree, trial.tests))
            process.start()
        else:
            process = _Forked(self._jobs, codes, trial.tests)
        return _Running(number, process, self, trial, monotonic() + trial.limit)

    def close(self) -> None:
        self._jobs.send(None)
        self._process.join()


def failures(trials: Iterable[Trial], build: Path, at_once: int = 2) -> Iterator[tuple[int, str]]:
    """Iterate the number of each trial, in the order in which they end, and what failed: a test, or how the run of the
    tests ended; empty if nothing did.
    """
    copies = [_Copy(build / f"tree{number}") for number in range(at_once)]
    for copy in copies:
        copy.wait()
    try:
        yield from _run(trials, copies)
    finally:
        for copy in copies:
            copy.close()


def _run(trials: Iterable[Trial], free: list[_Copy]) -> Iterator[tuple[int, str]]:
    free, running, waiting = [*free], dict[Any, _Running](), enumerate(trials)
    while True:
        while free and (following := next(waiting, None)) is not None:
            if not following[1].tests:  # without any, pytest would run all there are
                yield following[0], ""
                continue
            started = free.pop().start(*following)
            running[started.process.sentinel] = started
        if not running:
            return
        soonest = min(one.until for one in running.values())
        ended = connection.wait([*running], timeout=max(0.0, soonest - monotonic()))
        for sentinel in ended or [key for key, one in running.items() if one.until <= monotonic()]:
            done = running.pop(sentinel)
            yield done.number, _end(done, late=not ended)
            free.append(done.copy)


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
    return tree


def _end(running: _Running, *, late: bool) -> str:
    process, failed = running.process, running.copy.tree / _FAILED
    with suppress(ProcessLookupError):  # what the tests started ends with them
        os.killpg(process.pid, signal.SIGKILL)
    process.join()
    shutil.copy2(ROOT / running.trial.path, running.copy.tree / running.trial.path)
    name = failed.read_text() if failed.exists() else ""
    failed.unlink(missing_ok=True)
    if process.exitcode == 1 and not name:
        raise RuntimeError(f"the tests cannot be run: {(running.copy.tree / _OUTPUT).read_text()}")
    return LATE if late else name or (f"exit code {process.exitcode}" if process.exitcode else "")


def _test_anew(tree: Path, tests: list[str]) -> None:
    _enter(tree)
    _write_no_bytecode()
    os._exit(pytest.main([*_ARGUMENTS, *tests], [FirstFailure(tree / _FAILED)]))


def _write_no_bytecode() -> None:
    sys.dont_write_bytecode = True  # a mutant can be as large, and as old, as the one before
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"


def _enter(tree: Path) -> None:
    os.setpgid(0, 0)  # so that what the tests start ends with them
    output = os.open(tree / _OUTPUT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for descriptor in (1, 2):
        os.dup2(output, descriptor)
    os.chdir(tree)
    for name in [name for name in sys.modules if name.partition(".")[0] in (*_COPIED, "ezlink")]:
        del sys.modules[name]
    sys.path[:] = [str(tree), *(place for place in sys.path if place not in ("", str(ROOT)))]


class _Forked:
    """A trial in a fork of the process that has the tests loaded, with what `failures` uses of a process."""

    def __init__(self, jobs: Any, codes: dict[Place, CodeType], tests: list[str]) -> None:
        import marshal

        self.sentinel = jobs
        self.exitcode: int | None = None
        jobs.send((marshal.dumps(codes), tests))
        self.pid: int = jobs.recv()

    def join(self) -> None:
        self.exitcode = self.sentinel.recv()


def _load(tree: Path, jobs: Any) -> None:
    _enter(tree)
    sys.dont_write_bytecode = False  # of what is not changed it is kept
    os._exit(pytest.main([*_ARGUMENTS, TESTS], [_Loaded(tree, jobs)]))


class _Loaded:
    """A pytest plugin that, in place of running the tests once, forks for each trial."""

    def __init__(self, tree: Path, jobs: Any) -> None:
        self._tree = tree
        self._jobs = jobs
        self._parent = os.getppid()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        import marshal

        items, functions = {item.nodeid: item for item in session.items}, loaded_functions()
        _write_no_bytecode()
        self._jobs.send("loaded")
        while (job := self._next_job()) is not None:
            codes, tests = job
            child = os.fork()
            if child == 0:
                os.setpgid(0, 0)
                for place, code in marshal.loads(codes).items():
                    for function in functions[place]:
                        function.__code__ = code
                self._run([items[test] for test in tests if test in items])
            with suppress(OSError):  # it has done so itself
                os.setpgid(child, child)
            self._jobs.send(child)
            self._jobs.send(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        return True

    def _next_job(self) -> Any:
        while not self._jobs.poll(_LONELY):
            if os.getppid() != self._parent:  # which ended
                return None
        return self._jobs.recv()

    def _run(self, items: list[pytest.Item]) -> None:
        if items:
            items[0].config.pluginmanager.register(self._Ending(self._tree / _FAILED))
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        os._exit(0)

    class _Ending(FirstFailure):
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            super().pytest_runtest_logreport(report)
            if report.failed:
                os._exit(1)
