"""The table of generators, the pins behind it, and what the nine calls count as right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.mock_server.replay.fixtures import Request
from interop.calls import CALLS, accept_fault, judge
from interop.described import described
from interop.hand_written import typescript
from interop.prism import proxy
from interop.run import DOCUMENTS, ROOT, generators, lock_file, run
from interop.table import PAGES, load, row, with_table
from tests.contract.document import operations

OUTCOMES = {outcome["name"]: outcome for outcome in load()}
GENERATORS = {generator["name"]: generator for generator in generators()}


@pytest.mark.parametrize("language", PAGES)
def test_the_documentation_shows_the_outcome(language: str) -> None:
    text = PAGES[language].read_text("utf-8")
    assert with_table(text, load(), language) == text, "run `make interop`"


@pytest.mark.parametrize("name", GENERATORS)
def test_each_generator_was_tried_at_the_version_that_is_pinned(name: str) -> None:
    generator, outcome = GENERATORS[name], OUTCOMES[name]
    assert outcome["version"] == generator["version"], "run `make interop`"
    assert generator["version"] in lock_file(generator["lock"]).read_text("utf-8")
    assert ("failure" in outcome) == ("fault" in generator)
    assert set(generator.get("fault", ())) <= {"of", "en", "zh", "issue"}


def test_enough_generators_take_the_document_as_it_is() -> None:
    good = [one for one in OUTCOMES.values() if one.get("generated") and one.get("compiled")]
    assert len(good) >= 8
    assert len({one["language"] for one in good}) >= 5
    best = {language: max(len(one["calls"]) for one in good if one["language"] == language) for language in
            ("TypeScript", "Go", "Java", "Rust", "Python")}  # fmt: skip
    assert {language: calls for language, calls in best.items() if calls < 7} == {}


def test_locks_hold_no_address_of_a_registry() -> None:
    locks = [*(ROOT / "interop").rglob("package-lock.json"), *(ROOT / "interop").rglob("go.sum")]
    assert len(locks) >= 5
    assert [path for path in locks if '"resolved"' in path.read_text("utf-8")] == []


def test_no_operation_names_a_server_of_its_own() -> None:
    # Clients of other languages would leave the base URL that they were given, and take the key along.
    for document in DOCUMENTS.glob("openapi*.yaml"):
        paths = yaml.load(document.read_text("utf-8"), Loader=yaml.CSafeLoader)["paths"]
        nodes = [*paths.values(), *(one for item in paths.values() for one in item.values() if isinstance(one, dict))]
        assert [node for node in nodes if "servers" in node] == []


def test_the_overlay_brings_the_keys_back() -> None:
    nodes = {
        node["operationId"]: node
        for item in described(DOCUMENTS)["paths"].values()
        for node in item.values()
        if isinstance(node, dict) and "operationId" in node
    }
    for name, operation in operations().items():
        if operation.base is None:
            keys = ("x-task", "x-stream", "x-retry", "x-errors", "x-not-served")
            assert {key: nodes[name].get(key) for key in keys} == {key: operation.node.get(key) for key in keys}


WANTED: dict[str, Any] = {"models": {"count": 2}, "chat": {"text": "Hello"}}


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        ([{"call": "models", "observed": {"count": 2}}, {"call": "chat", "observed": {"text": "Hello"}}], ["", ""]),
        ([{"call": "models", "observed": {"count": 3}}], ["count is 3, not 2", "the program did not get to this call"]),
        ([{"call": "chat", "failed": "no connection"}], ["the program did not get to this call", "no connection"]),
        ([{"call": "models", "observed": {}}, {"call": "chat", "failed": "x"}], ["count is None, not 2", "x"]),
    ],
)
def test_a_call_counts_if_it_returned_what_our_client_reads(lines: list[dict[str, Any]], faults: list[str]) -> None:
    output = "\n".join(["a line of a tool", *map(json.dumps, lines)])
    assert [*judge(output, WANTED)[0].values()] == faults


def test_calls_that_are_decoded_by_the_caller_are_told() -> None:
    output = "\x1b[0m" + json.dumps({"call": "chat", "observed": {"text": "Hello"}, "by_hand": True})
    assert judge(output, WANTED)[1] == ["chat"]


@pytest.mark.parametrize(
    ("accept", "fault"),
    [("image/*", ""), ("image/_*", "Accept is 'image/_*', not 'image/*'"), (None, "Accept is None")],
)
def test_a_picture_needs_an_exact_accept(accept: str | None, fault: str) -> None:
    headers = (("Accept", accept),) if accept else ()
    requests = [Request("POST", "/v2beta/x", (("Accept", "image/*"),), b""), Request("POST", "/v2beta/x", headers, b"")]
    assert accept_fault(requests).startswith(fault)
    assert bool(accept_fault(requests)) is bool(fault)


def test_there_are_nine_calls() -> None:
    assert len(CALLS) == 9
    assert all(set(outcome.get("calls", ())) <= CALLS.keys() for outcome in OUTCOMES.values())


def test_each_program_is_where_its_generator_says() -> None:
    folder = Path(__file__).parents[2] / "interop" / "generators"
    assert {generator["folder"] for generator in GENERATORS.values()} <= {path.name for path in folder.iterdir()}


def test_a_generator_whose_tools_are_missing_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda tool: None)
    outcome = run(GENERATORS["openapi-generator python"])
    assert outcome["skipped"] == "not installed here: python3, java, mvn"
    assert row(outcome).endswith("7.25.0: skipped, not installed here: python3, java, mvn")
    assert "| – | – | not installed here: python3, java, mvn |" in with_table("", [outcome], "en")
    assert typescript() == ("skipped, not installed here: node, npm", True)
    assert proxy([]) == ("skipped, not installed here: node, npm", True)


def test_operations_make_good_tools_for_models() -> None:
    document = json.loads((DOCUMENTS / "openapi.json").read_text("utf-8"))
    nodes = [node for item in document["paths"].values() for node in item.values() if isinstance(node, dict)]
    tools = {node["operationId"]: node["summary"] for node in nodes if "operationId" in node}
    assert [name for name in tools if not re.fullmatch(r"[a-zA-Z0-9]{1,40}", name)] == []
    assert [text for text in tools.values() if "\n" in text or len(text) > 80] == []
    schemas = document["components"]["schemas"]
    # Raises CycleError where a schema holds itself: a tool's input is written out in full.
    TopologicalSorter({name: set(_references(schema)) for name, schema in schemas.items()}).prepare()


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str) and "/schemas/" in node["$ref"]:
            yield node["$ref"].rpartition("/")[2]
        node = [*node.values()]
    if isinstance(node, list):
        for part in node:
            yield from _references(part)
