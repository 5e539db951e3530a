"""A server on a raw socket: a test decides its every byte, pause and break."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("localhost.pem")


class Peer:
    """The server's end of one connection."""

    def __init__(self, connection: socket.socket, server: Server, number: int) -> None:
        self.connection = connection
        self.server = server
        self.number = number  # the first connection is 1
        self._ahead = bytearray()

    def head(self) -> bytes:
        """Read the head of one request; b"" when the client has gone."""
        while b"\r\n\r\n" not in self._ahead:
            if not self._more():
                return b""
        head, _, self._ahead = self._ahead.partition(b"\r\n\r\n")
        self.server.begun += 1
        return bytes(head)

    def request(self) -> bytes:
        """Read one request, whole; b"" when the client has gone."""
        head, length = self.head(), 0
        if not head:
            return b""
        for line in head.split(b"\r\n")[1:]:
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        while len(self._ahead) < length:
            if not self._more():
                return b""
        body, self._ahead = bytes(self._ahead[:length]), self._ahead[length:]
        whole = head + b"\r\n\r\n" + body
        self.server.requests.append(whole)
        self.server.asked.set()
        return whole

    def send(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.connection.sendall(piece)

    def reset(self) -> None:
        """Close so that the client sees a reset and not of an end."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def gone(self, within: float = 3.0) -> bool:
        """Return whether the client closes its end."""
        self.connection.settimeout(within)
        try:
            while self.connection.recv(65536):
                pass
        except TimeoutError:
            return False
        except OSError:
            pass
        return True

    def _more(self) -> bool:
        try:
            data = self.connection.recv(65536)
        except OSError:
            return False
        self._ahead += data
        return bool(data)


Script = Callable[[Peer], None]


class Server:
    """Plays a script to each connection, in a thread of its own."""

    def __init__(self, script: Script, tls: bool = False) -> None:
        self.script = script
        self.requests: list[bytes] = []
        self.begun = 0  # requests whose head has come, whole or not
        self.connections = 0
        self.open: set[socket.socket] = set()
        self.asked = threading.Event()  # the first request is here
        self.left = threading.Event()  # for scripts to say that the client has gone
        self.ended = threading.Event()  # the test is over: scripts stop waiting
        self._context: ssl.SSLContext | None = None
        if tls:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(CERTIFICATE)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self.ended.set()
        # Closing alone leaves accept() waiting in its thread.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in list(self.open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self.open.add(connection)
            peer = Peer(connection, self, self.connections)
            threading.Thread(target=self._play, args=(peer,), daemon=True).start()

    def _play(self, peer: Peer) -> None:
        accepted = peer.connection
        with contextlib.suppress(OSError):
            peer.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._context is not None:
                peer.connection = self._context.wrap_socket(peer.connection, server_side=True)
            self.script(peer)
        with contextlib.suppress(OSError):
            peer.connection.close()
        self.open.discard(accepted)


@contextlib.contextmanager
def serving(script: Script, tls: bool = False) -> Iterator[Server]:
    server = Server(script, tls)
    try:
        yield server
    finally:
        server.close()


Serve = Callable[..., Server]  # the fixture `serve`
Step = bytes | float | Callable[[Peer], object]


def responds(*steps: Step, each: bool = False) -> Script:
    """Read a request, then send bytes, wait for seconds (or the end of the test), and call functions with the peer.

    `each`: the same for every request of a connection.
    """

    def script(peer: Peer) -> None:
        while peer.request():
            for step in steps:
                if isinstance(step, bytes):
                    peer.send(step)
                elif isinstance(step, float):
                    peer.server.ended.wait(step)
                else:
                    step(peer)
            if not each:
                return

    return script


def drip(data: bytes) -> Step:
    """Send one byte at a time."""

    def step(peer: Peer) -> None:
        for byte in data:
            peer.send(bytes([byte]))
            time.sleep(0.1)

    return step


def notices_departure(peer: Peer) -> None:
    if peer.gone():
        peer.server.left.set()


def http_response(body: bytes = b'{"ok":true}', *headers: str, status: str = "200 OK") -> bytes:
    """A plain response of known length."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def chunked(*pieces: bytes, end: bool = True) -> bytes:
    """The chunks of a body, with the last one or without."""
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + (b"0\r\n\r\n" if end else b"")


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
FIRST_CHUNK = CHUNKED + chunked(b"first", end=False)
keeps_responding = responds(http_response(), each=True)
