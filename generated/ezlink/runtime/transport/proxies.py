"""Which proxy a request goes through."""

from __future__ import annotations

import os
from typing import NamedTuple
from urllib.parse import unquote, urlsplit


class Proxy(NamedTuple):
    """An HTTP proxy: where it is, and the value of `Proxy-Authorization` for it."""

    url: str
    scheme: str
    host: str
    port: int
    authorization: str | None


def proxy_for(scheme: str, host: str, port: int, chosen: str | None) -> Proxy | None:
    """The proxy for an origin: the chosen one, else what HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say."""
    url = chosen if chosen is not None else _from_environment(scheme, host, port)
    return parse(url) if url else None


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


def _from_environment(scheme: str, host: str, port: int) -> str | None:
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    # Imported late: it costs as much as everything else here together, and most machines have no proxy.
    import urllib.request

    proxies: dict[str, str] = urllib.request.getproxies_environment()
    # Not in the published stubs, unlike its twin that reads the system's settings too.
    if getattr(urllib.request, "proxy_bypass_environment")(f"{host}:{port}", proxies):  # noqa: B009
        return None
    return proxies.get(scheme) or proxies.get("all")
