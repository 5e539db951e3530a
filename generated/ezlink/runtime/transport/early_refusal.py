"""Watch for a refusal while a body is being sent: a server that answers 413 may read no more of it, and reset."""

from __future__ import annotations

import selectors
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

_HEAD = 16
_MOST = 65_536


def refuses(head: bytes) -> bool:
    """Return whether a response that begins like this is final, and no success."""
    return head.startswith(b"HTTP/1.") and head[9:10] in (b"3", b"4", b"5")


def send_unless_refused(connection: socket.socket, data: bytes, time_left: Callable[[], float | None]) -> None:
    """Send data over a plain connection. Raises BrokenPipeError when a refusal is there to be read."""
    view, before = memoryview(data), connection.gettimeout()
    kind: Any = getattr(selectors, "PollSelector", selectors.SelectSelector)
    with kind() as selector:
        selector.register(connection, selectors.EVENT_READ | selectors.EVENT_WRITE)
        connection.setblocking(False)
        try:
            while view:
                events = selector.select(time_left())
                if not events:
                    raise TimeoutError("the call's time is over")
                if events[0][1] & selectors.EVENT_READ:
                    if refuses(connection.recv(_HEAD, socket.MSG_PEEK)):
                        raise BrokenPipeError("refused before all was sent")
                    selector.modify(connection, selectors.EVENT_WRITE)
                if events[0][1] & selectors.EVENT_WRITE:
                    with suppress(BlockingIOError):
                        view = view[connection.send(view) :]
        finally:
            connection.settimeout(before)


def same_socket(connection: Any) -> socket.socket:
    """Return another object for a plain connection, still readable when a failed write has closed the first."""
    return socket.fromfd(connection.fileno(), connection.family, connection.type)


def left_in(spare: socket.socket) -> bytes:
    """Return what came over a connection that has ended, without waiting."""
    with suppress(OSError):
        return spare.recv(_MOST)
    return b""


async def write_unless_refused(write: Callable[[], Awaitable[None]], read: Callable[[], Awaitable[bytes]]) -> bytes:
    """Write while reading, and return what was read: nothing, or the beginning of the response. A refusal ends it."""
    import anyio

    ahead = b""
    failure: Exception | None = None

    async def listen() -> None:
        nonlocal ahead
        with suppress(Exception):  # what is wrong with the connection is for the writing to find
            ahead = await read()
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
