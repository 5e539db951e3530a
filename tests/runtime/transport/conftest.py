"""Runs each test once for each transport."""

from __future__ import annotations

from typing import Any

import pytest
import trio

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


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
