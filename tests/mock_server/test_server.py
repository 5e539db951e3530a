"""The wire: what goes out byte for byte, at which pace, and how a connection goes on or ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from generator.mock_server import Fixture, MockServer, load
from generator.mock_server.cli import start_text
from generator.mock_server.http import response_writer, server
from generator.mock_server.replay.fixtures import Chunk

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
STREAM = load(FIXTURES / "createChatCompletion" / "stream-minimal.json")
WHOLE = load(FIXTURES / "createChatCompletion" / "minimal.json")
GET = b"GET /v1/models HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer KEY\r\n"
LAST = GET + b"Connection: close\r\n\r\n"  # the gateway hangs up after it


@pytest.fixture(scope="module")
def gateway() -> Iterator[MockServer]:
    with MockServer(FIXTURES) as gateway:
        yield gateway


def connect(gateway: MockServer) -> socket.socket:
    host, port = gateway.url.removeprefix("http://").rsplit(":", 1)
    return socket.create_connection((host, int(port)), timeout=5)


def until_closed(sock: socket.socket) -> bytes:
    pieces: list[bytes] = []
    while data := sock.recv(65536):
        pieces.append(data)
    return b"".join(pieces)


def talk(gateway: MockServer, *sent: bytes) -> bytes:
    with connect(gateway) as sock:
        for data in sent:
            sock.sendall(data)
        return until_closed(sock)


def changed(fixture: Fixture, **changes: Any) -> Fixture:
    return replace(fixture, response=replace(fixture.response, **changes))


def test_a_stream_goes_out_as_recorded(gateway: MockServer) -> None:
    gateway.play(STREAM)
    head, _, body = talk(gateway, LAST).partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "HTTP/1.1 200 OK"
    assert [tuple(line.split(": ", 1)) for line in lines[1:]] == list(STREAM.response.headers)
    chunks: list[bytes] = []
    while body:
        size, _, body = body.partition(b"\r\n")
        chunks.append(body[: int(size, 16)])
        assert body[int(size, 16) :].startswith(b"\r\n")
        body = body[int(size, 16) + 2 :]
    assert chunks == [piece.data for piece in STREAM.response.chunks] + [b""]


def test_a_whole_body_goes_out_as_recorded(gateway: MockServer) -> None:
    gateway.play(WHOLE)
    head, _, body = talk(gateway, LAST).partition(b"\r\n\r\n")
    assert body == WHOLE.response.body
    assert head.count(b"\r\nVary: Origin") == 3
    assert b"\r\nX-Oneapi-Request-Id: 2026112302063696363572251979583" in head


def test_what_was_received_is_kept(gateway: MockServer) -> None:
    gateway.requests.clear()
    head = b"POST /p?q=%20 HTTP/1.1\r\nhOsT: x\r\nX-Two: 1\r\nX-Two: 2\r\nContent-Length: 3\r\nConnection: close\r\n"
    talk(gateway, head, b"\r\na", b"bc")
    (request,) = gateway.requests
    assert (request.method, request.target, request.body) == ("POST", "/p?q=%20", b"abc")
    assert request.headers == (
        ("hOsT", "x"),
        ("X-Two", "1"),
        ("X-Two", "2"),
        ("Content-Length", "3"),
        ("Connection", "close"),
    )


def test_a_connection_is_kept_until_somebody_says_close(gateway: MockServer) -> None:
    gateway.requests.clear()
    gateway.play(WHOLE, STREAM, WHOLE)
    answers = talk(gateway, GET + b"\r\n", GET + b"\r\n", LAST)
    assert answers.count(b"HTTP/1.1 200 OK") == 3
    assert len(gateway.requests) == 3


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.0\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Close\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close, TE\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nConnection: TE\r\nConnection: close\r\n",
    ],
)
def test_a_client_that_wants_no_second_answer_is_closed(gateway: MockServer, head: bytes) -> None:
    gateway.play(WHOLE)
    assert talk(gateway, head + b"\r\n").count(b"HTTP/1.1 200 OK") == 1


def test_a_chunked_request_and_one_that_asks_first(gateway: MockServer) -> None:
    gateway.requests.clear()
    head = b"POST /v1/models HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    talk(gateway, head + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    with connect(gateway) as sock:
        sock.sendall(head + b"Expect: 100-continue\r\nContent-Length: 2\r\n\r\n")
        assert sock.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        sock.sendall(b"ok")
        assert until_closed(sock).startswith(b"HTTP/1.1 404 ")
    assert [request.body for request in gateway.requests] == [b"abcde", b"ok"]


def test_head_has_no_body(gateway: MockServer) -> None:
    for fixture in (WHOLE, STREAM):
        gateway.play(fixture)
        answer = talk(gateway, b"HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert answer.endswith(b"\r\n\r\n")
        assert answer.count(b"\r\n\r\n") == 1


@pytest.mark.parametrize("sent", [b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"])
def test_what_is_not_http_is_refused(gateway: MockServer, sent: bytes) -> None:
    assert talk(gateway, sent).startswith(b"HTTP/1.1 400 Bad Request\r\n")


def test_half_a_request_is_no_request(gateway: MockServer) -> None:
    gateway.requests.clear()
    with connect(gateway) as sock:
        sock.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf")
    assert talk(gateway, LAST).startswith(b"HTTP/1.1 200 OK")
    assert len(gateway.requests) == 1


def test_cut(gateway: MockServer) -> None:
    gateway.play(changed(STREAM, ended="cut", chunks=STREAM.response.chunks[:2]))
    assert talk(gateway, GET + b"\r\n").endswith(STREAM.response.chunks[1].data + b"\r\n")
    gateway.play(changed(WHOLE, ended="cut", chunks=(Chunk(0, WHOLE.response.body[:50]),)))
    assert talk(gateway, GET + b"\r\n").endswith(WHOLE.response.body[:50])


def test_reset(gateway: MockServer) -> None:
    gateway.play(changed(WHOLE, ended="reset", chunks=()))
    with pytest.raises(ConnectionResetError):
        talk(gateway, GET + b"\r\n")


def test_closed_before_any_answer(gateway: MockServer) -> None:
    gateway.play(changed(WHOLE, ended="closed"))
    assert talk(gateway, GET + b"\r\n") == b""


def test_until_the_connection_ends(gateway: MockServer) -> None:
    gateway.play(changed(WHOLE, framing="close", headers=(("Content-Type", "text/plain"),)))
    assert talk(gateway, GET + b"\r\n").endswith(b"\r\n\r\n" + WHOLE.response.body)


def test_silence(gateway: MockServer) -> None:
    gateway.play(changed(WHOLE, ended="timeout", chunks=(Chunk(0, b"{"),)))
    with connect(gateway) as sock:
        sock.sendall(GET + b"\r\n")
        sock.settimeout(0.3)
        with pytest.raises(TimeoutError):
            until_closed(sock)


class Clock(threading.Event):
    """A clock that stands still but for the pauses of a server, which are over at once."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.pauses: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def wait(self, timeout: float | None = None) -> bool:
        self.pauses.append(timeout or 0.0)
        self.now += timeout or 0.0
        return False


@pytest.mark.parametrize(("speed", "pauses"), [(1.0, [0, 0.25, 0.5, 0.5]), (2.0, [0, 0.5, 1, 1]), (0.0, [0, 0, 0, 0])])
def test_the_recorded_pace_times_a_factor(speed: float, pauses: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(server, "Event", lambda: clock)
    monkeypatch.setattr(response_writer, "time", clock)
    pieces = (Chunk(0, b"first"), Chunk(250, b"second"), Chunk(750, b"third"))
    with MockServer([changed(STREAM, chunks=pieces, head_ms=0, total_ms=1250)], speed) as gateway:
        gateway.play(*gateway.fixtures)
        assert talk(gateway, LAST).endswith(b"5\r\nfirst\r\n6\r\nsecond\r\n5\r\nthird\r\n0\r\n\r\n")
    assert clock.pauses == pauses


def test_many_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class AllPause(threading.Event):
        """Ends a pause when as many responses as there are clients pause."""

        def wait(self, timeout: float | None = None) -> bool:
            return barrier.wait(60) < 0

    barrier = threading.Barrier(96)
    monkeypatch.setattr(server, "Event", AllPause)
    with MockServer([WHOLE]) as gateway, ThreadPoolExecutor(96) as pool:
        gateway.play(*[WHOLE] * 96)
        answers = list(pool.map(lambda _: talk(gateway, LAST), range(96)))
    assert all(answer.endswith(WHOLE.response.body) for answer in answers)


def test_closing_does_not_wait_for_a_slow_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    class Watched(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            begun.set()
            was_stopped.put(super().wait(timeout))
            return True

    begun, was_stopped = threading.Event(), SimpleQueue[bool]()
    monkeypatch.setattr(server, "Event", Watched)
    slow = changed(WHOLE, head_ms=3_600_000)
    with MockServer([slow], speed=1.0) as gateway:
        gateway.play(slow)
        sock = connect(gateway)
        sock.sendall(GET + b"\r\n")
        assert begun.wait(60)
    with sock:
        assert was_stopped.get(timeout=60)
        assert len(until_closed(sock)) < len(WHOLE.response.body) + 2000


def test_a_port_in_use_is_an_os_error(gateway: MockServer) -> None:
    port = int(gateway.url.rsplit(":", 1)[1])
    with pytest.raises(OSError, match="in use"):
        MockServer([WHOLE], port=port)


def test_the_start_text_says_what_to_do(gateway: MockServer) -> None:
    text = start_text(gateway, 1)
    assert f"EZLINK_BASE_URL={gateway.url} EZLINK_API_KEY=sk-KEY " in text
    assert f"curl {gateway.url}/v1/models -H 'Authorization: Bearer sk-KEY'" in text
    operations = len({fixture.operation for fixture in gateway.fixtures})
    assert f"{len(gateway.fixtures)} recorded exchanges of {operations} operations, at the recorded pace" in text


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_ctrl_c_ends_it_quietly() -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"  # a shell's & has it ignored
        "from pathlib import Path; from generator.mock_server import serve;"
        "serve('127.0.0.1', 0, Path('tests/fixtures'))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert "listens on http://127.0.0.1:" in process.stdout.readline()
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=10)
        finally:
            process.kill()
    assert (process.returncode, err) == (0, "")
    assert "Traceback" not in out
