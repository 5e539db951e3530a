"""The cases of each suite, from the fixtures and from what tests/contract says about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.mock_server import Fixture
from tests.contract.document import calls_operation, is_form
from tests.contract.expected import CUT, Expected, failure, is_broken_stream, said, stream_failure, succeeds
from tests.contract.folded import FOLDED, accumulate
from tests.contract.recorded import (
    BY_NAME,
    FIXTURES,
    events,
    is_json,
    is_stream,
    is_typed,
    is_untyped,
    request_id,
    request_json,
    response_json,
)

from . import grammar
from .given import call, expects, response

Case = dict[str, Any]
_HERE = Path(__file__).parent
_LONGEST_RESULT = 4_000
# All forms of these operations are in the corpus; of others, one for each set of fields.
_ALL_FORMS = {"createTranscription", "createStableImageCore"}


def _streamed() -> list[Fixture]:
    """The fixtures that answer a request for a stream."""
    asked = [one for one in FIXTURES if is_typed(one) and one.operation in FOLDED]
    return [one for one in asked if request_json(one).get("stream") is True]


def sse() -> Iterator[Case]:
    """The responses to requests for a stream, and the same events in other forms that the standard allows."""
    for fixture in _streamed():
        pieces = [len(chunk.data) for chunk in fixture.response.chunks]
        yield _case(fixture, {**call(fixture), **response(fixture), "pieces": pieces}, _stream_expected(fixture))
    for variant in grammar.variants(BY_NAME["createChatCompletion/stream-minimal"]):
        fixture, pieces = variant.fixture, variant.pieces
        given = {**call(fixture), **response(fixture), "pieces": pieces}
        yield {**_case(fixture, given, variant.expected), "name": f"{fixture.name} ({variant.name})"}


def _stream_expected(fixture: Fixture) -> dict[str, Any]:
    if not is_stream(fixture):
        return {"events": [], "text": "", "error": _error(fixture)}
    found = {"events": events(fixture), "text": "".join(map(grammar.text_of, events(fixture)))}
    if not is_broken_stream(fixture):
        return {**found, "end": "complete"}
    expected = stream_failure(fixture)
    return {**found, "error": {"class": expected.kind, "outcome": expected.outcome}}


def errors() -> Iterator[Case]:
    """One response of each kind of failure, and results that must not be taken for one."""
    named = set(_yaml("errors.yaml")["named"])
    seen: set[Any] = set()
    for fixture in FIXTURES:
        if not calls_operation(fixture) or is_untyped(fixture) or is_stream(fixture) or fixture in _streamed():
            continue
        good = succeeds(fixture)
        kind = fixture.operation if good else _kind_of_failure(fixture)
        if (kind in seen and fixture.name not in named) or (good and len(fixture.response.body) > _LONGEST_RESULT):
            continue
        seen.add(kind)
        given = {**call(fixture), "expects": expects(fixture), **response(fixture)}
        yield _case(fixture, given, {"result": True} if good else {"error": _error(fixture)})


def _kind_of_failure(fixture: Fixture) -> Any:
    document, expected = response_json(fixture), _failure(fixture)
    error = document.get("error", document) if isinstance(document, dict) else None
    keys = tuple((name, type(value)) for name, value in error.items()) if isinstance(error, dict) else type(error)
    return fixture.response.status, expected, keys, expects(fixture), fixture.response.ended


def _failure(fixture: Fixture) -> Expected:
    return CUT.get(fixture.name) or failure(fixture)


def _error(fixture: Fixture) -> dict[str, Any]:
    expected, status = _failure(fixture), fixture.response.status
    error: dict[str, Any] = {"class": expected.kind, "outcome": expected.outcome, "status": status}
    if is_json(fixture) and expected.kind not in ("UnreadableAnswer", "NotServed"):
        read = said(response_json(fixture))
        error |= {"code": read.code, "type": read.type}
        error |= (
            {"param": read.param} if not str(read.param).startswith("{") else {}
        )  # each language prints an object its own way
        error |= {"message": read.message} if read.message.strip() else {}
    return error | {"request_id": request_id(fixture)}


def accumulated() -> Iterator[Case]:
    """The events of each whole stream, and what the same call returns unstreamed."""
    for fixture in _streamed():
        if is_stream(fixture) and not is_broken_stream(fixture):
            found = events(fixture)
            whole = accumulate(fixture.operation, found)
            yield _case(fixture, {"operation": fixture.operation, "events": found}, {"whole": whole})


def multipart() -> Iterator[Case]:
    """Arguments of forms, and the parts that the server has to see."""
    seen: set[Any] = set()
    for fixture in FIXTURES:
        form, given = fixture.request.form, fixture.arguments
        if form is None or given is None or not is_form(fixture.operation) or not succeeds(fixture):
            continue
        shape = form if fixture.operation in _ALL_FORMS else frozenset(part.name for part in form)
        if any(name.startswith("extra_") for name in given) or (fixture.operation, shape) in seen:
            continue
        seen.add((fixture.operation, shape))
        parts = [
            {"name": part.name, "text": part.text}
            if part.filename is None
            else {"name": part.name, "filename": part.filename, "bytes": part.size, "sha256": part.sha256}
            for part in form
        ]
        yield _case(fixture, call(fixture), {"parts": sorted(parts, key=lambda part: str(part["name"]))})


def tasks() -> Iterator[Case]:
    """Tasks from their submit to their end. The expected states are kept by hand."""
    for case in _yaml("tasks.yaml"):
        submit = BY_NAME[case["submit"]]
        polls = [response(BY_NAME[name]) for name in case["polls"]]
        given = {**call(submit), "submit": response(submit), "polls": polls}
        sources = [case["submit"], *case["polls"]]
        yield {"name": case["name"], "fixtures": sources, "given": given, "expected": case["expected"]}


def retries() -> Iterator[Case]:
    """Cases of retries: the fate of each attempt of a call, and whether and when the next one follows. Kept by hand."""
    for case in _yaml("retries.yaml"):
        attempts = [_attempt(attempt) for attempt in case["attempts"]]
        fixture = BY_NAME[case["call"]]
        options = {"max_retries": case.get("max_retries", 2), "timeout": case.get("timeout", 600)}
        sources = [case["call"], *(one["fixture"] for one in case["attempts"] if "fixture" in one)]
        given = {**call(fixture), "expects": expects(fixture), **options, "attempts": attempts}
        yield {"name": case["name"], "fixtures": sorted({*sources}), "given": given, "expected": case["expected"]}


def _attempt(attempt: dict[str, Any]) -> dict[str, Any]:
    if "fault" in attempt:
        return {"fault": attempt["fault"]}
    return response(BY_NAME[attempt["fixture"]], attempt.get("headers"))


def _case(fixture: Fixture, given: dict[str, Any], expected: dict[str, Any]) -> Case:
    return {"name": fixture.name, "fixtures": [fixture.name], "given": given, "expected": expected}


def _yaml(name: str) -> Any:
    return yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))


SUITES: dict[str, tuple[str, Callable[[], Iterator[Case]]]] = {
    "sse": ("Bytes of a stream in pieces: its events, its text, and its end or its error.", sse),
    "errors": ("Responses: the error that each of them is, or that it is a result.", errors),
    "accumulate": ("Events of a stream: the whole response that they add up to.", accumulated),
    "multipart": ("Arguments of a form: the parts that the server must see.", multipart),
    "tasks": ("A submit and the polls that follow: the states of the task and its end.", tasks),
    "retries": ("The fates of the attempts of a call: how often it is sent, when, and how it ends.", retries),
}
