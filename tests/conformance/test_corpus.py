"""The corpus is current and valid, our own client conforms to it, and a client that does not is found out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from interop.conformance import python_client
from interop.conformance.corpus import SUITES, Case, differences, load

from .render import CORPUS, rendered

ROOT = Path(__file__).parents[2]
TYPESCRIPT = ROOT / "build" / "interop" / "typescript" / "conformance.js"
CURE = "run `python -m tests.conformance`"


def test_the_corpus_is_what_the_fixtures_say() -> None:
    files = rendered()
    assert {path.name for path in CORPUS.iterdir()} == files.keys(), CURE
    assert [name for name, text in files.items() if (CORPUS / name).read_text("utf-8") != text] == [], CURE


@pytest.mark.parametrize("suite", SUITES)
def test_a_suite_fits_its_schema(suite: str) -> None:
    schemas = [json.loads(path.read_text("utf-8")) for path in CORPUS.glob("*.schema.json")]
    registry: Registry[Any] = Registry().with_resources(
        (one["$id"], Resource[Any].from_contents(one)) for one in schemas
    )
    schema = registry.contents(f"{suite}.schema.json")
    Draft202012Validator.check_schema(schema)
    document = json.loads((CORPUS / f"{suite}.json").read_text("utf-8"))
    faults = Draft202012Validator(schema, registry=registry).iter_errors(document)
    assert [f"{list(fault.path)}: {fault.message[:200]}" for fault in faults] == []


@pytest.mark.parametrize("suite", SUITES)
def test_our_client_conforms(suite: str) -> None:
    observe = python_client.SUITES[suite]
    cases = list(load((suite,)))
    assert len({case.name for case in cases}) == len(cases)
    found = {case.name: differences(case, observe(case.given)) for case in cases}
    assert {name: problems for name, problems in found.items() if problems} == {}


ERROR = {"class": "RateLimitError", "outcome": "rejected"}


@pytest.mark.parametrize(
    ("suite", "expected", "observed", "place"),
    [
        ("errors", {"result": True}, {"error": ERROR}, "/error: none"),
        ("errors", {"error": ERROR}, {"result": True}, "/error: missing"),
        ("errors", {"error": ERROR}, {"error": {**ERROR, "outcome": "unknown"}}, "/error/outcome"),
        ("errors", {"error": {**ERROR, "code": 1}}, {"error": {**ERROR, "code": True}}, "/error/code"),
        ("errors", {"error": ERROR}, None, "no object"),
        ("sse", {"events": [1, 2], "text": ""}, {"events": [1], "text": ""}, "/events: 2 items"),
        ("sse", {"text": "a", "end": "complete"}, {"text": "a", "end": "complete", "error": ERROR}, "/error: none"),
        ("sse", {"text": "a", "end": "complete"}, {"text": "b", "end": "complete"}, "/text"),
        ("tasks", {"states": [], "end": "running"}, {"states": [], "end": "error"}, "/end"),
        ("retries", {"sent": 2, "pauses": [[0, 1]]}, {"sent": 2, "pauses": [2]}, "/pauses"),
        ("retries", {"sent": 2, "pauses": [[0, 1]]}, {"sent": 2, "pauses": []}, "/pauses"),
        ("retries", {"sent": 1, "pauses": [], "error": ERROR}, {"sent": 2, "pauses": [], "error": ERROR}, "/sent"),
        ("retries", {"sent": 1, "pauses": []}, {"sent": 1, "pauses": [], "error": ERROR}, "/error: none"),
        ("multipart", {"parts": [{"name": "a", "text": "1"}]}, {"content_type": "x", "body": {"base64": ""}}, "/parts"),
    ],
)  # fmt: skip
def test_a_difference_is_found(suite: str, expected: dict[str, Any], observed: Any, place: str) -> None:
    (found,) = differences(Case(suite, "", {}, expected), observed)
    assert place in found


def test_more_than_expected_is_no_difference() -> None:
    observed = {"error": {**ERROR, "hint": "wait"}, "took": 3}
    assert differences(Case("errors", "", {}, {"error": ERROR}), observed) == []
    assert differences(Case("retries", "", {}, {"sent": 2, "pauses": [[0, 1]]}), {"sent": 2, "pauses": [0.5]}) == []


def run(program: list[str], *suites: str) -> subprocess.CompletedProcess[str]:
    options = [option for suite in suites for option in ("--suite", suite)]
    command = [sys.executable, "-m", "interop.conformance", *options, "--", *program]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'generated'}{os.pathsep}{ROOT}"}
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=60)


def test_a_program_is_asked_line_by_line() -> None:
    done = run([sys.executable, "-m", "interop.conformance.python_client"], "tasks")
    assert (done.returncode, done.stdout) == (0, "tasks: 22/22\n"), done.stderr


@pytest.mark.parametrize(
    ("answer", "code", "shown"),
    [
        ("{'id': question['id'], 'skipped': 'it has no tasks'}", 0, "tasks: 0/22 skipped: it has no tasks"),
        ("{'id': 7, 'observed': {}}", 1, "the answer has the id 7, not 0"),
        ("{'id': question['id'], 'observed': {}}", 1, "/states: missing"),
        ("sys.exit()", 1, "the program ended without an answer"),
    ],
)
def test_a_program_that_does_not_conform(answer: str, code: int, shown: str) -> None:
    reads = "import json, sys\nfor line in sys.stdin:\n question = json.loads(line)\n"
    program = f"{reads} print(json.dumps({answer}), flush=True)"
    done = run([sys.executable, "-c", program], "tasks")
    assert done.returncode == code
    assert shown in done.stdout


@pytest.mark.skipif(
    not (shutil.which("node") and TYPESCRIPT.is_file()), reason="make interop compiles the client in TypeScript"
)
def test_the_client_in_typescript_conforms() -> None:
    done = run(["node", str(TYPESCRIPT)])
    assert done.returncode == 0, done.stdout
