"""Responses that are not quite HTTP, or more than was asked for: every transport makes the same of them."""

from __future__ import annotations

import pytest

from generator.runtime.http.headers import header
from generator.runtime.transport import AsyncTransport, TransportError
from tests.runtime.transport.raw_server import CHUNKED, Serve, chunked, http_response, responds
from tests.runtime.transport.transports import TransportCase, exchange

OK = b'{"ok":true}'
STATUS = b"HTTP/1.1 200 OK\r\n"
SWITCHING = b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"

LENGTHS = b"\r\nContent-Length: 11\r\ncontent-length: 11\r\n\r\n"
REPEATED = b"HTTP/1.1 200 OK\r\nContent-Length: 46\r\nX-A: b\r\ncontent-length:  46 \r\n\r\n" + LENGTHS + b"{}"
READ: dict[str, tuple[bytes, int, bytes]] = {
    "two responses": (http_response() + http_response(b"second"), 200, OK),
    "a response and noise": (http_response() + b"noise\r\n\r\n", 200, OK),
    "more than the length": (STATUS + b"Content-Length: 1\r\n\r\n" + OK, 200, b"{"),
    "more than the chunks": (CHUNKED + chunked(OK) + b"noise", 200, OK),
    "the same length twice": (REPEATED, 200, LENGTHS + b"{}"),
    "204 with a body": (http_response(b"hello", status="204 No Content"), 204, b""),
    "304 with a length": (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", 304, b""),
    "many that only announce one": (b"HTTP/1.1 102 Processing\r\n\r\n" * 200 + http_response(), 200, OK),
    "100 with a length": (b"HTTP/1.1 100 Continue\r\nContent-Length: 2\r\n\r\n" + http_response(), 200, OK),
    "an odd 1xx": (b"HTTP/1.1 199 Odd\r\n\r\n" + http_response(), 200, OK),
    "bare line feeds": (b"HTTP/1.1 200 OK\nContent-Length: 11\n\n" + OK, 200, OK),
    "no reason": (b"HTTP/1.1 200\r\nContent-Length: 11\r\n\r\n" + OK, 200, OK),
    "a status of its own": (http_response(status="999 Odd"), 999, OK),
}
# The status is there where the head was one; a text is the message on every transport.
BROKEN: dict[str, tuple[bytes, int | None, str]] = {
    "nothing": (b"", None, "the server closed it without a response"),
    "half a head": (STATUS + b"X-A: b\r\n", None, "it was closed in the middle of the headers"),
    "another protocol": (SWITCHING, None, "the server changed to another protocol"),
    "another protocol, and a response": (SWITCHING + http_response(), None, "the server changed to another protocol"),
    "a body cut": (STATUS + b"Content-Length: 10\r\n\r\n{}", 200, "the body was cut"),
    "chunks cut": (CHUNKED + chunked(OK, end=False), 200, "the body was cut"),
    "a chunk longer than its length": (CHUNKED + b"1\r\n{}\r\n0\r\n\r\n", 200, ""),
    "a chunk of negative length": (CHUNKED + b"-2\r\n{}\r\n0\r\n\r\n", 200, ""),
    "a chunk without a length": (CHUNKED + b"\r\n{}\r\n0\r\n\r\n", 200, ""),
    "a chunk's length with a prefix": (CHUNKED + b"0x2\r\n{}\r\n0\r\n\r\n", 200, ""),
    "noise after a chunk": (CHUNKED + chunked(OK, end=False) + b"noise\r\n", 200, ""),
    "an unknown transfer encoding": (STATUS + b"Transfer-Encoding: chunkfd\r\n\r\n2\r\n{}\r\n0\r\n\r\n", None, ""),
    "a compressed transfer": (STATUS + b"Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", None, ""),
    "HTML alone": (b"<html>502 Bad Gateway</html>\r\n", None, ""),
    "a record of TLS": (b"\x15\x03\x01\x00\x02\x02\x28\r\n", None, ""),
    "HTTP/2": (b"HTTP/2 200 OK\r\nContent-Length: 2\r\n\r\n{}", None, ""),
    "a status of two digits": (b"HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\n{}", None, ""),
    "a status of four digits": (b"HTTP/1.1 2000 OK\r\nContent-Length: 2\r\n\r\n{}", None, ""),
    "a status of noughts": (b"HTTP/1.1 000 OK\r\nContent-Length: 2\r\n\r\n{}", None, ""),
    "a status in letters": (b"HTTP/1.1 abc OK\r\nContent-Length: 2\r\n\r\n{}", None, ""),
    "a length with a sign": (STATUS + b"Content-Length: +2\r\n\r\n{}", None, ""),
    "an empty length": (STATUS + b"Content-Length: \r\n\r\n{}", None, ""),
    "two lengths in one header": (STATUS + b"Content-Length: 2, 3\r\n\r\n{}", None, ""),
    "a header with a bare carriage return": (STATUS + b"X-A: a\rb\r\nContent-Length: 2\r\n\r\n{}", None, ""),
}


@pytest.mark.parametrize("name", READ)
def test_a_response_is_read_whatever_is_around_it(case: TransportCase, serve: Serve, name: str) -> None:
    sent, status, body = READ[name]
    server = serve(responds(sent))
    got = case.exchange(server.url)
    assert (got.status, got.body) == (status, body)
    assert b"".join(case.read_stream(server.url)) == body


def test_a_repeated_length_does_not_cost_the_connection(case: TransportCase, serve: Serve) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        for _ in range(3):
            got = await exchange(transport, server.url)
            assert (got.body, header(got.headers, "x-last")) == (OK, "12")

    server = serve(responds(STATUS[:-2] + LENGTHS[:-2] + b"X-Last: 12\r\n\r\n", OK, each=True))
    case.run(scenario)
    assert server.connections == 1


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_whole_response_is_broken(case: TransportCase, serve: Serve, name: str) -> None:
    sent, status, said = BROKEN[name]
    server = serve(responds(sent))
    for read in (case.exchange, case.read_stream):
        with pytest.raises(TransportError) as caught:
            read(server.url)
        error = caught.value
        assert (error.kind, error.sent, error.status, error.reused) == ("broken", None, status, False)
        assert error.message.startswith(f"the connection broke: {said}")
        # aiohttp says "400, message=...", which reads like the status of the server.
        assert "400" not in error.message
        assert "object at" not in error.message
    assert len(server.requests) == 2
