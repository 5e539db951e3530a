"""The file of results: a line for each call that ended, in the order in which they ended."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from ..errors import APIError
from ..response.metadata import APIResponse
from .calls import BatchError, Item
from .journal import Journal, State

# By its outcome: how a failed call ended.
_STATES = {"not_sent": State.FAILED, "rejected": State.FAILED}


class _Error(msgspec.Struct):
    outcome: str = ""


class _Result(msgspec.Struct):
    custom_id: str
    error: _Error | None = None

    @property
    def state(self) -> State:
        return State.SUCCEEDED if self.error is None else _STATES.get(self.error.outcome, State.UNKNOWN)


_read = msgspec.json.Decoder(_Result).decode
_write = msgspec.json.encode


def success(number: int, item: Item, response: APIResponse[Any]) -> tuple[State, bytes]:
    """The line of a call that succeeded."""
    raw = response.raw or b"null"
    body = msgspec.Raw(msgspec.json.format(raw, indent=-1) if b"\n" in raw else raw)
    return State.SUCCEEDED, _line(number, item, (response.status, response.request_id, body), None)


def failure(number: int, item: Item, error: APIError) -> tuple[State, bytes]:
    """The line of a call that failed. `outcome` tells whether it may have been executed."""
    told = {
        "code": error.code if isinstance(error.code, str) else type(error).__name__,
        "message": str(error),
        "outcome": error.outcome,
    }
    response = None if error.status is None else (error.status, error.request_id, _body(error.raw))
    return _STATES.get(error.outcome, State.UNKNOWN), _line(number, item, response, told)


def _line(number: int, item: Item, response: tuple[int, str | None, Any] | None, error: dict[str, Any] | None) -> bytes:
    told = None
    if response is not None:
        told = dict(zip(("status_code", "request_id", "body"), response, strict=True))
    return _write({"id": f"batch_req_{number}", "custom_id": item.custom_id, "response": told, "error": error}) + b"\n"


def _body(raw: bytes | None) -> Any:
    """The body of a failure as JSON, or as text where it is none."""
    try:
        return msgspec.json.decode(raw or b"null")
    except (msgspec.DecodeError, UnicodeDecodeError):
        return (raw or b"").decode(errors="replace")


class Results:
    """The file of results, open for more lines."""

    def __init__(self, path: Path, journal: Journal) -> None:
        self.path = path
        self._journal = journal

    def recover(self) -> None:
        """Bring file and journal together after a stop: a line that was cut is removed, one that is whole counts.

        Raises BatchError if the file is not that of the journal.
        """
        ended = (State.SUCCEEDED, State.FAILED, State.UNKNOWN)
        if not self.path.exists():
            if self._journal.count(*ended):
                raise BatchError(
                    f"{self.path} is gone, but its journal has results: put it back, or remove {self._journal.path}"
                )
            return
        if not self._journal.count():
            if self.path.stat().st_size:
                raise BatchError(f"{self.path} exists, and is not of a batch that can go on: name another output")
            return
        whole = self._whole_lines()
        if whole < self.path.stat().st_size:
            os.truncate(self.path, whole)
        missing = [(result.state, result.custom_id) for result, _ in self._lines() if self._is_missing(result)]
        self._journal.note_by_name(missing)
        if (lines := sum(1 for _ in self._lines())) != (count := self._journal.count(*ended)):
            raise BatchError(f"{self.path} has {lines} results, and its journal {count}: put back what was removed")

    def _is_missing(self, result: _Result) -> bool:
        state = self._journal.state_of(result.custom_id)
        if state is None:
            raise BatchError(f"{self.path} has a result of {result.custom_id!r}, which is not in the input")
        return state in (State.NEW, State.SENT)

    def forget(self) -> None:
        """Remove the lines of calls that the journal has as new again. The file is replaced at once."""
        if not self.path.exists():
            return
        new = self.path.with_name(f"{self.path.name}.new")
        with new.open("wb") as kept:
            for result, line in self._lines():
                if self._journal.state_of(result.custom_id) is not State.NEW:
                    kept.write(line)
        new.replace(self.path)

    def append(self, lines: list[bytes]) -> None:
        """Write lines at the end, all or none. Raises BatchError if that is not possible."""
        data = memoryview(b"".join(lines))
        try:
            with self.path.open("ab", buffering=0) as file:
                size = os.fstat(file.fileno()).st_size
                try:
                    while data:
                        data = data[file.write(data) :]
                except OSError:
                    with suppress(OSError):
                        file.truncate(size)
                    raise
        except OSError as error:
            raise BatchError(f"{self.path}: {error.strerror}") from error

    def _lines(self) -> Iterator[tuple[_Result, bytes]]:
        with self.path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield _read(line), line
                except msgspec.DecodeError as error:
                    raise BatchError(f"{self.path}:{number}: this is no result of a batch: {error}") from error

    def _whole_lines(self) -> int:
        """The size of the file up to the end of its last whole line."""
        with self.path.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            while end:
                start = max(0, end - 65536)
                file.seek(start)
                if (found := file.read(end - start).rfind(b"\n")) >= 0:
                    return start + found + 1
                end = start
        return 0
