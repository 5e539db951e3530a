"""This client."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

from .answers import CHAT, EVENTS, SMALL, TIMED, embeddings
from .batches import TOGETHER, measured
from .clock import REQUESTS, TURN, cpu, cpu_async, generation, log, paired
from .streams import CERTIFICATE, measure
from .synthetic import LARGE

ASK: dict[str, Any] = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}]}


def _client(base: str, **options: Any) -> Any:
    from ezlink import EZLink

    return EZLink("sk-KEY", base_url=base, **options)


def first_answer(base: str) -> float:
    start = time.perf_counter()
    _client(base).chat.completions.create(**ASK)
    return (time.perf_counter() - start) * 1e3


def _asks(base: str, **options: Any) -> Callable[[], object]:
    client = _client(base, **options)
    return lambda: client.chat.completions.create(**ASK)


def sync(base: str) -> float:
    return cpu(_asks(base), times=REQUESTS, warm=20)


def concurrent(base: str) -> float:
    from ezlink import AsyncEZLink

    async def main() -> float:
        async with AsyncEZLink("sk-KEY", base_url=base) as client:
            return await cpu_async(lambda: client.chat.completions.create(**ASK))

    return asyncio.run(main())


def stream(base: str) -> float:
    client = _client(base)

    def whole() -> None:
        assert sum(1 for _ in client.chat.completions.create(**ASK, stream=True)) == EVENTS

    return cpu(whole, times=1) / EVENTS


def stream_first(base: str) -> float:
    client = _client(base)
    client.chat.completions.create(**ASK)
    start = time.perf_counter()
    with client.chat.completions.create(**ASK, stream=True) as answer:
        next(iter(answer))
        return (time.perf_counter() - start) * 1e3


def stream_async(base: str) -> float:
    from ezlink import AsyncEZLink

    async def main() -> float:
        async with AsyncEZLink("sk-KEY", base_url=base) as client:

            async def whole() -> None:
                seen = 0
                async for _ in await client.chat.completions.create(**ASK, stream=True):
                    seen += 1
                assert seen == EVENTS

            return await cpu_async(whole, together=1) / EVENTS

    return asyncio.run(main())


def batch(base: str) -> list[float]:
    from ezlink import AsyncEZLink
    from ezlink.batch import BatchOptions, run

    options = BatchOptions(concurrency=TOGETHER)
    return measured(lambda source, out: run(source, out, client=AsyncEZLink("sk-KEY", base_url=base), options=options))


def streams(base: str) -> list[float]:
    from ezlink import AsyncEZLink

    async def main() -> list[float]:
        async with AsyncEZLink("sk-KEY", base_url=base, verify=str(CERTIFICATE)) as client:

            async def open_stream() -> Any:
                return (await client.chat.completions.create(**{**ASK, "model": TIMED}, stream=True)).text()

            return await measure(open_stream)

    return asyncio.run(main())


class _Memory:
    """A transport that has the answer already: what is left is the client's own work."""

    def __init__(self, body: bytes) -> None:
        self.status, self.headers, self._body = 200, [("Content-Type", "application/json")], body

    def send(self, request: object) -> Any:
        return self

    def read(self) -> bytes:
        return self._body

    def close(self) -> None:
        pass


def decode(_: str) -> float:
    from ezlink import operations
    from ezlink.runtime.response.parser import ResponseParser

    client = _client("http://127.0.0.1")
    parser = ResponseParser(operations.create_chat_completion(**ASK), client._config, "sk-KEY")
    headers = [("Content-Type", "application/json")]
    return cpu(lambda: parser.parse(200, headers, CHAT), times=20_000, warm=50)


def retries(_: str) -> list[float]:
    on, off = (_asks("http://127.0.0.1", transport=_Memory(CHAT), max_retries=number) for number in (2, 0))
    return paired(on, off, times=1000)


def hooks(base: str) -> list[float]:
    log("ezlink", "WARNING")
    hooked = _asks(base, **dict.fromkeys(("on_request", "on_response", "on_retry"), lambda _: None))
    return paired(hooked, _asks(base, max_retries=0), times=TURN)


def info_log(base: str) -> list[float]:
    ask, own, other = _asks(base), log("ezlink", "WARNING"), log("other", "INFO")

    def logged() -> None:
        own.setLevel("INFO")
        for _ in range(TURN):
            ask()

    def by_itself() -> None:
        own.setLevel("WARNING")
        for _ in range(TURN):
            ask()
            other.info("POST %s/v1/chat/completions 200 in %.3f s", base, 0.1)

    *numbers, ratio = paired(logged, by_itself, times=1)
    return [*(number / TURN for number in numbers), ratio]


def _embeddings(body: bytes) -> Any:
    client = _client("http://127.0.0.1", transport=_Memory(body))
    return client.embeddings.create(model="text-embedding-3-small", input="x")


def embeddings_floats(_: str) -> float:
    _embeddings(SMALL)
    body = embeddings(packed=False)
    return cpu(lambda: _embeddings(body), times=1, warm=0) / 1e3


def embeddings_base64(_: str) -> float:
    _embeddings(SMALL)
    body = embeddings(packed=True)
    return cpu(lambda: [item.vector for item in _embeddings(body).data], times=1, warm=0) / 1e3


def generate(_: str) -> float:
    return generation("{generator}", "-m", "generator", "generate", "--out", "{out}/ours")


def generate_again(_: str) -> float:
    return generation("{generator}", "-m", "generator", "generate", "--out", "{out}/ours", again=True)


def generate_large(_: str) -> float:
    command = ("{generator}", "-m", "generator", "generate", "--spec", "{spec}", "--out", "{out}/ours")
    return generation(*command, operations=LARGE)
