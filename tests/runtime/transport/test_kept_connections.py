"""Connections that are used again: never with what an earlier response left behind, nor when they are old or closed."""

from __future__ import annotations

import gzip
import select
import socket
import threading
import time
from collections.abc import Awaitable, Callable

import pytest

from generator.runtime.client import client as clients
from generator.runtime.errors import APIConnectionError
from generator.runtime.transport import (
    AsyncTransport,
    TransportError,
    aiohttp_connector,
    httpx2_connection,
    httpx2_requests,
    urllib3_transport,
)
from tests.runtime.fake_json_api import CREATE, KEY, ORDER, SEARCH, AsyncShop, Shop
from tests.runtime.transport.raw_server import (
    CERTIFICATE,
    CHUNKED,
    Peer,
    Script,
    Serve,
    chunked,
    http_response,
    keeps_responding,
    responds,
)
from tests.runtime.transport.transports import TRANSPORTS, Received, TransportCase, exchange, read_stream, request

SECOND = http_response(b"of nobody")
FIRST = {
    "of known length": http_response(b"own"),
    "in chunks": CHUNKED + chunked(b"own"),
    "without a body": b"HTTP/1.1 204 No Content\r\n\r\n",
}
# What the server sends together with a response, and when the client has read it.
LEFT = {
    "with it": (SECOND, b""),
    "later": (b"", SECOND),
    "half, later": (b"", SECOND[:12]),
    "noise": (b"\r\nnoise", b""),
    "noise, later": (b"", b"noise"),
}

COMBINED = [(first, left, False) for first in FIRST for left in LEFT]
OVER_TLS = [("in chunks", "with it", True), ("of known length", "half, later", True)]


@pytest.mark.parametrize(("first", "left", "tls"), COMBINED + OVER_TLS)
def test_what_follows_a_response_is_not_given_to_the_next_call(
    case: TransportCase, serve: Serve, first: str, left: str, tls: bool
) -> None:
    has_read, is_sent = threading.Semaphore(0), threading.Semaphore(0)

    def send_later(peer: Peer) -> None:
        assert has_read.acquire(timeout=5)
        peer.send(LEFT[left][1])
        is_sent.release()

    async def scenario(transport: AsyncTransport) -> list[bytes]:
        bodies = []
        for read in (read_stream, exchange, exchange):
            got = await read(transport, server.url)
            bodies.append(got.body if isinstance(got, Received) else b"".join(got))
            await case.pause(0.01)  # aiohttp gives a connection back a little later
            has_read.release()
            for _ in range(400):
                if is_sent.acquire(blocking=False):
                    break
                await case.pause(0.005)
        return bodies

    server = serve(responds(FIRST[first] + LEFT[left][0], send_later, each=True), tls)
    bodies = case.run(scenario, verify=str(CERTIFICATE) if tls else True)
    assert bodies == [b"" if first == "without a body" else b"own"] * 3
    assert server.connections == 3


def test_no_call_follows_on_a_connection_whose_end_is_that_of_the_body(case: TransportCase, serve: Serve) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(2):
            response = await transport.send(request(server.url, stream=True))
            pieces = response.chunks()
            assert await anext(pieces) == b"part"
            await response.finish()

    server = serve(responds(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\npart", each=True))
    case.run(scenario)
    assert server.connections == 2


@pytest.mark.parametrize("take", [exchange, read_stream], ids=lambda take: take.__name__)
@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_a_connection_is_kept_however_its_response_was_read(
    case: TransportCase, serve: Serve, encoding: str, take: Callable[..., Awaitable[object]]
) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(2):
            await take(transport, server.url)
            await case.pause(0.02)  # aiohttp gives a connection back a little later

    text = b"own" * 5000
    packed = http_response(gzip.compress(text), "Content-Encoding: gzip")
    server = serve(responds(packed if encoding else http_response(text), each=True))
    case.run(scenario)
    assert server.connections == 1


def test_where_the_system_has_no_poll_connections_are_kept_and_looked_at_too(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(3):
            await exchange(transport, server.url)
            await case.pause(0.02)  # aiohttp gives a connection back a little later

    monkeypatch.delattr(select, "poll", raising=False)
    (case,) = (one for one in TRANSPORTS if one.library == "aiohttp")
    server = serve(keeps_responding)
    case.run(scenario)
    assert server.connections == 1
    test_what_follows_a_response_is_not_given_to_the_next_call(case, serve, "of known length", "later", tls=False)


@pytest.mark.skipif(not hasattr(socket, "TCP_CORK"), reason="needs two records of TLS in one packet")
def test_a_response_that_follows_in_a_tls_record_of_its_own_is_not_given_to_the_next_call(
    case: TransportCase, serve: Serve
) -> None:
    def cork(on: bool) -> Callable[[Peer], None]:
        return lambda peer: peer.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, on)

    async def scenario(transport: AsyncTransport) -> list[bytes]:
        return [(await exchange(transport, server.url)).body for _ in range(3)]

    server = serve(responds(cork(True), http_response(b"own"), SECOND, cork(False), each=True), True)
    assert case.run(scenario, verify=str(CERTIFICATE)) == [b"own"] * 3


def test_a_connection_that_the_server_closed_while_the_loop_was_blocked_is_not_used(
    case: TransportCase, serve: Serve
) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(3):
            await exchange(transport, server.url)
            await case.pause(0.02)  # aiohttp gives a connection back a little later
            closed.wait(2)
            closed.clear()
            time.sleep(0.02)

    closed = threading.Event()

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(http_response())
        time.sleep(0.05)
        peer.connection.shutdown(2)
        peer.connection.close()
        closed.set()

    server = serve(script)
    case.run(scenario)
    assert (len(server.requests), server.connections) == (3, 3)


def _age(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (aiohttp_connector, httpx2_connection, urllib3_transport):
        monkeypatch.setattr(module, "LONGEST_AGE", 0.0)


def _idle(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (aiohttp_connector, httpx2_requests, urllib3_transport):
        monkeypatch.setattr(module, "LONGEST_IDLE", 0.001)


@pytest.mark.parametrize("end", [_age, _idle])
def test_an_old_connection_and_one_long_idle_are_not_used_again(
    case: TransportCase, serve: Serve, monkeypatch: pytest.MonkeyPatch, end: Callable[[pytest.MonkeyPatch], None]
) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(3):
            await exchange(transport, server.url)
            await case.pause(0.02)

    end(monkeypatch)
    server = serve(keeps_responding)
    case.run(scenario)
    assert (len(server.requests), server.connections) == (3, 3)


DROPS: dict[str, tuple[Script, bool]] = {
    "closes": (responds(http_response(ORDER), Peer.request), True),
    "resets": (responds(http_response(ORDER), Peer.request, Peer.reset), True),
    "begins a response": (responds(http_response(ORDER), Peer.request, b"HTTP/1.1 20"), False),
}


@pytest.mark.parametrize("name", DROPS)
def test_the_error_says_that_a_kept_connection_failed_before_the_first_byte(
    case: TransportCase, serve: Serve, name: str
) -> None:
    script, reused = DROPS[name]

    async def scenario(transport: AsyncTransport) -> None:
        await exchange(transport, server.url)
        await case.pause(0.02)
        await exchange(transport, server.url)

    server = serve(script)
    with pytest.raises(TransportError) as caught:
        case.run(scenario)
    error = caught.value
    assert (error.kind, error.sent, error.reused) == ("broken", None, reused)
    assert error.message.startswith(f"the connection{', kept from an earlier call,' * reused} broke: ")
    assert len(server.requests) == 2


def test_a_new_connection_that_fails_is_not_a_kept_one(case: TransportCase, serve: Serve) -> None:
    assert case.failure(serve(responds()).url).reused is False


def test_a_call_that_only_reads_is_sent_again_at_once_where_a_kept_connection_failed(
    case: TransportCase, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr(clients, "sleep", pauses.append)
    monkeypatch.setattr("generator.runtime.sleep.sleep_async", sleep)

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(http_response(b"[" + ORDER + b"]"))
        peer.request()

    async def play() -> None:
        if case.sync:
            with Shop(KEY, base_url=server.url, transport=case.library) as client:
                client.send(SEARCH({}))
                client.send(SEARCH({}))
                with pytest.raises(APIConnectionError) as caught:
                    client.send(CREATE({"name": "x"}))
        else:
            async with AsyncShop(KEY, base_url=server.url, transport=case.library) as async_client:
                await async_client.send(SEARCH({}))
                await case.pause(0.02)
                await async_client.send(SEARCH({}))
                await case.pause(0.02)
                with pytest.raises(APIConnectionError) as caught:
                    await async_client.send(CREATE({"name": "x"}))
        assert (caught.value.outcome, caught.value.reused, caught.value.attempts) == ("unknown", True, 1)

    server = serve(script)
    case.loop(play)
    assert pauses == [0.0]
    assert [sent.split(b" ")[0] for sent in server.requests] == [b"GET", b"GET", b"GET", b"POST"]
