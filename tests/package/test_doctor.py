"""`python -m ezlink`: what it is set to, one call, and what is wrong in plain words. Never the key."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import ezlink
from generator.mock_server import MockServer
from generator.mock_server.replay.fixtures import load
from tests.generator.rendered_cases import CASES, rendered, write

ROOT = Path(__file__).resolve().parents[2]
KEY = "sk-KEY"


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[MockServer]:
    with MockServer(fixtures) as running:
        yield running


def run(*arguments: str, key: str | None = KEY, url: str | None = None, **more: str) -> tuple[int, str, str]:
    """Its exit code, and what it writes to stdout and stderr."""
    usual = {name: text for name, text in os.environ.items() if "proxy" not in name.lower()}
    own = {"EZLINK_API_KEY": key, "EZLINK_BASE_URL": url, "PYTHONPATH": str(ROOT / "generated")}
    done = subprocess.run(
        [sys.executable, "-m", "ezlink", *arguments],
        env={**usual, **{name: text for name, text in own.items() if text is not None}, **more},
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def test_all_is_well(gateway: MockServer) -> None:
    code, said, errors = run(url=gateway.url)
    assert (code, errors) == (0, "")
    first, transports, address, key, call = said.splitlines()
    assert first.startswith(f"ezlink       {ezlink.__version__} (Python 3.")
    assert transports.startswith("transports   urllib3 2.")
    assert "aiohttp 3." in transports
    assert address == f"base URL     {gateway.url} (from EZLINK_BASE_URL)"
    assert key == "key          set (from EZLINK_API_KEY)"
    assert call.startswith("models.list  answered in ")
    assert KEY not in said


def test_no_key(gateway: MockServer) -> None:
    asked = len(gateway.requests)
    code, said, errors = run(key=None, url=gateway.url)
    assert (code, errors) == (1, "")
    assert "key          not set (EZLINK_API_KEY is empty)" in said
    assert said.endswith("no API key: pass api_key=... to EZLink(), or set EZLINK_API_KEY\n")
    assert len(gateway.requests) == asked


def test_the_usual_address_is_shown() -> None:
    code, said, _ = run(key=None)
    assert code == 1
    assert "base URL     https://api.ezlinkai.com\n" in said


@pytest.mark.parametrize(
    ("fixture", "words"),
    [
        ("listModels/wrong-key", "rejects this key"),
        ("listModels/key-banned", "but not for this call"),
        ("createStableImageUltra/upstream-429", "too many requests: wait"),
        ("createChatCompletion/upstream-500", "but failed. try again later"),
        ("retrieveModel/unknown", "is the base URL right?"),
        ("createFile/first-upload", "a server answers, but it is not this API"),
    ],
)
def test_a_failure_is_told_in_plain_words(fixture: str, words: str, gateway: MockServer, fixtures: Path) -> None:
    gateway.play(load(fixtures / f"{fixture}.json"))
    code, said, errors = run(url=gateway.url, HTTP_PROXY="http://127.0.0.1:9", NO_PROXY="127.0.0.1")
    assert (code, errors) == (1, "")
    assert "proxy" not in said  # it answered: no proxy was in the way
    assert words.lower() in said.lower()
    assert "models.list  failed" in said


def test_nobody_there() -> None:
    code, said, _ = run(url="http://127.0.0.1:9")
    assert code == 1
    assert "The service cannot be reached: is the base URL right, and is there a network?\n" in said
    assert "outcome not_sent" in said


def test_a_proxy_is_named_as_what_may_fail() -> None:
    code, said, _ = run(url="http://example.invalid", HTTP_PROXY="http://user:secret@127.0.0.1:9")
    assert code == 1
    assert "A proxy is set by HTTP_PROXY: it may be what fails." in said
    assert "secret" not in said


@pytest.mark.parametrize("url", ["http://user:secret@127.0.0.1:9/x", "user:secret@host", "ftp://user:secret@host"])
def test_an_address_with_a_password_shows_none(url: str) -> None:
    code, said, errors = run(url=url)
    assert (code, errors) == (1, "")
    assert "EZLINK_BASE_URL" in said
    assert "secret" not in said


def test_a_key_with_a_line_break_is_not_shown() -> None:
    code, said, errors = run(key="sk-SECRET\n")
    assert (code, errors) == (1, "")
    assert "EZLINK_API_KEY contains a line break" in said
    assert "SECRET" not in said


def test_it_names_the_commands() -> None:
    code, said, errors = run("now")
    assert (code, said) == (2, "")
    assert errors.startswith("usage: python -m ezlink [COMMAND ...]\n")
    code, said, errors = run("--help")
    assert (code, errors) == (0, "")
    assert said.startswith("usage: python -m ezlink [COMMAND ...]\n")


def test_an_api_without_a_call_to_try_is_shown_only(tmp_path: Path) -> None:
    write(rendered(CASES / "rendered" / "smallest"), tmp_path / "smallest")
    done = subprocess.run(
        [sys.executable, "-m", "smallest"],
        env={
            **os.environ,
            "WEATHER_API_KEY": "sk-1",
            "WEATHER_BASE_URL": "http://127.0.0.1:9",
            "PYTHONPATH": str(tmp_path),
        },
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split("  ")[0] for line in done.stdout.splitlines()] == ["weather", "transports", "base URL", "key"]
