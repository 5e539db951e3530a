"""Diagnostics that did not stop a run, as a list for people: short, and what is left out last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic

if TYPE_CHECKING:
    from rich.text import Text

SHOWN_OF_EACH = 10  # lines for one code
_COLOURS = {"warning": "yellow", "unsupported": "magenta"}


def listed(found: Sequence[Diagnostic]) -> Iterator[str]:
    """A line for each diagnostic, one for all that say the same, and the first of each code.

    What is unsupported comes behind the warnings, where it is seen: the summary follows.
    """
    for severity in ("warning", "unsupported"):
        shown: Counter[str] = Counter()
        hidden: Counter[str] = Counter()
        for alike in _groups(one for one in found if one.severity == severity):
            code = alike[0].code
            if shown[code] < SHOWN_OF_EACH:
                shown[code] += 1
                yield alike[0].headline + _elsewhere(len(alike) - 1)
            else:
                hidden[code] += len(alike)
        yield from (f"{code}: {count} more; --json lists them" for code, count in hidden.items())


def _elsewhere(count: int) -> str:
    return f" and at {count} other place{'s' if count > 1 else ''}" if count else ""


def coloured(line: str) -> Text:
    """A line of the list in colour, for a terminal."""
    from rich.text import Text

    text = Text(line)
    for severity, colour in _COLOURS.items():
        text.highlight_regex(rf"^\S+: (?={severity}: )", "bold")
        text.highlight_regex(rf"(?<=: ){severity}(?=: )", colour)
    text.highlight_regex(r"\[[a-z-]+\](?= and at \d+ other places?$|$)", "dim")
    return text


def _groups(found: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """The diagnostics, those together that say the same of several places."""
    groups: dict[tuple[str, ...], list[Diagnostic]] = {}
    for one in found:
        groups.setdefault((one.severity, one.code, one.message, one.instead), []).append(one)
    return [*groups.values()]
