"""The interface of transports: what they take and return. Every method raises only `TransportError`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    import ssl

    from ..http.headers import Pairs
    from ..http.timeout import Timeout

Verify: TypeAlias = "bool | str | ssl.SSLContext"

LINGER = 0.05
"""For so many seconds a body is read on after the end of what was wanted, so that its connection can be used again."""

LARGE = 65_536
"""Bytes; a smaller body fits into the buffers of the system, and is sent before anything is answered."""

LONGEST_IDLE = 50.0
"""Seconds for which an idle connection is kept: less than the 60 after which many servers close theirs."""

LONGEST_AGE = 600.0
"""Seconds after which a connection takes no more requests, so that a changed address is noticed."""


class Body(Protocol):
    """The body of a request that is sent in pieces of bytes, while it is read.

    `length` is the number of its bytes; None where nobody knows, and it is sent in chunks. What reading it raises comes
    through `send` as it is. Where it has an attribute `in_memory` that is true, its pieces are there without waiting.
    """

    @property
    def length(self) -> int | None: ...

    def __iter__(self) -> Iterator[bytes]: ...


class Request(NamedTuple):
    """One HTTP request, ready to be sent. `url` is absolute and already encoded; it is sent unchanged.

    `timeout.total` is the limit for the whole call; with `stream` it is the limit until the headers, and from there on
    only a pause longer than `timeout.read_idle` ends the wait. `max_bytes` is the limit for a body that is read whole,
    decompressed. None stands for no limit.
    """

    method: str
    url: str
    headers: Pairs
    content: bytes | Body | None
    timeout: Timeout
    stream: bool = False
    max_bytes: int | None = None

    def __repr__(self) -> str:
        names = ", ".join(name for name, _ in self.headers)  # a value may be a secret, as may the query and the body
        return f"Request({self.method} {self.url.partition('?')[0]}, headers {names})"

    def all_headers(self) -> Pairs:
        """The headers, with the length of a body in pieces and an `Accept-Encoding` where the caller has set none."""
        headers, content = self.headers, self.content
        if content is not None and not isinstance(content, bytes) and content.length is not None:
            headers = [*headers, ("Content-Length", str(content.length))]
        for name, _ in headers:
            if len(name) == 15 and name.lower() == "accept-encoding":
                return headers
        # An intermediary that compresses a stream holds it back until a block is full.
        return [*headers, ("Accept-Encoding", "identity" if self.stream else "gzip")]


class Response(Protocol):
    """A response whose status and headers have arrived, and whose body has not been read."""

    status: int
    headers: Pairs

    def read(self) -> bytes:
        """Read the whole body, decompressed, within the limit of the call; the connection is free afterwards."""
        ...

    def chunks(self) -> Iterator[bytes]:
        """Iterate the body as it arrives, decompressed, in pieces of limited size; each is returned immediately."""
        ...

    def finish(self) -> None:
        """Want nothing more: keep the connection if the body ends within a moment, else close it."""
        ...

    def close(self) -> None:
        """Give the body up, which costs the connection if it is not read. May be called at any time, and again."""
        ...


class AsyncResponse(Protocol):
    """The async counterpart of `Response`."""

    status: int
    headers: Pairs

    async def read(self) -> bytes: ...

    def chunks(self) -> AsyncIterator[bytes]: ...

    async def finish(self) -> None: ...

    async def close(self) -> None: ...


class Transport(Protocol):
    """Sends requests and keeps connections. Safe to use from many threads; a forked child makes its own connections."""

    def send(self, request: Request) -> Response:
        """Send once, and return when the headers are here."""
        ...

    def close(self) -> None:
        """Close every connection. Sending afterwards raises TransportError of kind "closed"."""
        ...

    # A transport may also have a method `for_other_hosts(public_only: bool)`, which returns a transport for files of
    # hosts that a server named. That one adds no header, cookie or authentication of its own, and with `public_only` it
    # raises TransportError of kind "private" instead of connecting to an address that is not public.


class AsyncTransport(Protocol):
    """The async counterpart of `Transport`. Each event loop gets connections of its own."""

    async def send(self, request: Request) -> AsyncResponse: ...

    async def close(self) -> None: ...
