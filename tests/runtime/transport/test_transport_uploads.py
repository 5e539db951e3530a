"""Bodies that are sent while they are read: framed, counted, in constant memory, their own errors unchanged."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from generator.runtime.transport import AsyncTransport, Body
from generator.runtime.transport.urllib3_response import ChunkedDecoder
from tests.runtime.transport.raw_server import Peer, Serve, chunked, http_response, keeps_responding
from tests.runtime.transport.transports import (
    AIOHTTP,
    HTTPX2_ASYNCIO,
    HTTPX2_TRIO,
    URLLIB3,
    TransportCase,
    exchange,
    request,
)


class Pieces:
    """A body of these pieces, which says that it has `length` bytes."""

    def __init__(self, *pieces: bytes | Exception | Callable[[], bytes], length: int | None = None) -> None:
        self.pieces = pieces
        self.length = length

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece if isinstance(piece, bytes) else piece()


def whole(*pieces: bytes) -> Pieces:
    return Pieces(*pieces, length=sum(map(len, pieces)))


def test_a_body_of_known_length_is_sent_as_it_is_and_its_connection_is_kept(case: TransportCase, serve: Serve) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        for content in (whole(b"head", large, b"", b"tail"), b"plain"):
            assert (await exchange(transport, server.url, content=content)).status == 200

    large = os.urandom(300_000)
    server = serve(keeps_responding)
    case.run(scenario)
    assert server.connections == 1
    first, second = server.requests
    head, _, content = first.partition(b"\r\n\r\n")
    assert content == b"head" + large + b"tail"
    assert len(re.findall(rb"(?i)content-length: 300008", head)) == 1
    assert b"chunked" not in head.lower()
    assert second.endswith(b"\r\n\r\nplain")


def test_a_small_body_is_sent_with_its_head(serve: Serve) -> None:
    def script(peer: Peer) -> None:
        arrived.append(peer.connection.recv(65536))
        peer.send(http_response())

    arrived: list[bytes] = []
    URLLIB3.exchange(serve(script).url, content=whole(b"one", b"two"))
    assert arrived[0].endswith(b"onetwo")


def test_a_body_of_unknown_length_is_sent_in_chunks(case: TransportCase, serve: Serve) -> None:
    def script(peer: Peer) -> None:
        while not arrived.endswith(b"0\r\n\r\n"):
            arrived.extend(peer.connection.recv(65536))
        peer.send(http_response())

    arrived = bytearray()
    pieces = (b"1" * 65_536, b"", b"2", b"3" * 65_536, b"4")
    assert case.exchange(serve(script).url, content=Pieces(*pieces)).status == 200
    head, _, content = bytes(arrived).partition(b"\r\n\r\n")
    assert b"transfer-encoding: chunked" in head.lower()
    assert b"content-length" not in head.lower()
    assert content.startswith(chunked(pieces[0], end=False))
    assert ChunkedDecoder().feed(content) == b"".join(pieces)


OWN = [
    OSError(5, "the disk fell out"),
    ConnectionResetError("the share was lost"),
    BrokenPipeError("the pipe ended"),
    TimeoutError("the tape is slow"),
    ValueError("read of closed file"),
    KeyError("mine"),
]


@pytest.mark.parametrize("error", OWN, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("length", [10**6, None])
def test_what_reading_the_body_raises_comes_through_as_it_is(
    case: TransportCase, serve: Serve, error: Exception, length: int | None
) -> None:
    def script(peer: Peer) -> None:
        with contextlib.suppress(OSError):
            while data := peer.connection.recv(65536):
                arrived.extend(data)
        peer.server.left.set()

    arrived, server = bytearray(), serve(script)
    with pytest.raises(type(error)) as caught:
        case.exchange(server.url, content=Pieces(b"one", error, length=length))
    assert server.left.wait(3)
    assert caught.value is error
    assert not arrived.endswith(b"0\r\n\r\n")  # a server must not take it for a whole one


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (Pieces(b"four", b"more", length=4), "longer than the 4 bytes announced"),
        (Pieces(b"four", length=5), "ended after 4 of the 5 bytes announced"),
    ],
)
def test_a_body_of_another_length_than_announced_is_an_error(
    case: TransportCase, serve: Serve, body: Body, said: str
) -> None:
    error = case.failure(serve(keeps_responding).url, content=body)
    assert (error.kind, error.sent) == ("broken", None)
    assert said in error.message


def test_a_server_that_does_not_read_meets_the_limit(case: TransportCase, serve: Serve) -> None:
    def script(peer: Peer) -> None:
        peer.server.ended.wait(10)
        peer.reset()

    server = serve(script)
    assert case.failure(server.url, content=whole(*[b"x" * 262_144] * 400), total=0.5, within=3.0).kind == "timeout"
    server.ended.set()
    gc.collect()  # a socket that is still open, because not everything could be sent, would say so here


def test_slow_reading_counts_within_the_limit(case: TransportCase, serve: Serve) -> None:
    body = Pieces(*[lambda: time.sleep(0.1) or b"x"] * 50, length=50)
    assert case.failure(serve(keeps_responding).url, content=body, total=0.4, within=2.0).kind == "timeout"


def test_a_response_that_comes_before_the_body_is_read_is_the_response(case: TransportCase, serve: Serve) -> None:
    def script(peer: Peer) -> None:
        peer.connection.recv(65536)
        peer.send(http_response(b'{"error":"too large"}', "Connection: close", status="413 Too Large"))
        peer.server.asked.set()
        time.sleep(0.2)
        peer.reset()

    def after_the_response() -> bytes:
        server.asked.wait(5)
        time.sleep(0.05)
        return b"x"

    body = Pieces(b"x" * 65_536, after_the_response, *[b"x" * 262_144] * 8, length=1 + 65_536 + 8 * 262_144)
    server = serve(script)
    got = case.exchange(server.url, content=body, total=3.0)
    assert (got.status, got.body) == (413, b'{"error":"too large"}')


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize(
    "content",
    [b"x" * 12_000_000, whole(*[b"x" * 30_000] * 400), Pieces(*[b"x" * 300_000] * 40)],
    ids=["bytes", "small-pieces", "chunks"],
)
def test_a_refusal_by_a_server_that_neither_reads_on_nor_closes_ends_the_sending(
    case: TransportCase, serve: Serve, content: Any, tls: bool
) -> None:
    def script(peer: Peer) -> None:
        peer.connection.recv(1)
        refusal = http_response(b'{"error":"too large"}', status="413 Too Large")
        for part in (b"HTTP/1.1 103 Early Hints\r\n", b"Link: </a>\r\n\r\nHTTP/", refusal[5:]):
            peer.send(part)
            peer.server.ended.wait(0.01)
        peer.server.ended.wait(20)

    server = serve(script, tls)
    got = case.run(lambda transport: exchange(transport, server.url, content=content, total=10.0), verify=False)
    assert (got.status, got.body) == (413, b'{"error":"too large"}')


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_a_success_before_the_body_is_read_does_not_end_the_sending(
    case: TransportCase, serve: Serve, tls: bool
) -> None:
    def script(peer: Peer) -> None:
        peer.connection.recv(1)
        peer.send(response)
        while len(peer.connection.recv(65536)) != 0 and not peer.server.ended.is_set():
            peer.server.asked.set()

    response = http_response(b"y" * 30_000)
    server = serve(script, tls)
    body = whole(*[b"x" * 262_144] * 8)
    got = case.run(lambda transport: exchange(transport, server.url, content=body, total=10.0), verify=False)
    assert (got.status, got.body) == (200, b"y" * 30_000)


def test_what_only_announces_a_response_does_not_end_the_sending(case: TransportCase, serve: Serve) -> None:
    def script(peer: Peer) -> None:
        peer.send(b"HTTP/1.1 102 Processing\r\n\r\n")
        if peer.request():
            peer.send(http_response())

    body = whole(*[b"x" * 262_144] * 8)
    server = serve(script)
    assert case.exchange(server.url, content=body, total=5.0).status == 200
    assert len(server.requests[0]) > 8 * 262_144


class Watched(Pieces):
    """A body of three pieces, which remembers the threads that read it."""

    def __init__(self, pause: float, in_memory: bool) -> None:
        def read() -> bytes:
            self.threads.add(threading.get_ident())
            time.sleep(pause)
            return b"x"

        super().__init__(read, read, read, length=3)
        self.threads: set[int] = set()
        self.in_memory = in_memory


@pytest.mark.parametrize("case", [AIOHTTP, HTTPX2_ASYNCIO, HTTPX2_TRIO], ids=lambda case: case.name)
def test_reading_a_file_does_not_stop_the_loop(case: TransportCase, serve: Serve) -> None:
    async def scenario(transport: AsyncTransport) -> int:
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                await anyio.sleep(0.01)
                ticks += 1

        async with anyio.create_task_group() as group:
            group.start_soon(tick)
            await exchange(transport, server.url, content=body)
            group.cancel_scope.cancel()
        return ticks

    server, body = serve(keeps_responding), Watched(0.1, in_memory=False)
    assert case.run(scenario) >= 10
    assert threading.get_ident() not in body.threads


def test_pieces_that_are_in_memory_take_no_thread(case: TransportCase, serve: Serve) -> None:
    body = Watched(0, in_memory=True)
    case.exchange(serve(keeps_responding).url, content=body)
    assert body.threads == {threading.get_ident()}


@pytest.mark.parametrize("case", [AIOHTTP, HTTPX2_ASYNCIO], ids=lambda case: case.name)
def test_a_cancelled_upload_ends_at_once_and_closes_its_connection(case: TransportCase, serve: Serve) -> None:
    def stuck() -> bytes:
        release.wait(5)
        return b"x"

    def script(peer: Peer) -> None:
        peer.request()
        peer.server.left.set()

    async def scenario(transport: AsyncTransport) -> None:
        sending = asyncio.ensure_future(transport.send(request(server.url, content=Pieces(b"x", stuck, length=2))))
        await asyncio.sleep(0.1)
        sending.cancel()
        start = time.monotonic()
        with pytest.raises(asyncio.CancelledError):
            await sending
        assert time.monotonic() - start < 1
        assert await asyncio.to_thread(server.left.wait, 3)
        release.set()

    release, server = threading.Event(), serve(script)
    case.run(scenario)


def swallows(peer: Peer) -> None:
    """Reads uploads and keeps none of them."""
    buffer, ahead = bytearray(1 << 20), b""
    while True:
        while b"\r\n\r\n" not in ahead:
            data = peer.connection.recv(65536)
            if not data:
                return
            ahead += data
        head, _, rest = ahead.partition(b"\r\n\r\n")
        found = re.search(rb"(?i)content-length: (\d+)", head)
        assert found is not None
        left, ahead = int(found[1]) - len(rest), b""
        while left > 0:
            left -= peer.connection.recv_into(buffer)
        assert left == 0
        peer.send(http_response())


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="reads the memory's peak from /proc")
@pytest.mark.parametrize("name", ["urllib3", "httpx2", "aiohttp", "httpx2-asyncio"])
def test_a_gibibyte_is_sent_in_constant_memory(tmp_path: Path, serve: Serve, name: str) -> None:
    small, large = tmp_path / "small.bin", tmp_path / "large.bin"
    for path, size in ((small, 1 << 20), (large, 1 << 30)):
        with open(path, "wb") as file:
            file.truncate(size)  # holes: nothing is written to the disk
    script = Path(__file__).with_name("upload_file.py")
    done = subprocess.run(
        [sys.executable, str(script), name, serve(swallows).url, str(small), str(large)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 32 * 1024
