"""Media types as they were recorded: JSON that the gateway calls `text/plain`, and pages of HTML."""

from __future__ import annotations

from typing import Any

from ..mock_server.replay.fixtures import Fixture, Response
from ..spec.operations import JSON, TEXT, walk_operations
from ..spec.pointer import mapping

HTML = "text/html"


def say_media_types(tree: dict[str, Any], recorded: list[Fixture]) -> None:
    """Add the media types under which the responses of an operation were recorded."""
    texts = {(one.operation, one.response.status < 300) for one in recorded if _is_json_as_text(one.response)}
    pages = {(one.operation, str(one.response.status)) for one in recorded if one.response.media_type == HTML}
    for operation in walk_operations(tree):
        for response in operation.responses:
            content = mapping(response.node.get("content"))
            if JSON in content and TEXT not in content and (operation.id, response.is_success) in texts:
                content[TEXT] = {"schema": json_as_text(content[JSON]["schema"])}
            undeclared = {status for name, status in pages if name == operation.id and status >= "400"}
            undeclared -= {one.status for one in operation.responses}
            if (operation.id, response.status) in pages or (response.status == "default" and undeclared):
                content[HTML] = {"schema": {"type": "string"}}


def json_as_text(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a text that holds JSON."""
    text = "The same JSON, labelled as text: parse it."
    return {"type": "string", "description": text, "contentMediaType": JSON, "contentSchema": schema}


def _is_json_as_text(response: Response) -> bool:
    return response.media_type == TEXT and response.body.lstrip()[:1] in (b"{", b"[")
