"""The server: sockets, threads, and connections."""

from __future__ import annotations

import os
import socket
import socketserver
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from types import TracebackType

import h11

from ..replay.endpoints import SPEC, endpoints_of
from ..replay.fixtures import Fixture, Request, load_all
from ..replay.selector import Choice, ResponseSelector
from .request_reader import NOT_HTTP, RequestReader
from .response_writer import write

Log = Callable[[Request, Choice], None]

_KEPT = 10_000  # requests; a server that runs for days must not keep them all


class MockServer:
    """A mock server that listens from its creation until `close`. A context manager, safe to use from several threads.

    `fixtures` is their directory, or the fixtures themselves. `speed` is the factor on the recorded delays: 1 as
    recorded, 0 none. `polls` is the number of fetches that a task takes; None: one for each of its recorded states.
    OSError when the port is in use.
    """

    def __init__(
        self,
        fixtures: Path | Iterable[Fixture],
        speed: float = 0.0,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        log: Log | None = None,
        polls: int | None = None,
        spec: Path = SPEC,
    ) -> None:
        self.fixtures = load_all(fixtures) if isinstance(fixtures, Path) else list(fixtures)
        self.requests: deque[Request] = deque(maxlen=_KEPT)  # as received, in order
        self._speed = speed
        self._log = log
        self.endpoints = endpoints_of(spec)
        self._selector = ResponseSelector(self.fixtures, self.endpoints, polls)
        self._queued: deque[Fixture] = deque()
        self._stopping = Event()
        self._open: set[socket.socket] = set()
        self._server = _Server(host, port, self._handle_connection)
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), name="mock-server", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """The address, without a slash at its end."""
        host, port = self._server.server_address[:2]
        name = host.decode() if isinstance(host, bytes) else str(host)
        return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"

    def play(self, *fixtures: Fixture) -> None:
        """Respond to the next requests with exactly these, whatever is asked."""
        self._queued.extend(fixtures)

    def forget(self) -> None:
        """Forget what `play` queued and no request has used."""
        self._queued.clear()

    def join(self) -> None:
        """Wait until the server is closed."""
        while self._thread.is_alive():
            self._thread.join(0.5)  # in short waits, so that Ctrl-C is heard on every system

    def close(self) -> None:
        """Stop listening and end every connection."""
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        for sock in list(self._open):
            with suppress(OSError):  # the client or its own thread may have closed it already
                sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    def __enter__(self) -> MockServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _choose(self, request: Request) -> Choice:
        try:
            fixture = self._queued.popleft()
        except IndexError:
            return self._selector.select(request)
        return Choice(fixture.name, fixture.response)

    def _handle_connection(self, sock: socket.socket) -> None:
        self._open.add(sock)
        with suppress(OSError):  # the client has gone: nobody is left to tell
            try:
                self._respond_to_all(sock)
            except h11.RemoteProtocolError:
                sock.sendall(NOT_HTTP)
        self._open.discard(sock)

    def _respond_to_all(self, sock: socket.socket) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        reader, kept = RequestReader(sock), True
        while kept and not self._stopping.is_set() and (request := reader.next()) is not None:
            self.requests.append(request)
            choice = self._choose(request)
            if self._log:
                self._log(request, choice)
            head_only = request.method == "HEAD"
            kept = write(sock, choice.response, head_only=head_only, speed=self._speed, stopping=self._stopping)
            kept = kept and reader.keep_alive


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 512
    # On Windows the option lets two servers share one port, and a port in use would go unnoticed.
    allow_reuse_address = os.name == "posix"

    def __init__(self, host: str, port: int, handle_connection: Callable[[socket.socket], None]) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                handle_connection(self.request)

        super().__init__((host, port), Handler)

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Close without a shutdown first, which would turn a reset into a normal end."""
        self.close_request(request)
