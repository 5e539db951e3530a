"""Text of the document as docstrings: whatever it holds, it stays text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

LINE = 120


def docstring(paragraphs: Iterable[str], indent: int) -> str:
    """A docstring literal of some paragraphs, wrapped to the line at this indentation; empty if they are.

    Its first line begins where it is put; the others are indented.
    """
    lines = [line for paragraph in paragraphs if paragraph.strip() for line in [*_wrapped(paragraph, indent), ""]][:-1]
    if not lines:
        return ""
    margin = "\n" + " " * indent
    escaped = [_escaped(line) for line in lines]
    if len(escaped) == 1:
        body = escaped[0]
        return f'"""{body[:-1]}\\""""' if body.endswith('"') else f'"""{body}"""'
    return '"""' + "\n".join(escaped).replace("\n", margin).replace(f"{margin}\n", "\n\n") + f'{margin}"""'


def one_line(text: str) -> str:
    """A text without line breaks, for a comment or a list."""
    return _escaped(" ".join(text.split()))


def first_sentence(text: str) -> str:
    """What a text says first, in one line."""
    flat = " ".join(text.partition("\n\n")[0].split())
    head, stop, _ = flat.partition(". ")
    return head + stop.rstrip() if stop else flat


def _wrapped(paragraph: str, indent: int) -> list[str]:
    """The lines of a paragraph, each wrapped by itself so that lists stay lists."""
    # Room for the quotes at the beginning and for those at the end.
    width = LINE - indent - 6
    lines: list[str] = []
    for line in paragraph.expandtabs(4).replace("\r\n", "\n").replace("\r", "\n").strip().split("\n"):
        margin = " " * (len(line) - len(line.lstrip(" ")))
        lines += textwrap.wrap(
            line, width, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return lines


def _escaped(line: str) -> str:
    """A line as it stands between triple quotes: what ends them or cannot be seen is written as an escape."""
    quoted = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in quoted)
