"""The memory of a batch: each call is noted before it is sent, and when it ended. It survives a killed process.

It is an SQLite database beside the results. A change of state is committed before it is acted upon.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from enum import IntEnum
from pathlib import Path

from .calls import BatchError, Item


class State(IntEnum):
    """How far a call got."""

    NEW = 0
    SENT = 1
    """It was sent, and how it ended is not known: the process was stopped."""
    SUCCEEDED = 2
    FAILED = 3
    """It was refused, or never arrived: it costs nothing."""
    UNKNOWN = 4
    """It failed, and may have been paid for."""


_SCHEMA = """
CREATE TABLE IF NOT EXISTS calls(
  number INTEGER PRIMARY KEY, custom_id TEXT NOT NULL UNIQUE, digest BLOB NOT NULL, state INTEGER NOT NULL DEFAULT 0
)
"""


class Journal:
    """The states of the calls of a batch, by their numbers. One process at a time has it open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._database = sqlite3.connect(path, timeout=0, isolation_level=None)
            self._database.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute("BEGIN IMMEDIATE")
            self._database.execute(_SCHEMA)
            self._database.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise BatchError(f"{path}: another process is writing this batch: wait for it, or stop it") from None
            raise BatchError(f"{path}: {error}") from error
        except sqlite3.DatabaseError as error:
            raise BatchError(f"{path} is no journal of a batch ({error}): name another output") from error

    def close(self) -> None:
        """Let others open it."""
        self._database.close()

    def register(self, items: Iterable[Item]) -> None:
        """Note the calls of a batch, or check that they are those that were noted; more may follow them.

        Raises BatchError, and notes nothing, for a name that comes twice and for another call than was noted.
        """
        database = self._database
        known = self.count()
        database.execute("BEGIN")
        try:
            number = 0
            for number, item in enumerate(items, 1):
                row = (number, item.custom_id, item.digest())
                if number <= known:
                    self._check(*row)
                else:
                    self._add(*row)
            if number < known:
                raise BatchError(f"{self.path} is the journal of a longer input ({known} calls, not {number})")
        except BaseException:
            database.execute("ROLLBACK")
            raise
        database.execute("COMMIT")

    def _add(self, number: int, custom_id: str, digest: bytes) -> None:
        try:
            self._database.execute(
                "INSERT INTO calls(number, custom_id, digest) VALUES (?, ?, ?)", (number, custom_id, digest)
            )
        except sqlite3.IntegrityError:
            first = self._database.execute("SELECT number FROM calls WHERE custom_id = ?", (custom_id,)).fetchone()[0]
            raise BatchError(f"call {number}: the custom_id {custom_id!r} is that of call {first} already") from None

    def _check(self, number: int, custom_id: str, digest: bytes) -> None:
        row = self._database.execute("SELECT custom_id, digest FROM calls WHERE number = ?", (number,)).fetchone()
        if row != (custom_id, digest):
            raise BatchError(
                f"{self.path} is the journal of another input: its call {number} is {row[0]!r} and another one. "
                "Name another output, or take the input that the journal was made with"
            )

    def count(self, *states: State) -> int:
        """The number of calls in these states, of all if none is named."""
        where = f" WHERE state IN ({', '.join(str(int(state)) for state in states)})" if states else ""
        return int(self._database.execute(f"SELECT count(*) FROM calls{where}").fetchone()[0])

    def names(self, *states: State) -> Iterator[tuple[int, str]]:
        """The numbers and names of the calls in these states."""
        marks = ", ".join(str(int(state)) for state in states)
        yield from self._database.execute(
            f"SELECT number, custom_id FROM calls WHERE state IN ({marks}) ORDER BY number"
        )

    def is_new(self, number: int) -> bool:
        """True for a call that is to be sent."""
        row = self._database.execute("SELECT state FROM calls WHERE number = ?", (number,)).fetchone()
        return bool(row[0] == State.NEW)

    def note(self, states: Iterable[tuple[State, int]]) -> None:
        """Note the states of calls, all at once."""
        database = self._database
        database.execute("BEGIN")
        database.executemany("UPDATE calls SET state = ? WHERE number = ?", states)
        database.execute("COMMIT")

    def note_by_name(self, states: Iterable[tuple[State, str]]) -> None:
        """Note the states of calls by their names."""
        self._database.execute("BEGIN")
        self._database.executemany("UPDATE calls SET state = ? WHERE custom_id = ?", states)
        self._database.execute("COMMIT")

    def reset(self, *states: State) -> None:
        """Make the calls in these states new."""
        marks = ", ".join(str(int(state)) for state in states)
        self._database.execute(f"UPDATE calls SET state = 0 WHERE state IN ({marks})")

    def state_of(self, custom_id: str) -> State | None:
        """The state of a call by its name."""
        row = self._database.execute("SELECT state FROM calls WHERE custom_id = ?", (custom_id,)).fetchone()
        return State(row[0]) if row else None
