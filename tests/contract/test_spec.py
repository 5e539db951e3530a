"""Fixtures against the spec, judged by an independent validator."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import pytest

from generator.mock_server import Fixture

from .callers import OPERATIONS
from .description import (
    answer_medias,
    answer_schema,
    faults,
    files_of,
    form_document,
    operations,
    parameters,
    path_pattern,
    shapes_that_fit,
)
from .expected import CUT, NOT_SERVED, UNREADABLE, succeeds
from .recorded import FIXTURES, answer_json, carries_error, events, is_json, is_stream, of, payloads, request_json

# Requests that the wire takes and the spec does not allow, on purpose: a typed caller should not write them.
ODD_REQUESTS = {
    "createChatCompletion/message-unknown-role": "roles are a closed list in what goes in",
    "createChatCompletion/message-without-content": "a user's message without content says nothing",
    "createTranscription/missing-model": "required by the documentation and by the vendor",
    "createTranslation/missing-model": "required by the documentation and by the vendor",
    "createStableDiffusion3/strength-out-of-range": "the limit is the documentation's",
    "createStableImageUltra/prompt-10001": "the limit is the documentation's",
}

# Results that the spec does not describe.
ODD_RESULTS = {
    "getVideoGenerationResult/kling-image-upstream-429@head": "today's gateway knows no status where it got no answer",
    "getVideoGenerationResult/kling-upstream-429@head": "today's gateway knows no status where it got no answer",
    "getVideoGenerationResult/kling-upstream-500@head": "today's gateway knows no status where it got no answer",
}

# A refusal with the form of a result: its code tells.
TOLD_BY_ITS_CODE = {"getMidjourneyTaskImageSeed/not-a-picture"}

# The first bytes of each kind of file; of sound, any is good: the stand-in spoke what it could.
MAGIC = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/webp": b"RIFF",
    "video/mp4": b"\x00\x00\x00\x1cftyp",
}

# JSON that says that it is text: all of Stability's and most of Midjourney's.
MISLABELLED = ("/v2beta/", "/mj/", "/mj-")


def hold(operation: str, chosen: Callable[[Fixture], bool], check: Callable[[Fixture], object]) -> None:
    """Check the chosen fixtures of an operation; `check` gives what is wrong with one."""
    wrong = {f.name: found for f in of(operation) if chosen(f) and (found := check(f))}
    assert wrong == {}


def each_operation(test: Callable[[str], None]) -> Callable[[str], None]:
    return pytest.mark.parametrize("operation", OPERATIONS)(test)


def typed(fixture: Fixture) -> bool:
    return fixture.arguments is not None


@each_operation
def test_path_and_method_are_the_operations(operation: str) -> None:
    pointer, pattern = operations()[operation].pointer, path_pattern(operation)

    def check(fixture: Fixture) -> str:
        path = fixture.request.target.partition("?")[0]
        fits = pointer.endswith(f"/{fixture.request.method.lower()}") and pattern.fullmatch(path)
        return "" if fits else f"{fixture.request.method} {path}"

    hold(operation, typed, check)


@each_operation
def test_arguments_are_the_specs_parameters(operation: str) -> None:
    known = parameters(operation)

    def check(fixture: Fixture) -> set[str]:
        arguments = dict(fixture.arguments or {})
        beside = set(arguments.pop("extra_body", {})) | set(arguments.pop("extra_query", {}))
        arguments.pop("extra_headers", None)
        return (arguments.keys() - known) | (beside & known)

    hold(operation, typed, check)


@each_operation
def test_requests_that_succeed_are_described(operation: str) -> None:
    pointer, form = operations()[operation].body, operations()[operation].form

    def check(fixture: Fixture) -> list[str]:
        assert pointer is not None
        document = form_document(fixture) if form else request_json(fixture)
        return faults(pointer, document) if fixture.name not in ODD_REQUESTS else []

    # Of later gateways only what a caller of today's spec can say without going beside it.
    hold(operation, lambda f: typed(f) and bool(f.request.body) and succeeds(f) and f.era == "nov", check)


def test_odd_requests_are_odd() -> None:
    for name in ODD_REQUESTS:
        (fixture,) = (f for f in FIXTURES if f.name == name)
        described = operations()[fixture.operation]
        assert faults(described.body or "", form_document(fixture) if described.form else request_json(fixture)), name


@pytest.mark.parametrize("operation", [name for name in OPERATIONS if operations()[name].form])
def test_files_are_files_and_texts_are_texts(operation: str) -> None:
    files, beside = files_of(operation), {"comment", "none"}

    def check(fixture: Fixture) -> list[str]:
        return [
            part.name
            for part in fixture.request.form or ()
            if (part.filename is not None) != (part.name in files) and part.name not in beside
        ]

    hold(operation, lambda f: typed(f) and succeeds(f), check)


@each_operation
def test_results_are_described(operation: str) -> None:
    def check(fixture: Fixture) -> object:
        declared = dict(fixture.response.headers).get("Content-Type", "").partition(";")[0]
        if is_json(fixture):
            pointer = answer_schema(fixture)
            if pointer is None:
                return f"no JSON is described for {fixture.response.status}"
            fair = declared == "application/json" or fixture.request.target.startswith(MISLABELLED)
            if not fair:
                return f"JSON says that it is {declared}"
            found = faults(pointer, answer_json(fixture))
            return found if fixture.name not in ODD_RESULTS else not found and "it is described now"
        ranges = answer_medias(fixture)
        if declared not in ranges and f"{declared.partition('/')[0]}/*" not in ranges:
            return f"{declared} is none of {ranges}"
        return not fixture.response.body.startswith(MAGIC.get(declared, b"")) and f"{declared} with other bytes"

    hold(operation, lambda f: succeeds(f) and not is_stream(f), check)


@each_operation
def test_events_are_described(operation: str) -> None:
    def check(fixture: Fixture) -> list[str]:
        schema = answer_schema(fixture, "text/event-stream")
        assert schema is not None
        found = [fault for event in events(fixture) for fault in faults(schema, event)]
        for payload in payloads(fixture)[len(events(fixture)) :]:
            if payload.startswith(b"{") and b'"error"' in payload and not list(shapes_that_fit(json.loads(payload))):
                found.append(payload.decode())
        return found

    hold(operation, is_stream, check)


@each_operation
def test_errors_have_a_declared_shape_and_no_result_has(operation: str) -> None:
    def check(fixture: Fixture) -> object:
        document = answer_json(fixture)
        if succeeds(fixture):
            return list(shapes_that_fit(document))
        if not list(shapes_that_fit(document)):
            return "no shape"
        pointer = answer_schema(fixture)  # an error must not pass as a result
        return fixture.response.status == 200 and pointer is not None and not faults(pointer, document)

    left = UNREADABLE.keys() | TOLD_BY_ITS_CODE
    hold(operation, lambda f: not is_stream(f) and is_json(f) and f.name not in left, check)


def test_every_recorded_failure_is_judged() -> None:
    def judged(fixture: Fixture) -> bool:
        known = fixture.name in UNREADABLE or fixture.name in CUT
        return succeeds(fixture) or is_stream(fixture) or carries_error(answer_json(fixture)) or known

    # What is left are redirects, unknown paths, empty answers and a proxy's page: none of them carries JSON.
    left = [f for f in FIXTURES if not judged(f)]
    assert {f.response.status for f in left} == {200, 301, 307, 404, 502}
    assert {f.response.body[:6] for f in left} == {b"", b"<a hre", b"<html>"}


def names_of(fixtures: Iterable[Fixture]) -> set[str]:
    return {fixture.operation for fixture in fixtures}


def test_each_operation_of_the_spec_has_fixtures_and_the_other_way_round() -> None:
    variants = {"createFluxImage"}  # has a folder of its own; the others are told by their models
    described = {name for name, said in operations().items()}
    assert names_of(FIXTURES) == set(OPERATIONS)
    assert set(OPERATIONS) <= described
    assert {name for name in described - set(OPERATIONS) if "Video" not in name} == set()
    assert variants <= set(OPERATIONS)
    own = [f for f in FIXTURES if typed(f) and f.era == "nov"]
    assert names_of(f for f in own if succeeds(f)) == set(OPERATIONS) - set(NOT_SERVED)
    assert names_of(f for f in own if not succeeds(f)) == set(OPERATIONS)
