"""Proxies, and the TLS context of a client's `verify`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

from ..http.headers import Secret
from ..http.url import PORTS
from .errors import TransportError

if TYPE_CHECKING:
    import ssl

    from .base import Verify


class Proxy(NamedTuple):
    """An HTTP proxy: where it is, and the value of `Proxy-Authorization` for it."""

    url: str
    scheme: str
    host: str
    port: int
    authorization: str | None


_SOCKS_PORT = 1080


def proxy_for(scheme: str, host: str, port: int, chosen: str | None) -> Proxy | None:
    """The proxy for an origin: the chosen one, else what HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say.

    Raises TransportError where the environment names one that cannot be used.
    """
    if chosen is not None:
        return parse_proxy(chosen) if chosen else None
    variable, url = _from_environment(scheme, host, port)
    try:
        return parse_proxy(url) if url else None
    except ValueError as error:
        message = f"no connection to {scheme}://{host}: {variable} in the environment: {error}"
        raise TransportError(message, kind="proxy", sent=False) from None


def parse_proxy(url: str) -> Proxy:
    """Read a proxy from its URL. Raises ValueError for another scheme than http and https."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError as error:
        raise ValueError(f"the URL of the proxy is malformed: {error}") from None
    if parts.scheme.startswith("socks"):
        raise ValueError(
            f"{_socks_address(url)} is a SOCKS proxy, and this transport knows only HTTP proxies: pass "
            "transport=\"httpx2\" to the client, after pip install 'httpx2[socks]'"
        )
    try:
        given, fits = parts.port, parts.scheme in PORTS and parts.hostname
    except ValueError:  # whose message quotes what may be a password
        given, fits = None, False
    if not fits or not parts.hostname:
        # The URL may hold a password: it is not quoted.
        raise ValueError("a proxy must be given as http://host:port or https://host:port")
    port = given or PORTS[parts.scheme]
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    authorization = _basic(parts.username, parts.password)
    return Proxy(f"{parts.scheme}://{host}:{port}", parts.scheme, parts.hostname, port, authorization)


def _basic(name: str | None, password: str | None) -> str | None:
    if name is None:
        return None
    from base64 import b64encode

    return Secret("Basic " + b64encode(f"{unquote(name)}:{unquote(password or '')}".encode()).decode())


def _from_environment(scheme: str, host: str, port: int) -> tuple[str, str]:
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return "", ""
    # Imported late: it costs as much as everything else here together, and most machines have no proxy.
    import urllib.request

    proxies: dict[str, str] = urllib.request.getproxies_environment()
    if bypasses(proxies.get("no", ""), host, port):
        return "", ""
    named = scheme if proxies.get(scheme) else "all"
    return f"{named.upper()}_PROXY", proxies.get(named) or ""


def httpx2_proxy(url: str) -> str:
    """Return the URL of a proxy as httpx2 takes it.

    Raises ValueError for another scheme than http, https and socks5, and for SOCKS without the package that it takes.
    """
    from importlib.util import find_spec

    scheme = url.partition("://")[0].lower()
    if scheme in ("socks5", "socks5h"):
        if find_spec("socksio") is None:
            raise ValueError(missing_for_socks(url))
        return url
    if scheme.startswith("socks"):
        raise ValueError(f"{_socks_address(url)} must be a SOCKS proxy of version 5: socks5://host:port")
    parse_proxy(url)
    return url if "://" in url else f"http://{url}"


def missing_for_socks(chosen: str | None) -> str:
    """Return what httpx2 lacks for a SOCKS proxy, the chosen one or that of the environment."""
    import urllib.request

    urls = [chosen] if chosen else urllib.request.getproxies_environment().values()
    where = next((_socks_address(url) for url in urls if url.startswith("socks")), "it")
    return f"{where} is a SOCKS proxy, which takes a package that is not installed: pip install 'httpx2[socks]'"


def _socks_address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}:{parts.port or _SOCKS_PORT}"


class NoProxy(NamedTuple):
    """The words of NO_PROXY, as httpx2 takes a pattern of addresses."""

    words: str

    @classmethod
    def of_environment(cls) -> NoProxy | None:
        """Return them, or None where there are none."""
        words = os.environ.get("no_proxy") or os.environ.get("NO_PROXY")
        return cls(words) if words else None

    def matches(self, url: Any) -> bool:
        """Return whether a host is reached directly."""
        return bypasses(self.words, url.host, url.port or PORTS.get(url.scheme, 0))


def bypasses(no_proxy: str, host: str, port: int) -> bool:
    """Return whether a host is reached directly by the words of NO_PROXY.

    A word is `*`, a host with or without its port, which stands for its subdomains too, an address, with an IPv6 one in
    brackets or without, or a network such as `10.0.0.0/8`.
    """
    words = no_proxy.lower().replace(",", " ").split()
    return any(word == "*" or _names(word, host.lower(), port) for word in words)


def _names(word: str, host: str, port: int) -> bool:
    from ipaddress import ip_address, ip_network

    if "/" not in word and (word[:1] == "[" or word.count(":") == 1):
        word, _, its_port = word[1:].partition("]") if word[:1] == "[" else word.rpartition(":")
        if its_port.lstrip(":") not in ("", str(port)):
            return False
    try:
        network = ip_network(word, strict=False)
    except ValueError:
        name = word.removeprefix("*").removeprefix(".")
        return bool(name) and (host == name or host.endswith(f".{name}"))
    try:
        return ip_address(host) in network
    except ValueError:
        return False


def tls_context(verify: Verify) -> ssl.SSLContext:
    """True: the system's certificates; a path: that file's or directory's; False: no check; a context: itself.

    Raises ValueError for a file that holds no certificates.
    """
    import ssl

    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is False:
        unchecked = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        unchecked.check_hostname = False
        unchecked.verify_mode = ssl.CERT_NONE
        return unchecked
    if verify is True:
        return ssl.create_default_context()
    folder = os.path.isdir(verify)
    try:
        return ssl.create_default_context(cafile=None if folder else verify, capath=verify if folder else None)
    except OSError as error:  # which does not name the file
        raise ValueError(f"verify: no certificates can be read from {verify!r}: {error.strerror}") from None
