"""Headers: those that came, and what keeps one from being sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

Pairs: TypeAlias = list[tuple[str, str]]
"""Headers as they came, name and value."""

_HIDDEN = frozenset({"set-cookie", "authorization", "proxy-authorization", "cookie"})

# Framing belongs to the HTTP library: a second opinion on where a body ends is how requests are smuggled.
_FRAMING = frozenset({"content-length", "transfer-encoding"})
# What the names of headers and methods are made of.
TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


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


def check_headers(headers: Iterable[tuple[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Headers that can be sent as they are.

    Raises TypeError or ValueError with the name and never the value, which may be a secret.
    """
    checked = tuple(headers)
    for name, value in checked:
        if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"header {name!r}: its name must be text, not {type(name).__name__}")
        if not isinstance(value, str):
            raise TypeError(f"header {name!r}: its value must be text, not {type(value).__name__}")
        if not name or not TOKEN.issuperset(name):
            raise ValueError(f"header {name!r}: a header's name is made of letters, digits and dashes")
        if name.lower() in _FRAMING:
            raise ValueError(f"header {name!r} says where the body ends, which is set for each request")
        if (fault := header_fault(value)) is not None:
            raise ValueError(f"header {name!r}: its value holds {fault}")
    return checked


def header_fault(value: str) -> str | None:
    """What keeps a text from being a header's value, in words, or None."""
    if value.isascii() and value.isprintable():
        return None
    # Not even Latin-1: each HTTP library would send those characters as other bytes.
    for character in value:
        if character in "\r\n":
            return "a line break"
        if character > "\x7f":
            return "a character outside ASCII"
        if character != "\t" and not character.isprintable():
            return "a control character"
    return None
