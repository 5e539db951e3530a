"""What the host of an address may be. On others each HTTP library fails in a way of its own."""

from __future__ import annotations

_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")
_LONGEST_LABEL = 63


def host_fault(netloc: str, host: str) -> str | None:
    """Why nothing can be sent to a host, in lower case and ASCII as taken from its `netloc`, in words, or None."""
    if "[" in netloc:
        from ipaddress import IPv6Address

        try:
            IPv6Address(host)
        except ValueError:
            return "what stands in brackets is no IPv6 address"
        return None
    if not _NAME.issuperset(host):
        return "its host holds a character that no host has"
    if not all(0 < len(label) <= _LONGEST_LABEL for label in host.removesuffix(".").split(".")):
        return f"a part of its host is empty or longer than {_LONGEST_LABEL} characters"
    if "xn--" in host:
        try:
            host.encode().decode("idna")
        except UnicodeError:
            return "its host is encoded wrongly"
    return None
