"""The page on public APIs: its commands run as they are written, in an empty directory, and print what it says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "apis"
PAGE = {language: (ROOT / "docs" / language / "public-apis.md").read_text("utf-8") for language in ("en", "zh")}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
SECTIONS = dict(zip(("museum", "together"), PAGE["en"].split("\n## ")[1:], strict=True))


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """The generator as a command, and Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, words in (("ezlink-generator", [sys.executable, "-m", "generator"]), ("python", [sys.executable])):
        variable = f"PYTHONPATH={shlex.quote(str(ROOT))} " if name != "python" else ""
        (folder / name).write_text(f'#!/bin/sh\n{variable}exec {shlex.join(words)} "$@"\n')
        (folder / name).chmod(0o755)
    return folder


def run(command: str, where: Path, programs: Path) -> str:
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, shell=True, cwd=where, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.mark.parametrize("name", SECTIONS)
def test_the_commands_of_a_section_do_what_it_says(name: str, tmp_path: Path, programs: Path) -> None:
    where = tmp_path / "empty"
    where.mkdir()
    shutil.copy(EXAMPLES / f"{name}.yaml", where)
    ran = 0
    for language, text in BLOCK.findall(SECTIONS[name]):
        if language == "yaml":
            (where / "spec" / "generator.yaml").write_text(text, "utf-8")
        elif language == "python":
            (where / "program.py").write_text(text, "utf-8")
        else:
            for command, output in re.findall(r"^\$ (.+)\n((?:[^$].*\n)*)", text, re.MULTILINE):
                if command.startswith("cd "):
                    where /= command.removeprefix("cd ")
                    continue
                printed = run(command, where, programs)
                assert not output or printed == output
                ran += 1
    assert ran == 3


def test_both_languages_show_the_same() -> None:
    assert BLOCK.findall(PAGE["en"]) == BLOCK.findall(PAGE["zh"])
