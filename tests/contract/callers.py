"""Clients of every kind behind one face, so that each recorded exchange runs through all of them alike."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Coroutine
from operator import attrgetter
from typing import Any

from generator.gateway import Fixture

KINDS = ("sync-urllib3", "sync-httpx2", "async-aiohttp", "async-httpx2")

# operationId -> the module of its function, its function, its method on a client
OPERATIONS = {
    "createChatCompletion": ("chat", "create_chat_completion", "chat.completions.create"),
    "createCompletion": ("completions", "create_completion", "completions.create"),
    "createEmbedding": ("embeddings", "create_embedding", "embeddings.create"),
    "createModeration": ("moderations", "create_moderation", "moderations.create"),
    "listModels": ("models", "list_models", "models.list"),
    "retrieveModel": ("models", "retrieve_model", "models.retrieve"),
}


def key(fixture: Fixture) -> str:
    """The key that a recorded request shows, `sk-KEY` where it shows none or shows it elsewhere."""
    shown = fixture.request.header("authorization") or ""
    return shown.removeprefix("Bearer ") if shown.startswith("Bearer sk-") else "sk-KEY"


def build(operation: str, arguments: dict[str, Any]) -> Any:
    """The call, built by the endpoint function and not yet sent."""
    module, function, _ = OPERATIONS[operation]
    return getattr(importlib.import_module(f"ezlink.operations.{module}"), function)(**arguments)


class Caller:
    """One client; its async twin is driven by a loop of its own that lives as long as the caller."""

    def __init__(self, kind: str, url: str) -> None:
        self.deviations: list[Any] = []
        self._calls_are_built_apart = kind.endswith("httpx2")
        self._runner = asyncio.Runner() if kind.startswith("async") else None
        package = importlib.import_module("ezlink")
        make = package.AsyncEZLink if self._runner else package.EZLink
        transport = kind.partition("-")[2]
        self._client = make(
            "sk-KEY", base_url=url, timeout=10, transport=transport, on_deviation=self.deviations.append
        )

    def close(self) -> None:
        """Close the client, and the loop."""
        self._run(self._client.close())
        if self._runner:
            self._runner.close()

    def call(self, fixture: Fixture, arguments: dict[str, Any]) -> Any:
        """What the typed call gives: the everyday method over the default transports, build and send over the other."""
        client = self._client.with_options(api_key=key(fixture))
        method = OPERATIONS[fixture.operation][2]
        if not self._calls_are_built_apart:
            return self._run(attrgetter(method)(client)(**arguments))
        return self._run(client.send(build(fixture.operation, arguments)))

    def exchange(self, fixture: Fixture) -> Any:
        """What the typed call gives, with what it came with."""
        return self._run(self._client.exchange(build(fixture.operation, fixture.arguments or {})))

    def request(self, fixture: Fixture, **options: Any) -> Any:
        """What the untyped call gives."""
        client = self._client.with_options(api_key=key(fixture))
        return self._run(client.request(fixture.request.method, fixture.request.target, **options))

    def take(self, stream: Any, into: list[Any], how: Callable[[Any], Any] = iter) -> None:
        """Put what a stream brings into a list, so that it is there when the stream breaks too."""
        if self._runner is None:
            for item in how(stream):
                into.append(item)
            return

        async def collect() -> None:
            async for item in stream if how is iter else how(stream):
                into.append(item)

        self._run(collect())

    def whole(self, stream: Any) -> Any:
        """The folded answer of a stream."""
        return self._run(stream.whole())

    def _run(self, result: Any) -> Any:
        if self._runner is not None and isinstance(result, Coroutine):
            return self._runner.run(result)
        return result
