# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.authors`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.api import list_authors
from ..runtime.client.resource import AsyncPaginator, AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from ..models.api import Author, ListAuthorsResult
    from ..runtime.client.paginator import Paginator
    from ..runtime.operation.operation import Options


class Authors(Resource, path="authors"):
    """List the authors.

    `client.authors`: `list`.
    """

    def list(
        self, *, page: int | Omit = omit, per_page: int | Omit = omit, **options: Unpack[Options]
    ) -> Paginator[ListAuthorsResult, Author]:
        """List the authors.

        Args:
            page: Default: `1`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Paginator`: iterating over it yields each `Author` of all pages; `page` is the first
            `ListAuthorsResult`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /authors
        """
        return self._paginate(list_authors, locals())


class AsyncAuthors(AsyncResource, path="authors"):
    """List the authors.

    `client.authors`: `list`.
    """

    def list(
        self, *, page: int | Omit = omit, per_page: int | Omit = omit, **options: Unpack[Options]
    ) -> AsyncPaginator[ListAuthorsResult, Author]:
        """List the authors.

        Args:
            page: Default: `1`.
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncPaginator`: iterating over it yields each `Author` of all pages; `await` returns the first
            `ListAuthorsResult`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /authors
        """
        return self._paginate(list_authors, locals())
