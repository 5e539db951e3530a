"""Credentials of a request: headers, query parameters and cookies, as one value."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Authorization(NamedTuple):
    """The credentials of one request, encoded. `secrets` are the texts in them that are never shown."""

    headers: tuple[tuple[str, str], ...] = ()
    query: str = ""
    cookie: str = ""
    secrets: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "Authorization('***')"

    def __bool__(self) -> bool:
        return bool(self.secrets)


Key: TypeAlias = str | Authorization


def secrets_of(key: Key) -> tuple[str, ...]:
    """Return the texts in a key, or in several credentials, that are never shown."""
    return (key,) if isinstance(key, str) else key.secrets
