"""Proxies, and the TLS context of a client's `verify`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple
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
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme not in PORTS or not parts.hostname:
        # The URL may hold a password: it is not quoted.
        raise ValueError("a proxy must be given as http://host:port or https://host:port")
    port = parts.port or PORTS[parts.scheme]
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
    # Not in the published stubs, unlike the one that reads the system's settings too.
    if getattr(urllib.request, "proxy_bypass_environment")(f"{host}:{port}", proxies):  # noqa: B009
        return "", ""
    named = scheme if proxies.get(scheme) else "all"
    return f"{named.upper()}_PROXY", proxies.get(named) or ""


def tls_context(verify: Verify) -> ssl.SSLContext:
    """True: the system's certificates; a path: that file's or directory's; False: no check; a context: itself."""
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
    return ssl.create_default_context(cafile=None if folder else verify, capath=verify if folder else None)
