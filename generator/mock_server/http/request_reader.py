"""Requests, read from a socket by h11."""

from __future__ import annotations

import socket
from dataclasses import replace

import h11

from ..replay.fixtures import Request
from . import multipart as forms

_PIECE = 64 * 1024
_HEAD_LIMIT = 1024 * 1024
_KEPT = 4 * 1024 * 1024  # bytes of a body other than JSON; an upload may be larger than the memory
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
NOT_HTTP = (
    b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request"
)


class RequestReader:
    """Reads requests from one connection, one after the other."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._rest = b""
        self.keep_alive = True

    def next(self) -> Request | None:
        """The next whole request; None when the client has left. h11.RemoteProtocolError when it is not HTTP."""
        # A parser for each request: h11 goes on to a second one only when it writes the responses itself,
        # and they are written as recorded here.
        parser = h11.Connection(h11.SERVER, max_incomplete_event_size=_HEAD_LIMIT)
        if self._rest:  # no bytes at all would tell the parser that the client has left
            parser.receive_data(self._rest)
        line = self._event(parser)
        if not isinstance(line, h11.Request):
            return None
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in line.headers.raw_items())
        request = Request(line.method.decode(), line.target.decode("latin-1"), headers, b"")
        body = _Body(request.header("content-type"))
        if not self._take(parser, body):
            return None
        self._rest = parser.trailing_data[0]
        request = replace(request, body=bytes(body.kept), form=body.form(), dropped=body.dropped)
        self.keep_alive = parser.their_state is not h11.MUST_CLOSE
        return request

    def _take(self, parser: h11.Connection, body: _Body) -> bool:
        """Read the body to its end; False when the client has left before."""
        if parser.they_are_waiting_for_100_continue:
            self._sock.sendall(_CONTINUE)
        while isinstance(event := self._event(parser), h11.Data):
            body.take(bytes(event.data))
        return isinstance(event, h11.EndOfMessage)

    def _event(self, parser: h11.Connection) -> object:
        while True:
            event = parser.next_event()
            if event is not h11.NEED_DATA:
                return event
            parser.receive_data(self._sock.recv(_PIECE))


class _Body:
    """A request body as it comes in: kept while it is small or JSON, else only counted. A form is parsed on the way."""

    def __init__(self, content_type: str | None) -> None:
        separator = forms.boundary(content_type)
        self._reader = forms.FormReader(separator) if separator else None
        self._limit = None if (content_type or "").lower().startswith("application/json") else _KEPT
        self.kept = bytearray()
        self.dropped = 0

    def take(self, data: bytes) -> None:
        if self._limit is not None and (self.dropped or len(self.kept) + len(data) > self._limit):
            self.dropped += len(self.kept) + len(data)
            self.kept = bytearray()
        else:
            self.kept += data
        if self._reader:
            try:
                self._reader.feed(data)
            except ValueError:
                self._reader = None

    def form(self) -> forms.Form | None:
        """The parts; None when the body is no form."""
        try:
            return self._reader.finish() if self._reader else None
        except ValueError:
            return None
