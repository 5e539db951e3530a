# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The clients of the Darkroom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property

if TYPE_CHECKING:
    from .resources.api import Api, AsyncApi
    from .resources.prints import AsyncPrints, Prints


class Darkroom(SyncClient):
    """The client of the Darkroom.

    The key is `api_key`, or else the environment's DARKROOM_API_KEY; the address is `base_url`, or else
    DARKROOM_BASE_URL, or else https://darkroom.example. Use it in a `with` block, or `close()` it.
    """

    _profile = PROFILE

    @cached_property
    def api(self) -> Api:
        """`client.api`"""
        from .resources.api import Api

        return Api(self)

    @cached_property
    def prints(self) -> Prints:
        """`client.prints`"""
        from .resources.prints import Prints

        return Prints(self)


class AsyncDarkroom(AsyncClient):
    """The async client of the Darkroom.

    The key is `api_key`, or else the environment's DARKROOM_API_KEY; the address is `base_url`, or else
    DARKROOM_BASE_URL, or else https://darkroom.example. Use it in an `async with` block, or `await close()`.
    """

    _profile = PROFILE

    @cached_property
    def api(self) -> AsyncApi:
        """`client.api`"""
        from .resources.api import AsyncApi

        return AsyncApi(self)

    @cached_property
    def prints(self) -> AsyncPrints:
        """`client.prints`"""
        from .resources.prints import AsyncPrints

        return AsyncPrints(self)
