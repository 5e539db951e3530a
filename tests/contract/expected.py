"""What each recorded failure must become, as data. The first row that fits a failure holds."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.gateway import Fixture

from .recorded import answer_json


class Expected(NamedTuple):
    """The class of the error and what became of the request."""

    kind: str
    outcome: str


_ANY = object()

# status, the wire's code (_ANY: whatever it is), refused before a vendor was asked (_ANY: not known)
_ROWS: list[tuple[int, Any, Any, Expected]] = [
    # 200 that is none
    (200, "model_not_found", _ANY, Expected("NotFoundError", "rejected")),
    # The vendor answered 200 with what the gateway could not use: it may well have worked.
    (200, "bad_response_status_code", _ANY, Expected("APIStatusError", "unknown")),
    (200, _ANY, _ANY, Expected("APIStatusError", "rejected")),
    # Redirects are not followed; nothing was done.
    (301, _ANY, _ANY, Expected("APIStatusError", "rejected")),
    (307, _ANY, _ANY, Expected("APIStatusError", "rejected")),
    # Refusals, whatever their code.
    (400, _ANY, _ANY, Expected("BadRequestError", "rejected")),
    (401, _ANY, _ANY, Expected("AuthenticationError", "rejected")),
    (403, _ANY, _ANY, Expected("PermissionDeniedError", "rejected")),
    (404, _ANY, _ANY, Expected("NotFoundError", "rejected")),
    (429, _ANY, _ANY, Expected("RateLimitError", "rejected")),
    # No channel serves the model.
    (503, None, True, Expected("InternalServerError", "rejected")),
    # The vendor may have done the work.
    (500, _ANY, _ANY, Expected("InternalServerError", "unknown")),
    (502, _ANY, _ANY, Expected("InternalServerError", "unknown")),
    (503, _ANY, _ANY, Expected("InternalServerError", "unknown")),
]

# Streams that do not end well: the error, and how many events come before it.
BROKEN_STREAMS: dict[str, tuple[Expected, int]] = {
    "createChatCompletion/stream-error-inside": (Expected("StreamFailed", "executed"), 2),
    "createChatCompletion/stream-error-inside-then-done": (Expected("StreamFailed", "executed"), 2),
    "createChatCompletion/stream-event-1-mib": (Expected("StreamTruncated", "executed"), 10),
    "createChatCompletion/stream-no-done": (Expected("StreamTruncated", "executed"), 11),
    "createChatCompletion/stream-no-space": (Expected("StreamTruncated", "executed"), 0),
    "createCompletion/stream-error-inside": (Expected("StreamFailed", "executed"), 2),
    "createCompletion/stream-no-done": (Expected("StreamTruncated", "executed"), 6),
}


class Said(NamedTuple):
    """What an error body says, read by the four ways in which the gateway writes one."""

    message: str
    code: Any = None
    type: str | None = None
    param: str | None = None


def said(document: Any) -> Said:
    """What an error body says; an empty message where it is none."""
    if not isinstance(document, dict):
        return Said("")
    error = document.get("error", document)
    if isinstance(error, str):
        return Said(error)
    return Said(error["message"], error.get("code"), error.get("type"), error.get("param"))


def failure(fixture: Fixture) -> Expected:
    """What a fixture that fails before any event must become."""
    document = answer_json(fixture)
    error = document.get("error") if isinstance(document, dict) else None
    before_vendor = isinstance(error, dict) and error.keys() == {"message", "type"}
    known = {"status": fixture.answer.status, "code": said(document).code}
    for status, code, before, expected in _ROWS:
        if status == known["status"] and code in (_ANY, known["code"]) and before in (_ANY, before_vendor):
            return expected
    raise LookupError(f"{fixture.name}: no row says what a {known} must become")


def request_id(fixture: Fixture) -> str | None:
    """The request id of an answer: the gateway's own, else the one that it passed on or that later versions send."""
    headers = {name.lower(): value for name, value in fixture.answer.headers}
    return headers.get("x-oneapi-request-id") or headers.get("x-request-id")
