# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.books`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.api import list_books, search_books
from ..runtime.client.resource import AsyncPaginator, AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    from ..models.api import Book, BookPage, SearchBooksResult
    from ..runtime.client.paginator import Paginator
    from ..runtime.operation.operation import Options


class Books(Resource, path="books"):
    """`client.books`: `list`, `search`."""

    def list(
        self, *, cursor: str | Omit = omit, limit: int | Omit = omit, **options: Unpack[Options]
    ) -> Paginator[BookPage, Book]:
        """List the books.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Paginator`: iterating over it yields each `Book` of all pages; `page` is the first `BookPage`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /books
        """
        return self._paginate(list_books, locals())

    def search(
        self, *, text: str, after: str | Omit = omit, **options: Unpack[Options]
    ) -> Paginator[SearchBooksResult, Book]:
        """Search for books.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Paginator`: iterating over it yields each `Book` of all pages; `page` is the first
            `SearchBooksResult`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /search
        """
        return self._paginate(search_books, locals())


class AsyncBooks(AsyncResource, path="books"):
    """`client.books`: `list`, `search`."""

    def list(
        self, *, cursor: str | Omit = omit, limit: int | Omit = omit, **options: Unpack[Options]
    ) -> AsyncPaginator[BookPage, Book]:
        """List the books.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncPaginator`: iterating over it yields each `Book` of all pages; `await` returns the first
            `BookPage`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /books
        """
        return self._paginate(list_books, locals())

    def search(
        self, *, text: str, after: str | Omit = omit, **options: Unpack[Options]
    ) -> AsyncPaginator[SearchBooksResult, Book]:
        """Search for books.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncPaginator`: iterating over it yields each `Book` of all pages; `await` returns the first
            `SearchBooksResult`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        POST /search
        """
        return self._paginate(search_books, locals())
