"""The part of JSONPath (RFC 9535) that overlays use: names, indexes, wildcards, descendants, simple filters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..spec.pointer import join, mapping, sequence

_SELECTOR = re.compile(
    r"""
    (?P<deep>\.\.)?(?:
        \.?(?P<name>[\w$-]+) | \.?(?P<any>\*) | \[\s*(?P<wild>\*)\s*\] | \[\s*(?P<index>[0-9]+)\s*\]
        | \[\s*(?P<quoted>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*\]
        | \[\s*\?\(?\s*@(?P<field>(?:\.[\w-]+|\['[^']*'\])+)\s*(?:==\s*(?P<value>'[^']*'|"[^"]*"|[\w.-]+))?\s*\)?\s*\]
    )
    """,
    re.VERBOSE,
)


class Selected(NamedTuple):
    """A node and its pointer."""

    pointer: str
    node: Any


def select(tree: Any, path: str) -> list[Selected]:
    """The nodes that a JSONPath selects. Raises ValueError for one that is not supported."""
    if not path.startswith("$"):
        raise ValueError("a path starts with $")
    found, position = [Selected("", tree)], 1
    while position < len(path):
        match = _SELECTOR.match(path, position)
        if match is None:
            raise ValueError(f"{path[position:]!r} is not supported")
        if match["deep"]:
            found = [below for one in found for below in _descendants(one)]
        found = [below for one in found for below in _step(one, match)]
        position = match.end()
    return list({one.pointer: one for one in found}.values())


def _step(one: Selected, match: re.Match[str]) -> Iterator[Selected]:
    """The children of a node that one segment of the path selects."""
    name = match["name"] or (_unquoted(match["quoted"]) if match["quoted"] else match["index"])
    for child in _children(one):
        is_chosen = child.pointer == join(one.pointer, name) if name is not None else True
        if is_chosen and (not match["field"] or _passes(child.node, match["field"], match["value"])):
            yield child


def _passes(node: Any, field: str, value: str | None) -> bool:
    """True if a node has a field, with the value if there is one."""
    for name in re.findall(r"[\w-]+|(?<=\[')[^']*(?='\])", field):
        if name not in mapping(node):
            return False
        node = node[name]
    return value is None or node == _literal(value)


def _literal(text: str) -> Any:
    if text[0] in "'\"":
        return _unquoted(text)
    try:
        return json.loads(text)
    except ValueError:
        return text


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text[1:-1])


def _children(one: Selected) -> Iterator[Selected]:
    for key, child in mapping(one.node).items() or enumerate(sequence(one.node)):
        yield Selected(join(one.pointer, key), child)


def _descendants(one: Selected) -> Iterator[Selected]:
    """A node and all below it."""
    waiting = [one]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [*_children(node)][::-1]
