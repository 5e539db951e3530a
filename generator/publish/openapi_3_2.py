"""The OpenAPI 3.2 rendition, which describes streams in standard terms: `itemSchema` is one event."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from ..mock_server.replay.fixtures import Fixture
from ..spec.operations import EVENTS, JSON, walk_operations
from ..spec.pointer import mapping, string

DESCRIPTION = "One event. `data` holds the JSON of a piece"


def openapi_3_2(tree: dict[str, Any], ends: dict[str, str], recorded: dict[str, Fixture]) -> dict[str, Any]:
    """The 3.1 document in the terms of 3.2. `ends` has the data of the last event of each streaming operation."""
    tree = {**deepcopy(tree), "openapi": "3.2.0"}
    for operation in walk_operations(tree):
        for content in operation.results:
            if content.media_type == EVENTS:
                examples = mapping(content.node.get("examples"))
                for case, example in examples.items():
                    body = recorded[f"{operation.id}/{case}"].response.body.decode()
                    examples[case] = {"summary": example["summary"], "value": body}
                content.node["itemSchema"] = _event(content.node.pop("schema"), ends.get(operation.id, ""))
    return tree


def _event(schema: dict[str, Any], end: str) -> dict[str, Any]:
    piece = {"contentMediaType": JSON, "contentSchema": schema}
    last = {"const": end, "description": "The end of the stream."}
    return {
        "type": "object",
        "description": f"{DESCRIPTION}; `{end}` ends the stream, and one without it is cut."
        if end
        else f"{DESCRIPTION}.",
        "required": ["data"],
        "properties": {"data": {"type": "string", **({"anyOf": [piece, last]} if end else piece)}},
    }


def stream_ends(tree: dict[str, Any]) -> dict[str, str]:
    """The data of the event that ends the stream of each operation."""
    streams = {one.id: mapping(one.node.get("x-stream")) for one in walk_operations(tree)}
    return {name: string(stream.get("end")) for name, stream in streams.items() if stream}
