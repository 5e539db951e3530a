"""The wheel holds the client only, installs into an empty environment, and works there."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from generator.gateway import Gateway

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements" / "client.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    (built,) = out.glob("*.whl")
    return built


def test_holds_the_client_only(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    package = {name for name in names if name.startswith("ezlink/")}
    assert {"ezlink/__init__.py", "ezlink/client.py", "ezlink/py.typed", "ezlink/MANIFEST.json"} <= package
    assert {name.split("/")[0].split("-")[0] for name in set(names) - package} == {"ezlink"}  # its own metadata


def test_works_in_an_empty_environment(wheel: Path, tmp_path: Path, fixtures: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--require-hashes", "--requirement", str(REQUIREMENTS)], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    with Gateway(fixtures) as gateway:
        done = subprocess.run(
            [str(python), "-I", str(ROOT / "examples" / "chat.py")],
            env={"PATH": "", "EZLINK_API_KEY": "sk-KEY", "EZLINK_BASE_URL": gateway.url},
            cwd=tmp_path,
            capture_output=True,
            text=True,
        )
    assert done.stderr == ""
    assert done.stdout == "Hello! How can I help you today?\n"
