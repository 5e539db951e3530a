"""The words of a path, and how English puts them in the singular."""

from __future__ import annotations

import re

from ..spec.names import words

_VERSION = re.compile(r"v[0-9]+\w*|v\{[^{}]*\}|[0-9.]+|api|rest", re.IGNORECASE)
_IRREGULAR = {
    "people": "person", "children": "child", "men": "man", "women": "woman", "indices": "index",
    "shelves": "shelf", "leaves": "leaf", "halves": "half", "knives": "knife",
}  # fmt: skip
_UNCOUNTED = ("ss", "us", "is", "news", "series", "species", "status")


def singular(word: str) -> str:
    """The singular of an English word, or the word itself."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if not lower.endswith("s") or lower.endswith(_UNCOUNTED) or len(lower) < 4:
        return word
    if lower.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if lower.endswith(("sses", "shes", "ches", "xes", "zes")) else word[:-1]


def is_plural(word: str) -> bool:
    """True if the word looks like a plural."""
    return singular(word) != word


def segments(path: str) -> list[str]:
    """The segments of a path, without versions and the like at its start."""
    return without_version([one for one in path.split("/") if one])


def without_version(parts: list[str]) -> list[str]:
    """Parts of a name without versions and the like at their start; the last one stays."""
    start = next((index for index, one in enumerate(parts) if not _VERSION.fullmatch(one)), len(parts) - 1)
    return parts[start:]


def is_parameter(segment: str) -> bool:
    """True if the whole segment is in braces."""
    return segment.startswith("{") and segment.endswith("}") and segment.count("{") == 1


def noun(path: str) -> list[str]:
    """The words for what a path leads to: `user post` for /users/{id}/posts/{post}."""
    found: list[str] = []
    parts = segments(path)
    for part, following in zip(parts, [*parts, ""][1:], strict=True):
        if not is_parameter(part):
            own = [word.lower() for word in words(re.sub(r"[{}]", " ", part))]
            found += [*own[:-1], *map(singular, own[-1:])] if is_parameter(following) else own
    return found
