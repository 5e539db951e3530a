"""A mock server, a directory of fixtures that may be overwritten, and runs of the recorder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.cli_output.console import Console, Failure
from generator.mock_server import Fixture, MockServer
from generator.mock_server.replay.fixtures import Chunk, Response
from generator.recorder import RecordOptions, record

FIXTURES = Path(__file__).parents[1] / "fixtures"
Run = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def gateway() -> Iterator[MockServer]:
    with MockServer(FIXTURES) as server:
        yield server


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A copy of some fixtures."""
    for operation in ("createEmbedding", "createModeration", "listModels"):
        shutil.copytree(FIXTURES / operation, tmp_path / operation)
    return tmp_path


@pytest.fixture
def run(gateway: MockServer, directory: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """One run of the recorder; returns its summary. `only` is one name or several."""

    def run(*only: str, server: MockServer = gateway, key: str = "sk-KEY", **options: Any) -> dict[str, Any]:
        monkeypatch.setenv("EZLINK_API_KEY", key)
        console = Console("record", machine=True)
        try:
            record(RecordOptions(server.url, directory, only, read_timeout=5.0)._replace(**options), console)
        except Failure as error:
            console.summary["failure"] = error.what
        return console.summary

    return run


def changed(fixture: Fixture, **changes: Any) -> Fixture:
    """The fixture with some fields of its response changed."""
    return replace(fixture, response=replace(fixture.response, **changes))


def timeless(response: Response) -> Response:
    """The response without its times."""
    return replace(response, chunks=tuple(Chunk(0, chunk.data) for chunk in response.chunks), head_ms=0, total_ms=0)
