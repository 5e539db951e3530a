"""Plain nodes of a document, and the JSON pointers (RFC 6901) that lead to them.

A value of a document may be anything: `mapping`, `sequence` and `string` turn a wrong kind into an empty one, and the
validator reports it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any, cast
from urllib.parse import unquote


class Tree(dict[str, Any]):
    """The tree of a document that is not changed any more, which remembers where its references lead."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        super().__init__(tree)
        self.targets: dict[str, tuple[str, Any]] = {}
        self.parts: dict[int, list[dict[str, Any]]] = {}  # by the identity of a schema: the parts of its allOf

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        return deepcopy(dict(self), memo)  # which may be changed


def mapping(value: object) -> dict[str, Any]:
    """The value if it is a mapping, else an empty one."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def sequence(value: object) -> list[Any]:
    """The value if it is a list, else an empty one."""
    return [*cast("Iterable[Any]", value)] if isinstance(value, list) else []


def string(value: object) -> str:
    """The value if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def strings(value: object) -> list[str]:
    """The strings of a list; other items are left out."""
    return [item for item in sequence(value) if isinstance(item, str)]


def escape(token: str) -> str:
    """One reference token, escaped for a pointer."""
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def join(pointer: str, *tokens: str | int) -> str:
    """The pointer of a node below `pointer`."""
    for token in tokens:
        pointer = f"{pointer}/{escape(str(token))}"
    return pointer


def split(pointer: str) -> list[str]:
    """The reference tokens of a pointer."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def fragment(tokens: Iterable[str]) -> str:
    """The `$ref` of a node of the same document."""
    return "#" + join("", *tokens)


def tokens_of(fragment: str) -> list[str]:
    """The reference tokens of the fragment of a `$ref` (without its `#`), percent-encoding undone."""
    return split(unquote(fragment))


def child(node: object, token: str) -> Any:
    """The node under one token. Raises KeyError if there is none."""
    if isinstance(node, dict):
        return cast("dict[str, Any]", node)[token]
    items = sequence(node)
    if token.isascii() and token.isdecimal() and int(token) < len(items):
        return items[int(token)]
    raise KeyError(token)


def at(tree: object, tokens: Iterable[str]) -> Any:
    """The node at the tokens. Raises KeyError with the first token that leads nowhere."""
    for token in tokens:
        tree = child(tree, token)
    return tree


def node_at(tree: object, pointer: str) -> Any:
    """The node at a pointer, None if there is none."""
    try:
        return at(tree, split(pointer))
    except KeyError:
        return None


def resolve(tree: dict[str, Any], node: object) -> dict[str, Any]:
    """The mapping that a node is or refers to, through any number of `$ref`; empty if there is none."""
    return mapping(follow(tree, node)[1])


def follow(tree: dict[str, Any], node: object, pointer: str = "") -> tuple[str, Any]:
    """The pointer and the node at the end of a chain of `$ref`; an empty mapping for a circle or a dead end."""
    known = tree.targets if isinstance(tree, Tree) else {}
    seen: set[str] = set()
    while ref := string(mapping(node).get("$ref")):
        if ref in known:
            pointer, node = known[ref]
            break
        if ref in seen or not ref.startswith("#"):
            node = {}
            break
        seen.add(ref)
        pointer = ref[1:]
        try:
            node = at(tree, tokens_of(pointer))
        except KeyError:
            node = {}
    known.update(dict.fromkeys(seen, (pointer, node)))
    return pointer, node


def walk(tree: dict[str, Any], tokens: Iterable[str]) -> tuple[str, Any]:
    """The pointer and the node at tokens that may lead through `$ref`s. Raises KeyError if there is none."""
    pointer, node = "", cast("Any", tree)
    for token in tokens:
        if "$ref" in mapping(node) and token not in mapping(node):
            pointer, node = follow(tree, node, pointer)
        pointer, node = join(pointer, token), child(node, token)
    return pointer, node
