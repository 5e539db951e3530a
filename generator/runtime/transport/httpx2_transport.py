# Programs without httpx2 are type-checked too: what it exports is any value there.
# mypy: disable-error-code="import-not-found"
# pyright: reportMissingImports=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
"""The sync transport over httpx2, also for a client that you made yourself.

EZ...(transport=Httpx2Transport(client=httpx2.Client(mounts=..., event_hooks=...)))
"""

from __future__ import annotations

import os
import weakref
from collections.abc import Iterator
from contextlib import suppress
from threading import Lock
from typing import Any

import httpx2

from .base import Request, Verify
from .body_decoder import DecodeError, body_decoder
from .errors import closed
from .httpx2_connection import Limit, check_excess, keep_watching, watch
from .httpx2_requests import (
    FAILURES,
    any_connected,
    build_request,
    client_settings,
    failure,
    header_pairs,
    limit_each_wait,
    make_client,
    whole_body,
)
from .request_body import reraise_body_error, sync_content


class Httpx2Transport:
    """Sends over httpx2, with a client of its own or with `client`.

    Your own client stays yours: its proxies, hooks, cookies and pools count, and `close()` leaves it open. Time limits
    and redirects follow the call.
    """

    def __init__(
        self,
        *,
        proxy: str | None = None,
        verify: Verify = True,
        max_connections: int | None = None,
        client: httpx2.Client | None = None,
    ) -> None:
        self._settings = None if client is not None else client_settings(proxy, verify, max_connections)
        self._client = client
        self._opening = Lock()
        self._process = os.getpid()
        self._closed = False
        self._public_only: bool | None = None  # None for requests to the API

    def send(self, request: Request) -> Httpx2Response:
        """Send once; see `Transport`."""
        if self._closed:
            raise closed()
        client = self._own()
        limit = Limit.of_call(request.timeout.total)  # from here on: the certificates are read once only
        content = sync_content(request, limit.until)
        try:
            if self._public_only is None:
                built = build_request(client, request, content, limit, watch)
                response = client.send(built, stream=True, follow_redirects=False)
            else:
                from .httpx2_other_hosts import send

                built = build_request(None, request, content, limit, watch)
                response = send(client, built, self._public_only)
        except FAILURES as error:
            reraise_body_error(content)
            raise failure(error, request, limit=limit, busy=any_connected(client, request.url)) from None
        keep_watching(response)
        return Httpx2Response(response, request, self)

    def for_other_hosts(self, public_only: bool) -> Httpx2Transport:
        """Return a transport for files of hosts that a server named; see `Transport`.

        Nothing of your own client but its transports and proxies is used for them.
        """
        other = Httpx2Transport(client=self._client if self._settings is None else None)
        other._settings, other._public_only = self._settings, public_only
        return other

    def close(self) -> None:
        """Close the connections, unless the client is yours."""
        self._closed = True
        if self._client is not None and self._settings is not None:
            self._client.close()

    def _own(self) -> httpx2.Client:
        if self._process != os.getpid():
            # A forked child must not write to its parent's connections, nor wait for a lock that a thread there held.
            self._process, self._opening = os.getpid(), Lock()
            self._client = self._client if self._settings is None else None
        if self._client is None:
            with self._opening:
                if self._client is None and self._settings is not None:
                    self._client = make_client(httpx2.Client, self._settings)
                    weakref.finalize(self, _close_client, self._client, os.getpid())
        assert self._client is not None
        return self._client


def _close_client(client: httpx2.Client, process: int) -> None:
    # A forked child must not wait for a lock that a thread in its parent held.
    if process == os.getpid():
        with suppress(*FAILURES):
            client.close()


class Httpx2Response:
    """A response over httpx2; see `Response`."""

    def __init__(self, response: httpx2.Response, request: Request, transport: Httpx2Transport) -> None:
        self._transport = transport  # which closes its connections when it is dropped
        self.status = response.status_code
        self.headers = header_pairs(response)
        self._response = response
        self._request = request
        if request.stream:
            # Not __del__: at the interpreter's end httpx2 needs what is gone by then, and Python 3.13 crashes over it.
            weakref.finalize(self, _close, response)

    def read(self) -> bytes:
        try:
            body = whole_body(self._response, self._request)
            for piece in self._pieces():
                body.feed(piece)
            return body.finish()
        except DecodeError as error:
            raise failure(error, self._request, self.status) from None
        finally:
            self.close()

    def chunks(self) -> Iterator[bytes]:
        limit_each_wait(self._response, self._request.timeout.read_idle)
        return self._pieces()

    def finish(self) -> None:
        # There is no waiting for a moment only: httpx2 has taken its limit when the body began.
        self.close()

    def close(self) -> None:
        _close(self._response)

    def _pieces(self) -> Iterator[bytes]:
        stream: Any = self._response.stream
        decoder = body_decoder(self.headers)
        try:
            if self._response.is_stream_consumed:  # by a hook of your client
                yield self._response.content
                return
            for piece in stream:
                yield from filter(None, (piece,) if decoder is None else decoder.feed(piece))
            if decoder is not None:
                decoder.finish()
            check_excess(self._response)
        except FAILURES as error:
            raise failure(error, self._request, self.status) from None
        finally:
            self.close()


def _close(response: httpx2.Response) -> None:
    with suppress(*FAILURES):
        response.close()
