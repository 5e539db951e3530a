"""Limits of a call: its time, how often it is sent again, and the size of its response."""

from __future__ import annotations

from typing import Any, NamedTuple, Self, TypeAlias

import msgspec

from ..lazy import public

_LONGEST = 2_000_000  # 23 days; the system counts milliseconds in 31 bits


class _Limits(NamedTuple):
    connect: float | None
    total: float | None
    read_idle: float | None


@public
class Timeout(_Limits):
    """Limits in seconds; None lifts one.

    `total` is for a whole call up to its last byte, `connect` for opening a connection, `read_idle` for the longest
    pause within a stream. For a stream `total` ends when its first byte may be read. Other clients call `read_idle`
    `read`; their limits for writing and for waiting for a connection are within `total` here.
    """

    __slots__ = ()

    def __new__(
        cls,
        total: float | None = 600.0,
        *,
        connect: float | None = 5.0,
        read_idle: float | None = 120.0,
        read: float | msgspec.UnsetType | None = msgspec.UNSET,
        write: float | None = None,
        pool: float | None = None,
    ) -> Self:
        return cls._make((connect, total, read_idle if isinstance(read, msgspec.UnsetType) else read))

    @property
    def read(self) -> float | None:
        """`read_idle`, under its name in other clients."""
        return self.read_idle

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._make, (tuple(self),)

    def __repr__(self) -> str:
        return f"Timeout(total={self.total}, connect={self.connect}, read_idle={self.read_idle})"


Limit: TypeAlias = float | Timeout | msgspec.UnsetType | None


def validate_timeout(timeout: Any) -> Limit:
    """Return a timeout that can be used. Raises TypeError or ValueError."""
    for seconds in timeout if isinstance(timeout, Timeout) else (timeout,):
        if seconds is None or seconds is msgspec.UNSET:
            continue
        if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
            raise TypeError(f"timeout must be a number of seconds, a Timeout or None, not {type(seconds).__name__}")
        if not 0 < seconds <= _LONGEST:
            raise ValueError(f"timeout must be over 0 and at most {_LONGEST} seconds, or None (got {seconds})")
    return timeout  # type: ignore[no-any-return]


Retries: TypeAlias = int | msgspec.UnsetType
MaxBytes: TypeAlias = int | msgspec.UnsetType | None

MAX_RESPONSE_BYTES = 256 << 20
"""The largest response that is read into memory, and the largest file that is fetched, unless a client sets others."""


def validate_retries(number: Any) -> Any:
    """Return a number of retries that can be used. Raises TypeError or ValueError."""
    if number is msgspec.UNSET:
        return msgspec.UNSET
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"max_retries must be a whole number, not {type(number).__name__}")
    if number < 0:
        raise ValueError(f"max_retries must be 0 or more (got {number})")
    return number


def validate_max_bytes(number: Any) -> Any:
    """Return a limit in bytes that can be used. Raises TypeError or ValueError."""
    if number is None or number is msgspec.UNSET:
        return number
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"max_response_bytes must be a whole number or None, not {type(number).__name__}")
    if number < 1:
        raise ValueError(f"max_response_bytes must be over 0, or None (got {number})")
    return number
