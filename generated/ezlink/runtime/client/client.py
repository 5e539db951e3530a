"""The sync client and its async twin: they send calls. Which API they speak to is data in their `APIProfile`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from ..config import APIProfile, ClientConfig
from ..files.download import LIMIT, Download
from ..operation.call import UNSET, Call, build_request
from ..response.parser import ResponseParser
from ..transport import TransportError, create_async_transport, create_transport
from .base import Client, is_stream, reply
from .connections import Connections

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Mapping
    from types import TracebackType

    from ..files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..http.media_type import MediaKind
    from ..http.timeout import Limit
    from ..response.decoding import Deviation
    from ..response.metadata import APIResponse, ResponseInfo
    from ..streaming.stream import AsyncStream, Stream
    from ..transport import AsyncResponse, AsyncTransport, Response, Transport

__all__ = ["APIProfile", "AsyncClient", "SyncClient"]

S = TypeVar("S")
A = TypeVar("A")
T = TypeVar("T")


class SyncClient(Client):
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
        self._settings = ClientConfig(
            self._profile,
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            default_headers=default_headers,
            on_deviation=on_deviation,
            keep_raw=keep_raw,
        )
        self._connections = Connections(transport, ("urllib3", "httpx2"), create_transport, proxy=proxy, verify=verify)
        self._borrows = False

    def send(self, call: Call[S, Any]) -> S:
        """Send a call and return its result: an object, the stream, file or task that it asked for. Raises APIError."""
        exchange, response = self._begin(call)
        if call.streams:
            return self._stream(exchange, response)  # type: ignore[return-value]
        if not call.operation.returns_plain_object:
            return self._special(exchange, response)[0]  # type: ignore[no-any-return]
        return exchange.answer(response.status, response.headers, self._read(exchange, response))  # type: ignore[no-any-return]

    def send_raw(self, call: Call[S, Any]) -> APIResponse[S]:
        """Send a call and return its result with status, headers, request id and raw bytes. Raises APIError."""
        exchange, response = self._begin(call)
        if call.streams:
            stream = self._stream(exchange, response)
            return reply(stream, stream.response_info)
        return reply(*self._special(exchange, response))

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
        return self.send(
            build_request(method, path, json=json, type=type, query=query, headers=headers, timeout=timeout)
        )

    def fetch(self, url: str, *, kind: MediaKind | None = None, limit: int | None = LIMIT) -> BinaryResponse:
        """A file from any address, which may be of any host: neither the key nor your headers are sent there.

        `kind` is what it should be, `limit` the most bytes that it may have. At most five redirects are followed, over
        http and https, never from https to http. Raises APIError, and ValueError for an address of another kind.
        """
        from ..files.binary_response import open_media

        fetch = Download(url, kind, self._settings)
        while True:
            try:
                response = self._connections.transport().send(fetch.request)
            except TransportError as error:
                raise fetch.exchange.lost(error) from error
            if not fetch.moved(response.status, response.headers):
                break
            response.close()
        if not 200 <= response.status < 300:
            fetch.exchange.answer(response.status, response.headers, self._read(fetch.exchange, response))
        return open_media(fetch.exchange, response, kind, limit)

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

    def _begin(self, call: Call[Any, Any]) -> tuple[ResponseParser, Response]:
        settings = self._settings
        key = settings.check_key(settings.key())
        exchange = ResponseParser(call, settings, key)
        try:
            return exchange, self._connections.transport().send(settings.request(call, key))
        except TransportError as error:
            raise exchange.lost(error) from error

    def _read(self, exchange: ResponseParser, response: Response) -> bytes:
        try:
            return response.read()
        except TransportError as error:
            raise exchange.lost(error, response.status, response.headers) from error

    def _special(self, exchange: ResponseParser, response: Response) -> tuple[Any, ResponseInfo]:
        """What a call returns, and what it came with, whatever it is."""
        if exchange.brings_file(response.status):
            from ..files.binary_response import open_media

            media = open_media(exchange, response, exchange.kind)
            return media, media.response_info
        raw = self._read(exchange, response)
        value = exchange.answer(response.status, response.headers, raw)
        return self._completed(exchange, value), exchange.response_info(response.status, response.headers, raw)

    def _stream(self, exchange: ResponseParser, response: Response) -> Stream[Any, Any]:
        from ..streaming.stream import Stream

        if not is_stream(response.status, response.headers):
            raise exchange.no_stream(response.status, response.headers, self._read(exchange, response))
        return Stream(response, **exchange.stream(response.status, response.headers))


class AsyncClient(Client):
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
        self._settings = ClientConfig(
            self._profile,
            api_key=api_key,
            base_url=base_url,
            timeout=timeout,
            default_headers=default_headers,
            on_deviation=on_deviation,
            keep_raw=keep_raw,
        )
        self._connections = Connections(
            transport, ("aiohttp", "httpx2"), create_async_transport, proxy=proxy, verify=verify
        )
        self._borrows = False

    async def send(self, call: Call[Any, A]) -> A:
        """Send a call and return its result: an object, the stream, file or task that it asked for. Raises APIError."""
        exchange, response = await self._begin(call)
        if call.streams:
            return await self._stream(exchange, response)  # type: ignore[return-value]
        if not call.operation.returns_plain_object:
            return (await self._special(exchange, response))[0]  # type: ignore[no-any-return]
        return exchange.answer(response.status, response.headers, await self._read(exchange, response))  # type: ignore[no-any-return]

    async def send_raw(self, call: Call[Any, A]) -> APIResponse[A]:
        """Send a call and return its result with status, headers, request id and raw bytes. Raises APIError."""
        exchange, response = await self._begin(call)
        if call.streams:
            stream = await self._stream(exchange, response)
            return reply(stream, stream.response_info)
        return reply(*await self._special(exchange, response))

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
            build_request(method, path, json=json, type=type, query=query, headers=headers, timeout=timeout)
        )

    async def fetch(self, url: str, *, kind: MediaKind | None = None, limit: int | None = LIMIT) -> AsyncBinaryResponse:
        """A file from any address; see `SyncClient.fetch`."""
        from ..files.binary_response import open_async_media

        fetch = Download(url, kind, self._settings)
        while True:
            try:
                response = await self._connections.transport().send(fetch.request)
            except TransportError as error:
                raise fetch.exchange.lost(error) from error
            if not fetch.moved(response.status, response.headers):
                break
            await response.close()
        if not 200 <= response.status < 300:
            fetch.exchange.answer(response.status, response.headers, await self._read(fetch.exchange, response))
        return await open_async_media(fetch.exchange, response, kind, limit)

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

    async def _begin(self, call: Call[Any, Any]) -> tuple[ResponseParser, AsyncResponse]:
        settings = self._settings
        key = settings.key()
        if hasattr(key, "__await__"):
            key = await key
        key = settings.check_key(key)
        exchange = ResponseParser(call, settings, key, twin=True)
        try:
            return exchange, await self._connections.transport().send(settings.request(call, key))
        except TransportError as error:
            raise exchange.lost(error) from error

    async def _read(self, exchange: ResponseParser, response: AsyncResponse) -> bytes:
        try:
            return await response.read()
        except TransportError as error:
            raise exchange.lost(error, response.status, response.headers) from error

    async def _special(self, exchange: ResponseParser, response: AsyncResponse) -> tuple[Any, ResponseInfo]:
        """What a call returns, and what it came with, whatever it is."""
        if exchange.brings_file(response.status):
            from ..files.binary_response import open_async_media

            media = await open_async_media(exchange, response, exchange.kind)
            return media, media.response_info
        raw = await self._read(exchange, response)
        value = exchange.answer(response.status, response.headers, raw)
        return self._completed(exchange, value), exchange.response_info(response.status, response.headers, raw)

    async def _stream(self, exchange: ResponseParser, response: AsyncResponse) -> AsyncStream[Any, Any]:
        from ..streaming.stream import AsyncStream

        if not is_stream(response.status, response.headers):
            raise exchange.no_stream(response.status, response.headers, await self._read(exchange, response))
        return AsyncStream(response, **exchange.stream(response.status, response.headers))
