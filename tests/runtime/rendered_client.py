"""Clients of the documents in tests/cases/rendered, and servers that answer them in one piece."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.runtime.fake_transport import FakeAsyncResponse, FakeResponse

ROOT = Path(__file__).parents[2]
CASES, RUNTIME = ROOT / "tests" / "cases" / "rendered", ROOT / "generator" / "runtime"
Answer = tuple[int, str, bytes]


def package(case: str, folder: Path) -> Iterator[Any]:
    """The package that is expected of a case, over the runtime, imported under a name of its own."""
    name = f"rendered_{case}"
    shutil.copytree(CASES / case / "expected", folder / name)
    (folder / name / "runtime").symlink_to(RUNTIME)
    sys.path.insert(0, str(folder))
    yield importlib.import_module(name)
    sys.path.remove(str(folder))
    for module in [module for module in sys.modules if module.partition(".")[0] == name]:
        del sys.modules[module]


class Server:
    """Answers one after the other as it was told, and remembers what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.requests: list[Any] = []

    def send(self, request: Any) -> Any:
        self.requests.append(request)
        return self.answer()

    def answer(self) -> FakeResponse:
        status, kind, raw = self.answers.pop(0)
        return FakeResponse(status, [("Content-Type", kind), ("Content-Length", str(len(raw)))], [raw])

    def close(self) -> None: ...


class AsyncServer(Server):
    async def send(self, request: Any) -> Any:
        self.requests.append(request)
        return FakeAsyncResponse(self.answer())

    async def close(self) -> None: ...


def json(raw: bytes, status: int = 200) -> Answer:
    return status, "application/json", raw


def run(module: Any, name: str, use: Callable[[Any], Any], *answers: Answer) -> list[tuple[Any, Server]]:
    """Return each client's result for the same responses, with the requests that the server received."""
    plain, other = Server(*answers), AsyncServer(*answers)
    with getattr(module, name)(api_key="k-123456", transport=plain) as client:
        given = use(client)

    async def asynchronous() -> Any:
        async with getattr(module, f"Async{name}")(api_key="k-123456", transport=other) as client:
            made = use(client)
            return await made if inspect.isawaitable(made) else made

    return [(given, plain), (asyncio.run(asynchronous()), other)]
