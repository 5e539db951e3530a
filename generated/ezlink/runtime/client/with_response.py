"""`with_raw_response` and `with_streaming_response` of resources: results together with their responses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any


class RawResource:
    """The methods of a resource, each of which returns an `APIResponse`; `parse()` of it is the result."""

    def __init__(self, resource: Any) -> None:
        self._resource = resource

    def __getattr__(self, name: str) -> Any:
        return getattr(_over(self._resource, _Raw), name)

    def __dir__(self) -> list[str]:
        return dir(self._resource)


class StreamingResource(RawResource):
    """The methods of a resource, each of which returns a context manager of the response."""

    def __getattr__(self, name: str) -> Any:
        method: Callable[..., Any] = getattr(_over(self._resource, _Raw), name)

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
        return _shown(response)

    def __exit__(self, *error: object) -> None:
        if hasattr(self._value, "close"):
            self._value.close()

    async def __aenter__(self) -> Any:
        response = await self._send()
        self._value = response.value
        return _shown(response)

    async def __aexit__(self, *error: object) -> None:
        if hasattr(self._value, "close"):
            await self._value.close()


class _Raw:
    """A client whose `send` returns responses."""

    def __init__(self, client: Any) -> None:
        self.send = client.send_raw


def _over(resource: Any, client: Callable[[Any], Any]) -> Any:
    """The same resource over another client."""
    return type(resource)(client(resource._client))


def _shown(response: Any) -> Any:
    return response.value if hasattr(response.value, "iter_bytes") else response
