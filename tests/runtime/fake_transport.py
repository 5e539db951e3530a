"""Responses in memory, for transports and streams of tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

from generator.runtime.transport import Request, TransportError

Pairs = list[tuple[str, str]]
Result = tuple[int, Pairs, bytes] | TransportError


class FakeResponse:
    """A response whose body comes in these pieces, and then ends or fails."""

    def __init__(
        self, status: int, headers: Pairs, pieces: Sequence[bytes], fault: BaseException | None = None
    ) -> None:
        self.status, self.headers, self.pieces, self.fault = status, headers, pieces, fault
        self.taken = 0
        self.closed = self.finished = False

    def read(self) -> bytes:
        return b"".join(self.chunks())

    def chunks(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.taken += 1
            yield piece
        if self.fault is not None:
            raise self.fault

    def finish(self) -> None:
        self.finished = True

    def close(self) -> None:
        self.closed = True


class FakeAsyncResponse:
    """The async counterpart of a `FakeResponse`."""

    def __init__(self, response: FakeResponse) -> None:
        self.response = response
        self.status, self.headers = response.status, response.headers

    async def read(self) -> bytes:
        return self.response.read()

    async def chunks(self) -> AsyncIterator[bytes]:
        for piece in self.response.chunks():
            yield piece

    async def finish(self) -> None:
        self.response.finish()

    async def close(self) -> None:
        self.response.close()


class FakeTransport:
    """A transport with one result after the other, and the last one again and again. Errors are raised."""

    def __init__(self, *results: Result, fault: TransportError | None = None) -> None:
        self.results = list(results)
        self.fault = fault  # breaks every body at its end
        self.requests: list[Request] = []
        self.responses: list[FakeResponse] = []
        self.closed = 0

    def send(self, request: Request) -> Any:
        self.requests.append(request)
        result = self.results.pop(0) if len(self.results) > 1 else self.results[0]
        if isinstance(result, TransportError):
            raise result
        status, headers, raw = result
        pieces = [raw[start : start + 50] for start in range(0, len(raw), 50)]
        self.responses.append(FakeResponse(status, headers, pieces, self.fault))
        return self.responses[-1]

    def close(self) -> Any:
        self.closed += 1

    def sent(self, number: int = -1) -> dict[str, str]:
        """The headers of a request."""
        return dict(self.requests[number].headers)


class FakeAsyncTransport(FakeTransport):
    async def send(self, request: Request) -> FakeAsyncResponse:
        return FakeAsyncResponse(super().send(request))

    async def close(self) -> None:
        self.closed += 1


def run_now(coroutine: Any) -> Any:
    """Run what never really waits, with nothing between it and an interrupt."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise RuntimeError("it waits")
