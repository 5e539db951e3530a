"""Accumulate the events of a stream into what the same call returns unstreamed. The meaning of keys is data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

import msgspec

if TYPE_CHECKING:
    from ..operation.stream_spec import StreamSpec

_Object = dict[str, Any]

# Strings of a part that is sent in pieces, which are no pieces themselves.
_LABELS = frozenset({"id", "type", "role", "name", "object", "model", "status", "format", "finish_reason"})


def accumulate(events: Iterable[Any], stream: StreamSpec) -> dict[str, Any]:
    """Return all events as one object.

    Strings that come in pieces are joined, objects merged, lists of objects merged by their key and put in its order,
    other lists below the top extended. Of anything else the last value wins, but neither null nor an empty string
    replaces a value, because servers repeat fields so. Unknown keys are kept; below a renamed key, their strings are
    pieces too if they differ. Text that comes as strings and as lists of parts becomes one list of parts.
    """
    accumulator = Accumulator(stream)
    for event in events:
        accumulator.add(event)
    return {**_joined(accumulator.whole), **stream.constants}


class Pieces(list[str]):
    """The pieces of a string, joined once at the end: a string that grew with each event would be copied by each."""


class _Repeated(Pieces):
    """The values of a string that the description does not name: pieces, or one value again and again."""


def _joined(value: Any) -> Any:
    if isinstance(value, _Repeated) and len(set(value)) == 1:
        return value[0]
    if isinstance(value, Pieces):
        return "".join(value)
    if isinstance(value, dict):
        return {name: _joined(item) for name, item in cast("_Object", value).items()}
    if isinstance(value, list):
        return [_joined(item) for item in _items(value)]
    return value


class Accumulator:
    """Merges one event after another into `whole`, in which strings that come in pieces are `Pieces`."""

    def __init__(self, stream: StreamSpec) -> None:
        self.whole: _Object = {}
        self.merge_key = stream.merge_key
        self.concat = frozenset(stream.concat_fields)
        self.aliases = stream.aliases

    def add(self, event: Any) -> None:
        """Merge the next event."""
        if isinstance(event, dict):
            self.merge(self.whole, cast("_Object", event), top=True)

    def merge(self, into: _Object, piece: _Object, top: bool = False, inside: bool = False) -> None:
        """Merge a piece into an object. `inside` is whether the object is below a renamed key."""
        for name, value in piece.items():
            below = inside or name in self.aliases
            name = self.aliases.get(name, name)
            old = into.get(name)
            # Most fields of an event repeat those of the one before.
            if below or value.__class__ is not str or value != old or name in self.concat:
                into[name] = self._value(name, old, value, top, below)

    def _value(self, name: str, old: Any, new: Any, top: bool, inside: bool) -> Any:
        concat = name in self.concat
        if concat and isinstance(new, dict):
            # Documented as the text of an object, but some servers send the object itself.
            new = msgspec.json.encode(new).decode()
        match new:
            case None | "" | []:
                return new if old is None or (new == [] and not old) else old
            case str() if concat and _items(old):
                return self._list(_items(old), [_part(new)], top, inside)
            case str() if concat or (inside and name not in _LABELS):
                kind = Pieces if concat else _Repeated
                pieces = old if isinstance(old, Pieces) else kind([old] if isinstance(old, str) and old else [])
                pieces.append(new)
                return pieces
            case str() if inside and name == "id":
                return old or new  # some servers send a new one with each piece
            case dict():
                merged = cast("_Object", old) if isinstance(old, dict) else {}
                self.merge(merged, cast("_Object", new), inside=inside)
                return merged
            case list():
                if new and concat and isinstance(old, (str, Pieces)) and old:
                    old = [_part(old)]
                return self._list(_items(old), _items(new), top, inside)
            case _:
                return new

    def _list(self, old: list[Any], new: list[Any], top: bool, inside: bool) -> list[Any]:
        if any(self._in_pieces(item) for item in (*old[-1:], *new)):
            for position, item in enumerate(new):
                self._item(old, item, position if len(new) > 1 else None, top, inside)
            return old
        if top:
            # Top-level fields describe the whole response, and each event may repeat them.
            return new or old
        old.extend(new)
        return old

    def _item(self, items: list[Any], item: Any, position: int | None, top: bool, inside: bool) -> None:
        if not isinstance(item, dict):
            items.append(item)
            return
        piece = cast("_Object", item)
        key = piece.get(self.merge_key)
        known = self._keyed(items, key, piece, top) if key is not None else self._likely(items, piece, position)
        if known is None:
            known = {}
            items.insert(self._place(items, key), known)
        self.merge(known, piece, inside=inside)

    def _keyed(self, items: list[Any], key: Any, piece: _Object, top: bool) -> _Object | None:
        """Return the item that a piece with this key continues, None for one that only bears the key of another."""
        type = piece.get("type")
        same = [
            item
            for item in _objects(items)
            if item.get(self.merge_key) == key and not (type and item.get("type") not in (None, "", type))
        ]
        if not same or top:
            return same[0] if same else None
        if (id := piece.get("id")) and (known := [item for item in same if item.get("id") == id]):
            return known[0]
        return None if self._is_another(same[-1], piece) else same[-1]

    def _is_another(self, known: _Object, piece: _Object) -> bool:
        """Return whether a piece begins an item of its own: by its id and name, or by one of them if `known` is whole.

        Some servers give all tool calls the same index, others each piece of one call a new id.
        """
        inner = [cast("_Object", value) for value in piece.values() if isinstance(value, dict)]
        if inner and not any(isinstance(value, str) and value for part in inner for value in part.values()):
            return False
        ids = bool(known.get("id") and piece.get("id"))  # they differ, or the piece would have been found by its id
        names = self._contradicts({**known, "id": None}, piece, labels=True)
        return (ids and names) or ((ids or names) and self._is_whole(known))

    def _is_whole(self, item: _Object) -> bool:
        """Return whether an item has the text of an object in it, from its first brace to its last."""
        for part in item.values():
            for name, value in cast("_Object", part).items() if isinstance(part, dict) else ():
                if name in self.concat and isinstance(value, Pieces) and value[-1].rstrip().endswith("}"):
                    with suppress(ValueError, RecursionError):
                        return isinstance(msgspec.json.decode("".join(value)), dict)
        return False

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
            isinstance(value, (str, Pieces))
            if name in self.concat and not _items(value)
            else any(map(self._in_pieces, _items(value) or [value]))
            for name, value in cast("_Object", item).items()
        )

    def _contradicts(self, known: _Object, piece: _Object, labels: bool = False) -> bool:
        """Return whether a piece differs from the item in an id or a name: then it begins the next item."""
        for name, new in piece.items():
            old = known.get(name)
            if name in self.concat or name in self.aliases or not old or not new:
                continue
            if isinstance(old, _Repeated):
                old = old[-1] if not labels else None
            if isinstance(new, str) and isinstance(old, str) and new != old:
                return True
            both = isinstance(new, dict) and isinstance(old, dict)
            if both and self._contradicts(cast("_Object", old), cast("_Object", new), labels):
                return True
        return False


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) and not isinstance(value, Pieces) else []  # pyright: ignore[reportUnknownVariableType]


def _part(text: str | Pieces) -> _Object:
    """Return a text as the part that it is in a list of parts."""
    return {"type": "text", "text": text}


def _objects(items: list[Any]) -> Iterator[_Object]:
    return (cast("_Object", item) for item in items if isinstance(item, dict))


def _number(item: Any, key: str) -> int:
    value = cast("_Object", item).get(key) if isinstance(item, dict) else None
    return value if isinstance(value, int) else -1
