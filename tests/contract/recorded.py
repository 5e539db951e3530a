"""The recorded exchanges, read without any code of the client."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.mock_server import Fixture, load_all

FIXTURES = load_all(Path(__file__).parents[1] / "fixtures")
BY_NAME = {fixture.name: fixture for fixture in FIXTURES}


def of(operation: str) -> list[Fixture]:
    """The fixtures of one operation."""
    return [fixture for fixture in FIXTURES if fixture.operation == operation]


def is_typed(fixture: Fixture) -> bool:
    """Return True if the typed client can make the request."""
    return fixture.arguments is not None


def is_untyped(fixture: Fixture) -> bool:
    """Return True if only `client.request` can make the request: an ordinary key, and JSON or nothing in the body."""
    request = fixture.request
    if is_typed(fixture) or not (request.header("authorization") or "").startswith("Bearer sk-"):
        return False
    if not request.body:
        return request.header("content-type") is None and request.method != "POST"
    compact = json.dumps(request_json(fixture), ensure_ascii=False, separators=(",", ":")).encode()
    return request.header("content-type") == "application/json" and compact == request.body


def is_stream(fixture: Fixture) -> bool:
    """Return True if the response is a stream of events."""
    return content_type(fixture) == "text/event-stream"


def is_json(fixture: Fixture) -> bool:
    """Return True if the response is JSON, whatever its Content-Type."""
    return fixture.response.body.lstrip()[:1] in (b"{", b"[") and response_json(fixture) is not None


def content_type(fixture: Fixture) -> str:
    """The media type in the Content-Type of the response, without its parameters."""
    return dict(fixture.response.headers).get("Content-Type", "").partition(";")[0]


def response_json(fixture: Fixture) -> Any:
    """The JSON of the response, None where it is none."""
    return _json(fixture.response.body)


def request_json(fixture: Fixture) -> Any:
    """The JSON of the request, None where it is none."""
    return _json(fixture.request.body)


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def payloads(fixture: Fixture) -> list[bytes]:
    """The data of each event of a stream, the end marker too. The gateway writes one line `data: ...` per event."""
    return [block.removeprefix(b"data: ") for block in fixture.response.body.split(b"\n\n") if block]


def events(fixture: Fixture) -> list[Any]:
    """The events of a stream that carry a result, up to the end marker or to what is no such event."""
    found: list[Any] = []
    for payload in payloads(fixture):
        event = _json(payload)
        if event is None or "error" in event:
            break
        found.append(event)
    return found


def carries_error(document: Any) -> bool:
    """Return True if a JSON response is an error, by the keys that all recorded errors have and no result has."""
    if not isinstance(document, dict):
        return False
    has_no_seed = document.get("result") == "" and "description" in document
    not_kept = document.get("success") is False
    keys = ({"code", "message", "param", "type"}, {"code", "description", "type"}, {"errors", "id", "name"})
    return "error" in document or document.keys() in keys or has_no_seed or not_kept


def request_id(fixture: Fixture) -> str | None:
    """The request id of a response: the gateway's own, else the one that it passed on or that later versions send."""
    headers = {name.lower(): value for name, value in fixture.response.headers}
    return headers.get("x-oneapi-request-id") or headers.get("x-request-id")
