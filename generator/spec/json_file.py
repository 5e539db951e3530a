"""JSON text as the same nodes as YAML's.

YAML's parser will not do, although JSON is nearly a subset: it refuses tabs and pairs of surrogate escapes.
"""

from __future__ import annotations

import bisect
import json
import re
from typing import Any

from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .texts import LINE_END, Unparsable, mark_at
from .yaml_file import DEEPEST, TAG

STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
NEEDLESS_COMMA = re.compile(r",[ \t\r\n]*[]}]")
SPACE = re.compile(r"[ \t\r\n]*")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
WORDS = {"true": "bool", "false": "bool", "null": "null"}


def parse(text: str, label: str) -> Node | None:
    """The root node, or None of an empty text. Raises `Unparsable`."""
    if not text.strip():
        return None
    try:
        # The standard parser judges and words the error; ours need only find the places. Numbers are none of its
        # business: it refuses to read very long ones.
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        offset, what, cure = _worded(text, error)
        raise Unparsable(mark_at(text[:offset], label), f"not JSON: {what}", cure) from error
    except RecursionError as error:
        raise Unparsable(None, "nested too deep to be read", "write inner schemas under a name") from error
    parser = _Parser(text, label)
    return parser.value(parser.skip(0), 0)[0]


def _worded(text: str, error: json.JSONDecodeError) -> tuple[int, str, str]:
    """Where text is no JSON, what is wrong, and how to mend it."""
    # Python points at the bracket behind a needless comma, and since 3.13 at the comma.
    if comma := NEEDLESS_COMMA.match(text, max(0, text.rfind(",", 0, error.pos + 1))):
        return comma.start(), "nothing stands behind this comma", "remove the comma"
    if text.startswith(("//", "/*", "#"), error.pos):
        return error.pos, "a comment", "remove it: JSON has none"
    return error.pos, error.msg, "mend the JSON; most editors mark the line"


class _Parser:
    """Walks text that is known to be JSON."""

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
        if depth > DEEPEST:
            raise Unparsable(
                self.mark(offset), f"nested more than {DEEPEST} levels deep", "write inner schemas under a name"
            )
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
            raise Unparsable(mark, "not JSON: neither NaN nor Infinity is a JSON number", "write a number or a string")
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
