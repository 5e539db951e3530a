"""The expected error of each recorded failure, as data."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.mock_server import Fixture

from .document import not_served
from .recorded import carries_error, events, is_json, is_stream, is_untyped, payloads, response_json


class Expected(NamedTuple):
    """The class of an error, and its outcome."""

    kind: str
    outcome: str


_ANY = object()

# Status, code and dialect of the body; the first row that fits a failure holds.
_ROWS: list[tuple[int, Any, Any, Expected]] = [
    # 200 with an error: the gateway's own, a refusal or a failure of the vendor's, or a vendor whose 200 the gateway
    # could not use, and who may well have done the work.
    (200, "model_not_found", _ANY, Expected("NotFoundError", "rejected")),
    (200, "bad_response_status_code", _ANY, Expected("APIStatusError", "unknown")),
    (200, "rate_limit_exceeded", _ANY, Expected("RateLimitError", "rejected")),
    (200, "invalid_api_key", _ANY, Expected("AuthenticationError", "rejected")),
    (200, _ANY, "server_error", Expected("APIStatusError", "unknown")),
    (200, _ANY, "empty", Expected("EmptyAnswer", "executed")),
    # 400, though the vendor was asked and its response got lost: the work may be done.
    (400, None, "failed to get response", Expected("BadRequestError", "unknown")),
    (400, 5, "upstream_error", Expected("BadRequestError", "unknown")),
    (400, 0, "upstream_error", Expected("BadRequestError", "unknown")),
    # The gateway's 400 for an id that it does not know.
    (400, "get_channel_id_failed", _ANY, Expected("NotFoundError", "rejected")),
    # 5xx, though the gateway refused before it asked anybody, the last one because no channel serves the model.
    (500, "convert_request_failed", _ANY, Expected("InternalServerError", "rejected")),
    (500, "get_image_cost_ratio_failed", _ANY, Expected("BadRequestError", "rejected")),
    (501, "api_not_implemented", _ANY, Expected("InternalServerError", "rejected")),
    (503, None, "before any vendor", Expected("InternalServerError", "rejected")),
]

# The class of every other failure, by its status. Redirects are not followed; 5xx may have done the work.
_CLASSES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}

# 2xx responses that are no results and carry no error: another shape, or half a file.
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

# Fields of results that no documentation has: they are kept beside the model.
EXTRAS = {
    "createChatCompletion": {"reasoning_content"},
    "getVideoGenerationResult": {"video_id", "video_results"},
}

# Files that break off: the error comes when their end is read.
CUT: dict[str, Expected] = {"createSpeech/upstream-cut": _UNREADABLE, "createSpeech/upstream-cut@head": _UNREADABLE}


def succeeds(fixture: Fixture) -> bool:
    """Return True if the recorded response is a result: complete, or a stream up to its end marker without an error."""
    if not 200 <= fixture.response.status < 300 or not fixture.response.body:
        return False
    if is_stream(fixture):
        return not is_broken_stream(fixture)
    return fixture.name not in UNREADABLE | CUT and not (is_json(fixture) and carries_error(response_json(fixture)))


def is_broken_stream(fixture: Fixture) -> bool:
    """Return True if a stream has anything but its events and one end marker, which is not JSON."""
    sent, read = payloads(fixture), len(events(fixture))
    return read != len(sent) - 1 or sent[-1][:1] in (b"{", b"")


def stream_failure(fixture: Fixture) -> Expected:
    """The error of a stream that breaks: an event says so, or the end is missing."""
    has_error = b'"error"' in b"".join(payloads(fixture)[len(events(fixture)) :][:1])
    return Expected("StreamFailed" if has_error else "StreamTruncated", "executed")


class Said(NamedTuple):
    """The content of an error body, read by the ways in which the gateway and its vendors write one."""

    message: str
    code: Any = None
    type: str | None = None
    param: str | None = None


def said(document: Any) -> Said:
    """The content of an error body; an empty message where it is none."""
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
    """The mark that distinguishes two failures of one status and code."""
    if not isinstance(document, dict):
        return "none"
    error = document.get("error", document)
    if isinstance(error, dict) and error.keys() == {"message", "type"}:
        return "before any vendor" if error["type"] == "api_error" else str(error["type"])
    return error if isinstance(error, str) else str(error.get("type"))


def failure(fixture: Fixture) -> Expected:
    """The error of a fixture that fails before any event."""
    status, document = fixture.response.status, response_json(fixture)
    if fixture.name in UNREADABLE:
        return UNREADABLE[fixture.name]
    if status in not_served(fixture.operation) and not is_untyped(fixture):
        return Expected("NotServed", "rejected")
    code, dialect = said(document).code, _dialect(document) if fixture.response.body else "empty"
    for row_status, row_code, row_dialect, expected in _ROWS:
        if status == row_status and row_code in (_ANY, code) and row_dialect in (_ANY, dialect):
            return expected
    if status >= 500:
        return Expected("InternalServerError", "unknown")
    return Expected(_CLASSES.get(status, "APIStatusError"), "rejected")
