"""Fixtures against the spec, judged by an independent validator."""

from __future__ import annotations

import json

import pytest

from generator.gateway import Fixture

from .description import answer_schema, faults, operations, parameters, request_schema, shapes_that_fit
from .recorded import FIXTURES, answer_json, carries_error, events, is_stream, payloads, request_json, succeeds

# Requests that the wire takes and the spec does not allow, on purpose: a typed caller should not write them.
ODD_REQUESTS = {
    "createChatCompletion/message-unknown-role": "roles are a closed list in what goes in",
    "createChatCompletion/message-without-content": "a user's message without content says nothing",
}


def named(*chosen: Fixture) -> list[object]:
    return [pytest.param(fixture, id=fixture.name) for fixture in chosen]


@pytest.mark.parametrize("fixture", named(*(f for f in FIXTURES if f.arguments is not None)))
def test_path_and_method_are_the_operations(fixture: Fixture) -> None:
    pointer, path = operations()[fixture.operation]
    assert pointer.endswith(f"/{fixture.request.method.lower()}")
    assert fixture.request.target.startswith(path.partition("{")[0])


@pytest.mark.parametrize("fixture", named(*(f for f in FIXTURES if f.request.body and f.arguments is not None)))
def test_arguments_are_the_specs_parameters(fixture: Fixture) -> None:
    arguments = dict(fixture.arguments or {})
    arguments.pop("extra_headers", None)
    beside = arguments.pop("extra_body", {})
    known = parameters(fixture.operation)
    assert arguments.keys() <= known
    assert not known & beside.keys()


@pytest.mark.parametrize(
    "fixture", named(*(f for f in FIXTURES if f.request.body and succeeds(f) and f.arguments is not None))
)
def test_requests_that_succeed_are_described(fixture: Fixture) -> None:
    found = faults(request_schema(fixture.operation), request_json(fixture))
    assert bool(found) == (fixture.name in ODD_REQUESTS), found


@pytest.mark.parametrize("fixture", named(*(f for f in FIXTURES if succeeds(f) and not is_stream(f))))
def test_results_are_described(fixture: Fixture) -> None:
    assert faults(answer_schema(fixture.operation, "application/json"), answer_json(fixture)) == []


@pytest.mark.parametrize("fixture", named(*(f for f in FIXTURES if is_stream(f))))
def test_events_are_described(fixture: Fixture) -> None:
    schema = answer_schema(fixture.operation, "text/event-stream")
    assert [fault for event in events(fixture) for fault in faults(schema, event)] == []
    for payload in payloads(fixture)[len(events(fixture)) :]:
        if payload.startswith(b"{") and b'"error"' in payload:
            assert list(shapes_that_fit(json.loads(payload)))


@pytest.mark.parametrize("fixture", named(*(f for f in FIXTURES if carries_error(answer_json(f)))))
def test_errors_have_a_declared_shape_and_no_result_has(fixture: Fixture) -> None:
    document = answer_json(fixture)
    assert list(shapes_that_fit(document))
    assert faults(answer_schema(fixture.operation, "application/json"), document), "an error must not pass as a result"


@pytest.mark.parametrize("fixture", named(*(f for f in FIXTURES if succeeds(f) and not is_stream(f))))
def test_no_result_has_the_shape_of_an_error(fixture: Fixture) -> None:
    assert list(shapes_that_fit(answer_json(fixture))) == []


def test_every_recorded_failure_is_judged() -> None:
    judged = [f for f in FIXTURES if succeeds(f) or is_stream(f) or carries_error(answer_json(f))]
    # What is left are redirects, which carry no JSON.
    assert {f.answer.status for f in FIXTURES if f not in judged} == {301, 307}


def test_each_operation_of_the_spec_has_fixtures_and_the_other_way_round() -> None:
    assert {fixture.operation for fixture in FIXTURES} == set(operations())
    for operation in operations():
        own = [fixture for fixture in FIXTURES if fixture.operation == operation and fixture.arguments is not None]
        assert any(succeeds(fixture) for fixture in own)
        assert any(not succeeds(fixture) for fixture in own)
