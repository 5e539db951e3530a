"""YAML text as nodes that know their place, by the core schema of YAML 1.2, which OpenAPI asks for.

PyYAML resolves by YAML 1.1, where `no` is false, `1:20` is 80 and 2024-01-01 is a date. Only its parser (libyaml) is
used; scalars are resolved here.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.error import MarkedYAMLError
from yaml.nodes import Node
from yaml.reader import ReaderError

from .texts import Unparsable, mark_at

TAG = "tag:yaml.org,2002:"

# Deeper than any document a person writes; far enough from the recursion limits of libyaml's binding and of Python.
DEEPEST = 200

CURES = (
    ("cannot start any token", "indent with spaces, never tabs, and quote text that begins with one of `@ % \\` |"),
    ("mapping values are not allowed", "quote text that holds a colon and a space"),
    ("expected ':'", "write `key: value`, and quote a text that goes on in the next line"),
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


class _Loader(yaml.CSafeLoader):
    """The parser with the scalars of YAML 1.2, which also refuses what would exhaust the stack."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own way
    depth = 0

    def descend_resolver(self, current_node: Node | None, current_index: Any) -> None:
        """Called by the parser before it enters a node."""
        self.depth += 1
        if self.depth > DEEPEST:
            mark = getattr(current_node, "start_mark", None)
            raise Unparsable(mark, f"nested more than {DEEPEST} levels deep", "write inner schemas under a name")

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
    """The root node, or None of an empty text. Raises `Unparsable`."""
    try:
        loader = _Loader(text)
        try:
            root: Node | None = loader.get_single_node()
            return root
        finally:
            loader.dispose()
    except MarkedYAMLError as error:
        what = " ".join(filter(None, (error.context, error.problem)))
        # An open quote runs to the end of the file; it is to be mended where it begins.
        unclosed = "end of stream" in what and error.context_mark
        mark = unclosed or error.problem_mark or error.context_mark
        raise Unparsable(mark, f"not YAML: {what}", _cure(what)) from error
    except ReaderError as error:
        mark = mark_at(text[: int(error.position)], label)
        raise Unparsable(mark, f"not YAML: {error.reason}", "remove the character, or write it as an escape") from error
    except RecursionError as error:
        raise Unparsable(None, "nested too deep to be read", "write inner schemas under a name") from error


def _cure(what: str) -> str:
    return next((cure for sign, cure in CURES if sign in what), "mend the YAML; most editors mark the line")
