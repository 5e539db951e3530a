"""A transport that fails as told, and calls to send over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.runtime.transport import Request, TransportError
from tests.runtime.fake_json_api import CREATE, JSON, ORDER, SEARCH
from tests.runtime.fake_transport import FakeAsyncResponse, FakeResponse

SUBMIT = CREATE({"name": "x"})
READ = SEARCH({})


class Failing:
    """A transport with these faults in their order, and then ORDER (to READ a list of it)."""

    def __init__(self, *faults: Any, then: bytes = ORDER) -> None:
        self.faults = list(faults)
        self.then = then
        self.requests: list[Request] = []
        self.bodies: list[bytes] = []
        self.on_send: Callable[[], object] = lambda: None

    def respond(self, request: Request) -> FakeResponse:
        self.requests.append(request)
        self.on_send()
        found = b"[" + ORDER + b"]" if request.method == "GET" else self.then
        fault = self.faults.pop(0) if self.faults else (200, found)
        if isinstance(fault, TransportError) and fault.sent is False:
            raise fault
        if request.content is not None:
            content = request.content
            self.bodies.append(content if isinstance(content, bytes) else b"".join(content))
        if isinstance(fault, TransportError):
            if fault.status is None:
                raise fault
            return FakeResponse(fault.status, [JSON], [b"{"], fault)
        status, raw, headers = (fault, b"", {}) if isinstance(fault, int) else (*fault, {})[:3]
        return FakeResponse(status, [*headers.items(), JSON], [raw])

    def close(self) -> None:
        pass


class FailingSync(Failing):
    def send(self, request: Request) -> FakeResponse:
        return self.respond(request)


class FailingAsync(Failing):
    async def send(self, request: Request) -> FakeAsyncResponse:
        return FakeAsyncResponse(self.respond(request))

    async def close(self) -> None:  # type: ignore[override]
        pass


Play = Callable[..., tuple[Any, Failing]]
