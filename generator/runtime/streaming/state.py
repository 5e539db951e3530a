"""What a stream brought so far, and how it ended: the part of a stream that does no I/O, shared by both kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec
from msgspec.structs import astuple

from ..errors import APIError, StreamTruncated, UnreadableAnswer
from ..http.json_pointer import is_array, resolve
from ..response.decoding import UNFIT, parse
from ..response.model import RECEIVED
from .accumulator import accumulate
from .sse import EventDecoder

if TYPE_CHECKING:
    from ..operation.stream_spec import StreamSpec
    from ..response.metadata import ResponseInfo
    from ..transport import TransportError

E = TypeVar("E")
W = TypeVar("W")

_LONGEST_HEAD = 65_536


class StreamState(Generic[E, W]):
    """Takes the body piece by piece and gives the events in it.

    `complete` is True once the end marker came. `failed` is the error that ended the stream, or None.
    """

    def __init__(
        self,
        events: StreamSpec,
        decode: Callable[[bytes], E],
        whole: Callable[[bytes], W],
        response_info: ResponseInfo,
        make: Callable[..., Any] | None,
        keep_raw: bool,
        strict: Callable[[bytes], E] | None,
    ) -> None:
        self.response_info = response_info
        self.begun = False
        self.complete = False
        self.failed: APIError | None = None
        self.kept: list[bytes] | None = [] if keep_raw else None
        self._stream = events
        self._end = None if events.end is None else events.end.encode()
        self._decode = decode
        self._strict = strict
        self._whole = whole
        self._make = make or _make
        status, pairs, _, names = astuple(response_info)
        self._beside = status, pairs, names
        self._decoder = EventDecoder()
        self._head = b""  # what came before the first event: an answer that is no stream shows itself here
        self._broken: UnreadableAnswer | None = None  # an event that could not be read, and nothing behind it yet

    def take(self, piece: bytes) -> Iterator[E]:
        """The events that this piece completes, each decoded when it is asked for."""
        payloads = self._decoder.feed(piece)
        if not payloads and not self.begun and len(self._head) < _LONGEST_HEAD:
            self._head += piece
        return self._events(payloads)

    def end(self) -> Iterator[E]:
        """The body has ended: the event that only lacks its blank line, then StreamTruncated unless all came."""
        half = self._decoder.finish()
        if half is not None:
            yield from self._events([half])
        if self.complete:
            return
        if self._end is None and self._broken is None:
            self.complete = True
            return
        raise self.truncated("the stream ended before its end marker" if self.begun else "the stream brought no event")

    def cut(self, error: TransportError) -> StreamTruncated:
        """The error to raise when the transport failed in the middle."""
        return self.truncated(f"the stream was cut: {error.message}", error)

    def truncated(self, message: str, cause: TransportError | None = None) -> StreamTruncated:
        """StreamTruncated with all that came. It is remembered as the way this stream ended."""
        kept = self.kept or []
        error: StreamTruncated = self._make(
            StreamTruncated,
            message,
            self.response_info,
            self._broken.raw if self._broken is not None else None if self.begun else self._head,
            "executed",
            cause,
            events=[self._decode(payload) for payload in kept],
            partial=(lambda: self.whole(kept)) if kept else None,
        )
        self.failed = error
        return error

    def whole(self, payloads: list[bytes]) -> W:
        """The events as one object. Raises UnreadableAnswer where they are nested too deeply."""
        try:
            raw = msgspec.json.encode(accumulate((parse(payload).document for payload in payloads), self._stream))
        except RecursionError:
            said = "the events cannot be folded: they are nested too deeply"
            raise self._make(UnreadableAnswer, said, self.response_info, None, "executed") from None
        return self._whole(raw)

    def text(self, event: Any) -> str:
        """The text that an event carries, or an empty string. TypeError where the description names none."""
        if self._stream.text is None:
            raise TypeError("the events of this stream carry no text: iterate the stream itself")
        each, where, path = self._stream.text
        pieces: list[str] = []
        items = resolve(event, (each,))
        for item in items if is_array(items) else ():
            # An item without its key is the only one: servers that leave the key out send one item.
            if where is None or resolve(item, (where[0],)) in (where[1], None):
                text = resolve(item, path)
                if isinstance(text, str):
                    pieces.append(text)
        return "".join(pieces)

    def _events(self, payloads: list[bytes]) -> Iterator[E]:
        decode, strict, end, kept = self._decode, self._strict, self._end, self.kept
        status, pairs, names = self._beside
        # One look at all events that came together: in short texts looking for a word takes three times as long.
        if b'"error"' in b"\n".join(payloads):
            strict = None
        for payload in payloads:
            if self._broken is not None:
                # Half an event is a cut only where it is the last; with more behind it, the server wrote it like that.
                raise self._broken
            if payload == end:
                self.begun = self.complete = True
                return
            try:
                # Nearly every event of a stream goes this way, where a call or an object more would be felt.
                if strict is None:
                    event = decode(payload)
                else:
                    try:
                        event = strict(payload)
                    except UNFIT:
                        event = decode(payload)
                    else:
                        event.__dict__[RECEIVED] = (status, pairs, None if kept is None else payload, names)
            except UnreadableAnswer as error:
                self._broken = error
                continue
            self.begun = True
            if kept is not None:
                kept.append(payload)
            yield event


def _make(kind: Any, said: str, head: ResponseInfo, raw: bytes | None, outcome: Any, _: Any = None, **more: Any) -> Any:
    """The error of a stream that belongs to no call."""
    came = {"status": head.status, "headers": head.headers, "request_id": head.request_id}
    return kind(said, raw=raw, outcome=outcome, **came, **more)
