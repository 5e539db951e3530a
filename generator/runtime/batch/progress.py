"""Progress of a batch: a line that is redrawn in a terminal, and a line from time to time elsewhere."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TextIO

from .engine import Summary

_WIDTH = 30


class Bar:
    """Shows the progress of a batch on a stream: done and failed, calls per second, the remaining time."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._drawn = self._stream.isatty()
        self._every = 0.2 if self._drawn else 30.0
        self._next = 0.0
        self._before: int | None = None

    def __call__(self, now: Summary) -> None:
        """Show it, if it is time."""
        if monotonic() < self._next:
            return
        self._next = monotonic() + self._every
        self.show(now)

    def show(self, now: Summary) -> None:
        """Show it."""
        done = now.succeeded + now.failed + now.unknown
        if self._before is None:
            self._before = done
        rate = (done - self._before) / now.seconds if now.seconds else 0
        total = done + now.left
        parts = [f"{done:,} of {total:,}", f"{rate:,.0f} calls/s"]
        if now.failed or now.unknown:
            parts.append(f"{now.failed:,} failed" + (f", {now.unknown:,} unknown" if now.unknown else ""))
        if rate and now.left:
            parts.append(f"{_time(now.left / rate)} left")
        line = "  ".join(parts)
        if self._drawn:
            filled = int(_WIDTH * done / total) if total else _WIDTH
            line = f"\r\x1b[K{'█' * filled}{'░' * (_WIDTH - filled)}  {line}"
        self._stream.write(line if self._drawn else f"{line}\n")
        self._stream.flush()

    def close(self) -> None:
        """End the line."""
        if self._drawn and self._before is not None:
            self._stream.write("\n")


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
