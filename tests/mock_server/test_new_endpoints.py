"""An operation is served as soon as the spec and a fixture have it: plain, streamed, with a form, and as a task."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.mock_server import Fixture
from generator.mock_server.http import multipart
from generator.mock_server.replay.fixtures import Chunk, Request, Response

from .player import FIXTURES, Player

PART = {"name": "file", "filename": "a.txt", "content_type": "text/plain", "source": "notes.txt"}
EVENTS = b'data: {"text": "Hi"}\n\n', b"data: [DONE]\n\n"


def operation(id: str, media: str = "", required: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    schema = {"type": "object", "required": list(required), "properties": {name: {} for name in required}}
    body = {"requestBody": {"content": {media: {"schema": schema}}}} if media else {}
    return {"operationId": id, "responses": {"200": {"description": "It."}}, **body, **more}


@pytest.fixture
def player(tmp_path: Path) -> Player:
    get_id = {"parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]}
    task = {
        "id": "/job",
        "fetch": {"operation": "getJob", "parameter": "id"},
        "status": "/state",
        "states": {"running": ["busy"], "succeeded": ["done"], "failed": ["broken"]},
    }
    streamed = {"x-stream": {"when": {"live": True}}}
    paths = {
        "/v1/usage": {"get": operation("getUsage")},
        "/v1/talk": {"post": operation("talk", "application/json", ("text",), **streamed)},
        "/v1/scans": {"post": operation("scan", "multipart/form-data", ("file",))},
        "/v1/jobs": {"post": operation("startJob", "application/json", ("text",), **{"x-task": task})},
        "/v1/jobs/{id}": {"get": operation("getJob", **get_id)},
    }
    info = {"title": "New", "version": "1"}
    security = {
        "security": [{"bearer": []}],
        "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
    }
    spec = tmp_path / "openapi.yaml"
    spec.write_text(yaml.safe_dump({"openapi": "3.1.0", "info": info, "paths": paths, **security}), encoding="utf-8")
    form = multipart.written([PART], b"b", FIXTURES / "sources")
    fixtures = [
        recorded("getUsage", "GET", "/v1/usage", {"total": 3}),
        recorded("talk", "POST", "/v1/talk", {"text": "Hello"}, {"text": "Good day"}),
        recorded("talk", "POST", "/v1/talk", {"error": "text is missing"}, {}, status=400, case="missing-text"),
        recorded("talk", "POST", "/v1/talk", EVENTS, {"text": "Good day", "live": True}, case="stream"),
        recorded("scan", "POST", "/v1/scans", {"name": "a.txt"}, form),
        recorded("startJob", "POST", "/v1/jobs", {"job": "job-1234"}, {"text": "a cat"}),
        recorded(
            "getJob",
            "GET",
            "/v1/jobs/job-1234",
            {"id": "job-1234", "state": "busy", "text": "a cat"},
            case="first-look",
        ),
        recorded(
            "getJob", "GET", "/v1/jobs/job-1234", {"id": "job-1234", "state": "done", "text": "a cat"}, case="ready"
        ),
    ]
    return Player(fixtures=fixtures, spec=spec)


def recorded(
    operation: str, method: str, target: str, said: Any, body: Any = b"", *, status: int = 200, case: str = "minimal"
) -> Fixture:
    headers = [("Authorization", "Bearer sk-KEY")]
    form = body if isinstance(body, bytes) and body else None
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    media = "multipart/form-data; boundary=b" if form else "application/json"
    headers += [("Content-Type", media)] if content else []
    request = Request(method, target, tuple(headers), content, multipart.read(media, content))
    chunks = said if isinstance(said, tuple) else (json.dumps(said).encode(),)
    media = "text/event-stream" if isinstance(said, tuple) else "application/json"
    response = Response(status, "", (("Content-Type", media),), tuple(Chunk(0, data) for data in chunks))
    return Fixture(operation, case, "nov", "", {}, request, response)


def test_a_plain_one(player: Player) -> None:
    assert player.get("/v1/usage?since=2024") == {"total": 3}
    assert player.send("GET", "/v1/usages").status == 404


def test_a_streamed_one(player: Player) -> None:
    assert player.post("/v1/talk", {"text": "Something else", "tone": "kind"}) == {"text": "Hello"}
    assert player.post("/v1/talk", {"text": "Something else", "live": False}) == {"text": "Hello"}
    assert player.send("POST", "/v1/talk", {"text": "Something else", "live": True}).body == b"".join(EVENTS)
    assert player.choose("POST", "/v1/talk", {"tone": "kind"}).name == "talk/missing-text"


def test_one_with_a_form(player: Player) -> None:
    assert player.post("/v1/scans", None, form=[{**PART, "filename": "b.txt"}]) == {"name": "b.txt"}


def test_a_task(player: Player) -> None:
    ids = [player.post("/v1/jobs", {"text": text})["job"] for text in ("a cat", "a dog")]
    assert len({"job-1234", *ids}) == 3
    seen = [player.get(f"/v1/jobs/{ids[1]}") for _ in range(3)]
    assert seen == [{"id": ids[1], "state": state, "text": "a dog"} for state in ("busy", "done", "done")]
    assert player.get(f"/v1/jobs/{ids[0]}")["state"] == "busy"
