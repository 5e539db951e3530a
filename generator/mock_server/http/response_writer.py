"""Responses, written as they were recorded: status line, headers, framing, chunks, pace and end."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator
from threading import Event

from ..replay.fixtures import Response


def write(sock: socket.socket, response: Response, *, head_only: bool, speed: float, stopping: Event) -> bool:
    """Write a response at the recorded pace times `speed`. Returns whether the connection can take another request.

    `stopping` ends every pause at once. OSError when the client has gone.
    """
    if response.ended == "closed":
        return False
    started = time.monotonic()
    for ms, data in _writes(response, head_only):
        stopping.wait(max(0.0, started + ms * speed / 1000 - time.monotonic()))
        sock.sendall(data)
    if response.ended == "complete":
        return response.framing != "close" and (response.header("connection") or "").lower() != "close"
    if response.ended == "timeout":
        _stay_silent(sock, stopping)
    elif response.ended == "reset":
        # Linger of zero seconds: close() sends a reset instead of a normal end.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def _writes(response: Response, head_only: bool) -> Iterator[tuple[float, bytes]]:
    chunked = response.framing == "chunked"
    chunks = [] if head_only else list(response.chunks)
    lines = [f"{response.version} {response.status} {response.reason}", *(f"{k}: {v}" for k, v in response.headers)]
    # Bytes beyond ASCII were recorded as the characters of Latin-1, HTTP's own reading of a header.
    start = "\r\n".join([*lines, "", ""]).encode("latin-1")
    if chunks and chunks[0].ms <= response.head_ms:
        first = chunks.pop(0)
        start += _chunk(first.data) if chunked else first.data
    yield response.head_ms, start
    for ms, data in chunks:
        yield ms, _chunk(data) if chunked else data
    if chunked and response.ended == "complete" and not head_only:
        yield response.total_ms, b"0\r\n\r\n"


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def _stay_silent(sock: socket.socket, stopping: Event) -> None:
    """Hold the connection open without a word until the client leaves or the server stops."""
    sock.settimeout(0.1)
    while not stopping.is_set():
        try:
            if not sock.recv(4096):
                return
        except TimeoutError:
            continue
