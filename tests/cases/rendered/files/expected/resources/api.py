# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`client.api`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.api import hear_tick, read_motto
from ..runtime.client.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..runtime.files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..runtime.operation.operation import Options


class Api(Resource, path="api"):
    """`client.api`: `read_motto`, `hear_tick`."""

    def read_motto(self, **options: Unpack[Options]) -> str:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `str`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /motto (undocumented)
        """
        return self._client.send(self._call(read_motto, locals()))

    def hear_tick(self, **options: Unpack[Options]) -> BinaryResponse:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `BinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /tick
        """
        return self._client.send(self._call(hear_tick, locals()))


class AsyncApi(AsyncResource, path="api"):
    """`client.api`: `read_motto`, `hear_tick`."""

    async def read_motto(self, **options: Unpack[Options]) -> str:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `str`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /motto (undocumented)
        """
        return await self._client.send(self._call(read_motto, locals()))

    async def hear_tick(self, **options: Unpack[Options]) -> AsyncBinaryResponse:
        """Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `AsyncBinaryResponse`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /tick
        """
        return await self._client.send(self._call(hear_tick, locals()))
