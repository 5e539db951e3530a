# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The clients of the Shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property

if TYPE_CHECKING:
    from .resources.orders import AsyncOrders, Orders


class Shop(SyncClient):
    """The client of the Shop.

    The key is `api_key`, or else the environment's SHOP_API_KEY; the address is `base_url`, or else
    SHOP_BASE_URL, or else https://shop.example. Use it in a `with` block, or `close()` it.
    """

    _profile = PROFILE

    @cached_property
    def orders(self) -> Orders:
        """What customers want."""
        from .resources.orders import Orders

        return Orders(self)


class AsyncShop(AsyncClient):
    """The async client of the Shop.

    The key is `api_key`, or else the environment's SHOP_API_KEY; the address is `base_url`, or else
    SHOP_BASE_URL, or else https://shop.example. Use it in an `async with` block, or `await close()`.
    """

    _profile = PROFILE

    @cached_property
    def orders(self) -> AsyncOrders:
        """What customers want."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)
