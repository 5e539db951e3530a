"""One recorded exchange through a real client over a real socket, from the call to the end of the response."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.mock_server import Fixture, MockServer
from generator.mock_server.replay.fixtures import Request

from .callers import Caller
from .expected import succeeds
from .recorded import is_json, is_stream, is_typed, is_untyped, of, request_json


@dataclass
class Outcome:
    """The result or the error of an exchange, and what went over the wire."""

    value: Any = None
    raw: Any = None  # the `APIResponse`, if the caller sends raw
    events: list[Any] = field(default_factory=list[Any])
    files: list[bytes] = field(default_factory=list[bytes])  # of a binary response, as saved and as read
    error: Exception | None = None
    requests: list[Request] = field(default_factory=list[Request])
    deviations: list[Any] = field(default_factory=list[Any])
    left_files: list[Path] = field(default_factory=list[Path])  # by a file that could not be saved


def play(server: MockServer, caller: Caller, fixture: Fixture, directory: Path) -> Outcome:
    """Make the recorded request, let the recorded response come back, and read it to its end."""
    outcome, path = Outcome(), directory / "saved"
    try:
        outcome.value, outcome.raw = begin(server, caller, fixture)
        if is_stream(fixture):
            caller.take(outcome.value, outcome.events)
        elif type(outcome.value).__name__.endswith("BinaryResponse"):
            saved = caller.run(outcome.value.save(path)).read_bytes()
            outcome.files = [saved, caller.run(outcome.value.bytes())]
    except Exception as error:
        outcome.error = error
        outcome.left_files = [*directory.iterdir()]
    outcome.requests, outcome.deviations = [*server.requests], [*caller.deviations]
    return outcome


def begin(server: MockServer, caller: Caller, fixture: Fixture) -> tuple[Any, Any]:
    """Make the recorded request, or an ordinary one where no client can; returns the result and its `APIResponse`."""
    server.requests.clear()
    server.forget()
    caller.deviations.clear()
    server.play(fixture)
    if fixture.arguments is not None:
        return caller.call(fixture, fixture.arguments)
    if not is_untyped(fixture):
        return caller.call(fixture, ordinary_arguments(fixture))
    options: dict[str, Any] = {"json": request_json(fixture)} if fixture.request.body else {}
    options |= {"headers": {"Accept": fixture.request.header("accept")}} if fixture.request.header("accept") else {}
    options |= {} if is_json(fixture) else {"type": bytes}
    return caller.request(fixture, **options), None


def ordinary_arguments(fixture: Fixture) -> dict[str, Any]:
    """The arguments of the shortest request of the operation that was recorded, streamed or not as this one was."""
    typed = [one for one in of(fixture.operation) if is_typed(one) and _streams(one) == _streams(fixture)]
    good = [one for one in typed if succeeds(one)] or typed
    return min(good, key=lambda one: len(one.request.body)).arguments or {}


def _streams(fixture: Fixture) -> bool:
    document = request_json(fixture)
    return isinstance(document, dict) and bool(document.get("stream"))
