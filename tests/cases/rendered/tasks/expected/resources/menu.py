# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""`client.menu`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from ..operations.api import read_menu
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from ..models.api import Menu
    from ..runtime.operation.operation import Options


class MenuResource(Resource, path="menu"):
    """Read the menu.

    `client.menu`: `read`.
    """

    def read(self, *, hot: bool, mode: Literal["haste", "peace"] | Omit = omit, **options: Unpack[Options]) -> Menu:
        """Read the menu.

        Args:
            mode: How it is cooked.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Menu`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /order
        """
        return self._client.send(self._call(read_menu, locals()))


class AsyncMenuResource(AsyncResource, path="menu"):
    """Read the menu.

    `client.menu`: `read`.
    """

    async def read(
        self, *, hot: bool, mode: Literal["haste", "peace"] | Omit = omit, **options: Unpack[Options]
    ) -> Menu:
        """Read the menu.

        Args:
            mode: How it is cooked.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `Menu`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /order
        """
        return await self._client.send(self._call(read_menu, locals()))
