"""Generate a client, compile it, and let it make the nine calls against the mock server."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.mock_server import MockServer

from .calls import UPLOAD, accept_fault, expected, judge

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
BUILD = ROOT / "build" / "interop"
DOCUMENTS = ROOT / "spec" / "published"
_LONGEST_STEP = 1800
_EXCERPT = 300
_PLACE = re.compile(r"\.(?:ts|go|java|py)[:(\[]+\d+")


def generators() -> list[dict[str, Any]]:
    """The generators to try, as they are described."""
    described = yaml.safe_load((HERE / "generators.yaml").read_text(encoding="utf-8"))
    return [{**described["defaults"], **one} for one in described["generators"]]


def lock_file(name: str) -> Path:
    """A file that pins versions: of this project, or of interop/generators."""
    return ROOT / name if name.startswith("requirements/") else HERE / "generators" / name


def run(generator: Mapping[str, Any]) -> dict[str, Any]:
    """The outcome of one generator, as data."""
    outcome = {name: generator[name] for name in ("name", "language", "version", "document")}
    missing = [tool for tool in generator["needs"] if shutil.which(tool) is None]
    if missing:
        return {**outcome, "skipped": f"not installed here: {', '.join(missing)}"}
    here = _copied(generator["folder"])
    _copied("openapi-generator")
    if (fault := _set_up(generator, here)) is not None:
        return {**outcome, "skipped": f"its packages cannot be installed: {fault}"}
    for step in ("generate", "compile"):
        done = _step(generator, step, here)
        outcome[f"{step}d"] = done.returncode == 0
        if done.returncode:
            return {**outcome, "failure": f"{step}: {_first_error(done)}"}
    faults, by_hand = called(_command(generator, "call", here), here)
    first = next((f"{call}: {fault}" for call, fault in faults.items() if fault), None)
    outcome |= {"calls": [name for name, fault in faults.items() if not fault], "by_hand": by_hand}
    return outcome if first is None else {**outcome, "failure": first[:_EXCERPT]}


def _copied(folder: str) -> Path:
    """A folder of interop/generators in the build directory, with what was built there before."""
    return Path(shutil.copytree(HERE / "generators" / folder, BUILD / folder, dirs_exist_ok=True))


def _set_up(generator: Mapping[str, Any], here: Path) -> str | None:
    """Install what the lock of a folder names, unless it is there already. Returns what went wrong."""
    if "setup" not in generator:
        return None
    digest = hashlib.sha256(lock_file(generator["installs"]).read_bytes()).hexdigest()
    mark = here / ".set-up"
    if mark.is_file() and mark.read_text() == digest:
        return None
    done = _step(generator, "setup", here)
    if done.returncode:
        return _first_error(done)
    mark.write_text(digest)
    return None


def _step(generator: Mapping[str, Any], step: str, here: Path) -> subprocess.CompletedProcess[str]:
    return _shell(_command(generator, step, here), here)


def _command(generator: Mapping[str, Any], step: str, here: Path) -> str:
    document = DOCUMENTS / generator["document"]
    names = {"document": str(document), "build": str(BUILD), "here": str(here), "root": str(ROOT)}
    command: str = generator[step].format(**names, maven=generator["maven"].format(**names))
    return command


def _shell(command: str, here: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    # Nothing here may take the machine from whoever works on it.
    return subprocess.run(
        ["nice", "bash", "-c", command],
        cwd=here,
        env={**os.environ, "NO_COLOR": "1", **environment},
        capture_output=True,
        text=True,
        timeout=_LONGEST_STEP,
        check=False,
    )


def called(command: str, here: Path) -> tuple[dict[str, str], list[str]]:
    """Run a program that makes the nine calls against the mock server. Returns what `judge` says."""
    with MockServer(ROOT / "tests" / "fixtures") as server:
        wanted = expected(server.url)
        done = _shell(command, here, BASE_URL=server.url, API_KEY="sk-KEY", UPLOAD=str(UPLOAD))
        accept = accept_fault(server.requests)
    faults, by_hand = judge(done.stdout, wanted)
    faults["stability"] = faults["stability"] or accept
    return faults, by_hand


def _first_error(done: subprocess.CompletedProcess[str]) -> str:
    """The first line that tells of an error, without the paths of this machine."""
    text = (
        f"{done.stdout}\n{done.stderr}".replace(f"{BUILD}/", "").replace(f"{ROOT}/", "").replace(str(Path.home()), "~")
    )
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    placed = [line for line in lines if _PLACE.search(line)]
    telling = placed or [line for line in lines if "error" in line.lower()] or lines or ["no output"]
    return telling[0][:_EXCERPT]
