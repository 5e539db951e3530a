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
    """The progress of a call."""

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
                if number <= known:
                    self._check(number, item)
                else:
                    self._add(number, item)
            if number < known:
                raise BatchError(f"{self.path} is the journal of a longer input ({known} calls, not {number})")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise
        database.execute("COMMIT")

    def _add(self, number: int, item: Item) -> None:
        name = item.custom_id
        try:
            self._database.execute(
                "INSERT INTO calls(number, custom_id, digest) VALUES (?, ?, ?)", (number, name, item.digest())
            )
        except sqlite3.IntegrityError:
            first = self._database.execute("SELECT number FROM calls WHERE custom_id = ?", (name,)).fetchone()[0]
            raise BatchError(f"{item.place}: the custom_id {name!r} is that of call {first} already") from None

    def _check(self, number: int, item: Item) -> None:
        row = self._database.execute("SELECT custom_id, digest FROM calls WHERE number = ?", (number,)).fetchone()
        if row != (item.custom_id, item.digest()):
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
        """True for a call that is to be sent; not for one that joined the input since it was checked."""
        row = self._database.execute("SELECT state FROM calls WHERE number = ?", (number,)).fetchone()
        return row is not None and bool(row[0] == State.NEW)

    def note(self, states: Iterable[tuple[State, int]]) -> None:
        """Note the states of calls, all at once."""
        self._update("UPDATE calls SET state = ? WHERE number = ?", states)

    def note_by_name(self, states: Iterable[tuple[State, str]]) -> None:
        """Note the states of calls by their names."""
        self._update("UPDATE calls SET state = ? WHERE custom_id = ?", states)

    def _update(self, statement: str, rows: Iterable[tuple[State, int | str]]) -> None:
        try:
            self._database.execute("BEGIN")
            self._database.executemany(statement, rows)
            self._database.execute("COMMIT")
        except sqlite3.OperationalError as error:  # such as a full disk
            raise BatchError(f"{self.path}: {error}") from error

    def reset(self, *states: State) -> int:
        """Make the calls in these states new. Returns their number."""
        marks = ", ".join(str(int(state)) for state in states)
        return self._database.execute(f"UPDATE calls SET state = 0 WHERE state IN ({marks})").rowcount

    def state_of(self, custom_id: str) -> State | None:
        """The state of a call by its name."""
        row = self._database.execute("SELECT state FROM calls WHERE custom_id = ?", (custom_id,)).fetchone()
        return State(row[0]) if row else None
