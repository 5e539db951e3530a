"""A stream without I/O: its context, and its state. Bytes in, events out, and how it ended.

One module, which both kinds of stream share: the first event of a program waits for what is imported.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec
from msgspec.structs import force_setattr

from ..encoding.result_objects import RESPONSE_INFO
from ..errors import APIError, StreamFailed, StreamTruncated, UnreadableAnswer
from ..response.decoding import DECODE_ERRORS, errorless_decoder, replace_surrogates
from ..response.error_factory import RAISE_LIMIT
from .sse import LF, BareJSON, ErrorEvent, EventDecoder, TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..http.headers import Pairs
    from ..response.parser import ResponseParser
    from ..transport import TransportError
    from .surrogates import SurrogatePairs

E = TypeVar("E")
W = TypeVar("W")

_LONGEST_HEAD = 65_536
_SLICE = 16_384  # bytes; the events of more than that fall out of the processor's cache before they are used
_KEEP_FEWER = "With keep_raw=False the events of a stream are not kept, and only each by itself is limited."


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


class StreamState(Generic[E, W]):
    """Takes the body piece by piece and returns the events in it.

    `complete` is True once the end marker came, `failed` is the error that ended the stream, or None. `kept` holds the
    payloads of the events so far, one a line and several lines in one piece, or None where they are not kept.
    """

    def __init__(self, context: StreamContext[E, W]) -> None:
        self.context = context
        self.begun = False
        self.complete = False
        self.failed: APIError | None = None
        self.kept: list[bytes] | None = [] if context.keep_raw else None
        self._limit = context.parser.max_bytes
        self._size = 0  # bytes of the events so far
        self._decoder = EventDecoder(self._limit)
        self._head = b""  # bytes before the first event: they show what a response is that is not a stream
        self._unreadable: UnreadableAnswer | None = None  # the last event, if it could not be read

    @property
    def payloads(self) -> list[bytes]:
        """The payloads of the events that were kept."""
        return b"\n".join(self.kept).split(b"\n") if self.kept else []

    def feed(self, piece: bytes) -> Iterator[E]:
        """Return the events that this piece completes, decoded a few at a time when they are asked for."""
        if len(piece) <= _SLICE:
            return iter(self._feed(piece))
        return chain.from_iterable(map(self._feed, self._slices(piece)))

    def _slices(self, piece: bytes) -> Iterator[bytes]:
        for at in range(0, len(piece), _SLICE):
            if self.complete:
                return
            yield piece[at : at + _SLICE]

    def _feed(self, piece: bytes) -> Iterable[E]:
        try:
            payloads = self._decoder.feed(piece)
        except TooLarge:
            payloads = None
        if payloads is None:
            raise self.context.parser.too_large(self.context.info, "event", self._limit)
        if not payloads and not self.begun and len(self._head) < _LONGEST_HEAD:
            self._head += piece
        return self._events(payloads)

    def finish(self) -> Iterator[E]:
        """Return the event that only lacks its blank line, at the end of the body; then raise StreamTruncated unless
        the stream is complete.
        """
        yield from self._events(self._decoder.finish())
        if self.complete:
            return
        if not self.context.needs_end and self._unreadable is None:
            self.complete = True
            return
        raise self.truncated("the stream ended before its end marker" if self.begun else "the stream has no events")

    def on_transport_error(self, error: TransportError) -> StreamTruncated:
        """Return the error to raise where the connection failed within the stream."""
        return self.truncated(f"the stream was cut: {error.message}", error)

    def truncated(self, message: str, cause: TransportError | None = None) -> StreamTruncated:
        """Return StreamTruncated with all that arrived, and remember it as the end of this stream."""
        raw = None if self.begun else self._head
        if self._unreadable is not None:
            raw = self._unreadable.raw
        self.failed = error = self.context.truncated(message, self.payloads, raw, cause)
        return error

    def on_error(self, error: APIError) -> None:
        """Remember the error that ended the stream, and let it hold what came before."""
        self.failed = error
        if isinstance(error, (StreamFailed, UnreadableAnswer)):
            error.hold(*self.context.received(self.payloads))

    @cached_property
    def _surrogates(self) -> SurrogatePairs:
        return self.context.surrogates()

    @property
    def text(self) -> Callable[[Any], str]:
        """The function that returns the text of an event. Raises TypeError where the description names no text."""
        from .text import text_reader

        if self.context.spec.text is None:
            raise TypeError("the events of this stream carry no text: iterate the stream itself")
        return text_reader(self.context.spec.text)

    def _events(self, payloads: list[bytes]) -> Iterable[E]:
        if not payloads:
            return ()
        if (end := self.context.end) in payloads:
            at = payloads.index(end)
            return chain(self._events(payloads[:at]), self._each(payloads[at:]))
        joined = b"\n".join(payloads)
        kept, before = self.kept, self._size
        self._size = size = before + len(joined)
        if self._limit is not None and (size if kept is not None else len(joined)) > self._limit:
            return self._each(self._checked(payloads, before))
        decode_lines = self.context.decode_lines
        if decode_lines is None or self._unreadable is not None or not (self.begun or type(payloads[0]) is bytes):
            return self._each(payloads)
        if LF in b"".join(payloads):  # an event of several lines
            return self._each(payloads)
        # Nearly all events of a stream go this way, where one more call or object for each would be measurable.
        try:
            events = decode_lines(joined)
        except DECODE_ERRORS:
            return self._each(payloads)
        if len(events) != len(payloads):
            return self._each(payloads)
        self.begun = True
        if kept is not None:
            kept.append(joined)  # by itself each would take more memory, and as long as decoding it takes
        declared, info = self.context.spec.event, self.context.info
        status, pairs, names = info.status, info.pairs, info.request_id_headers
        for event, payload in zip(events, payloads):  # noqa: B905 - they are equally long
            force_setattr(event, "__class__", declared)
            event.__dict__[RESPONSE_INFO] = status, pairs, None if kept is None else payload, names
        return events

    def _each(self, payloads: Iterable[bytes]) -> Iterator[E]:
        """Iterate the events with these payloads, each decoded when it is asked for."""
        end = self.context.end
        for payload in payloads:
            if self._unreadable is not None:
                # Half an event is a cut only at the end; with more behind it, the server wrote it like that.
                raise self._unreadable
            if payload.strip() == end:
                self.begun = self.complete = True
                return
            event = self._examine(payload)
            if event is None:
                continue
            self.begun = True
            if self.kept is not None:
                self.kept.append(payload.replace(b"\n", b" "))  # a line end within JSON is nothing but a blank
            yield event

    def _checked(self, payloads: list[bytes], size: int) -> Iterator[bytes]:
        """Iterate these events up to one that is too large, or that makes those too large that are kept, with `size`
        bytes before them.
        """
        parser, info, limit = self.context.parser, self.context.info, self._limit or 0
        for payload in payloads:
            size += len(payload)
            if len(payload) > limit:
                raise parser.too_large(info, "event", limit)
            if self.kept is not None and size > limit:
                raise parser.too_large(info, "stream", limit, f"{RAISE_LIMIT} {_KEEP_FEWER}")
            yield payload

    def _examine(self, payload: bytes) -> E | None:
        """Return the event in a payload that cannot be decoded plainly, or None where there is none."""
        bare = isinstance(payload, BareJSON)
        if bare and not self.begun:
            raise self.context.not_a_stream(payload)
        try:
            return self.context.decode(self._surrogates.join(payload))
        except UnreadableAnswer as error:
            if isinstance(payload, ErrorEvent):
                raise self.context.failed(payload) from None
            if not bare:
                self._unreadable = error
            return None
        except StreamFailed:
            # Before the first event it is what it would be as a body: nothing was streamed yet.
            if self.begun or isinstance(refusal := self.context.not_a_stream(payload), UnreadableAnswer):
                raise
        raise refusal
