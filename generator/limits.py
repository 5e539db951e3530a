"""Limits of what is read, so that a document cannot take all of the memory or time; each can be raised by its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Self

MIB = 2**20


class Limits(NamedTuple):
    """The limits of a document. The largest documents that people publish need a third of them."""

    bytes: int = 64 * MIB  # of all files
    values: int = 4_000_000  # of all files: objects, lists, strings, numbers
    aliased: int = 100_000  # of those, the ones that come from aliases of YAML (*name)
    seconds: int = 600  # for a whole run

    @classmethod
    def of(cls, given: Iterable[str]) -> Self:
        """The limits with those that are given as NAME=NUMBER. Raises ValueError for any other text."""
        raised: dict[str, int] = {}
        for one in given:
            name, _, number = one.partition("=")
            if name not in cls._fields or not number.isdecimal():
                raise ValueError(f"{one!r} is not NAME=NUMBER with one of {', '.join(cls._fields)}")
            raised[name] = int(number)
        return cls(**raised)

    def hint(self, name: str) -> str:
        """Explain how to raise a limit."""
        return f"if that is meant, raise the limit: --limit {name}={2 * getattr(self, name)}"


class Budget:
    """The remaining budget while a document is read."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.bytes, self.values, self.aliased = self.limits[:3]

    def take_file(self, size: int) -> bool:
        """Take the bytes of a file. False if there are too many."""
        self.bytes -= size
        return self.bytes >= 0
