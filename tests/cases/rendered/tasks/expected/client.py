# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The clients of the Kitchen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property

if TYPE_CHECKING:
    from .resources.kitchen import AsyncKitchenResource, KitchenResource
    from .resources.menu import AsyncMenuResource, MenuResource


class Kitchen(SyncClient):
    """The client of the Kitchen.

    The key is `api_key`, or else the environment's KITCHEN_API_KEY; the address is `base_url`, or else
    KITCHEN_BASE_URL, or else https://kitchen.example. Use it in a `with` block, or `close()` it.
    """

    _profile = PROFILE

    @cached_property
    def kitchen(self) -> KitchenResource:
        """`client.kitchen`"""
        from .resources.kitchen import KitchenResource

        return KitchenResource(self)

    @cached_property
    def menu(self) -> MenuResource:
        """Read the menu."""
        from .resources.menu import MenuResource

        return MenuResource(self)


class AsyncKitchen(AsyncClient):
    """The async client of the Kitchen.

    The key is `api_key`, or else the environment's KITCHEN_API_KEY; the address is `base_url`, or else
    KITCHEN_BASE_URL, or else https://kitchen.example. Use it in an `async with` block, or `await close()`.
    """

    _profile = PROFILE

    @cached_property
    def kitchen(self) -> AsyncKitchenResource:
        """`client.kitchen`"""
        from .resources.kitchen import AsyncKitchenResource

        return AsyncKitchenResource(self)

    @cached_property
    def menu(self) -> AsyncMenuResource:
        """Read the menu."""
        from .resources.menu import AsyncMenuResource

        return AsyncMenuResource(self)
