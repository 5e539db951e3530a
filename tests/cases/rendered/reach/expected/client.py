# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The clients of the Reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, Unpack

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property
from .runtime.credentials import with_credentials

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Mapping

    from .resources.api import Api, AsyncApi
    from .resources.pets import AsyncPets, Pets
    from .runtime.client.base import ClientOptions
    from .runtime.hooks import RequestEvent, ResponseEvent, RetryEvent
    from .runtime.http.timeout import Limit, MaxBytes
    from .runtime.operation.call import UNSET
    from .runtime.response.decoding import Deviation
    from .runtime.transport import AsyncTransport, Transport

if TYPE_CHECKING:

    class _Options(ClientOptions, total=False):
        """The settings of a client, with the headers and credentials that the API names."""

        # pyright takes the whole TypedDict of the overridden method for the type of each other keyword.
        token: str | Callable[[], Any] | None
        key: str | Callable[[], Any] | None
        username: str | Callable[[], Any] | None
        password: str | Callable[[], Any] | None
        cookie: str | Callable[[], Any] | None
        query: str | Callable[[], Any] | None


class Reach(SyncClient):
    """The client of the Reach.

    Credentials: `token`, or else the environment's REACH_TOKEN; `key`, or else the environment's REACH_KEY;
    `username`, or else the environment's REACH_USERNAME; `password`, or else the environment's REACH_PASSWORD;
    `cookie`, or else the environment's REACH_COOKIE; `query`, or else the environment's REACH_QUERY. The address
    is `base_url`, or else REACH_BASE_URL, or else https://eu.reach.example/api. Use it in a `with` block, or
    `close()` it.
    """

    _profile = PROFILE

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            token: str | Callable[[], str] | None = None,
            key: str | Callable[[], str] | None = None,
            username: str | Callable[[], str] | None = None,
            password: str | Callable[[], str] | None = None,
            cookie: str | Callable[[], str] | None = None,
            query: str | Callable[[], str] | None = None,
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
                token: A value, or a function that is called before each request and returns it; read from REACH_TOKEN
                    if omitted.
                key: A value, or a function that is called before each request and returns it; read from REACH_KEY if
                    omitted.
                username: A value, or a function that is called before each request and returns it; read from
                    REACH_USERNAME if omitted.
                password: A value, or a function that is called before each request and returns it; read from
                    REACH_PASSWORD if omitted.
                cookie: A value, or a function that is called before each request and returns it; read from REACH_COOKIE
                    if omitted.
                query: A value, or a function that is called before each request and returns it; read from REACH_QUERY
                    if omitted.
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

        def with_options(self, **changes: Unpack[_Options]) -> Self:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Return a client with other settings over the same connections. Closing it leaves them open."""
            ...

        def copy(self, **changes: Unpack[_Options]) -> Self:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Return `with_options(...)`, under its name in other clients."""
            ...

    else:

        def __init__(self, *, token=None, key=None, username=None, password=None, cookie=None, query=None, **settings):
            super().__init__(
                **with_credentials(
                    settings, token=token, key=key, username=username, password=password, cookie=cookie, query=query
                )
            )

    @cached_property
    def api(self) -> Api:
        """`client.api`"""
        from .resources.api import Api

        return Api(self)

    @cached_property
    def pets(self) -> Pets:
        """Animals."""
        from .resources.pets import Pets

        return Pets(self)


class AsyncReach(AsyncClient):
    """The async client of the Reach.

    Credentials: `token`, or else the environment's REACH_TOKEN; `key`, or else the environment's REACH_KEY;
    `username`, or else the environment's REACH_USERNAME; `password`, or else the environment's REACH_PASSWORD;
    `cookie`, or else the environment's REACH_COOKIE; `query`, or else the environment's REACH_QUERY. The address
    is `base_url`, or else REACH_BASE_URL, or else https://eu.reach.example/api. Use it in an `async with` block,
    or `await close()`.
    """

    _profile = PROFILE

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            token: str | Callable[[], str | Awaitable[str]] | None = None,
            key: str | Callable[[], str | Awaitable[str]] | None = None,
            username: str | Callable[[], str | Awaitable[str]] | None = None,
            password: str | Callable[[], str | Awaitable[str]] | None = None,
            cookie: str | Callable[[], str | Awaitable[str]] | None = None,
            query: str | Callable[[], str | Awaitable[str]] | None = None,
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
                token: A value, or a function that is called before each request and returns it; read from REACH_TOKEN
                    if omitted.
                key: A value, or a function that is called before each request and returns it; read from REACH_KEY if
                    omitted.
                username: A value, or a function that is called before each request and returns it; read from
                    REACH_USERNAME if omitted.
                password: A value, or a function that is called before each request and returns it; read from
                    REACH_PASSWORD if omitted.
                cookie: A value, or a function that is called before each request and returns it; read from REACH_COOKIE
                    if omitted.
                query: A value, or a function that is called before each request and returns it; read from REACH_QUERY
                    if omitted.
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

        def with_options(self, **changes: Unpack[_Options]) -> Self:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Return a client with other settings over the same connections. Closing it leaves them open."""
            ...

        def copy(self, **changes: Unpack[_Options]) -> Self:  # pyright: ignore[reportIncompatibleMethodOverride]
            """Return `with_options(...)`, under its name in other clients."""
            ...

    else:

        def __init__(self, *, token=None, key=None, username=None, password=None, cookie=None, query=None, **settings):
            super().__init__(
                **with_credentials(
                    settings, token=token, key=key, username=username, password=password, cookie=cookie, query=query
                )
            )

    @cached_property
    def api(self) -> AsyncApi:
        """`client.api`"""
        from .resources.api import AsyncApi

        return AsyncApi(self)

    @cached_property
    def pets(self) -> AsyncPets:
        """Animals."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
