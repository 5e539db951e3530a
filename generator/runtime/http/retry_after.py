"""The time for which a server asks to be left alone."""

from __future__ import annotations

from datetime import UTC
from math import isfinite
from time import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .headers import Headers

_NUMBER = frozenset("0123456789.")


def retry_after(headers: Headers) -> float | None:
    """Return the seconds that `Retry-After` or `retry-after-ms` ask for, the longest of them; None without any."""
    if "retry-after" not in headers and "retry-after-ms" not in headers:
        return None
    return max(_seconds(headers), default=None)


def _seconds(headers: Headers) -> Iterator[float]:
    for value in headers.get_all("retry-after-ms"):
        if (number := _number(value)) is not None:
            yield number / 1000
    for value in headers.get_all("retry-after"):
        if (number := _number(value)) is not None:
            yield number
        elif (date := _date(value)) is not None:
            # By the server's own clock, where it tells the time: the two may differ.
            now = _date(headers.get("date", ""))
            yield max(0.0, date - (time() if now is None else now))


def _number(value: str) -> float | None:
    value = value.strip()
    if not _NUMBER.issuperset(value):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if isfinite(number) else None


def _date(value: str) -> float | None:
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(value)
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
