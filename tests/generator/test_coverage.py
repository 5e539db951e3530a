"""Coverage: each kind of recording is recognised by its response, and the table shows what is missing."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli_output.coverage_table import drawn, plain
from generator.evidence.coverage import Coverage, coverage
from generator.evidence.documentation import headings
from generator.spec import read

SPEC = """
openapi: 3.1.0
info: {title: A, version: "1"}
x-client: {package: a, class: Studio, env: A, user_agent: a}
x-errors: {}
paths:
  /a:
    post:
      operationId: make
      x-docs: {page: null, title: 做, evidence: documented}
      x-client: {resource: things, method: make}
      KEYS
      requestBody: {content: {BODY}}
      responses: ANSWERS
  /b:
    get:
      operationId: look
      x-not-served: {evidence: for the tests}
      x-errors: {proof: [state]}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/B"}}}}}
components:
  schemas:
    A: {type: object, required: [id], properties: {id: {type: string}, code: {type: integer}}}
    B: {type: object, required: [state], properties: {state: {type: string}}}
    Small: {type: object, properties: {size: {type: integer, maximum: 5}, model: {type: string, enum: [small]}}}
"""
A = '{"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}}'
JSON = "application/json: {schema: {type: object}}"
Cover = Callable[..., Coverage]


@pytest.fixture
def cover(tmp_path: Path) -> Cover:
    """Write a spec and recordings of one operation, and return their coverage."""

    def run(*recorded: dict[str, Any], keys: str = "", body: str = JSON, answers: str = A, **more: Any) -> Coverage:
        spec = tmp_path / "openapi.yaml"
        spec.write_text(SPEC.replace("KEYS", keys).replace("BODY", body).replace("ANSWERS", answers))
        for folder, exchanges in {"make": [*recorded, REFUSED], **more.pop("folders", {})}.items():
            (tmp_path / "fixtures" / folder).mkdir(parents=True)
            for number, one in enumerate(exchanges):
                (tmp_path / "fixtures" / folder / f"{number}.json").write_text(json.dumps(one))
        return coverage(read(spec), tmp_path / "fixtures", **more)

    return run


def exchange(status: int = 200, sent: dict[str, Any] | None = None, media: str = "", **body: Any) -> dict[str, Any]:
    headers = [["content-type", media]] if media else []
    response = {"status": status, "headers": headers, "ended": "complete", "body": body}
    return {"request": {"body": sent or {}}, "response": response}


REFUSED = exchange(400, json={"error": "no"})
MADE = exchange(json={"id": "a"})
PICTURE = exchange(media="image/png", base64=base64.b64encode(b"\x89PNG").decode())


def lacking(covered: Coverage) -> list[str]:
    return [one.message for one in covered.diagnostics]


STREAM = 'x-errors: {proof: [id]}\n      x-stream: {end: "[DONE]", proof: [id]}'
ACCEPTED = "x-errors: {proof: [id], accepted: {/code: [1]}}"
BY_STATUS = 'x-errors: {proof: {"202": [state]}}'
ENDED = "complete stream"
FORM = "multipart/form-data: {schema: {type: object}}"
FILE = '{"200": {description: ok, content: {image/*: {}, text/plain: {}, application/json: {schema: {type: object}}}}}'
TWO = (
    '{"200": {description: ok, content: {image/*: {}}}, '
    '"202": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/B"}}}}}'
)
LIST = (
    '{"200": {description: ok, content: {application/json: {schema: '
    '{type: array, items: {$ref: "#/components/schemas/A"}}}}}}'
)


@pytest.mark.parametrize(
    ("keys", "body", "answers", "recorded", "missing"),
    [
        ("x-errors: {proof: [id]}", JSON, A, [MADE], []),
        ("x-errors: {proof: [id]}", JSON, A, [exchange(json={"code": 1})], ["success"]),
        ("x-errors: {proof: [id]}", JSON, A, [exchange(text='{"id": "a"}')], []),
        (ACCEPTED, JSON, A, [exchange(json={"id": "a", "code": 1})], []),
        (ACCEPTED, JSON, A, [exchange(json={"id": "", "code": 4})], ["success"]),
        ("x-errors: {proof: [id]}", JSON, LIST, [exchange(json=[])], []),
        ("x-errors: {proof: [id]}", JSON, LIST, [exchange(json=[{"id": "a"}, {}])], ["success"]),
        ("x-errors: {proof: [id]}", JSON, A, [exchange(json=[])], ["success"]),
        (STREAM, JSON, A, [MADE], [ENDED]),
        (STREAM, JSON, A, [exchange(chunks=[{"text": 'data: {"id": 1}\n\nda'}, {"text": "ta: [DONE]"}])], []),
        (STREAM, JSON, A, [exchange(chunks=[{"text": 'data: {"id": 1}\n\n'}])], ["success", ENDED]),
        ("x-errors: {proof: [id]}", FORM, A, [MADE], ["success of a multipart request"]),
        ("x-errors: {proof: [id]}", FORM, A, [exchange(sent={"parts": []}, json={"id": "a"})], []),
        ("", JSON, FILE, [PICTURE], ["text response"]),
        ("", JSON, FILE, [PICTURE, exchange(media="text/plain", text="words")], []),
        ("", JSON, FILE, [PICTURE, exchange(text="<html>")], ["text response"]),
        ("", JSON, FILE, [exchange(media="audio/mpeg", base64="AAAA"), exchange(text="a")], ["binary response"]),
        (BY_STATUS, JSON, TWO, [exchange(202, json={"state": "at work"})], ["binary response"]),
        (BY_STATUS, JSON, TWO, [PICTURE], []),
        (BY_STATUS, JSON, TWO, [exchange(202, json={})], ["success", "binary response"]),
    ],
)  # fmt: skip
def test_each_kind_of_result_needs_a_recording(
    cover: Cover, keys: str, body: str, answers: str, recorded: list[dict[str, Any]], missing: list[str]
) -> None:
    covered = cover(*recorded, keys=keys, body=body, answers=answers)
    assert lacking(covered) == [f"make has no recorded {kind}" for kind in missing]


@pytest.mark.parametrize(("recorded", "missing"), [([], ["success", "failure"]), ([MADE], ["failure"])])
def test_every_operation_needs_a_success_and_a_failure(
    cover: Cover, recorded: list[dict[str, Any]], missing: list[str]
) -> None:
    covered = cover(keys="x-errors: {proof: [id]}", folders={"make": recorded})
    assert lacking(covered) == [f"make has no recorded {kind}" for kind in missing]


CUT = {**MADE, "response": {**MADE["response"], "ended": "cut"}}


@pytest.mark.parametrize(
    "failed", [exchange(json={"error": 1}), exchange(), exchange(text="<p>"), exchange(json=[1]), CUT]
)
def test_a_2xx_that_proves_nothing_is_a_failure(cover: Cover, failed: dict[str, Any]) -> None:
    row = cover(failed, keys="x-errors: {proof: [id]}").rows[0]
    assert (row.successes, row.failures) == (0, 2)


def test_an_unreadable_recording_is_reported(cover: Cover, tmp_path: Path) -> None:
    (tmp_path / "fixtures" / "look").mkdir(parents=True)
    (tmp_path / "fixtures" / "look" / "a.json").write_text("{")
    assert any("look/a.json is not JSON" in message for message in lacking(cover(MADE)))


def test_a_divergence_cites_recordings_that_exist(cover: Cover, tmp_path: Path) -> None:
    (tmp_path / "divergences.yaml").write_text("divergences: [{evidence: {gateway: {fixtures: [make/0, make/9]}}}]\n")
    assert lacking(cover(MADE, keys="x-errors: {proof: [id]}")) == ["there is no recording 'make/9'"]


def test_an_operation_id_cannot_look_for_recordings_elsewhere(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text('paths: {/a: {get: {operationId: "../../../\\0etc"}}}\n')
    assert len(coverage(read(spec), tmp_path / "fixtures").diagnostics) == 2


def test_a_file_that_is_not_there_has_no_headings(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# One\n```\n# no heading\n```\n## Two\n", encoding="utf-8")
    assert headings(tmp_path / "README.md") == ["One", "Two"]
    assert headings(tmp_path / "none.md") == []


@pytest.mark.parametrize(("state", "ended"), [("DONE", True), ("AT_WORK", False)])
def test_a_task_is_recorded_when_one_has_ended(cover: Cover, state: str, ended: bool) -> None:
    task = "x-task: {id: /id, fetch: {operation: look, parameter: id}, status: /state, states: {succeeded: [DONE]}}"
    looked = {"look": [exchange(json={"state": state})]}
    covered = cover(MADE, keys=f"x-errors: {{proof: [id]}}\n      {task}", folders=looked)
    assert lacking(covered) == ([] if ended else ["make has no recorded completed task"])


VARIANT = "x-variants: [{operationId: makeSmall, body: Small}]"
SMALL = [exchange(status, {"json": {"model": "small", "size": 1}}, json={"id": "a"}) for status in (200, 400)]
LARGE = exchange(200, {"json": {"model": "large", "size": 9}}, json={"id": "a"})


@pytest.mark.parametrize(("own", "made", "small"), [({}, (2, 2), (1, 1)), ({"makeSmall": [REFUSED]}, (2, 2), (0, 1))])
def test_a_variant_finds_its_recordings_in_its_folder_or_else_among_those_of_its_operation(
    cover: Cover, own: dict[str, Any], made: tuple[int, int], small: tuple[int, int]
) -> None:
    rows = cover(*SMALL, LARGE, keys=f"x-errors: {{proof: [id]}}\n      {VARIANT}", folders=own).rows
    assert {row.id: (row.successes, row.failures) for row in rows if row.id != "look"} == {
        "make": made,
        "makeSmall": small,
    }


def test_both_clients_have_the_method(cover: Cover) -> None:
    surface = "AsyncStudio.things.make(*, a: int) -> A  spec\nStudio.things.make(*, a: int) -> A  spec\n"
    (row, _) = cover(MADE, keys="x-errors: {proof: [id]}", surface=surface).rows
    assert (row.sync, row.asynchronous) == ("things.make", "things.make")


@pytest.mark.parametrize(
    ("surface", "what"),
    [("Studio.things.make() -> A", "no async"), ("", "no sync and no async"), ("Studio.things.maker()", "no sync")],
)
def test_a_client_without_the_method_is_reported(cover: Cover, surface: str, what: str) -> None:
    (message,) = lacking(cover(MADE, keys="x-errors: {proof: [id]}", surface=surface))
    assert message.startswith(what)


def test_the_table_can_be_read_in_a_pipe_and_drawn(cover: Cover) -> None:
    rows = cover(MADE, keys=STREAM, surface="Studio.things.make()").rows
    head, made, looked = plain(rows).split("\n")
    assert " ".join(head.split()) == "operation page spec success failure stream multipart binary text task sync async"
    assert made.split()[:2] == ["make", "做"]
    assert made.split()[3:] == ["1", "1", "0", "-", "-", "-", "-", "things.make", "-"]
    assert looked.startswith("look       undocumented")
    assert looked.index("not served") + len("not served") == head.index("success") + len("success")
    assert drawn(rows).row_count == 3  # a heading for the file, and a row for each function
