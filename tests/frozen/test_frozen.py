"""A program with a vendored client, frozen by PyInstaller: `make frozen-test`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from generator.mock_server import MockServer

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / "build" / "frozen-env" / "bin" / "python"
PROGRAM = """
import asyncio
import sys

from shop._ezlink import AsyncEZLink, EZLink


async def later() -> str:
    async with AsyncEZLink(api_key="sk-KEY", base_url=sys.argv[1]) as client:
        return type(await client.models.list()).__name__


with EZLink(api_key="sk-KEY", base_url=sys.argv[1]) as client:
    print(type(client.models.list()).__name__, asyncio.run(later()))
"""


@pytest.mark.parametrize("part", [(), ("--only", "models")], ids=["whole", "models"])
def test_a_frozen_program_makes_calls(part: tuple[str, ...], tmp_path: Path, fixtures: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "__init__.py").touch()
    (tmp_path / "program.py").write_text(PROGRAM)

    def run(*command: str, **environment: str) -> str:
        settings = os.environ | environment
        done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    vendor = ("-m", "ezlink", "vendor", "shop/_ezlink", "--any-tree", *part)
    run(str(PYTHON), *vendor, PYTHONPATH=str(ROOT / "generated"))
    # What a program imports when it is first used cannot be seen by PyInstaller: it is told to take all of the copy.
    collect = ("--collect-submodules", "shop._ezlink")
    run(str(PYTHON), "-m", "PyInstaller", "--onedir", "--log-level", "ERROR", *collect, "program.py")
    with MockServer(fixtures) as gateway:
        assert run(str(tmp_path / "dist" / "program" / "program"), gateway.url) == "ModelList ModelList\n"
