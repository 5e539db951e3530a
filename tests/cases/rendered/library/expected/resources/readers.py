# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.readers`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.api import retrieve_reader
from ..runtime.client.resource import AsyncPaginator, AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from ..models.api import Reader, RetrieveReaderResult
    from ..runtime.client.paginator import Paginator
    from ..runtime.operation.operation import Options


class Readers(Resource, path="readers"):
    """List the readers of a town.

    `client.readers`: `retrieve`.
    """

    def retrieve(
        self, town: str, *, limit: int | Omit = omit, **options: Unpack[Options]
    ) -> Paginator[RetrieveReaderResult, Reader]:
        """List the readers of a town.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Paginator`: iterating over it yields each `Reader` of all pages; `page` is the first
            `RetrieveReaderResult`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /readers/{town}
        """
        return self._paginate(retrieve_reader, locals())


class AsyncReaders(AsyncResource, path="readers"):
    """List the readers of a town.

    `client.readers`: `retrieve`.
    """

    def retrieve(
        self, town: str, *, limit: int | Omit = omit, **options: Unpack[Options]
    ) -> AsyncPaginator[RetrieveReaderResult, Reader]:
        """List the readers of a town.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncPaginator`: iterating over it yields each `Reader` of all pages; `await` returns the first
            `RetrieveReaderResult`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /readers/{town}
        """
        return self._paginate(retrieve_reader, locals())
