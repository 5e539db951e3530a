"""Progress and summary of a mutation test."""

from __future__ import annotations

from time import monotonic

_EVERY = 10


class Progress:
    """Counts the mutants that were tried, and prints a line for every ten of them."""

    def __init__(self, total: int) -> None:
        self.killed = self.done = 0
        self._total = total
        self._begun = monotonic()
        print(f"{total} mutants", flush=True)

    def note(self, *, killed: bool) -> None:
        """Count one that was tried."""
        self.done += 1
        self.killed += killed
        if self.done % _EVERY == 0:
            left = (monotonic() - self._begun) / self.done * (self._total - self.done)
            print(f"{self.done} of {self._total}, {self.killed} killed, {left / 60:.0f} minutes left", flush=True)

    def summarize(self) -> None:
        """Print the score."""
        print(f"killed {self.killed} of {self.done} ({100 * self.killed / max(self.done, 1):.1f} %)", flush=True)
