"""How long to wait, and for what."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

import msgspec

_LONGEST = 2_000_000  # 23 days; the system counts milliseconds in 31 bits


class Timeout(NamedTuple):
    """Limits in seconds; None lifts one.

    `connect` is for opening a connection, `total` for a whole call up to its last byte, `read_idle` for the longest
    pause within a stream. For a stream `total` ends when its first byte may be read.
    """

    connect: float | None = 5.0
    total: float | None = 600.0
    read_idle: float | None = 120.0


Limit: TypeAlias = float | Timeout | msgspec.UnsetType | None


def check_timeout(timeout: Any) -> Limit:
    """A timeout that makes sense. Raises TypeError or ValueError."""
    if timeout is msgspec.UNSET or timeout is None:
        return None if timeout is None else msgspec.UNSET
    for seconds in timeout if isinstance(timeout, Timeout) else (timeout,):
        if seconds is None:
            continue
        if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
            raise TypeError(f"timeout: seconds, a Timeout or None, not {type(seconds).__name__}")
        if not 0 < seconds <= _LONGEST:
            raise ValueError(f"timeout: {seconds} is no number of seconds up to {_LONGEST}; None lifts the limit")
    return timeout  # type: ignore[no-any-return]
