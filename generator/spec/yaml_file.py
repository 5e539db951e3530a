"""YAML text as nodes that know their place, by the core schema of YAML 1.2, as OpenAPI requires.

PyYAML resolves by YAML 1.1, where `no` is false, `1:20` is 80 and 2024-01-01 is a date. Only its parser (libyaml) is
used; scalars are resolved here.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.error import Mark, MarkedYAMLError
from yaml.nodes import Node
from yaml.reader import ReaderError

TAG = "tag:yaml.org,2002:"

# The line ends of libyaml; an excerpt must be cut by the same rule, or it shows the wrong line.
LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

# Deeper than any document a person writes; far enough from the recursion limits of libyaml's binding and of Python.
MAX_DEPTH = 200
TOO_DEEP = f"nested more than {MAX_DEPTH} levels deep"
NAME_INNER = "move inner schemas to components"

# Part of libyaml's message, and the hint for it.
HINTS = (
    (
        "cannot start any token",
        "indent with spaces, not tabs, and put text that begins with one of `@ % \\` | in quotes",
    ),
    ("mapping values are not allowed", "put text that contains a colon and a space in quotes"),
    ("expected ':'", "write `key: value`, and put text of several lines in quotes"),
    ("expected key", "check the indentation here and the quotes above"),
    ("expected <block end>", "check the indentation here and the quotes above"),
    ("undefined alias", "define the anchor (&name) above its first use (*name)"),
    ("duplicate anchor", "give each anchor (&name) a name of its own"),
    ("escape char", "write a backslash twice, or put the text in single quotes"),
    ("'-' indicator", "begin each item with a dash at the same indentation, and nothing else there"),
    ("incompatible YAML document", "write `%YAML 1.2`, or leave the line out"),
    ("expected a single document", "keep one document per file: remove the `---` in the middle"),
    ("end of stream", "close the quote"),
    ("flow", "close the bracket or brace, and separate items by commas"),
)


class ParseError(Exception):
    """The text is not in the format that the suffix of its file names."""

    def __init__(self, mark: Mark | None, message: str, hint: str) -> None:
        super().__init__(message)
        self.mark, self.message, self.hint = mark, message, hint


def mark_after(text: str, label: str) -> Mark:
    """The mark behind a piece of text."""
    lines = LINE_END.split(text)
    return Mark(label, len(text), len(lines) - 1, len(lines[-1]), None, 0)


class _Loader(yaml.CSafeLoader):
    """The parser with the scalars of YAML 1.2 and a limit on nesting."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own way
    depth = 0

    def descend_resolver(self, current_node: Node | None, current_index: Any) -> None:
        """Called by the parser before it enters a node."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ParseError(getattr(current_node, "start_mark", None), TOO_DEEP, NAME_INNER)

    def ascend_resolver(self) -> None:
        """Called by the parser when it leaves a node."""
        self.depth -= 1


for _name, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("float", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", "-+."),
):
    for _char in _first:
        _Loader.yaml_implicit_resolvers.setdefault(_char, []).append((TAG + _name, re.compile(f"(?:{_pattern})$")))


def parse(text: str, label: str) -> Node | None:
    """The root node, or None if the text is empty. Raises `ParseError`."""
    try:
        loader = _Loader(text)
        try:
            root: Node | None = loader.get_single_node()
            return root
        finally:
            loader.dispose()
    except MarkedYAMLError as error:
        message = " ".join(filter(None, (error.context, error.problem)))
        # An open quote runs to the end of the file; the place to look at is where it begins.
        unclosed = "end of stream" in message and error.context_mark
        mark = unclosed or error.problem_mark or error.context_mark
        hint = next((hint for part, hint in HINTS if part in message), "fix the YAML; most editors mark the line")
        raise ParseError(mark, f"not YAML: {message}", hint) from error
    except ReaderError as error:
        mark = mark_after(text[: int(error.position)], label)
        raise ParseError(mark, f"not YAML: {error.reason}", "remove the character, or write it as an escape") from error
    except RecursionError as error:
        raise ParseError(None, TOO_DEEP, NAME_INNER) from error
