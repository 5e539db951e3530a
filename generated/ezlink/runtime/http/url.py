"""Validation of URLs: on some of those refused here, each HTTP library fails in a way of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from urllib.parse import SplitResult

PORTS = {"http": 80, "https": 443}
_HOST = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")
_LONGEST_LABEL = 63


def parse_url(url: str) -> SplitResult:
    """Split an absolute http or https URL of a host that can exist; the host is in ASCII afterwards.

    Raises ValueError, without a user name or password in its message, where it is none.
    """
    from urllib.parse import urlsplit

    start, _, rest = url.partition("//")
    if "@" in start or "@" in rest.partition("/")[0]:
        raise ValueError("the URL contains a user name or password, which is not sent")
    shown = "the URL" if "@" in url else repr(url[:200])  # an @ may be the end of a password
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        ascii_host = host if host is None or host.isascii() else host.encode("idna").decode()
    except ValueError as error:
        raise ValueError(f"{shown} is malformed" + ("" if "@" in url else f": {error}")) from None
    if parts.scheme not in PORTS:
        raise ValueError(f"{shown} must begin with https:// or http://")
    if not ascii_host:
        raise ValueError(f"{shown} has no host")
    if (fault := _invalid_host(parts.netloc, ascii_host)) is not None:
        raise ValueError(f"{shown} is malformed: {fault}")
    if ascii_host == host:
        return parts
    return parts._replace(netloc=ascii_host if port is None else f"{ascii_host}:{port}")


def split_origin(url: str) -> tuple[str, str]:
    """Split an absolute URL into its origin (`http://host:port`) and what follows: path and query, at least `/`."""
    end = url.find("/", url.find("://") + 3)
    return (url, "/") if end < 0 else (url[:end], url[end:])


def _invalid_host(netloc: str, host: str) -> str | None:
    """Return why no host can have this name, in words, or None."""
    if "[" in netloc:
        from ipaddress import IPv6Address

        try:
            IPv6Address(host)
        except ValueError:
            return "the part in brackets is not an IPv6 address"
        return None
    if not _HOST.issuperset(host):
        return "its host contains a character that no host has"
    if not all(0 < len(label) <= _LONGEST_LABEL for label in host.removesuffix(".").split(".")):
        return f"a part of its host is empty or longer than {_LONGEST_LABEL} characters"
    if "xn--" in host:
        try:
            host.encode().decode("idna")
        except UnicodeError:
            return "its host is encoded wrongly"
    return None
