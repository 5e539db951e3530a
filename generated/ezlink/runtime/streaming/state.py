"""The state of a stream: bytes in, events out, and how it ended. Does no I/O; sync and async streams share it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from msgspec.structs import astuple

from ..errors import APIError, StreamTruncated, UnreadableAnswer
from ..http.json_pointer import is_array
from ..response.decoding import DECODE_ERRORS
from ..response.metadata import RESPONSE_INFO
from .sse import EventDecoder

if TYPE_CHECKING:
    from ..transport import TransportError
    from .context import StreamContext

E = TypeVar("E")
W = TypeVar("W")

_LONGEST_HEAD = 65_536


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
        self._decoder = EventDecoder()
        self._head = b""  # bytes before the first event: they show what a response that is no stream is instead
        self._unreadable: UnreadableAnswer | None = None  # the last event, if it could not be read

    def feed(self, piece: bytes) -> Iterator[E]:
        """Return the events that this piece completes, each decoded when it is asked for."""
        payloads = self._decoder.feed(piece)
        if not payloads and not self.begun and len(self._head) < _LONGEST_HEAD:
            self._head += piece
        return self._events(payloads)

    def finish(self) -> Iterator[E]:
        """Return the event that only lacks its blank line, at the end of the body; then raise StreamTruncated unless
        the stream is complete.
        """
        last = self._decoder.finish()
        if last is not None:
            yield from self._events([last])
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
        """Return StreamTruncated with all that came, and remember it as the end of this stream."""
        raw = None if self.begun else self._head
        if self._unreadable is not None:
            raw = self._unreadable.raw
        self.failed = error = self.context.truncated(message, self.kept or [], raw, cause)
        return error

    def text(self, event: Any) -> str:
        """Return the text of an event, which may be empty. Raises TypeError where the description names no text."""
        spec = self.context.spec
        if spec.text is None:
            raise TypeError("the events of this stream carry no text: iterate the stream itself")
        array, condition, path = spec.text
        pieces: list[str] = []
        items = _get(event, array)
        for item in items if is_array(items) else ():
            # An item without its key is the only one: servers that leave the key out send one item.
            if condition is None or _get(item, condition[0]) in (condition[1], None):
                for key in path:
                    item = _get(item, key)
                if isinstance(item, str):
                    pieces.append(item)
        return "".join(pieces)

    def _events(self, payloads: list[bytes]) -> Iterator[E]:
        context, kept = self.context, self.kept
        decode_plain, end = context.decode_plain, context.end
        status, pairs, _, names = astuple(context.info)
        # One search through all events that came together: a search in each takes three times as long.
        if b'"error"' in b"\n".join(payloads):
            decode_plain = None
        for payload in payloads:
            if self._unreadable is not None:
                # Half an event is a cut only at the end; with more behind it, the server wrote it like that.
                raise self._unreadable
            if payload == end:
                self.begun = self.complete = True
                return
            try:
                # Nearly every event of a stream goes this way, where one more call or object would be measurable.
                if decode_plain is None:
                    event = context.decode(payload)
                else:
                    try:
                        event = decode_plain(payload)
                    except DECODE_ERRORS:
                        event = context.decode(payload)
                    else:
                        event.__dict__[RESPONSE_INFO] = (status, pairs, None if kept is None else payload, names)
            except UnreadableAnswer as error:
                self._unreadable = error
                continue
            self.begun = True
            if kept is not None:
                kept.append(payload)
            yield event


def _get(value: Any, key: str) -> Any:
    # Not json_pointer.resolve(): this is called several times for each event.
    return cast("dict[str, Any]", value).get(key) if isinstance(value, dict) else getattr(value, key, None)
