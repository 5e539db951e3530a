"""The READMEs quote the examples word for word, and the examples run and print what the READMEs say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.mock_server import MockServer
from generator.mock_server.replay.fixtures import load

from .running import POLLS, ROOT, SOURCES, directory, run

READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.py"))


class Expected(NamedTuple):
    """What an example does: a pattern of all that it prints, the files that it leaves, a pattern of its stderr."""

    prints: str
    leaves: tuple[str, ...] = ()
    says: str = ""


_BAR = r"task \d+ 0% running\ntask \d+ 66% IN_PROGRESS\ntask \d+ 100% SUCCESS\n"
EXPECTED = {
    "asynchronous": Expected(r"(Hello! How can I help you today\?\n){4}"),
    "authentication": Expected(r"EZLink\(base_url='http://127\.0\.0\.1:\d+'\)\ngpt-4o\n"),
    "calls": Expected(
        r"Call\(POST /v1/chat/completions, 66 bytes of application/json\)\n200 2026\d+ .*/json\nHello! .*\n"
    ),
    "chat": Expected(r"Hello! How can I help you today\?\n"),
    "demo": Expected(
        r"(?s).*NotFoundError.*model_not_found.*",
        ("build/demo/grid.png", "build/demo/lighthouse.png", "build/demo/voice.mp3"),
        _BAR * 2,
    ),
    "embeddings": Expected(r"0 \[-0\.078125, -0\.0625, -0\.046875\]\n1 .*\n2 .*\n"),
    "errors": Expected(r"model_not_found \| The model 'no-such-model' does not exist\nnot_sent\n"),
    "extras": Expected(r"\{\}\n2026\d+\n"),
    "files": Expected(r"notes\.txt 46 bytes\n"),
    "first_request": Expected(r"Hello! How can I help you today\? stop\n19 \+ 10 = 29\n"),
    "flux": Expected(r"saved as lighthouse\.webp\n", ("lighthouse.webp",)),
    "image_edit": Expected(r"not served: 503\n"),
    "image_to_video": Expected(r"saved as frame\.mp4 video/mp4\n", ("frame.mp4",)),
    "images": Expected(r"saved as lighthouse-0\.png\n381 bytes\n", ("lighthouse-0.png",)),
    "midjourney": Expected(r"saved as grid\.png\nsaved as lighthouse\.png\n", ("grid.png", "lighthouse.png"), _BAR * 2),
    "models": Expected(r"192 models\nopenai\n"),
    "moderation": Expected(r"True True 0\.9971\n"),
    "penalties": Expected(r"Hello! How can I help you today\?\n"),
    "request": Expected(r"openai\nopenai\n501 rejected\n"),
    "resume": Expected(r"not done yet: (IN_PROGRESS)?\n(running [\d.]+\n)*succeeded 100\.0\n"),
    "speech": Expected(r"saved as fox\.mp3\n2502 bytes of audio/mpeg\n", ("fox.mp3",)),
    "stability": Expected(
        r"saved as lighthouse\.webp\nsaved as lighthouse\.png SUCCESS \d+\n", ("lighthouse.png", "lighthouse.webp")
    ),
    "stream": Expected(r"Hello! How can I help you today\?\nstop\n"),
    "tools": Expected(r"Hello! How can I help you today\?\n"),
    "transcription": Expected(
        r"The quick .* dog\.\n3\.3 seconds of english\n1\n00:00:00,000 --> 00:00:03,300\nThe quick .* dog\.\n"
    ),
    "video": Expected(r"success\nsaved as piano\.mp4\n", ("piano.mp4",)),
}


@pytest.fixture(scope="module")
def gateway(fixtures: Path) -> Iterator[MockServer]:
    with MockServer(fixtures, polls=POLLS) as running:
        yield running


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs(example: Path, gateway: MockServer, tmp_path: Path) -> None:
    expected = EXPECTED[example.stem]
    done = run(example, gateway.url, directory(tmp_path))
    assert re.fullmatch(expected.says, done.stderr), done.stderr
    assert re.fullmatch(expected.prints, done.stdout), done.stdout
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert files - {path.name for path in SOURCES.iterdir()} == set(expected.leaves)


def test_an_upload_that_was_not_kept_is_told(fixtures: Path, gateway: MockServer, tmp_path: Path) -> None:
    gateway.play(load(fixtures / "createFile" / "first-upload.json"))
    done = run(ROOT / "examples" / "files.py", gateway.url, directory(tmp_path))
    assert (done.stderr, done.returncode) == ("", 0)
    assert "The gateway kept nothing." in done.stdout


def test_the_demo_tells_where_it_cannot_save(gateway: MockServer, tmp_path: Path) -> None:
    (tmp_path / "build").write_text("no directory")
    done = run(ROOT / "examples" / "demo.py", gateway.url, tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{Path('build', 'demo')}: ")
    assert done.stderr.endswith("\n   hint: the demo saves its files in build/demo\n")


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


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(readme: Path) -> None:
    text = readme.read_text("utf-8")
    titles = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE), re.MULTILINE)
    anchors = {"#" + re.sub(r"[^\w\- ]", "", title).replace(" ", "-").lower() for title in titles}
    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert link in anchors or (ROOT / link).is_file(), link
