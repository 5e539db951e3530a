"""An Arazzo document: each task from its submit to its result, as a workflow."""

from __future__ import annotations

from typing import Any

from ..spec import Document, Operation
from ..spec.pointer import mapping, sequence, string

SOURCE = "api"


def arazzo(document: Document) -> dict[str, Any]:
    """A workflow for every operation that starts a task."""
    starts = [one for one in document.operations if "x-task" in one.node and one.base is None]
    info = document.tree["info"]
    return {
        "arazzo": "1.0.1",
        "info": {
            "title": f"Tasks of {info['title']}",
            "summary": "Long work from its start to its result.",
            "description": "Each workflow submits a task, polls it until it ends, and returns the last response.",
            "version": info["version"],
        },
        "sourceDescriptions": [{"name": SOURCE, "url": "./openapi.yaml", "type": "openapi"}],
        "workflows": [_workflow(document, one, mapping(one.node["x-task"])) for one in starts],
    }


def _workflow(document: Document, start: Operation, task: dict[str, Any]) -> dict[str, Any]:
    fetch = document.operations_by_id[task["fetch"]["operation"]]
    body = {"type": "object", "description": f"The body of {start.id}."}
    return {
        "workflowId": start.id,
        "summary": string(start.node.get("summary")),
        "description": string(start.node.get("description")),
        "inputs": {"type": "object", "required": ["body"], "properties": {"body": body}},
        "steps": [_submit(start, task), _poll(fetch, task)],
        "outputs": {"result": "$steps.poll.outputs.result"},
    }


def _submit(start: Operation, task: dict[str, Any]) -> dict[str, Any]:
    criteria = ["$statusCode == 200", *(_any(at, values) for at, values in mapping(task.get("accepted")).items())]
    return {
        "stepId": "submit",
        "description": "Start the task.",
        "operationId": start.id,
        "requestBody": {"contentType": start.body.media_type if start.body else "", "payload": "$inputs.body"},
        "successCriteria": [{"condition": one} for one in criteria],
        "outputs": {"id": f"$response.body#{task['id']}"},
    }


def _poll(fetch: Operation, task: dict[str, Any]) -> dict[str, Any]:
    named = next(one for one in fetch.parameters if one.name == task["fetch"]["parameter"])
    parameters = [{"name": named.name, "in": named.location, "value": "$steps.submit.outputs.id"}]
    if mapping(fetch.client.get("returns")).get("by") == "accept":
        parameters.append({"name": "Accept", "in": "header", "value": "application/json"})
    states, interval = task["states"], task["interval"]["default"]
    retry = {
        "name": "running",
        "type": "retry",
        "retryAfter": interval,
        "retryLimit": int(task["timeout"] / interval),
        "criteria": [{"condition": _any(task["status"], states["running"])}],
    }
    return {
        "stepId": "poll",
        "description": "Ask for the task until it has ended.",
        "operationId": fetch.id,
        "parameters": parameters,
        "successCriteria": [{"condition": _any(task["status"], states["succeeded"])}],
        "onFailure": [retry, {"name": "ended", "type": "end"}],
        "outputs": {"result": "$response.body"},
    }


def _any(at: str, values: Any) -> str:
    """A condition: the value at a JSON pointer of the response, or its HTTP status, is one of these."""
    where = "$statusCode" if at == "http" else f"$response.body#{at}"
    return " || ".join(
        f"{where} == '{one}'" if isinstance(one, str) else f"{where} == {one}" for one in sequence(values)
    )
