"""Errors under HTTP 200 whose message is null, a list or an object, or that stand in a list: never results."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ezlink import APIStatusError, UnreadableAnswer
from generator.mock_server import MockServer

from .callers import Caller
from .document import operations, recorded_operations
from .exchange import play
from .recorded import is_stream, is_typed, of

ERRORS: list[tuple[Any, str]] = [
    ({"error": {"message": None, "type": "overloaded", "code": 529}}, "gave no reason: "),
    ({"error": {"message": ["too long", "too loud"], "code": 400}}, "too long; too loud"),
    ({"error": [{"message": "too long", "code": 400}, "too loud"]}, "too long; too loud"),
    ({"errors": [{"message": "too long"}], "success": False}, "too long"),
    ([{"error": {"message": "too long", "code": 400}}], "too long"),
]
OPERATIONS = [name for name in recorded_operations() if "x-not-served" not in operations()[name].node]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_error_of_any_form_is_an_error(server: MockServer, caller: Caller, tmp_path: Path, operation: str) -> None:
    fixture = next(one for one in of(operation) if is_typed(one) and one.era == "nov" and not is_stream(one))
    for body, said in ERRORS:
        response = replace(fixture.response.with_body(msgspec.json.encode(body)), status=200, reason="")
        outcome = play(server, caller, replace(fixture, response=response), tmp_path)
        assert isinstance(outcome.error, APIStatusError), f"{body} became {outcome.error or outcome.value!r}"
        assert said in outcome.error.message
        assert outcome.left_files == []


@pytest.mark.parametrize("body", [{"choices": "x"}, {"choices": {"index": 0}}, {"id": "1", "choices": 5}])
def test_a_proof_field_has_its_kind(server: MockServer, caller: Caller, tmp_path: Path, body: Any) -> None:
    fixture = next(one for one in of("createChatCompletion") if one.case == "minimal" and one.era == "nov")
    response = fixture.response.with_body(msgspec.json.encode(body))
    outcome = play(server, caller, replace(fixture, response=response), tmp_path)
    assert isinstance(outcome.error, UnreadableAnswer)
    assert outcome.error.outcome == "executed"
