"""The state of a stream: bytes in, events out, and how it ended. Does no I/O; sync and async streams share it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec.structs import astuple

from ..encoding.result_objects import RESPONSE_INFO
from ..errors import APIError, StreamFailed, StreamTruncated, UnreadableAnswer
from ..response.decoding import DECODE_ERRORS
from ..response.error_factory import RAISE_LIMIT
from .sse import BareJSON, ErrorEvent, EventDecoder, TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..transport import TransportError
    from .context import StreamContext
    from .surrogates import SurrogatePairs

E = TypeVar("E")
W = TypeVar("W")

_LONGEST_HEAD = 65_536
_SLICE = 16_384  # bytes; the events of more than that fall out of the processor's cache before they are used
_KEEP_FEWER = "With keep_raw=False the events of a stream are not kept, and only each by itself is limited."


class StreamState(Generic[E, W]):
    """Takes the body piece by piece and returns the events in it.

    `complete` is True once the end marker came, `failed` is the error that ended the stream, or None. `kept` holds the
    payloads of the events so far, or None where they are not kept.
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

    def feed(self, piece: bytes) -> Iterator[E]:
        """Return the events that this piece completes, decoded when they are asked for."""
        return self._feed(piece) if len(piece) <= _SLICE else self._feed_slices(piece)

    def _feed_slices(self, piece: bytes) -> Iterator[E]:
        for at in range(0, len(piece), _SLICE):
            yield from self._feed(piece[at : at + _SLICE])
            if self.complete:
                return

    def _feed(self, piece: bytes) -> Iterator[E]:
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
        if self.context.end is None and self._unreadable is None:
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
        self.failed = error = self.context.truncated(message, self.kept or [], raw, cause)
        return error

    def on_error(self, error: APIError) -> None:
        """Remember the error that ended the stream, and let it hold what came before."""
        self.failed = error
        if isinstance(error, (StreamFailed, UnreadableAnswer)):
            error.hold(*self.context.received(self.kept or []))

    @cached_property
    def _surrogates(self) -> SurrogatePairs:
        return self.context.surrogates()

    @cached_property
    def text(self) -> Callable[[Any], str]:
        """The function that returns the text of an event. Raises TypeError where the description names no text."""
        from .text import text_reader

        if self.context.spec.text is None:
            raise TypeError("the events of this stream carry no text: iterate the stream itself")
        return text_reader(self.context.spec.text)

    def _events(self, payloads: list[bytes]) -> Iterator[E]:
        if not payloads:
            return
        context, kept = self.context, self.kept
        decode_plain, end = context.decode_plain, context.end
        status, pairs, _, names = astuple(context.info)
        # One search through all events of a read: a search in each takes three times as long.
        joined = b"\n".join(payloads)
        before, self._size = self._size, self._size + len(joined)
        checked = payloads if self._limit is None or self._size <= self._limit else self._checked(payloads, before)
        if b'"error"' in joined or not (self.begun or type(payloads[0]) is bytes):
            decode_plain = None
        for payload in checked:
            if self._unreadable is not None:
                # Half an event is a cut only at the end; with more behind it, the server wrote it like that.
                raise self._unreadable
            if payload == end:
                self.begun = self.complete = True
                return
            event: E | None = None
            if decode_plain is not None:
                # Nearly every event of a stream goes this way, where one more call or object would be measurable.
                try:
                    event = decode_plain(payload)
                    event.__dict__[RESPONSE_INFO] = (status, pairs, None if kept is None else payload, names)
                except DECODE_ERRORS:
                    event = None
            if event is None:
                if payload.strip() == end:
                    self.begun = self.complete = True
                    return
                event = self._examine(payload)
                if event is None:
                    continue
            self.begun = True
            if kept is not None:
                kept.append(payload)
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
