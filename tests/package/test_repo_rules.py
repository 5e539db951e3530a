"""Rules of the house that a look at the files can hold up."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from bench.__main__ import CONTENDERS, FIGURES

ROOT = Path(__file__).resolve().parents[2]
VENDORS = re.compile(
    r"ezlink|openai|anthropic|midjourney|stability|mistral|deepseek|azure|gateway"
    r"|flux|whisper|dall-e|kling|minimax|zhipu|runway|luma|kontext",
    re.IGNORECASE,
)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name]


@pytest.mark.parametrize("room", ["generator/runtime", "generator/render/templates"])
def test_the_runtime_and_the_templates_name_no_vendor(room: str) -> None:
    files = [path for path in (ROOT / room).rglob("*") if path.suffix in {".py", ".jinja", ".jinja2"}]
    assert files
    named = [f"{path.relative_to(ROOT)}: {found[0]}" for path in files if (found := VENDORS.search(path.read_text()))]
    assert not named


def test_the_runtime_is_copied_byte_for_byte() -> None:
    source, copy = ROOT / "generator" / "runtime", ROOT / "generated" / "ezlink" / "runtime"
    names = {path.relative_to(source) for path in source.rglob("*.py")}
    assert names == {path.relative_to(copy) for path in copy.rglob("*.py")}
    assert [name for name in names if (source / name).read_bytes() != (copy / name).read_bytes()] == []


def test_one_room_touches_the_http_libraries() -> None:
    imports = re.compile(r"^\s*(?:from|import) (?:urllib3|aiohttp|httpx2)\b", re.MULTILINE)
    runtime = ROOT / "generator" / "runtime"
    found = {path.relative_to(runtime).parts[0] for path in runtime.rglob("*.py") if imports.search(path.read_text())}
    assert found == {"transport"}


def test_locks_hold_hashes_and_no_address() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "index-url" not in text


def test_no_key_stands_in_a_tracked_file() -> None:
    key = re.compile(r"sk-(?!proj-)[A-Za-z0-9]{24,}")
    assert [path for path in tracked() if path.is_file() and key.search(path.read_text("utf-8", "ignore"))] == []


@pytest.mark.parametrize("contender", CONTENDERS)
def test_a_contender_of_the_bench_has_every_figure(contender: str) -> None:
    functions = set(re.findall(r"^def (\w+)\(", (ROOT / "bench" / f"{contender}.py").read_text("utf-8"), re.MULTILINE))
    asked = {figure for figure, spec in FIGURES.items() if contender != "limit" or not spec.paired}
    assert {figure.partition("/")[0] for figure in asked} <= functions


def test_a_variable_that_make_help_names_is_used() -> None:
    rules = re.findall(r"^[a-z-]+:.*## (.*)\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = [(name, recipe) for text, recipe in rules for name in re.findall(r"\b([A-Z]{2,})=", text)]
    assert len(named) > 5
    assert [name for name, recipe in named if f"$({name})" not in recipe and f"$({name}," not in recipe] == []
