"""How to read one stream: its description, the head of its response, and the parser of its call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from ..errors import StreamTruncated, UnreadableAnswer
from ..response.decoding import decoder, parse
from ..response.model import ResponseModel
from .accumulator import accumulate

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..http.headers import Pairs
    from ..response.parser import ResponseParser
    from ..transport import TransportError

E = TypeVar("E")
W = TypeVar("W")


class StreamContext(Generic[E, W]):
    """What stays the same for the whole of a stream. Decodes its events and builds its errors.

    `decode_plain` decodes an event whose required fields prove that it is one. It is None where each event has to be
    examined, by `decode`.
    """

    __slots__ = ("decode_plain", "end", "info", "keep_raw", "parser", "spec")

    def __init__(self, parser: ResponseParser, status: int, headers: Pairs) -> None:
        spec = parser.call.operation.stream
        if spec is None:
            raise TypeError(f"{parser.call.operation.display_name}() does not stream")
        self.parser = parser
        self.spec = spec
        self.info = parser.response_info(status, headers, None)
        self.keep_raw = parser.keep_raw
        self.end = None if spec.end is None else spec.end.encode()
        plain = bool(spec.proof) and issubclass(spec.event, ResponseModel)
        self.decode_plain: Callable[[bytes], E] | None = decoder(spec.event) if plain else None

    def decode(self, payload: bytes) -> E:
        """Return the event in this payload. Raises StreamFailed for an error and UnreadableAnswer for anything else."""
        return self.parser.parse_event(self.info, payload)  # type: ignore[no-any-return]

    def collect(self, payloads: list[bytes]) -> W:
        """Return the events as what the call returns unstreamed. Raises UnreadableAnswer for nesting too deep."""
        try:
            whole = accumulate((parse(payload).document for payload in payloads), self.spec)
            raw = msgspec.json.encode(whole)
        except RecursionError:
            message = "the events cannot be collected: they are nested too deeply"
            raise self.parser.error(UnreadableAnswer, message, self.info, None, "executed") from None
        return self.parser.parse_collected(self.info, raw)  # type: ignore[no-any-return]

    def truncated(
        self, message: str, payloads: list[bytes], raw: bytes | None, cause: TransportError | None
    ) -> StreamTruncated:
        """Return the error of a stream that ended early, with the events that came."""
        events = [self.decode(payload) for payload in payloads]
        partial = (lambda: self.collect(payloads)) if payloads else None
        more: dict[str, Any] = {"events": events, "partial": partial}
        return self.parser.error(StreamTruncated, message, self.info, raw, "executed", cause, **more)
