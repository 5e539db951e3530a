"""Transports in processes of their own: forks, interrupts, and an end with everything left open."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.runtime.transport.urllib3_connection import Connection
from tests.runtime.transport.raw_server import (
    CERTIFICATE,
    FIRST_CHUNK,
    Peer,
    Serve,
    chunked,
    http_response,
    keeps_responding,
    responds,
)
from tests.runtime.transport.transports import AIOHTTP, HTTPX2_ASYNCIO, TransportCase, request

ROOT = Path(__file__).parents[3]

START = """
import asyncio, os, signal, sys, time
import trio
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts with & ignores it
from tests.runtime.transport.transports import TRANSPORTS, exchange, read_stream, request
case = next(case for case in TRANSPORTS if case.name == sys.argv[1])
url = sys.argv[2]
"""

posix = pytest.mark.skipif(os.name == "nt", reason="needs fork and signals")


def start(program: str, case: TransportCase, url: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", START + program, case.name, url, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(program: str, case: TransportCase, url: str, *arguments: str) -> str:
    """Run to the end, which must be a quiet one; what it printed."""
    process = start(program, case, url, *arguments)
    said, complained = process.communicate(timeout=30)
    assert complained == ""
    assert process.returncode == 0
    return said


LEFT_OPEN = """
import gc

class Client: pass

async def leave_a_cycle_of_garbage():
    client = Client()
    client.transport, client.itself = case.open(), client
    await exchange(client.transport, url)
    if case.name in ("httpx2-asyncio", "httpx2-trio"):
        return  # its generators cannot be collected all at once in silence
    client.response = await client.transport.send(request(url + "/stream", stream=True))
    client.pieces = client.response.chunks()
    await anext(client.pieces)

async def drop_a_stream():
    transport = case.open()
    response = await transport.send(request(url + "/stream", stream=True))
    async for piece in response.chunks():
        break
    await transport.send(request(url + "/stream", stream=True))

transport = case.open()

async def keep_a_stream_and_its_client():
    global response, pieces
    await exchange(transport, url)
    response = await transport.send(request(url + "/stream", stream=True))
    pieces = response.chunks()
    assert await anext(pieces) == b"first"

async def main():
    await leave_a_cycle_of_garbage()
    gc.collect()
    await drop_a_stream()
    await keep_a_stream_and_its_client()

if sys.argv[3:] == ["loop too"]:
    asyncio.new_event_loop().run_until_complete(main())
else:
    case.loop(main)
"""


def half_a_stream(peer: Peer) -> None:
    while asked := peer.request():
        if b"/stream" in asked:
            peer.send(FIRST_CHUNK)
            peer.server.ended.wait(20)
        peer.send(http_response())


def test_a_process_ends_quietly_with_everything_left_open(case: TransportCase, serve: Serve) -> None:
    finished(LEFT_OPEN, case, serve(half_a_stream).url)


LEFT_IDLE = """
async def main():
    await exchange(transport, url)

transport = case.open()
transport.itself = transport
case.loop(main)
if sys.argv[3:]:
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        case.loop(main)
"""


@pytest.mark.parametrize("forked", [[], pytest.param(["forked"], marks=posix)], ids=["", "forked"])
def test_a_process_that_never_closes_its_client_has_no_open_sockets_at_its_end(
    case: TransportCase, forked: list[str], serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not case.sync:
        pytest.skip("the async clients' sockets are their loop's to close")
    if case.library == "httpx2" and forked:
        pytest.skip("the child cannot close what httpx2 locks")
    monkeypatch.setenv("PYTHONWARNINGS", "default::ResourceWarning")
    server = serve(keeps_responding)
    finished(LEFT_IDLE, case, server.url, *forked)
    assert server.connections == 1


# The client is never closed: over trio httpx2 leaves its kept connection to the garbage collector.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_stream_outlives_its_client(case: TransportCase, serve: Serve) -> None:
    async def main() -> list[bytes]:
        response = await case.open().send(request(server.url, stream=True))
        gc.collect()
        return [piece async for piece in response.chunks()]

    def script(peer: Peer) -> None:
        peer.request()
        peer.send(FIRST_CHUNK)
        time.sleep(0.1)
        peer.send(chunked(b"last"))

    server = serve(script)
    assert b"".join(case.loop(main)) == b"firstlast"
    gc.collect()


def test_a_response_whose_file_goes_first_ends_quietly_too() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        response = Connection("localhost").response_class(ours)
        response.fp.close()  # at an interpreter's end nobody knows in which order
        response.close()  # and from Python 3.13 on, what this raises there is printed


@pytest.mark.parametrize("case", [AIOHTTP, HTTPX2_ASYNCIO], ids=lambda case: case.name)
def test_a_process_ends_quietly_that_does_not_even_close_its_loop(case: TransportCase, serve: Serve) -> None:
    finished(LEFT_OPEN, case, serve(half_a_stream).url, "loop too")


WAIT = """
async def main():
    read = exchange if sys.argv[3] == "headers" else read_stream
    await read(case.open(), url, total=60.0, read_idle=60.0)
try:
    case.loop(main)
except KeyboardInterrupt:
    print("interrupted")
"""


@posix
@pytest.mark.parametrize("where", ["headers", "stream"])
def test_an_interrupt_ends_a_waiting_call_at_once(case: TransportCase, serve: Serve, where: str) -> None:
    server = serve(responds(b"" if where == "headers" else FIRST_CHUNK, 30.0))
    with start(WAIT, case, server.url, where) as process:
        try:
            assert server.asked.wait(20)
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            # Far less than it would wait; a busy machine takes a while to end a process.
            said, complained = process.communicate(timeout=15)
        finally:
            process.kill()
    assert (said, complained, process.returncode) == ("interrupted\n", "", 0)


CERTIFIED = """
print(case.exchange(url).status)
"""


def test_the_environment_names_the_certificates_to_trust(
    case: TransportCase, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert finished(CERTIFIED, case, serve(keeps_responding, tls=True).url) == "200\n"


FORK = """
transport = case.open()
def once():
    async def main():
        return (await exchange(transport, url)).body
    return case.loop(main)
assert once() == b'{"ok":true}'
child = os.fork()
if child == 0:
    ok = once() == once() == b'{"ok":true}'
    os._exit(0 if ok else 1)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
assert once() == b'{"ok":true}'
print("both")
"""


@posix
def test_a_forked_child_opens_its_own_connections(case: TransportCase, serve: Serve) -> None:
    server = serve(keeps_responding)
    assert finished(FORK, case, server.url) == "both\n"
    assert len(server.requests) == 4
    if case.sync:
        assert server.connections == 2  # the parent's, used before and after; and the child's, used twice


FORK_WITHIN = """
async def main():
    transport = case.open()
    await exchange(transport, url)
    child = os.fork()
    if child == 0:
        asyncio.events._set_running_loop(None)
        def again():
            return exchange(transport, url)
        ok = case.loop(again).body == b'{"ok":true}'
        sys.stderr.flush()
        os._exit(0 if ok else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert (await exchange(transport, url)).body == b'{"ok":true}'
    await transport.close()
    print("both")
case.loop(main)
"""


@posix
@pytest.mark.parametrize("case", [AIOHTTP, HTTPX2_ASYNCIO], ids=lambda case: case.name)
def test_a_fork_within_a_loop_leaves_the_parents_connections_alone(case: TransportCase, serve: Serve) -> None:
    server = serve(keeps_responding)
    assert finished(FORK_WITHIN, case, server.url) == "both\n"
    assert len(server.requests) == 3
