# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.visits`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.api import list_visits
from ..runtime.client.resource import AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    import builtins

    from ..runtime.operation.operation import Options


class Visits(Resource, path="visits"):
    """List the visits of a day, all of them.

    `client.visits`: `list`.
    """

    def list(
        self,
        *,
        visited: str | Omit = omit,
        reader_id: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[Options],
    ) -> builtins.list[str]:
        """List the visits of a day, all of them.

        Args:
            visited: The page that was visited.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `list[str]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /visits
        """
        return self._client.send(self._call(list_visits, locals()))


class AsyncVisits(AsyncResource, path="visits"):
    """List the visits of a day, all of them.

    `client.visits`: `list`.
    """

    async def list(
        self,
        *,
        visited: str | Omit = omit,
        reader_id: str | Omit = omit,
        limit: int | Omit = omit,
        **options: Unpack[Options],
    ) -> builtins.list[str]:
        """List the visits of a day, all of them.

        Args:
            visited: The page that was visited.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            `list[str]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /visits
        """
        return await self._client.send(self._call(list_visits, locals()))
