"""What a transport is: what it takes, what it gives, and what it raises."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from ..http.timeout import Timeout

Verify: TypeAlias = "bool | str | ssl.SSLContext"
Kind: TypeAlias = Literal["connect", "timeout", "broken", "closed"]

# An answer's body stays open for this long after the end of what was wanted, so that its connection can be used again.
LINGER = 0.05


class Body(Protocol):
    """A request's body that is sent in pieces, as bytes, while it is read.

    `length` is the number of its bytes; None where nobody knows, and it is sent in chunks. What reading it raises comes
    through `send` as it is. Where it has an attribute `in_memory` that is true, its pieces are there without waiting.
    """

    @property
    def length(self) -> int | None: ...

    def __iter__(self) -> Iterator[bytes]: ...


class Request(NamedTuple):
    """One HTTP request, ready to be written. `url` is absolute and already encoded; it is sent as it stands.

    `timeout.total` is the limit for the whole call; with `stream` it is the limit until the headers, and from there on
    only a read_idle longer than `timeout.read_idle` ends the wait. None stands for no limit.
    """

    method: str
    url: str
    headers: list[tuple[str, str]]
    content: bytes | Body | None
    timeout: Timeout
    stream: bool = False

    def all_headers(self) -> list[tuple[str, str]]:
        """The headers, with `Accept-Encoding` where the caller has not set it: what every transport can undo; and with
        the length of a body in pieces.
        """
        headers, content = self.headers, self.content
        if content is not None and not isinstance(content, bytes) and content.length is not None:
            headers = [*headers, ("Content-Length", str(content.length))]
        for name, _ in headers:
            if len(name) == 15 and name.lower() == "accept-encoding":
                return headers
        # An intermediary that compresses a stream holds it back until a block is full.
        return [*headers, ("Accept-Encoding", "identity" if self.stream else "gzip")]


class Response(Protocol):
    """An answer whose status and headers are here, and whose body is not yet."""

    status: int
    headers: list[tuple[str, str]]

    def read(self) -> bytes:
        """The whole body, decompressed, within the call's limit; the connection is free afterwards."""
        ...

    def chunks(self) -> Iterator[bytes]:
        """The body as it arrives, decompressed; each piece is handed over at once."""
        ...

    def finish(self) -> None:
        """Want nothing more: keep the connection if the body ends within a moment, else close it."""
        ...

    def close(self) -> None:
        """Give the answer up. May be called at any time, and again; a body that is not read costs its connection."""
        ...


class AsyncResponse(Protocol):
    """The twin of `Response`."""

    status: int
    headers: list[tuple[str, str]]

    async def read(self) -> bytes: ...

    def chunks(self) -> AsyncIterator[bytes]: ...

    async def finish(self) -> None: ...

    async def close(self) -> None: ...


class Transport(Protocol):
    """Sends requests and keeps connections. Safe to use from many threads; a forked child makes its own connections."""

    def send(self, request: Request) -> Response:
        """Send once, and return when the headers are here. Raises TransportError."""
        ...

    def close(self) -> None:
        """Close every connection. Sending afterwards raises TransportError of kind "closed"."""
        ...


class AsyncTransport(Protocol):
    """The twin of `Transport`. Each event loop gets connections of its own."""

    async def send(self, request: Request) -> AsyncResponse: ...

    async def close(self) -> None: ...


class TransportError(Exception):
    """No whole answer came.

    `kind` says how it failed: "connect" (no connection), "timeout", "broken" (cut, reset, not HTTP) or "closed" (the
    transport was). `sent` is False where it is proven that the request never left, None where nobody knows, True where
    it left. `status` is there when the headers came and the body did not.
    """

    def __init__(self, message: str, *, kind: Kind, sent: bool | None = None, status: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.kind: Kind = kind
        self.sent = sent
        self.status = status

    def hide(self, mask: Callable[[str], str]) -> None:
        """Mask what this error says, and drop its causes where they show what is masked.

        HTTP libraries quote bytes that they cannot read, and keep the request; a server may have echoed the key.
        """
        self.message = mask(self.message)
        self.args = (self.message,)
        for found in _behind(self):
            said = f"{found}{found!r}"
            if mask(said) != said:
                self.__cause__ = self.__context__ = None
                return

    def __reduce__(self) -> tuple[Any, ...]:
        return _revive, (type(self), self.args, self.__dict__)


def reason(error: BaseException) -> str:
    """Why something failed, in one line: in the system's own words where it was the system that said no."""
    import os
    import socket

    for found in (error, *_behind(error)):
        system = getattr(found, "os_error", found)  # aiohttp keeps it there, and words of its own in `strerror`
        if isinstance(system, ConnectionError) and system.errno:
            return os.strerror(system.errno)
        if isinstance(system, socket.gaierror):
            return str(system.strerror)
    return " ".join(str(error).split()) or type(error).__name__


def _behind(error: BaseException) -> Iterator[BaseException]:
    """What led to an error. Each once: libraries raise again what they have kept, and so make circles."""
    seen, found = {id(error)}, error.__cause__ or error.__context__
    while found is not None and id(found) not in seen:
        yield found
        seen.add(id(found))
        found = found.__cause__ or found.__context__


def _revive(kind: type[TransportError], args: tuple[Any, ...], state: dict[str, Any]) -> TransportError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
