"""Work that goes on after its submit was answered: everything that `x-task` names is there and means something."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...diagnostics import Collector, did_you_mean
from ...spec import Document
from ...spec.functions import answering, functions_of
from ...spec.pointer import join, mapping, resolve, sequence, string
from ...spec.responses import JSON, Result, branches_of, results_of
from ...spec.walk import Operation, parameters_of, types_of
from ..features.schemas import TYPES, is_of
from .proof import accepted, points

HTTP = "http"


def tasks(document: Document, problems: Collector) -> None:
    """The id of a task is found, its state can be asked for, and each state is one thing."""
    by_id = {one.id: one for one in functions_of(document.tree)}
    for operation in answering(document.tree):
        if "x-task" in operation.node:
            _task(document.tree, problems, operation, by_id)


def _task(tree: dict[str, Any], problems: Collector, operation: Operation, by_id: dict[str, Operation]) -> None:
    task, pointer = mapping(operation.node["x-task"]), join(operation.pointer, "x-task")
    submitted = _json(tree, operation)
    if not submitted:
        problems.add(pointer, f"{operation.id} has no JSON answer that could hold the id", "describe its 200 as JSON")
    for result in submitted:
        _scalar(tree, problems, join(pointer, "id"), string(task.get("id")), result)
    accepted(tree, problems, pointer, task, submitted)
    if operation.node.get("x-retry") == "safe":
        what = f"{operation.id} starts work, and sending it again starts it twice"
        problems.add(join(operation.pointer, "x-retry"), what, "write `x-retry: unsent`")
    interval = mapping(task.get("interval"))
    if _number(interval.get("default")) < _number(interval.get("floor")):
        what = "the default interval is below the floor"
        problems.add(join(pointer, "interval", "default"), what, f"write at least {interval.get('floor')}")
    _once(problems, join(pointer, "states"), mapping(task.get("states")))
    fetch = _fetch(tree, problems, join(pointer, "fetch"), mapping(task.get("fetch")), by_id)
    if fetch:
        _progress(tree, problems, pointer, task, fetch)


def _fetch(
    tree: dict[str, Any], problems: Collector, pointer: str, said: dict[str, Any], by_id: dict[str, Operation]
) -> Operation | None:
    """The operation that tells how far the task is."""
    name = string(said.get("operation"))
    fetch = by_id.get(name)
    if fetch is None:
        cure = did_you_mean(name, by_id, "name the operation that tells how far the task is")
        problems.add(join(pointer, "operation"), f"there is no operation {name!r}", cure)
        return None
    if fetch.node.get("x-retry") != "safe":
        what = f"{name} is sent again and again, and is not said to be safe"
        problems.add(join(pointer, "operation"), what, f"write `x-retry: safe` in {name}")
    parameters = [string(one.node.get("name")) for one in parameters_of(tree, fetch)]
    parameter = string(said.get("parameter"))
    if parameter not in parameters:
        cure = did_you_mean(parameter, parameters, f"name the parameter of {name} that takes the id")
        problems.add(join(pointer, "parameter"), f"{name} has no parameter {parameter!r}", cure)
    return fetch


def _progress(tree: dict[str, Any], problems: Collector, pointer: str, task: dict[str, Any], fetch: Operation) -> None:
    """What is read out of the fetched answer stands in it."""
    answers = _json(tree, fetch)
    for key in ("failure", "progress"):
        for result in answers if key in task else ():
            points(tree, problems, join(pointer, key), string(task[key]), result.schema)
    status = string(task.get("status"))
    states = [*_states(join(pointer, "states"), mapping(task.get("states")))]
    if status == HTTP:
        _statuses(tree, problems, fetch, states)
        return
    for result in answers:
        field = points(tree, problems, join(pointer, "status"), status, result.schema)
        if field is not None:
            _words(tree, problems, join(pointer, "states"), field, states)


def _statuses(tree: dict[str, Any], problems: Collector, fetch: Operation, states: list[tuple[str, Any]]) -> None:
    """States that are statuses are among the responses, and every 2xx is a state."""
    known = mapping(fetch.node.get("responses"))
    for pointer, value in states:
        if str(value) not in known:
            cure = did_you_mean(str(value), known, f"write a status of {fetch.id}")
            problems.add(pointer, f"{fetch.id} never answers {value}", cure)
    for status in known:
        if status.startswith("2") and states and not any(str(value) == status for _, value in states):
            owner = states[0][0].rpartition("/states/")[0] + "/states"
            problems.add(owner, f"{fetch.id} may answer {status}, which is no state", "add it to one of the states")


def _words(
    tree: dict[str, Any], problems: Collector, pointer: str, field: dict[str, Any], states: list[tuple[str, Any]]
) -> None:
    """States are values of the field, and every value that is known of it is a state."""
    kinds = {kind for one in branches_of(tree, field) for kind in types_of(tree, one)}
    for place, value in states:
        if kinds and not any(is_of(value, TYPES.get(kind, ())) for kind in kinds):
            what = f"the status is never {json.dumps(value)}: it is of type {' or '.join(sorted(kinds))}"
            problems.add(place, what, "write a value of that type")
    listed = [value for one in branches_of(tree, field) for value in sequence(resolve(tree, one).get("enum"))]
    said = [value for _, value in states]
    for value in listed:
        if value not in said:
            what = f"the status may be {json.dumps(value, ensure_ascii=False)}, which is no state"
            problems.add(pointer, what, "add it to one of the states")


def _once(problems: Collector, pointer: str, states: dict[str, Any]) -> None:
    first: dict[str, str] = {}
    for place, value in _states(pointer, states):
        state = place.rpartition("/")[0].rpartition("/")[2]
        known = first.setdefault(repr(value), state)
        if known != state:
            what = f"{json.dumps(value, ensure_ascii=False)} is {known!r} and {state!r}"
            problems.add(place, what, "keep it in one of the two")


def _states(pointer: str, states: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for state, values in states.items():
        for index, value in enumerate(sequence(values)):
            yield join(pointer, state, index), value


def _scalar(tree: dict[str, Any], problems: Collector, pointer: str, place: str, result: Result) -> None:
    """An id is a text or a number."""
    field = points(tree, problems, pointer, place, result.schema)
    kinds = types_of(tree, field)
    if kinds and not {"string", "integer"} & {*kinds}:
        problems.add(pointer, f"{place!r} is of type {' or '.join(kinds)}", "point to a text or a number")


def _json(tree: dict[str, Any], operation: Operation) -> list[Result]:
    return [one for one in results_of(tree, operation) if one.media == JSON]


def _number(value: object) -> float:
    return value if isinstance(value, (int, float)) else 0.0
