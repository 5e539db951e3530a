"""Requests and responses when all is well: bytes, headers, connections."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from contextlib import suppress
from random import Random
from typing import Any

import pytest

from generator.runtime.transport import AsyncTransport, TransportError, create_async_transport, create_transport
from tests.runtime.fake_json_api import ORDER, RETRIEVE
from tests.runtime.transport.raw_server import (
    CHUNKED,
    FIRST_CHUNK,
    Peer,
    Serve,
    chunked,
    http_response,
    keeps_responding,
    notices_departure,
    responds,
)
from tests.runtime.transport.transports import AIOHTTP, Received, TransportCase, exchange, read_stream, request, send

OK = b'{"ok":true}'


def test_a_request_goes_out_as_it_stands(case: TransportCase, serve: Serve) -> None:
    server = serve(keeps_responding)
    got = case.exchange(f"{server.url}/v1/models/a%2Fb%20c%3F?q=%E4%BD%A0+x&r=1%2C2", headers=(("X-One", "1"),))
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    line, *headers = head.split(b"\r\n")
    assert line == b"POST /v1/models/a%2Fb%20c%3F?q=%E4%BD%A0+x&r=1%2C2 HTTP/1.1"
    assert body == b'{"n":1}'
    fields = [header.split(b": ", 1) for header in headers]
    sent = {name.lower(): value for name, value in fields}
    assert len(sent) == len(fields), "a header was sent twice"
    assert sent.items() >= {
        b"authorization": b"Bearer sk-test",
        b"content-type": b"application/json",
        b"content-length": b"7",
        b"user-agent": b"test/1",
        b"x-one": b"1",
        b"host": server.url.removeprefix("http://").encode(),
        b"accept-encoding": b"gzip",
    }.items()  # fmt: skip
    assert (got.status, got.body) == (200, OK)


def test_a_get_has_no_body_and_a_stream_is_not_asked_for_compressed(case: TransportCase, serve: Serve) -> None:
    server = serve(keeps_responding)
    case.exchange(server.url, method="GET", content=None)
    case.read_stream(server.url)
    get, stream = (sent.lower() for sent in server.requests)
    assert get.startswith(b"get /v1/things http/1.1\r\n")
    assert b"content-length" not in get
    assert b"accept-encoding: identity" in stream


def test_a_call_has_no_limit_and_the_encodings_that_its_caller_asks_for(case: TransportCase, serve: Serve) -> None:
    server = serve(keeps_responding)
    asked = (("ACCEPT-Encoding", "deflate"),)
    assert case.exchange(server.url, total=None, read_idle=None, headers=asked).body == OK
    assert [line for line in server.requests[0].lower().split(b"\r\n") if line.startswith(b"accept-encoding")] == [
        b"accept-encoding: deflate"
    ]


@pytest.mark.parametrize("size", [0, 100_000, 3_000_000])
def test_bodies_of_any_size_pass_both_ways(case: TransportCase, serve: Serve, size: int) -> None:
    body = b"0123456789" * (size // 10)
    server = serve(responds(http_response(body)))
    assert case.exchange(server.url, content=body).body == body
    assert server.requests[0].endswith(b"\r\n\r\n" + body)


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(CHUNKED + chunked(OK[:5], OK[5:]), id="chunked"),
        pytest.param(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + OK, id="until it closes"),
        pytest.param(b"HTTP/1.0 200 OK\r\n\r\n" + OK, id="HTTP/1.0"),
        pytest.param(b"HTTP/1.1 100 Continue\r\n\r\n" + http_response(), id="after 100"),
        pytest.param(
            b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + http_response(),
            id="after early hints",
        ),
        pytest.param(CHUNKED + b"b;name=value\r\n" + OK + b"\r\n0\r\nX-Trailer: 1\r\n\r\n", id="extension and trailer"),
    ],
)
def test_every_framing_of_a_body_is_read(case: TransportCase, serve: Serve, sent: bytes) -> None:
    server = serve(responds(sent))
    assert case.exchange(server.url).body == OK
    assert b"".join(case.read_stream(server.url)) == OK


def test_a_body_that_looks_like_headers_is_left_alone(case: TransportCase, serve: Serve) -> None:
    body = b"\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n"
    head, _, rest = http_response(body).partition(b"\r\n\r\n")
    server = serve(responds(head + b"\r\n\r\n", 0.02, rest))
    assert case.exchange(server.url).body == body


def test_headers_come_in_order_each_by_itself_in_any_encoding(case: TransportCase, serve: Serve) -> None:
    server = serve(responds(http_response(b"{}", "X-A: 1", "Vary: Origin", "Vary: Accept", "X-Name: caf\xe9")))
    headers = [f"{name.lower()}: {value}" for name, value in case.exchange(server.url).headers]
    assert headers == ["x-a: 1", "vary: Origin", "vary: Accept", "x-name: caf\xe9", "content-length: 2"]


def test_a_call_is_sent_with_its_path_as_it_is_and_no_blanks_around_its_headers(
    case: TransportCase, serve: Serve
) -> None:
    server = serve(responds(http_response(ORDER), each=True))
    headers = {"X-One": " \ta b \t", "Authorization": "  Bearer k  ", "X-None": "  "}
    send(case, RETRIEVE({"extra_headers": headers}, order="o1"), server.url)
    send(case, RETRIEVE({}, order="..%2f../a?b#c\r\nX: y\0%00"), server.url)
    first, second = server.requests
    for line in (b"x-one: a b\r\n", b"authorization: bearer k\r\n", b"x-none: \r\n"):
        assert line in first.lower()
    assert second.startswith(b"GET /v1/orders/..%252f..%2Fa%3Fb%23c%0D%0AX%3A%20y%00%2500 HTTP/1.1\r\n")


async def three_times(case: TransportCase, transport: AsyncTransport, url: str) -> list[Received]:
    """Three exchanges, with a moment after each in which the server may close its end."""
    got = []
    for _ in range(3):
        got.append(await exchange(transport, url))
        await case.pause(0.05)
    return got


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified", "204 None\r\nTransfer-Encoding: chunked"])
def test_a_status_without_a_body_ends_at_its_headers(case: TransportCase, serve: Serve, status: str) -> None:
    server = serve(responds(f"HTTP/1.1 {status}\r\n\r\n".encode(), each=True))
    assert [got.body for got in case.run(lambda t: three_times(case, t, server.url))] == [b""] * 3
    assert server.connections == 1


@pytest.mark.parametrize("status", ["307 Temporary Redirect\r\nLocation: /elsewhere", "503 Service Unavailable"])
def test_errors_are_responses_and_redirects_are_not_followed(case: TransportCase, serve: Serve, status: str) -> None:
    server = serve(responds(http_response(b"{}", status=status), each=True))
    assert case.exchange(server.url).status == int(status[:3])
    assert len(server.requests) == 1


def test_a_response_to_half_a_request_is_read(case: TransportCase, serve: Serve) -> None:
    def script(peer: Peer) -> None:
        peer.connection.recv(1000)
        peer.send(http_response(b'{"error":"too long"}', "Connection: close", status="413 Content Too Large"))
        peer.gone(0.5)

    got = case.exchange(serve(script).url, content=b"x" * 50_000_000)
    assert (got.status, got.body) == (413, b'{"error":"too long"}')


def test_connections_are_kept_and_cookies_are_not(case: TransportCase, serve: Serve) -> None:
    server = serve(responds(http_response(b"{}", "Set-Cookie: session=1; Path=/"), each=True))
    case.run(lambda t: three_times(case, t, server.url))
    assert (len(server.requests), server.connections) == (3, 1)
    assert b"cookie" not in server.requests[-1].lower()


def test_a_connection_that_the_server_closed_meanwhile_is_not_used(case: TransportCase, serve: Serve) -> None:
    server = serve(responds(http_response()))
    case.run(lambda t: three_times(case, t, server.url))
    assert (len(server.requests), server.connections) == (3, 3)


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_a_request_on_a_kept_connection_is_not_sent_again(case: TransportCase, serve: Serve, method: str) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        await exchange(transport, server.url)
        await case.pause(0.02)  # aiohttp gives a connection back a little later
        await exchange(transport, server.url, method=method, content=None if method == "GET" else b"{}")

    server = serve(responds(http_response(), Peer.request))
    with pytest.raises(TransportError) as caught:
        case.run(scenario)
    time.sleep(0.1)
    assert (caught.value.kind, caught.value.sent) == ("broken", None)
    assert len(server.requests) == 2


LONG = 1_000_000


@pytest.mark.parametrize(
    ("first", "rest", "size"),
    [
        (chunked(b"first", end=False), chunked(b"second"), 11),
        (b"%x\r\n" % LONG + b"a" * 10, b"b" * (LONG - 10) + b"\r\n0\r\n\r\n", LONG),
    ],
    ids=["chunk by chunk", "a long chunk"],
)
def test_a_body_is_handed_over_as_it_comes(
    case: TransportCase, serve: Serve, first: bytes, rest: bytes, size: int
) -> None:
    seen = threading.Event()

    async def scenario(transport: AsyncTransport) -> list[bytes]:
        response = await transport.send(request(server.url, stream=True, read_idle=3.0))
        got: list[bytes] = []
        async for piece in response.chunks():
            got.append(piece)
            seen.set()
        return got

    server = serve(responds(CHUNKED, first, lambda peer: seen.wait(5) or peer.reset(), rest))
    got = case.run(scenario)
    assert len(b"".join(got)) == size
    if size < LONG:
        assert got == [b"first", b"second"]


def test_a_stream_that_is_left_closes_its_connection(case: TransportCase, serve: Serve) -> None:
    async def scenario(transport: AsyncTransport) -> bool:
        response = await transport.send(request(server.url, stream=True))
        async for _ in response.chunks():
            break
        await response.close()
        await response.close()
        return await wait_for(case, server.left)

    server = serve(responds(FIRST_CHUNK, notices_departure))
    assert case.run(scenario)


def test_a_closed_stream_leaves_no_timer_in_the_loop(serve: Serve) -> None:
    def timers() -> int:
        loop: Any = asyncio.get_running_loop()
        scheduled = loop._scheduled
        return sum(handle.when() > 1000 + loop.time() and not handle.cancelled() for handle in scheduled)

    async def scenario(transport: AsyncTransport) -> None:
        response = await transport.send(request(server.url, stream=True, read_idle=5000.0))
        pieces = response.chunks()
        await anext(pieces)
        assert timers() == 1
        await response.close()
        assert timers() == 0

    server = serve(responds(FIRST_CHUNK, notices_departure))
    AIOHTTP.run(scenario)


async def wait_for(case: TransportCase, event: threading.Event) -> bool:
    for _ in range(300):
        if event.is_set():
            return True
        await case.pause(0.01)
    return False


@pytest.mark.parametrize("pause", [0.0, 0.01, 10.0])
def test_what_follows_the_end_of_interest_is_awaited_for_a_moment_only(
    case: TransportCase, serve: Serve, pause: float
) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(2):
            response = await transport.send(request(server.url, stream=True))
            async for piece in response.chunks():
                assert piece == b"first"
                break
            await response.finish()

    start = time.monotonic()
    server = serve(responds(FIRST_CHUNK, pause, chunked(), each=True))
    case.run(scenario)
    assert time.monotonic() - start < 2.0
    if case.library != "httpx2":
        assert server.connections == (2 if pause == 10.0 else 1)


@pytest.mark.parametrize("library", ["urllib3", "httpx2"])
def test_threads_share_a_transport(serve: Serve, library: str) -> None:
    server, transport, failures = serve(keeps_responding), create_transport(library), list[BaseException]()

    def work() -> None:
        try:
            for _ in range(10):
                assert transport.send(request(server.url)).read() == OK
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    transport.close()
    assert not failures
    assert len(server.requests) == 80
    assert server.connections <= 8 or library == "httpx2"


# What is left of a loop that has ended can only be dropped.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("library", ["aiohttp", "httpx2"])
def test_a_second_event_loop_gets_connections_of_its_own(serve: Serve, library: str) -> None:
    server, transport = serve(keeps_responding), create_async_transport(library)
    for _ in range(3):
        assert asyncio.run(exchange(transport, server.url)).body == OK
    asyncio.run(transport.close())
    assert server.connections == 3
    del transport
    gc.collect()  # here, where what is said of it is not heard


# What is left of a loop that has ended can only be dropped.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("library", ["aiohttp", "httpx2"])
def test_event_loops_in_many_threads_share_a_transport(serve: Serve, library: str) -> None:
    server = serve(keeps_responding)
    assert _from_many_threads(create_async_transport(library), server.url) == [OK] * 24
    gc.collect()  # here, where what is said of it is not heard


def _from_many_threads(transport: AsyncTransport, url: str) -> list[bytes]:
    bodies: list[bytes] = []

    async def calls() -> None:
        got = await asyncio.gather(*[exchange(transport, url) for _ in range(3)])
        bodies.extend(each.body for each in got)

    def work() -> None:
        for _ in range(2):
            asyncio.run(calls())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    asyncio.run(transport.close())
    return bodies


@pytest.mark.parametrize("library", ["aiohttp", "httpx2"])
def test_cancellations_at_random_points_leave_nothing_behind(serve: Serve, library: str) -> None:
    moments = Random(1)
    server = serve(responds(CHUNKED, 0.002, chunked(b"x", end=False), 0.002, chunked(), each=True))

    async def cancelled(transport: AsyncTransport) -> None:
        call = asyncio.ensure_future(moments.choice([exchange, read_stream])(transport, server.url))
        await asyncio.sleep(moments.random() * 0.02)
        call.cancel()
        with suppress(asyncio.CancelledError):
            await call

    async def main() -> None:
        transport = create_async_transport(library, max_connections=10)
        for _ in range(5):
            await asyncio.gather(*[cancelled(transport) for _ in range(10)])
        # A connection that was not given back would make one of these wait until its time is over.
        await asyncio.gather(*[exchange(transport, server.url, total=5.0) for _ in range(20)])
        await transport.close()

    asyncio.run(main())


@pytest.mark.parametrize("library", ["aiohttp", "httpx2"])
@pytest.mark.parametrize("where", ["headers", "body", "stream"])
def test_a_cancelled_call_closes_its_connection(serve: Serve, library: str, where: str) -> None:
    async def main() -> None:
        transport = create_async_transport(library)
        call = asyncio.ensure_future((read_stream if where == "stream" else exchange)(transport, server.url))
        assert await wait_for(AIOHTTP, server.asked)
        await asyncio.sleep(0.1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert await wait_for(AIOHTTP, server.left)
        await transport.close()

    server = serve(responds(b"" if where == "headers" else FIRST_CHUNK, notices_departure))
    asyncio.run(main())


def test_an_unknown_transport_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'urllib3' or 'httpx2'"):
        create_transport("requests")
    with pytest.raises(ValueError, match="'aiohttp' or 'httpx2'"):
        create_async_transport("urllib3")
