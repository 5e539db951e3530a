"""Connections to public addresses only. It is the address connected to that counts: what a name stands for changes."""

from __future__ import annotations

import socket
from collections.abc import Iterable

from ..http.private_hosts import is_public
from .errors import TransportError


def resolve_public(host: str, port: int) -> list[str]:
    """Return the public addresses of a host. Raises OSError where it has none, TransportError where none is public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return public_among(host, (str(address[4][0]) for address in found))


def public_among(host: str, addresses: Iterable[str]) -> list[str]:
    """Return those of a host's addresses that are public. Raises TransportError if none is."""
    addresses = list(addresses)
    public = [address for address in addresses if is_public(address)]
    if addresses and not public:
        raise not_public(host, addresses[0])
    return public


def not_public(host: str, address: str | None = None) -> TransportError:
    """The error for a host that is not fetched from."""
    reason = "it is not a public host" if address in (None, host) else f"its address, {address}, is not public"
    return TransportError(f"{host} is not fetched from: {reason}", kind="private", sent=False)
