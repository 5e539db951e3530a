"""Answers, written as they were recorded: line, headers, framing, pieces, pace and end."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator
from threading import Event

from ..replay.fixtures import Response


def write(sock: socket.socket, answer: Response, *, head_only: bool, speed: float, stopping: Event) -> bool:
    """Write an answer at the recorded pace times `speed`; True when the connection can take another request.

    `stopping` ends every pause at once. OSError when the client has gone.
    """
    if answer.ended == "closed":
        return False
    started = time.monotonic()
    for ms, data in _writes(answer, head_only):
        stopping.wait(max(0.0, started + ms * speed / 1000 - time.monotonic()))
        sock.sendall(data)
    if answer.ended == "complete":
        return answer.framing != "close" and not _says_close(answer)
    if answer.ended == "timeout":
        _stay_silent(sock, stopping)
    elif answer.ended == "reset":
        # Linger of zero seconds: close() sends a reset instead of a normal end.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def head(answer: Response) -> bytes:
    """Status line and headers."""
    lines = [f"{answer.version} {answer.status} {answer.reason}", *(f"{k}: {v}" for k, v in answer.headers), "", ""]
    # Bytes beyond ASCII were recorded as the characters of Latin-1, HTTP's own reading of a header.
    return "\r\n".join(lines).encode("latin-1")


def _writes(answer: Response, head_only: bool) -> Iterator[tuple[float, bytes]]:
    chunked = answer.framing == "chunked"
    pieces = [] if head_only else list(answer.chunks)
    start = head(answer)
    if pieces and pieces[0].ms <= answer.head_ms:
        first = pieces.pop(0)
        start += _chunk(first.data) if chunked else first.data
    yield answer.head_ms, start
    for ms, data in pieces:
        yield ms, _chunk(data) if chunked else data
    if chunked and answer.ended == "complete" and not head_only:
        yield answer.total_ms, b"0\r\n\r\n"


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def _says_close(answer: Response) -> bool:
    return any(k.lower() == "connection" and v.lower() == "close" for k, v in answer.headers)


def _stay_silent(sock: socket.socket, stopping: Event) -> None:
    """Hold the connection open without a word until the client leaves it or the gateway stops."""
    sock.settimeout(0.1)
    while not stopping.is_set():
        try:
            if not sock.recv(4096):
                return
        except TimeoutError:
            continue
