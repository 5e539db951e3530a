"""Watch for a refusal while a body is being sent: a server that answers 413 may read no more of it, and reset."""

from __future__ import annotations

import selectors
import socket
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

from .base import LARGE

_MOST = 8_192  # of a response, before it says whether it refuses; no more than what is read ahead anyway
_RECORD = 16_384  # the bytes of one record of TLS
_STATUS = len("HTTP/1.1 4")
_WAITING = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)


def refuses(head: bytes) -> bool | None:
    """Return whether a response that begins like this is final, and no success; None as long as it does not say so."""
    while head.startswith(b"HTTP/1.") and head[_STATUS - 1 : _STATUS] == b"1":  # it only announces one
        _, end, head = head.partition(b"\r\n\r\n")
        if not end:
            return None
    if len(head) < _STATUS:
        return None
    return head.startswith(b"HTTP/1.") and head[_STATUS - 1 : _STATUS] in (b"3", b"4", b"5")


def send_unless_refused(
    connection: socket.socket, data: bytes, time_left: Callable[[], float | None], ahead: bytes = b""
) -> bytes:
    """Send data, and return what came meanwhile behind `ahead`: the beginning of the response, or nothing.

    A refusal ends the sending.
    """
    view, before = memoryview(data), connection.gettimeout()
    kind: Any = getattr(selectors, "PollSelector", selectors.SelectSelector)
    listening = refuses(ahead) is None
    with kind() as selector:
        both = selectors.EVENT_READ | selectors.EVENT_WRITE
        selector.register(connection, both if listening else selectors.EVENT_WRITE)
        connection.setblocking(False)
        try:
            while view:
                events = selector.select(time_left())
                if not events:
                    raise TimeoutError("the call's time is over")
                if events[0][1] & selectors.EVENT_READ:
                    ahead, more = _read_on(connection, ahead)
                    if refuses(ahead):
                        return ahead
                    if not more or refuses(ahead) is not None:
                        selector.modify(connection, selectors.EVENT_WRITE)
                if events[0][1] & selectors.EVENT_WRITE:
                    with suppress(*_WAITING):
                        view = view[connection.send(view[:_RECORD] if type(connection) is ssl.SSLSocket else view) :]
        finally:
            connection.settimeout(before)
    return ahead


def _read_on(connection: socket.socket, ahead: bytes) -> tuple[bytes, bool]:
    """Return `ahead` with what follows it, and whether there may be more."""
    try:
        data = connection.recv(_MOST - len(ahead))
    except _WAITING:  # of TLS a record without data, such as a ticket
        return ahead, True
    return ahead + data, 0 < len(data) < _MOST - len(ahead)


def same_socket(connection: Any) -> socket.socket:
    """Return another object for a plain connection, still readable when a failed write has closed the first."""
    return socket.fromfd(connection.fileno(), connection.family, connection.type)


def left_in(spare: socket.socket) -> bytes:
    """Return what came over a connection that has ended, without waiting."""
    with suppress(OSError):
        return spare.recv(LARGE)
    return b""


async def write_unless_refused(
    write: Callable[[], Awaitable[None]], read: Callable[[], Awaitable[bytes]], ahead: bytes
) -> bytes:
    """Write while reading, and return what was read behind `ahead`; see `send_unless_refused`."""
    # Not an import statement: type checkers of programs without anyio do not find it.
    anyio: Any = import_module("anyio")
    failure: Exception | None = None

    async def listen() -> None:
        nonlocal ahead
        with suppress(Exception):  # what is wrong with the connection is for the writing to find
            while refuses(ahead) is None and len(ahead) < _MOST and (data := await read()):
                ahead += data
        if refuses(ahead):
            group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(listen)
        try:
            await write()
        except Exception as error:
            failure = error
        group.cancel_scope.cancel()
    if failure is not None and not refuses(ahead):
        raise failure
    return ahead
