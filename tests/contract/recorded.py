"""The recorded exchanges, read without any code of the client."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.gateway import Fixture, load_all

FIXTURES = load_all(Path(__file__).parents[1] / "fixtures")
BY_NAME = {fixture.name: fixture for fixture in FIXTURES}


def is_stream(fixture: Fixture) -> bool:
    """Whether the answer is a stream of events."""
    return dict(fixture.answer.headers).get("Content-Type") == "text/event-stream"


def answer_json(fixture: Fixture) -> Any:
    """The JSON of the answer, None where it is none."""
    try:
        return json.loads(fixture.answer.body)
    except ValueError:
        return None


def request_json(fixture: Fixture) -> Any:
    """The JSON of the request, None where it is none."""
    try:
        return json.loads(fixture.request.body)
    except ValueError:
        return None


def payloads(fixture: Fixture) -> list[bytes]:
    """The data of each event of a stream, the end marker too. The gateway writes one line `data: ...` an event."""
    return [block.removeprefix(b"data: ") for block in fixture.answer.body.split(b"\n\n") if block]


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
    return isinstance(document, dict) and (
        "error" in document or document.keys() == {"code", "message", "param", "type"}
    )


def succeeds(fixture: Fixture) -> bool:
    """Whether the recorded answer is a result: whole, or a stream that went to its end marker without an error."""
    if fixture.answer.status != 200:
        return False
    if is_stream(fixture):
        said = payloads(fixture)
        return said[-1:] == [b"[DONE]"] and len(events(fixture)) == len(said) - 1
    return not carries_error(answer_json(fixture))
