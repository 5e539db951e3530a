"""JSON text as the same nodes as YAML's.

The YAML parser cannot read it, although JSON is nearly a subset: it refuses tabs and pairs of surrogate escapes.
"""

from __future__ import annotations

import bisect
import json
import re
from typing import Any

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .yaml_file import LINE_END, MAX_DEPTH, NAME_INNER, TAG, TOO_DEEP, ParseError, mark_after

STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
TRAILING_COMMA = re.compile(r",[ \t\r\n]*[]}]")
SPACE = re.compile(r"[ \t\r\n]*")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
WORDS = {"true": "bool", "false": "bool", "null": "null"}


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
    parser = _Parser(text, label)
    return parser.value(parser.skip(0), 0)[0]


def _explain(text: str, error: json.JSONDecodeError) -> tuple[int, str, str]:
    """Offset, message and hint for text that is not JSON."""
    # Python points at the bracket behind a trailing comma, and since 3.13 at the comma.
    if comma := TRAILING_COMMA.match(text, max(0, text.rfind(",", 0, error.pos + 1))):
        return comma.start(), "a trailing comma", "remove the comma"
    if text.startswith(("//", "/*", "#"), error.pos):
        return error.pos, "a comment", "remove it: JSON has no comments"
    return error.pos, error.msg, "fix the JSON; most editors mark the line"


class _Parser:
    """Finds the nodes of text that is known to be JSON."""

    def __init__(self, text: str, label: str) -> None:
        self.text = text
        self.label = label
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def mark(self, offset: int) -> Mark:
        line = bisect.bisect_right(self.starts, offset) - 1
        return Mark(self.label, offset, line, offset - self.starts[line], None, 0)

    def skip(self, offset: int) -> int:
        return self.end_of(SPACE, offset)

    def end_of(self, pattern: re.Pattern[str], offset: int) -> int:
        match = pattern.match(self.text, offset)
        return match.end() if match else offset

    def value(self, offset: int, depth: int) -> tuple[Node, int]:
        """The node that begins at the offset, and the offset behind it."""
        if depth > MAX_DEPTH:
            raise ParseError(self.mark(offset), TOO_DEEP, NAME_INNER)
        first = self.text[offset]
        if first == "{":
            return self.object(offset, depth)
        if first == "[":
            return self.array(offset, depth)
        return self.scalar(offset)

    def scalar(self, offset: int) -> tuple[Node, int]:
        mark = self.mark(offset)
        if self.text[offset] == '"':
            end = self.end_of(STRING, offset)
            return ScalarNode(TAG + "str", json.loads(self.text[offset:end]), mark, mark, '"'), end
        for word, kind in WORDS.items():
            if self.text.startswith(word, offset):
                return ScalarNode(TAG + kind, word, mark, mark), offset + len(word)
        number = NUMBER.match(self.text, offset)
        if number is None:  # NaN and Infinity, which the standard parser lets pass
            raise ParseError(mark, "not JSON: NaN and Infinity are not JSON numbers", "write a number or a string")
        kind = "float" if number[1] or number[2] else "int"
        return ScalarNode(TAG + kind, number[0], mark, mark), number.end()

    def array(self, offset: int, depth: int) -> tuple[Node, int]:
        mark, items = self.mark(offset), list[Node]()
        offset = self.skip(offset + 1)
        while self.text[offset] != "]":
            item, offset = self.value(self.skip(offset), depth + 1)
            items.append(item)
            offset = self.skip(offset)
            offset += self.text[offset] == ","
        return SequenceNode(TAG + "seq", items, mark, mark), offset + 1

    def object(self, offset: int, depth: int) -> tuple[Node, int]:
        mark, members = self.mark(offset), list[tuple[Any, Node]]()
        offset = self.skip(offset + 1)
        while self.text[offset] != "}":
            key, offset = self.scalar(self.skip(offset))
            value, offset = self.value(self.skip(self.skip(offset) + 1), depth + 1)
            members.append((key, value))
            offset = self.skip(offset)
            offset += self.text[offset] == ","
        return MappingNode(TAG + "map", members, mark, mark), offset + 1
