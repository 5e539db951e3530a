"""Text of the document as docstrings, escaped so that it cannot become code."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from functools import lru_cache

LINE = 120

# A Chinese character takes two columns: while a line is measured, a filler is put behind each.
_FILLER = "\uffff"
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
    "\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
_FILLED = re.compile(f"{_WIDE.pattern}{_FILLER}")

# The beginning of an item in a list: a bullet or a number, or, indented, the name of an argument.
_ITEM = re.compile(r" *(?:[-*]|\d+\.) +(?=\S)| +\*{0,2}\w[\w ]*: ")

# The quotes of a line that would end the docstring: three in a row, and, right before the end, any.
_INSIDE = re.compile('"{3,}')
_AT_THE_END = re.compile('"{3,}|"+$')


def docstring(paragraphs: Iterable[str], indent: int) -> str:
    """A docstring literal of some paragraphs, wrapped to the line at this indentation; empty if they are.

    Its first line begins where it is put; the others are indented.
    """
    lines = [line for paragraph in paragraphs if paragraph.strip() for line in [*_wrapped(paragraph, indent), ""]][:-1]
    if not lines:
        return ""
    if len(lines) == 1:
        return f'"""{escaped(lines[0], _AT_THE_END)}"""'
    margin = " " * indent
    first, *rest = map(escaped, lines)
    return "\n".join([f'"""{first}', *(f"{margin}{line}" if line else "" for line in rest), f'{margin}"""'])


def visible(line: str) -> str:
    """A line with invisible characters as escapes: marks of direction, controls, soft hyphens."""
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in line)


@lru_cache(maxsize=2**10)  # the same paragraphs are in both clients
def _wrapped(paragraph: str, indent: int) -> tuple[str, ...]:
    """The lines of a paragraph, each wrapped by itself so that lists stay lists."""
    # Room for the quotes at the beginning and for those at the end.
    width = LINE - indent - 6
    lines: list[str] = []
    paragraph = _WIDE.sub(lambda found: found[0] + _FILLER, paragraph) if not paragraph.isascii() else paragraph
    for line in paragraph.expandtabs(4).replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"):
        if len(line) <= width and line.isprintable() and not line.endswith(" "):
            lines.append(line)  # as textwrap would, which takes much longer to say so
            continue
        margin = " " * _hanging(line)
        lines += textwrap.wrap(
            line, width, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return tuple(_FILLED.sub(lambda found: found[0][0], line) for line in lines)


def _hanging(line: str) -> int:
    """The indentation of lines that continue this one: the text of an item, or deeper than an argument."""
    margin = len(line) - len(line.lstrip(" "))
    item = _ITEM.match(line)
    return margin + 4 if item and item[0].endswith(": ") else len(item[0]) if item else margin


def escaped(line: str, quotes: re.Pattern[str] = _INSIDE) -> str:
    """A line for a triple-quoted string, with quotes and invisible characters escaped."""
    quoted = quotes.sub(lambda found: '\\"' * len(found[0]), line.replace("\\", "\\\\"))
    return visible(quoted)
