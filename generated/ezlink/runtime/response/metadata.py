"""Status, headers, request id and bytes of a response, kept beside its result."""

from __future__ import annotations

from typing import Any, Generic, Self, TypeVar

import msgspec

from ..encoding.result_objects import RESPONSE_INFO
from ..http.headers import Headers, Pairs
from ..lazy import public

T_co = TypeVar("T_co", covariant=True)


@public
class ResponseInfo(msgspec.Struct, frozen=True):
    """Status, headers, request id and bytes of a response.

    `raw` is None with `keep_raw=False`; for an event of a stream it is the data of the event.
    """

    status: int
    pairs: Pairs
    raw: bytes | None
    request_id_headers: tuple[str, ...] = ()

    @property
    def headers(self) -> Headers:
        """The response headers."""
        return Headers(self.pairs)

    @property
    def request_id(self) -> str | None:
        """The id by which the server's operators find the call."""
        for name in map(str.lower, self.request_id_headers):
            size = len(name)  # which most headers have not: faster than an index of all of them
            if values := [text for found, text in self.pairs if len(found) == size and found.lower() == name]:
                return ", ".join(values)
        return None

    @property
    def status_code(self) -> int:
        """`status`, under its name in other clients."""
        return self.status

    def __repr__(self) -> str:
        size = "raw not kept" if self.raw is None else f"{len(self.raw)} bytes"
        return f"ResponseInfo(status={self.status}, request_id={self.request_id!r}, {size})"


@public
class APIResponse(msgspec.Struct, Generic[T_co], frozen=True):
    """A result with the status, headers, request id and bytes of its response."""

    value: T_co
    status: int
    headers: Headers
    request_id: str | None
    raw: bytes | None

    # -- the same under the names of other clients

    def parse(self) -> T_co:
        """Return `value`."""
        return self.value

    @property
    def status_code(self) -> int:
        """`status`."""
        return self.status

    @property
    def content(self) -> bytes:
        """`raw`, empty where it was not kept."""
        return self.raw or b""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode(errors="replace")

    def json(self) -> Any:
        """The body as JSON."""
        return msgspec.json.decode(self.content)

    @property
    def http_response(self) -> Self:
        """The response itself."""
        return self

    def __repr__(self) -> str:
        return f"APIResponse(status={self.status}, request_id={self.request_id!r}, value={self.value!r})"


def attach(value: Any, info: tuple[Any, ...]) -> None:
    """Keep the fields of a `ResponseInfo` beside a result. Results that are dicts or lists have no room for it."""
    # Not isinstance(): models are of a metaclass that makes it cost as much as decoding them does.
    try:
        beside: dict[str, Any] = value.__dict__
    except AttributeError:
        return
    beside[RESPONSE_INFO] = info


def response_info(obj: Any) -> ResponseInfo:
    """Return status, headers, request id and raw bytes of the response that this object is the result of.

    Raises LookupError for an object within a result, or one made by hand.
    """
    info = getattr(obj, "__dict__", {}).get(RESPONSE_INFO)
    if info is not None:
        return ResponseInfo(*info)
    raise LookupError(
        f"this {type(obj).__name__} has no response of its own: only what a call returned, or an event of a stream, "
        "has one, and the objects within it have not"
    )
