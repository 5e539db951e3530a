"""Arguments of a call, made from the spec: every required one, as a caller passes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..plan import plan
from ..spec import Document, Operation
from ..spec.operations import EVENTS, essence
from ..spec.pointer import mapping, resolve, string
from ..spec.schemas import properties_of
from .draft_response import example_value


def example_arguments(document: Document, operation: Operation, sources: Path, wanted: str = "") -> dict[str, Any]:
    """The required arguments of an operation, by their names in Python; a file is one of the sources.

    Where an argument chooses the media type of the response, it asks for the one that is wanted.
    """
    tree, body = document.tree, operation.body
    schemas = {one.name: one.schema for one in operation.parameters}
    schemas |= properties_of(tree, body.schema) if body else {}
    endpoint = next(one for one in plan(document).endpoints if one.operation.id == operation.id)
    required = [one for one in (*endpoint.arguments, *endpoint.keywords) if one.required]
    return {one.name: _value(tree, schemas.get(one.wire), sources) for one in required} | _asking(operation, wanted)


def _asking(operation: Operation, wanted: str) -> dict[str, Any]:
    """The argument with which a media type comes that is not the usual one."""
    returns, stream = operation.client.get("returns", {}), mapping(operation.node.get("x-stream"))
    if wanted == EVENTS and stream:
        return mapping(stream.get("when"))
    for key, case in mapping(returns.get("cases")).items():
        if wanted and key != returns["default"] and essence(string(mapping(case).get("media"))) == wanted:
            return {returns["by"]: key}
    return {}


def _value(tree: dict[str, Any], schema: Any, sources: Path) -> Any:
    if resolve(tree, schema).get("format") == "binary":
        names = sorted(path.name for path in sources.iterdir() if path.is_file()) if sources.is_dir() else []
        return {"source": names[0]} if names else "text"
    return example_value(tree, schema)
