"""The decisions of decisions.yaml, which no recording proves, against the spec."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.spec.operations import Operation
from tests.contract.document import error_catalog

DECIDED: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "decisions.yaml").read_text(encoding="utf-8"))
TASKS = [(name, task["x-task"]) for task in DECIDED["tasks"] for name in task["operations"]]


@pytest.mark.parametrize(("operation", "task"), TASKS)
def test_a_task_is_followed_as_decided(operations: dict[str, Operation], operation: str, task: dict[str, Any]) -> None:
    described = dict(operations[operation].node["x-task"])
    fetched = operations[described.pop("fetch")["operation"]]
    described.pop("waits_for", None)
    assert described == task
    assert fetched.node["x-retry"] == "safe"


@pytest.mark.parametrize("outcome", DECIDED["codes"])
def test_a_code_has_the_outcome_that_was_decided(outcome: str) -> None:
    codes = error_catalog().codes
    assert [code for code in DECIDED["codes"][outcome].split() if codes[code].outcome != outcome] == []


def test_every_code_has_the_status_that_was_decided() -> None:
    statuses = {code: status for status, codes in DECIDED["statuses"].items() for code in codes.split()}
    codes = error_catalog().codes
    assert {code: known.status for code, known in codes.items() if known.status is not None} == statuses
    assert [code for code, known in codes.items() if known.temporary] == DECIDED["temporary"].split()


def test_the_words_of_work_that_was_not_recorded() -> None:
    said: dict[str, dict[str, Any]] = {}
    for shape in error_catalog().shapes:
        for pointer, kind in shape.where.items():
            if isinstance(kind, dict) and "starts" in kind:
                said.setdefault(shape.name, {})[pointer] = kind["starts"]
    assert said == DECIDED["not_recorded"]


def test_what_an_empty_response_means(operations: dict[str, Operation]) -> None:
    found = {name: one.node.get("x-errors", {}).get("empty") for name, one in operations.items()}
    meant = {name: " ".join(text.split()) for name, text in found.items() if text}
    assert meant == {name: text.strip() for name, text in DECIDED["empty"].items()}


@pytest.mark.parametrize("place", DECIDED["open_words"])
def test_where_vendors_have_words_of_their_own_any_word_is_valid(schemas: dict[str, Any], place: str) -> None:
    """Other generators take a list of values for all that there are, and refuse the rest."""
    name, _, field = place.partition(".")
    schema = schemas[name]["properties"][field] if field else schemas[name]
    assert Draft202012Validator({**schema, "components": {"schemas": schemas}}).is_valid("a word of a vendor's own")


@pytest.mark.parametrize(("place", "accepted"), DECIDED["accepted_values"].items())
def test_values_that_no_recording_shows_are_valid(schemas: dict[str, Any], place: str, accepted: list[Any]) -> None:
    name, _, field = place.partition(".")
    validator = Draft202012Validator({**schemas[name]["properties"][field], "components": {"schemas": schemas}})
    assert [value for value in accepted if not validator.is_valid(value)] == []
