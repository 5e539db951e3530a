"""Clients of every kind behind one interface, so that each recorded exchange runs through all of them alike."""

from __future__ import annotations

import asyncio
import importlib
import re
from collections.abc import Callable, Coroutine
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.mock_server import Fixture
from generator.spec.names import FunctionName

from .document import operations

KINDS = ("sync-urllib3", "sync-httpx2", "async-aiohttp", "async-httpx2")
SOURCES = Path(__file__).parents[1] / "fixtures" / "sources"


def api_key(fixture: Fixture) -> str:
    """The key of a recorded request, `sk-KEY` where it has none or sends it in another form."""
    shown = fixture.request.header("authorization") or ""
    return shown.removeprefix("Bearer ") if shown.startswith("Bearer sk-") else "sk-KEY"


def python_arguments(arguments: Any) -> Any:
    """Arguments as a caller writes them: the files of a fixture are paths, or bytes under another name."""
    if isinstance(arguments, list):
        return [python_arguments(item) for item in arguments]
    if not isinstance(arguments, dict):
        return arguments
    if "source" not in arguments:
        return {name: python_arguments(value) for name, value in arguments.items()}
    path = SOURCES / arguments["source"]
    return (arguments["filename"], path.read_bytes()) if "filename" in arguments else path


def endpoint(operation: str) -> Any:
    """The function that builds an operation's calls."""
    return getattr(importlib.import_module("ezlink.operations"), FunctionName.of(operation))


def method_name(operation: str) -> str:
    """The dotted name of the method that makes an operation's calls."""
    client = operations()[operation].client
    return f"{client['resource']}.{client['method']}"


def lacks_arguments(operation: str, arguments: dict[str, Any]) -> bool:
    """True if a required argument is missing."""
    return not arguments.keys() >= set(endpoint(operation).operation.required)


def build(operation: str, arguments: dict[str, Any]) -> Any:
    """The call, built by the endpoint function and not yet sent."""
    function = endpoint(operation)
    if not lacks_arguments(operation, arguments):
        return function(**arguments)
    # The request was recorded without a required argument: the client refuses it, and yet the response is to be read.
    lenient = msgspec.structs.replace(function.operation, required=())
    path = set(re.findall(r"{(\w+)}", lenient.path))
    params = {name: value for name, value in arguments.items() if name not in path}
    build_call = importlib.import_module("ezlink.runtime.operation.call").build_call
    return build_call(lenient, params, **{name: arguments[name] for name in path})


class Caller:
    """One client. An async one is driven by an event loop of its own that lives as long as the caller."""

    def __init__(self, kind: str, url: str) -> None:
        self.deviations: list[Any] = []
        self.is_async = kind.startswith("async")
        # The methods over the default transports; `send_raw` of a built call over the other.
        self.sends_raw = kind.endswith("httpx2")
        self._runner = asyncio.Runner() if self.is_async else None
        package = importlib.import_module("ezlink")
        make = package.AsyncEZLink if self._runner else package.EZLink
        transport = kind.partition("-")[2]
        self.client = make(
            "sk-KEY", base_url=url, timeout=10, max_retries=0, transport=transport, on_deviation=self.deviations.append
        )

    def close(self) -> None:
        """Close the client, and the loop."""
        self.run(self.client.close())
        if self._runner:
            self._runner.run(asyncio.sleep(0.01))  # aborted connections release their socket at the loop's next turn
            self._runner.close()

    def call(self, fixture: Fixture, arguments: dict[str, Any]) -> tuple[Any, Any]:
        """The result of the typed call, and its `APIResponse` if this caller sends raw."""
        client = self.client.with_options(api_key=api_key(fixture))
        keywords = python_arguments(arguments)
        if self.sends_raw:
            raw = self.run(client.send_raw(build(fixture.operation, keywords)))
            return raw.value, raw
        method = attrgetter(method_name(fixture.operation))(client)
        if lacks_arguments(fixture.operation, keywords):
            with pytest.raises(TypeError, match="missing"):
                self.run(method(**keywords))
            return self.run(client.send(build(fixture.operation, keywords))), None
        return self.run(method(**keywords)), None

    def method(self, name: str) -> Any:
        """A method of the client by its dotted name, which waits for its result."""
        bound = attrgetter(name)(self.client)
        return lambda *args, **kwargs: self.run(bound(*args, **kwargs))

    def request(self, fixture: Fixture, **options: Any) -> Any:
        """The result of the untyped call."""
        client = self.client.with_options(api_key=api_key(fixture))
        return self.run(client.request(fixture.request.method, fixture.request.target, **options))

    def take(self, stream: Any, into: list[Any], how: Callable[[Any], Any] = iter) -> None:
        """Append the items of a stream to a list, which keeps them when the stream breaks."""
        if self._runner is None:
            for item in how(stream):
                into.append(item)
            return

        async def collect() -> None:
            async for item in stream if how is iter else how(stream):
                into.append(item)

        self.run(collect())

    def run(self, result: Any) -> Any:
        """The result, awaited if it is a coroutine."""
        if self._runner is not None and isinstance(result, Coroutine):
            return self._runner.run(result)
        return result
