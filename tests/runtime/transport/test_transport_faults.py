"""Failures: of which kind they are, and whether the request may have left."""

from __future__ import annotations

import errno
import os
import pickle
import socket
import ssl
import time
from functools import partial

import pytest

from generator.runtime.transport import AsyncTransport, TransportError
from generator.runtime.transport.errors import not_received
from tests.runtime.transport.raw_server import (
    CERTIFICATE,
    CHUNKED,
    FIRST_CHUNK,
    Peer,
    Script,
    Serve,
    chunked,
    drip,
    http_response,
    responds,
)
from tests.runtime.transport.transports import TransportCase, exchange, read_stream, request

STATUS = b"HTTP/1.1 200 OK\r\n"
KNOWN = STATUS + b"Content-Length: 100\r\n\r\n"


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.mark.parametrize(
    ("host", "kind", "said"),
    [
        ("127.0.0.1:{port}", "connect", "no connection to http://127.0.0.1:{port}: Connection refused"),
        ("no-such-host.invalid", "dns", "cannot find the host of http://no-such-host.invalid: "),
    ],
)
def test_without_a_connection_it_is_proven_that_nothing_was_sent(
    case: TransportCase, host: str, kind: str, said: str
) -> None:
    port = unused_port()
    error = case.failure(f"http://{host.format(port=port)}", within=60)
    assert (error.kind, error.sent, error.status) == (kind, False, None)
    if case.name != "httpx2-trio" or kind == "dns":  # trio does not say why
        assert error.message.startswith(said.format(port=port))
    # The library's error is there for debugging, and no traceback prints it.
    assert error.__context__ is not None
    assert error.__suppress_context__


def test_a_reset_at_once_is_not_sent_only_where_the_connection_itself_failed(case: TransportCase, serve: Serve) -> None:
    error = case.failure(serve(Peer.reset).url)
    assert (error.kind, error.sent) in {("connect", False), ("broken", None)}


BREAKS: dict[str, tuple[Script, int | None]] = {
    "reads, then closes": (responds(), None),
    "reads, then resets": (responds(Peer.reset), None),
    "cuts the status line": (responds(b"HTTP/1.1 20"), None),
    "cuts a header": (responds(STATUS + b"Content-Ty"), None),
    "cuts between headers": (responds(STATUS + b"X-A: b\r\n"), None),
    "cuts after the status": (responds(STATUS), None),
    "speaks no HTTP": (responds(b"SSH-2.0-OpenSSH_9.6\r\n"), None),
    "cuts a body of known length": (responds(KNOWN, b'{"half":'), 200),
    "resets in the body": (responds(KNOWN, b'{"half":', 0.05, Peer.reset), 200),  # at once, it would overtake the body
    "cuts a chunk": (responds(CHUNKED, b"20\r\nhalf"), 200),
    "cuts between chunks": (responds(FIRST_CHUNK), 200),
    "cuts a chunk's length": (responds(FIRST_CHUNK, b"1"), 200),
    "ends a chunk elsewhere": (responds(CHUNKED, b"3\r\noneXX0\r\n\r\n"), 200),
    "announces an endless chunk": (responds(CHUNKED, b"F" * 17 + b"\r\none"), 200),
    "breaks a later chunk's length": (responds(FIRST_CHUNK, 0.05, b"zz\r\nwhat\r\n0\r\n\r\n", Peer.gone), 200),
    "breaks a chunk's length": (responds(CHUNKED, b"zz\r\nwhat\r\n0\r\n\r\n"), 200),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_break_after_the_request_leaves_its_fate_unknown(case: TransportCase, serve: Serve, name: str) -> None:
    script, status = BREAKS[name]
    server = serve(script)
    error = case.failure(server.url)
    assert (error.kind, error.sent) == ("broken", None)
    assert error.status == status
    assert str(error) == error.message
    assert "\n" not in error.message
    assert "400, message" not in error.message  # aiohttp's own, which reads like the server's
    if name == "speaks no HTTP" and not case.name.startswith("httpx2"):
        assert "tatus line" in error.message
        assert "SSH-2.0" in error.message
    assert len(server.requests) == 1, "sent more than once"
    if status is not None:
        with pytest.raises(TransportError) as caught:
            case.read_stream(server.url)
        assert caught.value.kind == "broken"


RECORDS = {"an alert": b"\x15\x03\x03\x00\x02\x02\x28", "a bad record": b"\x17\x03\x03\x00\x20" + b"?" * 32}
PLACES: dict[str, tuple[tuple[bytes, ...], int | None]] = {
    "before the headers": ((), None),
    "in the headers": ((STATUS,), None),
    "in the body": ((KNOWN, b"{"), 200),
    "in the chunks": ((FIRST_CHUNK,), 200),
}


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("place", PLACES)
def test_tls_that_breaks_under_a_response_is_a_broken_connection(
    case: TransportCase, serve: Serve, place: str, record: str
) -> None:
    sent, status = PLACES[place]

    def break_off(peer: Peer) -> None:
        time.sleep(0.02)
        os.write(peer.connection.fileno(), RECORDS[record])
        peer.gone(0.5)

    server = serve(responds(*sent, break_off), tls=True)
    for read in (exchange, read_stream):
        with pytest.raises(TransportError) as caught:
            case.run(partial(read, url=server.url), verify=str(CERTIFICATE))
        assert (caught.value.kind, caught.value.sent, caught.value.status) == ("broken", None, status)


@pytest.mark.parametrize(
    "head",
    [
        "no header\r\nContent-Length: 2",
        " folded\r\nContent-Length: 2",
        "Content-Length: two",
        "Content-Length: -2",
        "Content-Length: 2\r\nContent-Length: 1",
        "Content-Length: 1000000000000000",
        f"Content-Length: {'9' * 30}",
        f"Content-Length: {'9' * 5000}",
        "Transfer-Encoding: xchunked\r\nContent-Length: 2",
    ],
)
def test_a_response_that_does_not_say_where_it_ends_is_broken(case: TransportCase, serve: Serve, head: str) -> None:
    if case.name == "aiohttp" and head.startswith(" "):
        pytest.skip("aiohttp leaves out a folded line at the beginning, and reads the others")
    server = serve(responds(STATUS, f"{head}\r\n\r\n{{}}".encode()))
    assert case.failure(server.url).kind == "broken"
    with pytest.raises(TransportError, match="broke"):
        case.read_stream(server.url)


SLOW: dict[str, tuple[Script, int | None]] = {
    "silent": (responds(10.0), None),
    "silent in the headers": (responds(STATUS, 10.0), None),
    "silent in the body": (responds(KNOWN, b"{", 10.0), 200),
    "silent in a chunked body": (responds(FIRST_CHUNK, 10.0), 200),
    "drips the headers": (responds(drip(http_response(b"x" * 100))), None),
    "drips the body": (responds(KNOWN, drip(b"x" * 100)), 200),
    "drips the chunks": (responds(CHUNKED, drip(chunked(*[b"x"] * 20))), 200),
}


# A whole response where a stream was asked for has the deadline of any other.
@pytest.mark.parametrize(("name", "stream"), [("drips the body", True), *((name, False) for name in SLOW)])
def test_a_call_ends_at_its_deadline_however_the_server_idles(
    case: TransportCase, serve: Serve, name: str, stream: bool
) -> None:
    script, status = SLOW[name]
    server = serve(script)
    error = case.failure(server.url, total=0.3, stream=stream, within=2.0)
    assert (error.kind, error.sent, error.status) == ("timeout", None, status)
    part = "response" if status is None else "rest of the response"
    assert error.message == f"the {part} did not arrive in time"
    assert len(server.requests) == 1, "sent more than once"


def test_silence_within_a_stream_ends_it_after_what_came(case: TransportCase, serve: Serve) -> None:
    got: list[bytes] = []

    async def scenario(transport: AsyncTransport) -> None:
        response = await transport.send(request(server.url, stream=True, read_idle=0.3))
        async for piece in response.chunks():
            got.append(piece)

    start = time.monotonic()
    server = serve(responds(FIRST_CHUNK, 10.0))
    with pytest.raises(TransportError) as caught:
        case.run(scenario)
    assert time.monotonic() - start < 2.0
    assert got == [b"first"]
    assert (caught.value.kind, caught.value.sent, caught.value.status) == ("timeout", None, 200)


def test_a_stream_lasts_as_long_as_it_speaks(case: TransportCase, serve: Serve) -> None:
    server = serve(responds(CHUNKED, *[0.1, chunked(b"x", end=False)] * 6, chunked()))
    assert b"".join(case.read_stream(server.url, total=0.3, read_idle=0.4)) == b"xxxxxx"


def test_the_time_that_a_caller_takes_over_a_piece_is_no_silence(case: TransportCase, serve: Serve) -> None:
    async def scenario(transport: AsyncTransport) -> bytes:
        response = await transport.send(request(server.url, stream=True, read_idle=0.3))
        got = b""
        async for piece in response.chunks():
            got += piece
            time.sleep(0.5)
        return got

    server = serve(responds(FIRST_CHUNK, 0.1, chunked(b"two")))
    assert case.run(scenario) == b"firsttwo"


def test_a_closed_transport_says_so(case: TransportCase) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        await transport.close()
        await transport.send(request("http://127.0.0.1:9"))

    with pytest.raises(TransportError) as caught:
        case.run(scenario)
    assert (caught.value.kind, caught.value.sent) == ("closed", False)


def test_the_reason_is_the_systems_wherever_a_library_keeps_it() -> None:
    reset = ConnectionResetError(errno.ECONNRESET, "as a library puts it")
    waiting, empty = ssl.SSLWantReadError(), OSError()
    empty.__context__, waiting.__context__, waiting.__cause__ = reset, ValueError(), empty
    error = RuntimeError("as another puts it")
    error.__context__ = waiting
    assert not_received(error).message == f"the connection broke: {os.strerror(errno.ECONNRESET)}"
    reset.__context__ = error  # raised again
    assert not_received(RuntimeError("as it is")).message == "the connection broke: as it is"


def test_an_error_can_be_pickled() -> None:
    error = pickle.loads(pickle.dumps(TransportError("late", kind="timeout", sent=False, status=200)))
    assert (str(error), error.kind, error.sent, error.status) == ("late", "timeout", False, 200)
