"""Arguments of a call, made from the spec: every required one, as a caller passes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..plan import plan
from ..spec import Document, Operation
from ..spec.pointer import resolve
from ..spec.schemas import properties_of
from .draft_response import example_value


def example_arguments(document: Document, operation: Operation, sources: Path) -> dict[str, Any]:
    """The required arguments of an operation, by their names in Python; a file is one of the sources."""
    tree, body = document.tree, operation.body
    schemas = {one.name: one.schema for one in operation.parameters}
    schemas |= properties_of(tree, body.schema) if body else {}
    endpoint = next(one for one in plan(document).endpoints if one.operation.id == operation.id)
    required = [one for one in (*endpoint.arguments, *endpoint.keywords) if one.required]
    return {one.name: _value(tree, schemas.get(one.wire), sources) for one in required}


def _value(tree: dict[str, Any], schema: Any, sources: Path) -> Any:
    if resolve(tree, schema).get("format") == "binary":
        names = sorted(path.name for path in sources.iterdir() if path.is_file()) if sources.is_dir() else []
        return {"source": names[0]} if names else "text"
    return example_value(tree, schema)
