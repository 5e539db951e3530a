# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""The clients of the Shop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .runtime.client.client import APIProfile, AsyncClient, SyncClient
from .runtime.response.error_catalog import ErrorCatalog, ErrorCode, ErrorShape

if TYPE_CHECKING:
    from .resources.orders import AsyncOrders, Orders

_PROFILE = APIProfile(
    package="shop",
    version="0.3.0",
    name="Shop",
    env="SHOP",
    base_url="https://shop.example",
    user_agent="shop-python",
    versions=(),
    errors=ErrorCatalog(
        request_id=("X-Request-Id",),
        shapes=(ErrorShape(name="plain", where={"/error": "string"}, message="/error", outcome="rejected"),),
        codes={"sold_out": ErrorCode(status=409, outcome="rejected")},
    ),
)


class Shop(SyncClient):
    """The client of the Shop.

    The key is `api_key`, or else the environment's SHOP_API_KEY; the address is `base_url`, or else
    SHOP_BASE_URL, or else https://shop.example. Use it in a `with` block, or `close()` it.
    """

    _profile = _PROFILE

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

    _profile = _PROFILE

    @cached_property
    def orders(self) -> AsyncOrders:
        """What customers want."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)
