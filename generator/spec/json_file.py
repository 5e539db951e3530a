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

TRAILING_COMMA = re.compile(r",[ \t\r\n]*[]}]")
TOKEN = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")|([{\[])|([}\]])|([^\s,:\[\]{}"]+)')
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
    starts = [0, *(match.end() for match in LINE_END.finditer(text))]
    levels: list[list[Node]] = [[]]
    opened: list[Mark] = []
    for token in TOKEN.finditer(text):
        line = bisect.bisect_right(starts, token.start()) - 1
        mark, end = (Mark(label, offset, line, offset - starts[line], None, 0) for offset in token.span())
        string, opening, closing, word = token.groups()
        if opening:
            if len(levels) > MAX_DEPTH:
                raise ParseError(mark, TOO_DEEP, NAME_INNER)
            levels.append([])
            opened.append(mark)
            continue
        if closing:
            node = _container(closing, levels.pop(), opened.pop(), end)
        else:
            node = ScalarNode(TAG + "str", json.loads(string), mark, end, '"') if string else _word(word, mark, end)
        levels[-1].append(node)
    return levels[0][0]


def _container(closing: str, items: list[Any], mark: Mark, end: Mark) -> Node:
    if closing == "]":
        return SequenceNode(TAG + "seq", items, mark, end)
    return MappingNode(TAG + "map", [*zip(items[::2], items[1::2], strict=True)], mark, end)


def _word(word: str, mark: Mark, end: Mark) -> Node:
    if word.endswith(("NaN", "Infinity")):  # the standard parser accepts them
        raise ParseError(mark, "not JSON: NaN and Infinity are not JSON numbers", "write a number or a string")
    kind = WORDS.get(word) or ("float" if set(word) & set(".eE") else "int")
    return ScalarNode(TAG + kind, word, mark, end)
