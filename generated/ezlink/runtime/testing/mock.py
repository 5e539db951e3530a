"""Mock transports: they keep the requests, and reply what was set up."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from itertools import chain, repeat
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import msgspec

from ..http.headers import Headers, Pairs
from ..operation.endpoint import endpoint_functions
from ..transport.base import Request
from .replies import Failure, Reply, reply_of

PACKAGE = (__package__ or "").rpartition(".runtime")[0]


class SentRequest(NamedTuple):
    """A request that a mock transport received."""

    name: str
    """The method of the client, such as `chat.completions.create`; the HTTP method and path where there is none."""
    method: str
    path: str
    query: dict[str, list[str]]
    headers: Headers
    content: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return msgspec.json.decode(self.content)


class UnexpectedRequest(AssertionError):
    """A request for which no reply was set up."""


class _Route:
    """The replies for one method and path."""

    def __init__(self, name: str, method: str, pattern: str, replies: list[Reply | Failure]) -> None:
        self.name = name
        self.method = method
        self.pattern = re.compile(pattern)
        self._replies = chain(replies, repeat(replies[-1]))

    def next(self) -> Reply | Failure:
        """The next reply; the last one stays. Threads may ask at once."""
        return next(self._replies)


class _Mock:
    def __init__(self) -> None:
        self.requests: list[SentRequest] = []
        """Every request that was sent, in order."""
        self._routes: list[_Route] = []
        operations = [one.operation for one in endpoint_functions(import_module(f"{PACKAGE}.operations"))]
        self._known = [(one.name or one.id, one.method, _pattern(one.path)) for one in operations]

    def add(self, name: str, *replies: Any) -> None:
        """Set up the replies for a method of the client, such as `chat.completions.create`, or for `POST /v1/path`.

        A reply is a model or another value that becomes JSON, or comes from a function of `testing`. Each request takes
        the next one; the last one stays. Raises ValueError for a method that the client does not have.
        """
        if not replies:
            raise ValueError(f"{name}: there is no reply")
        self._routes.insert(0, _Route(name, *self._place(name), [reply_of(one) for one in replies]))

    def assert_requested(self, name: str, times: int | None = None, **body: Any) -> SentRequest:
        """Check that a method was called, `times` times, and with these fields in its body; return the last request.

        Raises AssertionError, which shows what was sent instead.
        """
        named = [one for one in self.requests if one.name == name]
        found = [one for one in named if not body or body.items() <= _fields(one).items()]
        if not found or times not in (None, len(found)):
            sent = "\n".join(f"  {one.name} {one.content[:500].decode(errors='replace')}" for one in self.requests)
            wanted = f"{name}({', '.join(f'{key}={value!r}' for key, value in body.items())})"
            times_text = "" if times is None else f" {times} times"
            raise AssertionError(
                f"{wanted} was sent {len(found)} times, not{times_text}:\n{sent or '  nothing was sent'}"
            )
        return found[-1]

    def assert_not_requested(self, name: str) -> None:
        """Check that a method was not called. Raises AssertionError."""
        if found := [one for one in self.requests if one.name == name]:
            raise AssertionError(f"{name} was sent {len(found)} times")

    def _place(self, name: str) -> tuple[str, str]:
        method, space, path = name.partition(" ")
        if space:
            return method, _pattern(path)
        for known, method, pattern in self._known:
            if known == name:
                return method, pattern
        from difflib import get_close_matches

        near = get_close_matches(name, [known for known, _, _ in self._known], 1)
        raise ValueError(f"the client has no {name}()" + (f": did you mean {near[0]!r}?" if near else ""))

    def _play(self, request: Request) -> Reply:
        url = urlsplit(request.url)
        content = request.content
        body = content if isinstance(content, bytes) else b"".join(content or ())
        route = next((one for one in self._routes if _fits(one.method, one.pattern, request.method, url.path)), None)
        fitting = (known for known, method, path in self._known if _fits(method, path, request.method, url.path))
        name = next(fitting, None) or f"{request.method} {url.path}"
        if route and " " not in route.name:
            name = route.name
        query = parse_qs(url.query, keep_blank_values=True)
        self.requests.append(SentRequest(name, request.method, url.path, query, Headers(request.headers), body))
        if route is None:
            raise UnexpectedRequest(f"{name} was sent, and has no reply: set one up with add({name!r}, ...)")
        found = route.next()
        if isinstance(found, Failure):
            raise found.error()
        return found


def _pattern(path: str) -> str:
    """A path, without a query, as a pattern that fits its end: a base URL may have a path of its own."""
    return re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path.partition("?")[0])) + "$"


def _fits(method: str, pattern: str | re.Pattern[str], sent: str, path: str) -> bool:
    return method == sent and re.search(pattern, path) is not None


def _fields(request: SentRequest) -> dict[str, Any]:
    try:
        found = request.json()
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}  # pyright: ignore[reportUnknownVariableType]


class _Response:
    def __init__(self, reply: Reply) -> None:
        self.status = reply.status
        self.headers: Pairs = list(reply.headers)
        self._reply = reply

    def read(self) -> bytes:
        return self._reply.body

    def chunks(self) -> Iterator[bytes]:
        yield from self._reply.pieces

    def finish(self) -> None:
        pass

    def close(self) -> None:
        pass


class _AsyncResponse:
    def __init__(self, reply: Reply) -> None:
        self.status = reply.status
        self.headers: Pairs = list(reply.headers)
        self._reply = reply

    async def read(self) -> bytes:
        return self._reply.body

    async def chunks(self) -> AsyncIterator[bytes]:
        for piece in self._reply.pieces:
            yield piece

    async def finish(self) -> None:
        pass

    async def close(self) -> None:
        pass


class MockTransport(_Mock):
    """A transport for a client in tests: `Client(api_key="test", transport=MockTransport())`."""

    def send(self, request: Request) -> _Response:
        """Keep a request, and reply to it."""
        return _Response(self._play(request))

    def close(self) -> None:
        """Do nothing: there are no connections."""


class AsyncMockTransport(_Mock):
    """A transport for an async client in tests."""

    async def send(self, request: Request) -> _AsyncResponse:
        """Keep a request, and reply to it."""
        return _AsyncResponse(self._play(request))

    async def close(self) -> None:
        """Do nothing: there are no connections."""
