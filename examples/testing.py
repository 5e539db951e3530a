import json
from collections.abc import Iterator

from ezlink import EZLink
from ezlink.runtime.transport import Request


class CannedResponse:
    """A response held in memory. Streams and downloads are read by `chunks`, everything else by `read`."""

    def __init__(self, body: object) -> None:
        self.status = 200
        self.headers = [("content-type", "application/json")]
        self.body = json.dumps(body).encode()

    def read(self) -> bytes:
        return self.body

    def chunks(self) -> Iterator[bytes]:
        yield self.body

    def finish(self) -> None: ...

    def close(self) -> None: ...


class FakeTransport:
    """Keeps the requests and returns canned responses instead of opening a connection."""

    def __init__(self, *bodies: object) -> None:
        self.bodies = list(bodies)
        self.requests: list[Request] = []

    def send(self, request: Request) -> CannedResponse:
        self.requests.append(request)
        return CannedResponse(self.bodies.pop(0))

    def close(self) -> None: ...


transport = FakeTransport({"id": "gpt-4o", "object": "model", "created": 0, "owned_by": "tests"})
client = EZLink("sk-test", transport=transport)
assert client.models.retrieve("gpt-4o").owned_by == "tests"
assert transport.requests[0].url.endswith("/v1/models/gpt-4o")
print("passed")
