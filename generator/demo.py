"""The demonstration: the client in a process of its own, against the embedded gateway or the real service."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

KEY = "EZLINK_API_KEY"
URL = "EZLINK_BASE_URL"


def against_recordings(script: Path, package: Path, fixtures: Path) -> int:
    """Run the script against the embedded gateway, in the recorded rhythm. Returns its exit code."""
    from .gateway import Gateway

    with Gateway(fixtures, speed=1.0) as gateway:
        return _run(script, package, {KEY: "KEY", URL: gateway.url})


def live(script: Path, package: Path) -> int:
    """Run the script against the service that the environment names. Returns its exit code."""
    return _run(script, package, {})


def _run(script: Path, package: Path, settings: dict[str, str]) -> int:
    # The package need not be installed: its folder is enough.
    path = os.pathsep.join(filter(None, [str(package.parent.resolve()), os.environ.get("PYTHONPATH")]))
    return subprocess.run([sys.executable, str(script)], env={**os.environ, "PYTHONPATH": path, **settings}).returncode
