"""Responses in memory, for transports and streams of tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence


class FakeResponse:
    """A response whose body comes in these pieces, and then ends or fails."""

    def __init__(
        self,
        status: int,
        headers: list[tuple[str, str]],
        pieces: Sequence[bytes],
        fault: BaseException | None = None,
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
