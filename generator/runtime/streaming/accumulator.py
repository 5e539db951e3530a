"""Accumulate the events of a stream into what the same call returns unstreamed. The meaning of keys is data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

import msgspec

if TYPE_CHECKING:
    from ..operation.stream_spec import StreamSpec

_Object = dict[str, Any]


def accumulate(events: Iterable[Any], stream: StreamSpec) -> dict[str, Any]:
    """Return all events as one object.

    Strings that come in pieces are joined, objects merged, lists of objects merged by their key and put in its order,
    other lists below the top extended. Of anything else the last value wins, but neither null nor an empty string
    replaces a value, because servers repeat fields so. Unknown keys are kept.
    """
    accumulator = _Accumulator(stream)
    whole: _Object = {}
    for event in events:
        if isinstance(event, dict):
            accumulator.merge(whole, cast("_Object", event), top=True)
    return {**_joined(whole), **stream.constants}


class _Pieces(list[str]):
    """The pieces of a string, joined once at the end: a string that grew with each event would be copied by each."""


def _joined(value: Any) -> Any:
    if isinstance(value, _Pieces):
        return "".join(value)
    if isinstance(value, dict):
        return {name: _joined(item) for name, item in cast("_Object", value).items()}
    if isinstance(value, list):
        return [_joined(item) for item in _items(value)]
    return value


class _Accumulator:
    def __init__(self, stream: StreamSpec) -> None:
        self.merge_key = stream.merge_key
        self.concat = frozenset(stream.concat_fields)
        self.aliases = stream.aliases

    def merge(self, into: _Object, piece: _Object, top: bool = False) -> None:
        for name, value in piece.items():
            name = self.aliases.get(name, name)
            into[name] = self._value(name in self.concat, into.get(name), value, top)

    def _value(self, concat: bool, old: Any, new: Any, top: bool) -> Any:
        if concat and isinstance(new, dict):
            # Documented as the text of an object, but some servers send the object itself.
            new = msgspec.json.encode(new).decode()
        match new:
            case None | "":
                return new if old is None else old
            case str() if concat:
                pieces = old if isinstance(old, _Pieces) else _Pieces([old] if isinstance(old, str) else [])
                pieces.append(new)
                return pieces
            case dict():
                merged = cast("_Object", old) if isinstance(old, dict) else {}
                self.merge(merged, cast("_Object", new))
                return merged
            case list():
                return self._list(_items(old), _items(new), top)
            case _:
                return new

    def _list(self, old: list[Any], new: list[Any], top: bool) -> list[Any]:
        if any(self._in_pieces(item) for item in (*old[-1:], *new)):
            for position, item in enumerate(new):
                self._item(old, item, position if len(new) > 1 else None)
            return old
        if top:
            # Top-level fields describe the whole response, and each event may repeat them.
            return new or old
        old.extend(new)
        return old

    def _item(self, items: list[Any], item: Any, position: int | None) -> None:
        if not isinstance(item, dict):
            items.append(item)
            return
        piece = cast("_Object", item)
        key = piece.get(self.merge_key)
        known = self._keyed(items, key) if key is not None else self._likely(items, piece, position)
        if known is None:
            known = {}
            items.insert(self._place(items, key), known)
        self.merge(known, piece)

    def _keyed(self, items: list[Any], key: Any) -> _Object | None:
        return next((item for item in _objects(items) if item.get(self.merge_key) == key), None)

    def _likely(self, items: list[Any], piece: _Object, position: int | None) -> _Object | None:
        """Return the item that a piece without a key continues: by its place among several, else the last that fits."""
        candidates = items[::-1] if position is None else items[position : position + 1]
        return next((item for item in _objects(candidates) if not self._contradicts(item, piece)), None)

    def _place(self, items: list[Any], key: Any) -> int:
        place = len(items)
        while isinstance(key, int) and place and _number(items[place - 1], self.merge_key) > key:
            place -= 1
        return place

    def _in_pieces(self, item: Any) -> bool:
        """Return whether several events build up this item: it has the merge key, or a string that comes in pieces."""
        if not isinstance(item, dict):
            return False
        return self.merge_key in item or any(
            isinstance(value, (str, _Pieces)) if name in self.concat else self._in_pieces(value)
            for name, value in cast("_Object", item).items()
        )

    def _contradicts(self, known: _Object, piece: _Object) -> bool:
        """Return whether a piece differs from the item in an id or a name: then it begins the next item."""
        for name, new in piece.items():
            old = known.get(name)
            if name in self.concat or name in self.aliases or not old or not new:
                continue
            if isinstance(new, str) and isinstance(old, str) and new != old:
                return True
            both = isinstance(new, dict) and isinstance(old, dict)
            if both and self._contradicts(cast("_Object", old), cast("_Object", new)):
                return True
        return False


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) and not isinstance(value, _Pieces) else []  # pyright: ignore[reportUnknownVariableType]


def _objects(items: list[Any]) -> Iterator[_Object]:
    return (cast("_Object", item) for item in items if isinstance(item, dict))


def _number(item: Any, key: str) -> int:
    value = cast("_Object", item).get(key) if isinstance(item, dict) else None
    return value if isinstance(value, int) else -1
