"""Failures: of which kind they are, and whether the request may have left."""

from __future__ import annotations

import gzip
import pickle
import socket
import time
from functools import partial

import pytest

from generator.runtime.transport import AsyncTransport, TransportError
from tests.runtime.transport.raw_server import CHUNKED, Peer, Script, chunked, http_response, serving
from tests.runtime.transport.transports import TRANSPORTS, TransportCase, exchange, read_stream, request

KNOWN = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"


def failure(case: TransportCase, script: Script, **options: object) -> TransportError:
    with serving(script) as server:
        with pytest.raises(TransportError) as caught:
            case.run(lambda transport: exchange(transport, server.url, **options))
        assert len(server.requests) <= 1, "sent more than once"
    return caught.value


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
    with pytest.raises(TransportError) as caught:
        case.run(lambda transport: exchange(transport, f"http://{host.format(port=port)}"))
    assert (caught.value.kind, caught.value.sent, caught.value.status) == (kind, False, None)
    if case.name != "httpx2-trio" or kind == "dns":  # trio does not say why
        assert caught.value.message.startswith(said.format(port=port))
    # The library's error is there for debugging, and no traceback prints it.
    assert caught.value.__context__ is not None
    assert caught.value.__suppress_context__


def test_a_reset_at_once_is_not_sent_only_where_the_connection_itself_failed(case: TransportCase) -> None:
    error = failure(case, Peer.reset)
    assert (error.kind, error.sent) in {("connect", False), ("broken", None)}


def after_the_request(peer: Peer, *pieces: bytes, reset: bool = False) -> None:
    peer.request()
    peer.send(*pieces)
    if reset:
        peer.reset()


BREAKS: dict[str, tuple[Script, int | None]] = {
    "reads, then closes": (after_the_request, None),
    "reads, then resets": (partial(after_the_request, reset=True), None),
    "cuts the status line": (lambda peer: after_the_request(peer, b"HTTP/1.1 20"), None),
    "cuts a header": (lambda peer: after_the_request(peer, b"HTTP/1.1 200 OK\r\nContent-Ty"), None),
    "cuts between headers": (lambda peer: after_the_request(peer, b"HTTP/1.1 200 OK\r\nX-A: b\r\n"), None),
    "cuts after the status": (lambda peer: after_the_request(peer, b"HTTP/1.1 200 OK\r\n"), None),
    "speaks no HTTP": (lambda peer: after_the_request(peer, b"SSH-2.0-OpenSSH_9.6\r\n"), None),
    "cuts a body of known length": (lambda peer: after_the_request(peer, KNOWN, b'{"half":'), 200),
    "resets in the body": (lambda peer: _resets_later(peer, KNOWN, b'{"half":'), 200),
    "cuts a chunk": (lambda peer: after_the_request(peer, CHUNKED, b"20\r\nhalf"), 200),
    "cuts between chunks": (lambda peer: after_the_request(peer, CHUNKED, chunked(b"one", end=False)), 200),
    "cuts a chunk's length": (lambda peer: after_the_request(peer, CHUNKED, chunked(b"one", end=False), b"1"), 200),
    "ends a chunk elsewhere": (lambda peer: after_the_request(peer, CHUNKED, b"3\r\noneXX0\r\n\r\n"), 200),
    "announces an endless chunk": (lambda peer: after_the_request(peer, CHUNKED, b"F" * 17 + b"\r\none"), 200),
    "breaks a later chunk's length": (lambda peer: _breaks_later(peer), 200),
    "breaks a chunk's length": (lambda peer: after_the_request(peer, CHUNKED, b"zz\r\nwhat\r\n0\r\n\r\n"), 200),
}


def _breaks_later(peer: Peer) -> None:
    after_the_request(peer, CHUNKED, chunked(b"one", end=False))
    time.sleep(0.05)
    peer.send(b"zz\r\nwhat\r\n0\r\n\r\n")
    peer.gone(5.0)


def _resets_later(peer: Peer, *pieces: bytes) -> None:
    after_the_request(peer, *pieces)
    time.sleep(0.05)  # else the reset overtakes what was sent
    peer.reset()


@pytest.mark.parametrize("name", BREAKS)
def test_a_break_after_the_request_leaves_its_fate_unknown(case: TransportCase, name: str) -> None:
    script, status = BREAKS[name]
    error = failure(case, script)
    assert error.kind == "broken"
    assert error.sent is None
    # aiohttp reads a broken body before it hands the headers over, when both came together.
    assert error.status == status or (case.name == "aiohttp" and error.status is None)
    assert str(error) == error.message
    assert "\n" not in error.message


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
def test_a_response_that_does_not_say_where_it_ends_is_broken(case: TransportCase, head: str) -> None:
    if case.name == "aiohttp" and head.startswith(" "):
        pytest.skip("aiohttp leaves out a folded line at the beginning, and reads the others")

    def script(peer: Peer) -> None:
        after_the_request(peer, f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n{{}}".encode())

    assert failure(case, script).kind == "broken"
    with serving(script) as server, pytest.raises(TransportError, match="broke"):
        case.run(lambda transport: read_stream(transport, server.url))


CUTS = [name for name in BREAKS if "chunk" in name]


@pytest.mark.parametrize("name", CUTS)
def test_a_stream_that_is_cut_is_broken_after_what_came(case: TransportCase, name: str) -> None:
    with serving(BREAKS[name][0]) as server, pytest.raises(TransportError) as caught:
        case.run(lambda transport: read_stream(transport, server.url))
    assert caught.value.kind == "broken"


def test_a_stream_of_known_length_that_is_cut_is_broken(case: TransportCase) -> None:
    with serving(BREAKS["cuts a body of known length"][0]) as server, pytest.raises(TransportError) as caught:
        case.run(lambda transport: read_stream(transport, server.url))
    assert caught.value.kind == "broken"


def test_a_compressed_body_of_several_members_is_read_to_its_end() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
    parts = [b"%d," % number for number in range(9000)]  # compressed, they fill several slices
    packed = b"".join(map(gzip.compress, parts))

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(head, packed if peer.number < 3 else packed[:-9])

    # The others leave this to their libraries, which read the first member only, or miss the missing end.
    urllib3 = next(case for case in TRANSPORTS if case.name == "urllib3")
    with serving(script) as server:
        assert urllib3.run(lambda t: exchange(t, server.url)).body == b"".join(parts)
        assert b"".join(urllib3.run(lambda t: read_stream(t, server.url))) == b"".join(parts)
        for read in (exchange, read_stream):
            with pytest.raises(TransportError, match="compressed body was cut"):
                urllib3.run(lambda t, read=read: read(t, server.url))


def silent(peer: Peer, first: bytes = b"") -> None:
    peer.request()
    peer.send(first)
    peer.server.ended.wait(10)


def dripping(peer: Peer, first: bytes, rest: bytes) -> None:
    peer.request()
    peer.send(first)
    peer.drip(rest, 0.1)


SLOW: dict[str, tuple[Script, int | None]] = {
    "silent": (silent, None),
    "silent in the headers": (lambda peer: silent(peer, b"HTTP/1.1 200 OK\r\n"), None),
    "silent in the body": (lambda peer: silent(peer, KNOWN + b"{"), 200),
    "silent in a chunked body": (lambda peer: silent(peer, CHUNKED + chunked(b"{", end=False)), 200),
    "drips the headers": (lambda peer: dripping(peer, b"", http_response(b"x" * 100)), None),
    "drips the body": (lambda peer: dripping(peer, KNOWN, b"x" * 100), 200),
    "drips the chunks": (lambda peer: dripping(peer, CHUNKED, chunked(*[b"x"] * 20)), 200),
}


@pytest.mark.parametrize("name", SLOW)
def test_a_call_ends_at_its_deadline_however_the_server_idles(case: TransportCase, name: str) -> None:
    if case.name == "httpx2" and name == "drips the headers":
        pytest.skip("httpx2 offers no way to limit the sum of its waits for the headers")
    script, status = SLOW[name]
    start = time.monotonic()
    error = failure(case, script, total=0.3)
    assert time.monotonic() - start < 2.0
    assert (error.kind, error.sent) == ("timeout", None)
    assert error.status == status


def test_a_whole_response_where_a_stream_was_asked_for_has_the_deadline_of_the_call(case: TransportCase) -> None:
    start = time.monotonic()
    error = failure(case, SLOW["drips the body"][0], total=0.3, stream=True)
    assert time.monotonic() - start < 2.0
    assert (error.kind, error.status) == ("timeout", 200)


def test_a_connection_that_does_not_come_about_in_time_was_not_sent(case: TransportCase) -> None:
    # A listener that takes nobody in: the queue of one is filled, and the system accepts no more.
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(3)]
        for queued in waiting:
            queued.setblocking(False)
            queued.connect_ex(("127.0.0.1", port))
        time.sleep(0.1)
        start = time.monotonic()
        with pytest.raises(TransportError) as caught:
            case.run(lambda transport: exchange(transport, f"http://127.0.0.1:{port}", connect=0.3, total=5.0))
        assert time.monotonic() - start < 2.0
        for queued in waiting:
            queued.close()
    assert (caught.value.kind, caught.value.sent) == ("timeout", False)


def test_silence_within_a_stream_ends_it_after_what_came(case: TransportCase) -> None:
    got: list[bytes] = []

    async def scenario(transport: AsyncTransport) -> None:
        response = await transport.send(request(server.url, stream=True, read_idle=0.3))
        async for piece in response.chunks():
            got.append(piece)

    start = time.monotonic()
    script = partial(silent, first=CHUNKED + chunked(b"first", end=False))
    with serving(script) as server, pytest.raises(TransportError) as caught:
        case.run(scenario)
    assert time.monotonic() - start < 2.0
    assert got == [b"first"]
    assert (caught.value.kind, caught.value.sent, caught.value.status) == ("timeout", None, 200)


def test_a_stream_lasts_as_long_as_it_speaks(case: TransportCase) -> None:
    def slowly(peer: Peer) -> None:
        peer.request()
        peer.send(CHUNKED)
        for _ in range(6):
            time.sleep(0.1)
            peer.send(chunked(b"x", end=False))
        peer.send(chunked())

    with serving(slowly) as server:
        assert b"".join(case.run(lambda t: read_stream(t, server.url, total=0.3, read_idle=0.4))) == b"xxxxxx"


def test_the_time_that_a_caller_takes_over_a_piece_is_no_silence(case: TransportCase) -> None:
    async def scenario(transport: AsyncTransport) -> list[bytes]:
        response = await transport.send(request(server.url, stream=True, read_idle=0.3))
        got: list[bytes] = []
        async for piece in response.chunks():
            got.append(piece)
            time.sleep(0.5)
        return got

    def twice(peer: Peer) -> None:
        peer.request()
        peer.send(CHUNKED, chunked(b"one", end=False))
        time.sleep(0.1)
        peer.send(chunked(b"two"))

    with serving(twice) as server:
        assert b"".join(case.run(scenario)) == b"onetwo"


def test_a_closed_transport_says_so(case: TransportCase) -> None:
    async def scenario(transport: AsyncTransport) -> None:
        await transport.close()
        await transport.send(request("http://127.0.0.1:9"))

    with pytest.raises(TransportError) as caught:
        case.run(scenario)
    assert (caught.value.kind, caught.value.sent) == ("closed", False)


def test_an_error_can_be_pickled() -> None:
    error = pickle.loads(pickle.dumps(TransportError("late", kind="timeout", sent=False, status=200)))
    assert (str(error), error.kind, error.sent, error.status) == ("late", "timeout", False, 200)
