"""Run examples as a reader does, against the mock server, with the waits of tasks shortened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "tests" / "fixtures" / "sources"
POLLS = 3

HURRIED = Path(__file__).parent / "hurried"


def run(script: Path, url: str, where: Path, temporary: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a script in a directory, with another one for temporary files. Every warning is an error."""
    own = {
        "EZLINK_API_KEY": "sk-KEY",
        "EZLINK_BASE_URL": url,
        "NO_PROXY": "127.0.0.1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": os.pathsep.join(map(str, (HURRIED, ROOT / "generated"))),
        "PYTHONWARNINGS": "error",
        "no_proxy": "127.0.0.1",
    }
    if temporary is not None:
        own |= dict.fromkeys(("TEMP", "TMP", "TMPDIR"), str(temporary))
    return subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, **own},
        cwd=where,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
