"""openai-python: what people use with another `base_url` today."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from .answers import CHAT, EVENTS, SMALL, TIMED, embeddings
from .batches import by_semaphore, measured
from .clock import REQUESTS, cpu, cpu_async, generation, log
from .streams import CERTIFICATE, measure
from .synthetic import LARGE

ASK: dict[str, Any] = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello!"}]}


def _client(base: str, **options: Any) -> Any:
    from openai import OpenAI

    return OpenAI(api_key="sk-KEY", base_url=base + "/v1", **options)


def first_answer(base: str) -> float:
    start = time.perf_counter()
    _client(base).chat.completions.create(**ASK)
    return (time.perf_counter() - start) * 1e3


def sync(base: str) -> float:
    client = _client(base)
    return cpu(lambda: client.chat.completions.create(**ASK), times=REQUESTS, warm=20)


def concurrent(base: str) -> float:
    from openai import AsyncOpenAI

    async def main() -> float:
        async with AsyncOpenAI(api_key="sk-KEY", base_url=base + "/v1") as client:
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
    next(iter(client.chat.completions.create(**ASK, stream=True)))
    return (time.perf_counter() - start) * 1e3


def stream_async(base: str) -> float:
    from openai import AsyncOpenAI

    async def main() -> float:
        async with AsyncOpenAI(api_key="sk-KEY", base_url=base + "/v1") as client:

            async def whole() -> None:
                seen = 0
                async for _ in await client.chat.completions.create(**ASK, stream=True):
                    seen += 1
                assert seen == EVENTS

            return await cpu_async(whole, together=1) / EVENTS

    return asyncio.run(main())


def batch(base: str) -> list[float]:
    from openai import AsyncOpenAI

    async def main(source: Path, out: Path) -> None:
        async with AsyncOpenAI(api_key="sk-KEY", base_url=base + "/v1") as client:

            async def ask(body: dict[str, Any]) -> str:
                completion: Any = await client.chat.completions.create(**body)
                return str(completion.model_dump_json())

            await by_semaphore(source, out, ask)

    return measured(lambda source, out: asyncio.run(main(source, out)))


def streams(base: str) -> list[float]:
    import ssl

    import openai

    async def main() -> list[float]:
        verify = ssl.create_default_context(cafile=CERTIFICATE)
        http = openai.DefaultAsyncHttpxClient(verify=verify)  # with the limits of openai-python's own
        async with openai.AsyncOpenAI(api_key="sk-KEY", base_url=base + "/v1", http_client=http) as client:

            async def texts(stream: Any) -> AsyncIterator[str]:
                async for event in stream:
                    yield event.choices[0].delta.content

            async def open_stream() -> AsyncIterator[str]:
                return texts(await client.chat.completions.create(**{**ASK, "model": TIMED}, stream=True))

            return await measure(open_stream)

    return asyncio.run(main())


def decode(_: str) -> float:
    import json

    from openai._models import construct_type
    from openai.types.chat import ChatCompletion

    return cpu(lambda: construct_type(type_=ChatCompletion, value=json.loads(CHAT)), times=2000, warm=50)


def hooks(base: str) -> float:
    return sync(base)  # it has no hooks of its own


def info_log(base: str) -> float:
    log("httpx2", "INFO")  # whose line it is
    return sync(base)


def retries(_: str) -> float:
    import httpx2

    def answer(_: object) -> httpx2.Response:
        return httpx2.Response(200, headers={"Content-Type": "application/json"}, content=CHAT)

    client = _client("http://127.0.0.1", http_client=httpx2.Client(transport=httpx2.MockTransport(answer)))
    return cpu(lambda: client.chat.completions.create(**ASK), times=400, warm=10)


def _embeddings(body: bytes, **options: Any) -> float:
    import httpx2

    bodies = chain((SMALL,), repeat(body))
    answer = httpx2.MockTransport(
        lambda _: httpx2.Response(200, headers={"Content-Type": "application/json"}, content=next(bodies))
    )
    client = _client("http://127.0.0.1", http_client=httpx2.Client(transport=answer))
    ask = {"model": "text-embedding-3-small", "input": "x", **options}
    return cpu(lambda: client.embeddings.create(**ask), times=1) / 1e3


def embeddings_floats(_: str) -> float:
    return _embeddings(embeddings(packed=False), encoding_format="float")


def embeddings_base64(_: str) -> float:
    return _embeddings(embeddings(packed=True))  # without encoding_format it asks for base64 and unpacks it


def _generate(**options: Any) -> float:
    import sys

    program = "import sys; from openapi_python_client.cli import app; sys.exit(app())"
    command = (sys.executable, "-c", program, "generate", "--path", "{spec}", "--output-path", "{out}/peer")
    return generation(*command, "--meta", "none", "--overwrite", **options)


def generate(_: str) -> float:
    return _generate()


def generate_again(_: str) -> float:
    return _generate(again=True)


def generate_large(_: str) -> float:
    return _generate(operations=LARGE)
