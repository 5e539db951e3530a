"""Bodies that are large, or become so: the limit for what is read whole, and how much is in memory at once."""

from __future__ import annotations

import gzip
import tracemalloc

import pytest

from generator.runtime.transport import AsyncTransport, TransportError
from tests.runtime.transport.raw_server import CHUNKED, Serve, chunked, http_response, responds
from tests.runtime.transport.transports import TransportCase, exchange, request

MB = 1 << 20
TEXT = b"".join(b"%d," % number for number in range(9000))
BOMB = gzip.compress(b"\0" * (48 * MB))


LARGE = {
    "a bomb": http_response(BOMB, "Content-Encoding: gzip"),
    "a bomb in chunks": CHUNKED[:-2] + b"Content-Encoding: gzip\r\n\r\n" + chunked(BOMB[:99], BOMB[99:]),
    "announced": b"HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n",
    "in chunks": CHUNKED + chunked(*[b"x" * MB] * 3),
    "without a length": b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 3 * MB,
    "of an error": http_response(b"x" * 3 * MB, status="400 Bad Request"),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_body_over_the_limit_is_given_up_in_little_memory(case: TransportCase, serve: Serve, name: str) -> None:
    server = serve(responds(LARGE[name], 30.0))

    async def peak(transport: AsyncTransport) -> int:
        tracemalloc.start()
        try:
            with pytest.raises(TransportError, match=f"larger than {MB} bytes") as caught:
                await exchange(transport, server.url, max_bytes=MB)
            assert (caught.value.kind, caught.value.status) == ("too_large", 400 if name == "of an error" else 200)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert case.run(peak) < 6 * MB


def test_a_body_of_the_limit_is_read(case: TransportCase, serve: Serve) -> None:
    for sent in (http_response(TEXT), http_response(gzip.compress(TEXT), "Content-Encoding: gzip")):
        server = serve(responds(sent))
        assert case.exchange(server.url, max_bytes=len(TEXT)).body == TEXT
        with pytest.raises(TransportError, match="larger"):
            case.exchange(server.url, max_bytes=len(TEXT) - 1)


def test_a_bomb_comes_in_pieces_of_constant_size(case: TransportCase, serve: Serve) -> None:
    server = serve(responds(LARGE["a bomb"]))

    async def peak(transport: AsyncTransport) -> tuple[int, int, int]:
        tracemalloc.start()
        try:
            response, total, longest = await transport.send(request(server.url, stream=True)), 0, 0
            async for piece in response.chunks():
                total, longest = total + len(piece), max(longest, len(piece))
            return total, longest, tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    total, longest, memory = case.run(peak)
    assert total == 48 * MB
    assert longest <= 1 << 16
    assert memory < 4 * MB
