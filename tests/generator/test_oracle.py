"""The oracle of bench/ against our own client: what it sends and reads is right, and what is wrong is seen."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

import ezlink.runtime.encoding.multipart as multipart
import ezlink.runtime.operation.call as call
from bench.oracle import Oracle

ROOT = Path(__file__).parents[2]


def judged() -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return Oracle(ROOT / "spec" / "openapi.yaml", ROOT / "generated" / "ezlink").run()


def test_every_request_is_valid_and_every_response_is_read() -> None:
    found = judged()
    assert found["wrong"] == []
    assert found["skipped"] == []
    assert found["called"] == found["requests"] == found["operations"] >= 50
    assert found["responses"] == found["read"] >= 30


def test_a_wrong_form_or_path_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multipart, "encode_text", lambda name, value: f"{value}?")
    monkeypatch.setattr(call, "encode_path_param", lambda name, value: f"{value}-")
    wrong = "\n".join(judged()["wrong"])
    assert "createTranscription: the part 'model' is [b'" in wrong
    assert "retrieveModel: GET /v1/models/text- instead of GET /v1/models/text" in wrong


def test_a_wrong_request_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    encode = call.encode_json
    monkeypatch.setattr(call, "encode_json", lambda value: encode({**value, "model": 1} if "model" in value else value))
    assert "createModeration: the body is not valid: model: 1 is not" in "\n".join(judged()["wrong"])
