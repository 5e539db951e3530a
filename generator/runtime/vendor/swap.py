"""Put a folder in the place of another at once: whoever looks sees the old one or the new one, whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from .verify import VendorError

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2


def install(target: Path, files: Mapping[str, str]) -> None:
    """Write a folder, or replace it, by its files. Killed at any moment it leaves the old or the new one.

    Raises VendorError where it cannot be written.
    """
    recover(target)
    new = _beside(target, "new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(text.encode())
        if not target.exists():
            new.rename(target)
        elif not _exchange(new, target):
            # Two steps where the system has no single one; `recover` undoes the first.
            old = _beside(target, "old")
            target.rename(old)
            new.rename(target)
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        recover(target)
        raise VendorError(f"{error.filename or target}: {error.strerror}: nothing was changed") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def recover(target: Path) -> None:
    """Undo what a killed installation left: its half-written folder, or the old one that it had set aside."""
    shutil.rmtree(_beside(target, "new"), ignore_errors=True)
    old = _beside(target, "old")
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path, what: str) -> Path:
    """A folder beside the target that no program takes for a package, and nobody else for theirs."""
    return target.with_name(f".{target.name}.vendor-{what}")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step. False where the system or the file system cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            return not library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _LINUX_EXCHANGE)
        if sys.platform == "darwin":
            return not library.renamex_np(first, second, _MACOS_SWAP)
    except (AttributeError, OSError, TypeError):
        pass
    return False
