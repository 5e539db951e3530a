# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.shelves`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.api import list_shelves
from ..runtime.client.resource import AsyncPaginator, AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    import builtins

    from ..runtime.client.paginator import Paginator
    from ..runtime.operation.operation import Options


class Shelves(Resource, path="shelves"):
    """List the shelves.

    `client.shelves`: `list`.
    """

    def list(
        self, *, offset: int | Omit = omit, limit: int | Omit = omit, **options: Unpack[Options]
    ) -> Paginator[builtins.list[str], str]:
        """List the shelves.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Paginator`: iterating over it yields each `str` of all pages; `page` is the first `list[str]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /shelves
        """
        return self._paginate(list_shelves, locals())


class AsyncShelves(AsyncResource, path="shelves"):
    """List the shelves.

    `client.shelves`: `list`.
    """

    def list(
        self, *, offset: int | Omit = omit, limit: int | Omit = omit, **options: Unpack[Options]
    ) -> AsyncPaginator[builtins.list[str], str]:
        """List the shelves.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncPaginator`: iterating over it yields each `str` of all pages; `await` returns the first
            `list[str]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /shelves
        """
        return self._paginate(list_shelves, locals())
