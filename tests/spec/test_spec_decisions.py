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


@pytest.mark.parametrize("place", DECIDED["open_words"])
def test_where_vendors_have_words_of_their_own_any_word_is_valid(schemas: dict[str, Any], place: str) -> None:
    """Other generators take a list of values for all that there are, and refuse the rest."""
    name, _, field = place.partition(".")
    schema = schemas[name]["properties"][field] if field else schemas[name]
    assert Draft202012Validator({**schema, "components": {"schemas": schemas}}).is_valid("a word of a vendor's own")
