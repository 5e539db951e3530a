"""Limits on connections: how many are in use, how many are opened at a time, and how long a call waits for one."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import Any

import anyio
import anyio.lowlevel
import pytest
import trio

from generator.runtime.transport import AsyncTransport, TransportError, create_transport
from generator.runtime.transport.connect_pacing import ConnectPacing
from generator.runtime.transport.httpx2_attempt import Attempt
from tests.runtime.fake_transport import run_now
from tests.runtime.transport.raw_server import CHUNKED, Serve, chunked, http_response, keeps_responding, responds
from tests.runtime.transport.test_transport_faults import unused_port
from tests.runtime.transport.transports import AIOHTTP, HTTPX2_ASYNCIO, TransportCase, exchange, request

OK = b'{"ok":true}'
STREAMS = responds(CHUNKED + chunked(b"first", end=False), 10.0)


@contextlib.contextmanager
def full_listener() -> Iterator[str]:
    """A listener that takes nobody in: its queue is filled, and the system accepts no more."""
    with socket.socket() as full, contextlib.ExitStack() as stack:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        for _ in range(3):
            queued = stack.enter_context(socket.socket())
            queued.setblocking(False)
            queued.connect_ex(("127.0.0.1", port))
        time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("limits", [{"connect": 0.3, "total": 5.0}, {"connect": 5.0, "total": 0.3}])
def test_a_connection_that_does_not_come_about_in_time_was_not_sent(
    case: TransportCase, limits: dict[str, Any], stream: bool
) -> None:
    with full_listener() as url:
        error = case.failure(url, **limits, stream=stream, within=3.0)
    assert (error.kind, error.sent, error.status) == ("timeout", False, None)
    assert error.message == f"no connection to {url} in time"


@pytest.mark.parametrize("stream", [False, True])
def test_a_call_that_finds_no_connection_free_in_time_was_not_sent(
    case: TransportCase, serve: Serve, stream: bool
) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        open = await transport.send(request(server.url, stream=True))
        with pytest.raises(TransportError) as caught:
            # The limit for connecting does not count the wait, that for the whole call does.
            await transport.send(request(server.url, connect=0.1, total=0.3, stream=stream))
        error = caught.value
        assert (error.kind, error.sent) == ("timeout", False)
        assert "max_connections" in error.message
        assert server.connections == 1
        await open.close()
        again = await transport.send(request(server.url, stream=True))
        await again.close()

    server = serve(STREAMS)
    case.run(scenario, max_connections=1)
    assert server.connections == 2


@pytest.mark.parametrize("limit", [1, None])
def test_a_call_behind_connections_that_are_being_opened_is_not_told_of_their_limit(
    case: TransportCase, serve: Serve, limit: int | None
) -> None:
    server = serve(lambda peer: peer.server.asked.set() or peer.server.ended.wait())  # no handshake ever
    url, errors = server.url.replace("http:", "https:"), list[TransportError]()

    async def scenario(transport: AsyncTransport) -> None:
        async def call(total: float) -> None:
            with pytest.raises(TransportError) as caught:
                await transport.send(request(url, connect=9.0, total=total))
            errors.append(caught.value)

        if case.sync:
            others = [threading.Thread(target=run_now, args=[call(0.5)]) for _ in range(3)]
            for other in others:
                other.start()
            server.asked.wait(9)
            await call(0.1)
            for other in others:
                other.join(9)
            return
        async with anyio.create_task_group() as group:
            for _ in range(40):
                group.start_soon(call, 0.5)
            while not server.asked.is_set():
                await anyio.sleep(0.01)
            for _ in range(40):
                group.start_soon(call, 0.1)

    case.run(scenario, max_connections=limit)
    assert len(errors) in (4, 80)
    for error in errors:
        assert (error.kind, error.sent, error.message) == ("timeout", False, f"no connection to {url} in time")


def test_a_call_that_fails_leaves_its_connection_to_the_next(case: TransportCase, serve: Serve) -> None:
    broken, cut = serve(responds(b"HTTP/1.1 200 OK\r\nContent-Len")), serve(responds(http_response(b"x" * 9)[:-1]))
    fine = serve(keeps_responding)

    async def scenario(transport: AsyncTransport) -> None:
        for url in (f"http://127.0.0.1:{unused_port()}", broken.url, cut.url):
            with pytest.raises(TransportError):
                await exchange(transport, url, total=5.0)
            assert (await exchange(transport, fine.url, total=5.0)).body == OK

    case.run(scenario, max_connections=1)


@pytest.mark.parametrize("library", ["urllib3", "httpx2"])
def test_threads_wait_for_a_connection(serve: Serve, library: str) -> None:
    server, transport, bodies = serve(keeps_responding), create_transport(library, max_connections=2), list[bytes]()

    def work() -> None:
        bodies.extend(transport.send(request(server.url)).read() for _ in range(5))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    transport.close()
    assert bodies == [OK] * 40
    assert server.connections == 2


def test_tasks_wait_for_a_connection(case: TransportCase, serve: Serve) -> None:
    if case.sync:
        pytest.skip("a sync transport has no tasks")
    bodies: list[bytes] = []

    async def scenario(transport: AsyncTransport) -> None:
        async def one() -> None:
            bodies.append((await exchange(transport, server.url)).body)

        async with anyio.create_task_group() as group:
            for _ in range(40):
                group.start_soon(one)

    server = serve(keeps_responding)
    case.run(scenario, max_connections=2)
    assert bodies == [OK] * 40
    assert server.connections == 2


def test_many_streams_are_opened_at_once(case: TransportCase, serve: Serve) -> None:
    if case.sync:
        pytest.skip("a sync transport has no tasks")

    async def scenario(transport: AsyncTransport) -> None:
        async def one() -> None:
            response = await transport.send(request(server.url, stream=True))
            assert [piece async for piece in response.chunks()] == [b"first"]

        async with anyio.create_task_group() as group:
            for _ in range(100):
                group.start_soon(one)

    server = serve(responds(CHUNKED + chunked(b"first"), each=True), tls=True)
    case.run(scenario, verify=False)
    assert len(server.requests) == 100


def test_a_large_body_passes_over_tls_both_ways(case: TransportCase, serve: Serve) -> None:
    body = bytes(range(256)) * 12_000

    async def scenario(transport: AsyncTransport) -> None:
        assert (await exchange(transport, server.url, content=body)).body == body

    server = serve(responds(http_response(body)), tls=True)
    case.run(scenario, verify=False)
    assert server.requests[0].endswith(body)


# The pacing by itself


def paced(most_opening: int, scenario: Callable[[ConnectPacing], Awaitable[None]]) -> None:
    async def over_asyncio() -> None:
        await scenario(ConnectPacing(most_opening, asyncio.Semaphore, partial(asyncio.sleep, 0)))

    async def over_trio() -> None:
        semaphore = partial(anyio.Semaphore, fast_acquire=True)
        await scenario(ConnectPacing(most_opening, semaphore, anyio.lowlevel.checkpoint))

    asyncio.run(over_asyncio())
    trio.run(over_trio)


async def settle() -> None:
    for _ in range(20):
        await anyio.lowlevel.checkpoint()


def test_connections_to_one_origin_are_opened_a_few_at_a_time() -> None:
    async def scenario(pacing: ConnectPacing) -> None:
        begun: list[Any] = []

        async def open(origin: str) -> None:
            begun.append((origin, await pacing.begin(origin)))

        async with anyio.create_task_group() as group:
            for origin in ("a", "a", "a", "a", "b"):
                group.start_soon(open, origin)
            await settle()
            assert sorted(origin for origin, _ in begun) == ["a", "a", "b"]
            for _, opening in begun[:]:
                opening.end(True)
                opening.end(True)  # ends only once
            await settle()
            assert [origin for origin, _ in begun].count("a") == 4

    paced(2, scenario)


@pytest.mark.parametrize("opened_meanwhile", [False, True])
def test_those_that_wait_fail_with_the_others_only_where_nothing_is_opened(opened_meanwhile: bool) -> None:
    async def scenario(pacing: ConnectPacing) -> None:
        results: list[str] = []

        async def wait() -> None:
            try:
                (await pacing.begin("a")).end(True)
                results.append("opened")
            except TimeoutError:
                results.append("late")

        first, second = await pacing.begin("a"), await pacing.begin("a")
        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(wait)
            await settle()
            if opened_meanwhile:
                second.end(True)
            first.end(False)
            await settle()
        assert results == (["opened"] if opened_meanwhile else ["late"]) * 5
        (await pacing.begin("a")).end(True)  # one that comes later tries by itself

    paced(2, scenario)


def test_a_request_tells_how_far_it_came() -> None:
    async def scenario(pacing: ConnectPacing) -> None:
        attempts = [Attempt(pacing, "https://a") for _ in range(16)]
        assert pacing.is_crowded
        attempts[1].end()
        attempts[1].end()
        assert (pacing.unconnected, pacing.is_crowded) == (15, False)
        one, stream = attempts[0], object()
        assert (one.why_not_connected(True), one.why_not_connected(False), one.unused) == ("busy", None, None)
        await one.trace("connection.connect_tcp.started", {})
        assert (one.why_not_connected(True), one.why_not_connected(False), one.unused) == ("late", "late", None)
        await one.trace("connection.connect_tcp.complete", {"return_value": stream})
        await one.trace("connection.start_tls.started", {})
        assert (one.why_not_connected(True), one.unused, pacing.unconnected) == ("late", stream, 15)
        for event in ("http11.send_request_headers.started", "http11.send_request_headers.complete"):
            await one.trace(event, {})
            assert (one.why_not_connected(True), one.unused, pacing.unconnected) == (None, None, 14)
        (await pacing.begin("https://a")).end()  # its place is free again

    paced(1, scenario)


def test_calls_begin_in_order_and_a_few_in_one_iteration() -> None:
    async def main() -> None:
        pacing = ConnectPacing(2, asyncio.Semaphore, partial(asyncio.sleep, 0))
        begun: list[int] = []
        most, last = 0, 0

        async def begin(number: int) -> None:
            await pacing.take_turn()
            begun.append(number)

        tasks = [asyncio.ensure_future(begin(number)) for number in range(100)]
        while len(begun) < 100:
            await asyncio.sleep(0)
            most, last = max(most, len(begun) - last), len(begun)
        assert begun == list(range(100))
        assert most == 16
        await asyncio.gather(*tasks)

    asyncio.run(main())


def test_a_call_takes_a_turn_while_many_wait_for_a_connection() -> None:
    pacing = ConnectPacing(2, asyncio.Semaphore, partial(asyncio.sleep, 0))
    pacing.unconnected = 15
    assert not pacing.is_crowded
    pacing.unconnected = 16
    assert pacing.is_crowded


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("case", [AIOHTTP, HTTPX2_ASYNCIO], ids=lambda case: case.name)
def test_a_call_whose_time_is_over_before_its_turn_was_not_sent(
    case: TransportCase, serve: Serve, stream: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def wait_long(_: ConnectPacing) -> None:
        await case.pause(0.05)

    server = serve(keeps_responding)
    monkeypatch.setattr(ConnectPacing, "is_crowded", True)
    monkeypatch.setattr(ConnectPacing, "take_turn", wait_long)
    error = case.failure(server.url, total=0.01, stream=stream)
    assert (error.kind, error.sent) == ("timeout", False)
    assert not server.asked.is_set()
