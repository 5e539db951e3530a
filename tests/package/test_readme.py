"""The READMEs quote the examples word for word, and the examples run and print what the READMEs say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.gateway import Gateway

ROOT = Path(__file__).resolve().parents[2]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.py"))

# What each example prints against the embedded gateway, as a pattern of its whole output.
PRINTS = {
    "chat": r"Hello! How can I help you today\?\n",
    "stream": r"Hello! How can I help you today\?\nstop\n",
    "tools": r"Hello! How can I help you today\?\n",
    "embeddings": r"0 \[-0\.078125, -0\.0625, -0\.046875\]\n1 .*\n2 .*\n",
    "models": r"192 models\nopenai\n",
    "moderation": r"True True 0\.9971\n",
    "errors": r"model_not_found \| The model 'no-such-model' does not exist\nnot_sent\n",
    "asynchronous": r"(Hello! How can I help you today\?\n){4}",
    "calls": r"Call\(POST /v1/chat/completions, 66 bytes of application/json\)\n200 2026\d+ .*/json\nHello! .*\n",
    "extras": r"\{\}\n2026\d+\ngpt-4o\n",
    "demo": r"(?s).*NotFoundError.*model_not_found.*",
}


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[Gateway]:
    with Gateway(fixtures) as running:
        yield running


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs(example: Path, gateway: Gateway) -> None:
    own = {"EZLINK_API_KEY": "sk-KEY", "EZLINK_BASE_URL": gateway.url, "PYTHONPATH": str(ROOT / "generated")}
    done = subprocess.run(
        [sys.executable, str(example)],
        env={**os.environ, **own, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    assert re.fullmatch(PRINTS[example.stem], done.stdout), done.stdout


def quoted(readme: Path) -> dict[str, str]:
    """Every block that a README quotes from a file: `<!-- examples/chat.py -->` and the fenced block below it."""
    found = re.findall(r"<!-- (\S+) -->\n```\w*\n(.*?)```", readme.read_text("utf-8"), re.DOTALL)
    return dict(found)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_a_readme_quotes_the_examples(readme: Path) -> None:
    blocks = quoted(readme)
    assert set(blocks) == {f"examples/{path.name}" for path in EXAMPLES if path.stem != "demo"}
    for name, text in blocks.items():
        assert text == (ROOT / name).read_text("utf-8"), f"{readme.name} quotes {name} otherwise than it is"


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_python_block_is_an_example(readme: Path) -> None:
    text = readme.read_text("utf-8")
    assert text.count("```python") == len(quoted(readme))


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_verb_of_the_makefile_is_explained(readme: Path) -> None:
    verbs = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    missing = [verb for verb in verbs if verb not in {"help"} and f"`make {verb}`" not in readme.read_text("utf-8")]
    assert not missing
