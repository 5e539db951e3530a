"""The description of a stream, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

TextLocation: TypeAlias = tuple[str, tuple[str, Any] | None, tuple[str, ...]]
"""A list in each event, which item of it (a key and its value), and the path of the text in it."""


class StreamSpec(NamedTuple):
    """The argument that requests a stream, the type of events, and how they are merged into one result."""

    when: tuple[str, Any] | None  # the field of the body, and its value, that request a stream; None: it always comes
    event: Any  # the type of one event
    end: str | None = None  # the data that marks the end; None: the stream ends where the body ends
    proof: tuple[str, ...] = ()  # fields that every event has
    text: TextLocation | None = None
    merge_key: str = "index"  # lists of objects are merged by this key
    concat_fields: tuple[str, ...] = ()  # strings that come in pieces
    aliases: Mapping[str, str] = {}  # keys of the result, by the keys of an event that differ from them
    constants: Mapping[str, Any] = {}  # fields of the result that no event has
