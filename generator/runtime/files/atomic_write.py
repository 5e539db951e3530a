"""Write files completely or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class AtomicWriter:
    """A file to be written: `with AtomicWriter(path) as file`. If the block fails, the path is as it was before.

    The content goes to a temporary file beside it, which takes its name at the end of the block.
    """

    __slots__ = ("_file", "_path", "_target", "_temporary")

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = os.fspath(path)
        # Through links, as open() would go; else the link itself would be replaced.
        self._target: str = os.path.realpath(path)
        if os.path.isdir(self._target):
            raise IsADirectoryError(f"{self._path!r} is a directory: name a file in it")
        self._temporary: str | None = None
        self._file: BinaryIO

    def __enter__(self) -> BinaryIO:
        target = self._target
        if os.path.exists(target) and not os.path.isfile(target):
            self._file = open(target, "wb")  # a pipe or a device: to be written to, not to be replaced
            return self._file
        folder, name = os.path.split(target)
        # Not tempfile: its files are readable by their owner only, and would stay so under their final name.
        self._temporary = os.path.join(folder, f".{name[:40]}.{os.urandom(6).hex()}.part")
        try:
            self._file = open(self._temporary, "xb")
        except OSError as error:  # which names the temporary file
            raise type(error)(error.errno, error.strerror, self._path) from None
        return self._file

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        temporary = self._temporary
        try:
            self._file.close()  # the buffered rest may not fit on the disk
            if kind is None and temporary is not None:
                os.replace(temporary, self._target)
                temporary = None
        finally:
            if temporary is not None:
                with suppress(OSError):
                    os.unlink(temporary)


def file_stamp(path: Path) -> tuple[int, int, int] | None:
    """Return what changes when a file is replaced or written to, or None where there is no file."""
    try:
        stat = os.stat(path)
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
