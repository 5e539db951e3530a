"""Connections of an async client are opened a few at a time.

A thousand calls at once would otherwise do all their handshakes at once: the event loop is blocked for a second, and on
a busy machine most handshakes miss the limit for connecting.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any
from weakref import WeakValueDictionary

_AT_ONCE = 16
"""Calls that begin in one iteration of the loop while connections are being opened."""


class ConnectPacing:
    """The pacing of one event loop, made of the semaphore and the shortest pause of its library.

    At most `most_opening` connections to one origin are opened at a time; more would wait in the server instead.
    `unconnected` is the number of calls that wait for a connection, as the transport counts them.
    """

    def __init__(
        self, most_opening: int, semaphore: Callable[[int], Any], pause: Callable[[], Awaitable[None]]
    ) -> None:
        self.unconnected = 0
        self._most_opening = most_opening
        self._semaphore = semaphore
        self._pause = pause
        self._turn = semaphore(_AT_ONCE)
        self._origins: WeakValueDictionary[Any, _Origin] = WeakValueDictionary()

    @property
    def is_crowded(self) -> bool:
        """True while so many calls wait for a connection that a call should `take_turn` before it begins."""
        return self.unconnected >= _AT_ONCE

    async def take_turn(self) -> None:
        """Wait until this call may begin: in order, a few in one iteration of the loop."""
        async with self._turn:
            await self._pause()

    async def begin(self, key: Any) -> Opening:
        """Wait until a connection to this origin may be opened. Its time limit begins now, and `end` ends it.

        Raises TimeoutError if others could not be opened in time while this one waited.
        """
        origin = self._origins.get(key)
        if origin is None:
            origin = self._origins[key] = _Origin(self._semaphore(self._most_opening))
        since = monotonic()
        await origin.places.acquire()
        opening = Opening(origin)
        if origin.failed_at > since:
            opening.end()
            raise TimeoutError
        return opening


class _Origin:
    def __init__(self, places: Any) -> None:
        self.places = places
        self.opened_at = self.failed_at = 0.0


class Opening:
    """One connection that is being opened."""

    __slots__ = ("_begun", "_origin")

    def __init__(self, origin: _Origin) -> None:
        self._origin: _Origin | None = origin
        self._begun = monotonic()

    def end(self, result: bool | None = None) -> None:
        """End it, once: True if the connection is open, False if it was not in time, None for anything else."""
        origin, self._origin = self._origin, None
        if origin is None:
            return
        if result:
            origin.opened_at = monotonic()
        elif result is False and origin.opened_at < self._begun:
            # Nothing was opened meanwhile: those that wait would wait in vain, one time limit after another.
            origin.failed_at = monotonic()
        origin.places.release()
