# Rendered by `make generate` from spec/openapi.yaml. Do not edit.
"""The clients of the Kitchen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._profile import PROFILE
from .runtime.client.client import AsyncClient, SyncClient
from .runtime.client.resource import cached_property

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Mapping

    from .resources.kitchen import AsyncKitchenResource, KitchenResource
    from .resources.menu import AsyncMenuResource, MenuResource
    from .runtime.hooks import RequestEvent, ResponseEvent, RetryEvent
    from .runtime.http.timeout import Limit, MaxBytes
    from .runtime.operation.call import UNSET
    from .runtime.response.decoding import Deviation
    from .runtime.transport import AsyncTransport, Transport


class Kitchen(SyncClient):
    """The client of the Kitchen.

    The key is `api_key`, or else the environment's KITCHEN_API_KEY; the address is `base_url`, or else
    KITCHEN_BASE_URL, or else https://kitchen.example. Use it in a `with` block, or `close()` it.
    """

    _profile = PROFILE

    if TYPE_CHECKING:

        def __init__(
            self,
            api_key: str | Callable[[], str] | None = None,
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
                api_key: The key, or a function that is called before each request and returns it (in the async client
                    it may be async). Without it the key is read from the environment.
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

    @cached_property
    def kitchen(self) -> KitchenResource:
        """`client.kitchen`"""
        from .resources.kitchen import KitchenResource

        return KitchenResource(self)

    @cached_property
    def menu(self) -> MenuResource:
        """Read the menu."""
        from .resources.menu import MenuResource

        return MenuResource(self)


class AsyncKitchen(AsyncClient):
    """The async client of the Kitchen.

    The key is `api_key`, or else the environment's KITCHEN_API_KEY; the address is `base_url`, or else
    KITCHEN_BASE_URL, or else https://kitchen.example. Use it in an `async with` block, or `await close()`.
    """

    _profile = PROFILE

    if TYPE_CHECKING:

        def __init__(
            self,
            api_key: str | Callable[[], str | Awaitable[str]] | None = None,
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
                api_key: The key, or a function that is called before each request and returns it (in the async client
                    it may be async). Without it the key is read from the environment.
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

    @cached_property
    def kitchen(self) -> AsyncKitchenResource:
        """`client.kitchen`"""
        from .resources.kitchen import AsyncKitchenResource

        return AsyncKitchenResource(self)

    @cached_property
    def menu(self) -> AsyncMenuResource:
        """Read the menu."""
        from .resources.menu import AsyncMenuResource

        return AsyncMenuResource(self)
