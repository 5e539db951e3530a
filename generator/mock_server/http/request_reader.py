"""Requests, read from a socket by h11."""

from __future__ import annotations

import socket
from dataclasses import replace

import h11

from ...spec.operations import JSON
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
        if parser.they_are_waiting_for_100_continue:
            self._sock.sendall(_CONTINUE)
        separator = forms.boundary(request.header("content-type"))
        reader = forms.FormReader(separator) if separator else None
        kept, length = bytearray(), 0
        while isinstance(event := self._event(parser), h11.Data):
            length += len(event.data)
            kept += event.data if length <= _KEPT or request.media_type == JSON else b""
            if reader and not reader.feed(event.data):
                reader = None
        if not isinstance(event, h11.EndOfMessage):
            return None
        self._rest = parser.trailing_data[0]
        self.keep_alive = parser.their_state is not h11.MUST_CLOSE
        form = reader.finish() if reader else None
        if len(kept) < length:
            return replace(request, form=form, dropped=length)
        return replace(request, form=form, body=bytes(kept))

    def _event(self, parser: h11.Connection) -> object:
        while (event := parser.next_event()) is h11.NEED_DATA:
            parser.receive_data(self._sock.recv(_PIECE))
        return event
