"""What is on the shelf: readable, whole, without secrets, and something of everything."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.gateway import BrokenFixture, Fixture, load, load_all

FIXTURES = Path(__file__).parents[1] / "fixtures"
FILES = sorted(FIXTURES.glob("*/*.json"))
OPERATIONS = {
    "createChatCompletion": "/v1/chat/completions",
    "createCompletion": "/v1/completions",
    "createEmbedding": "/v1/embeddings",
    "createModeration": "/v1/moderations",
    "listModels": "/v1/models",
    "retrieveModel": "/v1/models/{model}",
}
KEYS = {"KEY", "WRONG-KEY", "SPENT-KEY", "BANNED-KEY", "DISABLED-KEY", "POOR-KEY", "proj-not-a-key", "midjourney-proxy"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_bytes_fit_their_hash_and_the_name_fits_the_content(path: Path) -> None:
    recorded = json.loads(path.read_text(encoding="utf-8"))
    fixture = load(path)
    for body, said in ((fixture.request.body, recorded["request"]), (fixture.answer.body, recorded["response"])):
        assert len(body) == said["body"]["bytes"]
        assert hashlib.sha256(body).hexdigest() == said["body"].get("sha256", hashlib.sha256(b"").hexdigest())
    assert fixture.name == f"{path.parent.name}/{path.stem}"
    length = dict(fixture.answer.headers).get("Content-Length")
    assert (length is not None) == (fixture.answer.framing == "length")
    assert length is None or int(length) == len(fixture.answer.body)


@pytest.mark.parametrize("fixture", load_all(FIXTURES), ids=lambda fixture: fixture.name)
def test_arguments_say_the_request(fixture: Fixture) -> None:
    if fixture.arguments is None:
        return
    arguments: dict[str, Any] = dict(fixture.arguments)
    extra = arguments.pop("extra_headers", {})
    assert set(extra.items()) <= set(fixture.request.headers)
    if fixture.request.method == "GET":
        assert arguments.keys() <= {"model"}
        return
    arguments.update(arguments.pop("extra_body", {}))
    body = json.loads(fixture.request.body)
    assert json.dumps(arguments, sort_keys=True) == json.dumps(body, sort_keys=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_nobody_can_be_harmed_by_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"sk-(?!proj-not-a-key)[A-Za-z0-9_-]{16,}|AKIA[A-Z0-9]{16}|eyJ[A-Za-z0-9_-]{20,}", text)
    assert not re.search(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", text)
    assert not re.search(r"\b(?!127\.0\.0\.1)\d{1,3}(?:\.\d{1,3}){3}\b", text)
    assert not re.search(r"set-cookie", text, re.IGNORECASE)
    for name, value in json.loads(text)["request"]["headers"]:
        if name.lower() in ("authorization", "mj-api-secret"):
            assert re.sub(r"^[Bb]earer |sk-", "", value) in KEYS
        if name.lower() == "host":
            assert value == "GATEWAY"


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_has_success_and_failure(operation: str) -> None:
    own = [f for f in load_all(FIXTURES) if f.operation == operation and f.arguments is not None]
    won = [f for f in own if f.answer.status == 200 and b'"error"' not in f.answer.body]
    assert won
    assert [f for f in own if f.answer.status >= 400]
    pattern = re.escape(OPERATIONS[operation]).replace(r"\{model\}", "[^/]+")
    assert all(re.fullmatch(pattern, fixture.request.target) for fixture in own)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ({"response": {"body": {"bytes": 3, "json": {}, "json_form": "compact"}}}, "3 were recorded"),
        ({"response": {"body": {"bytes": 2, "sha256": "00", "text": "{}"}}}, "sha256"),
        ({"response": {"body": {"bytes": 2, "json": {}, "json_form": "odd"}}}, "json_form 'odd'"),
        ({"era": "oct"}, "'oct'"),
    ],
)
def test_a_broken_one_is_named(tmp_path: Path, damage: dict[str, Any], said: str) -> None:
    recorded = json.loads((FIXTURES / "createEmbedding" / "minimal.json").read_text(encoding="utf-8"))
    for key, value in damage.items():
        recorded[key] = {**recorded[key], **value} if isinstance(value, dict) else value
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(recorded), encoding="utf-8")
    with pytest.raises(BrokenFixture, match=re.escape(said)) as raised:
        load(path)
    assert str(path) in str(raised.value)


def test_an_empty_shelf_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenFixture, match="no fixture is in there"):
        load_all(tmp_path)
