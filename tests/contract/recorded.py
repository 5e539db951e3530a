"""The recorded exchanges, read without any code of the client."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.mock_server import Fixture, load_all

FIXTURES = load_all(Path(__file__).parents[1] / "fixtures")
BY_NAME = {fixture.name: fixture for fixture in FIXTURES}

# The case whose arguments stand in where nothing can say a request, if it is not `minimal`.
_ORDINARY = {
    "listModels": "all",
    "retrieveModel": "known",
    "getCreativeUpscaleResult": "ready",
    "getImageToVideoResult": "ready",
    "getVideoGenerationResult": "runway-third-look",
    "getMidjourneyTask": "imagine-success",
    "getMidjourneyTaskImageSeed": "success",
    "getMidjourneyImage": "success",
    "listMidjourneyTasks": "two",
    "createVideoGeneration": "kling-minimal",
    "submitMidjourneyChange": "upscale",
    "submitMidjourneySimpleChange": "reroll",
}


def of(operation: str) -> list[Fixture]:
    """The fixtures of one operation."""
    return [fixture for fixture in FIXTURES if fixture.operation == operation]


def ordinary(fixture: Fixture) -> Fixture:
    """The exchange whose arguments stand in where nothing can say a request."""
    document = request_json(fixture)
    if isinstance(document, dict) and document.get("stream"):
        return BY_NAME[f"{fixture.operation}/stream-minimal"]
    return BY_NAME[f"{fixture.operation}/{_ORDINARY.get(fixture.operation, 'minimal')}"]


def is_stream(fixture: Fixture) -> bool:
    """Whether the answer is a stream of events."""
    return dict(fixture.response.headers).get("Content-Type") == "text/event-stream"


def is_json(fixture: Fixture) -> bool:
    """Whether the answer is JSON, whatever it says that it is."""
    return fixture.response.body.lstrip()[:1] in (b"{", b"[") and answer_json(fixture) is not None


def answer_json(fixture: Fixture) -> Any:
    """The JSON of the answer, None where it is none."""
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
    """The data of each event of a stream, the end marker too. The gateway writes one line `data: ...` an event."""
    return [block.removeprefix(b"data: ") for block in fixture.response.body.split(b"\n\n") if block]


def events(fixture: Fixture) -> list[Any]:
    """The events of a stream that carry a result, up to the end marker or to what is no such event."""
    found: list[Any] = []
    for payload in payloads(fixture):
        try:
            event = json.loads(payload)
        except ValueError:
            break
        if "error" in event:
            break
        found.append(event)
    return found


def carries_error(document: Any) -> bool:
    """Whether a JSON answer is an error, by the keys that all of the recorded ones have and no result has."""
    if not isinstance(document, dict):
        return False
    seedless = document.get("result") == "" and "description" in document
    unkept = document.get("success") is False
    keys = ({"code", "message", "param", "type"}, {"code", "description", "type"}, {"errors", "id", "name"})
    return "error" in document or document.keys() in keys or seedless or unkept


def request_id(fixture: Fixture) -> str | None:
    """The request id of an answer: the gateway's own, else the one that it passed on or that later versions send."""
    headers = {name.lower(): value for name, value in fixture.response.headers}
    return headers.get("x-oneapi-request-id") or headers.get("x-request-id")
