"""The fixtures against the spec, judged by an independent validator."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from generator.mock_server import Fixture
from generator.spec.names import FieldName
from generator.spec.pointer import at, resolve, split

from .document import (
    argument_names,
    bodies_of,
    body_properties,
    body_value,
    calls_operation,
    error_catalog,
    faults,
    is_form,
    operations,
    recorded_operations,
    response_of,
    response_schema,
    schema_place,
    tree,
)
from .expected import CUT, UNREADABLE, said, succeeds
from .recorded import (
    BY_NAME,
    FIXTURES,
    carries_error,
    content_type,
    events,
    is_json,
    is_stream,
    is_typed,
    of,
    payloads,
    response_json,
)

# Requests that the gateway takes and the spec does not allow, on purpose: a typed caller should not write them.
ODD_REQUESTS = {
    "createChatCompletion/message-unknown-role": "roles are a closed list in what goes in",
    "createChatCompletion/message-without-content": "a user's message without content says nothing",
    "createTranscription/missing-model": "required by the documentation and by the vendor",
    "createTranslation/missing-model": "required by the documentation and by the vendor",
    "createStableDiffusion3/strength-out-of-range": "the limit is the documentation's",
    "createStableImageUltra/prompt-10001": "the limit is the documentation's",
}

# Requests that are refused for a missing or null field, or for a value over a limit, and that the spec allows.
ODD_REFUSALS = {
    "createImage/n-two-with-dall-e-3": "the limit is the model's",
    "createImage/other-model": "the sizes are the model's",
    "createImage/prompt-too-long": "the limit is the model's",
    "createSpeech/input-1366-cjk": "the gateway counts bytes, the documentation characters",
    "createCompletion/prompt-null": "other vendors begin a text by themselves",
    "createVideoGeneration/zhipu-missing-prompt": "a prompt or a picture is needed, whichever",
}

# Codes of the gateway's own refusals of a value.
LIMIT_CODES = ("n_not_within_range", "prompt_missing", "prompt_too_long", "size_not_supported", "text_too_long")

# Results that the spec does not describe.
ODD_RESULTS = {
    "getVideoGenerationResult/kling-image-upstream-429@head": "today's gateway knows no status without a response",
    "getVideoGenerationResult/kling-upstream-429@head": "today's gateway knows no status without a response",
    "getVideoGenerationResult/kling-upstream-500@head": "today's gateway knows no status without a response",
}

# A refusal with the schema of a result: its code tells.
TOLD_BY_ITS_CODE = {"getMidjourneyTaskImageSeed/not-a-picture"}

# The first bytes of each kind of file; of sound, any is good: the stand-in spoke what it could.
MAGIC = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/webp": b"RIFF",
    "video/mp4": b"\x00\x00\x00\x1cftyp",
}

# JSON under the content type of text: all of Stability's and most of Midjourney's.
MISLABELLED = ("/v2beta/", "/mj/", "/mj-")

# Parameters whose default a result shows when a request leaves them out: the value that a result stands for.
DEFAULTS: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("createEmbedding", "encoding_format"): lambda result: {list: "float", str: "base64"}[
        type(result["data"][0]["embedding"])
    ],
    ("createImage", "n"): lambda result: len(result["data"]),
    ("createImage", "response_format"): lambda result: "url" if result["data"][0].get("url") else "b64_json",
    ("createImageEdit", "n"): lambda result: len(result["data"]),
    ("createChatCompletion", "n"): lambda result: len(result["choices"]),
    ("createCompletion", "n"): lambda result: len(result["choices"]),
}


def hold(operation: str, chosen: Callable[[Fixture], bool], check: Callable[[Fixture], object]) -> None:
    """Check the chosen fixtures of an operation; `check` returns what is wrong with one."""
    wrong = {f.name: found for f in of(operation) if chosen(f) and (found := check(f))}
    assert wrong == {}


def each_operation(test: Callable[[str], None]) -> Callable[[str], None]:
    return pytest.mark.parametrize("operation", recorded_operations())(test)


# Requests


@each_operation
def test_typed_requests_call_the_operation(operation: str) -> None:
    hold(operation, is_typed, lambda f: not calls_operation(f) and f"{f.request.method} {f.request.target}")


@each_operation
def test_arguments_are_the_parameters_of_the_spec(operation: str) -> None:
    known = argument_names(operation)

    def check(fixture: Fixture) -> set[str]:
        arguments = dict(fixture.arguments or {})
        beside = set(arguments.pop("extra_body", {})) | set(arguments.pop("extra_query", {}))
        arguments.pop("extra_headers", None)
        return (arguments.keys() - known) | (beside & known)

    hold(operation, is_typed, check)


@each_operation
def test_arguments_in_paths_queries_and_headers_are_described(operation: str) -> None:
    places = {FieldName.of(one.name): one.schema_pointer for one in operations()[operation].parameters}

    def check(fixture: Fixture) -> list[str]:
        given = [(name, value) for name, value in (fixture.arguments or {}).items() if name in places]
        return [fault for name, value in given for fault in faults(places[name], value)]

    hold(operation, lambda f: is_typed(f) and succeeds(f), check)


@each_operation
def test_requests_that_succeed_are_described(operation: str) -> None:
    def check(fixture: Fixture) -> list[str]:
        found = body_faults(fixture)
        assert not (fixture.name in ODD_REQUESTS and not found), "it is described now"
        return [] if fixture.name in ODD_REQUESTS else found

    # Of later gateways only what a caller of today's spec can say without going beside it.
    hold(operation, lambda f: is_typed(f) and bool(f.request.body) and succeeds(f) and f.era == "nov", check)


def body_faults(fixture: Fixture) -> list[str]:
    """The violations of the request body: of the operation's schema, or of its variants' if none of them allows it."""
    value = body_value(fixture)
    own, *variants = ([*faults(schema_place(body), value)] for body in bodies_of(fixture.operation, value))
    return own or (min(variants, key=len) if variants else [])


@each_operation
def test_requests_of_variants_are_described_by_one(operation: str) -> None:
    """Each request that succeeds has the fields of one vendor; only `minimax-full` sends those that are dropped."""
    variants = {name for name, one in operations().items() if one.base is operations()[operation]}
    if not variants - set(recorded_operations()):
        return
    hold(
        operation,
        lambda f: is_typed(f) and succeeds(f) and f.case != "minimax-full",
        lambda f: len(bodies_of(operation, body_value(f))) < 2 and "no variant",
    )


@each_operation
def test_requests_refused_for_a_field_are_not_described(operation: str) -> None:
    def check(fixture: Fixture) -> bool:
        return bool(body_faults(fixture)) == (fixture.name in ODD_REFUSALS)

    def is_refusal(fixture: Fixture) -> bool:
        if not is_typed(fixture) or fixture.response.status != 400 or fixture.era != "nov":
            return False
        named = re.fullmatch(r"(?:.*-)?missing-(\w+)|(\w+)-null", fixture.case)
        is_about_field = named is not None and (named[1] or named[2]) in body_properties(operation)
        return is_about_field or said(response_json(fixture)).code in LIMIT_CODES

    hold(operation, is_refusal, check)


@pytest.mark.parametrize("operation", [name for name in recorded_operations() if is_form(name)])
def test_files_are_files_and_texts_are_texts(operation: str) -> None:
    files = {name for name, schema in body_properties(operation).items() if schema.get("format") == "binary"}

    def check(fixture: Fixture) -> list[str]:
        own = [part for part in fixture.request.form or () if part.name in body_properties(operation)]
        return [part.name for part in own if (part.filename is not None) != (part.name in files)]

    hold(operation, lambda f: is_typed(f) and succeeds(f), check)


@pytest.mark.parametrize(("operation", "name"), DEFAULTS)
def test_a_default_is_what_a_result_shows_where_the_parameter_is_left_out(operation: str, name: str) -> None:
    described = body_properties(operation)[name]["default"]
    left_out = [f for f in of(operation) if is_typed(f) and succeeds(f) and not is_stream(f) and is_json(f)]
    shown = [DEFAULTS[operation, name](response_json(f)) for f in left_out if name not in (f.arguments or {})]
    assert shown == [described] * len(shown) != []


# Responses


@each_operation
def test_results_are_described(operation: str) -> None:
    def check(fixture: Fixture) -> object:
        declared = content_type(fixture)
        if is_json(fixture):
            pointer = response_schema(fixture)
            if pointer is None:
                return f"no JSON is described for {fixture.response.status}"
            if declared != "application/json" and not fixture.request.target.startswith(MISLABELLED):
                return f"JSON under the content type {declared}"
            found = faults(pointer, response_json(fixture))
            return found if fixture.name not in ODD_RESULTS else not found and "it is described now"
        response = response_of(operation, fixture.response.status)
        ranges = {content.media_type: content for content in response.content} if response else {}
        described = ranges.get(declared) or ranges.get(f"{declared.partition('/')[0]}/*")
        if not described:
            return f"{declared} is none of {[*ranges]}"
        if not fixture.response.body.startswith(MAGIC.get(declared, b"")):
            return f"{declared} with other bytes"
        return faults(schema_place(described), fixture.response.body.decode("latin-1"))  # text and files are strings

    hold(operation, lambda f: succeeds(f) and not is_stream(f), check)


@each_operation
def test_failures_are_described_by_the_response_of_their_status(operation: str) -> None:
    def check(fixture: Fixture) -> object:
        pointer = response_schema(fixture)
        return faults(pointer, response_json(fixture)) if pointer else "no JSON is described"

    # Later gateways write some errors otherwise.
    hold(operation, lambda f: f.response.status >= 400 and is_json(f) and calls_operation(f) and f.era != "head", check)


@each_operation
def test_events_are_described(operation: str) -> None:
    def check(fixture: Fixture) -> list[str]:
        schema = response_schema(fixture, "text/event-stream")
        assert schema is not None
        found = [fault for event in events(fixture) for fault in faults(schema, event)]
        for payload in payloads(fixture)[len(events(fixture)) :]:
            if payload.startswith(b"{") and b'"error"' in payload and not error_catalog().classify(json.loads(payload)):
                found.append(payload.decode())
        return found

    hold(operation, is_stream, check)


@each_operation
def test_errors_have_a_declared_shape_and_no_result_has(operation: str) -> None:
    def check(fixture: Fixture) -> object:
        document = response_json(fixture)
        parsed = error_catalog().classify(document) if isinstance(document, dict) else None
        if succeeds(fixture):
            return parsed
        if parsed is None:
            return "no shape"
        pointer = response_schema(fixture)  # an error must not pass as a result
        return fixture.response.status == 200 and pointer is not None and not faults(pointer, document)

    left = UNREADABLE.keys() | TOLD_BY_ITS_CODE
    hold(operation, lambda f: not is_stream(f) and is_json(f) and f.name not in left, check)


def test_every_recorded_failure_is_judged() -> None:
    def is_judged(fixture: Fixture) -> bool:
        known = fixture.name in UNREADABLE or fixture.name in CUT
        return succeeds(fixture) or is_stream(fixture) or carries_error(response_json(fixture)) or known

    # What is left are redirects, unknown paths, empty responses and a proxy's page: none of them carries JSON.
    assert {f.response.body[:6] for f in FIXTURES if not is_judged(f)} <= {b"", b"<a hre", b"<html>"}


TASKS = {name: one.node["x-task"] for name, one in operations().items() if "x-task" in one.node and one.base is None}


@pytest.mark.parametrize("fetch", sorted({task["fetch"]["operation"] for task in TASKS.values()}))
def test_a_task_is_fetched_by_the_id_of_its_submit(fetch: str) -> None:
    started = [(f, task["id"]) for name, task in TASKS.items() if task["fetch"]["operation"] == fetch for f in of(name)]
    ids = [str(at(response_json(f), split(pointer))) for f, pointer in started if succeeds(f)]
    assert any(id in f.request.target for id in ids for f in of(fetch))


@pytest.mark.parametrize("operation", [name for name, task in TASKS.items() if task["status"] != "http"])
def test_a_task_has_its_file_when_it_has_succeeded(operation: str) -> None:
    task = TASKS[operation]
    fetch = operations()[task["fetch"]["operation"]]
    url = resolve(tree(), fetch.json_results()[0].schema).get("x-client", {}).get("media", {}).get("url")
    polls = [response_json(f) for f in of(fetch.id) if succeeds(f)]
    done = [result for result in polls if at(result, split(task["status"])) in task["states"]["succeeded"]]
    assert done
    assert [result for result in done if url and not result[url]] == []


def test_each_operation_has_fixtures_and_the_other_way_round() -> None:
    assert {fixture.operation for fixture in FIXTURES} == set(recorded_operations())


def test_odd_cases_exist() -> None:
    assert {*ODD_REQUESTS, *ODD_REFUSALS, *ODD_RESULTS, *TOLD_BY_ITS_CODE, *UNREADABLE, *CUT} <= BY_NAME.keys()
