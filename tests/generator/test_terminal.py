"""The command line in a terminal, in a pipe, and where little of Unicode can be shown."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from .test_cli import ROOT, python


def test_a_terminal_is_shown_progress_and_a_pipe_is_not(tmp_path: Path) -> None:
    command = ["-m", "generator", "check", "--out", str(tmp_path / "none")]
    piped = python(*command)
    assert piped.returncode == 1
    assert "\x1b" not in piped.stdout + piped.stderr
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    with subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, stdout=follower, stderr=follower, env=environment
    ) as process:
        os.close(follower)
        shown = b""
        while chunk := _read(leader):
            shown += chunk
    os.close(leader)
    assert process.returncode == 1
    assert b"check: render" in shown
    assert b"\x1b[" in shown
    assert len(re.findall(rb"problems? found", shown)) == 1


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # the other end is closed
        return b""


def test_text_that_the_terminal_cannot_show_does_not_end_the_run(tmp_path: Path) -> None:
    spec = tmp_path / "规范.yaml"
    spec.write_text("openapi: 3.1.0\ninfo: {title: 标题, version: 1}\npaths: []\n", encoding="utf-8")
    told = python("-m", "generator", "check", "--spec", spec, PYTHONIOENCODING="ascii")
    assert told.returncode == 1
    assert "[] is not of type object" in told.stderr
    assert "Traceback" not in told.stderr


def test_help_loads_nothing_heavy() -> None:
    heavy = {"yaml", "jinja2", "jsonschema", "pydantic"}
    code = f"import sys, generator.cli; print(sorted({heavy} & set(sys.modules)))"
    assert python("-c", code).stdout.strip() == "[]"
