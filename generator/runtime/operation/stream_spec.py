"""How an operation streams, as its description says: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class StreamSpec(NamedTuple):
    """Which call asks for a stream, what one event is, and how events become the whole."""

    when: tuple[str, Any]  # the field of the body, and its value, that ask for a stream
    event: Any  # the type of one event
    end: str | None = None  # the data that marks the end; None: the stream ends where the body ends
    proof: tuple[str, ...] = ()  # the fields without which an event is none
    text: tuple[str, tuple[str, Any] | None, tuple[str, ...]] | None = None  # a list, which item of it, the path in it
    keyed: str = "index"  # lists of objects are merged by this key
    joined: tuple[str, ...] = ()  # the strings that come in pieces
    renamed: Mapping[str, str] = {}  # a key in an event: the same in the whole
    constants: Mapping[str, Any] = {}  # what the whole says whatever the events say
