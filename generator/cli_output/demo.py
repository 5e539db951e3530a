"""Run the demo script in a process of its own, as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .console import Failure

KEY, BASE_URL = "EZLINK_API_KEY", "EZLINK_BASE_URL"
PACKAGES = Path("generated")

_POLLS = 4  # polls until a task is done: enough to see the progress bar move
_RECORDED = """
These were recorded responses from the mock server; picture and voice are placeholders.
`make demo DEMO=live` with your key in EZLINK_API_KEY makes real ones, for a few cents.
`make serve` runs the mock server for your own programs."""


def against_mock_server(script: Path, fixtures: Path) -> int:
    """Run the script against the mock server at the recorded pace. Returns its exit code."""
    if not fixtures.is_dir():
        raise Failure(f"{fixtures} is not a directory of fixtures", "run it from the project's directory", code=2)
    from ..mock_server import BrokenFixture, MockServer

    try:
        with MockServer(fixtures, speed=1.0, polls=_POLLS) as gateway:
            # A proxy from the environment could not reach this machine.
            settings = {KEY: "sk-KEY", BASE_URL: gateway.url, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
            if (code := _run(script, settings)) == 0:
                print(_RECORDED)
            return code
    except BrokenFixture as error:
        what, _, hint = str(error).rpartition("; ")
        raise Failure(what, hint) from error


def against_service(script: Path) -> int:
    """Run the script against the real service. Returns its exit code."""
    if not os.environ.get(KEY):
        raise Failure(f"--live needs a key in {KEY}", f"set {KEY}=sk-..., or omit --live", code=2)
    return _run(script, {})


def _run(script: Path, settings: dict[str, str]) -> int:
    for path, hint in ((script, "run it from the project's directory"), (PACKAGES, "run `make generate` first")):
        if not path.exists():
            raise Failure(f"{path} is missing", hint, code=2)
    found = os.pathsep.join(filter(None, (str(PACKAGES), os.environ.get("PYTHONPATH", ""))))
    sys.stdout.flush()
    try:
        return subprocess.call([sys.executable, str(script)], env={**os.environ, **settings, "PYTHONPATH": found})
    except KeyboardInterrupt:
        return 130
