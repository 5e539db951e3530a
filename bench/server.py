"""A server that costs next to nothing: it finds the end of a request and writes prepared bytes.

It ends with its parent.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import sys
import time

from .answers import CHAT, END, EVENT, EVENTS, TIMED, TIMED_EVENTS, TIMED_PAUSE, timed_event
from .streams import CERTIFICATE


def _whole(body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


# One event a chunk, and this many chunks in a packet. With a packet for each event this server is the slowest of all:
# what is measured then is how often a client that waits for it asks the kernel for more.
AT_ONCE = 50

_CHAT = _whole(CHAT)
_STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            lower = head.lower()
            length = int(lower.split(b"content-length:")[1].split(b"\r\n")[0]) if b"content-length:" in lower else 0
            body = await reader.readexactly(length)
            if TIMED.encode() in body:
                await _timed_stream(writer)
            elif b'"stream":true' in body.replace(b" ", b""):
                await _stream(writer)
            else:
                writer.write(_CHAT)
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def _stream(writer: asyncio.StreamWriter) -> None:
    writer.write(_STREAM_HEAD)
    events = _chunk(EVENT) * AT_ONCE
    for _ in range(EVENTS // AT_ONCE):
        writer.write(events)
        await writer.drain()
    writer.write(_chunk(END) + b"0\r\n\r\n")


async def _timed_stream(writer: asyncio.StreamWriter) -> None:
    writer.write(_STREAM_HEAD)
    for _ in range(TIMED_EVENTS):
        writer.write(_chunk(timed_event(time.monotonic())))
        await writer.drain()
        await asyncio.sleep(TIMED_PAUSE)
    writer.write(_chunk(END) + b"0\r\n\r\n")


async def _main() -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE)
    for context in (None, tls):
        server = await asyncio.start_server(_answer, "127.0.0.1", 0, ssl=context, backlog=2048)
        print(server.sockets[0].getsockname()[1], flush=True)
    # The parent holds our standard input: its end is ours, however the parent ends.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    with contextlib.suppress(ImportError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    asyncio.run(_main())
