"""aiohttp's connector: it paces the opening of connections, closes at once, and says of a call whether it had one."""

from __future__ import annotations

import asyncio
import gc
import re
import select
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Literal

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import HttpProcessingError

from .base import LONGEST_AGE, LONGEST_IDLE
from .connect_pacing import ConnectPacing
from .early_refusal import left_in, same_socket

_MOST_OPENING = 64
_TLS_BUFFER = 32_768  # bytes
_SWITCHING_PROTOCOLS = 101
_USUAL_HEAD = 4_096  # bytes
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)[ \t]*(?=\r\n)", re.IGNORECASE)


class _Protocol(ResponseHandler):
    """A connection that is used again only where nothing came on it meanwhile, not even its end."""

    kept = False  # it has served a request
    _begins = True  # a response does, with the next packet

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._old_from = loop.time() + LONGEST_AGE

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        connection = transport.get_extra_info("socket")
        if hasattr(select, "poll"):  # which takes descriptors of any number
            poll = select.poll()
            poll.register(connection, select.POLLIN)
            self._poll: Callable[[int], Any] = poll.poll
        else:
            self._poll = lambda wait: select.select([connection], [], [], wait)[0]
        tls: Any = getattr(transport, "_ssl_protocol", None)
        if hasattr(tls, "_ssl_buffer_view"):
            # asyncio gives each connection over TLS 256 KiB, of which a stream uses a hundredth.
            tls.max_size = _TLS_BUFFER
            tls._ssl_buffer = bytearray(_TLS_BUFFER)
            tls._ssl_buffer_view = memoryview(tls._ssl_buffer)

    def keep(self) -> None:
        """Wait for the next request. What comes before it is not parsed, and so it stays and speaks against reuse."""
        self.kept, self._parser, self._begins = True, None, True

    def is_connected(self) -> bool:
        """Return whether the connection can be used again; aiohttp asks this of idle ones only."""
        transport = self.transport
        if transport is None or transport.is_closing() or self.should_close or self._loop.time() > self._old_from:
            return False
        # A loop that was blocked does not know yet what came, or that the server has closed its end.
        return not self._poll(0)

    def data_received(self, data: bytes) -> None:
        if self._begins and data:
            self._begins = False
            if data[:_USUAL_HEAD].lower().count(b"\r\ncontent-length:") > 1:
                data = _with_one_length(data)
        ResponseHandler.data_received(self, data)

    def feed_data(self, data: Any, size: int = 0) -> None:
        """Take a response; after one that changes the protocol the connection serves no other request."""
        if data[0].code == _SWITCHING_PROTOCOLS:
            self.force_close()
        super().feed_data(data, size)

    def connection_lost(self, exc: BaseException | None) -> None:
        self._take_refusal(exc)
        super().connection_lost(exc)

    def _take_refusal(self, exc: BaseException | None) -> None:
        """Read what came before a write failed: asyncio does not, and a refusal of what is being sent would be lost."""
        transport: Any = self.transport
        if isinstance(exc, OSError) and transport is not None and not transport.get_extra_info("ssl_object"):
            with suppress(OSError), same_socket(transport.get_extra_info("socket")) as spare:
                self.data_received(left_in(spare))

    def set_exception(self, exc: BaseException, *cause: Any, **more: Any) -> None:
        self._take_refusal(exc)
        if isinstance(exc, HttpProcessingError) and (parsed := _parsed_response(self._parser)):
            # It came together with what cannot be parsed, and would be lost.
            if not parsed[1].is_eof():
                parsed[1].set_exception(aiohttp.ClientPayloadError(exc.message))
            self.force_close()
            self.feed_data(parsed, 0)
            return
        # Where the head of a response was cut, the error has it for its message.
        vars(exc)["reused"] = self.kept and isinstance(getattr(exc, "message", ""), str)
        super().set_exception(exc, *cause, **more)

    def close(self) -> None:
        # asyncio would keep the socket, and what could not be sent, until the other side takes it or goes.
        transport: Any = self.transport
        if transport is not None and transport.get_write_buffer_size():
            transport.abort()
        super().close()


def _with_one_length(data: bytes) -> bytes:
    """Return the beginning of a response without the repetitions of its length, at which aiohttp's parser fails."""
    head, end, rest = data.partition(b"\r\n\r\n")
    head += b"\r\n"
    found = [*_LENGTH.finditer(head)]
    if len({each[1] for each in found}) != 1:
        return data
    kept = found[0].end()
    return head[:kept] + _LENGTH.sub(b"", head[kept:])[:-2] + end + rest


def _parsed_response(parser: Any) -> Any:
    """Return the response that a parser had begun to read before it failed, and its body; None where there is none."""
    hidden: list[Any] = gc.get_referents(parser)  # in C
    lists: list[list[Any]] = [found for found in hidden if isinstance(found, list)]
    return next((found[0] for found in lists if found and hasattr(found[0][-1], "is_eof")), None)


class Connector(aiohttp.TCPConnector):
    """Opens connections with a limit of `sock_connect` for each, counted from when it begins to be opened.

    A call that is cancelled here was not sent. The cancellation is marked, see `why_not_connected`.
    """

    def __init__(self, *, max_connections: int | None, verify: Any, resolver: Any) -> None:
        super().__init__(  # pyright: ignore[reportUnknownMemberType]
            limit=max_connections or 0, ssl=verify, keepalive_timeout=LONGEST_IDLE, resolver=resolver
        )
        vars(self)["_factory"] = partial(_Protocol, loop=asyncio.get_running_loop())
        self.pacing = ConnectPacing(_MOST_OPENING, asyncio.Semaphore, partial(asyncio.sleep, 0))

    async def connect(self, req: Any, traces: Any, timeout: Any) -> Any:
        try:
            return await super().connect(req, traces, timeout)
        except asyncio.CancelledError as error:
            # Where all the others are only being opened too, more of them would not help.
            busy = len(vars(self)["_acquired"]) > self.pacing.unconnected
            vars(error).setdefault("not_connected", "busy" if busy else "late")
            raise

    async def _create_connection(self, req: Any, traces: Any, timeout: Any) -> Any:
        self.pacing.unconnected += 1
        try:
            opening = await self.pacing.begin(req.connection_key)
            result = None
            try:
                async with asyncio.timeout(timeout.sock_connect):
                    connection = await super()._create_connection(req, traces, timeout)
                result = True
            except TimeoutError:
                result = False
                raise
            finally:
                opening.end(result)
        except asyncio.CancelledError as error:
            vars(error)["not_connected"] = "late"
            raise
        finally:
            self.pacing.unconnected -= 1
        return connection

    def __del__(self, *_: Any) -> None:
        # aiohttp writes "Unclosed connector" to the error stream of a program that ends with its client open.
        try:  # noqa: SIM105 - at the interpreter's end modules have lost their names, `suppress` too
            self.close_now()
        except Exception:
            pass

    def close_now(self) -> None:
        """Close every connection without waiting, also where the loop no longer runs."""
        close: Any = getattr(self, "_close", None) or getattr(self, "_close_immediately", None)
        if close is not None:
            close()

    def _release(self, key: Any, protocol: Any, *, should_close: bool = False) -> None:
        protocol.keep()
        super()._release(key, protocol, should_close=should_close)


def why_not_connected(error: BaseException) -> Literal["busy", "late"] | None:
    """Return why a call that ran into its time limit has no connection; None if it may have one, and was sent."""
    return getattr(error.__cause__, "not_connected", None)
