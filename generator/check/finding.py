"""The result of a rule: a fault at a JSON pointer of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias


class Finding(NamedTuple):
    """A fault: where it is, what is wrong, and how to fix it."""

    pointer: str
    message: str
    hint: str


Findings: TypeAlias = Iterator[Finding]
