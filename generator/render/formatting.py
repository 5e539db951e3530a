"""Rendered modules, tidied by ruff: imports pruned and sorted, code formatted."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from .imports import RenderError

_OPTIONS = ("--isolated", "--no-cache", "--line-length=120", "--target-version=py311")
# Unused imports, names defined twice, undefined names, the order of imports; imports that only annotations need, of
# which each would cost a module at run time, and imports for annotations that something else needs too.
_RULES = "F401,F811,F821,I,TC001,TC002,TC003,TC004"
_FIX = ("--fix", "--unsafe-fixes", f"--select={_RULES}", "--unfixable=F811", "--ignore-noqa")
# msgspec and typing.get_type_hints read the types of these at run time.
_EXCEPT = ("--per-file-ignores=models/*.py:TC", "--per-file-ignores=params/*.py:TC")
# Bytes of files for a run of ruff. It takes some 20 ms to start, so that a small client is tidied in one.
_ENOUGH = 2**20


class _Faults(RenderError):
    """Faults that ruff found in the code, in contrast to a failure of ruff itself."""


class Formatting:
    """Files that ruff tidies with settings of its own, while the next ones are printed.

    They wait on the disk, and one batch is tidied at a time: a large client does not take the memory twice.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._batches: list[_Batch] = []

    def __enter__(self) -> Formatting:
        return self

    def __exit__(self, *_: object) -> None:
        for batch in self._batches:
            batch.wait()
        self._folder.cleanup()

    def add(self, path: str, text: str) -> None:
        """Take a file; what is enough for a run of ruff is tidied from now on."""
        if not self._batches or self._batches[-1].begun:
            self._batches.append(_Batch(Path(self._folder.name, str(len(self._batches)))))
        batch = self._batches[-1]
        batch.add(path, text)
        if batch.size > _ENOUGH:
            self._begin()

    def result(self) -> dict[str, str]:
        """The files, tidied. Raises `RenderError`, or OSError where ruff cannot be run."""
        self._begin()
        return {path: text for batch in self._batches for path, text in batch.files()}

    def _begin(self) -> None:
        """Begin to tidy the last batch, after the one before it."""
        if self._batches and not self._batches[-1].begun:
            self._batches[-1].begin(self._batches[-2] if len(self._batches) > 1 else None)


class _Batch:
    """Files in a folder of their own, and the thread that waits for ruff."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths: list[str] = []
        self._thread: threading.Thread | None = None
        self._failed: BaseException | None = None
        self.size = 0

    @property
    def begun(self) -> bool:
        return self._thread is not None

    def add(self, path: str, text: str) -> None:
        place = self._folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        self.size += place.write_bytes(text.encode())
        self._paths.append(path)

    def begin(self, before: _Batch | None) -> None:
        self._thread = threading.Thread(target=self._run, args=(before,))
        self._thread.start()

    def wait(self) -> None:
        if self._thread:
            self._thread.join()

    def files(self) -> Iterator[tuple[str, str]]:
        self.wait()
        if self._failed:
            raise self._failed
        yield from ((path, (self._folder / path).read_bytes().decode()) for path in self._paths)

    def _run(self, before: _Batch | None) -> None:
        if before:
            before.wait()
        try:
            _fix(str(self._folder))
            _ruff(str(self._folder), "format")
        except BaseException as error:
            self._failed = error


def formatted(files: Mapping[str, str]) -> dict[str, str]:
    """The files, tidied. Raises what `Formatting.result` raises."""
    with Formatting() as formatting:
        for path, text in files.items():
            formatting.add(path, text)
        return formatting.result()


def _fix(folder: str) -> None:
    """Fix what can be fixed. One run of ruff fixes at most a hundred faults of a file: more runs fix the rest."""
    before = ""
    while True:
        try:
            return _ruff(folder, "check", "--quiet", "--output-format=concise", *_FIX, *_EXCEPT)
        except _Faults as error:
            if str(error) == before:
                raise
            before = str(error)


def _ruff(folder: str, *arguments: str) -> None:
    ruff = shutil.which("ruff", path=sysconfig.get_path("scripts")) or "ruff"
    done = subprocess.run([ruff, *arguments, *_OPTIONS], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        kind = _Faults if done.returncode == 1 else RenderError
        raise kind(f"ruff rejects the rendered code: {(done.stdout + done.stderr).strip()}")
