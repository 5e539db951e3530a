"""Refusals of operations that cannot be expressed."""

from __future__ import annotations


class LeftOut(Exception):
    """An operation cannot be expressed: the place, the reason, and what to write instead. The others still can."""

    def __init__(self, pointer: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.pointer, self.message, self.hint = pointer, message, hint
