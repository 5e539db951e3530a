"""The transports that come with the package, by the name of the library below. None is loaded before it is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .base import AsyncTransport, Transport, Verify


def create_transport(choice: str = "urllib3", *, proxy: str | None = None, verify: Verify = True) -> Transport:
    """A sync transport over the library named ("urllib3" or "httpx2"). An unknown name is a ValueError."""
    if choice == "urllib3":
        from .urllib3_transport import Urllib3Transport

        return Urllib3Transport(proxy=proxy, verify=verify)
    if choice == "httpx2":
        from .httpx2_transport import Httpx2Transport

        return Httpx2Transport(proxy=proxy, verify=verify)
    raise ValueError(f"there is no sync transport named {choice!r}: take 'urllib3' or 'httpx2'")


def create_async_transport(
    choice: str = "aiohttp", *, proxy: str | None = None, verify: Verify = True
) -> AsyncTransport:
    """An async transport over the library named ("aiohttp" or "httpx2"). An unknown name is a ValueError."""
    if choice == "aiohttp":
        from .aiohttp_transport import AiohttpTransport

        return AiohttpTransport(proxy=proxy, verify=verify)
    if choice == "httpx2":
        from .httpx2_transport import AsyncHttpx2Transport

        return AsyncHttpx2Transport(proxy=proxy, verify=verify)
    raise ValueError(f"there is no async transport named {choice!r}: take 'aiohttp' or 'httpx2'")
