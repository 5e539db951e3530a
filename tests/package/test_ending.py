"""A program ends without a word of ours, whatever it leaves open, and whoever still holds what."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.mock_server import MockServer

ROOT = Path(__file__).resolve().parents[2]

LEFT = {
    "nothing read": 'left = client.audio.speech.create(model="tts-1", voice="alloy", input="x")',
    "all read": 'left = client.audio.speech.create(model="tts-1", voice="alloy", input="x"); left.bytes()',
    "a stream": 'left = client.chat.completions.create(model="gpt-4o", messages=HELLO, stream=True); list(left)',
    "half a stream": 'left = client.chat.completions.create(model="gpt-4o", messages=HELLO, stream=True); next(left)',
    "a task": 'left = client.midjourney.imagine(prompt="x")',
}


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[MockServer]:
    with MockServer(fixtures) as running:
        yield running


HELD = "import json; json.held = lambda: client"


# A function of the program's that another module holds keeps all of the program's names alive, past the end of ours.
@pytest.mark.parametrize(
    ("left", "held"), [*((left, "") for left in LEFT), *((left, HELD) for left in LEFT if left != "nothing read")]
)
@pytest.mark.parametrize("transport", ["urllib3", "httpx2"])
def test_it_ends_quietly(transport: str, left: str, held: str, gateway: MockServer) -> None:
    program = f"""
from ezlink import EZLink
HELLO = [{{"role": "user", "content": "Hello!"}}]
client = EZLink("sk-KEY", base_url={gateway.url!r}, transport={transport!r})
{LEFT[left]}
{held}
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT / "generated")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
