"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class AtomicWriter:
    """A file to be written: `with Saving(path) as file`. Where the block fails, the path is as it was before.

    What is written goes to a file beside it, which takes its name at the end of the block.
    """

    __slots__ = ("_beside", "_file", "_target")

    def __init__(self, path: str | os.PathLike[str]) -> None:
        # Through links, as open() would go; else the link itself would be replaced.
        self._target: str = os.path.realpath(path)
        if os.path.isdir(self._target):
            raise IsADirectoryError(f"{os.fspath(path)} is a directory: name a file in it")
        self._beside: str | None = None
        self._file: BinaryIO

    def __enter__(self) -> BinaryIO:
        target = self._target
        if os.path.exists(target) and not os.path.isfile(target):
            self._file = open(target, "wb")  # a pipe or a device: to be written to, not to be replaced
            return self._file
        folder, name = os.path.split(target)
        # Not tempfile: its files are for their owner's eyes only, and would stay so under their final name.
        self._beside = os.path.join(folder, f".{name[:40]}.{os.urandom(6).hex()}.part")
        self._file = open(self._beside, "xb")
        return self._file

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        beside = self._beside
        try:
            self._file.close()  # what it still held back may not fit on the disk
            if kind is None and beside is not None:
                os.replace(beside, self._target)
                beside = None
        finally:
            if beside is not None:
                with suppress(OSError):
                    os.unlink(beside)


def stamp(path: Path) -> tuple[int, int, int] | None:
    """What tells one state of a file from the next, or None where there is no file."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
