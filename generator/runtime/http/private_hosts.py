"""Hosts and addresses that are not public, which a client fetches for a server only if that is allowed."""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# Behind these IPv6 addresses a router reaches the IPv4 address that is written into them.
_NAT64 = IPv6Network("64:ff9b::/96")
# Reserved for benchmarks. Proxies on the same machine answer so for every name that they forward ("fake IP").
_FAKE = IPv4Network("198.18.0.0/15")
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def is_public(address: str) -> bool:
    """Return whether an IP address, as the system writes it, is one that the whole internet can reach."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None)
        if inner is None:
            return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_site_local)
        ip = inner
    return ip in _FAKE or (ip.is_global and not ip.is_multicast)


def is_private_host(host: str) -> bool:
    """Return whether a host is a private address, in any notation, or by its last label a name of a local network."""
    host = host.lower().rstrip(".")
    with suppress(OSError, UnicodeError):  # raised for a name: what it stands for shows when it is connected to
        found = socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)
        return not all(is_public(str(address[4][0])) for address in found)
    return f".{host}".endswith(_LOCAL_NAMES)
