"""The context of one stream: its description, the head of its response, and the parser of its call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from ..errors import StreamTruncated, UnreadableAnswer
from ..response.decoding import errorless_decoder, replace_surrogates

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..errors import APIError
    from ..http.headers import Pairs
    from ..response.parser import ResponseParser
    from ..transport import TransportError
    from .surrogates import SurrogatePairs

E = TypeVar("E")
W = TypeVar("W")


class StreamContext(Generic[E, W]):
    """The constant part of one stream. Decodes its events and builds its errors.

    What most streams do without is imported when it is used: the first event must not wait for it.

    `decode_lines` decodes events, one a line, whose required fields prove what they are; see `errorless_decoder`. It is
    None where each event has to be examined, by `decode`.
    """

    __slots__ = ("decode_lines", "end", "info", "keep_raw", "needs_end", "parser", "spec")

    def __init__(self, parser: ResponseParser, status: int, headers: Pairs) -> None:
        spec = parser.call.operation.stream
        if spec is None:
            raise TypeError(f"{parser.call.operation.display_name}() does not stream")
        self.parser = parser
        self.spec = spec
        self.info = parser.response_info(status, headers, None)
        self.keep_raw = parser.keep_raw or parser.call.operation.parsing is not None
        # Where no marker is described the usual one ends the stream too: it is no JSON, so no event can be the same.
        self.end = (spec.end or "[DONE]").encode()
        self.needs_end = spec.end is not None
        plain = errorless_decoder(spec.event) if spec.proof else None
        self.decode_lines = plain and plain.decode_lines

    def decode(self, payload: bytes) -> E:
        """Return the event in this payload. Raises StreamFailed for an error and UnreadableAnswer for anything else."""
        return self.parser.parse_event(self.info, payload)  # type: ignore[no-any-return]

    def collect(self, payloads: list[bytes]) -> W:
        """Return the events as what the call returns unstreamed. Raises UnreadableAnswer for nesting too deep."""
        from .accumulator import accumulate
        from .surrogates import may_hold_halves, parse_halves

        try:
            whole = accumulate(map(parse_halves, payloads), self.spec)
            if any(map(may_hold_halves, payloads)):
                whole = replace_surrogates(whole)
            raw = msgspec.json.encode(whole)
        except RecursionError:
            message = "the events cannot be collected: they are nested too deeply"
            raise self.parser.error(UnreadableAnswer, message, self.info, None, "executed") from None
        return self.parser.parse_collected(self.info, raw)  # type: ignore[no-any-return]

    def truncated(
        self, message: str, payloads: list[bytes], raw: bytes | None, cause: TransportError | None
    ) -> StreamTruncated:
        """Return the error of a stream that ended early, with the events that arrived."""
        error = self.parser.error(StreamTruncated, message, self.info, raw, "executed", cause)
        error.hold(*self.received(payloads))
        return error

    def received(self, payloads: list[bytes]) -> tuple[list[E], Callable[[], W] | None]:
        """Return the events that came before an error, and the function that collects them, for `error.hold()`."""
        masker, joined = self.parser.masker, b"\n".join(payloads)
        self.info = msgspec.structs.replace(self.info, pairs=masker.value(self.info.pairs))
        if masker.bytes(joined) is not joined:
            payloads = [masker.bytes(payload) for payload in payloads]
        join = self.surrogates().join
        events = [self.decode(join(payload)) for payload in payloads]
        return events, (lambda: self.collect(payloads)) if payloads else None

    def failed(self, raw: bytes) -> APIError:
        """Return the error for an event that is named `error`, and in none of the declared shapes."""
        return self.parser.unknown_event_error(self.info, raw)

    def surrogates(self) -> SurrogatePairs:
        """Return what joins the halves of characters in the events of this stream."""
        from .surrogates import SurrogatePairs

        return SurrogatePairs(self.spec.merge_key)

    def not_a_stream(self, raw: bytes) -> APIError:
        """Return the error for a response in one piece that is labelled as a stream."""
        return self.parser.not_a_stream(self.info.status, self.info.pairs, raw)
