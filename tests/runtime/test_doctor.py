"""`python -m ezlink`: what it is set to, one call, and what is wrong in plain words. Never the key."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import ezlink
from ezlink.runtime.client import doctor
from generator.mock_server import MockServer
from generator.mock_server.replay.fixtures import load
from tests.runtime.rendered_client import package

KEY = "sk-KEY"


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[MockServer]:
    with MockServer(fixtures) as running:
        yield running


def main(package: Any) -> None:
    """Do what `python -m` of a package does."""
    file = Path(package.__file__).with_name("__main__.py")
    exec(compile(file.read_text("utf-8"), file, "exec"), {"__name__": "__main__", "__package__": package.__name__})


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run it in this process. Returns its exit code, and what it writes to stdout and stderr."""
    for name in os.environ:
        if "proxy" in name.lower() or name.startswith("EZLINK_"):
            monkeypatch.delenv(name)

    def run(*arguments: str, key: str | None = KEY, url: str | None = None, **more: str) -> tuple[int, str, str]:
        own = {"EZLINK_API_KEY": key, "EZLINK_BASE_URL": url, **more}
        for name, text in own.items():
            if text is not None:
                monkeypatch.setenv(name, text)
        monkeypatch.setattr(sys, "argv", ["ezlink", *arguments])
        with pytest.raises(SystemExit) as ended:
            main(ezlink)
        return int(str(ended.value.code)), *capsys.readouterr()

    return run


def test_all_is_well(gateway: MockServer, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "perf_counter", iter([5.5, 5.75]).__next__)
    code, said, errors = run(url=gateway.url)
    assert (code, errors) == (0, "")
    first, transports, address, key, call = said.splitlines()
    assert first.startswith(f"ezlink       {ezlink.__version__} (Python 3.")
    assert transports.startswith("transports   urllib3 2.")
    assert "aiohttp 3." in transports
    assert address == f"base URL     {gateway.url} (from EZLINK_BASE_URL)"
    assert key == "key          set (from EZLINK_API_KEY)"
    assert re.fullmatch(r"models\.list  answered in 250 ms: ModelList, [1-9]\d* bytes", call)
    assert KEY not in said


def test_no_key(gateway: MockServer, run: Run) -> None:
    asked = len(gateway.requests)
    code, said, errors = run(key=None, url=gateway.url)
    assert (code, errors) == (1, "")
    assert "key          not set (EZLINK_API_KEY is empty)" in said
    assert said.endswith("no API key: pass api_key=... to EZLink(), or set EZLINK_API_KEY\n")
    assert len(gateway.requests) == asked


def test_the_usual_address_is_shown(run: Run) -> None:
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
def test_a_failure_is_told_in_plain_words(
    fixture: str, words: str, gateway: MockServer, fixtures: Path, run: Run
) -> None:
    gateway.play(load(fixtures / f"{fixture}.json"))
    code, said, errors = run(url=gateway.url, HTTP_PROXY="http://127.0.0.1:9", NO_PROXY="127.0.0.1")
    assert (code, errors) == (1, "")
    assert "proxy" not in said  # it answered: no proxy was in the way
    assert words.lower() in said.lower()
    assert "models.list  failed" in said


def test_nobody_there(run: Run) -> None:
    code, said, _ = run(url="http://127.0.0.1:9")
    assert code == 1
    assert "The service cannot be reached: is the base URL right, and is there a network?\n" in said
    assert "outcome not_sent" in said


def test_a_proxy_is_named_as_what_may_fail(run: Run) -> None:
    code, said, _ = run(url="http://example.invalid", HTTP_PROXY="http://user:secret@127.0.0.1:9")
    assert code == 1
    assert "A proxy is set by HTTP_PROXY: it may be what fails." in said
    assert "secret" not in said


@pytest.mark.parametrize("url", ["http://user:secret@127.0.0.1:9/x", "user:secret@host", "ftp://user:secret@host"])
def test_an_address_with_a_password_shows_none(url: str, run: Run) -> None:
    code, said, errors = run(url=url)
    assert (code, errors) == (1, "")
    assert "EZLINK_BASE_URL" in said
    assert "secret" not in said


def test_a_key_with_a_line_break_is_not_shown(run: Run) -> None:
    code, said, errors = run(key="sk-SECRET\n")
    assert (code, errors) == (1, "")
    assert "EZLINK_API_KEY contains a line break" in said
    assert "SECRET" not in said


def test_it_names_the_commands(run: Run) -> None:
    code, said, errors = run("now")
    assert (code, said) == (2, "")
    assert errors.startswith("usage: python -m ezlink [COMMAND ...]\n")
    code, said, errors = run("--help")
    assert (code, errors) == (0, "")
    assert said.startswith("usage: python -m ezlink [COMMAND ...]\n")


def test_an_api_without_a_call_to_try_is_shown_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WEATHER_API_KEY", "sk-1")
    monkeypatch.setenv("WEATHER_BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setattr(sys, "argv", ["weather"])
    for smallest in package("smallest", tmp_path):
        with pytest.raises(SystemExit) as ended:
            main(smallest)
        assert ended.value.code == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in shown] == ["weather", "transports", "base URL", "key"]
