"""One gateway and one client of each kind for all exchanges: connections are kept, as in real use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.mock_server import MockServer

from .callers import KINDS, Caller
from .recorded import FIXTURES


@pytest.fixture(scope="package")
def gateway() -> Iterator[MockServer]:
    with MockServer(FIXTURES) as gateway:
        yield gateway


@pytest.fixture(scope="package", params=KINDS)
def caller(gateway: MockServer, request: pytest.FixtureRequest) -> Iterator[Caller]:
    caller = Caller(request.param, gateway.url)
    yield caller
    caller.close()
