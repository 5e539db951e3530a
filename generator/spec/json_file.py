"""JSON text as the same nodes as YAML's.

The YAML parser cannot read it, although JSON is nearly a subset: it refuses tabs and pairs of surrogate escapes.
"""

from __future__ import annotations

import bisect
import json
import re
from array import array
from typing import Any, cast

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
    starts = array("l", [0, *(match.end() for match in LINE_END.finditer(text))])
    levels: list[list[Node]] = [[]]
    opened: list[Mark] = []
    strings: dict[str, str] = {}  # names come again and again
    for token in TOKEN.finditer(text):
        mark = _Mark(label, token.start(), starts)
        string, opening, closing, word = token.groups()
        if opening:
            if len(levels) > MAX_DEPTH:
                raise ParseError(mark, TOO_DEEP, NAME_INNER)
            levels.append([])
            opened.append(mark)
            continue
        if closing:
            node = _container(closing, levels.pop(), opened.pop(), _Mark(label, token.end(), starts))
        else:
            node = _string(string, mark, token.end(), strings) if string else _word(word, mark, token.end())
        levels[-1].append(node)
    return levels[0][0]


class _Mark(Mark):
    """A place in the text, whose line and column are found when they are needed: there is one for each word."""

    def __init__(self, label: str, index: int, starts: array[int]) -> None:
        self.name = label
        self.index = index
        self.starts = starts

    def __getattr__(self, name: str) -> int:
        line = bisect.bisect_right(self.starts, self.index) - 1
        if name == "line":
            return line
        if name == "column":
            return self.index - self.starts[line]
        raise AttributeError(name)


class _Scalar(ScalarNode):
    """A scalar whose end is found when it is needed."""

    def __init__(self, tag: str, value: str, mark: _Mark, end: int, style: str | None) -> None:
        self.tag, self.value, self.start_mark, self.style = tag, value, mark, style
        self._end = end

    def __getattr__(self, name: str) -> _Mark:
        if name == "end_mark":
            start = cast("_Mark", self.start_mark)
            return _Mark(str(start.name), self._end, start.starts)
        raise AttributeError(name)


def _string(text: str, mark: _Mark, end: int, known: dict[str, str]) -> Node:
    value: str = text[1:-1] if "\\" not in text else json.loads(text)
    return _Scalar(STRING, known.setdefault(value, value), mark, end, '"')


def _container(closing: str, items: list[Any], mark: Mark, end: Mark) -> Node:
    if closing == "]":
        return SequenceNode(SEQUENCE, items, mark, end)
    return MappingNode(MAPPING, [*zip(items[::2], items[1::2], strict=True)], mark, end)


def _word(word: str, mark: _Mark, end: int) -> Node:
    if word.endswith(("NaN", "Infinity")):  # the standard parser accepts them
        raise ParseError(mark, "not JSON: NaN and Infinity are not JSON numbers", "write a number or a string")
    tag = WORDS.get(word) or (FLOAT if set(word) & set(".eE") else INTEGER)
    return _Scalar(tag, word, mark, end, None)
