"""Decode server-sent events: bytes in, the data of complete events out. Without I/O, in linear time."""

from __future__ import annotations

_BOM = b"\xef\xbb\xbf"
_CR, LF = b"\r\n"
"""As numbers, which are found in bytes six times as fast as bytes of one."""
_UNLIMITED = float("inf")
_FIELDS = (b"data:", b"event:", b"id:", b"retry:", b":")
_KEEP_ALIVES = frozenset({b"ping", b"heartbeat", b"keepalive", b"keep-alive"})
_NAMES = _KEEP_ALIVES | {b"error"}


class BareJSON(bytes):
    """JSON that stands in a stream without `data:`, as servers write the error that ends it."""


class ErrorEvent(bytes):
    """The data of an event that is named `error`."""


class TooLarge(Exception):
    """An event is larger than the limit of its decoder."""


class EventDecoder:
    """Takes the bytes of a stream in pieces of any size, and returns the data of each event when it is complete.

    Lines end with LF, CRLF or CR. A byte order mark at the start, comments, fields other than `data`, events without
    data and those named `ping` or the like are dropped. Data in several lines is joined by LF. JSON without `data:` is
    returned as `BareJSON`, the data of an event named `error` as `ErrorEvent`. Raises TooLarge once an event that is
    not complete has more bytes than `limit`.
    """

    __slots__ = (
        "_bare",
        "_begun",
        "_between",
        "_data",
        "_limit",
        "_name",
        "_partial",
        "_size",
        "_started",
        "_swallow",
    )  # fmt: skip

    def __init__(self, limit: int | None = None) -> None:
        self._limit = _UNLIMITED if limit is None else limit
        self._size = 0  # bytes of the event without its end
        self._started = False
        self._partial: list[bytes] = []  # the pieces of a line without its end
        self._data: list[bytes] = []  # the data lines of an event without its end
        self._begun = False  # whether _data belongs to an event
        self._bare = False  # whether _data has no `data:`
        self._name = b""  # the event's name, if it is one of _NAMES
        self._swallow = False  # the last byte was CR: a LF that follows belongs to it
        self._between = False  # between two events

    def feed(self, piece: bytes) -> list[bytes]:
        """Return the data of the events that this piece completes, in order."""
        # By far the most common: one complete event of one line.
        plain = self._between and piece.startswith(b"data: ") and piece.endswith(b"\n\n")
        if plain and piece.find(b"\n", 6) == len(piece) - 2 > 6 and _CR not in piece:
            return [piece[6:-2]]
        events = self._feed_several(piece)
        self._between = self._started and not (self._partial or self._begun or self._swallow or self._name)
        return events

    def _feed_several(self, piece: bytes) -> list[bytes]:
        if not self._started and not self._partial and piece.startswith(b"data: "):
            self._started = True  # without a byte order mark
        # Several such events; the first and the last may be incomplete. Anything else takes the slow path.
        if self._started and not (self._begun or self._swallow or self._name) and _CR not in piece:
            end = piece.rfind(b"\n\n")
            rest = piece[end + 2 :]
            if end >= 0 and LF not in rest:
                whole = b"".join((*self._partial, piece[:end])) if self._partial else piece[:end]
                events = whole[6:].split(b"\n\ndata: ")
                # Joined, each is known to be one line by one look; to count the line ends takes five times as long.
                if whole.startswith(b"data: ") and LF not in b"".join(events):
                    self._partial = [rest] if rest else []
                    self._size = len(rest)
                    return events if b"" not in events else [event for event in events if event]
        return self._feed_slowly(piece)

    def finish(self) -> list[bytes]:
        """Return the data of the events that the end of the stream cut off: one, or none, unless JSON is bare."""
        piece = b"".join(self._partial)
        self._partial.clear()
        return self._events([piece if self._started else piece.removeprefix(_BOM), b""])

    def _feed_slowly(self, piece: bytes) -> list[bytes]:
        self._size += len(piece)
        events = self._split(piece)
        if self._size > self._limit and not events:
            raise TooLarge
        return events

    def _split(self, piece: bytes) -> list[bytes]:
        if self._swallow and piece:
            self._swallow = False
            piece = piece.removeprefix(b"\n")
        if LF not in piece and _CR not in piece:
            # Joined when the line ends: joining here would make a long line quadratic.
            if piece:
                self._partial.append(piece)
            return []
        self._partial.append(piece)
        text = b"".join(self._partial)
        self._partial.clear()
        if not self._started:
            self._started = True
            text = text.removeprefix(_BOM)
        if _CR in text:
            self._swallow = text.endswith(b"\r")
            text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = text.split(b"\n")
        if rest:
            self._partial.append(rest)
        events = self._events(lines)
        if not self._begun or events:
            self._size = len(rest)
        return events

    def _events(self, lines: list[bytes]) -> list[bytes]:
        events: list[bytes] = []
        for line in lines:
            if not line or ((self._bare or line[0] in b"{[") and self._begins_another(line)):
                self._end(events)
            if line:
                self._line(line)
        return events

    def _begins_another(self, line: bytes) -> bool:
        """Return whether a line begins an event, though no blank line ended the one before."""
        if self._bare:
            return line.startswith(b"data:")
        return line.startswith((b"{", b"[")) and any(self._data)

    def _line(self, line: bytes) -> None:
        if line.startswith(b"data:"):
            self._begun = True
            self._data.append(line[6:] if line.startswith(b"data: ") else line[5:])
        elif line.startswith(b"event:"):
            name = line[6:].strip().lower()
            self._name = name if name in _NAMES else b""
        elif self._bare:
            if not line.startswith(_FIELDS):
                self._data.append(line)
        elif line.startswith((b"{", b"[")):
            # No name of a field begins like this. Some servers put the JSON on a line after `data:`.
            self._bare = not self._begun
            self._begun = True
            self._data.append(line)

    def _end(self, events: list[bytes]) -> None:
        # Some servers send empty data to keep the connection alive.
        event = b"\n".join(self._data).strip(b"\n") if self._begun and self._name not in _KEEP_ALIVES else b""
        if event:
            events.append(BareJSON(event) if self._bare else ErrorEvent(event) if self._name else event)
        self._begun = self._bare = False
        self._name = b""
        self._data.clear()


def is_event_stream(head: bytes) -> bool:
    """Return whether a body that begins like this holds server-sent events, whatever its Content-Type is."""
    return head.removeprefix(_BOM).lstrip().startswith(_FIELDS)
