# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The clients of the Weather."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property

if TYPE_CHECKING:
    from .resources.api import Api, AsyncApi


class Weather(SyncClient):
    """The client of the Weather.

    The key is `api_key`, or else the environment's WEATHER_API_KEY; the address is `base_url`, or else
    WEATHER_BASE_URL, or else . Use it in a `with` block, or `close()` it.
    """

    _profile = PROFILE

    @cached_property
    def api(self) -> Api:
        """`client.api`"""
        from .resources.api import Api

        return Api(self)


class AsyncWeather(AsyncClient):
    """The async client of the Weather.

    The key is `api_key`, or else the environment's WEATHER_API_KEY; the address is `base_url`, or else
    WEATHER_BASE_URL, or else . Use it in an `async with` block, or `await close()`.
    """

    _profile = PROFILE

    @cached_property
    def api(self) -> AsyncApi:
        """`client.api`"""
        from .resources.api import AsyncApi

        return AsyncApi(self)
