"""The difference of two responses in shape: status, headers, framing, end, keys and types. Values do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..mock_server.replay.bodies import rebuild
from ..spec.pointer import join, mapping, sequence
from .serialize import json_of, text_of

_EVENT = re.compile(r"(?:\r\n|\r|\n){2,}")
_DATA = re.compile(r"^data: ?(.*)$", re.MULTILINE)

_KINDS = {
    dict: "object", list: "array", str: "string", bool: "boolean", int: "number", float: "number", type(None): "null",
}  # fmt: skip


class Change(NamedTuple):
    """A difference at one place; None where there was, or is, nothing."""

    place: str
    was: str | None
    now: str | None

    def __str__(self) -> str:
        if self.was is None:
            return f"+ {self.place}  {self.now}"
        return f"- {self.place}  {self.was}" if self.now is None else f"~ {self.place}  {self.was} → {self.now}"


def changes(was: Mapping[str, Any], now: Mapping[str, Any]) -> list[Change]:
    """The differences between one recorded `response` and another, by place."""
    old, new = shape(was), shape(now)
    places = sorted(old.keys() | new.keys(), key=lambda place: (place.startswith("/"), place))
    return [Change(place, old.get(place), new.get(place)) for place in places if old.get(place) != new.get(place)]


def shape(response: Mapping[str, Any]) -> dict[str, str]:
    """The shape of a response by place: `status` → `200`, `header Date` → `present`, `/data/*/id` → `string`."""
    headers = {str(name).lower(): str(value) for name, value in response["headers"]}
    found = {word: str(response[word]) for word in ("status", "framing", "ended")}
    found.update({f"header {name.title()}": "present" for name in headers})
    if "content-type" in headers:
        found["header Content-Type"] = headers["content-type"].partition(";")[0].strip().lower()
    kinds: dict[str, set[str]] = {}
    for place, kind in _body(rebuild(response["body"], None, Path())):
        kinds.setdefault(place, set()).add(kind)
    return found | {place: " or ".join(sorted(kind)) for place, kind in kinds.items()}


def _body(data: bytes) -> Iterator[tuple[str, str]]:
    text = text_of(data)
    if not text:
        yield "body", "bytes" if data else "empty"
    elif (value := json_of(text)) is not None:
        yield "body", "JSON"
        yield from _walk(value, "")
    elif _DATA.search(text):
        yield "body", "events"
        for event in _EVENT.split(text):
            payload = "\n".join(_DATA.findall(event))
            if (value := json_of(payload)) is not None:
                yield from _walk(value, "/(event)")
            elif payload:
                # A marker is a word; anything longer is a value, and values do not count.
                yield (f"event {payload}" if len(payload) < 20 else "event"), "text"
    else:
        yield "body", "HTML" if text.lstrip().startswith("<") else "text"


def _walk(value: Any, place: str) -> Iterator[tuple[str, str]]:
    yield place or "/", _KINDS[type(value)]
    for name, one in mapping(value).items():
        yield from _walk(one, join(place, name))
    for one in sequence(value):
        yield from _walk(one, f"{place}/*")
