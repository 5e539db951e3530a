"""The wheel holds the client only, installs into an empty environment, and works there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from generator.mock_server import MockServer

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements" / "client.txt"
WAITS_WITH_A_BAR = """
import ezlink
task = ezlink.EZLink().midjourney.imagine(prompt="A lighthouse in the fog")
try:
    task.wait(on_progress=ezlink.progress_bar, interval=1)
except ezlink.ConfigurationError as error:
    print(error, *error.__notes__, sep="\\n")
"""


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
    assert any(name.endswith("/extra_metadata/COMMIT") for name in names) == (ROOT / ".git").exists()
    assert {name.split("/")[0].split("-")[0] for name in set(names) - package} == {"ezlink"}  # its own metadata


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Python in an environment that holds the wheel and what it needs, and nothing else."""
    where = tmp_path_factory.mktemp("installed") / "env"
    venv.create(where, with_pip=True)
    python = where / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--require-hashes", "--requirement", str(REQUIREMENTS)], check=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True)
    return python


def run(python: Path, where: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), "-I", *arguments],
        env={"PATH": "", "EZLINK_API_KEY": "sk-KEY", **environment},
        cwd=where,
        capture_output=True,
        text=True,
    )


def test_works_in_an_empty_environment(python: Path, tmp_path: Path, fixtures: Path) -> None:
    with MockServer(fixtures) as gateway:
        done = run(python, tmp_path, str(ROOT / "examples" / "chat.py"), EZLINK_BASE_URL=gateway.url)
        about = run(python, tmp_path, "-m", "ezlink", EZLINK_BASE_URL=gateway.url)
    assert (done.stdout, done.stderr) == ("Hello! How can I help you today?\n", "")
    assert (about.returncode, about.stderr) == (0, "")
    assert "httpx2 is not installed" in about.stdout
    assert "models.list  answered in " in about.stdout


def test_without_the_extra_a_bar_says_what_it_needs(python: Path, wheel: Path, tmp_path: Path, fixtures: Path) -> None:
    with MockServer(fixtures, polls=1) as gateway:
        done = run(python, tmp_path, "-c", WAITS_WITH_A_BAR, EZLINK_BASE_URL=gateway.url)
    assert done.stderr == ""
    first, second = done.stdout.splitlines()
    assert first == "a progress bar needs rich: pip install rich"
    assert re.fullmatch(r"task '\d+' keeps running on the server: resume it by this id", second)
    about = next(name for name in zipfile.ZipFile(wheel).namelist() if name.endswith("/METADATA"))
    text = zipfile.ZipFile(wheel).read(about).decode()
    assert "Provides-Extra: progress" in text
    assert "Requires-Dist: rich>=13; extra == 'progress'" in text


def test_links_of_the_readme_work_on_a_package_index(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = [name for name in archive.namelist() if name.endswith("/METADATA")]
    text = archive.read(name).decode()
    assert "Why not `openai` with another `base_url`?" in text
    assert re.findall(r"\]\((?!https://)[^)]*\)", text) == []
