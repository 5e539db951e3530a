"""JSON text as the same nodes as YAML's.

The YAML parser cannot read it, although JSON is nearly a subset: it refuses tabs and pairs of surrogate escapes.
"""

from __future__ import annotations

import bisect
import json
import re
from array import array
from typing import Any, NamedTuple

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .yaml_file import LINE_END, MAX_DEPTH, NAME_INNER, TAG, TOO_DEEP, ParseError, mark_after

TRAILING_COMMA = re.compile(r",[ \t\r\n]*[]}]")
TOKEN = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")|([{\[])|([}\]])|([^\s,:\[\]{}"]+)')
STRING, INTEGER, FLOAT, SEQUENCE, MAPPING = (TAG + kind for kind in ("str", "int", "float", "seq", "map"))
WORDS = {"true": TAG + "bool", "false": TAG + "bool", "null": TAG + "null"}


def parse(text: str, label: str) -> Node | None:
    """The root node, or None if the text is empty. Raises `ParseError`."""
    if not text.strip():
        return None
    try:
        # The standard parser finds the errors; ours only has to find the places. It must not read numbers: it refuses
        # very long ones.
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        offset, message, hint = _explain(text, error)
        raise ParseError(mark_after(text[:offset], label), f"not JSON: {message}", hint) from error
    except RecursionError as error:
        raise ParseError(None, TOO_DEEP, NAME_INNER) from error
    return _build(text, label)


def _explain(text: str, error: json.JSONDecodeError) -> tuple[int, str, str]:
    """Offset, message and hint for text that is not JSON."""
    # Python points at the bracket behind a trailing comma, and since 3.13 at the comma.
    if comma := TRAILING_COMMA.match(text, max(0, text.rfind(",", 0, error.pos + 1))):
        return comma.start(), "a trailing comma", "remove the comma"
    if text.startswith(("//", "/*", "#"), error.pos):
        return error.pos, "a comment", "remove it: JSON has no comments"
    return error.pos, error.msg, "fix the JSON; most editors mark the line"


def _build(text: str, label: str) -> Node:
    """The root node of text that is known to be JSON."""
    lines = _Lines(label, array("l", [0, *(match.end() for match in LINE_END.finditer(text))]))
    levels: list[list[Node]] = [[]]
    opened: list[int] = []
    strings: dict[str, str] = {}  # names come again and again
    for token in TOKEN.finditer(text):
        start, end = token.span()
        string, opening, closing, word = token.groups()
        if opening:
            if len(levels) > MAX_DEPTH:
                raise ParseError(_Mark(lines, start), TOO_DEEP, NAME_INNER)
            levels.append([])
            opened.append(start)
            continue
        if closing:
            node = _container(closing, levels.pop(), opened.pop(), end, lines)
        else:
            node = _string(string, start, end, lines, strings) if string else _word(word, start, end, lines)
        levels[-1].append(node)
    return levels[0][0]


class _Lines(NamedTuple):
    """The name of a file, and the index at which each of its lines starts."""

    label: str
    starts: array[int]


class _Mark(Mark):
    """A place in the text, whose line and column are found when they are needed."""

    def __init__(self, lines: _Lines, index: int) -> None:
        self.name = lines.label
        self.index = index
        self.line = bisect.bisect_right(lines.starts, index) - 1
        self.column = index - lines.starts[self.line]


# Nodes without a dictionary each, whose marks are made when they are needed: a document has a million of them.
_SLOTS = ("_end", "_lines", "_start", "tag", "value")


class _Placed:
    """The marks of a node."""

    __slots__ = ()
    _lines: _Lines
    _start: int
    _end: int

    def __getattr__(self, name: str) -> Mark:
        if name == "start_mark":
            return _Mark(self._lines, self._start)
        if name == "end_mark":
            return _Mark(self._lines, self._end)
        raise AttributeError(name)


class _Scalar(_Placed, ScalarNode):
    __slots__ = (*_SLOTS, "style")

    def __init__(self, tag: str, value: str, start: int, end: int, lines: _Lines, style: str | None) -> None:
        self.tag, self.value, self._start, self._end, self._lines, self.style = tag, value, start, end, lines, style


class _Sequence(_Placed, SequenceNode):
    __slots__ = _SLOTS

    def __init__(self, value: list[Any], start: int, end: int, lines: _Lines) -> None:
        self.tag, self.value, self._start, self._end, self._lines = SEQUENCE, value, start, end, lines


class _Mapping(_Placed, MappingNode):
    __slots__ = _SLOTS

    def __init__(self, value: list[Any], start: int, end: int, lines: _Lines) -> None:
        self.tag, self.value, self._start, self._end, self._lines = MAPPING, value, start, end, lines


def _string(text: str, start: int, end: int, lines: _Lines, known: dict[str, str]) -> Node:
    value: str = text[1:-1] if "\\" not in text else json.loads(text)
    return _Scalar(STRING, known.setdefault(value, value), start, end, lines, '"')


def _container(closing: str, items: list[Any], start: int, end: int, lines: _Lines) -> Node:
    if closing == "]":
        return _Sequence(items, start, end, lines)
    return _Mapping([*zip(items[::2], items[1::2], strict=True)], start, end, lines)


def _word(word: str, start: int, end: int, lines: _Lines) -> Node:
    if word.endswith(("NaN", "Infinity")):  # the standard parser accepts them
        hint = "write a number or a string"
        raise ParseError(_Mark(lines, start), "not JSON: NaN and Infinity are not JSON numbers", hint)
    tag = WORDS.get(word) or (FLOAT if set(word) & set(".eE") else INTEGER)
    return _Scalar(tag, word, start, end, lines, None)
