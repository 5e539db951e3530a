"""The samples of the reference: those in Python run against the mock server, the others can at least be parsed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.mock_server import MockServer

from .test_documents import PUBLISHED, ROOT

SOURCES = ROOT / "tests/fixtures/sources"
NOT_SERVED = {"createImageEdit", "createImageVariation", "controlImageStyle", "submitMidjourneySimpleChange"}


def samples() -> dict[str, dict[str, str]]:
    """The samples in the page, by operation and language."""
    text = (PUBLISHED / "index.html").read_text(encoding="utf-8")
    found = re.search(r"^const spec = (.*);$", text, re.MULTILINE)
    assert found
    paths = json.loads(found[1])["paths"].values()
    operations: list[dict[str, Any]] = [one for item in paths for one in item.values()]
    return {one["operationId"]: {each["lang"]: each["source"] for each in one["x-codeSamples"]} for one in operations}


SAMPLES = samples()


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[MockServer]:
    with MockServer(fixtures) as running:
        yield running


@pytest.mark.parametrize("operation", SAMPLES)
def test_a_sample_in_python_runs(
    operation: str, gateway: MockServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EZLINK_API_KEY", "sk-KEY")
    monkeypatch.setenv("EZLINK_BASE_URL", gateway.url)
    for source in SOURCES.iterdir():
        shutil.copy(source, tmp_path)
    monkeypatch.chdir(tmp_path)
    source = SAMPLES[operation]["Python"].replace("task.wait()", "task")  # the mock server lets tasks take their time
    if operation in NOT_SERVED:
        compile(source, operation, "exec")
    else:
        exec(source, {})


@pytest.mark.skipif(not shutil.which("curl"), reason="no curl")
@pytest.mark.parametrize("operation", SAMPLES)
def test_a_sample_for_curl_is_answered_as_recorded(operation: str, gateway: MockServer, tmp_path: Path) -> None:
    for source in SOURCES.iterdir():
        shutil.copy(source, tmp_path)
    command = SAMPLES[operation]["curl"].replace("https://api.ezlinkai.com", gateway.url)
    command = command.replace("curl ", "curl --silent --show-error --output answer --write-out '%{http_code}' ", 1)
    environment = {"EZLINK_API_KEY": "sk-KEY", "PATH": "/usr/bin:/bin", "NO_PROXY": "*"}
    command = re.sub(r" \\\n +-o \S+", "", command)
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert (done.stdout[:1] == "2") != (operation in NOT_SERVED), done.stdout + (tmp_path / "answer").read_text(
        "latin-1"
    )


@pytest.mark.skipif(not shutil.which("gofmt"), reason="no Go")
def test_the_samples_in_go_are_formatted(tmp_path: Path) -> None:
    for operation, sample in SAMPLES.items():
        (tmp_path / f"{operation}.go").write_text(sample["Go"], encoding="utf-8")
    done = subprocess.run(["gofmt", "-l", "."], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""
