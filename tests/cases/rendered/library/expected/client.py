# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
# SPDX-License-Identifier: MIT
"""The clients of the Town Library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property
from .runtime.credentials import with_credentials

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping

    from .resources.authors import AsyncAuthors, Authors
    from .resources.books import AsyncBooks, Books
    from .resources.librarian import AsyncLibrarian, Librarian
    from .resources.loans import AsyncLoans, Loans
    from .resources.readers import AsyncReaders, Readers
    from .resources.scans import AsyncScans, Scans
    from .resources.shelves import AsyncShelves, Shelves
    from .resources.visits import AsyncVisits, Visits
    from .runtime.hooks import RequestEvent, ResponseEvent, RetryEvent
    from .runtime.http.timeout import Limit, MaxBytes
    from .runtime.operation.call import UNSET
    from .runtime.response.decoding import Deviation
    from .runtime.transport import AsyncTransport, Transport


class Library(SyncClient):
    """The client of the Town Library.

    The address is `base_url`, or else TOWN_LIBRARY_BASE_URL, or else https://library.example. Use it in a `with`
    block, or `close()` it.
    """

    _profile = PROFILE

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            base_url: str | None = None,
            timeout: Limit = UNSET,
            max_retries: int = 2,
            default_headers: Mapping[str, str] | None = None,
            proxy: str | None = None,
            verify: bool | str | ssl.SSLContext = True,
            max_connections: int | None = None,
            transport: str | Transport | None = None,
            on_deviation: Callable[[Deviation], None] | None = None,
            on_request: Callable[[RequestEvent], Any] | None = None,
            on_response: Callable[[ResponseEvent], Any] | None = None,
            on_retry: Callable[[RetryEvent], Any] | None = None,
            keep_raw: bool = True,
            max_response_bytes: MaxBytes = UNSET,
            allow_private_hosts: bool = False,
        ) -> None:
            """Configure a client. Connections are opened by the first call.

            Args:
                base_url: Where the API is, with or without the version at its end (`…/v1`); read from the environment
                    if omitted.
                timeout: Seconds for a whole call, None for no limit, or a `Timeout`.
                max_retries: How often a call may be sent again after a failure that cannot be paid for twice; 0 for
                    never.
                default_headers: Headers to send with every call.
                proxy: URL of an HTTP proxy, instead of those of the environment.
                verify: False to accept any certificate, a file of certificates, or an `ssl.SSLContext`.
                max_connections: How many connections may be in use at a time; further calls wait for one, within the
                    limit for the whole call. None for no limit.
                transport: The name of an HTTP library, or a transport of your own, which `close()` leaves open.
                on_request: Called before each attempt at a call; what it raises ends the call before anything is sent.
                    In the async client it may be async, as may the next two.
                on_response: Called when an attempt ended, with its result or error; what it raises is logged.
                on_retry: Called before the wait for the next attempt; what it raises is logged.
                on_deviation: Called where a response differs from its description; what it raises is not caught.
                keep_raw: False drops the bytes of responses, which halves the memory that large ones take; `extras`,
                    and nulls in `to_dict()`, need them.
                max_response_bytes: The largest response, decompressed, that is read into memory, and the largest event
                    of a stream; 256 MiB unless set, None for no limit. If set it also holds for files that are saved.
                allow_private_hosts: True fetches files also from loopback, private and link-local addresses, which is
                    the default only if `base_url` is itself such an address.

            Raises:
                ConfigurationError: There is no key, or a setting cannot work.
            """

    else:

        def __init__(self, **settings):
            super().__init__(**with_credentials(settings))

    @cached_property
    def authors(self) -> Authors:
        """List the authors."""
        from .resources.authors import Authors

        return Authors(self)

    @cached_property
    def books(self) -> Books:
        """`client.books`"""
        from .resources.books import Books

        return Books(self)

    @cached_property
    def librarian(self) -> Librarian:
        """Ask the librarian."""
        from .resources.librarian import Librarian

        return Librarian(self)

    @cached_property
    def loans(self) -> Loans:
        """List the loans."""
        from .resources.loans import Loans

        return Loans(self)

    @cached_property
    def readers(self) -> Readers:
        """List the readers of a town."""
        from .resources.readers import Readers

        return Readers(self)

    @cached_property
    def scans(self) -> Scans:
        """`client.scans`"""
        from .resources.scans import Scans

        return Scans(self)

    @cached_property
    def shelves(self) -> Shelves:
        """List the shelves."""
        from .resources.shelves import Shelves

        return Shelves(self)

    @cached_property
    def visits(self) -> Visits:
        """List the visits of a day, all of them."""
        from .resources.visits import Visits

        return Visits(self)


class AsyncLibrary(AsyncClient):
    """The async client of the Town Library.

    The address is `base_url`, or else TOWN_LIBRARY_BASE_URL, or else https://library.example. Use it in an `async
    with` block, or `await close()`.
    """

    _profile = PROFILE

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            base_url: str | None = None,
            timeout: Limit = UNSET,
            max_retries: int = 2,
            default_headers: Mapping[str, str] | None = None,
            proxy: str | None = None,
            verify: bool | str | ssl.SSLContext = True,
            max_connections: int | None = None,
            transport: str | AsyncTransport | None = None,
            on_deviation: Callable[[Deviation], None] | None = None,
            on_request: Callable[[RequestEvent], Any] | None = None,
            on_response: Callable[[ResponseEvent], Any] | None = None,
            on_retry: Callable[[RetryEvent], Any] | None = None,
            keep_raw: bool = True,
            max_response_bytes: MaxBytes = UNSET,
            allow_private_hosts: bool = False,
        ) -> None:
            """Configure a client. Connections are opened by the first call.

            Args:
                base_url: Where the API is, with or without the version at its end (`…/v1`); read from the environment
                    if omitted.
                timeout: Seconds for a whole call, None for no limit, or a `Timeout`.
                max_retries: How often a call may be sent again after a failure that cannot be paid for twice; 0 for
                    never.
                default_headers: Headers to send with every call.
                proxy: URL of an HTTP proxy, instead of those of the environment.
                verify: False to accept any certificate, a file of certificates, or an `ssl.SSLContext`.
                max_connections: How many connections may be in use at a time; further calls wait for one, within the
                    limit for the whole call. None for no limit.
                transport: The name of an HTTP library, or a transport of your own, which `close()` leaves open.
                on_request: Called before each attempt at a call; what it raises ends the call before anything is sent.
                    In the async client it may be async, as may the next two.
                on_response: Called when an attempt ended, with its result or error; what it raises is logged.
                on_retry: Called before the wait for the next attempt; what it raises is logged.
                on_deviation: Called where a response differs from its description; what it raises is not caught.
                keep_raw: False drops the bytes of responses, which halves the memory that large ones take; `extras`,
                    and nulls in `to_dict()`, need them.
                max_response_bytes: The largest response, decompressed, that is read into memory, and the largest event
                    of a stream; 256 MiB unless set, None for no limit. If set it also holds for files that are saved.
                allow_private_hosts: True fetches files also from loopback, private and link-local addresses, which is
                    the default only if `base_url` is itself such an address.

            Raises:
                ConfigurationError: There is no key, or a setting cannot work.
            """

    else:

        def __init__(self, **settings):
            super().__init__(**with_credentials(settings))

    @cached_property
    def authors(self) -> AsyncAuthors:
        """List the authors."""
        from .resources.authors import AsyncAuthors

        return AsyncAuthors(self)

    @cached_property
    def books(self) -> AsyncBooks:
        """`client.books`"""
        from .resources.books import AsyncBooks

        return AsyncBooks(self)

    @cached_property
    def librarian(self) -> AsyncLibrarian:
        """Ask the librarian."""
        from .resources.librarian import AsyncLibrarian

        return AsyncLibrarian(self)

    @cached_property
    def loans(self) -> AsyncLoans:
        """List the loans."""
        from .resources.loans import AsyncLoans

        return AsyncLoans(self)

    @cached_property
    def readers(self) -> AsyncReaders:
        """List the readers of a town."""
        from .resources.readers import AsyncReaders

        return AsyncReaders(self)

    @cached_property
    def scans(self) -> AsyncScans:
        """`client.scans`"""
        from .resources.scans import AsyncScans

        return AsyncScans(self)

    @cached_property
    def shelves(self) -> AsyncShelves:
        """List the shelves."""
        from .resources.shelves import AsyncShelves

        return AsyncShelves(self)

    @cached_property
    def visits(self) -> AsyncVisits:
        """List the visits of a day, all of them."""
        from .resources.visits import AsyncVisits

        return AsyncVisits(self)
