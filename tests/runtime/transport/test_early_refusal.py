"""A response that comes while the body of its request is being sent, over connections in memory."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from threading import Thread
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from generator.runtime.transport.early_refusal import (
    left_in,
    refuses,
    same_socket,
    send_unless_refused,
    write_unless_refused,
)
from generator.runtime.transport.httpx2_connection import Limit, watch

REFUSAL = b"HTTP/1.1 413 Too Large\r\n\r\n"
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
LONG_HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </%s>\r\n\r\n" % (b"a" * 20_000)
BODY = b"x" * 10_000_000  # more than any system takes without somebody who reads


@pytest.mark.parametrize(
    ("head", "is_refused"),
    [
        (b"", None),
        (b"HTTP/1.1 ", None),
        (b"HTTP/1.1 2", False),
        (b"HTTP/1.1 3", True),
        (b"HTTP/1.0 413 Too Large", True),
        (b"HTTP/1.1 500 Oh", True),
        (b"HTTP/1.1 600 Oh", False),
        (b"HTTP/1.1 000 Oh", False),
        (b"HTTP/2.0 413 Too Large", False),
        (b"SMTP/1.1 413 Too Large", False),
        (b"220 mail.example ESMTP", False),
        (HINTS[:-1], None),
        (HINTS, None),
        (HINTS + HINTS + REFUSAL[:9], None),
        (HINTS + HINTS + REFUSAL[:10], True),
        (HINTS + b"HTTP/1.1 200 OK", False),
    ],
)
def test_the_beginning_of_a_response_tells_whether_it_refuses(head: bytes, is_refused: bool | None) -> None:
    assert refuses(head) is is_refused


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    ours.settimeout(7)
    with ours, theirs:
        yield ours, theirs
        assert ours.fileno() < 0 or ours.gettimeout() == 7


def all_of(connection: socket.socket) -> bytes:
    parts = list[bytes]()
    while data := connection.recv(1 << 20):
        parts.append(data)
    return b"".join(parts)


@pytest.mark.parametrize(
    ("parts", "ahead"), [([REFUSAL], b""), ([HINTS, REFUSAL], b""), ([REFUSAL[4:]], REFUSAL[:4]), ([REFUSAL], HINTS)]
)
def test_a_refusal_ends_the_sending(pair: Any, parts: list[bytes], ahead: bytes) -> None:
    ours, theirs = pair
    for part in parts:
        theirs.sendall(part)
    assert send_unless_refused(ours, BODY, lambda: 5, ahead) == ahead + b"".join(parts)


@pytest.mark.parametrize(
    ("response", "ahead", "came"),
    [
        (b"", b"", b""),
        (HINTS, b"", HINTS),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"", b"HTTP/1.1 200 OK\r\n\r\n"),
        (REFUSAL, b"HTTP/1.1 200", b"HTTP/1.1 200"),  # what came before is no refusal: this is its body
        (LONG_HINTS, b"", LONG_HINTS[:8192]),
        (LONG_HINTS[10:], LONG_HINTS[:10], LONG_HINTS[:8192]),
    ],
)
@pytest.mark.parametrize("ends", [False, True])
def test_all_is_sent_unless_it_is_refused(pair: Any, response: bytes, ahead: bytes, came: bytes, ends: bool) -> None:
    ours, theirs = pair
    theirs.sendall(response)
    if ends:
        theirs.shutdown(socket.SHUT_WR)
    read = list[bytes]()
    reader = Thread(target=lambda: read.append(all_of(theirs)))
    # What came is read before there is room for all of the body.
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    reader.start()
    assert send_unless_refused(ours, BODY, lambda: 5, ahead) == came
    ours.shutdown(socket.SHUT_WR)
    reader.join()
    assert read == [BODY]


def test_a_server_that_does_not_read_meets_the_limit_of_the_call(pair: Any) -> None:
    limits = iter([5])
    with pytest.raises(TimeoutError, match="the call's time is over"):
        send_unless_refused(pair[0], BODY, lambda: next(limits, 0))


def test_what_a_connection_has_brought_is_there_when_it_has_ended(pair: Any) -> None:
    ours, theirs = pair
    with same_socket(ours) as spare:
        ours.close()
        theirs.sendall(REFUSAL)
        assert left_in(spare) == REFUSAL
        theirs.close()
        assert left_in(spare) == b""
    assert left_in(spare) == b""  # it is closed


class Stream:
    """A stream of httpx2's whose reading has this result."""

    def __init__(self, connection: socket.socket, result: Any) -> None:
        self.connection = connection
        self.result = result

    def get_extra_info(self, info: str) -> Any:
        return self.connection if info == "socket" else None

    async def read(self, max_bytes: int, timeout: float | None = None) -> Any:
        if isinstance(self.result, Exception):
            raise self.result
        return self.result

    async def write(self, buffer: bytes, timeout: float | None = None) -> None: ...

    async def aclose(self) -> None: ...


@pytest.mark.parametrize("result", [ConnectionResetError("lost"), b""])
@pytest.mark.parametrize("response", [REFUSAL, b""])
def test_a_refusal_that_came_before_the_connection_was_lost_is_read(pair: Any, result: Any, response: bytes) -> None:
    ours, theirs = pair
    stream, limit = Stream(ours, result), Limit.of_call(5)
    limit.has_body = True
    watch("connection.connect_tcp.complete", {"return_value": stream})

    async def upload() -> Any:
        await stream.write(b"x", limit)
        theirs.sendall(response)
        theirs.close()
        return await stream.read(100, limit)

    if isinstance(result, Exception) and not response:
        with pytest.raises(ConnectionResetError, match="lost"):
            anyio.run(upload)
    else:
        assert (anyio.run(upload), limit.begun) == (response, bool(response))


def test_a_call_whose_time_is_over_waits_no_more() -> None:
    assert 500 < Limit.of_call(600).left() <= 600
    assert Limit.of_call(None).left() > 1_000_000
    with pytest.raises(TimeoutError, match="the call's time is over"):
        Limit.of_call(-1).left()


class Server:
    """Brings these parts while it is being written to, one in each turn of the loop; writing takes more turns."""

    def __init__(self, *parts: bytes | Exception, write: Exception | None = None) -> None:
        self.parts = [*parts]
        self.failure = write
        self.written = False

    async def read(self) -> bytes:
        await anyio.lowlevel.checkpoint()
        if not self.parts:
            await anyio.sleep_forever()
        if isinstance(part := self.parts.pop(0), Exception):
            raise part
        return part

    async def write(self) -> None:
        for _ in range(20):
            await anyio.lowlevel.checkpoint()
        if self.failure is not None:
            raise self.failure
        self.written = True

    def send(self, ahead: bytes = b"") -> bytes:
        return anyio.run(write_unless_refused, self.write, self.read, ahead)


LOST = ConnectionResetError("lost")


@pytest.mark.parametrize(
    ("parts", "ahead", "came", "written"),
    [
        ([REFUSAL], b"", REFUSAL, False),
        ([HINTS, REFUSAL], b"", HINTS + REFUSAL, False),
        ([REFUSAL[4:]], REFUSAL[:4], REFUSAL, False),
        ([b"HTTP/1.1 200 OK", REFUSAL], b"", b"HTTP/1.1 200 OK", True),
        ([HINTS], b"", HINTS, True),
        ([HINTS, b"", REFUSAL], b"", HINTS, True),
        ([HINTS, LOST], b"", HINTS, True),
        ([LONG_HINTS[:8191], b"a", REFUSAL], b"", LONG_HINTS[:8191] + b"a", True),
    ],
)
def test_writing_ends_at_a_refusal(parts: list[Any], ahead: bytes, came: bytes, written: bool) -> None:
    server = Server(*parts)
    assert (server.send(ahead), server.written) == (came, written)


def test_a_failure_of_writing_is_raised_unless_it_was_refused() -> None:
    assert Server(REFUSAL, write=LOST).send() == REFUSAL
    for parts in ([], [b"HTTP/1.1 200 OK"], [HINTS]):
        with pytest.raises(ConnectionResetError, match="lost"):
            Server(*parts, write=LOST).send()
