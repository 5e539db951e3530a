"""Every transport behind one interface, so that one suite runs over all of them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, NamedTuple, TypeVar

import anyio
import pytest
import trio

from generator.runtime.http.timeout import Timeout
from generator.runtime.operation.call import Call
from generator.runtime.transport import (
    AsyncResponse,
    AsyncTransport,
    Request,
    Response,
    Transport,
    TransportError,
    create_async_transport,
    create_transport,
)
from tests.runtime.fake_json_api import KEY, AsyncShop, Shop
from tests.runtime.fake_transport import run_now

T = TypeVar("T")


class _SyncResponse:
    def __init__(self, response: Response) -> None:
        self.inner = response
        self.status = response.status
        self.headers = response.headers

    async def read(self) -> bytes:
        return self.inner.read()

    async def chunks(self) -> AsyncIterator[bytes]:
        self._pieces = self.inner.chunks()  # kept: a generator that is dropped is closed
        for piece in self._pieces:
            yield piece

    async def finish(self) -> None:
        self.inner.finish()

    async def close(self) -> None:
        self.inner.close()


class _SyncTransport:
    def __init__(self, transport: Transport) -> None:
        self.inner = transport

    async def send(self, request: Request) -> AsyncResponse:
        return _SyncResponse(self.inner.send(request))

    async def close(self) -> None:
        self.inner.close()


class Received(NamedTuple):
    status: int
    headers: list[tuple[str, str]]
    body: bytes


class TransportCase(NamedTuple):
    """One way to send: a library, sync or async, in a loop."""

    name: str
    library: str
    sync: bool
    loop: Callable[[Callable[[], Awaitable[Any]]], Any]

    def open(self, **options: Any) -> AsyncTransport:
        if self.sync:
            return _SyncTransport(create_transport(self.library, **options))
        return create_async_transport(self.library, **options)

    async def pause(self, seconds: float) -> None:
        if self.sync:
            time.sleep(seconds)
        else:
            await anyio.sleep(seconds)

    def run(self, scenario: Callable[[AsyncTransport], Awaitable[T]], **options: Any) -> T:
        """Play a scenario with a transport that is closed at its end."""

        async def play() -> T:
            transport = self.open(**options)
            try:
                return await scenario(transport)
            finally:
                await transport.close()

        result: T = self.loop(play)
        return result

    def exchange(self, url: str, **options: Any) -> Received:
        return self.run(lambda transport: exchange(transport, url, **options))

    def read_stream(self, url: str, **options: Any) -> list[bytes]:
        return self.run(lambda transport: read_stream(transport, url, **options))

    def failure(self, url: str, within: float = 10.0, **options: Any) -> TransportError:
        """The error of one exchange, which comes `within` these seconds."""
        start = time.monotonic()
        with pytest.raises(TransportError) as caught:
            self.exchange(url, **options)
        assert time.monotonic() - start < within
        return caught.value


def _asyncio(main: Callable[[], Any]) -> Any:
    async def settled() -> Any:
        try:
            return await main()
        finally:
            # A connection that was aborted lets its socket go at the loop's next turn, and a loop that ends has none.
            await asyncio.sleep(0.01)

    return asyncio.run(settled())


TRANSPORTS = [
    TransportCase("urllib3", "urllib3", True, lambda main: run_now(main())),
    TransportCase("httpx2", "httpx2", True, lambda main: run_now(main())),
    TransportCase("aiohttp", "aiohttp", False, _asyncio),
    TransportCase("httpx2-asyncio", "httpx2", False, _asyncio),
    TransportCase("httpx2-trio", "httpx2", False, trio.run),
]


URLLIB3, HTTPX2, AIOHTTP, HTTPX2_ASYNCIO, HTTPX2_TRIO = TRANSPORTS


def request(
    url: str,
    *,
    method: str = "POST",
    content: bytes | None = b'{"n":1}',
    headers: tuple[tuple[str, str], ...] = (),
    stream: bool = False,
    connect: float = 5.0,
    total: float | None = 10.0,
    read_idle: float | None = 10.0,
    max_bytes: int | None = None,
) -> Request:
    if "/" not in url.partition("://")[2]:
        url += "/v1/things"
    fixed = [("Authorization", "Bearer sk-test"), ("User-Agent", "test/1")]
    if content is not None:
        fixed.append(("Content-Type", "application/json"))
    return Request(
        method,
        url,
        [*fixed, *headers],
        content,
        Timeout(total, connect=connect, read_idle=read_idle),
        stream,
        max_bytes,
    )


async def exchange(transport: AsyncTransport, url: str, **options: Any) -> Received:
    """Send and read."""
    response = await transport.send(request(url, **options))
    return Received(response.status, response.headers, await response.read())


async def read_stream(transport: AsyncTransport, url: str, **options: Any) -> list[bytes]:
    """Send and take the body as it arrives."""
    response = await transport.send(request(url, stream=True, **options))
    return [piece async for piece in response.chunks()]


def send(case: TransportCase, call: Call[Any, Any], url: str) -> Any:
    """Send a call with a client over this transport, and return its result."""

    async def play() -> Any:
        if case.sync:
            with Shop(KEY, base_url=url, transport=case.library) as client:
                return client.send(call)
        async with AsyncShop(KEY, base_url=url, transport=case.library) as async_client:
            return await async_client.send(call)

    return case.loop(play)
