"""`python -m generator fixture`: what it writes, and what it refuses with nothing written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from generator.cli import app
from generator.mock_server import load
from generator.spec import read

ROOT = Path(__file__).parents[2]
DOCUMENT = read(ROOT / "spec" / "openapi.yaml")
SAID = '{"input": "one", "model": "m"}'
GIVEN = (
    '{"data": [{"index": 0, "embedding": [1.0], "object": "embedding"}], "model": "m", "object": "list",'
    ' "usage": {"prompt_tokens": 1, "total_tokens": 1}}'
)
CHAT = '{"model": "m", "messages": [{"role": "user", "content": "Hi"}], "stream": true}'


@pytest.fixture
def fixtures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("generator.spec.read", lambda path: DOCUMENT)  # read once, not in each test
    (tmp_path / "sources").mkdir()
    shutil.copy(ROOT / "tests" / "fixtures" / "sources" / "picture.png", tmp_path / "sources")
    return tmp_path


def write(fixtures: Path, *command: str) -> Result:
    return CliRunner().invoke(app, ["fixture", *command, "--fixtures", str(fixtures)])


def written(fixtures: Path, *command: str) -> dict[str, Any]:
    result = write(fixtures, *command)
    assert result.exit_code == 0, result.stderr
    path = fixtures / f"{command[0]}.json"
    load(path)  # its bytes fit their lengths and hashes
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_the_request_is_the_client_s_and_the_response_as_given(fixtures: Path) -> None:
    made = written(fixtures, "createEmbedding/x", "--arguments", SAID, "--response", GIVEN, "--about", "why")
    assert made["request"]["body"]["json"] == json.loads(SAID)
    assert ["Authorization", "Bearer sk-KEY"] in made["request"]["headers"]
    assert made["response"]["body"]["json"] == json.loads(GIVEN)
    assert (made["arguments"], made["about"], made["response"]["status"]) == (json.loads(SAID), "why", 200)


def test_a_stream_is_sent_event_by_event(fixtures: Path, tmp_path: Path) -> None:
    events = tmp_path / "events.txt"
    events.write_text('data: {"choices": []}\r\n\r\ndata: [DONE]\r\n\r\n')
    made = written(fixtures, "createChatCompletion/x", "--arguments", CHAT, "--response", f"@{events}")
    assert [chunk["text"] for chunk in made["response"]["body"]["chunks"]] == [
        'data: {"choices": []}\n\n',
        "data: [DONE]\n\n",
    ]


def test_files_are_named_as_sources(fixtures: Path) -> None:
    said = '{"file": {"source": "picture.png"}, "purpose": "fine-tune"}'
    refused = '{"error": {"message": "no", "type": "api_error", "param": "", "code": "x"}}'
    made = written(fixtures, "createFile/x", "--arguments", said, "--response", refused, "--status", "403")
    parts = {part["name"]: part for part in made["request"]["body"]["parts"]}
    assert parts["file"]["source"] == "picture.png"
    assert parts["purpose"]["text"] == "fine-tune"


EXAMPLES: list[tuple[str, str, dict[str, Any], str]] = [
    ("createStableImageCore", "", {}, "image/png"),
    ("createStableImageCore", "application/json", {"accept": "application/json"}, "application/json"),
    ("createChatCompletion", "text/event-stream", {"stream": True}, "text/event-stream"),
    ("createTranscription", "text/plain", {"response_format": "text"}, "text/plain; charset=utf-8"),
    ("createSpeech", "", {}, "audio/mpeg"),
]


@pytest.mark.parametrize(("operation", "wanted", "asks", "comes"), EXAMPLES)
def test_an_example_of_each_media_type(
    fixtures: Path, operation: str, wanted: str, asks: dict[str, Any], comes: str
) -> None:
    made = written(fixtures, f"{operation}/x", "--example", "--content-type", wanted)
    assert made["arguments"].items() >= asks.items()
    assert "accept" in asks or "accept" not in made["arguments"]
    assert dict(made["response"]["headers"])["Content-Type"] == comes


def test_the_response_of_another_fixture(fixtures: Path) -> None:
    refused = json.loads((ROOT / "tests/fixtures/createEmbedding/no-key.json").read_text(encoding="utf-8"))
    (fixtures / "createEmbedding").mkdir()
    shutil.copy(ROOT / "tests/fixtures/createEmbedding/no-key.json", fixtures / "createEmbedding")
    command = ("--arguments", SAID, "--like", "createEmbedding/no-key", "--key", "none")
    made = written(fixtures, "createEmbedding/x", *command)
    assert made["arguments"] is None
    assert made["response"] == refused["response"]
    assert not [name for name, _ in made["request"]["headers"] if name == "Authorization"]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["createEmbeddin/x"], "did you mean createEmbedding?"),
        (["createEmbedding"], "for example createEmbedding/minimal"),
        (["createEmbedding/../x"], "does not name a case"),
        (["createEmbedding/x", "--arguments", "{"], "--arguments is not JSON"),
        (["createEmbedding/x", "--arguments", "[]"], "--arguments is not a JSON object"),
        (["createEmbedding/x", "--arguments", "@none.json"], "--arguments @none.json: No such file"),
        (["createEmbedding/x", "--arguments", '{"input": "one"}'], "'model'"),
        (["createEmbedding/x", "--arguments", SAID], "--response is missing\n   hint: for example --response '{"),
        (["createEmbedding/x", "--arguments", SAID, "--response", '{"data": 3}'], "/data: 3 is not of type 'array'"),
        (["createEmbedding/x", "--arguments", SAID, "--like", "createEmbedding/none"], "there is no "),
        (["createEmbedding/x", "--arguments", SAID, "--response", GIVEN, "--key", "gold"], "--key gold is unknown"),
        (["createEmbedding/x", "--arguments", SAID, "--response", GIVEN, "--out", "none"], "run `make generate` first"),
        (
            ["getImageToVideoResult/x", "--arguments", '{"id": "1"}', "--response", "{}", "--status", "299"],
            "status 299",
        ),
        (
            ["createFile/x", "--arguments", '{"file": {"source": "none.txt"}}', "--response", "{}"],
            "none.txt is missing",
        ),
    ],
)
def test_what_is_refused_writes_nothing(fixtures: Path, command: list[str], message: str) -> None:
    result = write(fixtures, *command)
    assert result.exit_code in (1, 2)
    assert message in result.stderr
    assert not list(fixtures.glob("*/*.json"))


def test_a_fixture_is_replaced_by_force_only(fixtures: Path) -> None:
    command = ("createEmbedding/x", "--arguments", SAID, "--response", GIVEN)
    written(fixtures, *command)
    assert "replace it with --force" in write(fixtures, *command).stderr
    written(fixtures, *command, "--force")
