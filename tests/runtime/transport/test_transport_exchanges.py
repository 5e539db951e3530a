"""Requests and responses when all is well: bytes, headers, connections."""

from __future__ import annotations

import asyncio
import gc
import gzip
import threading
import time

import pytest

from generator.runtime.transport import AsyncTransport, TransportError, create_async_transport, create_transport
from tests.runtime.transport.raw_server import (
    CHUNKED,
    Peer,
    Script,
    chunked,
    http_response,
    keeps_responding,
    serving,
)
from tests.runtime.transport.transports import TRANSPORTS, Received, TransportCase, exchange, read_stream, request


def once(*sent: bytes) -> Script:
    def script(peer: Peer) -> None:
        while peer.request():
            peer.send(*sent)

    return script


def test_a_request_goes_out_as_it_stands(case: TransportCase) -> None:
    with serving(keeps_responding) as server:
        url = f"{server.url}/v1/models/a%2Fb%20c%3F?q=%E4%BD%A0+x&r=1%2C2"
        got = case.run(lambda t: exchange(t, url, headers=(("X-One", "1"),)))
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    line, *headers = head.split(b"\r\n")
    assert line == b"POST /v1/models/a%2Fb%20c%3F?q=%E4%BD%A0+x&r=1%2C2 HTTP/1.1"
    assert body == b'{"n":1}'
    fields = [header.split(b": ", 1) for header in headers]
    sent = {name.lower(): value for name, value in fields}
    assert len(sent) == len(fields), "a header was sent twice"
    assert sent[b"authorization"] == b"Bearer sk-test"
    assert sent[b"content-type"] == b"application/json"
    assert sent[b"content-length"] == b"7"
    assert sent[b"user-agent"] == b"test/1"
    assert sent[b"x-one"] == b"1"
    assert sent[b"host"] == server.url.removeprefix("http://").encode()
    assert sent[b"accept-encoding"] == b"gzip"
    assert (got.status, got.body) == (200, b'{"ok":true}')


def test_a_get_has_no_body_and_a_stream_is_not_asked_for_compressed(case: TransportCase) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        await exchange(transport, server.url, method="GET", content=None)
        await read_stream(transport, server.url)

    with serving(keeps_responding) as server:
        case.run(scenario)
    get, stream = (sent.lower() for sent in server.requests)
    assert get.startswith(b"get /v1/things http/1.1\r\n")
    assert b"content-length" not in get
    assert b"accept-encoding: identity" in stream


@pytest.mark.parametrize("size", [0, 100_000, 3_000_000])
def test_bodies_of_any_size_pass_both_ways(case: TransportCase, size: int) -> None:
    body = b"0123456789" * (size // 10)
    with serving(once(http_response(body))) as server:
        got = case.run(lambda t: exchange(t, server.url, content=body))
    assert got.body == body
    assert server.requests[0].endswith(b"\r\n\r\n" + body)


@pytest.mark.parametrize(
    "sent",
    [
        CHUNKED + chunked(b'{"ok"', b":true}"),
        b'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"ok":true}',
        b'HTTP/1.0 200 OK\r\n\r\n{"ok":true}',
        b"HTTP/1.1 100 Continue\r\n\r\n" + http_response(),
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n" + http_response(),
        CHUNKED + b'b;name=value\r\n{"ok":true}\r\n0\r\nX-Trailer: 1\r\n\r\n',
    ],
    ids=["chunked", "until it closes", "HTTP/1.0", "after 100", "after early hints", "extension and trailer"],
)
def test_every_framing_of_a_body_is_read(case: TransportCase, sent: bytes) -> None:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(sent)

    with serving(script) as server:
        assert case.run(lambda t: exchange(t, server.url)).body == b'{"ok":true}'
        assert b"".join(case.run(lambda t: read_stream(t, server.url))) == b'{"ok":true}'


def test_a_compressed_body_is_read_whole_and_in_pieces(case: TransportCase) -> None:
    text = b'{"text":"' + b"na " * 5000 + b'"}'
    packed = gzip.compress(text)
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(http_response(packed, "Content-Encoding: gzip"))
        peer.request()
        peer.send(head, *[chunked(packed[at : at + 7], end=False) for at in range(0, len(packed), 7)], chunked())

    async def scenario(transport: AsyncTransport) -> tuple[Received, list[bytes]]:
        return await exchange(transport, server.url), await read_stream(transport, server.url)

    with serving(script) as server:
        whole, streamed = case.run(scenario)
    assert whole.body == text
    assert b"".join(streamed) == text


def test_a_body_that_only_says_that_it_is_compressed_is_broken(case: TransportCase) -> None:
    script = once(http_response(b"plain text", "Content-Encoding: gzip"))
    with serving(script) as server, pytest.raises(TransportError) as caught:
        case.run(lambda t: exchange(t, server.url))
    assert caught.value.kind == "broken"


def test_nothing_that_says_that_it_is_compressed_is_nothing(case: TransportCase) -> None:
    with serving(once(http_response(b"", "Content-Encoding: gzip"))) as server:
        assert case.run(lambda t: exchange(t, server.url)).body == b""


def test_headers_come_in_order_each_by_itself_in_any_encoding(case: TransportCase) -> None:
    with serving(once(http_response(b"{}", "X-A: 1", "Vary: Origin", "Vary: Accept", "X-Name: caf\xe9"))) as server:
        got = case.run(lambda t: exchange(t, server.url))
    headers = [(name.lower(), value) for name, value in got.headers]
    assert headers == [
        ("x-a", "1"),
        ("vary", "Origin"),
        ("vary", "Accept"),
        ("x-name", "caf\xe9"),
        ("content-length", "2"),
    ]


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified", "204 None\r\nTransfer-Encoding: chunked"])
def test_a_status_without_a_body_ends_at_its_headers(case: TransportCase, status: str) -> None:
    async def scenario(transport: AsyncTransport) -> list[Received]:
        return [await exchange(transport, server.url), await exchange(transport, server.url)]

    with serving(once(f"HTTP/1.1 {status}\r\n\r\n".encode())) as server:
        assert [got.body for got in case.run(scenario)] == [b"", b""]
    assert server.connections == 1


def test_errors_are_responses_and_redirects_are_not_followed(case: TransportCase) -> None:
    moved = http_response(b"", "Location: /elsewhere", status="307 Temporary Redirect")
    with serving(once(moved)) as server:
        assert case.run(lambda t: exchange(t, server.url)).status == 307
        assert len(server.requests) == 1
    with serving(once(http_response(b"{}", status="503 Service Unavailable"))) as server:
        assert case.run(lambda t: exchange(t, server.url)).status == 503
        assert len(server.requests) == 1


def test_cookies_are_not_kept(case: TransportCase) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        await exchange(transport, server.url)
        await exchange(transport, server.url)

    with serving(once(http_response(b"{}", "Set-Cookie: session=1; Path=/"))) as server:
        case.run(scenario)
    assert b"cookie" not in server.requests[1].lower()


def test_a_response_to_half_a_request_is_read(case: TransportCase) -> None:
    refusal = http_response(b'{"error":"too long"}', "Connection: close", status="413 Content Too Large")

    def script(peer: Peer) -> None:
        peer.connection.recv(1000)
        peer.send(refusal)
        peer.gone(0.5)

    with serving(script) as server:
        got = case.run(lambda t: exchange(t, server.url, content=b"x" * 50_000_000))
    assert (got.status, got.body) == (413, b'{"error":"too long"}')


def test_connections_are_kept(case: TransportCase) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(3):
            await exchange(transport, server.url)

    with serving(keeps_responding) as server:
        case.run(scenario)
    assert (len(server.requests), server.connections) == (3, 1)


def test_a_connection_that_the_server_closed_meanwhile_is_not_used(case: TransportCase) -> None:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(http_response())

    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(3):
            await exchange(transport, server.url)
            await case.pause(0.05)

    with serving(script) as server:
        case.run(scenario)
    assert (len(server.requests), server.connections) == (3, 3)


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_a_request_on_a_kept_connection_is_not_sent_again(case: TransportCase, method: str) -> None:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(http_response())
        peer.request()

    async def scenario(transport: AsyncTransport) -> TransportError:
        await exchange(transport, server.url)
        await case.pause(0.02)  # aiohttp gives a connection back a little later
        with pytest.raises(TransportError) as caught:
            await exchange(transport, server.url, method=method, content=None if method == "GET" else b"{}")
        return caught.value

    with serving(script) as server:
        error = case.run(scenario)
        time.sleep(0.1)
    assert (error.kind, error.sent) == ("broken", None)
    assert len(server.requests) == 2


def test_a_piece_is_handed_over_when_it_comes(case: TransportCase) -> None:
    seen = threading.Event()

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(CHUNKED, chunked(b"first", end=False))
        assert seen.wait(5)
        peer.send(chunked(b"second"))

    async def scenario(transport: AsyncTransport) -> list[bytes]:
        response = await transport.send(request(server.url, stream=True, read_idle=3.0))
        got: list[bytes] = []
        async for piece in response.chunks():
            got.append(piece)
            seen.set()
        return got

    with serving(script) as server:
        assert case.run(scenario) == [b"first", b"second"]


def test_a_long_chunk_is_handed_over_as_it_comes(case: TransportCase) -> None:
    size = 1_000_000
    seen = threading.Event()

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(CHUNKED, b"%x\r\n" % size, b"a" * 10)
        assert seen.wait(5)
        peer.send(b"b" * (size - 10), b"\r\n0\r\n\r\n")

    async def scenario(transport: AsyncTransport) -> int:
        response = await transport.send(request(server.url, stream=True, read_idle=3.0))
        count = 0
        async for piece in response.chunks():
            count += len(piece)
            seen.set()
        return count

    with serving(script) as server:
        assert case.run(scenario) == size


def test_a_stream_that_is_left_closes_its_connection(case: TransportCase) -> None:
    def script(peer: Peer) -> None:
        peer.request()
        peer.send(CHUNKED, chunked(b"first", end=False))
        if peer.gone():
            peer.server.left.set()

    async def scenario(transport: AsyncTransport) -> bool:
        response = await transport.send(request(server.url, stream=True))
        async for _ in response.chunks():
            break
        await response.close()
        await response.close()
        return await wait_for(case, server.left)

    with serving(script) as server:
        assert case.run(scenario)


async def wait_for(case: TransportCase, event: threading.Event) -> bool:
    for _ in range(300):
        if event.is_set():
            return True
        await case.pause(0.01)
    return False


@pytest.mark.parametrize("pause", [0.0, 0.01, 10.0])
def test_what_follows_the_end_of_interest_is_awaited_for_a_moment_only(case: TransportCase, pause: float) -> None:
    def script(peer: Peer) -> None:
        while peer.request():
            peer.send(CHUNKED, chunked(b"end", end=False))
            peer.server.ended.wait(pause)
            peer.send(chunked())

    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(2):
            response = await transport.send(request(server.url, stream=True))
            async for piece in response.chunks():
                assert piece == b"end"
                break
            await response.finish()

    start = time.monotonic()
    with serving(script) as server:
        case.run(scenario)
    assert time.monotonic() - start < 2.0
    if case.library != "httpx2":
        assert server.connections == (2 if pause == 10.0 else 1)


@pytest.mark.parametrize("library", ["urllib3", "httpx2"])
def test_threads_share_a_transport(library: str) -> None:
    transport, failures = create_transport(library), list[BaseException]()

    def work() -> None:
        try:
            for _ in range(10):
                assert transport.send(request(server.url)).read() == b'{"ok":true}'
        except BaseException as error:
            failures.append(error)

    with serving(keeps_responding) as server:
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
def test_a_second_event_loop_gets_connections_of_its_own(library: str) -> None:
    transport = create_async_transport(library)
    with serving(keeps_responding) as server:
        for _ in range(3):
            assert asyncio.run(exchange(transport, server.url)).body == b'{"ok":true}'
        asyncio.run(transport.close())
        assert server.connections == 3
    del transport
    gc.collect()  # here, where what is said of it is not heard


@pytest.mark.parametrize("library", ["aiohttp", "httpx2"])
@pytest.mark.parametrize("where", ["headers", "body", "stream"])
def test_a_cancelled_call_closes_its_connection(library: str, where: str) -> None:
    def script(peer: Peer) -> None:
        peer.request()
        if where != "headers":
            peer.send(CHUNKED, chunked(b"first", end=False))
        if peer.gone():
            peer.server.left.set()

    async def main() -> None:
        transport = create_async_transport(library)
        call = asyncio.ensure_future((read_stream if where == "stream" else exchange)(transport, server.url))
        assert await wait_for(TRANSPORTS[-2], server.asked)
        await asyncio.sleep(0.1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert await wait_for(TRANSPORTS[-2], server.left)
        await transport.close()

    with serving(script) as server:
        asyncio.run(main())


def test_an_unknown_transport_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'urllib3' or 'httpx2'"):
        create_transport("requests")
    with pytest.raises(ValueError, match="'aiohttp' or 'httpx2'"):
        create_async_transport("urllib3")
