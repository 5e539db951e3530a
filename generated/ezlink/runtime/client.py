"""The sync client and its async twin: they send calls. Which API they speak to is data in their `Profile`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypedDict, TypeVar, overload

from .calls import UNSET, Call, ad_hoc
from .connections import Connections
from .exchange import Exchange
from .replies import Reply
from .settings import Profile, Settings
from .transport import TransportError, open_async_transport, open_transport

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Mapping
    from types import TracebackType
    from typing import Unpack

    from .calls import Limit
    from .decoding import Deviation
    from .replies import Received
    from .streams import AsyncStream, Stream
    from .transport import AsyncResponse, AsyncTransport, Response, Transport

__all__ = ["AsyncClient", "Profile", "SyncClient"]

S = TypeVar("S")
A = TypeVar("A")
T = TypeVar("T")

# Answers that are whole whatever was asked for. All else is read as a stream: some servers name those text/plain.
_WHOLE = frozenset({"application/json", "application/problem+json", "text/html"})


class Changes(TypedDict, total=False):
    """What `with_options` can change. Proxy, verification and transport belong to the connections, which are shared."""

    api_key: Any
    base_url: str | None
    timeout: Limit
    default_headers: Mapping[str, str]
    """Added to the headers that are there."""
    on_deviation: Callable[[Deviation], None] | None
    keep_raw: bool


class _Client:
    """What both clients share: their settings, and all that needs no waiting."""

    _profile: ClassVar[Profile]
    _settings: Settings
    _connections: Connections
    _borrows: bool

    def with_options(self, **changes: Unpack[Changes]) -> Self:
        """The same client with other settings, over the same connections. Closing it leaves them open."""
        if unknown := changes.keys() - Changes.__annotations__.keys():
            raise TypeError(f"with_options() cannot change {min(unknown)!r}; make a new client")
        twin = object.__new__(type(self))
        twin._settings = self._settings.changed(changes)
        twin._connections = self._connections
        twin._borrows = True
        return twin

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._settings.base_url!r})"


def _is_stream(status: int, headers: list[tuple[str, str]]) -> bool:
    kind = next((value for name, value in headers if name.lower() == "content-type"), "")
    return 200 <= status < 300 and kind.partition(";")[0].strip().lower() not in _WHOLE


def _reply(value: Any, received: Received) -> Reply[Any]:
    return Reply(value, received.status, received.headers, received.request_id, received.raw)


class SyncClient(_Client):
    """Sends calls and waits for what comes. Safe to use from many threads."""

    def __init__(
        self,
        api_key: str | Callable[[], str] | None = None,
        *,
        base_url: str | None = None,
        timeout: Limit = UNSET,
        default_headers: Mapping[str, str] | None = None,
        proxy: str | None = None,
        verify: bool | str | ssl.SSLContext = True,
        transport: str | Transport | None = None,
        on_deviation: Callable[[Deviation], None] | None = None,
        keep_raw: bool = True,
    ) -> None:
        """Make a client; nothing is opened before the first call.

        `api_key` may be a function that is called before each request; without one the environment is asked, as it is
        for `base_url`. `timeout` is seconds for a whole call, None for no limit, or a `Timeout`. `verify` may be a file
        of certificates. `transport` names a library, or is an object of your own, which stays open at `close()`.
        `on_deviation` is told where an answer is not as described; what it raises comes through. `keep_raw=False`
        drops the bytes of answers, which halves the memory of large ones; `extras` needs them.

        Raises ConfigurationError when there is no key or a setting cannot work.
        """
        self._settings = Settings(
            self._profile,
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            default_headers=default_headers,
            on_deviation=on_deviation,
            keep_raw=keep_raw,
        )
        self._connections = Connections(transport, ("urllib3", "httpx2"), open_transport, proxy=proxy, verify=verify)
        self._borrows = False

    def send(self, call: Call[S, Any]) -> S:
        """Send a call and return its result, or the stream that it asked for. Raises APIError."""
        exchange, response = self._begin(call)
        if call.streams:
            return self._stream(exchange, response)  # type: ignore[return-value]
        return exchange.answer(response.status, response.headers, self._read(exchange, response))  # type: ignore[no-any-return]

    def exchange(self, call: Call[S, Any]) -> Reply[S]:
        """Send a call and return its result with status, headers, request id and raw bytes. Raises APIError."""
        exchange, response = self._begin(call)
        if call.streams:
            stream = self._stream(exchange, response)
            return _reply(stream, stream.received)
        raw = self._read(exchange, response)
        value = exchange.answer(response.status, response.headers, raw)
        return _reply(value, exchange.received(response.status, response.headers, raw))

    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        type: type[T],
        json: Any = ...,
        query: Mapping[str, Any] | None = ...,
        headers: Mapping[str, str] | None = ...,
        timeout: Limit = ...,
    ) -> T: ...
    @overload
    def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = ...,
        query: Mapping[str, Any] | None = ...,
        headers: Mapping[str, str] | None = ...,
        timeout: Limit = ...,
    ) -> Any: ...
    def request(
        self,
        method: str,
        path: str,
        *,
        type: Any = Any,
        json: Any = UNSET,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: Limit = UNSET,
    ) -> Any:
        """Call an endpoint that has no function. `path` begins with `/`; `type` is what the answer is read as
        (`bytes`: as it came). Errors are the same as everywhere.
        """
        return self.send(ad_hoc(method, path, json=json, type=type, query=query, headers=headers, timeout=timeout))

    def close(self) -> None:
        """Close the connections. A client that `with_options` made leaves them to the one it was made from."""
        if not self._borrows and (transport := self._connections.take()) is not None:
            transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begin(self, call: Call[Any, Any]) -> tuple[Exchange, Response]:
        settings = self._settings
        key = settings.check_key(settings.key())
        exchange = Exchange(call, settings, key)
        try:
            return exchange, self._connections.transport().send(settings.request(call, key))
        except TransportError as error:
            raise exchange.lost(error) from error

    def _read(self, exchange: Exchange, response: Response) -> bytes:
        try:
            return response.read()
        except TransportError as error:
            raise exchange.lost(error, response.status, response.headers) from error

    def _stream(self, exchange: Exchange, response: Response) -> Stream[Any, Any]:
        from .streams import Stream

        if not _is_stream(response.status, response.headers):
            raise exchange.no_stream(response.status, response.headers, self._read(exchange, response))
        return Stream(response, **exchange.stream(response.status, response.headers))


class AsyncClient(_Client):
    """Sends calls and awaits what comes. Each event loop gets connections of its own."""

    def __init__(
        self,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        *,
        base_url: str | None = None,
        timeout: Limit = UNSET,
        default_headers: Mapping[str, str] | None = None,
        proxy: str | None = None,
        verify: bool | str | ssl.SSLContext = True,
        transport: str | AsyncTransport | None = None,
        on_deviation: Callable[[Deviation], None] | None = None,
        keep_raw: bool = True,
    ) -> None:
        """Make a client; nothing is opened before the first call.

        `api_key` may be a function, async or not, that is called before each request; without one the environment is
        asked, as it is for `base_url`, whose version at its end (`…/v1`) is not said twice. `timeout` is seconds for a
        whole call, None for no limit, or a `Timeout`. `verify` may be a file of certificates. `transport` names a
        library, or is an object of your own, which stays open at `close()`. `on_deviation` is told where an answer is
        not as described; what it raises comes through. `keep_raw=False` drops the bytes of answers, which halves the
        memory of large ones; `extras` needs them.

        Raises ConfigurationError when there is no key or a setting cannot work.
        """
        self._settings = Settings(
            self._profile,
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            default_headers=default_headers,
            on_deviation=on_deviation,
            keep_raw=keep_raw,
        )
        self._connections = Connections(
            transport, ("aiohttp", "httpx2"), open_async_transport, proxy=proxy, verify=verify
        )
        self._borrows = False

    async def send(self, call: Call[Any, A]) -> A:
        """Send a call and return its result, or the stream that it asked for. Raises APIError."""
        exchange, response = await self._begin(call)
        if call.streams:
            return await self._stream(exchange, response)  # type: ignore[return-value]
        return exchange.answer(response.status, response.headers, await self._read(exchange, response))  # type: ignore[no-any-return]

    async def exchange(self, call: Call[Any, A]) -> Reply[A]:
        """Send a call and return its result with status, headers, request id and raw bytes. Raises APIError."""
        exchange, response = await self._begin(call)
        if call.streams:
            stream = await self._stream(exchange, response)
            return _reply(stream, stream.received)
        raw = await self._read(exchange, response)
        value = exchange.answer(response.status, response.headers, raw)
        return _reply(value, exchange.received(response.status, response.headers, raw))

    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        type: type[T],
        json: Any = ...,
        query: Mapping[str, Any] | None = ...,
        headers: Mapping[str, str] | None = ...,
        timeout: Limit = ...,
    ) -> T: ...
    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        json: Any = ...,
        query: Mapping[str, Any] | None = ...,
        headers: Mapping[str, str] | None = ...,
        timeout: Limit = ...,
    ) -> Any: ...
    async def request(
        self,
        method: str,
        path: str,
        *,
        type: Any = Any,
        json: Any = UNSET,
        query: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: Limit = UNSET,
    ) -> Any:
        """Call an endpoint that has no function. `path` begins with `/`; `type` is what the answer is read as
        (`bytes`: as it came). Errors are the same as everywhere.
        """
        return await self.send(
            ad_hoc(method, path, json=json, type=type, query=query, headers=headers, timeout=timeout)
        )

    async def close(self) -> None:
        """Close the connections. A client that `with_options` made leaves them to the one it was made from."""
        if not self._borrows and (transport := self._connections.take()) is not None:
            await transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _begin(self, call: Call[Any, Any]) -> tuple[Exchange, AsyncResponse]:
        settings = self._settings
        key = settings.key()
        if hasattr(key, "__await__"):
            key = await key
        key = settings.check_key(key)
        exchange = Exchange(call, settings, key)
        try:
            return exchange, await self._connections.transport().send(settings.request(call, key))
        except TransportError as error:
            raise exchange.lost(error) from error

    async def _read(self, exchange: Exchange, response: AsyncResponse) -> bytes:
        try:
            return await response.read()
        except TransportError as error:
            raise exchange.lost(error, response.status, response.headers) from error

    async def _stream(self, exchange: Exchange, response: AsyncResponse) -> AsyncStream[Any, Any]:
        from .streams import AsyncStream

        if not _is_stream(response.status, response.headers):
            raise exchange.no_stream(response.status, response.headers, await self._read(exchange, response))
        return AsyncStream(response, **exchange.stream(response.status, response.headers))
