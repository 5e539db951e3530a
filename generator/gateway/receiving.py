"""Requests, read from a socket by h11."""

from __future__ import annotations

import socket

import h11

from .fixtures import Request

_PIECE = 64 * 1024
_HEAD_LIMIT = 1024 * 1024
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
NOT_HTTP = (
    b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request"
)


class Reader:
    """Reads one request after the other from one connection."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._rest = b""
        self.keep_alive = True

    def next(self) -> Request | None:
        """The next whole request; None when the client has left. h11.RemoteProtocolError when it is not HTTP."""
        # A parser for each request: h11 goes on to a second one only when it writes the answers itself,
        # and the answers here are written as recorded.
        parser = h11.Connection(h11.SERVER, max_incomplete_event_size=_HEAD_LIMIT)
        if self._rest:  # no bytes at all would tell the parser that the client has left
            parser.receive_data(self._rest)
        line = self._event(parser)
        if not isinstance(line, h11.Request):
            return None
        body = self._body(parser)
        if body is None:
            return None
        self._rest = parser.trailing_data[0]
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in line.headers.raw_items())
        request = Request(line.method.decode(), line.target.decode("latin-1"), headers, body)
        self.keep_alive = line.http_version != b"1.0" and (request.header("connection") or "").lower() != "close"
        return request

    def _body(self, parser: h11.Connection) -> bytes | None:
        if parser.they_are_waiting_for_100_continue:
            self._sock.sendall(_CONTINUE)
        pieces: list[bytes] = []
        while isinstance(event := self._event(parser), h11.Data):
            pieces.append(bytes(event.data))
        return b"".join(pieces) if isinstance(event, h11.EndOfMessage) else None

    def _event(self, parser: h11.Connection) -> object:
        while True:
            event = parser.next_event()
            if event is not h11.NEED_DATA:
                return event
            parser.receive_data(self._sock.recv(_PIECE))
