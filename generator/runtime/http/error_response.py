"""The response of an error under the names of other clients; loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from .json_pointer import is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .headers import Headers


class ErrorResponse:
    """The response of an error, by the names of other clients."""

    def __init__(self, status: int, headers: Headers | None, content: bytes | None) -> None:
        self.status_code = status
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.content = content or b""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode(errors="replace")

    def json(self) -> Any:
        """The body as JSON. Raises ValueError if it is none."""
        return msgspec.json.decode(self.content)

    def __repr__(self) -> str:
        return f"<ErrorResponse {self.status_code}, {len(self.content)} bytes>"


def error_body(raw: bytes | None) -> Any:
    """The error in a body of JSON; else the body as text. None for no body."""
    if not raw:
        return None
    try:
        found = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return raw.decode(errors="replace")
    return found.get("error", found) if is_object(found) else found
