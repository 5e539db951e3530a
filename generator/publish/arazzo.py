"""Data for the template of the Arazzo document: each task from its submit to its result, as a workflow."""

from __future__ import annotations

from typing import Any

from ..spec import Document, Operation
from ..spec.pointer import mapping, sequence
from .text import printed


def arazzo(document: Document) -> str:
    """An Arazzo document with a workflow for every operation that starts a task."""
    starts = [one for one in document.operations if "x-task" in one.node and one.base is None]
    return printed("tasks.arazzo.yaml", info=document.tree["info"], flows=[_flow(document, one) for one in starts])


def _flow(document: Document, start: Operation) -> dict[str, Any]:
    task = start.node["x-task"]
    fetch, status, states = document.operations_by_id[task["fetch"]["operation"]], task["status"], task["states"]
    return {
        "start": start,
        "task": task,
        "fetch": fetch,
        "parameter": next(one for one in fetch.parameters if one.name == task["fetch"]["parameter"]),
        "by_accept": mapping(fetch.client.get("returns")).get("by") == "accept",
        "accepted": [_any(at, values) for at, values in mapping(task.get("accepted")).items()],
        "succeeded": _any(status, states["succeeded"]),
        "running": _any(status, states["running"]),
        "polls": int(task["timeout"] / task["interval"]["default"]),
    }


def _any(at: str, values: Any) -> str:
    """A condition: the value at a JSON pointer of the response, or its HTTP status, is one of these."""
    where = "$statusCode" if at == "http" else f"$response.body#{at}"
    return " || ".join(
        f"{where} == '{one}'" if isinstance(one, str) else f"{where} == {one}" for one in sequence(values)
    )
