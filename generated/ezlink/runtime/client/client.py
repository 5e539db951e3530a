"""The sync and the async client: they send calls. Their `APIProfile` describes the API."""

from __future__ import annotations

from functools import partial
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, TypeVar, overload

from ..closing import AsyncClosing, Closing
from ..config import APIProfile
from ..errors import APIError, mark_not_sent
from ..http.headers import hide
from ..operation.call import UNSET
from ..response.parser import ResponseParser
from ..transport import AsyncTransport, Transport, TransportError, create_async_transport, create_transport
from .base import Client, api_response, labelled_as_stream
from .retry import RetrySchedule

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Unpack

    from ..files.binary_response import AsyncBinaryResponse, BinaryResponse
    from ..http.media_type import MediaKind
    from ..http.timeout import MaxBytes
    from ..operation.call import Call
    from ..response.metadata import APIResponse, ResponseInfo
    from ..transport import AsyncResponse, Request, Response
    from .base import RequestOptions

__all__ = ["APIProfile", "AsyncClient", "SyncClient"]

S = TypeVar("S")
A = TypeVar("A")
T = TypeVar("T")


class SyncClient(Closing, Client["str | Callable[[], str]", Transport]):
    """Sends calls and waits for their results. Safe to use from many threads."""

    _transports = ("urllib3", "httpx2")

    def send(self, call: Call[S, Any]) -> S:
        """Send a call and return its result: an object, or the stream, file or task that it asked for.

        Raises APIError.
        """
        return self._retrying(self._send, call)  # type: ignore[no-any-return]

    def send_raw(self, call: Call[S, Any]) -> APIResponse[S]:
        """Send a call and return its result with status, headers, request id and raw bytes. Raises APIError."""
        return self._retrying(self._send_raw, call)  # type: ignore[no-any-return]

    @overload
    def request(self, method: str, path: str, *, type: type[T], **options: Unpack[RequestOptions]) -> T: ...
    @overload
    def request(self, method: str, path: str, **options: Unpack[RequestOptions]) -> Any: ...
    def request(self, method: str, path: str, *, type: Any = Any, **options: Unpack[RequestOptions]) -> Any:
        """Call an endpoint that has no method here. Errors are the same as everywhere.

        Args:
            method: The HTTP method.
            path: The path below the base URL, beginning with `/`, encoded.
            type: What to read the response as; `bytes` returns it as it came.
            **options: `json`, `query`, `headers`, `timeout` and `max_retries`.
        """
        return self.send(self._request(method, path, type, options))

    def get(self, path: str, *, cast_to: Any = Any, **options: Unpack[RequestOptions]) -> Any:
        """Call `request("GET", ...)` as other clients do: the path is below the version in the base URL, if any."""
        return self._verb("GET", path, cast_to, options)

    def post(self, path: str, *, cast_to: Any = Any, body: Any = UNSET, **options: Unpack[RequestOptions]) -> Any:
        """Call `request("POST", ...)` as other clients do, see `get`; `body` is encoded as JSON."""
        if body is not UNSET:
            options["json"] = body
        return self._verb("POST", path, cast_to, options)

    def fetch(self, url: str, *, kind: MediaKind | None = None, limit: MaxBytes = UNSET) -> BinaryResponse:
        """Fetch a file from any host. Neither the key nor your headers are sent there.

        `kind` is what it should be, `limit` the most bytes that it may have (None for any number; unless it is given,
        `max_response_bytes` of the client, which is 256 MiB). At most five redirects are followed, over http and https,
        never from https to http. Only public addresses are connected to, unless the client's base URL is a private one
        or it has `allow_private_hosts`. Raises APIError, and ValueError for a URL that is not fetched.
        """
        return self._retrying(partial(self._fetch, limit), (url, kind))  # type: ignore[no-any-return]

    def close(self) -> None:
        """Close the connections. A client that `with_options` returned leaves them to the one it was made from."""
        for transport in self._connections.take() if self._owns_connections else ():
            transport.close()

    @staticmethod
    def _create_transport(choice: str, **settings: Any) -> Transport:
        return create_transport(choice, **settings)

    def _retrying(self, attempt: Callable[[Any, RetrySchedule | None], Any], call: Any) -> Any:
        """Return the result of an attempt at this call, the first that does not fail or else the last."""
        started, retries, watching = monotonic(), None, self._watch(call)
        while True:
            try:
                if watching is not None:
                    watching.begins()
                result = attempt(call, retries)
                break
            except APIError as error:
                if watching is not None:
                    watching.ends(None, error)
                retries = retries or RetrySchedule(self._config, self._retry_budget, started)
                if (pause := retries.pause(error)) is None:
                    error.__traceback__ = None  # the frames below tell a caller nothing
                    raise
                if watching is not None:
                    watching.waits(error, pause)
            sleep(pause)
        if watching is not None:
            watching.ends(result)
        self._retry_budget.succeeded(None) if retries is None else retries.succeeded()
        return result

    def _send(self, call: Call[Any, Any], retries: RetrySchedule | None) -> Any:
        parser, response = self._begin(call, retries)
        if call.streams:
            return self._open_stream(parser, response)
        if not call.operation.returns_plain_object:
            return self._read_result(parser, response)[0]
        return parser.parse(response.status, response.headers, self._read(parser, response))

    def _send_raw(self, call: Call[Any, Any], retries: RetrySchedule | None) -> APIResponse[Any]:
        parser, response = self._begin(call, retries)
        if call.streams:
            stream = self._open_stream(parser, response)
            return api_response(stream, stream.response_info)
        return api_response(*self._read_result(parser, response))

    def _fetch(self, limit: MaxBytes, target: tuple[str, MediaKind | None], retries: RetrySchedule | None) -> Any:
        from ..files.binary_response import open_binary_response
        from ..files.download import Download

        download = Download(*target, self._config)
        response = self._exchange(download.parser, download.request, retries, download.public_only)
        while download.follow_redirect(response.status, response.headers):
            response.close()
            response = self._exchange(download.parser, download.request, retries, download.public_only)
        if not 200 <= response.status < 300:
            download.parser.parse(response.status, response.headers, self._read(download.parser, response))
        return open_binary_response(download.parser, response, download.kind, download.limit(limit))

    def _begin(self, call: Call[Any, Any], retries: RetrySchedule | None) -> tuple[ResponseParser, Response]:
        config = self._config
        try:
            key = config.check_key(config.key(call))
            request = config.request(call, key)
        except Exception as error:
            mark_not_sent(error)
            raise
        parser = ResponseParser(call, config, key)
        return parser, self._exchange(parser, request, retries)

    def _exchange(
        self,
        parser: ResponseParser,
        request: Request,
        retries: RetrySchedule | None,
        public_only: bool | None = None,
    ) -> Response:
        """Send one request, and return when its headers are here. `public_only` is for other hosts than the API's."""
        if retries is not None:
            request, parser.attempt = retries.limited(request), retries.attempt
        connections = self._connections
        try:
            transport = connections.transport() if public_only is None else connections.for_other_hosts(public_only)
            return transport.send(request)  # type: ignore[no-any-return]
        except TransportError as error:
            raise parser.from_transport(error) from None  # whose message repeats the error's

    def _read(self, parser: ResponseParser, response: Response) -> bytes:
        try:
            return response.read()
        except TransportError as error:
            raise parser.from_transport(error, response.status, response.headers) from None

    def _read_result(self, parser: ResponseParser, response: Response) -> tuple[Any, ResponseInfo]:
        """Read the result of a call that does not stream, with its response info."""
        if parser.expects_file(response.status):
            from ..files.binary_response import open_binary_response

            file = open_binary_response(parser, response, parser.file_kind)
            return file, file.response_info
        raw = self._read(parser, response)
        value = parser.parse(response.status, response.headers, raw)
        return self._finish(parser, value), parser.response_info(response.status, response.headers, raw)

    def _open_stream(self, parser: ResponseParser, response: Response) -> Any:
        from ..streaming.state import StreamContext
        from ..streaming.stream import Stream

        status, headers = response.status, response.headers
        if not 200 <= status < 300:
            raise parser.not_a_stream(status, headers, self._read(parser, response))
        if not labelled_as_stream(headers):
            from ..streaming.peeked import PeekedResponse

            response = PeekedResponse(response, parser.max_bytes)
            try:
                if not response.peek():
                    raise parser.not_a_stream(status, headers, response.read())
            except TransportError as error:
                raise parser.from_transport(error, status, headers) from None
        context: StreamContext[Any, Any] = StreamContext(parser, status, headers)
        stream: Stream[Any, Any] = Stream(response, context)
        if parser.call.operation.parsing is None:
            return stream
        from ..streaming.parsed_stream import ParsedStream

        return ParsedStream[Any, Any, Any](stream, context)


class AsyncClient(AsyncClosing, Client["str | Callable[[], str | Awaitable[str]]", AsyncTransport]):
    """Sends calls and awaits their results. Each event loop gets connections of its own."""

    _transports = ("aiohttp", "httpx2")

    async def send(self, call: Call[Any, A]) -> A:
        """Send a call and return its result; see `SyncClient.send`."""
        return await self._retrying(self._send, call)  # type: ignore[no-any-return]

    async def send_raw(self, call: Call[Any, A]) -> APIResponse[A]:
        """Send a call and return its result with status, headers, request id and raw bytes. Raises APIError."""
        return await self._retrying(self._send_raw, call)  # type: ignore[no-any-return]

    @overload
    async def request(self, method: str, path: str, *, type: type[T], **options: Unpack[RequestOptions]) -> T: ...
    @overload
    async def request(self, method: str, path: str, **options: Unpack[RequestOptions]) -> Any: ...
    async def request(self, method: str, path: str, *, type: Any = Any, **options: Unpack[RequestOptions]) -> Any:
        """Call an endpoint that has no method here; see `SyncClient.request`."""
        return await self.send(self._request(method, path, type, options))

    async def get(self, path: str, *, cast_to: Any = Any, **options: Unpack[RequestOptions]) -> Any:
        """Call `request("GET", ...)` as other clients do: the path is below the version in the base URL, if any."""
        return await self._verb("GET", path, cast_to, options)

    async def post(self, path: str, *, cast_to: Any = Any, body: Any = UNSET, **options: Unpack[RequestOptions]) -> Any:
        """Call `request("POST", ...)` as other clients do, see `get`; `body` is encoded as JSON."""
        if body is not UNSET:
            options["json"] = body
        return await self._verb("POST", path, cast_to, options)

    async def fetch(self, url: str, *, kind: MediaKind | None = None, limit: MaxBytes = UNSET) -> AsyncBinaryResponse:
        """Fetch a file from any host; see `SyncClient.fetch`."""
        return await self._retrying(partial(self._fetch, limit), (url, kind))  # type: ignore[no-any-return]

    async def close(self) -> None:
        """Close the connections. A client that `with_options` returned leaves them to the one it was made from."""
        for transport in self._connections.take() if self._owns_connections else ():
            await transport.close()

    @staticmethod
    def _create_transport(choice: str, **settings: Any) -> AsyncTransport:
        return create_async_transport(choice, **settings)

    async def _retrying(self, attempt: Callable[[Any, RetrySchedule | None], Awaitable[Any]], call: Any) -> Any:
        """Return the result of an attempt at this call, the first that does not fail or else the last."""
        started, retries, watching = monotonic(), None, self._watch(call, is_async=True)
        while True:
            try:
                if watching is not None and (waiting := watching.begins()) is not None:
                    await waiting
                result = await attempt(call, retries)
                break
            except APIError as error:
                if watching is not None and (waiting := watching.ends(None, error)) is not None:
                    await waiting
                retries = retries or RetrySchedule(self._config, self._retry_budget, started)
                if (pause := retries.pause(error)) is None:
                    error.__traceback__ = None  # the frames below tell a caller nothing
                    raise
                if watching is not None and (waiting := watching.waits(error, pause)) is not None:
                    await waiting
            from ..sleep import sleep_async

            await sleep_async(pause)
        if watching is not None and (waiting := watching.ends(result)) is not None:
            await waiting
        self._retry_budget.succeeded(None) if retries is None else retries.succeeded()
        return result

    async def _send(self, call: Call[Any, Any], retries: RetrySchedule | None) -> Any:
        parser, response = await self._begin(call, retries)
        if call.streams:
            return await self._open_stream(parser, response)
        if not call.operation.returns_plain_object:
            return (await self._read_result(parser, response))[0]
        return parser.parse(response.status, response.headers, await self._read(parser, response))

    async def _send_raw(self, call: Call[Any, Any], retries: RetrySchedule | None) -> APIResponse[Any]:
        parser, response = await self._begin(call, retries)
        if call.streams:
            stream = await self._open_stream(parser, response)
            return api_response(stream, stream.response_info)
        return api_response(*await self._read_result(parser, response))

    async def _fetch(self, limit: MaxBytes, target: tuple[str, MediaKind | None], retries: RetrySchedule | None) -> Any:
        from ..files.binary_response import open_async_binary_response
        from ..files.download import Download

        download = Download(*target, self._config)
        response = await self._exchange(download.parser, download.request, retries, download.public_only)
        while download.follow_redirect(response.status, response.headers):
            await response.close()
            response = await self._exchange(download.parser, download.request, retries, download.public_only)
        if not 200 <= response.status < 300:
            download.parser.parse(response.status, response.headers, await self._read(download.parser, response))
        return await open_async_binary_response(download.parser, response, download.kind, download.limit(limit))

    async def _begin(self, call: Call[Any, Any], retries: RetrySchedule | None) -> tuple[ResponseParser, AsyncResponse]:
        config = self._config
        try:
            key = config.key(call)
            if hasattr(key, "__await__"):
                key = hide(await key)
            key = config.check_key(key)
            request = config.request(call, key)
        except Exception as error:
            mark_not_sent(error)
            raise
        parser = ResponseParser(call, config, key, is_async=True)
        return parser, await self._exchange(parser, request, retries)

    async def _exchange(
        self,
        parser: ResponseParser,
        request: Request,
        retries: RetrySchedule | None,
        public_only: bool | None = None,
    ) -> AsyncResponse:
        """Send one request, and return when its headers are here. `public_only` is for other hosts than the API's."""
        if retries is not None:
            request, parser.attempt = retries.limited(request), retries.attempt
        connections = self._connections
        try:
            transport = connections.transport() if public_only is None else connections.for_other_hosts(public_only)
            return await transport.send(request)  # type: ignore[no-any-return]
        except TransportError as error:
            raise parser.from_transport(error) from None

    async def _read(self, parser: ResponseParser, response: AsyncResponse) -> bytes:
        try:
            return await response.read()
        except TransportError as error:
            raise parser.from_transport(error, response.status, response.headers) from None

    async def _read_result(self, parser: ResponseParser, response: AsyncResponse) -> tuple[Any, ResponseInfo]:
        """Read the result of a call that does not stream, with its response info."""
        if parser.expects_file(response.status):
            from ..files.binary_response import open_async_binary_response

            file = await open_async_binary_response(parser, response, parser.file_kind)
            return file, file.response_info
        raw = await self._read(parser, response)
        value = parser.parse(response.status, response.headers, raw)
        return self._finish(parser, value), parser.response_info(response.status, response.headers, raw)

    async def _open_stream(self, parser: ResponseParser, response: AsyncResponse) -> Any:
        from ..streaming.state import StreamContext
        from ..streaming.stream import AsyncStream

        status, headers = response.status, response.headers
        if not 200 <= status < 300:
            raise parser.not_a_stream(status, headers, await self._read(parser, response))
        if not labelled_as_stream(headers):
            from ..streaming.peeked import AsyncPeekedResponse

            response = AsyncPeekedResponse(response, parser.max_bytes)
            try:
                if not await response.peek():
                    raise parser.not_a_stream(status, headers, await response.read())
            except TransportError as error:
                raise parser.from_transport(error, status, headers) from None
        context: StreamContext[Any, Any] = StreamContext(parser, status, headers)
        stream: AsyncStream[Any, Any] = AsyncStream(response, context)
        if parser.call.operation.parsing is None:
            return stream
        from ..streaming.parsed_stream import AsyncParsedStream

        return AsyncParsedStream[Any, Any, Any](stream, context)
