# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""`client.loans`: methods that build a call and send it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..operations.api import list_loans
from ..runtime.client.resource import AsyncPaginator, AsyncResource, Omit, Resource, omit

if TYPE_CHECKING:
    import builtins

    from ..models.api import Loan
    from ..runtime.client.paginator import Paginator
    from ..runtime.operation.operation import Options


class Loans(Resource, path="loans"):
    """List the loans.

    `client.loans`: `list`.
    """

    def list(self, *, since: str | Omit = omit, **options: Unpack[Options]) -> Paginator[builtins.list[Loan], Loan]:
        """List the loans.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `Paginator`: iterating over it yields each `Loan` of all pages; `page` is the first `list[Loan]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /loans
        """
        return self._paginate(list_loans, locals())


class AsyncLoans(AsyncResource, path="loans"):
    """List the loans.

    `client.loans`: `list`.
    """

    def list(
        self, *, since: str | Omit = omit, **options: Unpack[Options]
    ) -> AsyncPaginator[builtins.list[Loan], Loan]:
        """List the loans.

        Args:
            **options: `timeout`, `max_retries`, `extra_headers`, `extra_query` and `extra_body`: see `Options`.

        Returns:
            A `AsyncPaginator`: iterating over it yields each `Loan` of all pages; `await` returns the first
            `list[Loan]`.

        Raises:
            TypeError, ValueError: An argument is missing, unknown or cannot be sent. Nothing was sent.
            APIError: The request failed; its `outcome` tells whether it may have been executed.

        GET /loans
        """
        return self._paginate(list_loans, locals())
