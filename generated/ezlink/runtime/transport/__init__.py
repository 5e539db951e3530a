"""The one place that touches HTTP libraries: the interface of transports, and those that come with the package.

Each module imports its library when it is first asked for. To use another library, write a class with the two methods
of `Transport` (or `AsyncTransport`) and pass an instance to the client.

A transport sends a request once. It follows no redirect, keeps no cookie, retries nothing, and raises nothing but
`TransportError` (an interrupt, a cancellation and what reading the request's body raises come through as they are).
"""

from __future__ import annotations

from .base import AsyncResponse, AsyncTransport, Body, Request, Response, Transport, Verify
from .errors import FailureKind, TransportError

__all__ = [
    "AsyncResponse",
    "AsyncTransport",
    "Body",
    "FailureKind",
    "Request",
    "Response",
    "Transport",
    "TransportError",
    "Verify",
    "create_async_transport",
    "create_transport",
]


def create_transport(
    library: str = "urllib3", *, proxy: str | None = None, verify: Verify = True, max_connections: int | None = None
) -> Transport:
    """Create a sync transport over "urllib3" or "httpx2". Raises ValueError for what cannot work."""
    verify = _loaded(verify)
    if library == "urllib3":
        from .urllib3_transport import Urllib3Transport

        return Urllib3Transport(proxy=proxy, verify=verify, max_connections=max_connections)
    if library == "httpx2":
        from .httpx2_transport import Httpx2Transport

        return Httpx2Transport(proxy=proxy, verify=verify, max_connections=max_connections)
    raise ValueError(f"there is no sync transport named {library!r}: choose 'urllib3' or 'httpx2'")


def create_async_transport(
    library: str = "aiohttp", *, proxy: str | None = None, verify: Verify = True, max_connections: int | None = None
) -> AsyncTransport:
    """Create an async transport over "aiohttp" or "httpx2"; see `create_transport`."""
    verify = _loaded(verify)
    if library == "aiohttp":
        from .aiohttp_transport import AiohttpTransport

        return AiohttpTransport(proxy=proxy, verify=verify, max_connections=max_connections)
    if library == "httpx2":
        from .httpx2_async_transport import AsyncHttpx2Transport

        return AsyncHttpx2Transport(proxy=proxy, verify=verify, max_connections=max_connections)
    raise ValueError(f"there is no async transport named {library!r}: choose 'aiohttp' or 'httpx2'")


def _loaded(verify: Verify) -> Verify:
    if not isinstance(verify, str):
        return verify
    from .proxy import tls_context

    return tls_context(verify)
