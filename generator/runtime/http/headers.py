"""HTTP headers: those of a response, validation of those to be sent, and secrets among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, cast

Pairs: TypeAlias = list[tuple[str, str]]
"""Headers in order, as (name, value)."""

_SECRET = frozenset({"set-cookie", "authorization", "proxy-authorization", "cookie"})
# Of headers to be sent, those with one of these words in their name are hidden, too.
_SECRET_WORDS = frozenset({"auth", "cookie", "key", "apikey", "token", "secret", "password", "signature"})
# What a log shows; any other header may hold what nobody expects there.
_HARMLESS = frozenset(
    {"accept", "accept-encoding", "accept-language", "age", "cache-control", "cf-ray", "connection", "content-encoding",
     "content-length", "content-type", "date", "etag", "range", "retry-after", "retry-after-ms", "server",
     "traceparent", "transfer-encoding", "user-agent", "vary", "via"}
)  # fmt: skip
_HARMLESS_PARTS = ("ratelimit", "rate-limit", "request-id", "processing-ms")
# Framing belongs to the HTTP library: a second opinion on where a body ends is how requests are smuggled.
_FRAMING = frozenset({"content-length", "transfer-encoding"})
TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
"""The characters of header names and methods."""


class Secret(str):
    """Text that is sent as it is and never shown: tracebacks with local variables print the `repr`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"

    def __getitem__(self, index: Any) -> Secret:
        return Secret(super().__getitem__(index))  # printers cut a long text before they take its repr


class _SecretBytes(bytes):
    """A key that was given as bytes, which is refused."""

    def __repr__(self) -> str:
        return "b'***'"


_SecretBytes.__name__ = "bytes"  # as messages call it


def is_credential(name: str) -> bool:
    """Return whether the value of this header is always a secret."""
    return name.lower() in _SECRET


def shown(name: str, value: str) -> str:
    """Return the value of a header as logs show it: as it is where nothing secret is ever sent under its name."""
    name = name.lower()
    return value if name in _HARMLESS or any(part in name for part in _HARMLESS_PARTS) else "***"


def hide(value: Any) -> Any:
    """Return text, or bytes, that tracebacks with local variables do not show; anything else as it is."""
    return Secret(value) if isinstance(value, str) else _SecretBytes(value) if isinstance(value, bytes) else value


def hide_password(url: Any) -> Any:
    """Return a URL that tracebacks do not show if it may contain a password."""
    return hide(url) if isinstance(url, str) and "@" in url else url


def hide_headers(options: Any, name: str) -> None:
    """Hide the values of the headers in an option that are secrets by their name, in place."""
    headers = options.get(name)
    if isinstance(headers, Mapping) and isinstance(options, dict):
        given = cast("Any", headers)
        options[name] = {key: hide(value) if _is_secret(key) else value for key, value in given.items()}


def _is_secret(name: Any) -> bool:
    if not isinstance(name, str):
        return False
    return is_credential(name) or not _SECRET_WORDS.isdisjoint(name.lower().replace("_", "-").split("-"))


class Headers(Mapping[str, str]):
    """Response headers: read-only, any case of a name, repeated ones joined by `, ` (`get_all` returns each)."""

    __slots__ = ("_index", "_pairs")

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._pairs = tuple(pairs)
        self._index: dict[str, list[str]] | None = None

    def _names(self) -> dict[str, list[str]]:
        if self._index is None:
            self._index = {}
            for name, value in self._pairs:
                self._index.setdefault(name.lower(), []).append(value)
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
        """Names and values as received."""
        return self._pairs

    def __reduce__(self) -> tuple[Any, ...]:
        return Headers, (self.pairs(),)

    def __repr__(self) -> str:
        shown = {name: "…" if is_credential(name) else self[name] for name in self}
        return f"Headers({shown!r})"


def header(pairs: Iterable[tuple[str, str]], name: str) -> str:
    """Return the first value of a header, in any case of its name; empty when it is not there."""
    return next((value for found, value in pairs if found.lower() == name), "")


def check_headers(headers: Iterable[tuple[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Validate headers that are to be sent.

    Raises TypeError or ValueError with the name and never the value, which may be a secret.
    """
    return tuple([(name, _check_header(name, value)) for name, value in headers])


def _check_header(name: Any, value: Any) -> str:
    if not isinstance(name, str):
        raise TypeError(f"header {name!r}: its name must be text, not {type(name).__name__}")
    if not isinstance(value, str):
        raise TypeError(f"header {name!r}: its value must be text, not {type(value).__name__}")
    if not name or not TOKEN.issuperset(name):
        raise ValueError(f"header {name!r}: its name must be of letters, digits and dashes")
    if name.lower() in _FRAMING:
        raise ValueError(f"header {name!r} cannot be set: it says where the body ends")
    if (fault := invalid_header_value(value)) is not None:
        raise ValueError(f"header {name!r}: its value contains {fault}")
    value = strip_blanks(value)
    return Secret(value) if _is_secret(name) else value


def strip_blanks(value: str) -> str:
    """Return a header value without the blanks around it, which are no part of it: some libraries refuse those."""
    return value.strip(" \t")


def credential_fault(value: Any) -> str | None:
    """Return why a value cannot be sent as a credential, in words that follow its name, or None. Never shows it."""
    if hasattr(value, "__await__"):
        value.close()
        return "must not be async: only the async client awaits it"
    if not isinstance(value, str):
        return f"must be a string, not {type(value).__name__}"
    if not value.strip():
        return "must not be empty"
    if (fault := invalid_header_value(value)) is None:
        return None
    cure = "" if invalid_header_value(value.strip()) else "; if it was read from a file, strip() it"
    return f"contains {fault}{cure}"


def invalid_header_value(value: str) -> str | None:
    """Return what a text contains that a header's value must not, in words, or None."""
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
