"""JSON text as the same nodes as YAML's.

The YAML parser cannot read it, although JSON is nearly a subset: it refuses tabs and pairs of surrogate escapes. In a
large file the nodes within an operation or a component are made when they are needed, and not kept: all of them take
twenty times the memory of the text.
"""

from __future__ import annotations

import bisect
import json
import re
from array import array
from typing import Any

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .yaml_file import LINE_END, MAX_DEPTH, NAME_INNER, TAG, TOO_DEEP, ParseError, mark_after

TRAILING_COMMA = re.compile(r",[ \t\r\n]*[]}]")
TOKEN = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")|([{\[])|([}\]])|([^\s,:\[\]{}"]+)')
# Everything up to the next bracket.
GAP = re.compile(r'[^"{}\[\]]*+(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"[^"{}\[\]]*+)*+')
LARGE = 2**20  # characters of a file
SMALL = 2**14  # characters of a container that is read again whenever it is needed
LATE_LEVEL = 4  # of operations and components, where the whole file is at 1
NAME_LENGTH = 32  # of a string that may come again, as names do
STRING, INTEGER, FLOAT, SEQUENCE, MAPPING = (TAG + kind for kind in ("str", "int", "float", "seq", "map"))
WORDS = {"true": TAG + "bool", "false": TAG + "bool", "null": TAG + "null"}


def parse(text: str, label: str) -> Node | None:
    """The root node, or None if the text is empty. Raises `ParseError`."""
    if not text.strip():
        return None
    try:
        # The standard parser finds the errors; ours only has to find the places. It must not read numbers: it refuses
        # very long ones.
        has_odd_words = list[str]()
        json.loads(text, parse_int=str, parse_float=str, parse_constant=has_odd_words.append)
    except json.JSONDecodeError as error:
        offset, message, hint = _explain(text, error)
        raise ParseError(mark_after(text[:offset], label), f"not JSON: {message}", hint) from error
    except RecursionError as error:
        raise ParseError(None, TOO_DEEP, NAME_INNER) from error
    lines = array("l", [0, *(match.end() for match in LINE_END.finditer(text))])
    return _build(_Text(text, label, lines), may_be_late=len(text) > LARGE and not has_odd_words)


def _explain(text: str, error: json.JSONDecodeError) -> tuple[int, str, str]:
    """Offset, message and hint for text that is not JSON."""
    # Python points at the bracket behind a trailing comma, and since 3.13 at the comma.
    if comma := TRAILING_COMMA.match(text, max(0, text.rfind(",", 0, error.pos + 1))):
        return comma.start(), "a trailing comma", "remove the comma"
    if text.startswith(("//", "/*", "#"), error.pos):
        return error.pos, "a comment", "remove it: JSON has no comments"
    return error.pos, error.msg, "fix the JSON; most editors mark the line"


class _Text:
    """Text that is known to be JSON."""

    def __init__(self, text: str, label: str, starts: array[int]) -> None:
        self.text = text
        self.label = label
        self.starts = starts  # the index at which each line begins
        self.names: dict[str, str] = {}  # those that were read: they come again and again
        self.last: tuple[int, Node] | None = None  # the container that was read last, by its index

    def content(self, start: int) -> list[Any]:
        """The content of the container at an index."""
        if self.last is None or self.last[0] != start:
            self.last = (start, _build(self, start))
        content: list[Any] = self.last[1].value
        return content

    def end(self, start: int, level: int) -> int:
        """The end of the container that begins at an index. Raises `ParseError` for one that holds too many others."""
        index, depth = start + 1, 1
        while depth:
            index = GAP.match(self.text, index).end()  # type: ignore[union-attr] # it matches nothing, too
            depth += 1 if self.text[index] in "{[" else -1
            index += 1
            if level + depth > MAX_DEPTH + 1:
                raise ParseError(_Mark(self, index - 1), TOO_DEEP, NAME_INNER)
        return index


def _build(text: _Text, index: int = 0, may_be_late: bool = False) -> Node:
    """The node that begins at an index."""
    levels: list[list[Node]] = [[]]
    opened: list[int] = []
    while True:
        for token in TOKEN.finditer(text.text, index):
            start, end = token.span()
            string, opening, closing, word = token.groups()
            if opening and may_be_late and len(levels) >= LATE_LEVEL:
                index = text.end(start, len(levels))
                if index - start <= SMALL:
                    levels[-1].append((_Mapping if opening == "{" else _Sequence)(None, start, index, text))
                    break
            if opening:
                if len(levels) > MAX_DEPTH:
                    raise ParseError(_Mark(text, start), TOO_DEEP, NAME_INNER)
                levels.append([])
                opened.append(start)
                continue
            if closing:
                node = _container(closing, levels.pop(), opened.pop(), end, text)
            else:
                node = _string(string, start, end, text) if string else _word(word, start, end, text)
            if not opened:
                return node
            levels[-1].append(node)


class _Mark(Mark):
    """A place in the text, whose line and column are found when they are needed."""

    def __init__(self, text: _Text, index: int) -> None:
        self.name = text.label
        self.index = index
        self.line = bisect.bisect_right(text.starts, index) - 1
        self.column = index - text.starts[self.line]


# Nodes without a dictionary each, whose marks are made when they are needed: a document has a million of them.
_SLOTS = ("_end", "_text", "_start", "tag", "value")


class _Placed:
    """The marks of a node, and the content of one whose content is not kept."""

    __slots__ = ()
    _text: _Text
    _start: int
    _end: int

    def __getattr__(self, name: str) -> Any:
        if name == "start_mark":
            return _Mark(self._text, self._start)
        if name == "end_mark":
            return _Mark(self._text, self._end)
        if name == "value":
            return self._text.content(self._start)
        raise AttributeError(name)


class _Scalar(_Placed, ScalarNode):
    __slots__ = (*_SLOTS, "style")

    def __init__(self, tag: str, value: str, start: int, end: int, text: _Text, style: str | None) -> None:
        self.tag, self.value, self._start, self._end, self._text, self.style = tag, value, start, end, text, style


class _Sequence(_Placed, SequenceNode):
    __slots__ = _SLOTS

    def __init__(self, value: list[Any] | None, start: int, end: int, text: _Text) -> None:
        self.tag, self._start, self._end, self._text = SEQUENCE, start, end, text
        if value is not None:
            self.value = value


class _Mapping(_Placed, MappingNode):
    __slots__ = _SLOTS

    def __init__(self, value: list[Any] | None, start: int, end: int, text: _Text) -> None:
        self.tag, self._start, self._end, self._text = MAPPING, start, end, text
        if value is not None:
            self.value = value


def _string(written: str, start: int, end: int, text: _Text) -> Node:
    value: str = written[1:-1] if "\\" not in written else json.loads(written)
    if len(value) <= NAME_LENGTH:
        value = text.names.setdefault(value, value)
    return _Scalar(STRING, value, start, end, text, '"')


def _container(closing: str, items: list[Any], start: int, end: int, text: _Text) -> Node:
    if closing == "]":
        return _Sequence(items, start, end, text)
    return _Mapping([*zip(items[::2], items[1::2], strict=True)], start, end, text)


def _word(word: str, start: int, end: int, text: _Text) -> Node:
    if word.endswith(("NaN", "Infinity")):  # the standard parser accepts them
        hint = "write a number or a string"
        raise ParseError(_Mark(text, start), "not JSON: NaN and Infinity are not JSON numbers", hint)
    tag = WORDS.get(word) or (FLOAT if set(word) & set(".eE") else INTEGER)
    return _Scalar(tag, word, start, end, text, None)
