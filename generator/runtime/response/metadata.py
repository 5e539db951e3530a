"""What came with an answer: status, headers, request id and bytes."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from ..http.headers import Headers, Pairs

T_co = TypeVar("T_co", covariant=True)


class ResponseInfo(msgspec.Struct, frozen=True):
    """What an answer came with. `raw` is None with `keep_raw=False`; of a stream's event it is the event's data."""

    status: int
    pairs: Pairs
    raw: bytes | None
    request_id_headers: tuple[str, ...] = ()

    @property
    def headers(self) -> Headers:
        """The headers. Made when asked for: most answers are used without a look at them."""
        return Headers(self.pairs)

    @property
    def request_id(self) -> str | None:
        """The id under which the server knows the call: the first of the headers that the API names for it."""
        headers = self.headers
        return next((headers[name] for name in self.request_id_headers if name in headers), None)

    def __repr__(self) -> str:
        size = "raw not kept" if self.raw is None else f"{len(self.raw)} bytes"
        return f"ResponseInfo(status={self.status}, request_id={self.request_id!r}, {size})"


class APIResponse(msgspec.Struct, Generic[T_co], frozen=True):
    """A result together with what it came with."""

    value: T_co
    status: int
    headers: Headers
    request_id: str | None
    raw: bytes | None

    def __repr__(self) -> str:
        return f"APIResponse(status={self.status}, request_id={self.request_id!r}, value={self.value!r})"
