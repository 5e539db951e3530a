"""Rendered modules, tidied by ruff: imports pruned and sorted, code formatted."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from .imports import RenderError

_OPTIONS = ("--isolated", "--no-cache", "--line-length=120", "--target-version=py311")
# Unused imports, names defined twice, undefined names, the order of imports; imports that only annotations need, of
# which each would cost a module at run time, and imports for annotations that something else needs too.
_RULES = "F401,F811,F821,I,TC001,TC002,TC003,TC004"
_FIX = ("--fix", "--unsafe-fixes", f"--select={_RULES}", "--unfixable=F811", "--ignore-noqa")
# msgspec and typing.get_type_hints read the types of these at run time.
_EXCEPT = ("--per-file-ignores=models/*.py:TC", "--per-file-ignores=params/*.py:TC")


class _Faults(RenderError):
    """Faults that ruff found in the code, in contrast to a failure of ruff itself."""


def formatting(files: Iterable[tuple[str, str]]) -> Callable[[], dict[str, str]]:
    """Begin to tidy the files; the function that is returned waits for them. Raises what `formatted` raises.

    They are written one by one: a large client is not held in memory while it is tidied.
    """
    folder = tempfile.TemporaryDirectory()
    paths = [_written(Path(folder.name), path, text) for path, text in files]
    failed: list[BaseException] = []

    def run() -> None:
        try:
            _fix(folder.name)
            _ruff(folder.name, "format")
        except BaseException as error:
            failed.append(error)

    def result() -> dict[str, str]:
        with folder:
            thread.join()
            if failed:
                raise failed[0]
            return {path: Path(folder.name, path).read_text(encoding="utf-8") for path in paths}

    thread = threading.Thread(target=run)
    thread.start()
    return result


def formatted(files: Mapping[str, str]) -> dict[str, str]:
    """The files, tidied with settings of their own and not those that ruff would find. Raises `RenderError`."""
    return formatting(files.items())()


def _written(folder: Path, path: str, text: str) -> str:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
    return path


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
