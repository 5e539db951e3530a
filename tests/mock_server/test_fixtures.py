"""The fixtures: readable, as long as they say, and without secrets."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.mock_server import BrokenFixture, load, load_all

FIXTURES = Path(__file__).parents[1] / "fixtures"
OPERATIONS = sorted({path.parent.name for path in FIXTURES.glob("*/*.json")})
KEYS = {"KEY", "ORDINARY-KEY", "WRONG-KEY", "SPENT-KEY", "BANNED-KEY", "DISABLED-KEY", "POOR-KEY"}
KEYS |= {"proj-not-a-key", "midjourney-proxy"}


def each_file(check: Callable[[Path], None]) -> Callable[[str], None]:
    """One test for all files of an operation, which names each that does not hold: there are too many for one each."""

    def test(operation: str) -> None:
        broken: list[str] = []
        for path in sorted((FIXTURES / operation).glob("*.json")):
            try:
                check(path)
            except Exception as error:
                broken.append(f"{path.stem}: {type(error).__name__}: {str(error)[:500]}")
        assert not broken, "\n".join(broken)

    test.__name__ = check.__name__
    return pytest.mark.parametrize("operation", OPERATIONS)(test)


@each_file
def test_bytes_fit_their_hash_and_the_name_fits_the_content(path: Path) -> None:
    recorded = json.loads(path.read_text(encoding="utf-8"))
    fixture = load(path)
    for body, said in ((fixture.request.body, recorded["request"]), (fixture.response.body, recorded["response"])):
        assert len(body) == said["body"]["bytes"]
        assert hashlib.sha256(body).hexdigest() == said["body"].get("sha256", hashlib.sha256(b"").hexdigest())
    assert fixture.name == f"{path.parent.name}/{path.stem}"
    length = dict(fixture.response.headers).get("Content-Length")
    assert (length is not None) == (fixture.response.framing == "length")
    assert length is None or int(length) == len(fixture.response.body) or fixture.response.ended == "cut"


def plain(node: dict[str, Any]) -> dict[str, Any]:
    """Base64 read: what it hides is searched, and its own letters mean nothing."""
    if "base64" in node and node.keys() & {"bytes", "ms"}:
        node["base64"] = base64.b64decode(node["base64"]).decode("latin-1")
    return node


@each_file
def test_there_are_no_secrets(path: Path) -> None:
    recorded = json.loads(path.read_text(encoding="utf-8"), object_hook=plain)
    text = json.dumps(recorded, ensure_ascii=False).replace("help@ezlinkai.com", "")  # printed for everybody
    assert not re.search(r"sk-(?!proj-not-a-key)[A-Za-z0-9_-]{16,}|AKIA[A-Z0-9]{16}|eyJ[A-Za-z0-9_-]{20,}", text)
    assert not re.search(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", text)
    assert not re.search(r"\b(?!127\.0\.0\.1)\d{1,3}(?:\.\d{1,3}){3}\b", text)
    assert not re.search(r"set-cookie", text, re.IGNORECASE)
    for name, value in recorded["request"]["headers"]:
        if name.lower() in ("authorization", "mj-api-secret"):
            assert re.sub(r"^[Bb]earer |sk-", "", value) in KEYS
        if name.lower() == "host":
            assert value == "GATEWAY"


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ({"response": {"body": {"bytes": 3, "json": {}, "json_form": "compact"}}}, "3 were recorded"),
        ({"response": {"body": {"bytes": 2, "sha256": "00", "text": "{}"}}}, "sha256"),
        ({"response": {"body": {"bytes": 2, "json": {}, "json_form": "odd"}}}, "json_form 'odd'"),
        ({"era": "oct"}, "'oct'"),
    ],
)
def test_a_broken_fixture_is_named(tmp_path: Path, damage: dict[str, Any], said: str) -> None:
    recorded = json.loads((FIXTURES / "createEmbedding" / "minimal.json").read_text(encoding="utf-8"))
    for key, value in damage.items():
        recorded[key] = {**recorded[key], **value} if isinstance(value, dict) else value
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(recorded), encoding="utf-8")
    with pytest.raises(BrokenFixture, match=re.escape(said)) as raised:
        load(path)
    assert str(path) in str(raised.value)


def test_an_empty_directory_is_reported(tmp_path: Path) -> None:
    with pytest.raises(BrokenFixture, match="no fixture is in there"):
        load_all(tmp_path)
