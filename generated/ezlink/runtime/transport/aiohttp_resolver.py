"""aiohttp's resolver, for public addresses only."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import aiohttp

from ..http.private_hosts import is_private_host
from .public_hosts import not_public, public_among

if TYPE_CHECKING:
    from .proxy import Proxy


class PublicResolver(aiohttp.ThreadedResolver):
    """Resolves names to public addresses only, those of proxies excepted."""

    def __init__(self) -> None:
        super().__init__()
        self._proxies: set[str] = set()

    def check(self, host: str, proxy: Proxy | None) -> None:
        """Raise TransportError for a host that is a private address, which is not resolved, unless it is a proxy's."""
        if proxy is not None:
            self._proxies.add(proxy.host)
        elif is_private_host(host):
            raise not_public(host)

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_INET) -> list[Any]:
        found: list[Any] = await super().resolve(host, port, family)
        if host in self._proxies:
            return found
        public = public_among(host, [each["host"] for each in found])
        return [each for each in found if each["host"] in public]
