"""Join the halves of a character that a server split over two events: each escaped as a lone surrogate."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from ..http.json_pointer import is_array, is_object
from ..response.decoding import parse

_ESCAPED = re.compile(rb"\\u[dD][89a-fA-F]")
_FIRST = re.compile("[\ud800-\udbff]$")
_SECOND = re.compile("^[\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")


def may_hold_halves(payload: bytes) -> bool:
    """Return whether half of a character may be in this JSON."""
    return _ESCAPED.search(payload) is not None


def parse_halves(payload: bytes) -> Any:
    """Parse JSON, and keep halves as lone surrogates. Raises ValueError."""
    import json

    if not may_hold_halves(payload):
        return parse(payload).document
    return json.loads(payload.decode("utf-8-sig", "replace"))


class SurrogatePairs:
    """Moves the first half of a character from the end of a string to the string that continues it."""

    __slots__ = ("_first", "_merge_key")

    def __init__(self, merge_key: str) -> None:
        self._merge_key = merge_key
        self._first: dict[tuple[Any, ...], str] = {}  # by the path of the string that it ended

    def join(self, payload: bytes) -> bytes:
        """Return an event in JSON without halves; unchanged where it has none, or is no JSON."""
        if not may_hold_halves(payload):
            return payload
        try:
            return msgspec.json.encode(self._joined(parse_halves(payload), ()))
        except (ValueError, RecursionError):
            return payload

    def _joined(self, value: Any, path: tuple[Any, ...]) -> Any:
        if isinstance(value, str):
            return self._string(value, path)
        if is_array(value):
            return [self._joined(item, (*path, self._key(item, at))) for at, item in enumerate(value)]
        if is_object(value):
            return {self._string(key, ()): self._joined(item, (*path, key)) for key, item in value.items()}
        return value

    def _key(self, item: Any, at: int) -> Any:
        key = item.get(self._merge_key) if is_object(item) else None
        return key if isinstance(key, int) else at

    def _string(self, text: str, path: tuple[Any, ...]) -> str:
        if _SECOND.search(text):
            text = self._first.pop(path, "") + text
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
        if path and (first := _FIRST.search(text)):
            self._first[path] = first[0]
            text = text[:-1]
        return _LONE.sub("\ufffd", text)
