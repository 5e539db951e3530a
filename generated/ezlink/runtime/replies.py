"""What came with an answer: status, headers, request id and bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

T_co = TypeVar("T_co", covariant=True)

Pairs: TypeAlias = list[tuple[str, str]]
"""Headers as they came, name and value."""

_HIDDEN = frozenset({"set-cookie", "authorization", "proxy-authorization", "cookie"})


class Headers(Mapping[str, str]):
    """Response headers: read-only, any case of a name, repeated ones joined by `, ` (`get_all` gives each)."""

    __slots__ = ("_index", "_pairs")

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._pairs = tuple(pairs)
        self._index: dict[str, list[str]] | None = None

    def _names(self) -> dict[str, list[str]]:
        if self._index is None:
            index: dict[str, list[str]] = {}
            for name, value in self._pairs:
                index.setdefault(name.lower(), []).append(value)
            self._index = index
        return self._index

    def __getitem__(self, name: str) -> str:
        return ", ".join(self._names()[name.lower()])

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._names()

    def get_all(self, name: str) -> tuple[str, ...]:
        """Every value of a header, in order; empty when it is not there."""
        return tuple(self._names().get(name.lower(), ()))

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Names and values as they came."""
        return self._pairs

    def __reduce__(self) -> tuple[Any, ...]:
        return Headers, (self.pairs(),)

    def __repr__(self) -> str:
        shown = {name: "…" if name in _HIDDEN else self[name] for name in self}
        return f"Headers({shown!r})"


class Received(msgspec.Struct, frozen=True):
    """What an answer came with. `raw` is None with `keep_raw=False`; of a stream's event it is the event's data."""

    status: int
    pairs: Pairs
    raw: bytes | None
    request_id_headers: tuple[str, ...] = ()

    @property
    def headers(self) -> Headers:
        """The headers. Made when asked for: most answers are used without a look at them."""
        return Headers(self.pairs)

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call: the first of the headers that the API names for it."""
        headers = self.headers
        return next((headers[name] for name in self.request_id_headers if name in headers), None)

    def __repr__(self) -> str:
        size = "raw not kept" if self.raw is None else f"{len(self.raw)} bytes"
        return f"Received(status={self.status}, request_id={self.request_id!r}, {size})"


class Reply(msgspec.Struct, Generic[T_co], frozen=True):
    """A result together with what it came with."""

    value: T_co
    status: int
    headers: Headers
    request_id: str | None
    raw: bytes | None

    def __repr__(self) -> str:
        return f"Reply(status={self.status}, request_id={self.request_id!r}, value={self.value!r})"
