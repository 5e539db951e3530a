"""Objects of a result that can be arguments of another call, such as a message: they keep all that was sent with them.

Models know the fields of their description only, so these objects remember where in the response they stand. The class
of a result names its fields with such objects, and their places as JSON pointers; `*` is each item of an array:

    class ChatCompletion(ResponseModel, frozen=True, kw_only=True):
        _reusable: ClassVar[dict[str, tuple[str, ...]]] = {"choices": ("/choices/*/message",)}
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from ..encoding.result_objects import RESPONSE_INFO, SOURCE
from ..http.json_pointer import is_array, resolve, tokens
from .decoding import parse

_LINKED = "_linked"
_HERE = ""  # in a tree: the object itself is one of them

T = TypeVar("T")
Tree = dict[str, Any]


class ReusableField:
    """A field of a result that leads to reusable objects, which are linked to their source when it is first read.

    Linking them when the result is decoded would take longer than decoding it.
    """

    def __init__(self, member: Any, pointers: tuple[str, ...]) -> None:
        self._member = member
        self._name = tokens(pointers[0])[0]
        self._linked = f"_linked_{self._name}"
        self._tree: Tree = {}
        for pointer in pointers:
            below = self._tree
            for token in tokens(pointer)[1:]:
                below = below.setdefault(token, {})
            below[_HERE] = {}

    def __get__(self, result: Any, owner: Any = None) -> Any:
        if result is None:
            return self
        value, beside = self._member.__get__(result, owner), result.__dict__
        if self._linked not in beside and (info := beside.get(RESPONSE_INFO)) is not None:
            if info[2] is not None:
                self.link(value, info[2])
            beside[self._linked] = True
        return value

    def __set__(self, result: Any, value: Any) -> None:
        self._member.__set__(result, value)

    def link(self, value: Any, raw: bytes) -> list[Any]:
        """Link the objects below the value of this field to the bytes of the response, and return them."""
        linked: list[Any] = []
        _link(value, self._tree, raw, (self._name,), linked)
        return linked


def keep_source(result: T, raw: bytes) -> T:
    """Let the reusable objects of a result, which is returned, keep their own part of its bytes, not the whole."""
    for field in vars(result.__class__).values():
        if isinstance(field, ReusableField):
            for linked in field.link(field.__get__(result), raw):
                source_of(linked)
    return result


def source_of(obj: Any) -> Any:
    """Return the JSON that an object was decoded from, parsed; None where it is not kept."""
    beside: dict[str, Any] = getattr(obj, "__dict__", {})
    if (info := beside.get(RESPONSE_INFO)) is not None:
        return None if info[2] is None else parse(info[2]).document
    if (source := beside.get(SOURCE)) is None:
        return None
    raw, path = source
    parsed = parse(raw)
    document = resolve(parsed.document, path)
    if path and not parsed.deviations:
        beside[SOURCE] = msgspec.json.encode(document), ()  # the rest of the response may be large
    return document


def _link(value: Any, tree: Tree, raw: bytes, path: tuple[str, ...], linked: list[Any]) -> None:
    for token, below in tree.items():
        if token == _HERE:
            if (beside := getattr(value, "__dict__", None)) is not None:
                beside[SOURCE] = raw, path
                linked.append(value)
        elif token == "*":
            for index, item in enumerate(value if is_array(value) else ()):
                _link(item, below, raw, (*path, str(index)), linked)
        elif (part := resolve(value, (token,))) is not None:
            _link(part, below, raw, (*path, token), linked)
