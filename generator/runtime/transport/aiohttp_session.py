"""The connections of an event loop over aiohttp, and the ways to hosts."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

import aiohttp
from yarl import URL

from .aiohttp_connector import Connector
from .proxy import Proxy, proxy_for

_LONGEST_FIELD = 65_536


class Session:
    """The connections of a loop."""

    def __init__(self, proxy: str | None, verify: Any, max_connections: int | None, public_only: bool) -> None:
        self.resolver: Any = None
        if public_only:
            from .aiohttp_resolver import PublicResolver

            self.resolver = PublicResolver()
        self.connector = Connector(max_connections=max_connections, verify=verify, resolver=self.resolver)
        self.client = aiohttp.ClientSession(
            connector=self.connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            # aiohttp looks for proxies and passwords in files and the environment once a request, in a thread.
            trust_env=False,
            max_line_size=_LONGEST_FIELD,
            max_field_size=_LONGEST_FIELD,
        )
        # aiohttp sends a GET again by itself when a kept connection turns out to be closed.
        self.client._retry_connection = False  # pyright: ignore[reportPrivateUsage]
        self.route = lru_cache(maxsize=256)(partial(_route, proxy))

    def close_now(self) -> None:
        self.client.detach()
        self.connector.close_now()


def _route(chosen: str | None, url: str) -> tuple[URL, Proxy | None]:
    """A URL as aiohttp wants it, and the proxy on the way there."""
    # Already encoded: aiohttp would decode what looks needlessly encoded to it.
    parsed = URL(url, encoded=True)
    return parsed, proxy_for(parsed.scheme, parsed.host or "", parsed.port or 80, chosen)
