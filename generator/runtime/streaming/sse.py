"""Decode server-sent events: bytes in, the data of complete events out. Without I/O, in linear time."""

from __future__ import annotations

_BOM = b"\xef\xbb\xbf"


class EventDecoder:
    """Takes the bytes of a stream in pieces of any size, and returns the data of each event once its blank line came.

    Lines end with LF, CRLF or CR. A byte order mark at the start, comments, fields other than `data`, and events
    without data are dropped. Data in several lines is joined by LF.
    """

    __slots__ = ("_begun", "_between", "_data", "_partial", "_started", "_swallow")

    def __init__(self) -> None:
        self._started = False
        self._partial: list[bytes] = []  # the pieces of a line without its end
        self._data: list[bytes] = []  # the data lines of an event without its end
        self._begun = False  # whether _data belongs to an event
        self._swallow = False  # the last byte was CR: a LF that follows belongs to it
        self._between = False  # between two events

    def feed(self, piece: bytes) -> list[bytes]:
        """Return the data of the events that this piece completes, in order."""
        # By far the most common: one complete event of one line.
        plain = self._between and piece.startswith(b"data: ") and piece.endswith(b"\n\n")
        if plain and piece.find(b"\n", 6) == len(piece) - 2 > 6 and b"\r" not in piece:
            return [piece[6:-2]]
        events = self._feed_several(piece)
        self._between = self._started and not (self._partial or self._begun or self._swallow)
        return events

    def _feed_several(self, piece: bytes) -> list[bytes]:
        # Several such events; the first and the last may be incomplete. Anything else takes the slow path.
        if self._started and not (self._begun or self._swallow) and b"\r" not in piece:
            end = piece.rfind(b"\n\n")
            rest = piece[end + 2 :]
            if end >= 0 and b"\n" not in rest:
                whole = b"".join((*self._partial, piece[:end])) if self._partial else piece[:end]
                events = whole[6:].split(b"\n\ndata: ")
                # If each event is one line, there are two line ends between two of them, and no others.
                if whole.startswith(b"data: ") and whole.count(b"\n") == 2 * len(events) - 2:
                    self._partial = [rest] if rest else []
                    return events if b"" not in events else [event for event in events if event]
        return self._feed_slowly(piece)

    def finish(self) -> bytes | None:
        """Return the data of an event that the end of the stream cut off, or None."""
        piece = b"".join(self._partial)
        self._partial.clear()
        if piece:
            self._line(piece if self._started else piece.removeprefix(_BOM))
        return self._event()

    def _feed_slowly(self, piece: bytes) -> list[bytes]:
        if self._swallow and piece:
            self._swallow = False
            piece = piece.removeprefix(b"\n")
        if b"\n" not in piece and b"\r" not in piece:
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
        if b"\r" in text:
            self._swallow = text.endswith(b"\r")
            text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = text.split(b"\n")
        if rest:
            self._partial.append(rest)
        return self._events(lines)

    def _events(self, lines: list[bytes]) -> list[bytes]:
        events: list[bytes] = []
        for line in lines:
            if line:
                self._line(line)
            elif (event := self._event()) is not None:
                events.append(event)
        return events

    def _line(self, line: bytes) -> None:
        if line.startswith(b"data:"):
            self._begun = True
            self._data.append(line[6:] if line.startswith(b"data: ") else line[5:])
        elif line.startswith((b"{", b"[")) and self._begun and not any(self._data):
            # Some servers put the JSON on a line after `data:`; no name of a field begins like this.
            self._data.append(line)

    def _event(self) -> bytes | None:
        # Some servers send empty data to keep the connection alive.
        event = b"\n".join(self._data).strip(b"\n") if self._begun else b""
        self._begun = False
        self._data.clear()
        return event or None
