"""The limit of connections in use: a call waits for a slot, and a slot is free again when nobody refers to it."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Lock
from time import monotonic
from typing import Any
from weakref import ref


class Slot:
    """A connection that may be in use. To release it is to drop it."""

    __slots__ = ("__weakref__", "connected")

    def __init__(self) -> None:
        self.connected = False  # its connection is being opened


class ConnectionSlots:
    """Slots for so many connections.

    A signal's handler may raise between any two instructions. So nothing is counted that would have to be counted back:
    a slot is in use as long as the object is alive. Of one process; a forked child needs slots of its own.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._in_use = set[ref[Slot]]()  # with those of slots that were dropped
        self._dropped: SimpleQueue[Any] = SimpleQueue()  # wakes those that wait
        self._lock = Lock()

    def take(self, timeout: float | None) -> Slot:
        """Return a slot. Raises queue.Empty where none was free in time."""
        until = None if timeout is None else monotonic() + timeout
        slot = Slot()
        # Both are done by C, between whose instructions no signal is handled.
        reference = ref(slot, self._dropped.put)
        waited = False
        try:
            while not self._add(reference):
                self._dropped.get(timeout=None if until is None else max(0.0, until - monotonic()))
                waited = True
        except BaseException:
            del slot  # which the traceback would keep
            self._dropped.put(None)  # what woke this one may have been meant for another
            raise
        if waited:
            self._dropped.put(None)  # there may be room for the next that waits
        return slot

    @property
    def any_connected(self) -> bool:
        """True if a slot is that of an open connection, and not of one that is being opened."""
        with self._lock:
            references = [*self._in_use]
        return any(slot is not None and slot.connected for slot in (reference() for reference in references))

    def _add(self, reference: ref[Slot]) -> bool:
        with self._lock:
            if len(self._in_use) < self._number:
                self._in_use.add(reference)
                return True
            while not self._dropped.empty():
                self._dropped.get_nowait()
            self._in_use.difference_update([each for each in self._in_use if each() is None])
            if len(self._in_use) == self._number:
                return False
            self._in_use.add(reference)
            if len(self._in_use) < self._number:
                self._dropped.put(None)  # in place of what was taken out above
            return True
