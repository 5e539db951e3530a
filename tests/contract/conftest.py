"""One mock server and one client of each kind for all exchanges: connections are kept, as in real use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.mock_server import MockServer

from .callers import KINDS, Caller
from .exchange import Outcome, play
from .recorded import FIXTURES


@pytest.fixture(scope="package")
def server() -> Iterator[MockServer]:
    with MockServer(FIXTURES) as server:
        yield server


@pytest.fixture(scope="package", params=KINDS)
def caller(server: MockServer, request: pytest.FixtureRequest) -> Iterator[Caller]:
    caller = Caller(request.param, server.url)
    yield caller
    caller.close()


@pytest.fixture(scope="package")
def outcomes(server: MockServer, caller: Caller, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """The outcome of every recorded exchange, by the fixture's name."""
    return {fixture.name: play(server, caller, fixture, tmp_path_factory.mktemp("files")) for fixture in FIXTURES}
