# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# pyright: reportDeprecated=false
"""`client.api`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from ..operations.api import get_stations_id_reading, remove_reading
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit
from ..runtime.deprecation import deprecated

if TYPE_CHECKING:
    from ..models.api import GetStationsIdReadingResult
    from ..runtime.operation.operation import Options


class Api(Resource, path="api"):
    """`client.api`: `get_stations_id_reading`, `remove_reading`."""

    def get_stations_id_reading(
        self, id: str, *, unit: Literal["celsius", "kelvin"] | Omit = omit, **options: Unpack[Options]
    ) -> GetStationsIdReadingResult:
        """Args:
            unit: Deprecated.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `GetStationsIdReadingResult`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /stations/{id}/reading
        """
        return self._client.send(self._call(get_stations_id_reading, locals()))

    @deprecated("api.remove_reading is deprecated: Use the archive instead.")
    def remove_reading(self, id: str, **options: Unpack[Options]) -> None:
        """Removes it for ever. Use the archive instead. Deprecated.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        DELETE /stations/{id}/reading
        """
        return self._client.send(self._call(remove_reading, locals()))


class AsyncApi(AsyncResource, path="api"):
    """`client.api`: `get_stations_id_reading`, `remove_reading`."""

    async def get_stations_id_reading(
        self, id: str, *, unit: Literal["celsius", "kelvin"] | Omit = omit, **options: Unpack[Options]
    ) -> GetStationsIdReadingResult:
        """Args:
            unit: Deprecated.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `GetStationsIdReadingResult`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /stations/{id}/reading
        """
        return await self._client.send(self._call(get_stations_id_reading, locals()))

    @deprecated("api.remove_reading is deprecated: Use the archive instead.")
    async def remove_reading(self, id: str, **options: Unpack[Options]) -> None:
        """Removes it for ever. Use the archive instead. Deprecated.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `None`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        DELETE /stations/{id}/reading
        """
        return await self._client.send(self._call(remove_reading, locals()))
