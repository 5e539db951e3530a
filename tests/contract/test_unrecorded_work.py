"""The vendor did the work and the user was charged, and the gateway failed to write that down: never `rejected`.

No recording has it: these responses are transcribed from the gateway's source, over recorded ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.mock_server import Fixture, MockServer

from .callers import Caller
from .document import operations
from .exchange import play
from .recorded import is_typed, of

STABILITY = [{"error": "failed to Insert sdTask"}]
FACES = ["insert_midjourney_task_failed ", "copy_response_body_failed ", "unmarshal_response_body_failed "]
SUBMITS = [" Insert midjourneyTask failed Error", "Io Copy error Error"]
LOG = "API error: failed to insert video log: database is locked"
VIDEO: list[Any] = [
    {"error": LOG},
    {"error": {"message": LOG, "type": "api_error", "param": "", "code": "api_error"}},
]


def midjourney(*descriptions: str, code: int = 4) -> list[Any]:
    return [{"code": code, "description": each, "type": "upstream_error"} for each in descriptions]


def transcribed() -> Iterator[tuple[str, int, Any]]:
    """Each operation, with the status and body of each such response to it. A variant shares those of its operation."""
    for name, one in operations().items():
        if one.method == "get" or one.base is not None or "x-not-served" in one.node:
            continue
        if one.path.startswith("/v2beta/"):
            yield from ((name, 400, body) for body in STABILITY)
        elif "x-task" in one.node and one.path.startswith("/mj/"):
            texts = FACES if name == "submitMidjourneySwapFace" else SUBMITS
            yield from ((name, 400, body) for body in [*midjourney(*texts), *midjourney(" ", code=0)])
        elif one.path == "/v1/video/generations":
            yield from ((name, 400, body) for body in VIDEO)
        elif name == "createFile":
            yield name, 200, {"success": False, "message": "UNIQUE constraint failed: files.id"}


def answered(operation: str, status: int, body: Any) -> Fixture:
    """A recorded request with this response."""
    fixture = next(one for one in of(operation) if is_typed(one) and one.era == "nov")
    response = fixture.response.with_body(json.dumps(body).encode())
    return replace(fixture, response=replace(response, status=status, reason=""))


@pytest.mark.parametrize(("operation", "status", "body"), list(transcribed()))
def test_work_that_was_not_recorded_is_unknown(
    server: MockServer, caller: Caller, tmp_path: Path, operation: str, status: int, body: Any
) -> None:
    outcome = play(server, caller, answered(operation, status, body), tmp_path)
    error: Any = outcome.error
    kind = "BadRequestError" if status == 400 else "APIStatusError"
    assert (type(error).__name__, error.outcome) == (kind, "unknown")
    assert len(outcome.requests) == 1  # never sent again by itself
    said = body.get("description", body.get("message", body.get("error")))
    said = said["message"] if isinstance(said, dict) else said
    if said.strip():
        assert error.message == said
    else:
        assert 'gave no reason: \'{"code": 0' in error.message


def test_every_paid_family_is_among_them() -> None:
    paid = {name for name, _, _ in transcribed()}
    assert len([name for name in paid if operations()[name].path.startswith("/v2beta/")]) >= 13
    assert len([name for name in paid if operations()[name].path.startswith("/mj/")]) == 8
    assert {"createFile", "createVideoGeneration"} <= paid


@pytest.mark.parametrize("status", [408, 499])
def test_lost_time_is_no_refusal(server: MockServer, caller: Caller, tmp_path: Path, status: int) -> None:
    error: Any = play(server, caller, answered("createImage", status, {"error": "too slow"}), tmp_path).error
    assert error.outcome == "unknown"
