"""The result of a rule: a fault at a JSON pointer of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from ..diagnostics import Severity

LEFT_OUT = "the operation is left out"


class Finding(NamedTuple):
    """A fault: where it is, what is wrong, and how to fix it."""

    pointer: str
    message: str
    hint: str
    severity: Severity = "error"
    instead: str = ""  # what the client has instead of what is unsupported


def unsupported(pointer: str, message: str, hint: str, instead: str = LEFT_OUT) -> Finding:
    """Report something that the client cannot express; as a rule, the operation is left out."""
    return Finding(pointer, message, hint, "unsupported", instead)


def warning(pointer: str, message: str, hint: str) -> Finding:
    """Report something that is invalid but clear."""
    return Finding(pointer, message, hint, "warning")


Findings: TypeAlias = Iterator[Finding]
