"""What each recorded failure must become, as data. The first row that fits a failure holds."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.mock_server import Fixture

from .recorded import answer_json, carries_error, events, is_json, is_stream, payloads


class Expected(NamedTuple):
    """The class of the error and what became of the request."""

    kind: str
    outcome: str


_ANY = object()

# status, the wire's code (_ANY: whatever it is), the dialect of the body (_ANY: whichever)
_ROWS: list[tuple[int, Any, Any, Expected]] = [
    # 200 that is none
    (200, "model_not_found", _ANY, Expected("NotFoundError", "rejected")),
    # The vendor answered 200 with what the gateway could not use: it may well have worked.
    (200, "bad_response_status_code", _ANY, Expected("APIStatusError", "unknown")),
    # The vendor's own refusals, to which the gateway gives 200.
    (200, "rate_limit_exceeded", _ANY, Expected("RateLimitError", "rejected")),
    (200, "invalid_api_key", _ANY, Expected("AuthenticationError", "rejected")),
    # The vendor's own failures, to which it gives 200 too.
    (200, _ANY, "server_error", Expected("APIStatusError", "unknown")),
    (200, _ANY, "empty", Expected("EmptyAnswer", "executed")),
    (200, _ANY, _ANY, Expected("APIStatusError", "rejected")),
    # Redirects are not followed; nothing was done.
    (301, _ANY, _ANY, Expected("APIStatusError", "rejected")),
    (307, _ANY, _ANY, Expected("APIStatusError", "rejected")),
    # 400, though the vendor was asked and its answer got lost: the work may be done.
    (400, None, "failed to get response", Expected("BadRequestError", "unknown")),
    (400, 5, "upstream_error", Expected("BadRequestError", "unknown")),
    # The gateway's 400 for an id that it does not know.
    (400, "get_channel_id_failed", _ANY, Expected("NotFoundError", "rejected")),
    # Refusals, whatever their code.
    (400, _ANY, _ANY, Expected("BadRequestError", "rejected")),
    (401, _ANY, _ANY, Expected("AuthenticationError", "rejected")),
    (402, _ANY, _ANY, Expected("APIStatusError", "rejected")),
    (403, _ANY, _ANY, Expected("PermissionDeniedError", "rejected")),
    (404, _ANY, _ANY, Expected("NotFoundError", "rejected")),
    (413, _ANY, _ANY, Expected("APIStatusError", "rejected")),
    (422, _ANY, _ANY, Expected("UnprocessableEntityError", "rejected")),
    (429, _ANY, _ANY, Expected("RateLimitError", "rejected")),
    # The gateway refused before it asked anybody.
    (500, "convert_request_failed", _ANY, Expected("InternalServerError", "rejected")),
    (500, "get_image_cost_ratio_failed", _ANY, Expected("BadRequestError", "rejected")),
    (501, "api_not_implemented", _ANY, Expected("InternalServerError", "rejected")),
    # No channel serves the model.
    (503, None, "before any vendor", Expected("InternalServerError", "rejected")),
    # The vendor may have done the work.
    (500, _ANY, _ANY, Expected("InternalServerError", "unknown")),
    (502, _ANY, _ANY, Expected("InternalServerError", "unknown")),
    (503, _ANY, _ANY, Expected("InternalServerError", "unknown")),
]

# Documented, and not served: the statuses that say so.
NOT_SERVED = {
    "createImageEdit": (501, 503),
    "createImageVariation": (501, 503),
    "controlImageStyle": (404,),
    "submitMidjourneySimpleChange": (503,),
}

# 2xx answers that are no results and carry no error: another shape, or half a file.
_UNREADABLE = Expected("UnreadableAnswer", "executed")
UNREADABLE: dict[str, Expected] = {
    # The gateway of that date passed the vendor's own words on.
    **{
        f"createVideoGeneration/{case}@sep": _UNREADABLE
        for case in (
            *("minimax-fails-later", "minimax-full", "minimax-result-429", "minimax-result-500", "no-quota"),
            *("zhipu-fails-later", "zhipu-image-only", "zhipu-never-ready", "zhipu-quick", "zhipu-result-429"),
        )
    },
    **{
        f"getVideoGenerationResult/{case}@sep": _UNREADABLE
        for case in (
            *("minimax-first-look", "minimax-second-look", "minimax-ready", "minimax-never-ready"),
            "zhipu-never-ready",
        )
    },
}

# What comes in results and is in no documentation: it is kept beside the model. All else is a field.
BESIDE = {
    "createChatCompletion": {"reasoning_content"},
    "getVideoGenerationResult": {"video_id", "video_results"},
}

# Files that break off: the error comes when their end is read.
CUT: dict[str, Expected] = {"createSpeech/upstream-cut": _UNREADABLE, "createSpeech/upstream-cut@head": _UNREADABLE}

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


def succeeds(fixture: Fixture) -> bool:
    """Whether the recorded answer is a result: whole, or a stream that went to its end marker without an error."""
    if not 200 <= fixture.response.status < 300 or not fixture.response.body:
        return False
    if is_stream(fixture):
        said = payloads(fixture)
        return said[-1:] == [b"[DONE]"] and len(events(fixture)) == len(said) - 1
    return fixture.name not in UNREADABLE | CUT and not (is_json(fixture) and carries_error(answer_json(fixture)))


class Said(NamedTuple):
    """What an error body says, read by the ways in which the gateway and its vendors write one."""

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
        return Said(error, error if error == "get_channel_id_failed" else None)
    if "errors" in error:
        return Said("; ".join(error["errors"]), error["name"])
    message = error["description"] if "description" in error else error["message"]
    param = error.get("param")
    return Said(message, error.get("code"), error.get("type"), None if param is None else str(param))


def _dialect(document: Any) -> str:
    """What tells two failures of one status and code apart."""
    if not isinstance(document, dict):
        return "none"
    error = document.get("error", document)
    if isinstance(error, dict) and error.keys() == {"message", "type"}:
        return "before any vendor" if error["type"] == "api_error" else str(error["type"])
    return error if isinstance(error, str) else str(error.get("type"))


def failure(fixture: Fixture, typed: bool = True) -> Expected:
    """What a fixture that fails before any event must become, asked for by a typed call or by any."""
    status, document = fixture.response.status, answer_json(fixture)
    if fixture.name in UNREADABLE:
        return UNREADABLE[fixture.name]
    if typed and status in NOT_SERVED.get(fixture.operation, ()):
        return Expected("NotServed", "rejected")
    code, dialect = said(document).code, _dialect(document) if fixture.response.body else "empty"
    for row_status, row_code, row_dialect, expected in _ROWS:
        if status == row_status and row_code in (_ANY, code) and row_dialect in (_ANY, dialect):
            return expected
    raise LookupError(f"{fixture.name}: no row says what a {status} with code {code} must become")
