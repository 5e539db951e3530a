"""Which proxy a request goes through."""

from __future__ import annotations

import os
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from .base import TransportError


class Proxy(NamedTuple):
    """An HTTP proxy: where it is, and the value of `Proxy-Authorization` for it."""

    url: str
    scheme: str
    host: str
    port: int
    authorization: str | None


def proxy_for(scheme: str, host: str, port: int, chosen: str | None) -> Proxy | None:
    """The proxy for an origin: the chosen one, else what HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say.

    TransportError where the environment names one that is of no use: no connection can be made.
    """
    if chosen is not None:
        return parse(chosen) if chosen else None
    variable, url = _from_environment(scheme, host, port)
    try:
        return parse(url) if url else None
    except ValueError as error:
        what = f"no connection to {scheme}://{host}: {variable} in the environment: {error}"
        raise TransportError(what, kind="connect", sent=False) from None


def parse(url: str) -> Proxy:
    """A proxy read from its URL. ValueError for another scheme than http and https."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        # The URL may hold a password: it is not quoted.
        raise ValueError("a proxy is given as http://host:port or https://host:port")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return Proxy(
        f"{parts.scheme}://{host}:{port}", parts.scheme, parts.hostname, port, _basic(parts.username, parts.password)
    )


def _basic(name: str | None, password: str | None) -> str | None:
    if name is None:
        return None
    from base64 import b64encode

    return "Basic " + b64encode(f"{unquote(name)}:{unquote(password or '')}".encode()).decode()


def _from_environment(scheme: str, host: str, port: int) -> tuple[str, str]:
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return "", ""
    # Imported late: it costs as much as everything else here together, and most machines have no proxy.
    import urllib.request

    proxies: dict[str, str] = urllib.request.getproxies_environment()
    # Not in the published stubs, unlike its twin that reads the system's settings too.
    if getattr(urllib.request, "proxy_bypass_environment")(f"{host}:{port}", proxies):  # noqa: B009
        return "", ""
    named = scheme if proxies.get(scheme) else "all"
    return f"{named.upper()}_PROXY", proxies.get(named) or ""
