"""`with_raw_response` and `with_streaming_response` of resources: results together with their responses."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from ..response.metadata import APIResponse

S = TypeVar("S", str, bytes)


class RawResource:
    """The methods of a resource, each of which returns an `APIResponse`; `parse()` of it is the result."""

    def __init__(self, resource: Any) -> None:
        self._resource = resource

    def __getattr__(self, name: str) -> Any:
        found: Any = getattr(self._resource, name)
        return type(self)(found) if hasattr(found, "with_raw_response") else self._method(name)

    def _method(self, name: str) -> Any:
        return getattr(_over(self._resource, _Raw), name)

    def __dir__(self) -> list[str]:
        return dir(self._resource)


class StreamingResource(RawResource):
    """The methods of a resource, each of which returns a context manager of the response."""

    def _method(self, name: str) -> Any:
        method: Callable[..., Any] = super()._method(name)

        def opened(*args: Any, **options: Any) -> Opened:
            return Opened(partial(method, *args, **options))

        return opened


class Opened:
    """A call that is sent when it is entered. What is entered is an `APIResponse`, or the file that came."""

    def __init__(self, send: Callable[[], Any]) -> None:
        self._send = send
        self._value: Any = None

    def __enter__(self) -> Any:
        response = self._send()
        self._value = response.value
        return _shown(response, OpenedResponse)

    def __exit__(self, *error: object) -> None:
        if hasattr(self._value, "close"):
            self._value.close()

    async def __aenter__(self) -> Any:
        response = await self._send()
        self._value = response.value
        return _shown(response, AsyncOpenedResponse)

    async def __aexit__(self, *error: object) -> None:
        if hasattr(self._value, "close"):
            await self._value.close()


class _OpenedResponse:
    def __init__(self, response: APIResponse[Any]) -> None:
        self.http_response = response
        self.headers = response.headers
        self.status_code = response.status
        self.request_id = response.request_id

    def _content(self) -> bytes:
        if self.http_response.raw is None:
            raise TypeError("the bytes of this response are not kept: iterate over parse(), which is the result")
        return self.http_response.raw

    def _text(self) -> str:
        return self._content().decode(errors="replace")


class OpenedResponse(_OpenedResponse):
    """A response in a `with` block, by the names of other clients."""

    def parse(self) -> Any:
        """Return the result."""
        return self.http_response.value

    def read(self) -> bytes:
        """Return the body."""
        return self._content()

    def text(self) -> str:
        """Return the body as text."""
        return self._text()

    def json(self) -> Any:
        """Return the body as JSON."""
        return self.http_response.json()

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Return the body in pieces."""
        return pieces(self._content(), chunk_size)

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """Return the body as text, in pieces."""
        return pieces(self._text(), chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """Return the lines of the body."""
        return iter(self._text().splitlines())


class AsyncOpenedResponse(_OpenedResponse):
    """A response in an `async with` block, by the names of other clients."""

    async def parse(self) -> Any:
        """Return the result."""
        return self.http_response.value

    async def read(self) -> bytes:
        """Return the body."""
        return self._content()

    async def text(self) -> str:
        """Return the body as text."""
        return self._text()

    async def json(self) -> Any:
        """Return the body as JSON."""
        return self.http_response.json()

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Return the body in pieces."""
        for piece in pieces(self._content(), chunk_size):
            yield piece

    async def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """Return the body as text, in pieces."""
        for piece in pieces(self._text(), chunk_size):
            yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """Return the lines of the body."""
        for line in self._text().splitlines():
            yield line


def pieces(whole: S, size: int | None) -> Iterator[S]:
    """Cut a body into pieces of this size, the last one shorter."""
    step = size or max(len(whole), 1)
    return (whole[start : start + step] for start in range(0, len(whole), step))


class _Raw:
    """A client whose `send` returns responses."""

    def __init__(self, client: Any) -> None:
        self.send = client.send_raw


def _over(resource: Any, client: Callable[[Any], Any]) -> Any:
    """The same resource over another client."""
    return type(resource)(client(resource._client))


def _shown(response: Any, opened: type[Any]) -> Any:
    return response.value if hasattr(response.value, "iter_bytes") else opened(response)
