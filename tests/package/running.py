"""Examples as a reader runs them: in a directory with files to send, against the embedded gateway, in a hurry."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "tests" / "fixtures" / "sources"
POLLS = 3

HURRIED = Path(__file__).parent / "hurried"


def directory(path: Path) -> Path:
    """A directory with the files that examples send."""
    for source in SOURCES.iterdir():
        shutil.copy(source, path)
    return path


def run(script: Path, url: str, where: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in that directory. Every warning is an error."""
    own = {
        "EZLINK_API_KEY": "sk-KEY",
        "EZLINK_BASE_URL": url,
        "NO_PROXY": "127.0.0.1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": os.pathsep.join(map(str, (HURRIED, ROOT / "generated"))),
        "PYTHONWARNINGS": "error",
        "no_proxy": "127.0.0.1",
    }
    return subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, **own},
        cwd=where,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
