"""Runs each test once for each transport."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import trio

from tests.runtime.transport.raw_server import Serve, serving
from tests.runtime.transport.transports import TRANSPORTS, TransportCase

# httpx2 leaves generators of its own half read under trio when a body is left; trio remarks on it.
_SAID = ("ignore:Async generator:ResourceWarning", "ignore:.*async_generator:pytest.PytestWarning")
_TRIO = pytest.mark.filterwarnings(*_SAID)


def _param(case: TransportCase) -> Any:
    return pytest.param(case, id=case.name, marks=[_TRIO] if case.loop is trio.run else [])


@pytest.fixture(params=[_param(case) for case in TRANSPORTS])
def case(request: pytest.FixtureRequest) -> TransportCase:
    chosen: TransportCase = request.param
    return chosen


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start servers that end with the test."""
    with ExitStack() as stack:
        yield lambda script, tls=False: stack.enter_context(serving(script, tls))


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
