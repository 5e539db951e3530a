"""A fault as data: what the server does with each request, and what a client has to make of it."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple, TypeAlias

from tests.faults.columns import Good, Limits
from tests.runtime.transport.raw_server import Peer, Script, Server, chunked, serving

MB = 1 << 20
BUSY = b'{"error": {"message": "busy", "type": "overloaded"}}'


class Part(NamedTuple):
    """A part of a response, made from the good one."""

    of: Callable[[Good], bytes]


Step: TypeAlias = "bytes | Part | float | Callable[[Peer], object]"
"""Send bytes, wait for seconds (or the end of the cell), do something with the connection."""
Reply: TypeAlias = Sequence[Step]


class Fault(NamedTuple):
    """`replies` are what the server does with its first, second, … request; all later ones are treated like the last.

    `expected` says for each mode what a call ends with: the class of the error (or "ok"), its outcome, and how often
    the server sees the request. With `variants` each reply is that of one call, and all calls end like that; otherwise
    `before` calls succeed, and one more is made. `blocked` keeps the event loop busy between them.
    """

    name: str
    chinese: str
    expected: dict[str, str]
    replies: Callable[[Good], Sequence[Reply]]
    limits: Limits = Limits()
    before: int = 0
    variants: bool = False
    blocked: bool = False
    place: str = ""
    """Where nobody answers: "refused", or "full"."""
    only: str = ""
    """The dialect that it is written in, if there is but one."""

    @property
    def modes(self) -> list[str]:
        return [*self.expected]


def fault(name: str, chinese: str, expected: dict[str, str], *replies: Reply, **more: Any) -> Fault:
    """A fault whose replies are the same for every good response."""
    return Fault(name, chinese, expected, lambda _: replies, **more)


def script(good: Good, replies: Sequence[Reply]) -> Script:
    """Answer each request by its own steps. A connection lasts until a step closes it, or the client does."""

    def play(peer: Peer) -> None:
        unread_first = replies[0][0] is unread
        while unread_first or peer.request():
            try:
                for step in replies[min(max(peer.server.begun, 1), len(replies)) - 1]:
                    if isinstance(step, float):
                        peer.server.ended.wait(step)
                    elif isinstance(step, (bytes, Part)):
                        peer.send(step.of(good) if isinstance(step, Part) else step)
                    else:
                        step(peer)
            finally:
                peer.server.left.set()
            if unread_first or peer.connection.fileno() < 0:
                return

    return play


@contextmanager
def at(place: str, play: Script) -> Iterator[Server]:
    """A server that plays this script, or a place where there is none."""
    with ExitStack() as stack:
        server = stack.enter_context(serving(play))
        if place:
            server.close()
        if place == "full":
            # A listener that takes nobody in: its queue of one is filled, and the system accepts no more.
            full = stack.enter_context(socket.socket())
            full.bind(("127.0.0.1", 0))
            full.listen(0)
            for _ in range(3):
                queued = stack.enter_context(socket.socket())
                queued.setblocking(False)
                queued.connect_ex(full.getsockname())
            server.url = f"http://127.0.0.1:{full.getsockname()[1]}"
        yield server


def unread(peer: Peer) -> None:
    """Wait for a request without reading it."""
    peer.connection.recv(1, socket.MSG_PEEK)
    peer.server.begun += 1


def close(peer: Peer) -> None:
    peer.connection.shutdown(socket.SHUT_RDWR)
    peer.connection.close()


def reset(peer: Peer) -> None:
    peer.server.ended.wait(0.05)  # at once, it would overtake what was sent before
    peer.reset()


def _head(status: int, type: str, *headers: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status} Status", f"Content-Type: {type}", *headers]).encode() + b"\r\n\r\n"


def head(*headers: str) -> Part:
    """The head of the good response with these headers, which say nothing of its length unless they are told to."""
    return Part(lambda good: _head(200, good.type, *headers))


def known(*headers: str, more: int = 0) -> Part:
    """The head of the good response with its length, or one that differs by `more`."""
    return Part(lambda good: _head(200, good.type, *headers, f"Content-Length: {len(good.body) + more}"))


def answer(body: bytes | Part | str, *headers: str, type: str | None = None) -> Part:
    """A whole response with another body."""

    def build(good: Good) -> bytes:
        raw = body.of(good) if isinstance(body, Part) else body.encode() if isinstance(body, str) else body
        return _head(200, type or good.type, *headers, f"Content-Length: {len(raw)}") + raw

    return Part(build)


def refusal(status: int, body: bytes = b"", *headers: str) -> bytes:
    """A whole response with another status."""
    return _head(status, "application/json", *headers, f"Content-Length: {len(body)}") + body


def pieces(size: int) -> Part:
    """The good response in chunks of this size."""

    def build(good: Good) -> bytes:
        parts = [good.body[at : at + size] for at in range(0, len(good.body), size)]
        return CHUNKED.of(good) + chunked(*parts)

    return Part(build)


def cuts(
    whole: Part, start: Callable[[Good, bytes], int], end: Callable[[Good, bytes], int]
) -> Callable[[Good], list[Reply]]:
    """Replies that are cut at every byte between two places."""

    def build(good: Good) -> list[Reply]:
        data = whole.of(good)
        return [[data[:place], close] for place in range(start(good, data), end(good, data))]

    return build


CHUNKED = head("Transfer-Encoding: chunked")
BODY = Part(lambda good: good.body)
HALF = Part(lambda good: good.body[: len(good.body) // 2])
WHOLE = Part(lambda good: (pieces(1 << 20) if good.mode == "stream" else answer(BODY)).of(good))
