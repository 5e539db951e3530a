# Programs without httpx2 are type-checked too: what it exports is any value there.
# mypy: disable-error-code="import-not-found"
# pyright: reportMissingImports=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
"""Sending to hosts that a server named, over a client of httpx2: without what the client adds to its requests."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any

import anyio
import httpx2

from .errors import TransportError
from .public_hosts import not_public, public_among, resolve_public


def send(client: httpx2.Client, request: httpx2.Request, public_only: bool) -> httpx2.Response:
    """Send a request over the connections of a client, without its headers, cookies, authentication and hooks."""
    if public_only:
        request.extensions["trace"] = _Guard(request).look
    # The client's own send() would take cookies from the response, and run hooks that may sign requests.
    response = client._transport_for_url(request.url).handle_request(request)  # pyright: ignore[reportPrivateUsage]
    response.request = request
    return response


async def send_async(client: httpx2.AsyncClient, request: httpx2.Request, public_only: bool) -> httpx2.Response:
    """The async counterpart of `send`."""
    if public_only:
        request.extensions["trace"] = _Guard(request).look_async
    transport = client._transport_for_url(request.url)  # pyright: ignore[reportPrivateUsage]
    response = await transport.handle_async_request(request)
    response.request = request
    return response


class _Guard:
    """Refuses connections to addresses that are not public, before anything is written to them.

    httpcore calls it at each step. A connection to another host than the request's is one to a proxy.
    """

    def __init__(self, request: httpx2.Request) -> None:
        self._host = request.url.raw_host.decode("ascii")
        self._port = request.url.port or (443 if request.url.scheme == "https" else 80)
        self._next: Any = request.extensions["trace"]
        self._connected = False
        self._direct = True

    def look(self, event: str, info: dict[str, Any]) -> None:
        if (stream := self._connected_to(event, info)) is not None and (error := self._fault(stream)) is not None:
            stream.close()
            raise error
        if event.endswith("send_request_headers.started") and not self._connected:
            # A kept connection, which may have been opened for another request than one of these. A name that is
            # unknown here is known to a proxy.
            with suppress(socket.gaierror):
                resolve_public(self._host, self._port)
        self._next(event, info)

    async def look_async(self, event: str, info: dict[str, Any]) -> None:
        if (stream := self._connected_to(event, info)) is not None and (error := self._fault(stream)) is not None:
            await stream.aclose()
            raise error
        if event.endswith("send_request_headers.started") and not self._connected:
            with suppress(socket.gaierror):
                found = await anyio.getaddrinfo(self._host, self._port)
                public_among(self._host, (str(each[4][0]) for each in found))
        await self._next(event, info)

    def _connected_to(self, event: str, info: dict[str, Any]) -> Any:
        """Return the connection that was just opened to the host itself, if this event tells of one."""
        _, _, step = event.partition(".")
        if step == "connect_tcp.started":
            self._direct = info["host"] == self._host
        elif step in ("connect_tcp.complete", "connect_unix_socket.complete"):
            self._connected = True
            return info["return_value"] if step == "connect_tcp.complete" and self._direct else None
        return None

    def _fault(self, stream: Any) -> TransportError | None:
        address = stream.get_extra_info("server_addr")
        try:
            public_among(self._host, [address[0]])
        except TransportError as error:
            return error
        except (TypeError, ValueError):  # a connection of another kind, of which nothing is known
            return not_public(self._host)
        return None
