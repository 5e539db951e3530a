"""A mock server without a socket."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.mock_server import Fixture, load_all
from generator.mock_server.http import multipart
from generator.mock_server.replay.endpoints import SPEC, endpoints_of
from generator.mock_server.replay.fixtures import Request, Response
from generator.mock_server.replay.selector import Choice, ResponseSelector

FIXTURES = Path(__file__).parents[1] / "fixtures"
ALL = load_all(FIXTURES)


class Player:
    """Sends requests and returns responses."""

    def __init__(self, polls: int | None = None, fixtures: Iterable[Fixture] = ALL, spec: Path = SPEC) -> None:
        self.select = ResponseSelector(fixtures, endpoints_of(spec), polls).select

    def choose(
        self,
        method: str,
        target: str,
        body: Any = None,
        *,
        form: list[dict[str, Any]] | None = None,
        key: str | None = "Bearer sk-KEY",
        headers: Mapping[str, str] | None = None,
    ) -> Choice:
        """The response and the name of its fixture. A body of bytes is sent as it is, any other as JSON."""
        content, content_type = b"", None
        if form is not None:
            content, content_type = (
                multipart.written(form, b"b", FIXTURES / "sources"),
                "multipart/form-data; boundary=b",
            )
        elif body is not None:
            content, content_type = body if isinstance(body, bytes) else json.dumps(body).encode(), "application/json"
        sent = {"Host": "here:1", "Authorization": key, "Content-Type": content_type, **(headers or {})}
        given = tuple((name, value) for name, value in sent.items() if value)
        form_read = multipart.read(sent["Content-Type"], content)
        return self.select(Request(method, target, given, content, form_read))

    def send(self, method: str, target: str, body: Any = None, **options: Any) -> Response:
        """The response alone."""
        return self.choose(method, target, body, **options).response

    def get(self, target: str, **options: Any) -> Any:
        """The JSON of a response to GET."""
        return json.loads(self.send("GET", target, **options).body)

    def post(self, target: str, body: Any, **options: Any) -> Any:
        """The JSON of a response to POST."""
        return json.loads(self.send("POST", target, body, **options).body)
