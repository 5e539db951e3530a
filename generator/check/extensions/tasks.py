"""`x-task`: every operation, field and state that it names exists, and the states are complete."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...diagnostics import did_you_mean
from ...spec import Document, Operation
from ...spec.pointer import join, mapping, sequence, string
from ...spec.responses import field_at
from ...spec.schemas import branches_of, enum_of, types_of
from ..features.schemas import is_of_kinds
from ..finding import Finding, Findings
from .fields import accepted_values, leads_to_field

HTTP = "http"
ADD_STATE = "add it to one of the states"


def tasks(document: Document, operation: Operation) -> Findings:
    """A task's id is in the response, its state can be fetched, and every state means one thing."""
    if "x-task" not in operation.node or operation.inherits_responses:
        return
    task, pointer = mapping(operation.node["x-task"]), join(operation.pointer, "x-task")
    yield from _submission(document.tree, operation, task, pointer)
    interval = mapping(task.get("interval"))
    if _number(interval.get("default")) < _number(interval.get("floor")):
        hint = f"use at least {interval.get('floor')}"
        yield Finding(join(pointer, "interval", "default"), "the default interval is below the floor", hint)
    if "grace" in task and "waiting" not in mapping(task.get("states")):
        yield Finding(
            join(pointer, "grace"), "no state of the task is `waiting`", "remove it, or list the states that wait"
        )
    states = [*_states(join(pointer, "states"), mapping(task.get("states")))]
    yield from _ambiguous_states(states)
    fetch = document.operations_by_id.get(string(mapping(task.get("fetch")).get("operation")))
    yield from _fetch(document, join(pointer, "fetch"), mapping(task.get("fetch")), fetch)
    if fetch:
        yield from _progress(document.tree, pointer, task, fetch, states)


def _submission(tree: dict[str, Any], operation: Operation, task: dict[str, Any], pointer: str) -> Findings:
    """The response of the submission holds the id, and the operation is not sent again."""
    results, path = operation.json_results(), string(task.get("id"))
    if not results:
        message = f"{operation.label} has no JSON response that could hold the id"
        yield Finding(pointer, message, "describe its 200 as JSON")
    for result in results:
        yield from leads_to_field(tree, join(pointer, "id"), path, result.schema)
        kinds = types_of(tree, field_at(tree, result.schema, path))
        if kinds and not {"string", "integer"} & {*kinds}:
            message = f"{path!r} is of type {' or '.join(kinds)}"
            yield Finding(join(pointer, "id"), message, "use a pointer to a string or an integer")
    yield from accepted_values(tree, pointer, task, results)
    if operation.node.get("x-retry") == "safe":
        message = f"{operation.label} starts a task, and sending it again would start it twice"
        yield Finding(join(operation.pointer, "x-retry"), message, "write `x-retry: unsent`")


def _fetch(document: Document, pointer: str, node: dict[str, Any], fetch: Operation | None) -> Findings:
    """The operation that fetches the task can be sent again and again, and takes the id."""
    name = string(node.get("operation"))
    if fetch is None:
        hint = did_you_mean(name, document.operations_by_id, "name the operation that fetches the task")
        yield Finding(join(pointer, "operation"), f"there is no operation {name!r}", hint)
        return
    is_safe = not document.house and fetch.method in ("get", "head")
    if fetch.node.get("x-retry", "safe" if is_safe else "") != "safe":
        message = f"{name} is sent repeatedly, and is not declared safe"
        yield Finding(join(pointer, "operation"), message, f"declare {name} safe: `retry: safe`, or `x-retry` there")
    parameter, known = string(node.get("parameter")), [one.name for one in fetch.parameters]
    if parameter not in known:
        hint = did_you_mean(parameter, known, f"name the parameter of {name} that takes the id")
        yield Finding(join(pointer, "parameter"), f"{name} has no parameter {parameter!r}", hint)


def _progress(
    tree: dict[str, Any], pointer: str, task: dict[str, Any], fetch: Operation, states: list[tuple[str, Any]]
) -> Findings:
    """The fields of progress, failure and status are in the fetched response, and the states are its values."""
    results, status, place = fetch.json_results(), string(task.get("status")), join(pointer, "states")
    for result in results:
        for key in ("failure", "progress"):
            if key in task:
                yield from leads_to_field(tree, join(pointer, key), string(task[key]), result.schema)
        if status != HTTP:
            yield from leads_to_field(tree, join(pointer, "status"), status, result.schema)
            yield from _state_values(tree, place, field_at(tree, result.schema, status), states)
    if status == HTTP:
        yield from _state_statuses(place, fetch, states)


def _state_statuses(pointer: str, fetch: Operation, states: list[tuple[str, Any]]) -> Findings:
    """States that are HTTP statuses are among the responses, and every 2xx is a state."""
    known = [response.status for response in fetch.responses]
    for place, value in states:
        if str(value) not in known:
            hint = did_you_mean(str(value), known, f"use a status of {fetch.id}")
            yield Finding(place, f"{fetch.id} never returns {value}", hint)
    for status in known:
        if status.startswith("2") and states and not any(str(value) == status for _, value in states):
            yield Finding(pointer, f"{fetch.id} may return {status}, which is not a state", ADD_STATE)


def _state_values(tree: dict[str, Any], pointer: str, field: object, states: list[tuple[str, Any]]) -> Findings:
    """States are values of the field, and every value that it lists is a state."""
    kinds = {kind for one in branches_of(tree, field) for kind in types_of(tree, one)}
    for place, value in states:
        if not is_of_kinds(value, kinds):
            message = f"the status is never {json.dumps(value)}: it is of type {' or '.join(sorted(kinds))}"
            yield Finding(place, message, "use a value of that type")
    for value in enum_of(tree, field):
        if value not in [state for _, state in states]:
            message = f"the status may be {json.dumps(value, ensure_ascii=False)}, which is not a state"
            yield Finding(pointer, message, ADD_STATE)


def _ambiguous_states(states: list[tuple[str, Any]]) -> Findings:
    first: dict[str, str] = {}
    for place, value in states:
        state = place.rpartition("/")[0].rpartition("/")[2]
        known = first.setdefault(repr(value).casefold(), state)
        if known != state:
            message = f"{json.dumps(value, ensure_ascii=False)} is both {known!r} and {state!r}"
            yield Finding(place, message, "keep it in one of the two")


def _states(pointer: str, states: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for state, values in states.items():
        for index, value in enumerate(sequence(values)):
            yield join(pointer, state, index), value


def _number(value: object) -> float:
    return value if isinstance(value, (int, float)) else 0.0
