"""Streams that are dropped without being closed give their connections back, whoever drops them."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.runtime.fake_json_api import KEY, STREAM, AsyncShop
from tests.runtime.transport.raw_server import CHUNKED, Peer, chunked, serving
from tests.runtime.transport.transports import TRANSPORTS, TransportCase

EVENT = b'data: {"id":"o1","lines":[{"index":0,"text":"x"}]}\n\n'
ASYNC = [case for case in TRANSPORTS if not case.sync]
STREAMS = 3


async def never_iterated(stream: Any) -> None:
    pass


async def left(stream: Any) -> None:
    async for _ in stream:
        break


async def left_in_text(stream: Any) -> None:
    async for _ in stream.text():
        break


# httpx2 leaves its own generators half read, which trio closes and remarks upon.
@pytest.mark.filterwarnings("ignore:Async generator:ResourceWarning")
@pytest.mark.parametrize("case", ASYNC, ids=lambda case: case.name)
@pytest.mark.parametrize("use", [never_iterated, left, left_in_text], ids=lambda use: use.__name__)
@pytest.mark.parametrize("thread", [False, True], ids=["here", "in another thread"])
def test_a_dropped_stream_closes_its_connection(
    case: TransportCase, use: Callable[[Any], Awaitable[None]], thread: bool
) -> None:
    open_connections: list[int] = []

    def script(peer: Peer) -> None:
        peer.request()
        open_connections.append(peer.number)
        peer.send(CHUNKED, chunked(EVENT, end=False))
        peer.gone(600)  # or until the test is over
        open_connections.remove(peer.number)

    async def main(url: str) -> None:
        client = AsyncShop(KEY, base_url=url, transport=case.library)
        streams = [await client.send(STREAM) for _ in range(STREAMS)]
        for stream in streams:
            await use(stream)
        del stream
        assert len(open_connections) == STREAMS
        if thread:
            dropping = threading.Thread(target=streams.clear)
            dropping.start()
            dropping.join()
        else:
            streams.clear()
        gc.collect()
        for _ in range(50):
            if open_connections:
                await case.pause(0.05)
        assert open_connections == []
        await client.close()

    with serving(script) as server:
        case.loop(lambda: main(server.url))


@pytest.mark.parametrize("case", [case for case in ASYNC if "trio" not in case.name], ids=lambda case: case.name)
@pytest.mark.parametrize("close", [False, True], ids=["dropped", "closed"])
def test_generators_are_closed_by_the_thread_of_their_loop(case: TransportCase, close: bool) -> None:
    # Closed by the garbage collector of another thread while their loop closes them, Python prints "already executing".
    elsewhere: list[str] = []

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(CHUNKED, chunked(EVENT, end=False))
        peer.gone(600)  # or until the test is over

    async def main(url: str) -> None:
        hooks, here = sys.get_asyncgen_hooks(), threading.get_ident()

        def finalizer(generator: Any) -> None:
            if threading.get_ident() != here:
                elsewhere.append(generator.__qualname__)
            assert hooks.finalizer
            hooks.finalizer(generator)

        sys.set_asyncgen_hooks(finalizer=finalizer)
        async with AsyncShop(KEY, base_url=url, transport=case.library) as client:
            streams = [await client.send(STREAM)]
            await left(streams[0])
            if close:
                await streams[0].close()
            dropping = threading.Thread(target=streams.clear)
            dropping.start()
            dropping.join()
        sys.set_asyncgen_hooks(*hooks)

    with serving(script) as server:
        case.loop(lambda: main(server.url))
    assert elsewhere == []
