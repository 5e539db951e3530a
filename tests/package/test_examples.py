"""Every example runs against the mock server, prints what is expected and leaves nothing in the checkout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.mock_server import MockServer
from generator.mock_server.replay.fixtures import load

from .running import POLLS, ROOT, SOURCES, run

EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.py") if path.stem not in ("workdir", "dask_batch"))
SENT = {path.name for path in SOURCES.iterdir()}
WORKDIR = "ezlink-examples"


class Expected(NamedTuple):
    """Patterns of what an example writes to stdout and stderr, and the files that it saves."""

    stdout: str
    saved: tuple[str, ...] = ()
    stderr: str = ""


_BAR = r"task \d+ 0% running\ntask \d+ 66% IN_PROGRESS\ntask \d+ 100% SUCCESS\n"
EXPECTED = {
    "asynchronous": Expected(r"(Hello! How can I help you today\?\n){4}"),
    "authentication": Expected(r"EZLink\(base_url='http://127\.0\.0\.1:\d+'\)\ngpt-4o\n"),
    "batch": Expected(
        r"2 succeeded, 0 failed, 0 may have been paid for\n2 lines\n", ("results.jsonl", "results.jsonl.journal")
    ),
    "calls": Expected(
        r"Call\(POST /v1/chat/completions, 66 bytes of application/json\)\n200 2026\d+ .*/json\nHello! .*\n"
    ),
    "chat": Expected(r"Hello! How can I help you today\?\n"),
    "demo": Expected(
        r"(?s).*NotFoundError.*model_not_found.*",
        ("build/demo/grid.png", "build/demo/lighthouse.png", "build/demo/voice.mp3"),
        _BAR * 2,
    ),
    "embeddings": Expected(r"0 \[-0\.078125, -0\.0625, -0\.046875\]\n1 .*\n2 .*\n"),
    "errors": Expected(r"model_not_found \| The model 'no-such-model' does not exist\nnot_sent\ngpt-4o\n2 True None\n"),
    "extras": Expected(r"\{\}\n2026\d+\n"),
    "files": Expected(r"notes\.txt 46 bytes\n"),
    "first_request": Expected(r"Hello! How can I help you today\? stop\n19 \+ 10 = 29\n"),
    "flux": Expected(r"saved as lighthouse\.webp\n", ("lighthouse.webp",)),
    "hooks": Expected(r"models\.retrieve 200 attempt 1 True\nembeddings\.create 200 attempt 1 True\n"),
    "image_edit": Expected(r"not served: 503\n"),
    "image_to_video": Expected(r"saved as frame\.mp4 video/mp4\n", ("frame.mp4",)),
    "images": Expected(r"saved as lighthouse-0\.png\n381 bytes\n", ("lighthouse-0.png",)),
    "midjourney": Expected(r"saved as grid\.png\nsaved as lighthouse\.png\n", ("grid.png", "lighthouse.png"), _BAR * 2),
    "models": Expected(r"192 models\nopenai\n"),
    "moderation": Expected(r"True True 0\.9971\n"),
    "opentelemetry_spans": Expected(r'chat gpt-4o UNSET \{"gen_ai\.operation\.name": "chat", .*output_tokens": 10\}\n'),
    "parsed": Expected(r"City\(city='Paris', population=2102650, landmarks=\['Eiffel Tower', 'Louvre'\]\)\n"),
    "parsed_tools": Expected(r"Paris\n"),
    "penalties": Expected(r"Hello! How can I help you today\?\n"),
    "request": Expected(r"openai\nopenai\n501 rejected\n"),
    "resume": Expected(r"not done yet: (IN_PROGRESS)?\n(running [\d.]+\n)*succeeded 100\.0\n"),
    "speech": Expected(r"saved as fox\.mp3\n2502 bytes of audio/mpeg\n", ("fox.mp3",)),
    "stability": Expected(
        r"saved as lighthouse\.webp\nsaved as lighthouse\.png SUCCESS \d+\n", ("lighthouse.png", "lighthouse.webp")
    ),
    "troubleshooting": Expected(
        r"base_url: .* ends with the path of an endpoint, /v1/chat/completions: .*\n"
        r"\{'url': 'data:image/png;base64,iVBOR.*\n"
    ),
    "security": Expected(r"executed \| the response is larger than 100 bytes\n"),
    "settings": Expected(r"gpt-4o\n"),
    "stream": Expected(r"Hello! How can I help you today\?\nstop\n"),
    "stream_chunks": Expected(r"Hello! How can I help you today\?\n28 tokens\n"),
    "stream_events": Expected(r"\{\"city\": \"Paris\".*\}\n City\(city='Paris'\)\nstop\n"),
    "testing": Expected(r"RateLimitError rejected\nAPITimeoutError unknown\n/v1/embeddings \{.*\}\n"),
    "tools": Expected(r"It is 11 °C in Paris at the moment\.\n"),
    "transcription": Expected(
        r"The quick .* dog\.\n3\.3 seconds of english\n1\n00:00:00,000 --> 00:00:03,300\nThe quick .* dog\.\n"
    ),
    "video": Expected(r"success\nsaved as piano\.mp4\n", ("piano.mp4",)),
}


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[MockServer]:
    with MockServer(fixtures, polls=POLLS) as running:
        yield running


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs(example: Path, gateway: MockServer, tmp_path: Path) -> None:
    expected = EXPECTED[example.stem]
    checkout, temporary = tmp_path / "checkout", tmp_path / "temporary"
    checkout.mkdir()
    temporary.mkdir()
    done = run(example, gateway.url, checkout, temporary)
    assert re.fullmatch(expected.stderr, done.stderr), done.stderr
    first, _, rest = done.stdout.partition("\n")
    printed = rest if first == f"in {temporary / WORKDIR}" else done.stdout
    assert re.fullmatch(expected.stdout, printed), done.stdout
    assert files(checkout) | files(temporary / WORKDIR) - SENT == set(expected.saved)
    assert {path.name for path in temporary.iterdir()} <= {WORKDIR}


def files(directory: Path) -> set[str]:
    return {path.relative_to(directory).as_posix() for path in directory.rglob("*") if path.is_file()}


def test_a_file_that_was_not_stored_is_an_error(fixtures: Path, gateway: MockServer, tmp_path: Path) -> None:
    gateway.play(load(fixtures / "createFile" / "first-upload.json"))
    done = run(ROOT / "examples" / "files.py", gateway.url, tmp_path, tmp_path)
    assert (done.stderr, done.returncode) == ("", 0)
    assert "The gateway kept nothing." in done.stdout


def test_the_demo_tells_where_it_cannot_save(gateway: MockServer, tmp_path: Path) -> None:
    (tmp_path / "build").write_text("no directory")
    done = run(ROOT / "examples" / "demo.py", gateway.url, tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{Path('build', 'demo')}: ")
    assert done.stderr.endswith("\n   hint: the demo saves its files in build/demo\n")
