"""Expected ends of a call, for each mode: the error or "ok", its outcome, how often the server sees the request."""

from __future__ import annotations


def each(what: str, modes: str = "call stream read file", **others: str) -> dict[str, str]:
    """The same expectation for these modes, except for `others`."""
    return dict.fromkeys(modes.split(), what) | others


EVERY = "call stream read file upload"
NOT_SENT = each("APIConnectionError not_sent 0", EVERY)
LOST = each("APIConnectionError unknown 1", EVERY, read="APIConnectionError unknown 3")
NO_HTTP = {mode: LOST[mode] for mode in ("call", "stream", "read", "file")}
LATE = each("APITimeoutError unknown 1", EVERY)
CUT = each("UnreadableAnswer executed 1", stream="StreamTruncated executed 1", read="UnreadableAnswer executed 3")
CUT_ONCE = each("UnreadableAnswer executed 1", "call file", stream="StreamTruncated executed 1")
WRONG = each("UnreadableAnswer executed 1", stream="StreamTruncated executed 1")
EMPTY = each("EmptyAnswer executed 1", stream="StreamTruncated executed 1")
FAILED = each("InternalServerError unknown 1", read="InternalServerError unknown 3")
LIMITED = each("RateLimitError rejected 3", EVERY)
REFUSED = each("APIStatusError rejected 1")
FINE = each("ok - 1")
FINE_STREAM = each("ok - 1", "stream")
