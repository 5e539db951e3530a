"""The bare transport with msgspec: what a client could reach that did nothing but send and decode."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from .answers import CHAT, EVENTS, TIMED, embeddings
from .batches import by_semaphore, measured
from .clock import REQUESTS, cpu, cpu_async, generation
from .streams import CERTIFICATE, measure
from .synthetic import LARGE

ASK = b'{"model":"gpt-4o","messages":[{"role":"user","content":"Hello!"}]}'
ASK_STREAM = ASK[:-1] + b',"stream":true}'
HEADERS = {"Authorization": "Bearer sk-KEY", "Content-Type": "application/json"}
PATH = "/v1/chat/completions"


def _decoder(name: str) -> Any:
    import msgspec

    from ezlink import models

    return msgspec.json.Decoder(getattr(models, name)).decode


def _pool(base: str) -> Any:
    import urllib3

    return urllib3.HTTPConnectionPool("127.0.0.1", int(base.rsplit(":", 1)[1]))


def _post(pool: Any, body: bytes, **options: Any) -> Any:
    return pool.urlopen("POST", PATH, body=body, headers=HEADERS, retries=False, **options)


def first_answer(base: str) -> float:
    start = time.perf_counter()
    import msgspec

    msgspec.json.decode(_post(_pool(base), ASK).data)
    return (time.perf_counter() - start) * 1e3


def sync(base: str) -> float:
    pool, decode = _pool(base), _decoder("ChatCompletion")
    return cpu(lambda: decode(_post(pool, ASK).data), times=REQUESTS, warm=20)


def concurrent(base: str) -> float:
    import aiohttp

    decode = _decoder("ChatCompletion")

    async def main() -> float:
        async with aiohttp.ClientSession(base) as session:

            async def ask() -> object:
                async with session.post(PATH, data=ASK, headers=HEADERS) as answer:
                    return decode(await answer.read())

            return await cpu_async(ask)

    return asyncio.run(main())


def _payloads(data: bytes) -> list[bytes]:
    return [line[6:] for line in data.split(b"\n\n") if line]


def stream(base: str) -> float:
    pool, decode = _pool(base), _decoder("ChatCompletionChunk")

    def whole() -> None:
        seen = 0
        for data in _post(pool, ASK_STREAM, preload_content=False).read_chunked():
            for payload in _payloads(data):
                if payload != b"[DONE]":
                    decode(payload)
                    seen += 1
        assert seen == EVENTS

    return cpu(whole, times=1) / EVENTS


def stream_first(base: str) -> float:
    pool = _pool(base)
    _decoder("ChatCompletion")(_post(pool, ASK).data)
    start = time.perf_counter()
    decode = _decoder("ChatCompletionChunk")  # made at its first use, as by any client
    decode(_payloads(next(_post(pool, ASK_STREAM, preload_content=False).read_chunked()))[0])
    return (time.perf_counter() - start) * 1e3


def stream_async(base: str) -> float:
    import aiohttp

    decode = _decoder("ChatCompletionChunk")

    async def main() -> float:
        async with aiohttp.ClientSession(base) as session:

            async def whole() -> None:
                seen, rest = 0, b""
                async with session.post(PATH, data=ASK_STREAM, headers=HEADERS) as answer:
                    async for data in answer.content.iter_any():
                        *complete, rest = (rest + data).split(b"\n\n")
                        for event in complete:
                            if event != b"data: [DONE]":
                                decode(event[6:])
                                seen += 1
                assert seen == EVENTS

            return await cpu_async(whole, together=1) / EVENTS

    return asyncio.run(main())


def batch(base: str) -> list[float]:
    import aiohttp

    async def main(source: Path, out: Path) -> None:
        async with aiohttp.ClientSession(base) as session:

            async def ask(body: dict[str, Any]) -> str:
                async with session.post(PATH, json=body, headers=HEADERS) as answer:
                    return (await answer.read()).decode()

            await by_semaphore(source, out, ask)

    return measured(lambda source, out: asyncio.run(main(source, out)))


def streams(base: str) -> list[float]:
    import ssl

    import aiohttp

    decode, ask = _decoder("ChatCompletionChunk"), ASK_STREAM.replace(b"gpt-4o", TIMED.encode())

    async def main() -> list[float]:
        tls = ssl.create_default_context(cafile=CERTIFICATE)
        connector = aiohttp.TCPConnector(limit=0, ssl=tls)
        async with aiohttp.ClientSession(base, connector=connector) as session:

            async def texts(answer: aiohttp.ClientResponse) -> AsyncIterator[str]:
                async for data in answer.content.iter_any():
                    for payload in _payloads(data):
                        if payload != b"[DONE]":
                            yield decode(payload).choices[0].delta.content

            async def open_stream() -> AsyncIterator[str]:
                return texts(await session.post(PATH, data=ask, headers=HEADERS))

            return await measure(open_stream)

    return asyncio.run(main())


def decode(_: str) -> float:
    once = _decoder("ChatCompletion")
    return cpu(lambda: once(CHAT), times=20_000, warm=50)


def embeddings_floats(_: str) -> float:
    body, once = embeddings(packed=False), _decoder("CreateEmbeddingResponse")
    return cpu(lambda: once(body), times=1, warm=0) / 1e3


def embeddings_base64(_: str) -> float:
    from array import array

    body, once = embeddings(packed=True), _decoder("CreateEmbeddingResponse")
    return cpu(lambda: [array("f", item.embedding) for item in once(body).data], times=1, warm=0) / 1e3


def _generate(**options: Any) -> float:
    return generation(
        *("{generator}", "-m", "datamodel_code_generator", "--input", "{spec}", "--input-file-type", "openapi"),
        *("--output", "{out}/limit.py", "--output-model-type", "msgspec.Struct", "--formatters", "ruff-format"),
        **options,
    )


def generate(_: str) -> float:
    return _generate()


def generate_again(_: str) -> float:
    return _generate(again=True)


def generate_large(_: str) -> float:
    return _generate(operations=LARGE)
