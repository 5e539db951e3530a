"""The version that changes ask for, by Semantic Versioning; before 1.0 a minor version may break."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .change import WORDS, Change, worst


def proposed(version: str, changes: Iterable[Change]) -> str:
    """The next version after one that has these changes."""
    found = list(changes)
    major, minor, patch = parts(version)
    severity = worst(found)
    if severity == "internal":
        return version
    if severity == "breaking":
        return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    if major and any(one.id not in WORDS for one in found):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def parts(version: str) -> tuple[int, int, int]:
    """The three numbers of a version; what is missing is 0, and what follows them is left out."""
    numbers = [int(number) for number in re.findall(r"\d+", re.split(r"[-+]", version)[0])]
    major, minor, patch = [*numbers, 0, 0, 0][:3]
    return major, minor, patch
