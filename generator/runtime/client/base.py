"""What the sync client and its async twin share: their settings, and all that needs no waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypedDict, cast

from ..http.headers import header
from ..http.media_type import essence
from ..response.metadata import APIResponse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Unpack

    from ..config import APIProfile, ClientConfig
    from ..http.timeout import Limit
    from ..response.decoding import Deviation
    from ..response.metadata import ResponseInfo
    from ..response.parser import ResponseParser
    from .connections import Connections

# Answers that are whole whatever was asked for. All else is read as a stream: some servers name those text/plain.
_WHOLE = frozenset({"application/json", "application/problem+json", "text/html"})


class ClientOptions(TypedDict, total=False):
    """What `with_options` can change. Proxy, verification and transport belong to the connections, which are shared."""

    api_key: Any
    base_url: str | None
    timeout: Limit
    default_headers: Mapping[str, str]
    """Added to the headers that are there."""
    on_deviation: Callable[[Deviation], None] | None
    keep_raw: bool


class Client:
    """Settings and connections; `_profile` says which API it is for."""

    _profile: ClassVar[APIProfile]
    _settings: ClientConfig
    _connections: Connections
    _borrows: bool

    def with_options(self, **changes: Unpack[ClientOptions]) -> Self:
        """The same client with other settings, over the same connections. Closing it leaves them open."""
        if unknown := changes.keys() - ClientOptions.__annotations__.keys():
            raise TypeError(f"with_options() cannot change {min(unknown)!r}; make a new client")
        twin = object.__new__(type(self))
        twin._settings = self._settings.changed(changes)
        twin._connections = self._connections
        twin._borrows = True
        return twin

    def _completed(self, exchange: ResponseParser, value: Any) -> Any:
        """What a call returns for the value of its answer: that, able to fetch its files, or the task that it began."""
        operation, client = exchange.call.operation, cast("Any", self)
        if operation.file_models:
            from ..files.file_model import give_client

            give_client(value, operation.file_models, client)
        if operation.polling is None:
            return value
        from ..polling.poller import begun
        from ..polling.task import AsyncTask, Task

        kind: type[Any] = AsyncTask if exchange.twin else Task
        id = begun(operation.polling, exchange, value)
        return kind(client, operation, id, submitted=value, call=exchange.call)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._settings.base_url!r})"


def is_stream(status: int, headers: list[tuple[str, str]]) -> bool:
    return 200 <= status < 300 and essence(header(headers, "content-type")) not in _WHOLE


def reply(value: Any, response_info: ResponseInfo) -> APIResponse[Any]:
    return APIResponse(value, response_info.status, response_info.headers, response_info.request_id, response_info.raw)
